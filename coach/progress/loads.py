"""Which band or weight the person uses for an exercise, in their own words; kept among the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coach.content.model import Exercise, ExerciseStep, RoundsStep, Routine, RoutineStep, Text
from coach.progress.setting import Setting
from coach.progress.store import Store
from coach.session.outcomes import DONE, Outcomes
from coach.session.routine_lines import takes_load
from coach.session.timeline import Interval
from coach.values import dataclass, replace

LOAD = "load"
"""Before the id of an exercise: what the person does it with."""

MOST_CHARACTERS = 60
"""As much as stands in a line beside the dose (our choice)."""


def load_of(value: Any) -> str:
    """What somebody typed, in single spaces; empty where they use nothing. ValueError for what is no line of text."""
    words = " ".join(value.split()) if isinstance(value, str) else "\n"
    if not words.isprintable() or len(words) > MOST_CHARACTERS:
        raise ValueError(f"no line of at most {MOST_CHARACTERS} characters")
    return words


def own_load(exercise: str) -> Setting[str]:
    """What the person does this exercise with; empty where they did not say."""
    return Setting(f"{LOAD}.{exercise}", load_of, "")


def keep_load(exercise: str, words: str, store: Store) -> None:
    """Remember what they use for it, from now on; an empty text: nothing of their own. ValueError."""
    store.keep(own_load(exercise), load_of(words))


@dataclass(frozen=True, slots=True)
class Used:
    """An exercise that was done with a band or a weight, and what the person said before that they use for it."""

    exercise: str
    kept: str


def used_in(
    intervals: Sequence[Interval], outcomes: Outcomes, exercises: Mapping[str, Exercise], store: Store
) -> tuple[Used, ...]:
    """Of the exercises that were done in a session those with a band or a weight, each once, in their order."""
    found: list[str] = []
    for index, one in enumerate(intervals):
        exercise = exercises.get(one.exercise or "")
        if one.kind == "work" and outcomes.get(index) in DONE and exercise and takes_load(exercise, one.load):
            found.append(exercise.id)
    return tuple(Used(ident, store.get(own_load(ident))) for ident in dict.fromkeys(found))


def load_alone(exercise: Exercise, store: Store) -> Text | None:
    """What the person uses for an exercise by itself; None where that takes no band, or they did not say."""
    own = store.get(own_load(exercise.id)) if takes_load(exercise, None) else ""
    return Text(own) if own else None


def with_own_loads(routine: Routine, exercises: Mapping[str, Exercise], store: Store) -> Routine:
    """The routine with the person's own loads in the place of its author's; the same object where there is none."""
    steps = tuple(_with_own(step, exercises, store) for step in routine.steps)
    return routine if steps == routine.steps else replace(routine, steps=steps)


def _with_own(step: RoutineStep, exercises: Mapping[str, Exercise], store: Store) -> RoutineStep:
    if isinstance(step, RoundsStep):
        return replace(step, steps=tuple(_with_own(inner, exercises, store) for inner in step.steps))
    if isinstance(step, ExerciseStep) and takes_load(exercises[step.exercise], step.load):
        own = store.get(own_load(step.exercise))
        return replace(step, load=Text(own)) if own else step
    return step
