"""The desk as it is shown: what comes first, and why it is quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from coach.reminders.status import DeskStatus, LogEntry, status_of
from coach.zone import keeping_offset
from tests.reminders.simulator import VIENNA, Simulator, active, idle, reminder

NOON = datetime(2026, 5, 14, 12, tzinfo=VIENNA)


def status(day: Simulator) -> DeskStatus:
    lines, local = day.explained(), keeping_offset(day.wall)
    return status_of(day.policy, day.state, day.observation(), lines, log=[], idle_is_known=True, local=local)


def test_what_comes_first() -> None:
    day = Simulator(reminder("walk", every=60), reminder("stretch", every=30))
    day.tick(active, minutes=10)
    shown = status(day)
    assert (shown.next_id, shown.next_in_seconds) == ("stretch", 1200.0)
    assert [line.reminder_id for line in shown.lines] == ["walk", "stretch"]
    assert (shown.at_desk_seconds, shown.is_away, shown.quiet, shown.position) == (600.0, False, (), None)


def test_where_none_ever_comes() -> None:
    shown = status(Simulator(reminder("stretch", every=30, enabled=False)))
    assert (shown.next_id, shown.next_in_seconds, shown.quiet) == (None, None, ())


def test_who_is_away() -> None:
    day = Simulator(reminder("stretch", every=30))
    day.tick(idle, minutes=20)
    assert status(day).is_away


@pytest.mark.parametrize(("minutes", "until"), [(90.0, timedelta(minutes=90)), (None, None)])
def test_a_pause_and_when_it_ends(minutes: float | None, until: timedelta | None) -> None:
    day = Simulator(reminder("stretch", every=30))
    day.pause(minutes)
    shown = status(day)
    assert (shown.paused, shown.quiet) == (True, ("paused",))
    assert shown.paused_until == (None if until is None else day.wall + until)


def test_all_reasons_to_be_quiet_and_hours_where_they_hold_for_all() -> None:
    day = Simulator(reminder("stretch", every=30, between="12:00-14:00"), reminder("off", every=30, enabled=False))
    day.hush("camera")
    assert status(day).quiet == ("camera", "outside-hours")
    day.policy = replace(day.policy, reminders=(*day.policy.reminders, reminder("walk", every=60)))
    assert status(day).quiet == ("camera",)


def entry(**changed: Any) -> LogEntry:
    return replace(LogEntry(NOON, "stretch", "Stretch", "natural-break", "away 5 min"), **changed)


def test_one_absence_is_told_once() -> None:
    assert entry(id="walk").repeats([entry(what="shown"), entry()])
    assert not entry().repeats([])
    assert not entry(why="away 6 min").repeats([entry()])
    assert not entry(what="shown").repeats([entry(what="shown")]), "each nudge is told"
