"""How it went so far: a year of days, adherence, soreness and tests, as Progress and its report tell it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Protocol

from coach.content.catalogue import Catalogue
from coach.progress.records import TestRecord
from coach.progression.past import ConditionsTold, PlanFollowed, Session
from coach.today.agenda import calendar_of
from coach.today.keeping import Adherence, adherence
from coach.today.past import past_up_to
from coach.today.soreness import Soreness, soreness
from coach.today.year import Year, first_day, year
from coach.values import dataclass
from coach.zone import Local

_BEFORE = timedelta(days=7)
"""So much further back is read: a day is told by the soreness before it, and its date is that of its own zone."""


class Remembered(Protocol):
    """What this needs of the store."""

    def past_without_work(self, since: datetime) -> Sequence[Session]:
        """The sessions that began at a moment or later."""
        ...

    def tests_until(self, moment: datetime) -> list[TestRecord]:
        """The results of tests by then, the newest first."""
        ...

    def plans(self) -> tuple[PlanFollowed, ...]:
        """The plans that were begun."""
        ...

    def conditions(self) -> tuple[ConditionsTold, ...]:
        """All that was told of conditions."""
        ...


@dataclass(frozen=True, slots=True)
class Gone:
    """What went before the moment `at`. `tests`: the newest first; `sessions`: those of the year, the oldest first;
    `plan_days`: for how many the plan that is followed has been.
    """

    at: datetime
    year: Year
    adherence: Adherence | None
    sore: Soreness | None
    tests: Sequence[TestRecord]
    sessions: Sequence[Session]
    plan_days: int = 0

    @property
    def since(self) -> datetime:
        """The moment with which the year begins."""
        return _midnight(self.at)

    @property
    def of_one_test(self) -> list[TestRecord]:
        """The results of the test that was taken last, the oldest first: only those can be compared."""
        return [one for one in reversed(self.tests) if one.test_id == self.tests[0].test_id]


def gone(catalogue: Catalogue, store: Remembered, at: datetime, local: Local | None = None) -> Gone:
    """What went before the moment `at` (aware, in the person's zone); nothing later counts. Without `local` the offset
    of `at` holds for every day.
    """
    since = _midnight(at) - _BEFORE
    sessions, tests = store.past_without_work(since), store.tests_until(at)
    past = past_up_to(at, sessions, tests, local=local)
    calendar = calendar_of(catalogue, store.plans(), store.conditions(), at)
    kept, sore = adherence(calendar, past), soreness(past.sessions, at)
    week = calendar.week_on(past.today)
    plan_days = 0 if week is None else (past.today - week.followed.begun).days
    return Gone(at, year(calendar, past), kept, sore, tests, past.sessions, plan_days)


def _midnight(at: datetime) -> datetime:
    """With which the year up to a moment begins."""
    return datetime.combine(first_day(at.date()), time(), at.tzinfo)
