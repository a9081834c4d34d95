"""What one program hands to another of the desk: nothing is lost, and nothing is taken that is none of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from coach.reminders.handed import HandedDesk, handed, taken
from coach.reminders.leases import Leases
from coach.reminders.state import ReminderState, State

WALL = datetime(2026, 5, 14, 9, 0, tzinfo=timezone(timedelta(hours=2)))
STATE = State(
    {"stretch": ReminderState(count=600.0, snooze_left=30.0, snoozed_for=300.0, waiting=("session",), said=2)},
    open="stretch",
    beside=("walk", "water"),
    held_for=4.5,
    open_for=12.5,
    closed_for=3.0,
    paused=True,
    pause_left=90.0,
    at_desk=611.0,
    absent=4.0,
    away_for=301.0,
    broke=("stretch",),
    monotonic=1000.0,
    wall=WALL,
    asleep=7.0,
    idle=2.0,
)


@pytest.mark.parametrize("state", [STATE, State(wall=WALL), State()])
def test_nothing_is_lost_on_the_way(state):
    leases = Leases().renewed("abc", 1001.0, 20.0).renewed("abc", 1002.0, 50.0)
    value = json.loads(json.dumps(handed(state, leases, 1003.0)))
    assert taken(value, 1003.0) == HandedDesk(state, leases)


def test_the_moments_are_those_of_the_clock_of_who_takes():
    leases = Leases().renewed("abc", 1000.0, 20.0)
    found = taken(handed(STATE, leases, 1003.0), 53.0)
    assert found.state == replace(STATE, monotonic=50.0)
    assert found.leases.held["abc"].until - 53.0 == leases.held["abc"].until - 1003.0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("form", 1),
        ("kept", {}),
        ("open", 5),
        ("open", "x" * 201),
        ("open_for", "long"),
        ("open_for", True),
        ("closed_for", 1e12),
        ("beside", "x"),
        ("beside", [5]),
        ("held_for", "long"),
        ("broke", None),
        ("looked", []),
        ("sessions", [{"name": "abc"}]),
        ("sessions", 3),
    ],
)
def test_what_is_no_desk_is_refused(name, value):
    whole = handed(STATE, Leases(), 1003.0)
    with pytest.raises(ValueError, match=r"handed|name|length|state"):
        taken({**whole, name: value}, 1003.0)
    del whole[name]
    with pytest.raises(ValueError, match=r"handed|name|length|state"):
        taken(whole, 1003.0)
