"""The screen is held from `hold` to `release`, once, in every way there is, and whatever goes wrong stays inside."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager

import pytest

from coach.desktop import awake as awakes
from coach.desktop.awake import AwakeInWays, RefusedError
from coach.desktop.choose import choose_awake
from coach.desktop.how import How
from coach.desktop.linux_awake import SCREEN_SAVER, SESSION_MANAGER, ByKeeper
from coach.desktop.protocol import Told
from tests.desktop.fake_bus import FakeBus

PATIENCE_SECONDS = 10
NOBODY = Told("awake", False, (How("nobody-keeps-on"),))


def keeping(*names: str) -> Told:
    return Told("awake", True, tuple(How("said", name) for name in names))


class Screen:
    """coach.desktop.awake.Way of a screen that remembers what it was kept on for."""

    def __init__(self, name: str = "a screen", log: list[str] | None = None, *, refuses: bool = False) -> None:
        self.name, self.who, self._refuses = name, How("said", name), refuses
        self.log: list[str] = [] if log is None else log
        self.is_on = threading.Event()

    def is_there(self) -> bool:
        return not self._refuses

    @contextmanager
    def keep_on(self, reason):
        if self._refuses:
            raise RefusedError
        self.log.append(f"{self.name} on: {reason}")
        self.is_on.set()
        yield
        self.log.append(f"{self.name} off")


def test_held_until_released():
    screen = Screen()
    awake = AwakeInWays([screen])
    awake.release()
    for _ in range(2):
        awake.hold("Desk reset")
        awake.hold("once more is harmless")
        assert screen.is_on.wait(PATIENCE_SECONDS)
        screen.is_on.clear()
        awake.release()
    assert screen.log == ["a screen on: Desk reset", "a screen off"] * 2


def test_closed_it_is_released():
    screen = Screen()
    awake = AwakeInWays([screen])
    awake.hold("Desk reset")
    assert screen.is_on.wait(PATIENCE_SECONDS)
    awake.close()
    awake.close()
    assert screen.log == ["a screen on: Desk reset", "a screen off"]


def test_every_way_that_there_is_and_the_last_first_back():
    log: list[str] = []
    ways = [Screen("first", log), Screen("second", log, refuses=True), Screen("third", log)]
    awake = AwakeInWays(ways)
    assert awake.told() == keeping("first", "third")
    awake.hold("Desk reset")
    assert ways[2].is_on.wait(PATIENCE_SECONDS)
    awake.release()
    assert log == ["first on: Desk reset", "third on: Desk reset", "third off", "first off"]


def test_while_it_is_held_those_that_hold_it_are_told():
    """Whether or not they could be found before."""

    class Unseen(Screen):
        def is_there(self):
            return False

    ways = [Unseen("first"), Unseen("second")]
    awake = AwakeInWays(ways)
    assert awake.told() == NOBODY
    awake.hold("Desk reset")
    assert ways[1].is_on.wait(PATIENCE_SECONDS)
    assert awake.told() in (keeping("first"), keeping("first", "second")), "the second is being entered"
    awake.release()
    assert awake.told() == NOBODY


def test_a_desktop_that_refuses():
    awake = AwakeInWays([Screen(refuses=True)])
    assert awake.told() == NOBODY
    awake.hold("Desk reset")
    awake.release()
    awake.hold("the next one")
    awake.release()


def test_a_way_that_cannot_be_looked_for_is_not_there():
    class Broken(Screen):
        def is_there(self):
            raise OSError

    assert AwakeInWays([Broken()]).told() == NOBODY


def test_a_way_that_breaks_at_the_end_hinders_no_other():
    class Breaks(Screen):
        @contextmanager
        def keep_on(self, reason):
            with super().keep_on(reason):
                yield
            raise OSError

    log: list[str] = []
    ways = [Screen("first", log), Breaks("second", log)]
    awake = AwakeInWays(ways)
    awake.hold("Desk reset")
    assert ways[1].is_on.wait(PATIENCE_SECONDS)
    awake.release()
    assert log[2:] == ["second off", "first off"]


def test_a_system_that_gives_no_thread(monkeypatch):
    def refuse(_thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    screen = Screen()
    awake = AwakeInWays([screen])
    awake.hold("Desk reset")
    awake.release()
    assert screen.log == []


class Losing(Screen):
    """A way that may be lost, and not to be had for a while after it; coach.desktop.awake.Hold of itself."""

    def __init__(self) -> None:
        super().__init__()
        self._told, self.teller = socket.socketpair()
        self.is_lost = False
        self.tries = threading.Semaphore(0)

    @property
    def file(self) -> int:
        return self._told.fileno()

    def is_held(self) -> bool:
        self._told.recv(64)
        return not self.is_lost

    @contextmanager
    def keep_on(self, reason):
        self.tries.release()
        if self._refuses:
            raise RefusedError
        with super().keep_on(reason):
            yield self

    def close(self) -> None:
        self._told.close()
        self.teller.close()


@pytest.fixture
def losing():
    screen = Losing()
    yield screen
    screen.close()


def test_what_was_lost_is_held_again_as_soon_as_it_is_to_be_had(losing, monkeypatch):
    monkeypatch.setattr(awakes, "AGAIN_SECONDS", 0.01)
    still = Screen("another")
    awake = AwakeInWays([losing, still])
    awake.hold("Desk reset")
    assert still.is_on.wait(PATIENCE_SECONDS)
    losing.is_on.clear()
    losing.teller.send(b"nothing that matters")
    losing._refuses = losing.is_lost = True
    losing.teller.send(b"a monitor was unplugged")
    for _ in range(3):  # the first one, and two that are refused
        assert losing.tries.acquire(timeout=PATIENCE_SECONDS)
    assert awake.told() == keeping("another")
    losing._refuses = losing.is_lost = False
    assert losing.is_on.wait(PATIENCE_SECONDS)
    awake.release()
    assert losing.log == ["a screen on: Desk reset", "a screen off"] * 2
    assert still.log == ["another on: Desk reset", "another off"]


def test_a_hold_that_cannot_be_asked_is_had_anew(losing):
    losing.is_held = lambda: losing._told.recv(64) and 1 / 0
    awake = AwakeInWays([losing])
    awake.hold("Desk reset")
    assert losing.is_on.wait(PATIENCE_SECONDS)
    losing.is_on.clear()
    losing.teller.send(b"!")
    assert losing.is_on.wait(PATIENCE_SECONDS)
    awake.release()
    assert losing.log == ["a screen on: Desk reset", "a screen off"] * 2


@pytest.mark.parametrize(
    ("keeper", "body", "released"),
    [
        (SESSION_MANAGER, ("Posture Coach", 0, "Desk reset", 8), "Uninhibit"),
        (SCREEN_SAVER, ("Posture Coach", "Desk reset"), "UnInhibit"),
    ],
)
def test_the_desktop_hears_who_and_why(keeper, body, released):
    bus = FakeBus()
    questions = []
    plain = bus.reply
    bus.reply = lambda question: questions.append(question) or plain(question)
    bus.answers[keeper.inhibit.service, "Inhibit"] = (4711,)
    with ByKeeper(keeper, lambda: bus).keep_on("Desk reset"):
        assert [(one.method, one.body) for one in questions] == [("Inhibit", body)]
        assert not bus.is_closed, "what is held belongs to its connection"
    assert (questions[1].method, questions[1].body) == (released, (4711,))
    assert bus.is_closed


def test_a_desktop_without_such_a_service():
    bus = FakeBus()
    way = ByKeeper(SCREEN_SAVER, lambda: bus)
    assert not way.is_there()
    with pytest.raises(RefusedError), way.keep_on("Desk reset"):
        pass
    assert bus.is_closed
    bus.own("org.freedesktop.ScreenSaver", ":1.2")
    assert way.is_there()


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ":4242"}, {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}])
def test_where_nobody_keeps_it_on(environ):
    told = choose_awake(environ, "linux").told()
    assert told == NOBODY
