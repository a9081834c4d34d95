"""When the question about the morning after may come: one look after another, at moments that the test says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from coach.reminders.morning import MORNING_FROM, THERE_SECONDS, Waiting, may_ask
from coach.reminders.policy import Observation, Policy
from coach.reminders.state import State

POLICY, NOTHING = Policy(()), State()
MORNING = datetime(2026, 5, 14, 8, 0, tzinfo=timezone(timedelta(hours=2)))
THERE = Observation(1000.0, MORNING, idle=0.0)


def later(seconds: float, look: Observation = THERE) -> Observation:
    return replace(look, monotonic=look.monotonic + seconds, wall=look.wall + timedelta(seconds=seconds))


def test_it_comes_in_the_first_moment_that_somebody_is_there() -> None:
    assert may_ask(POLICY, NOTHING, THERE, Waiting())[1]
    assert may_ask(POLICY, NOTHING, replace(THERE, idle=None), Waiting())[1], "as one who cannot be seen to be away"


@pytest.mark.parametrize(
    ("look", "state"),
    [
        (replace(THERE, quiet=frozenset({"camera"})), NOTHING),
        (replace(THERE, quiet=frozenset({"session"})), NOTHING),
        (replace(THERE, idle=THERE_SECONDS), NOTHING),
        (replace(THERE, wall=MORNING.replace(hour=4, minute=59)), NOTHING),
        (THERE, replace(NOTHING, paused=True)),
    ],
)
def test_after_what_speaks_against_it_comes_with_the_grace_of_a_reminder(look: Observation, state: State) -> None:
    waiting, may = may_ask(POLICY, state, look, Waiting())
    assert not may
    waiting, may = may_ask(POLICY, NOTHING, later(60), waiting)
    assert not may
    waiting, may = may_ask(POLICY, NOTHING, later(60 + POLICY.grace - 1), waiting)
    assert not may
    assert may_ask(POLICY, NOTHING, later(60 + POLICY.grace), waiting)[1]


def test_what_is_quiet_again_meanwhile_begins_the_grace_anew() -> None:
    quiet = frozenset({"camera"})
    waiting = Waiting()
    for seconds, reasons in ((0.0, quiet), (10.0, frozenset()), (25.0, quiet), (40.0, frozenset())):
        waiting, may = may_ask(POLICY, NOTHING, replace(later(seconds), quiet=reasons), waiting)
        assert not may
    assert not may_ask(POLICY, NOTHING, later(59), waiting)[1]
    assert may_ask(POLICY, NOTHING, later(60), waiting)[1]


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (State(open="stretch"), False),
        (State(closed_for=POLICY.grace - 1), False),
        (State(closed_for=POLICY.grace), True),
    ],
)
def test_it_makes_no_crowd_with_a_reminder(state: State, may: bool) -> None:
    assert may_ask(POLICY, state, THERE, Waiting())[1] is may


def test_a_morning_begins_at_five() -> None:
    assert may_ask(POLICY, NOTHING, replace(THERE, wall=MORNING.replace(hour=MORNING_FROM.hour)), Waiting())[1]
