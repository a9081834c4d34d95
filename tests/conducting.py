"""A session of one hold, conducted over simulated time, and what the store has of it."""

from __future__ import annotations

from dataclasses import dataclass

from coach.conductor import Conductor
from coach.content.model import Coaching, CoachingEvent, DoseLayer, Exercise, ExerciseStep, Routine, Text
from coach.progress.store import Store
from coach.session.compile import compile_routine
from coach.session.events import Event
from coach.session.timeline import Timeline
from tests.fakes import FakeClock

COACHING = Coaching(
    events={
        "prepare": CoachingEvent(say=(Text("First: {exercise}."),)),
        "go": CoachingEvent(sound="go"),
        "countdown": CoachingEvent(sound="tick", last=3.0),
        "stop": CoachingEvent(sound="stop"),
        "done": CoachingEvent(sound="done", say=(Text("Well done."),)),
    }
)


@dataclass
class Library:
    exercises: dict[str, Exercise]
    coaching: Coaching = COACHING


def hold_timeline(seconds: float = 20.0) -> Timeline:
    hold = Exercise("hold", Text("Hold"), ("neck",), "standing", Text("Hold."), DoseLayer(for_seconds=seconds))
    routine = Routine("one-hold", Text("One hold"), (ExerciseStep("hold"),))
    return compile_routine(routine, Library({"hold": hold}))


def run_for(conductor: Conductor, clock: FakeClock, seconds: float, tick: float = 0.05) -> list[Event]:
    """Let `seconds` go by in steps of `tick`; all that was told meanwhile."""
    events: list[Event] = []
    for _ in range(round(seconds / tick)):
        clock.pass_time(tick)
        events += conductor.advance()
    return events


def written(store: Store) -> list[tuple[int, str, float, str]]:
    """Each interval of the newest session: number, kind, seconds, outcome."""
    newest = store.sessions()[0]
    return [(one.index, one.kind, round(one.seconds, 3), one.outcome) for one in store.intervals(newest.id)]
