"""A full-screen window in front, as the compositor tells of its windows."""

from __future__ import annotations

import struct

import pytest

from coach.desktop.wayland import connection as connections
from coach.desktop.wayland.full_screen import FullScreen
from coach.desktop.wayland.line import RETRY_SECONDS
from coach.words.how_known import said

MANAGER = "zwlr_foreign_toplevel_manager_v1"
FIRST = 0xFF000000
WIDE, AWAY, ACTIVE, FULL = range(4)


def tell(compositor, *windows, states_of=lambda states: struct.pack(f"={len(states)}I", *states)):
    """From now on it tells whoever asks of these windows, each by its states."""

    def when_asked(client, message):
        bound = client.bound.get(max(client.bound, default=0), ("", 0))[0]
        if message.object_id != client.registry or bound != MANAGER:
            return
        for handle, states in enumerate(windows, start=FIRST):
            client.send(max(client.bound), 0, handle)
            client.send(handle, 0, "a title")
            client.send(handle, 1, "an.app")
            client.send(handle, 2, 7)
            client.send(handle, 4, states_of(states))
            client.send(handle, 5)
            client.send(handle, 7, 0)

    compositor.when_asked = when_asked


@pytest.fixture
def compositor(start):
    return start([(MANAGER, 3), ("wl_seat", 7)])


@pytest.fixture
def full(compositor, clock):
    return FullScreen(compositor.address, clock)


@pytest.mark.parametrize(
    ("windows", "is_on"),
    [
        ([], False),
        ([[]], False),
        ([[ACTIVE]], False),
        ([[FULL]], False),
        ([[ACTIVE, FULL]], True),
        ([[WIDE, FULL, AWAY, ACTIVE, 99]], True),
        ([[FULL], [ACTIVE]], False),
        ([[ACTIVE], [], [FULL, ACTIVE]], True),
    ],
)
def test_the_active_window_fills_the_screen(compositor, full, windows, is_on):
    tell(compositor, *windows)
    assert full.is_on() is is_on
    assert said(full.how) == f"the Wayland compositor tells by {MANAGER}"


def test_it_is_asked_anew_each_time_and_nothing_stays_open(compositor, full):
    for windows, is_on in (([[ACTIVE, FULL]], True), ([[ACTIVE]], False), ([[ACTIVE, FULL]], True)):
        tell(compositor, *windows)
        assert full.is_on() is is_on
        compositor.gone(compositor.client)
    assert list(compositor.client.bound.values()) == [(MANAGER, 2)]


def test_a_window_that_closes_meanwhile(compositor, full):
    tell(compositor, [ACTIVE, FULL])
    telling = compositor.when_asked

    def and_closing(client, message):
        telling(client, message)
        if message.object_id == client.registry:
            client.send(FIRST, 6)
            client.send(FIRST + 1, 6)

    compositor.when_asked = and_closing
    assert full.is_on() is False


@pytest.mark.parametrize("offers", [[], [(MANAGER, 1)]])
def test_a_compositor_that_does_not_tell_is_asked_once_a_minute(start, clock, offers):
    compositor = start(offers)
    full = FullScreen(compositor.address, clock)
    for _ in range(3):
        assert full.is_on() is None
        assert said(full.how) == "this Wayland compositor does not tell of full screen"
    assert len(compositor.clients) == 1
    clock.now += RETRY_SECONDS
    assert full.is_on() is None
    assert len(compositor.clients) == 2


def test_states_that_are_cut(compositor, full):
    tell(compositor, [ACTIVE, FULL], states_of=lambda _states: b"\1\2\3")
    assert full.is_on() is None
    assert "was not understood" in said(full.how)


def test_it_goes_away_and_comes_back(start, compositor, full, clock):
    tell(compositor, [ACTIVE, FULL])
    assert full.is_on() is True
    compositor.hang_up()
    assert full.is_on() is None
    assert said(full.how) == "the Wayland compositor cannot be reached"
    tell(start([(MANAGER, 3)]), [ACTIVE, FULL])
    assert full.is_on() is None, "tried again in a minute"
    clock.now += RETRY_SECONDS
    assert full.is_on() is True


def test_a_compositor_that_does_not_answer_holds_up_once_a_minute(start, clock, monkeypatch):
    monkeypatch.setattr(connections, "ANSWER_SECONDS", 0.01)
    compositor = start([(MANAGER, 3)], is_deaf=True)
    full = FullScreen(compositor.address, clock)
    assert full.is_on() is None
    assert full.is_on() is None
    assert said(full.how) == "the Wayland compositor does not answer"
    compositor.came(1)
    assert len(compositor.clients) == 1
