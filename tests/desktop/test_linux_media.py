"""A session on a real message bus, as a desktop meets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from coach.desktop.choose import choose_media
from coach.desktop.dbus import Bus, Question, Signal, owner_of, property_of, variant
from coach.desktop.how import How
from coach.desktop.linux_media import MprisControls
from coach.desktop.media import MediaCommand, NullMedia, Playing
from coach.desktop.mpris import NAME, PATH, PLAYER, PROPERTIES
from coach.desktop.protocol import Told
from tests.desktop.real import a_bus
from tests.desktop.wayland.real import wait_for

pytest.importorskip("jeepney")

ANGEL = Playing(1, "Wall angel", "Mixed bag", 2.5, 20.0, at=100.0, is_running=True)
CHANGED = Signal(NAME, PATH, PROPERTIES, "PropertiesChanged")
SEEKED = Signal(NAME, PATH, PLAYER, "Seeked")


class Desktop:
    """A program with a session, and another one that asks it. Both in one thread: the loop is what `ask` does."""

    def __init__(self, address: str) -> None:
        self.now: Playing | None = ANGEL
        self.obeyed: list[MediaCommand] = []
        self.watched: list[int] = []
        self.controls = MprisControls(address, self._watch)
        self.other = _Client(address)

    def begin(self) -> None:
        self.controls.begin(lambda: self.now, self.obey)

    def obey(self, command: MediaCommand) -> None:
        self.obeyed.append(command)

    def _watch(self, descriptor: int, call: Any) -> Any:
        self.watched.append(descriptor)
        return lambda: self.watched.remove(descriptor)

    def call(self, question: Question) -> Any:
        return self.other.call(question, self.controls)


class _Client:
    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.connection = open_dbus_connection(bus=address)

    def call(self, question: Question, controls: MprisControls) -> Any:
        """The body of the answer, or the error's name."""
        from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call

        address = DBusAddress(question.path, bus_name=question.service, interface=question.interface)
        call = new_method_call(address, question.method, question.signature or None, question.body)
        self.connection.send(call)
        for _ in range(500):
            controls.answer()
            try:
                reply = self.connection.receive(timeout=0.02)
            except TimeoutError:
                continue
            if reply.header.message_type is MessageType.method_return:
                return reply.body
            if reply.header.message_type is MessageType.error:
                return reply.header.fields[HeaderFields.error_name]
        raise AssertionError("nobody answered")


@pytest.fixture
def desktop(address: str) -> Iterator[Desktop]:
    found = Desktop(address)
    yield found
    found.controls.close()
    found.other.connection.close()


@pytest.fixture
def bus(address: str) -> Iterator[Bus]:
    found = Bus(address)
    yield found
    found.close()


def test_the_name_is_there_as_long_as_the_session(desktop: Desktop, bus: Bus) -> None:
    def nobody_has_it() -> bool:  # a bus hears of an end when it looks
        return bus.ask(owner_of(NAME)) is None

    assert wait_for(nobody_has_it)
    desktop.begin()
    assert bus.ask(owner_of(NAME)) is not None
    assert len(desktop.watched) == 1
    desktop.controls.end()
    assert wait_for(nobody_has_it)
    assert desktop.watched == []
    desktop.begin()
    assert bus.ask(owner_of(NAME)) is not None


def test_a_second_program_has_a_name_beside_it(desktop: Desktop, bus: Bus, address: str) -> None:
    desktop.begin()
    other = MprisControls(address)
    other.begin(lambda: ANGEL, lambda _command: None)
    names = (bus.ask(Question("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames")) or ([],))[0]
    assert sorted(name.removeprefix(NAME)[:9] for name in names if name.startswith(NAME)) == ["", ".instance"]
    other.close()


def test_what_is_asked_is_answered_and_obeyed(desktop: Desktop) -> None:
    desktop.begin()
    assert variant(desktop.call(property_of(NAME, PATH, PLAYER, "Position")), "x") == 2_500_000
    metadata = variant(desktop.call(property_of(NAME, PATH, PLAYER, "Metadata")), "a{sv}")
    assert metadata["xesam:title"] == ("s", "Wall angel")
    (everything,) = desktop.call(Question(NAME, PATH, PROPERTIES, "GetAll", "s", (PLAYER,)))
    assert everything["CanPlay"] == ("b", True)
    for method in ("PlayPause", "Next"):
        assert desktop.call(Question(NAME, PATH, PLAYER, method)) == ()
    assert desktop.obeyed == ["toggle", "next"]
    assert desktop.call(Question(NAME, PATH, PLAYER, "Dance")) == "org.freedesktop.DBus.Error.UnknownMethod"
    (xml,) = desktop.call(Question(NAME, PATH, "org.freedesktop.DBus.Introspectable", "Introspect"))
    assert PLAYER in xml


def test_a_command_that_ends_the_session_is_answered_all_the_same(desktop: Desktop) -> None:
    desktop.controls.begin(lambda: ANGEL, lambda _command: desktop.controls.end())
    assert desktop.call(Question(NAME, PATH, PLAYER, "Next")) == ()
    assert desktop.watched == []


def test_what_changes_is_told_once(desktop: Desktop, bus: Bus) -> None:
    bus.heard(CHANGED)
    bus.heard(SEEKED)
    desktop.begin()
    desktop.controls.tell()
    desktop.controls.tell()
    desktop.now = replace(ANGEL, is_running=False)
    desktop.controls.tell()
    desktop.now = replace(ANGEL, is_running=False, position=0.0)
    desktop.controls.tell()
    desktop.call(property_of(NAME, PATH, PLAYER, "Position"))  # whatever was sent before has gone through the bus
    first, second = bus.heard(CHANGED) or [(), ()]
    assert first[0] == PLAYER
    assert first[1]["PlaybackStatus"] == ("s", "Playing")
    assert second[1:] == ({"PlaybackStatus": ("s", "Paused")}, [])
    assert bus.heard(SEEKED) == [(0,)]


def test_a_bus_that_ends_leaves_the_session_alone() -> None:
    with a_bus() as environ:
        desktop = Desktop(environ["DBUS_SESSION_BUS_ADDRESS"])
        desktop.begin()
    desktop.controls.tell()
    desktop.controls.answer()
    assert desktop.watched == []
    desktop.controls.tell()
    desktop.begin()
    desktop.controls.close()
    desktop.other.connection.close()


def test_whether_a_session_would_be_shown(desktop: Desktop, address: str) -> None:
    shown = Told("media-keys", True, (How("mpris"),))
    assert MprisControls(address).shown_by() == shown
    desktop.begin()
    assert desktop.controls.shown_by() == shown
    unanswered = MprisControls("unix:path=/nonexistent/bus")
    assert unanswered.shown_by() == Told("media-keys", False, (How("session-bus-silent"),))

    def without_jeepney(_address: str) -> None:
        raise ImportError

    assert MprisControls(address, connect=without_jeepney).shown_by().how == (How("not-installed", "jeepney"),)
    assert choose_media({}, "linux").shown_by() == Told("media-keys", False, (How("no-session-bus"),))
    assert choose_media({}, "win32").shown_by() == Told("media-keys", False, (How("not-shown-here"),))


def test_who_shows_it(address: str) -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": address}
    assert isinstance(choose_media(environ, "linux"), MprisControls)
    for found in (choose_media({}, "linux"), choose_media(environ, "win32"), choose_media(environ, "darwin")):
        assert isinstance(found, NullMedia)
        found.begin(lambda: ANGEL, lambda _command: None)
        found.tell()
        found.answer()
        found.close()
