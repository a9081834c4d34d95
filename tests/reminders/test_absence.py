"""Idle time and sleep that follow one another are one absence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.reminders.absence import Absence, absence
from coach.reminders.passing import let_pass, passed
from coach.reminders.policy import Observation, Policy
from coach.reminders.reasons import is_away
from coach.reminders.state import State
from tests.fakes import FakeClock
from tests.reminders.simulator import Simulator, active, idle, reminder, unknown

STRETCH = reminder("stretch", every=30)


@pytest.mark.parametrize("knows_sleep", [False, True])
@pytest.mark.parametrize("every_seconds", [None, 7])
def test_four_minutes_idle_and_four_asleep_are_the_break(knows_sleep: bool, every_seconds: float | None) -> None:
    day = Simulator(STRETCH, knows_sleep=knows_sleep, every_seconds=every_seconds)
    day.tick(active, minutes=25)
    day.tick(idle, minutes=4)
    day.sleep(minutes=4)
    day.tick(active, minutes=29)
    day.expect("09:33:00", "break stretch", "away 8 min, counted as your break")
    day.tick(active, minutes=1)
    day.expect("10:03:00", "nudge stretch")
    day.verify()


def test_asleep_first_and_nobody_comes_back_for_a_while_is_one_absence() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=25)
    day.tick(idle, seconds=2)
    day.sleep(minutes=4)
    day.tick(idle, minutes=2)
    assert is_away(STRETCH, day.state)
    day.tick(active, minutes=1)
    assert [event for event in day.events if event[1].startswith("break")] == [("09:31:02", "break stretch")]


def test_twice_asleep_with_nobody_there_in_between_is_one_absence() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=25)
    for _ in range(3):
        day.tick(idle, seconds=30)
        day.sleep(seconds=75)
    day.tick(active, minutes=1)
    day.expect("09:30:15", "break stretch", "away 5 min 15 s, counted as your break")
    day.verify()


@pytest.mark.parametrize("work_seconds", [5, 30, 60, 600])
@pytest.mark.parametrize("sleep_first", [False, True])
def test_two_absences_with_work_in_between_are_not_added(work_seconds: int, sleep_first: bool) -> None:
    day = Simulator(reminder("stretch", every=300))
    day.tick(active, minutes=25)
    for asleep in (sleep_first, not sleep_first):
        if asleep:
            day.sleep(minutes=4)
        else:
            day.tick(idle, minutes=4)
        day.tick(active, seconds=work_seconds)
    assert not day.events
    assert day.state.of("stretch").count == 25 * 60 + 240 + 2 * work_seconds


def test_asleep_without_an_idle_clock_counts_alone() -> None:
    day = Simulator(STRETCH)
    day.tick(unknown, minutes=20)
    day.sleep(minutes=4)
    assert not is_away(STRETCH, day.state)
    day.sleep(minutes=5)
    assert [event for _, event in day.events] == ["break stretch"]


# --- what the looks of a real machine show ---

POLICY = Policy((STRETCH,))
START = FakeClock().wall()


def look(state: State, *, after: float, slept: float, idle_seconds: float) -> Absence:
    """The absence at a look that many seconds awake and asleep after the last one."""
    return absence(POLICY, state, Observation(0.0, START, idle_seconds), after, slept)


def before(idle_seconds: float | None, absent: float | None = None) -> State:
    return replace(State(), idle=idle_seconds, absent=(absent if absent is not None else idle_seconds) or 0.0)


def test_idle_time_that_stands_still_in_sleep_gets_the_sleep_added() -> None:
    assert look(before(210), after=30, slept=240, idle_seconds=240) == Absence(480, 480)
    assert look(before(240, absent=480), after=20, slept=0, idle_seconds=260.4) == Absence(500.4, 500.4)


def test_idle_time_that_goes_on_in_sleep_has_it_already() -> None:
    assert look(before(210), after=30, slept=240, idle_seconds=481) == Absence(481, 481)


def test_a_person_back_before_the_first_look_after_sleep_was_away_before_and_in_it() -> None:
    assert look(before(210), after=30, slept=240, idle_seconds=4) == Absence(4, 450)
    assert look(before(210), after=30, slept=0, idle_seconds=4) == Absence(4, 4)


def test_a_long_time_without_a_look_is_no_bridge_between_two_absences() -> None:
    assert look(before(210), after=600, slept=240, idle_seconds=4) == Absence(4, 240)


def test_a_person_who_rests_between_looks_does_not_keep_a_sleep_that_is_over() -> None:
    state = before(2.0, absent=242.0)
    assert look(state, after=2.0, slept=0, idle_seconds=2.0) == Absence(2.0, 2.0)


def test_the_first_look_of_a_start_knows_no_idle_time_before_it() -> None:
    assert look(before(None), after=0, slept=3600, idle_seconds=40) == Absence(40, 3600)


def test_a_look_without_an_idle_clock_ends_an_absence() -> None:
    state = before(280)
    observation = Observation(30.0, START, None)
    assert absence(POLICY, state, observation, 30, 0) == Absence(0, 0)
    gone, _ = let_pass(POLICY, state, observation, passed(state, observation))
    assert gone.absent == 0
