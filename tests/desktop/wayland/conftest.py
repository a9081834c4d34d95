"""Compositors that are gone when the test is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.desktop.wayland import connection as connections
from tests.desktop.wayland.compositor import Compositor, Offers

Start = Callable[..., Compositor]


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is answered is waited for, however busy the machine is; a test of one that is silent has less."""
    monkeypatch.setattr(connections, "ANSWER_SECONDS", 20.0)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """`start(offers)` gives one that runs; all in one place, so a second one takes over from the first."""
    running: list[Compositor] = []

    def start_one(offers: Offers, *, is_deaf: bool = False) -> Compositor:
        running.append(Compositor(tmp_path / "wayland-t", offers, is_deaf=is_deaf))
        return running[-1]

    yield start_one
    for compositor in running:
        compositor.end()


class Clock:
    """Moves only when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        """The monotonic time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """At a thousand seconds."""
    return Clock()


class Watcher:
    """Stands for an event loop."""

    def __init__(self) -> None:
        self.watched: dict[int, Callable[[], None]] = {}
        self.times = 0

    def __call__(self, descriptor: int, call: Callable[[], None]) -> Callable[[], None]:
        """Watch it, until what this gives is called."""
        self.watched[descriptor] = call
        self.times += 1

        def stop() -> None:
            del self.watched[descriptor]

        return stop

    def call(self) -> None:
        """As where everything watched can be read."""
        for call in list(self.watched.values()):
            call()


@pytest.fixture
def watcher() -> Watcher:
    """Watches nothing yet."""
    return Watcher()
