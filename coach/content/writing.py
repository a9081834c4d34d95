"""A routine as the text of a file, for one that the program put together."""

from __future__ import annotations

import json

from coach.content.model import ExerciseStep, Progress, Routine, Text


def routine_text(routine: Routine) -> str:
    """The file of a routine that is made of exercises with other sets than their own, and rises by the defaults or has
    no levels. ValueError for one that has more to it.
    """
    lines = ["kind: routine", "format: 1", f"id: {routine.id}", f"title: {_text(routine.title)}"]
    lines.append(f"goal: {routine.goal}")
    if routine.why is not None:
        lines.append(f"why: {_text(routine.why)}")
    lines.append("steps:")
    for step in routine.steps:
        if not isinstance(step, ExerciseStep):
            raise ValueError(f"{routine.id} has more in it than exercises")
        lines.append(f"  - exercise: {step.exercise}")
        if step.dose.sets is not None:
            lines.append(f"    dose: {{sets: {step.dose.sets}}}")
    if routine.progress is not None:
        if routine.progress != Progress():
            raise ValueError(f"{routine.id} rises in a way of its own")
        lines.append("progress: {}")
    return "\n".join(lines) + "\n"


def _text(text: Text) -> str:
    """In double quotes, so that nothing in it means anything else."""
    return json.dumps(str(text), ensure_ascii=False)
