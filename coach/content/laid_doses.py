"""Doses and cues of steps and plan items, judged together with the exercises that they are laid over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.content.dose import Problems, judge_dose
from coach.content.extent import MOST_INTERVALS, MOST_SECONDS, extent, work_seconds
from coach.content.model import (
    CueAt,
    CueEach,
    Dose,
    DoseLayer,
    Exercise,
    ExerciseStep,
    RoundsStep,
    Routine,
    RoutineStep,
)
from coach.content.node import Mark
from coach.content.notes import ItemPlace, PlacedCue, StepPlace
from coach.content.suggest import shown
from coach.content.units import in_units


def judge_step(place: StepPlace, exercise: Exercise) -> Problems:
    """What does not fit when a routine's step lays its dose over the exercise, and cues outside the work."""
    problems = judge_dose(place.layer, exercise.dose) if place.layer else []
    layer = place.layer.dose if place.layer else DoseLayer()
    if problems:
        return problems
    merged = layer.over(exercise.dose).settled()
    return [problem for cue in place.cues for problem in _judge_cue(cue, merged)]


def _judge_cue(placed: PlacedCue, dose: Dose) -> Problems:
    cue = placed.cue
    if isinstance(cue, CueEach):
        wrong = dose.reps is None
        return [(placed.mark, "each goes only with reps, and this dose has for; write every: or at:")] if wrong else []
    if not isinstance(cue, CueAt):
        wrong = dose.reps is not None
        return [(placed.mark, "every goes only with for, and this dose has reps; write each: or at:")] if wrong else []
    length = work_seconds(dose)
    if max(cue.from_start or 0.0, cue.before_end or 0.0) <= length:
        return []
    most = in_units(int(length))
    return [(placed.mark, f"{shown(placed.written)} is outside the work, which lasts {most}; write at most {most}")]


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
    """What does not fit when a plan's item lays its dose over the exercises of its routine."""
    steps = list(_exercise_steps(routine.steps))
    there = {step.exercise for step in steps}
    problems: Problems = [
        (
            mark,
            f"{ident} is not in {routine.id}; write one of its exercises: {', '.join(sorted(there)) or 'it has none'}",
        )
        for ident, mark in place.only
        if ident in exercises and ident not in there
    ]
    only = {ident for ident, _ in place.only}
    if place.layer is None:
        return problems
    for step in steps:
        if only and step.exercise not in only:
            continue
        below = step.dose.over(exercises[step.exercise].dose)
        for mark, sentence in judge_dose(place.layer, below):
            problems.append((mark, f"with {step.exercise}: {sentence}"))
    return list(dict(reversed(problems)).items())  # one a place, the first exercise's


def _exercise_steps(steps: tuple[RoutineStep, ...]) -> Iterator[ExerciseStep]:
    for step in steps:
        if isinstance(step, ExerciseStep):
            yield step
        elif isinstance(step, RoundsStep):
            yield from _exercise_steps(step.steps)
