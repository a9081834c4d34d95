"""Exercises and what the coach says, built directly, for tests of the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from coach.content.model import (
    Coaching,
    CoachingEvent,
    Cue,
    DoseLayer,
    Exercise,
    ExerciseStep,
    Routine,
    RoutineStep,
    Side,
    Text,
)
from coach.session.timeline import Timeline


def says(*texts: str) -> tuple[Text, ...]:
    return tuple(Text(text) for text in texts)


# The events as they ship, but for describe, count, pause, resume, lost and nudge.
COACHING = Coaching(
    {
        "prepare": CoachingEvent(
            says("{routine}. First: {exercise}. {dose}. {describe}", "{routine}. First: {exercise}. {dose}.")
        ),
        "next": CoachingEvent(
            says("Next: {exercise}. {dose}. {describe}", "Next: {exercise}. {dose}.", "Next: {exercise}.")
        ),
        "go": CoachingEvent(sound="go"),
        "countdown": CoachingEvent(sound="tick", last=3.0),
        "half": CoachingEvent(says("Halfway."), sound="half", from_=20.0),
        "last-rep": CoachingEvent(says("Last one.")),
        "switch": CoachingEvent(says("Other side."), sound="switch"),
        "rest": CoachingEvent(says("Rest. {seconds} seconds."), sound="rest"),
        "stop": CoachingEvent(sound="stop"),
        "done": CoachingEvent(says("Well done."), sound="done"),
    }
)
SILENT = Coaching({})


class DoseKeys(TypedDict, total=False):
    """The keys of a dose, as DoseLayer takes them."""

    sets: int
    rest: float
    reps: int
    move: float
    hold: float
    back: float
    pause: float
    own_pace: bool
    for_seconds: float
    as_long_as_possible: bool
    up_to: float
    every: float
    sides: Side
    switch: float


@dataclass(frozen=True)
class Catalogue:
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    coaching: Coaching = COACHING


def exercise(id_: str, dose: DoseLayer, cues: tuple[str, ...] = (), describe: str = "Sit tall.") -> Exercise:
    title = Text(id_.replace("-", " ").capitalize())
    return Exercise(id_, title, ("neck",), "sitting", Text(describe), dose, cues=says(*cues))


def catalogue(*exercises: Exercise, coaching: Coaching = COACHING) -> Catalogue:
    return Catalogue({one.id: one for one in exercises}, coaching)


def routine(*steps: RoutineStep, prepare: float = 10.0, between: float = 10.0) -> Routine:
    return Routine("a-routine", Text("A routine"), steps, prepare=prepare, between=between)


def step(id_: str, *cues: Cue, **dose: Unpack[DoseKeys]) -> ExerciseStep:
    return ExerciseStep(id_, DoseLayer(**dose), cues)


def with_events(**events: CoachingEvent) -> Coaching:
    """COACHING with other events in the place of some; `last_rep` for last-rep."""
    changed: Mapping[str, CoachingEvent] = {name.replace("_", "-"): event for name, event in events.items()}
    return Coaching({**COACHING.events, **changed})


def table(timeline: Timeline, *events: str) -> list[str]:
    """The cues of these events, of all where none is named: `SECOND sound` or `SECOND "words"`."""
    return [
        f"{cue.at:g} {cue.sound}" if cue.sound else f'{cue.at:g} "{cue.say}"'
        for cue in timeline.cues
        if not events or cue.event in events
    ]
