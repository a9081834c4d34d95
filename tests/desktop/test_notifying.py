"""A notification as the servers answer to it, each in its own way."""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Iterator
from typing import Any

import pytest

from coach.desktop import notifying
from coach.desktop.notifying import NoServerError, Notice, Notification, Outcome

pytest.importorskip("jeepney")
from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal

NOTICE = Notice("Change position", "Stretch & <rest>", 40.0, [("default", "Open"), ("done", "Done")])
OWNER = ":1.7"
ID = 5
ALL = ["actions", "body", "body-markup"]


class FakeConnection:
    """A bus with one notification server; `told` comes when somebody reads."""

    def __init__(self) -> None:
        self.sock, self._there = socket.socketpair()
        self.abilities: list[str] | None = ALL
        self.information = ("dunst", "knopwob", "1.9.0", "1.2")
        self.calls: list[tuple[str, tuple[Any, ...]]] = []
        self.is_silent = False
        self.is_lost = False
        self.is_closed = False
        self._told: deque[Any] = deque()
        self._filters: list[tuple[Any, deque[Any]]] = []

    def tell(self, member: str, *body: Any, sender: str = OWNER, signature: str = "us") -> None:
        """A signal, from the server where nothing else is said."""
        address = DBusAddress(notifying.PATH, interface=notifying.NAME)
        self._put(new_signal(address, member, signature, body), sender)

    def tell_owner(self, new: str) -> None:
        """The bus says that the server's name has another owner."""
        address = DBusAddress("/org/freedesktop/DBus", interface=notifying.BUS)
        message = new_signal(address, "NameOwnerChanged", "sss", (notifying.NAME, OWNER, new))
        self._put(message, notifying.BUS)

    def _put(self, message: Any, sender: str) -> None:
        message.header.fields[HeaderFields.sender] = sender
        self._told.append(message)
        self._there.send(b".")

    def filter(self, rule: Any, *, queue: deque[Any]) -> None:
        self._filters.append((rule, queue))

    def recv_messages(self, *, timeout: float) -> None:
        if self.is_lost:
            raise ConnectionResetError
        if not self._told:
            raise TimeoutError
        message = self._told.popleft()
        self.sock.recv(1)
        for rule, queue in self._filters:
            if rule.matches(message):
                queue.append(message)

    def send_and_get_reply(self, message: Any, *, timeout: float) -> Any:
        if self.is_silent:
            raise TimeoutError
        method = message.header.fields[HeaderFields.member]
        self.calls.append((method, tuple(message.body)))
        message.header.serial = 1
        answers: dict[str, tuple[str, tuple[Any, ...]]] = {
            "GetNameOwner": ("s", (OWNER,)),
            "GetServerInformation": ("ssss", self.information),
            "Notify": ("u", (ID,)),
            "AddMatch": ("", ()),
            "CloseNotification": ("", ()),
        }
        if self.abilities is not None:
            answers["GetCapabilities"] = ("as", (self.abilities,))
        if method not in answers:
            return new_error(message, "org.freedesktop.DBus.Error.ServiceUnknown")
        reply = new_method_return(message, *answers[method])
        assert reply.header.message_type is MessageType.method_return
        return reply

    def called(self, method: str) -> tuple[Any, ...]:
        """What it was asked with last."""
        return next(body for name, body in reversed(self.calls) if name == method)

    def close(self) -> None:
        self.is_closed = True
        self.sock.close()
        self._there.close()


@pytest.fixture
def bus(monkeypatch) -> Iterator[FakeConnection]:
    made = FakeConnection()
    monkeypatch.setattr(notifying, "_connection", lambda _address: made)
    yield made
    made.close()


@pytest.fixture
def stop() -> Iterator[int]:
    """What nobody makes readable."""
    reading, writing = os.pipe()
    yield reading
    os.close(reading)
    os.close(writing)


@pytest.fixture
def up(bus) -> Notification:
    made = Notification("a bus")
    made.put_up(NOTICE)
    return made


def test_it_says_who_it_is_and_how_long_it_stays(bus, up):
    name, replaces, icon, title, body, actions, hints, milliseconds = bus.called("Notify")
    assert (name, replaces, icon, milliseconds) == ("Posture Coach", 0, "posture-coach", 40_000)
    assert (title, body) == ("Change position", "Stretch &amp; &lt;rest&gt;")
    assert actions == ["default", "Open", "done", "Done"]
    assert hints["desktop-entry"] == ("s", "posture-coach")
    assert hints["urgency"] == ("y", 1)


def test_a_server_without_markup_or_buttons_gets_none(bus):
    bus.abilities = ["body"]
    Notification("a bus").put_up(NOTICE)
    assert bus.called("Notify")[4:6] == ("Stretch & <rest>", [])


def test_what_is_its_title_is_said_once(bus):
    Notification("a bus").put_up(Notice("Rest", "Rest", 40.0))
    assert bus.called("Notify")[3:5] == ("Rest", "")


def test_a_click_counts_whatever_else_is_told(bus, up, stop):
    bus.tell("NotificationClosed", ID, 2, signature="uu")  # as GNOME: before the other's is heard, and both twice
    bus.tell("ActionInvoked", ID, "done")
    bus.tell("ActionInvoked", ID, "done")
    assert up.outcome(stop) == Outcome("answered", "done")


def test_the_token_of_a_click_comes_along(bus, up, stop):
    bus.tell("ActivationToken", ID, "kwin-1")
    bus.tell("ActionInvoked", ID, "default")
    assert up.outcome(stop) == Outcome("answered", "default", "kwin-1")


@pytest.mark.parametrize(("reason", "ending"), [(1, "expired"), (2, "dismissed"), (3, "dismissed"), (4, "dismissed")])
def test_why_it_was_closed(bus, up, stop, reason, ending):
    bus.tell("NotificationClosed", ID, reason, signature="uu")
    assert up.outcome(stop) == Outcome(ending)


@pytest.mark.parametrize(("at", "ending"), [(10.0, "dismissed"), (39.5, "expired")])
def test_a_server_that_calls_all_that_ends_expired_is_not_believed_too_early(bus, stop, at, ending):
    bus.information = ("Notification Daemon", "MATE", "1.26.0", "1.1")
    now = [0.0]
    made = Notification("a bus", lambda: now[0])
    made.put_up(NOTICE)
    now[0] = at
    bus.tell("NotificationClosed", ID, 1, signature="uu")
    assert made.outcome(stop) == Outcome(ending)


def test_others_and_their_notifications_are_nothing_to_it(bus, up, stop):
    bus.tell("ActionInvoked", ID + 1, "done")
    bus.tell("ActionInvoked", ID, "started", sender=":1.66")
    bus.tell("ActionInvoked", ID, "done")
    assert up.outcome(stop) == Outcome("answered", "done")


def test_it_is_over_when_its_time_is_whatever_the_server_thinks(bus, stop):
    now = [0.0]
    made = Notification("a bus", lambda: now[0])
    made.put_up(NOTICE)
    now[0] = 40.0
    assert made.outcome(stop) == Outcome("expired")
    made.close()
    assert bus.called("CloseNotification") == (ID,)


def test_it_is_put_away_when_asked(up):
    reading, writing = os.pipe()
    os.close(writing)
    assert up.outcome(reading) == Outcome("put-away")
    os.close(reading)


@pytest.mark.parametrize("new", ["", ":1.9"])
def test_a_server_that_goes_away_takes_it_along(bus, up, stop, new):
    bus.tell_owner(new)
    assert up.outcome(stop) == Outcome("lost")


def test_a_bus_that_goes_away_too(bus, up, stop):
    bus.is_lost = True
    bus.tell("ActionInvoked", ID, "done")
    assert up.outcome(stop) == Outcome("lost")


def test_where_nobody_shows_notifications_that_is_said(bus):
    bus.abilities = None
    with pytest.raises(NoServerError, match="nobody-notifies"):
        Notification("a bus").put_up(NOTICE)


def test_a_server_that_is_silent_is_told_apart(bus):
    bus.is_silent = True
    with pytest.raises(NoServerError, match="notifier-silent"):
        Notification("a bus").put_up(NOTICE)


def test_without_a_bus_that_is_said():
    with pytest.raises(NoServerError, match="no-bus-to-notify"):
        Notification(None)


def test_a_bus_that_is_no_more_is_said(tmp_path):
    with pytest.raises(NoServerError, match="no-way-to-notify"):
        Notification(f"unix:path={tmp_path}/bus")
