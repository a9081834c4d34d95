"""What is taken along to an appointment: some weeks of what was done, told and measured. Values, no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, Protocol

from coach.content.catalogue import Catalogue
from coach.content.laid_doses import exercise_steps
from coach.progress.records import TestRecord
from coach.progression.conditions import barring, standing_in
from coach.progression.past import ConditionsTold, Kind, PlanFollowed, SafetyTold, Session
from coach.session.planned import routine_of
from coach.today.agenda import calendar_of
from coach.today.calendar import monday_of
from coach.today.keeping import Adherence, adherence
from coach.today.past import Past, last_told, past_up_to, worst_pain
from coach.values import dataclass
from coach.zone import Local

WEEKS = 12
"""So many are reported on, this one included, unless a first day is asked for (our choice)."""

_A_DAY = timedelta(days=1)

Span = tuple[int, int]
"""The least and the most that was told, 0 to 10."""


class Remembered(Protocol):
    """What this needs of the store."""

    def past(self, *, since: datetime) -> Sequence[Session]:
        """The sessions that began at a moment or later, with their work."""
        ...

    def tests_until(self, moment: datetime) -> list[TestRecord]:
        """The results of tests by then, the newest first."""
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


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday: on how many `days` something was finished, how many sessions were, and what was told."""

    monday: date
    days: int
    finished: int
    pain: Span | None
    effort: Span | None


@dataclass(frozen=True, slots=True)
class Stop:
    """A session that was stopped for pain: its date, kind and target, the exercises that hurt or were being done, and
    the most pain that was told, 0 to 10, None where none was.
    """

    on: date
    kind: Kind
    target: str
    exercises: tuple[str, ...]
    pain: int | None


@dataclass(frozen=True, slots=True)
class Hurt:
    """An exercise in which "This hurts" was told, so many times, and how much, 0 to 10."""

    exercise: str
    times: int
    pain: Span


@dataclass(frozen=True, slots=True)
class Swap:
    """What the conditions do to an exercise: another one `instead`, or None where it is left out, and for which."""

    exercise: str
    instead: str | None
    barred_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """From the day `first` to the moment `at`. `tests` are the one to compare with and the last one, or that alone."""

    first: date
    at: datetime
    finished: int
    days: int
    adherence: Adherence | None
    weeks: tuple[Week, ...]
    tests: tuple[TestRecord, ...]
    stops: tuple[Stop, ...]
    hurts: tuple[Hurt, ...]
    conditions: ConditionsTold | None
    answers: SafetyTold | None
    changed_for_conditions: tuple[Swap, ...]


NoReport = Literal["nothing"]
"""Nothing was done and nothing measured in that time."""


def report(
    catalogue: Catalogue, store: Remembered, at: datetime, first: date | None = None, local: Local | None = None
) -> Report | NoReport:
    """From the day `first`, or the first one of the last weeks on which anything was done, to the moment `at` (aware,
    in the person's zone); nothing later counts. Without `local` the offset of `at` holds for every day.
    """
    begins = first or monday_of(at.date()) - timedelta(weeks=WEEKS - 1)
    since = datetime.combine(begins, time(), at.tzinfo) - 2 * _A_DAY
    sessions, tests = store.past(since=min(since, at - 15 * _A_DAY)), store.tests_until(at)
    past = past_up_to(at, sessions, tests, local=local)
    told = last_told(store.conditions(), at)
    within = [one for one in past.sessions if one.started.date() >= begins and one.kind != "test"]
    dates = [*(one.started.date() for one in within), *(day for day in past.finished_days if day >= begins)]
    if not dates:
        return "nothing"
    calendar = calendar_of(catalogue, store.plans(), store.conditions(), at)
    opens = first or min(dates)
    return Report(
        opens,
        at,
        sum(one.how == "finished" for one in within),
        len({one.started.date() for one in within if one.how == "finished"}),
        adherence(calendar, past),
        tuple(_weeks(opens, past, within)),
        _compared(tests, begins),
        tuple(_stop(one) for one in reversed(within) if one.how == "pain"),
        tuple(_hurts(within)),
        told,
        last_told(store.safety(), at),
        tuple(_changed(catalogue, within, told.barring if told is not None else frozenset())),
    )


def _weeks(first: date, past: Past, within: Sequence[Session]) -> Iterator[Week]:
    of: dict[date, list[Session]] = defaultdict(list)
    for one in within:
        of[monday_of(one.started.date())].append(one)
    monday = monday_of(first)
    while monday <= past.today:
        sessions = of[monday]
        done = [one for one in sessions if one.how == "finished"]
        pains = [pain for one in sessions if (pain := worst_pain(one)) is not None]
        efforts = [one.effort for one in sessions if one.effort is not None]
        yield Week(monday, len({one.started.date() for one in done}), len(done), _span(pains), _span(efforts))
        monday += 7 * _A_DAY


def _span(told: Sequence[int]) -> Span | None:
    return (min(told), max(told)) if told else None


def _compared(tests: Sequence[TestRecord], begins: date) -> tuple[TestRecord, ...]:
    """The last test of the time; before it the first one of the same in that time, else the last one before."""
    if not tests or tests[0].at.date() < begins:
        return ()
    same = [one for one in tests if one.test_id == tests[0].test_id]
    within = [one for one in same if one.at.date() >= begins]
    before = within[-1] if len(within) > 1 else same[1] if len(same) > 1 else None
    return (tests[0],) if before is None else (before, tests[0])


def _stop(session: Session) -> Stop:
    named = dict.fromkeys(pain.exercise for pain in session.pains)
    if not named and session.work:
        named = dict.fromkeys([session.work[-1].exercise])
    return Stop(session.started.date(), session.kind, session.target, tuple(named), worst_pain(session))


def _hurts(within: Sequence[Session]) -> Iterator[Hurt]:
    """The most first."""
    told: dict[str, list[int]] = defaultdict(list)
    for session in within:
        for pain in session.pains:
            told[pain.exercise].append(pain.pain)
    for exercise, pains in sorted(told.items(), key=lambda pair: (-max(pair[1]), -len(pair[1]))):
        yield Hurt(exercise, len(pains), (min(pains), max(pains)))


def _changed(catalogue: Catalogue, within: Sequence[Session], conditions: Collection[str]) -> Iterator[Swap]:
    """Of the routines that were done, each exercise once."""
    seen: set[str] = set()
    for ident in dict.fromkeys(routine_of(one.target) for one in within if one.kind == "routine"):
        routine = catalogue.routines.get(ident)
        for step in exercise_steps(routine.steps) if routine is not None else ():
            exercise = catalogue.exercises[step.exercise]
            stands = standing_in(exercise, conditions, catalogue.exercises)
            if stands is not exercise and exercise.id not in seen:
                seen.add(exercise.id)
                yield Swap(exercise.id, None if stands is None else stands.id, barring(exercise, conditions))
