"""A small library, days, and what a person did and told on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from coach.content.model import DoseLayer, Plan, PlanItem, PlanWeeks, Routine, Test, Text
from coach.progress.records import TestRecord
from coach.progression.past import End, Kind, Morning, Pain, PlanFollowed, Session, Work
from coach.today.calendar import Calendar
from coach.today.past import Past, past_up_to

ZONE = timezone(timedelta(hours=1))
FIRST = date(2026, 3, 2)
"""A Monday."""

EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def on(number: int, hour: int = 18, minute: int = 0) -> datetime:
    """An hour of the day that comes `number` days after the first Monday."""
    return datetime(2026, 3, 2, hour, minute, tzinfo=ZONE) + timedelta(days=number)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def did(
    when: datetime,
    target: str = "row",
    *,
    how: End | None = "finished",
    pain: int | None = None,
    pains: Iterable[int] = (),
    morning: Morning | None = None,
    kind: Kind = "routine",
    worked: bool = True,
) -> Session:
    """A session; its uid tells when it began."""
    work = (Work(0, "pull", "pull", "done" if worked else "skipped"),)
    told = tuple(Pain("pull", much) for much in pains)
    return Session(target, when, how, 5, pain, morning, told, work, kind, f"{when:%d %H:%M}")


def result(when: datetime, test: str = "wall", focus: Sequence[str] = ()) -> TestRecord:
    return TestRecord(0, test, when, {"focus": list(focus)})


def routine(ident: str, goal: str = "strength") -> Routine:
    return Routine(ident, Text(ident), (), goal=goal)


def item(ident: str, *days: str, times: int = 1, sets: int | None = None, if_sore: str | None = None) -> PlanItem:
    """A routine on these days, every day where none is named."""
    return PlanItem(days or EVERY_DAY, ident, times=times, dose=DoseLayer(sets=sets), if_sore=if_sore)


def weeks(*items: PlanItem, first: int = 1, last: int | None = None) -> PlanWeeks:
    return PlanWeeks(first, last, items)


def plan(*parts: PlanWeeks, ident: str = "spring") -> Plan:
    return Plan(ident, Text(ident), parts)


@dataclass(frozen=True)
class Shelf:
    """coach.today.calendar.Library of routines row, fly, ease, a test wall, and plans."""

    plans: Mapping[str, Plan] = field(default_factory=dict)
    routines: Mapping[str, Routine] = field(
        default_factory=lambda: {one: routine(one) for one in ("row", "fly", "ease")}
    )
    tests: Mapping[str, Test] = field(default_factory=lambda: {"wall": Test("wall", Text("Wall"), ())})


def shelf(*plans: Plan) -> Shelf:
    return Shelf({one.id: one for one in plans})


def calendar(*items: PlanItem, begun: int = 0, until: int | None = None, last: int | None = None) -> Calendar:
    """One plan with these items each week, begun some days after the first Monday."""
    followed = PlanFollowed("spring", day(begun), None if until is None else day(until))
    return Calendar(shelf(plan(weeks(*items, last=last))), (followed,))


def past(at: datetime, *sessions: Session, tests: Sequence[TestRecord] = ()) -> Past:
    return past_up_to(at, sessions, tests)
