"""Today: what is due and what became of it, what is offered, what is to be asked, and how it goes. One value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from coach.content.catalogue import Catalogue
from coach.content.model import ProgressDown, Tier
from coach.progress.records import TestRecord
from coach.progression.conditions import routines_left_out
from coach.progression.past import ConditionsTold, Days, PlanFollowed, SafetyTold, Session
from coach.session.planned import routine_of
from coach.today.calendar import Calendar, PlanWeek, monday_of
from coach.today.doing import DayItem, DayState, day_state, items_on
from coach.today.keeping import Adherence, adherence, streak_days
from coach.today.morning import morning_due
from coach.today.offers import Offer, offers, something_small, wanted_but_lacked
from coach.today.past import NO_DAYS, PAIN_DAY, Deed, Past, last_told, past_up_to
from coach.today.safety import (
    QuestionsDue,
    SeeSomeone,
    is_emergency,
    locked_tier,
    questions_due,
    see_someone,
    standing_yes,
)
from coach.today.soreness import Soreness, soreness
from coach.today.suggestion import SecondsOf
from coach.today.wishes import NO_WISHES, Lacked, Wishes
from coach.values import dataclass
from coach.zone import Local

LOOKED_AT = timedelta(days=4)
"""So far back it matters what of a session was done: a morning is asked about for two days, wherever somebody flew."""

LOOKED_BACK = timedelta(days=90)
"""So far back sessions are looked at one by one, and beyond that only their days, for the streak (our choice)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person, in any order: it is looked at up to a moment. `earlier` are the days of sessions that
    lie so far back that nothing else of them counts.
    """

    sessions: Sequence[Session] = ()
    tests: Sequence[TestRecord] = ()
    plans: Sequence[PlanFollowed] = ()
    safety: Sequence[SafetyTold] = ()
    conditions: Sequence[ConditionsTold] = ()
    earlier: Days = NO_DAYS


class Remembered(Protocol):
    """What this needs of the store."""

    def past(self, *, since: datetime, until: datetime) -> tuple[Session, ...]:
        """The sessions that began between two moments, with their work."""
        ...

    def past_without_work(self, since: datetime, until: datetime) -> tuple[Session, ...]:
        """The same without their work, which is most of what is read."""
        ...

    def days(self, before: datetime, pain_from: int) -> Days:
        """The dates of the sessions and tests before a moment, with something finished, and with so much pain."""
        ...

    def tests_of_late(self, since: datetime, until: datetime) -> list[TestRecord]:
        """The results of tests between two moments, and the last one of each test."""
        ...

    def plans(self) -> tuple[PlanFollowed, ...]:
        """The plans that were begun."""
        ...

    def safety(self) -> tuple[SafetyTold, ...]:
        """All answers to the safety questions."""
        ...

    def conditions(self) -> tuple[ConditionsTold, ...]:
        """All that was told of conditions."""
        ...


def known_of(store: Remembered, at: datetime) -> Known:
    """What the store has of the person, as far as Today needs it at the moment `at`."""
    since, lately = at - LOOKED_BACK, at - LOOKED_AT
    told = store.safety(), store.conditions(), store.days(since, PAIN_DAY)
    sessions = (
        *store.past_without_work(since, lately - timedelta(milliseconds=1)),
        *store.past(since=lately, until=at),
    )
    return Known(sessions, store.tests_of_late(since, at), store.plans(), *told)


ItemState = Literal["due", "done", "sore", "missed", "offered"]


@dataclass(frozen=True, slots=True)
class Item:
    """Something to do: `target` is what to start, `instead` the routine in its place when sore. `why` are its words'
    reasons: what became of it in the plan, or why it is offered. `lacks` is what the person has not got for it: what is
    planned is planned, and says so.
    """

    kind: Literal["routine", "test"]
    id: str
    target: str
    state: ItemState
    why: DayItem | Offer
    instead: str | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Today:
    """All that Today shows. `plan` None: none is followed. `locked`: the tier that keeps the person from exercising, in
    which case nothing is offered. `streak_days` is 0 where there is none. `besides`: what else was finished today than
    the plan's items. `is_new`: nothing was ever finished, and no plan is followed. `lacked` would be offered, but the
    person has not got what it needs, and nothing stands in its place. `sore`: why they are, if they are.
    `is_emergency`: what locks asks for help at once.
    """

    at: datetime
    plan: PlanWeek | None
    locked: Tier | None
    questions: QuestionsDue | None
    morning: Session | None
    see_someone: SeeSomeone | None
    items: tuple[Item, ...]
    adherence: Adherence | None
    streak_days: int
    besides: tuple[Deed, ...] = ()
    is_new: bool = False
    lacked: Lacked | None = None
    sore: Soreness | None = None
    is_emergency: bool = False


def today(
    catalogue: Catalogue,
    known: Known,
    at: datetime,
    seconds_of: SecondsOf,
    wishes: Wishes = NO_WISHES,
    local: Local | None = None,
) -> Today:
    """Today at the moment `at` (aware, in the person's zone); nothing later counts. `seconds_of` a routine's id;
    without `local` the offset of `at` holds for every day.
    """
    return _today(catalogue, known, *_calendar_and_past(catalogue, known, at, local), seconds_of, wishes)


def today_and_week(
    catalogue: Catalogue,
    known: Known,
    at: datetime,
    seconds_of: SecondsOf,
    wishes: Wishes = NO_WISHES,
    local: Local | None = None,
) -> tuple[Today, PlannedWeek]:
    """`today` and `week` at one moment, of a past that is gone through once."""
    found = _calendar_and_past(catalogue, known, at, local)
    return _today(catalogue, known, *found, seconds_of, wishes), _week(*found, wishes)


def _calendar_and_past(catalogue: Catalogue, known: Known, at: datetime, local: Local | None) -> tuple[Calendar, Past]:
    past = past_up_to(at, known.sessions, known.tests, known.earlier, local)
    return calendar_of(catalogue, known.plans, known.conditions, at), past


def _today(
    catalogue: Catalogue, known: Known, calendar: Calendar, past: Past, seconds_of: SecondsOf, wishes: Wishes
) -> Today:
    at = past.at
    answers = last_told(known.safety, at)
    locked = locked_tier(catalogue.safety, answers)
    planned, kept = items_on(past.today, calendar, past) or (), adherence(calendar, past)
    items = [_planned(item, wishes) for item in planned]
    lacked, sore = None, soreness(past.sessions, at)
    if locked is None:
        found = [] if planned else offers(catalogue, calendar, past, known.tests, sore, wishes)
        if not planned and not any(offer.kind == "routine" for offer in found):
            lacked = wanted_but_lacked(catalogue, calendar, past, known.tests, sore, wishes)
        small = None if sore is not None else something_small(catalogue, calendar, past, kept, seconds_of, wishes)
        known_ids = {item.id for item in items} | {offer.id for offer in found}
        if small is not None and small.id not in known_ids:
            found.append(small)
        items += [Item(offer.kind, offer.id, offer.id, "offered", offer) for offer in found]
    followed = calendar.week_on(past.today)
    return Today(
        at,
        followed,
        locked,
        questions_due(answers, past),
        morning_due(past),
        see_someone(past, lambda session: _red_from(session, catalogue)),
        tuple(items),
        kept,
        streak_days(calendar, past),
        _besides(past.today, planned, past),
        is_new=followed is None and not past.finished_days,
        lacked=lacked,
        sore=sore,
        is_emergency=is_emergency(catalogue.safety, locked, standing_yes(answers)),
    )


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week and its items; none before the plan began. `besides`: what else was finished on it. `is_rest`:
    a plan holds and has nothing for it. `has_pain`: so much was told on it that nothing is missed.
    """

    date: date
    items: tuple[Item, ...]
    besides: tuple[Deed, ...] = ()
    is_rest: bool = False
    has_pain: bool = False

    @property
    def done(self) -> int:
        """How many of its items were done."""
        return sum(item.state == "done" for item in self.items)

    @property
    def state(self) -> DayState:
        """What became of it; of what is no exercise only what is planned counts."""
        return day_state(
            self.done,
            len(self.items),
            exercised=bool(self.exercised),
            is_rest=self.is_rest,
            has_pain=self.has_pain,
        )

    @property
    def exercised(self) -> tuple[Deed, ...]:
        """What was finished of exercise, the plan's first: a test measures and is none."""
        planned = (item.why.by for item in self.items if isinstance(item.why, DayItem) and item.why.by is not None)
        return tuple(deed for deed in (*planned, *self.besides) if deed.is_exercise)


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """A week from Monday to Sunday: the plan that is followed at the moment asked for, if one is, and the days."""

    plan: PlanWeek | None
    days: tuple[Day, ...]


def week(
    catalogue: Catalogue, known: Known, at: datetime, wishes: Wishes = NO_WISHES, local: Local | None = None
) -> PlannedWeek:
    """The week of the moment `at`; each day by the plan that is followed on it. `local` as in `today`."""
    return _week(*_calendar_and_past(catalogue, known, at, local), wishes)


def _week(calendar: Calendar, past: Past, wishes: Wishes) -> PlannedWeek:
    dates = (monday_of(past.today) + timedelta(days=number) for number in range(7))
    found = tuple(_day(day, calendar, past, wishes) for day in dates)
    return PlannedWeek(calendar.week_on(past.today), found)


def _day(day: date, calendar: Calendar, past: Past, wishes: Wishes) -> Day:
    planned = items_on(day, calendar, past)
    items = planned or ()
    besides = _besides(day, items, past)
    return Day(day, tuple(_planned(item, wishes) for item in items), besides, planned == (), day in past.pain_days)


def _besides(day: date, items: Sequence[DayItem], past: Past) -> tuple[Deed, ...]:
    """What was finished on a day and did none of its items."""
    left = list(past.finished.get(day, ()))
    for item in items:
        if item.by is not None:
            left.remove(item.by)
    return tuple(left)


def calendar_of(
    catalogue: Catalogue, plans: Sequence[PlanFollowed], conditions: Sequence[ConditionsTold], at: datetime
) -> Calendar:
    """What is planned for the person, without routines of which the conditions told by `at` leave nothing."""
    told = last_told(conditions, at)
    barring = told.barring if told is not None else frozenset()
    return Calendar(catalogue, plans, routines_left_out(catalogue.routines, catalogue.exercises, barring))


def _planned(item: DayItem, wishes: Wishes) -> Item:
    planned = item.planned
    lacks = wishes.lacks(planned.target) if planned.kind == "routine" and item.state in ("due", "sore") else ()
    return Item(planned.kind, planned.id, planned.target, item.state, item, item.instead, lacks)


def _red_from(session: Session, catalogue: Catalogue) -> int:
    """The pain that makes a session of a routine red; of what has no progress of its own, the usual one."""
    routine = catalogue.routines.get(routine_of(session.target))
    progress = routine.progress if routine is not None and session.kind == "routine" else None
    return progress.down.pain_from if progress is not None else ProgressDown().pain_from
