"""A small library and sessions for the rules of progression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from coach.content.model import (
    DoseLayer,
    Exercise,
    ExerciseStep,
    Plan,
    PlanItem,
    PlanWeeks,
    Progress,
    Routine,
    RoutineStep,
    Text,
)
from coach.progression.ladder import Rung
from coach.progression.past import End, Morning, Pain, Session, Work

ZONE = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 18, 0, tzinfo=ZONE)


def day(number: int, hour: int = 18, minute: int = 0) -> datetime:
    """`number` days after the first Monday."""
    return MONDAY.replace(hour=hour, minute=minute) + timedelta(days=number)


def exercise(
    ident: str,
    dose: DoseLayer | None = None,
    *,
    easier: str | None = None,
    harder: str | None = None,
    check_first: tuple[str, ...] = (),
    instead: Mapping[str, str] | None = None,
) -> Exercise:
    """An exercise of 8 repetitions, or of `dose`."""
    return Exercise(
        ident,
        Text(ident.capitalize()),
        ("neck",),
        "standing",
        Text("Do it."),
        dose or DoseLayer(reps=8),
        easier=easier,
        harder=harder,
        check_first=check_first,
        instead=instead or {},
    )


def library_of(*exercises: Exercise, routines: Sequence[Routine] = (), plans: Sequence[Plan] = ()) -> Library:
    """A library of these."""
    return Library(
        {one.id: one for one in routines}, {one.id: one for one in plans}, {one.id: one for one in exercises}
    )


@dataclass(frozen=True)
class Library:
    """Routines, plans and exercises by id."""

    routines: Mapping[str, Routine] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    exercises: Mapping[str, Exercise] = field(default_factory=dict)


def routine(*steps: RoutineStep | str, progress: Progress | None = Progress(), ident: str = "strong") -> Routine:  # noqa: B008
    """A routine of these steps, or of exercises by id."""
    made = tuple(ExerciseStep(step) if isinstance(step, str) else step for step in steps)
    return Routine(ident, Text("Strong"), made, progress=progress)


def plan(item: PlanItem, ident: str = "weeks") -> Plan:
    """A plan with one item in its first week."""
    return Plan(ident, Text("Weeks"), (PlanWeeks(1, 1, (item,)),))


def session(
    when: datetime,
    *work: str | Work,
    how: End | None = "finished",
    effort: int | None = 5,
    pain: int | None = 1,
    morning: Morning | None = None,
    pains: Mapping[str, int] | None = None,
    of: str = "strong",
) -> Session:
    """A session in which each exercise of `work` was done once."""
    made = tuple(one if isinstance(one, Work) else Work(at, one, one, "done") for at, one in enumerate(work))
    told = tuple(Pain(ident, much) for ident, much in (pains or {}).items())
    return Session(of, when, how, effort, pain, morning, told, made)


def told(rung: Rung) -> str:
    """A rung in short: `row 2x8`, `plank 30s`."""
    dose = rung.dose.settled()
    much = f"{dose.for_seconds:.0f}s" if dose.for_seconds else "max" if dose.as_long_as_possible else f"{dose.reps}"
    hold = f" hold {dose.hold:.0f}" if dose.hold else ""
    return f"{rung.exercise.id} {dose.sets}x{much}{hold}"
