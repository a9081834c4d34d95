"""A step `routine: ID` stands for that routine's steps: what files say becomes what is done.

All that is above a library sees only whole routines, so that doses, levels, conditions, needs, lengths and the history
need know nothing of it. A chain of routines may be as long as its author likes, and is never walked by recursion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import TopologicalSorter

from coach.content.dose import Problems
from coach.content.laid_doses import exercise_steps
from coach.content.model import RoundsStep, Routine, RoutineStep, RoutineUse, WrittenStep
from coach.content.node import Mark
from coach.content.notes import StepPlace, UsePlace
from coach.values import replace

MOST_ROUNDS_DEEP = 3  # the outermost counted, as docs/format.md says; our choice
MOST_STEPS = 2000  # of a whole routine: as many as it may have intervals


def in_order(uses: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The routines of `uses`, each behind those that it uses. There is no circle in it."""
    known = {ident: [one for one in used if one in uses] for ident, used in uses.items()}
    return iter(tuple(TopologicalSorter(known).static_order()))


def unfolded(written: Routine, routines: Mapping[str, Routine]) -> Routine:
    """The routine with the steps of `routines`, which are whole, in the place of its own that stand for them.

    It is the same object where none does.
    """
    steps = tuple(_steps(written.steps, routines))
    return written if steps == written.steps else replace(written, steps=steps)


def _steps(written: Sequence[WrittenStep], routines: Mapping[str, Routine]) -> Iterator[RoutineStep]:
    for step in written:
        if isinstance(step, RoutineUse):
            yield from routines[step.routine].steps
        elif isinstance(step, RoundsStep):
            yield replace(step, steps=tuple(_steps(step.steps, routines)))
        else:
            yield step


def judge_uses(written: Routine, uses: Sequence[UsePlace], routines: Mapping[str, Routine], mark: Mark) -> Problems:
    """Rounds of other routines that stand too deep in those around them, and, told at `mark`, more steps than a
    session can have.
    """
    problems: Problems = []
    for use in uses:
        if use.rounds_deep + _rounds_deep(routines[use.routine].steps) > MOST_ROUNDS_DEEP:
            told = f"with those of {use.routine} rounds stand four deep here; write at most three inside one another"
            problems.append((use.mark, told))
    steps = _count(written.steps) + sum(_count(routines[use.routine].steps) - 1 for use in uses)
    if uses and steps > MOST_STEPS:
        told = f"with those of other routines there are {steps:,} steps; write at most {MOST_STEPS:,} in all"
        problems.append((mark, told))
    return problems


def _rounds_deep(steps: Sequence[WrittenStep]) -> int:
    return max((1 + _rounds_deep(step.steps) for step in steps if isinstance(step, RoundsStep)), default=0)


def _count(steps: Sequence[WrittenStep]) -> int:
    return sum(1 + _count(step.steps) if isinstance(step, RoundsStep) else 1 for step in steps)


def from_others(places: Sequence[StepPlace | UsePlace], routines: Mapping[str, Routine]) -> frozenset[int]:
    """The numbers (from 1) of the exercise steps of a whole routine that are another routine's."""
    is_others = [isinstance(place, UsePlace) for place in places for _ in _of(place, routines)]
    return frozenset(number for number, is_so in enumerate(is_others, 1) if is_so)


def marks_of(places: Sequence[StepPlace | UsePlace], routines: Mapping[str, Routine]) -> tuple[Mark, ...]:
    """Where each exercise step of a whole routine stands in its file: those of another routine, where that is used."""
    return tuple(place.mark for place in places for _ in _of(place, routines))


def _of(place: StepPlace | UsePlace, routines: Mapping[str, Routine]) -> Iterable[object]:
    """As many as the exercise steps that a step stands for."""
    return exercise_steps(routines[place.routine].steps) if isinstance(place, UsePlace) else (place,)
