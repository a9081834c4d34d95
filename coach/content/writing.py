"""A routine as the text of a file, for one that the program put together."""

from __future__ import annotations

import json

from coach.content.model import ExerciseStep, Progress, RestStep, Routine, RoutineStep, SayStep, Text


def routine_text(routine: Routine) -> str:
    """The file of a routine that is made of exercises with other sets than their own, of rests and of what is said
    between them, and rises by the defaults or has no levels. ValueError for one that has more to it.
    """
    lines = ["kind: routine", "format: 1", f"id: {routine.id}", f"title: {_text(routine.title)}"]
    lines.append(f"goal: {routine.goal}")
    if routine.why is not None:
        lines.append(f"why: {_text(routine.why)}")
    usual = Routine(routine.id, routine.title, ())
    for key, seconds, own in (
        ("prepare", routine.prepare, usual.prepare),
        ("between", routine.between, usual.between),
    ):
        lines += [f"{key}: {seconds:g}s"] if seconds != own else []
    lines.append("steps:")
    for step in routine.steps:
        lines += _step(routine, step)
    if routine.progress is not None:
        if routine.progress != Progress():
            raise ValueError(f"{routine.id} rises in a way of its own")
        lines.append("progress: {}")
    return "\n".join(lines) + "\n"


def _step(routine: Routine, step: RoutineStep) -> list[str]:
    match step:
        case ExerciseStep():
            sets = [f"    dose: {{sets: {step.dose.sets}}}"] if step.dose.sets is not None else []
            return [f"  - exercise: {step.exercise}", *sets]
        case RestStep():
            return [f"  - rest: {step.seconds:g}s"]
        case SayStep():
            wait = "wait: true" if step.seconds is None else f"for: {step.seconds:g}s"
            return [f"  - say: {_text(step.say)}", f"    {wait}"]
        case _:
            raise ValueError(f"{routine.id} has more in it than exercises, rests and words")


def _text(text: Text) -> str:
    """In double quotes, so that nothing in it means anything else."""
    return json.dumps(str(text), ensure_ascii=False)
