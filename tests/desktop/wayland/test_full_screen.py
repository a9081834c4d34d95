"""A full-screen window in front, as the compositor tells of its windows."""

from __future__ import annotations

import struct

import pytest

from coach.desktop.wayland.full_screen import FullScreen
from coach.desktop.wayland.wire import Arguments

MANAGER = "zwlr_foreign_toplevel_manager_v1"
FIRST, SECOND = 0xFF000000, 0xFF000001
ACTIVE, FULL, WIDE, AWAY = 2, 3, 0, 1


class Told:
    """What a compositor tells of its windows, and what becomes of it."""

    def __init__(self, compositor, clock) -> None:
        self.full = FullScreen(compositor.address, clock)
        assert self.full.is_on() is False
        self.client = compositor.client
        ((self.manager, _),) = [(i, b) for i, b in self.client.bound.items() if b[0] == MANAGER]
        self.compositor = compositor

    def window(self, handle: int, *states: int, is_done: bool = True) -> None:
        self.client.send(self.manager, 0, handle)
        self.client.send(handle, 0, "a title")
        self.client.send(handle, 1, "an.app")
        self.client.send(handle, 2, 7)
        self.states(handle, *states, is_done=is_done)

    def states(self, handle: int, *states: int, is_done: bool = True) -> None:
        self.client.send(handle, 4, struct.pack(f"={len(states)}I", *states))
        if is_done:
            self.client.send(handle, 5)


@pytest.fixture
def told(start, clock):
    found = Told(start([(MANAGER, 3), ("wl_seat", 7)]), clock)
    yield found
    found.full.close()


@pytest.mark.parametrize(
    ("states", "is_on"),
    [((), False), ((ACTIVE,), False), ((FULL,), False), ((ACTIVE, FULL), True), ((WIDE, FULL, AWAY, ACTIVE, 99), True)],
)
def test_the_active_window_fills_the_screen(told, states, is_on):
    told.window(FIRST, *states)
    assert told.full.is_on() is is_on
    assert told.full.how == f"the Wayland compositor tells by {MANAGER}"


def test_one_that_fills_its_screen_while_another_is_active(told):
    told.window(FIRST, FULL)
    told.window(SECOND, ACTIVE)
    assert told.full.is_on() is False


def test_it_holds_from_its_end_on_and_is_taken_back(told):
    told.window(FIRST, ACTIVE, FULL, is_done=False)
    assert told.full.is_on() is False
    told.client.send(FIRST, 5)
    assert told.full.is_on() is True
    told.client.send(FIRST, 0, "another title")
    told.client.send(FIRST, 5)
    assert told.full.is_on() is True
    told.states(FIRST, ACTIVE)
    assert told.full.is_on() is False


def test_a_closed_window_is_over_and_its_handle_is_given_back(told):
    told.window(FIRST, ACTIVE, FULL)
    assert told.full.is_on() is True
    told.client.send(FIRST, 6)
    assert told.full.is_on() is False
    told.compositor.answered(told.client, 5)
    assert (told.client.requests[-1].object_id, told.client.requests[-1].opcode) == (FIRST, 7)
    told.window(FIRST, ACTIVE, FULL)
    assert told.full.is_on() is True, "the compositor uses its numbers again"


@pytest.mark.parametrize("offers", [[], [(MANAGER, 1)]])
def test_a_compositor_that_does_not_tell(start, clock, offers):
    full = FullScreen(start(offers).address, clock)
    assert full.is_on() is None
    assert full.how == "this Wayland compositor does not tell of full screen"
    full.close()


def test_states_that_are_cut_end_the_connection(told):
    told.window(FIRST, ACTIVE, FULL)
    told.client.send(FIRST, 4, b"\1\2\3")
    assert told.full.is_on() is None
    assert "was not understood" in told.full.how


def test_it_stops_telling(told):
    told.window(FIRST, ACTIVE, FULL)
    told.client.send(told.manager, 1)
    assert told.full.is_on() is None
    assert told.full.how == "the Wayland compositor tells of full screen no longer"


def test_it_goes_away(told):
    told.window(FIRST, ACTIVE, FULL)
    told.compositor.hang_up()
    assert told.full.is_on() is None
    assert told.full.how == "the Wayland compositor went away"


def test_which_version_is_asked_for(told):
    assert told.client.bound[told.manager] == (MANAGER, 2)
    assert not [Arguments(r.body) for r in told.client.asked_of(MANAGER)]
