"""A file watched by Qt's loop."""

from __future__ import annotations

import socket

import pytest

from coach.desktop.wayland.idle import WaylandIdle
from coach.desktop.wayland.wire import Arguments
from coach.ui.watching import watch_file
from tests.desktop.wayland.compositor import Compositor


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_what_comes_is_heard_until_nobody_watches(qtbot, ends):
    ours, theirs = ends
    heard: list[bytes] = []
    stop = watch_file(ours.fileno(), lambda: heard.append(ours.recv(10)))
    theirs.send(b"one")
    qtbot.waitUntil(lambda: heard == [b"one"])
    theirs.send(b"two")
    qtbot.waitUntil(lambda: heard == [b"one", b"two"])
    stop()
    theirs.send(b"three")
    assert ours.recv(10, socket.MSG_PEEK) == b"three"
    qtbot.wait(0)
    assert heard == [b"one", b"two"]


def test_who_hears_may_end_the_watching(qtbot, ends):
    """As where the other side has closed its end, which can be read for ever."""
    ours, theirs = ends
    times: list[int] = []

    def hear() -> None:
        times.append(1)
        stop()

    stop = watch_file(ours.fileno(), hear)
    theirs.close()
    qtbot.waitUntil(lambda: bool(times))
    qtbot.wait(0)
    assert times == [1]


def test_time_away_on_wayland_is_heard_when_it_is_told(qtbot, tmp_path):
    """And not at the next look, which may be a minute later."""
    compositor = Compositor(tmp_path / "w", [("ext_idle_notifier_v1", 2), ("wl_seat", 7)])
    now, heard = [1000.0], []

    def watch(descriptor, call):
        return watch_file(descriptor, lambda: heard.append(call()))

    idle = WaylandIdle(compositor.address, watch, lambda: now[0])
    assert idle.seconds() is None
    compositor.answered(compositor.client, 5)
    (asked,) = compositor.client.asked_of("ext_idle_notifier_v1")
    compositor.client.send(Arguments(asked.body).number(), 0)
    qtbot.waitUntil(lambda: bool(heard))
    now[0] += 60
    assert idle.seconds() == 65.0
    idle.close()
    compositor.end()
