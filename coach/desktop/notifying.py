"""A notification of the desktop (org.freedesktop.Notifications 1.2): put up, answered or not, and taken down again.

What the servers do differently, as measured (docs/desktops.md): some draw no buttons, so that what the whole
notification does matters most; GNOME tells what happened twice, once to us alone; and several leave a notification in
a list when its time is over, so that it is taken down from here.
"""

from __future__ import annotations

import html
import select
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Literal

from coach.desktop.dbus import BUS, GONE, Bus, Question, open_connection, owner_changed, rule_of
from coach.desktop.how import How, NotHadError
from coach.desktop.linux_servers import NAME, PATH
from coach.values import dataclass

ANSWER_SECONDS = 10.0  # a server that the bus has to start first; our choice
DEFAULT = "default"
"""The action of the notification itself, as the specification names it: clicked, and not one of its buttons."""

_EXPIRED = 1  # reasons of NotificationClosed
_CLOSED_AS_EXPIRED = ("Notification Daemon", "MATE")  # name and vendor of the server that has but this reason (1.26)
_PUNCTUAL_SECONDS = 1.0  # so early a server may say that the time is over; our choice
_NORMAL = 1  # an urgency: a critical one breaks through do not disturb and over a full-screen program

Ending = Literal["answered", "dismissed", "expired", "put-away", "lost"]


class NoServerError(NotHadError):
    """Nobody shows notifications here."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is put up. `actions` are names and what is on their buttons; `desktop_entry` is the installed .desktop."""

    title: str
    message: str
    seconds: float
    actions: Sequence[tuple[str, str]] = ()
    program: str = "Posture Coach"
    desktop_entry: str = "posture-coach"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended. `action` is the name of the one that was taken, with a token to bring a window to the front where
    the server gives one.
    """

    ending: Ending
    action: str = ""
    token: str = ""


class Notification:
    """One notification, on a connection of its own to the bus at `address`. `put_up` once, then `outcome`."""

    def __init__(self, address: str | None, monotonic: Callable[[], float] = time.monotonic) -> None:
        """NoServerError where there is no such bus."""
        self._monotonic = monotonic
        self._connection = _connection(address)
        self._told: deque[Any] = deque()
        self._owner = ""
        self._id = 0
        self._until = 0.0
        self._tells_closing = True

    @property
    def number(self) -> int:
        """By which the server knows it; 0 before it was put up."""
        return self._id

    def put_up(self, notice: Notice) -> None:
        """Show it. NoServerError where nobody does."""
        abilities = self._call("GetCapabilities")
        if not abilities or not isinstance(abilities[0], list):
            raise NoServerError(How("nobody-notifies"))
        self._tells_closing = (self._call("GetServerInformation") or ())[:2] != _CLOSED_AS_EXPIRED
        self._listen()
        body = "" if notice.message == notice.title else notice.message
        if "body-markup" in abilities[0]:
            body = html.escape(body, quote=False)
        actions = [text for pair in notice.actions for text in pair] if "actions" in abilities[0] else []
        hints = {
            "desktop-entry": ("s", notice.desktop_entry),
            "urgency": ("y", _NORMAL),
            "suppress-sound": ("b", True),  # ours is played
        }
        milliseconds = round(notice.seconds * 1000)
        body_of = (notice.program, 0, notice.desktop_entry, notice.title, body, actions, hints, milliseconds)
        answer = self._call("Notify", "susssasa{sv}i", body_of)
        if not answer or not isinstance(answer[0], int):
            raise NoServerError(How("notifier-refused"))
        self._id = answer[0]
        self._until = self._monotonic() + notice.seconds

    def outcome(self, stop: int) -> Outcome:
        """Wait until it is over. Whoever wants it put away makes `stop`, a file descriptor, readable."""
        try:
            while True:
                found = self._found()
                if found is not None:
                    return found
                left = self._until - self._monotonic()
                if left <= 0:
                    return Outcome("expired")
                ready = select.select([self._connection.sock, stop], [], [], left)[0]
                if stop in ready:
                    return Outcome("put-away")
                self._read()
        except GONE:
            return Outcome("lost")

    def close(self) -> None:
        """Take it down, and give the connection back."""
        with suppress(NoServerError):
            if self._id:
                self._call("CloseNotification", "u", (self._id,))
        with suppress(OSError):
            self._connection.close()

    def _found(self) -> Outcome | None:
        """What was told until now; that it ended says less than the action it ended by."""
        token, ended = "", None
        for message in self._told:
            ident, value = (*message.body, "", "")[:2]
            member = _field(message, "member")
            if member == "NameOwnerChanged":
                ended = ended or Outcome("lost")
            elif ident != self._id:
                continue
            elif member == "ActivationToken":
                token = str(value)
            elif member == "ActionInvoked":
                return Outcome("answered", str(value), token)
            elif member == "NotificationClosed":
                ended = ended or Outcome("expired" if self._is_expiry(value) else "dismissed")
        return ended

    def _is_expiry(self, reason: object) -> bool:
        is_early = self._until - self._monotonic() > _PUNCTUAL_SECONDS
        return reason == _EXPIRED and (self._tells_closing or not is_early)

    def _read(self) -> None:
        with suppress(TimeoutError):
            while True:
                self._connection.recv_messages(timeout=0)

    def _listen(self) -> None:
        """To the server alone: a sender is told by its number, which a name does not match here."""
        from jeepney import MatchRule

        owner = self._call("GetNameOwner", "s", (NAME,), of_the_bus=True)
        self._owner = str(owner[0]) if owner else ""
        for rule in (
            MatchRule(type="signal", sender=self._owner, interface=NAME, path=PATH),
            rule_of(owner_changed(NAME), sender=BUS),
        ):
            self._connection.filter(rule, queue=self._told)
            self._call("AddMatch", "s", (rule.serialise(),), of_the_bus=True)

    def _call(
        self, method: str, signature: str = "", body: tuple[Any, ...] = (), *, of_the_bus: bool = False
    ) -> tuple[Any, ...] | None:
        """The answer's body; None for an error. NoServerError where none comes."""
        from jeepney import DBusAddress, MessageType, new_method_call

        address = DBusAddress("/org/freedesktop/DBus", BUS, BUS) if of_the_bus else DBusAddress(PATH, NAME, NAME)
        message = new_method_call(address, method, signature or None, body)
        try:
            reply = self._connection.send_and_get_reply(message, timeout=ANSWER_SECONDS)
        except (TimeoutError, *GONE):
            raise NoServerError(How("notifier-silent")) from None
        return tuple(reply.body) if reply.header.message_type is MessageType.method_return else None


def take_down(address: str | None, number: int) -> None:
    """Of a program that is gone: nobody would hear its answer. Waits for half a second at most."""
    bus = Bus(address)
    bus.ask(Question(NAME, PATH, NAME, "CloseNotification", "u", (number,)))
    bus.close()


def _connection(address: str | None) -> Any:
    if address is None:
        raise NoServerError(How("no-bus-to-notify"))
    try:
        return open_connection(address)
    except (ImportError, RuntimeError, KeyError, *GONE):
        raise NoServerError(How("no-way-to-notify")) from None


def _field(message: Any, name: str) -> str:
    from jeepney import HeaderFields

    return str(message.header.fields.get(HeaderFields[name], ""))
