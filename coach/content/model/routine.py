"""What is done in a session."""

from __future__ import annotations

from coach.content.model.cues import Cue
from coach.content.model.dose import DoseLayer
from coach.content.model.progress import Progress
from coach.content.model.text import Text
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class ExerciseStep:
    """An exercise in a routine: `dose` is laid over its own key by key, `cues` are added to its work, `note` is shown
    beside it and with `says_note` said before it, `load` is the band or weight that it is done with.

    `named` is the exercise as the file names it where another takes its place for a person; no file gives it.
    """

    exercise: str
    dose: DoseLayer = DoseLayer()
    cues: tuple[Cue, ...] = ()
    named: str | None = None
    note: Text | None = None
    says_note: bool = False
    load: Text | None = None


@dataclass(frozen=True, slots=True)
class RestStep:
    """A rest of `seconds` in which nothing is asked of the person."""

    seconds: float


@dataclass(frozen=True, slots=True)
class SayStep:
    """`seconds` is None with `wait: true`: until the person goes on. `id` only in a test, where it is optional."""

    say: Text
    seconds: float | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class RoundsStep:
    """All of `steps` so many times over, with `rest` seconds between two rounds and none after the last."""

    rounds: int
    steps: tuple[RoutineStep, ...]
    rest: float = 30.0


RoutineStep = ExerciseStep | RestStep | SayStep | RoundsStep


@dataclass(frozen=True, slots=True)
class RoutineUse:
    """Stands in a file for the steps of the routine of this id; a library's routines have these in its place."""

    routine: str


WrittenStep = RoutineStep | RoutineUse
"""What a file may have for a step."""


@dataclass(frozen=True, slots=True)
class Routine:
    """What is done in a session, in order.

    `prepare` are the seconds before the first exercise, `between` those before each later one; `effort` is how hard it
    should feel, lowest and highest, 0 to 10. No exercise need be among the steps. As a file is read by itself there
    may be a RoutineUse among them; in a library there is none. `from_whom`: somebody else who wrote it.
    """

    id: str
    title: Text
    steps: tuple[RoutineStep, ...]
    summary: Text | None = None
    goal: str = "daily"
    prepare: float = 10.0
    between: float = 10.0
    effort: tuple[int, int] | None = None
    why: Text | None = None
    progress: Progress | None = None
    sources: tuple[str, ...] = ()
    from_whom: str | None = None
