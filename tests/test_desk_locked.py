"""The desk and the locked screen: nobody sits before it, whatever moves."""

from __future__ import annotations

import pytest

from coach.desk import Desk
from coach.desktop.sources import AwayWhenLocked
from tests.desk_place import STRETCH, Place
from tests.fakes import FakeLock


@pytest.fixture
def place() -> Place:
    return Place((STRETCH,))


def test_nothing_comes_onto_a_locked_screen(place):
    """Locked by hand just before its time, and unlocked before that would be a break."""
    lock = FakeLock()
    desk = Desk(place.clock, place.known(), place.store, place.idle, place.quiet, lock)
    place.desk = desk
    assert place.wait(29.5) == []
    lock.now = True
    assert place.wait(2) == []
    status = desk.status()
    assert (status.is_away, status.quiet) == (True, ("away",))
    assert [(entry.what, entry.why) for entry in status.log] == [("deferred", "waits: you are away")]
    lock.now = False
    assert [nudge.id for nudge in place.wait(1)] == ["stretch"]


def test_a_screen_that_stays_locked_is_a_break(place):
    lock = FakeLock()
    idle = AwayWhenLocked(place.idle, lock, place.clock.awake)
    place.desk = Desk(place.clock, place.known(), place.store, idle, place.quiet, lock)
    place.wait(25)
    lock.now = True  # and the mouse is moved before it all the time
    assert place.wait(6) == []
    lock.now = False
    place.desk.tick()
    assert place.desk.status().at_desk_seconds < 60
    assert ("stretch", "natural-break") in [(entry.id, entry.what) for entry in place.desk.status().log]
    assert place.wait(28) == []
