"""What was foretold serves all who ask in one look, and nobody later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from coach.desk_foretold import KEPT_SECONDS, Foretold
from coach.reminders.policy import Observation, Policy
from coach.reminders.state import State
from tests.desk_place import STRETCH, VIENNA
from tests.fakes import FakeClock

POLICY, STATE = Policy((STRETCH,)), State()


class BusyClock(FakeClock):
    """Of a machine on which to foretell takes long: it asks for local times."""

    takes = 0.0

    def local(self, moment: datetime) -> datetime:
        self.pass_time(self.takes)
        return super().local(moment)


@pytest.fixture
def clock() -> BusyClock:
    return BusyClock(datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA))


def look(clock: FakeClock) -> Observation:
    return Observation(clock.awake(), clock.wall(), idle=0.0)


def test_whoever_asks_in_the_same_look_gets_what_was_foretold(clock: BusyClock) -> None:
    foretold = Foretold(clock)
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    clock.pass_time(KEPT_SECONDS / 2)
    assert foretold.now(POLICY, STATE, STATE, look(clock)) is first
    clock.pass_time(KEPT_SECONDS)
    assert foretold.now(POLICY, STATE, STATE, look(clock)) is not first


def test_what_took_long_serves_them_all_the_same(clock: BusyClock) -> None:
    foretold, clock.takes = Foretold(clock), 5 * KEPT_SECONDS
    begun = clock.awake()
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    assert clock.awake() - begun > KEPT_SECONDS
    assert foretold.now(POLICY, STATE, STATE, look(clock)) is first


def test_a_clock_that_was_set_has_it_foretold_anew(clock: BusyClock) -> None:
    foretold = Foretold(clock)
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    later = replace(look(clock), wall=clock.wall() + timedelta(hours=1))
    assert foretold.now(POLICY, STATE, STATE, later) is not first


def test_another_state_is_another_future(clock: BusyClock) -> None:
    foretold, other = Foretold(clock), replace(STATE, at_desk=60.0)
    first = foretold.now(POLICY, STATE, STATE, look(clock))
    assert foretold.now(POLICY, other, other, look(clock)) is not first
