"""How many intervals a routine has and how long it lasts, without making them.

The rules are those of docs/format.md, How a routine becomes a timeline.
Every stretch of steps is summed up in a few numbers that can be joined, so that 20 x 20 x 20 rounds cost 60 additions.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from coach.content.model import (
    Dose,
    DoseLayer,
    Exercise,
    ExerciseStep,
    RestStep,
    RoundsStep,
    Routine,
    RoutineStep,
    SayStep,
)

MOST_INTERVALS = 2000  # of a routine; this and the next as docs/format.md says, our choice
MOST_SECONDS = 3 * 3600
OWN_PACE_SECONDS = 4.0  # a repetition at one's own pace: two out and two back, as where no tempo is written
WAIT_SECONDS = 15.0  # what a `wait` is reckoned at; our choice


class Extent(NamedTuple):
    """How many intervals, and how many seconds they are planned to take; both can be summed."""

    intervals: int = 0
    seconds: float = 0.0

    def __add__(self, other: Extent) -> Extent:  # type: ignore[override]
        return Extent(self.intervals + other.intervals, self.seconds + other.seconds)

    def __sub__(self, other: Extent) -> Extent:
        return Extent(self.intervals - other.intervals, self.seconds - other.seconds)


NOTHING = Extent()


class _Stretch(NamedTuple):
    """Some steps in running order. `tail` are the rests at its end, which would be cut off if nothing followed."""

    total: Extent = NOTHING
    tail: Extent = NOTHING
    is_empty: bool = True
    only_rests: bool = True
    starts_with_exercise: bool = False
    ends_with_exercise: bool = False
    has_exercise: bool = False

    def then(self, after: _Stretch, between: Extent) -> _Stretch:
        if self.is_empty or after.is_empty:
            return after if self.is_empty else self
        total = self.total
        if self.ends_with_exercise and after.starts_with_exercise:
            total += between
        return _Stretch(
            total + after.total,
            self.tail + after.tail if after.only_rests else after.tail,
            False,
            self.only_rests and after.only_rests,
            self.starts_with_exercise,
            after.ends_with_exercise,
            self.has_exercise or after.has_exercise,
        )


def extent(routine: Routine, exercises: Mapping[str, Exercise]) -> Extent:
    """The number of intervals and the seconds of the compiled routine. Every exercise in it must be in `exercises`."""
    whole = _stretch(routine.steps, exercises, _lasting(routine.between))
    prepare = _lasting(routine.prepare) if whole.has_exercise else NOTHING
    return prepare + whole.total - whole.tail


def work_seconds(dose: Dose) -> float:
    """How long one work interval lasts; an open one by its estimate."""
    if dose.reps is None:
        return dose.up_to if dose.as_long_as_possible else dose.for_seconds or 0.0
    reps = dose.reps * 2 if dose.sides == "alternate" else dose.reps
    if dose.own_pace:
        return reps * OWN_PACE_SECONDS
    return reps * (dose.move + dose.hold + dose.back) + (reps - 1) * dose.pause


def _stretch(steps: tuple[RoutineStep, ...], exercises: Mapping[str, Exercise], between: Extent) -> _Stretch:
    stretch = _Stretch()
    for step in steps:
        stretch = stretch.then(_step(step, exercises, between), between)
    return stretch


def _step(step: RoutineStep, exercises: Mapping[str, Exercise], between: Extent) -> _Stretch:
    if isinstance(step, ExerciseStep):
        return _exercise(step.dose, exercises[step.exercise].dose)
    if isinstance(step, RestStep):
        return _rest(step.seconds)
    if isinstance(step, SayStep):
        return _Stretch(
            _lasting(WAIT_SECONDS if step.seconds is None else step.seconds), is_empty=False, only_rests=False
        )
    return _rounds(step, exercises, between)


def _rounds(step: RoundsStep, exercises: Mapping[str, Exercise], between: Extent) -> _Stretch:
    one = _stretch(step.steps, exercises, between)
    rest = _rest(step.rest)
    stretch = one
    for _ in range(step.rounds - 1):
        stretch = stretch.then(rest, between).then(one, between)
    return stretch


def _rest(seconds: float) -> _Stretch:
    if not seconds:
        return _Stretch()
    return _Stretch(_lasting(seconds), _lasting(seconds), is_empty=False)


@lru_cache(maxsize=1024)  # a library says the same few again and again
def _exercise(layer: DoseLayer, below: DoseLayer) -> _Stretch:
    dose = layer.over(below).settled()
    one_set = _lasting(work_seconds(dose))
    if dose.sides == "both":
        one_set = one_set + _lasting(dose.switch) + one_set
    total, rest = NOTHING, _lasting(dose.rest)
    for number in range(dose.sets):
        total = total + (rest if number else NOTHING) + one_set
    return _Stretch(
        total, is_empty=False, only_rests=False, starts_with_exercise=True, ends_with_exercise=True, has_exercise=True
    )


def _lasting(seconds: float) -> Extent:
    """One interval; a duration of zero makes none."""
    return Extent(1, seconds) if seconds else NOTHING
