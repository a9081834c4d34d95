"""What was done, counted: sessions, days and seconds of exercise. A test measures and is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coach.progress.records import SessionRecord
from coach.session.planned import routine_of

_DAYS = 7


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week: the titles of what was done, each once, and whether it is today."""

    done: tuple[str, ...] = ()
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """`finished` sessions, on how many `days`, and the `seconds` of all exercise, of what was cut short as well."""

    finished: int
    days: int
    seconds: float


def exercise(sessions: Sequence[SessionRecord]) -> list[SessionRecord]:
    """The sessions of exercise among all, in their order."""
    return [record for record in sessions if record.is_exercise]


def finished_exercise(sessions: Sequence[SessionRecord]) -> list[SessionRecord]:
    """Those that came to their end."""
    return [record for record in exercise(sessions) if record.how == "finished"]


def done_on(day: date, sessions: Sequence[SessionRecord]) -> list[SessionRecord]:
    """The finished sessions of exercise that began on a day, in their order."""
    return [record for record in finished_exercise(sessions) if record.started.date() == day]


def routines_of(sessions: Sequence[SessionRecord]) -> frozenset[str]:
    """The ids of the routines that were done, without the plan that one was done in."""
    return frozenset(routine_of(record.target) for record in sessions)


def week_of(today: date, sessions: Sequence[SessionRecord]) -> tuple[Day, ...]:
    """Monday to Sunday of the week of `today`; `sessions` are the newest first."""
    monday = today - timedelta(days=today.weekday())
    dates = (monday + timedelta(days=number) for number in range(_DAYS))
    return tuple(Day(_titles(done_on(day, sessions)), day == today) for day in dates)


def _titles(newest_first: Sequence[SessionRecord]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(record.title for record in reversed(newest_first)))


def totals(sessions: Sequence[SessionRecord]) -> Totals:
    """All that was done: a session that was cut short is none that was finished, but its seconds count."""
    finished = finished_exercise(sessions)
    days = {record.started.date() for record in finished}
    return Totals(len(finished), len(days), sum(record.seconds for record in exercise(sessions)))
