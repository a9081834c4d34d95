"""A file watched by Qt's loop."""

from __future__ import annotations

import socket

import pytest

from coach.ui.watching import watch_file


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
