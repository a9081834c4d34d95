"""Doses and cues of steps and plan items, judged together with the exercises that they are laid over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from coach.content.dose import Problems, judge_dose
from coach.content.extent import MOST_INTERVALS, MOST_SECONDS, extent, work_seconds
from coach.content.model import (
    CueAt,
    CueAtPhase,
    CueEach,
    Dose,
    DoseLayer,
    Exercise,
    ExerciseStep,
    Phase,
    RoundsStep,
    Routine,
    RoutineStep,
)
from coach.content.spelling import one_of, shown
from coach.content.units import in_units
from coach.values import replace

if TYPE_CHECKING:
    from coach.content.node import Mark
    from coach.content.notes import ItemPlace, PlacedCue, StepPlace


def judge_step(place: StepPlace, exercise: Exercise) -> Problems:
    """What does not fit when a routine's step lays its dose over the exercise, and cues outside the work."""
    problems = judge_dose(place.layer, exercise.dose) if place.layer else []
    layer = place.layer.dose if place.layer else DoseLayer()
    if problems or not place.cues:
        return problems
    merged = layer.over(exercise.dose).settled()
    return [problem for cue in place.cues for problem in _judge_cue(cue, merged)]


def _judge_cue(placed: PlacedCue, dose: Dose) -> Problems:
    cue = placed.cue
    if isinstance(cue, CueEach):
        wrong = dose.reps is None
        return [(placed.mark, "each goes only with reps, and this dose has for; write every: or at:")] if wrong else []
    if isinstance(cue, CueAtPhase):
        told = _no_such_phase(cue.phase, dose)
        return [(placed.mark, told)] if told else []
    if not isinstance(cue, CueAt):
        wrong = dose.reps is not None
        return [(placed.mark, "every goes only with for, and this dose has reps; write each: or at:")] if wrong else []
    length = work_seconds(dose)
    if max(cue.from_start or 0.0, cue.before_end or 0.0) <= length:
        return []
    most = in_units(int(length))
    return [(placed.mark, f"{shown(placed.written)} is outside the work, which lasts {most}; write at most {most}")]


def _no_such_phase(phase: Phase, dose: Dose) -> str:
    """What is wrong with a cue at a phase that this dose never comes to; empty where it does."""
    if dose.reps is None:
        return f"{phase} goes only with reps, and this dose has for; write a place such as 10s or 50%"
    if dose.own_pace:
        return f"nobody knows when {phase} begins at one's own pace; write each: or a place such as 10s"
    alone = dose.reps == 1 and dose.sides != "alternate"
    there = [one for one in get_args(Phase) if getattr(dose, one) and not (one == "pause" and alone)]
    if phase in there:
        return ""
    if phase == "pause" and alone:
        return f"one repetition has no pause after it; write {one_of(there) or 'a place such as 10s'}"
    return f"this dose has no {phase}; write {phase}: 2s in its dose{''.join(f', or at: {one}' for one in there)}"


def judge_length(routine: Routine, exercises: Mapping[str, Exercise], mark: Mark) -> Problems:
    """A routine that is too long or has too many intervals, told at its `steps`."""
    whole = extent(routine, exercises)
    problems: Problems = []
    if whole.intervals > MOST_INTERVALS:
        problems.append(
            (mark, f"the routine has {whole.intervals:,} intervals; write fewer rounds or sets, at most 2,000 in all")
        )
    if whole.seconds > MOST_SECONDS:
        problems.append(
            (mark, f"the routine lasts {in_units(int(whole.seconds))}; write fewer rounds or sets, at most 3h in all")
        )
    return problems


def judge_item(place: ItemPlace, routine: Routine, exercises: Mapping[str, Exercise]) -> Problems:
    """What does not fit when a plan's item puts exercises in the place of some, and lays its dose over them."""
    there = {step.exercise for step in exercise_steps(routine.steps)}
    problems = _judge_variants(place, routine, there, exercises)
    others = {one.named: one.other for one in place.variants if one.other in exercises}
    for ident, mark in place.only:
        stands_for = next((one.named for one in place.variants if one.other == ident), None)
        if ident in exercises and ident not in there:
            told = _not_there(ident, routine, there) if stands_for is None else _names_a_variant(ident, stands_for)
            problems.append((mark, told))
    if place.layer is None and not others:
        return problems
    steps = varied_steps(routine.steps, others)
    only = {ident for ident, _ in place.only} or there
    for step in exercise_steps(steps):
        if place.layer is not None and (step.named or step.exercise) in only:
            below = step.dose.over(exercises[step.exercise].dose)
            problems += [(mark, f"with {step.exercise}: {told}") for mark, told in judge_dose(place.layer, below)]
    if not problems:
        layer, what = (place.layer.dose, "dose") if place.layer is not None else (DoseLayer(), "exercise")
        mark = place.layer.mark if place.layer is not None else place.variants[0].mark
        laid = replace(routine, steps=laid_steps(steps, only, exercises, layer.over))
        problems = [(mark, f"with this {what} {told}") for mark, told in judge_length(laid, exercises, mark)]
    return list(dict(reversed(problems)).items())  # one a place, the first exercise's


def _judge_variants(place: ItemPlace, routine: Routine, there: set[str], exercises: Mapping[str, Exercise]) -> Problems:
    """Exercises that the routine has not got, and those that lead back to themselves."""
    problems: Problems = [
        (one.mark, _not_there(one.named, routine, there))
        for one in place.variants
        if one.named in exercises and one.named not in there
    ]
    from coach.content.references import circles_in  # who judges has it; who lays doses goes without

    marks = {one.named: one.mark for one in place.variants}
    for circle in circles_in({one.named: one.other for one in place.variants}):
        route = ", ".join((*circle, circle[0]))
        told = f"with leads round in a circle: {route}; write another exercise, or take it out"
        problems += [(marks[ident], told) for ident in circle]
    return problems


def _not_there(ident: str, routine: Routine, there: set[str]) -> str:
    return f"{ident} is not in {routine.id}; write one of its exercises: {', '.join(sorted(there)) or 'it has none'}"


def _names_a_variant(ident: str, stands_for: str) -> str:
    return f"{ident} takes the place of {stands_for} here; write {stands_for}, as the routine has it"


def varied_steps(steps: tuple[RoutineStep, ...], variants: Mapping[str, str]) -> tuple[RoutineStep, ...]:
    """The steps with other exercises in the place of some, by the ids of the file: with their own doses, and without
    the cues and notes, which do not fit them.
    """
    varied: list[RoutineStep] = []
    for step in steps:
        if isinstance(step, RoundsStep):
            varied.append(replace(step, steps=varied_steps(step.steps, variants)))
        elif isinstance(step, ExerciseStep) and (other := variants.get(step.exercise)) is not None:
            varied.append(ExerciseStep(other, named=step.exercise))
        else:
            varied.append(step)
    return tuple(varied)


def laid_steps(
    steps: tuple[RoutineStep, ...],
    only: set[str],
    exercises: Mapping[str, Exercise],
    over: Callable[[DoseLayer], DoseLayer],
) -> tuple[RoutineStep, ...]:
    """The steps with those of the exercises in `only` changed, by the ids of the file: `over` gives the dose above a
    step's complete one.
    """
    laid: list[RoutineStep] = []
    for step in steps:
        if isinstance(step, RoundsStep):
            laid.append(replace(step, steps=laid_steps(step.steps, only, exercises, over)))
        elif isinstance(step, ExerciseStep) and (step.named or step.exercise) in only:
            laid.append(replace(step, dose=over(step.dose.over(exercises[step.exercise].dose))))
        else:
            laid.append(step)
    return tuple(laid)


def exercise_steps(steps: tuple[RoutineStep, ...]) -> Iterator[ExerciseStep]:
    """All exercise steps, those inside rounds once, in the order of the file."""
    for step in steps:
        if isinstance(step, ExerciseStep):
            yield step
        elif isinstance(step, RoundsStep):
            yield from exercise_steps(step.steps)
