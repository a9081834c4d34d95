"""A routine or a test becomes a timeline (docs/format.md, How a routine becomes a timeline).

    compile_routine(routine, catalogue, language="en") -> Timeline
    compile_test(test, catalogue, language="en") -> Timeline
    compile_exercise(exercise, catalogue, language="en") -> Timeline
    compile_taken_over(kind, routine, takeovers, catalogue, language="en") -> TakenOver

`catalogue` is anything with `.exercises` (id -> Exercise) and `.coaching` (Coaching).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Protocol

from coach.content.model import (
    Coaching,
    Exercise,
    ExerciseStep,
    Routine,
    RoutineStep,
    SayStep,
    Test,
    Text,
)
from coach.session.arriving import at_hand
from coach.session.cues import all_cues
from coach.session.introductions import has_to_be_fetched, seconds_to_reach, seconds_when_ready
from coach.session.lasting import is_guess, pieces_of_test, placed_pieces
from coach.session.layout import Piece, count_exercises, lay_out
from coach.session.phrases import Phrases
from coach.session.script import Script
from coach.session.speech import voiced_seconds
from coach.session.takeover import TakenOver, Takeover, taken_over
from coach.session.timeline import SessionKind, Timeline
from coach.values import replace

_BARE_WORDS = Phrases({})


class Catalogue(Protocol):
    """What compiling needs of the library."""

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """Every exercise that a step may name, by id."""
        ...

    @property
    def coaching(self) -> Coaching:
        """What is said and sounded at each event."""
        ...


def compile_routine(routine: Routine, catalogue: Catalogue, language: str = "en") -> Timeline:
    """The timeline of a checked routine, with every sentence in `language` where the files have it."""
    pieces = lay_out(routine, catalogue.exercises, language)
    script = _script(routine, catalogue, language)
    return _timeline("routine", routine.id, pieces, script, count_exercises(routine.steps))


def compile_exercise(
    exercise: Exercise, catalogue: Catalogue, language: str = "en", load: Text | None = None
) -> Timeline:
    """The timeline of an exercise by itself, with its own dose, and with the band `load`."""
    file = alone(exercise, load, Phrases(catalogue.coaching.phrases, language))
    return replace(compile_routine(file, catalogue, language), kind="exercise")


def alone(exercise: Exercise, load: Text | None = None, phrases: Phrases = _BARE_WORDS) -> Routine:
    """A routine of one exercise as its file has it, with time to hear what it is and to get there. It waits first where
    something has to be fetched for it, in words of `phrases`.
    """
    work: tuple[RoutineStep, ...] = (ExerciseStep(exercise.id, load=load),)
    waits = has_to_be_fetched(exercise)
    steps = (SayStep(Text(phrases.make_ready(exercise))), *work) if waits else work
    bare = Routine(exercise.id, exercise.title, steps, sources=exercise.sources)
    seconds = _seconds_to_be_ready(exercise, phrases, waits=waits)
    return replace(bare, prepare=max(bare.prepare, float(ceil(seconds))))


def _seconds_to_be_ready(exercise: Exercise, phrases: Phrases, *, waits: bool) -> float:
    """As long as what is said of it lasts in the language of the phrases, and the way to get there."""
    dose, language = exercise.dose.settled(), phrases.language
    told = (
        f"{exercise.title.in_language(language)}.",
        "" if waits else phrases.needs(exercise.needs),
        f"{phrases.dose(dose)}.",
        exercise.described(dose.sides).in_language(language),
    )
    reach = seconds_when_ready(exercise) if waits else seconds_to_reach(exercise)
    return voiced_seconds(" ".join(filter(None, told))) + reach


def compile_taken_over(
    kind: SessionKind, routine: Routine, takeovers: Sequence[Takeover], catalogue: Catalogue, language: str = "en"
) -> TakenOver:
    """A session of `routine` in which other exercises took over, one after the other, at least once. NothingLeft where
    one cannot.
    """
    pieces, leaves = lay_out(routine, catalogue.exercises, language), False
    for takeover in takeovers:
        pieces, leaves = taken_over(pieces, lay_out(takeover.routine, catalogue.exercises, language), takeover)
    script = _script(routine, catalogue, language)
    timeline = _timeline(kind, routine.id, pieces, script, count_exercises(routine.steps))
    return TakenOver(timeline, takeovers[-1].at, leaves)


def _script(routine: Routine, catalogue: Catalogue, language: str) -> Script:
    title, is_single = routine.title.in_language(language), count_exercises(routine.steps) == 1
    return Script(catalogue.coaching, language, title, at_hand(routine), is_single=is_single)


def compile_test(test: Test, catalogue: Catalogue, language: str = "en") -> Timeline:
    """The timeline of a checked test: questions wait for their answers, the hold lasts as long as it can."""
    pieces = pieces_of_test(test, language)
    script = Script(catalogue.coaching, language, test.title.in_language(language))
    return _timeline("test", test.id, pieces, script, 0)


def _timeline(kind: SessionKind, id_: str, pieces: Iterable[Piece], script: Script, exercises: int) -> Timeline:
    placed, seconds = placed_pieces(pieces)
    return Timeline(
        id=id_,
        title=script.title,
        seconds=seconds,
        estimated=is_guess(placed),
        exercises=exercises,
        intervals=tuple(piece.interval for piece in placed),
        cues=all_cues(placed, seconds, script),
        kind=kind,
        asides=script.asides(),
        tick=script.tick,
    )
