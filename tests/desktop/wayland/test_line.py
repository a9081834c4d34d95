"""A line that is lost and made anew, without hurry."""

from __future__ import annotations

import pytest

from coach.desktop.how import How
from coach.desktop.wayland import connection as connections
from coach.desktop.wayland.connection import Connection
from coach.desktop.wayland.line import RETRY_SECONDS, Line


@pytest.fixture
def begun() -> list[Connection]:
    return []


def test_it_is_opened_when_first_asked_for_and_once(start, begun):
    compositor = start([("wl_seat", 7)])
    line = Line(compositor.address, begun.append)
    assert compositor.clients == []
    first = line.connection()
    assert first is not None
    assert line.connection() is first
    assert begun == [first]
    line.close()


def test_nobody_is_there_and_it_is_tried_once_a_minute(tmp_path, start, begun, clock):
    line = Line(tmp_path / "wayland-t", begun.append, monotonic=clock)
    assert line.connection() is None
    assert line.why_not == How("wayland-unreachable")
    compositor = start([])
    clock.now += RETRY_SECONDS - 1
    assert line.connection() is None
    assert compositor.clients == []
    clock.now += 1
    assert line.connection() is not None
    assert line.why_not is None
    line.close()


def test_a_loss_is_noticed_at_the_next_look_and_mended_a_minute_after_the_last_try(start, begun, clock):
    compositor = start([])
    line = Line(compositor.address, begun.append, monotonic=clock)
    line.connection()
    compositor.hang_up()
    clock.now += RETRY_SECONDS / 2
    assert line.connection() is None
    assert line.why_not == How("wayland-gone")
    start([])
    clock.now += RETRY_SECONDS / 2
    assert line.connection() is not None
    assert len(begun) == 2
    line.close()


def test_who_watches_hears_what_comes_and_is_left_alone_at_the_end(start, begun, watcher, clock):
    compositor = start([])
    line = Line(compositor.address, begun.append, watcher, clock)
    connection = line.connection()
    assert list(watcher.watched) == [connection.fileno]
    name = compositor.offer("wl_seat", 7)
    watcher.call()
    assert name in connection.offers
    line.close()
    assert watcher.watched == {}


def test_a_lost_line_is_not_watched(start, begun, watcher, clock):
    """A socket that was closed by the other side is readable for ever: watched on, it would keep the program busy."""
    compositor = start([])
    line = Line(compositor.address, begun.append, watcher, clock)
    line.connection()
    compositor.hang_up()
    watcher.call()
    assert watcher.watched == {}
    assert line.why_not == How("wayland-gone")
    watcher.call()
    assert line.connection() is None
    assert watcher.times == 1


def test_a_compositor_that_takes_in_but_does_not_answer(start, begun, monkeypatch, clock):
    monkeypatch.setattr(connections, "ANSWER_SECONDS", 0.01)
    compositor = start([], is_deaf=True)
    line = Line(compositor.address, begun.append, monotonic=clock)
    assert line.connection() is None
    assert line.connection() is None
    assert line.why_not == How("wayland-silent")
    compositor.came(1)
    assert len(compositor.clients) == 1, "asked once, not at each look"


def test_a_beginning_that_fails_leaves_nothing_open(start, watcher, clock):
    def begin(connection: Connection) -> None:
        raise connections.LostError(How("wayland-refused", "no"))

    line = Line(start([]).address, begin, watcher, clock)
    assert line.connection() is None
    assert line.why_not == How("wayland-refused", "no")
    assert watcher.times == 0


def test_closed_and_asked_again(start, begun, clock):
    line = Line(start([]).address, begun.append, monotonic=clock)
    line.connection()
    line.close()
    line.close()
    assert line.connection() is not None
    assert len(begun) == 2
    line.close()
