"""What is offered where nothing is planned, and what is offered besides where a plan asks too much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Literal

from coach.content.catalogue import Catalogue
from coach.content.model import Routine
from coach.progress.records import TestRecord
from coach.session.planned import routine_of
from coach.today.calendar import Calendar
from coach.today.due import days_until, due
from coach.today.keeping import ADHERENCE_DAYS, Adherence
from coach.today.past import Past, last_told
from coach.today.soreness import Soreness
from coach.today.suggestion import Reason as Suggested
from coach.today.suggestion import SecondsOf, proposable, suggested
from coach.today.wishes import NO_WISHES, Lacked, Wishes
from coach.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class DueAgain:
    """A test is due again: so many dates after it was done last."""

    days: int


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to start, and why just that: an adherence that is under half asks for something small. `lacked` is what
    would have been offered in its place.
    """

    kind: Literal["routine", "test"]
    id: str
    why: Suggested | Soreness | DueAgain | Adherence
    lacked: Lacked | None = None


def offers(
    catalogue: Catalogue,
    calendar: Calendar,
    past: Past,
    tests: Sequence[TestRecord],
    sore: Soreness | None,
    wishes: Wishes = NO_WISHES,
) -> list[Offer]:
    """What to do on a day for which nothing is planned: one routine, and the tests that are due again.

    When sore it is the first routine for recovery that was not done today, and nothing else; otherwise what focus
    areas, the person's aim and goals suggest. Nothing of which the person's conditions leave nothing, or for which they
    have not got what it needs; then it says what it stands for.
    """
    there = _routines(catalogue, calendar)
    doable = wishes.can_be_done(there)
    first = _first(catalogue, there, doable, past, tests, sore, wishes)
    lacked = None
    if len(doable) < len(there):
        lacked = wanted_but_lacked(catalogue, calendar, past, tests, sore, wishes)
    found = [replace(first, lacked=lacked)] if first is not None else []
    if sore is not None and gentle_ones(there):
        return found
    return found + [Offer("test", ident, DueAgain(days)) for ident, days in due_again(catalogue, tests, past)]


def wanted_but_lacked(
    catalogue: Catalogue,
    calendar: Calendar,
    past: Past,
    tests: Sequence[TestRecord],
    sore: Soreness | None,
    wishes: Wishes,
) -> Lacked | None:
    """The routine that would be offered first if the person had what it needs; None where nothing is missing for it."""
    there = _routines(catalogue, calendar)
    wanted = _first(catalogue, there, list(there), past, tests, sore, wishes)
    return Lacked.of(there[wanted.id], wishes) if wanted is not None else None


def _routines(catalogue: Catalogue, calendar: Calendar) -> dict[str, Routine]:
    return {ident: one for ident, one in proposable(catalogue.routines).items() if calendar.can_be_done(ident)}


def _first(
    catalogue: Catalogue,
    there: Mapping[str, Routine],
    doable: Sequence[str],
    past: Past,
    tests: Sequence[TestRecord],
    sore: Soreness | None,
    wishes: Wishes,
) -> Offer | None:
    """The first of the `doable` ones of those that are `there`."""
    done = _done_today(past)
    gentle = gentle_ones(there)
    if sore is not None and gentle:
        left = (ident for ident in gentle if ident in doable and ident not in done)
        return next((Offer("routine", ident, sore) for ident in left), None)
    by_then = [test for test in tests if test.at.timestamp() <= past.at.timestamp()]
    newest_first = sorted(by_then, key=lambda test: test.at.timestamp(), reverse=True)
    found = suggested(
        replace(catalogue, routines={ident: there[ident] for ident in doable}), newest_first, done, wishes.aim
    )
    return Offer("routine", found.id, found.reason) if found is not None else None


def gentle_ones(routines: Mapping[str, Routine]) -> list[str]:
    """The routines for recovery: what is offered in place of others that hurt."""
    return [ident for ident, routine in routines.items() if routine.goal == "recovery"]


def due_again(catalogue: Catalogue, tests: Sequence[TestRecord], past: Past) -> list[tuple[str, int]]:
    """The tests that are due again today, and how many dates ago each was done. One never done is not due again."""
    found = []
    for ident, test in catalogue.tests.items():
        last = last_told([one for one in tests if one.test_id == ident], past.at)
        again = due(test, last.at) if last is not None else None
        if last is not None and again is not None and days_until(again, past.today) <= 0:
            found.append((ident, (past.today - last.at.date()).days))
    return found


def something_small(
    catalogue: Catalogue,
    calendar: Calendar,
    past: Past,
    kept: Adherence | None,
    seconds_of: SecondsOf,
    wishes: Wishes = NO_WISHES,
) -> Offer | None:
    """Where less than half was done of a plan that is followed for two weeks and more: the shortest routine for
    strength, which has the best trials (docs/evidence.md, section 0), of those for which nothing is missing. None where
    that was done today.
    """
    week = calendar.week_on(past.today)
    if week is None or kept is None or not kept.is_under_half:
        return None
    if past.today - week.followed.begun < timedelta(days=ADHERENCE_DAYS):
        return None
    strong = [ident for ident, one in _routines(catalogue, calendar).items() if one.goal == "strength"]
    by_length = sorted(strong, key=seconds_of)
    shortest = next((ident for ident in by_length if not wishes.lacks(ident)), None)
    if shortest is None or shortest in _done_today(past):
        return None
    return Offer("routine", shortest, kept, Lacked.of(catalogue.routines[by_length[0]], wishes))


def _done_today(past: Past) -> frozenset[str]:
    """The ids of the routines, without the plan that one was done in."""
    return frozenset(routine_of(one.target) for one in past.finished.get(past.today, ()) if one.kind == "routine")
