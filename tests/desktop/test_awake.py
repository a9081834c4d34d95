"""The screen is held from `hold` to `release`, once, and whatever goes wrong stays inside."""

from __future__ import annotations

import threading
from contextlib import contextmanager

from coach.desktop.awake import WakepyAwake


class Screen:
    def __init__(self) -> None:
        self.log: list[str] = []
        self.is_on = threading.Event()

    @contextmanager
    def presenting(self):
        self.log.append("on")
        self.is_on.set()
        yield
        self.log.append("off")


def test_held_until_released():
    screen = Screen()
    awake = WakepyAwake(screen.presenting)
    awake.release()
    for _ in range(2):
        awake.hold("Desk reset")
        awake.hold("once more is harmless")
        assert screen.is_on.wait(10)
        screen.is_on.clear()
        awake.release()
    assert screen.log == ["on", "off", "on", "off"]


def test_closed_it_is_released():
    screen = Screen()
    awake = WakepyAwake(screen.presenting)
    awake.hold("Desk reset")
    assert screen.is_on.wait(10)
    awake.close()
    assert screen.log == ["on", "off"]
    awake.close()
    assert screen.log == ["on", "off"]


def test_a_desktop_that_refuses():
    def presenting():
        raise RuntimeError("no")

    awake = WakepyAwake(presenting)
    awake.hold("Desk reset")
    awake.release()
    awake.hold("the next one")
    awake.release()
