"""How long a routine or a test takes, as its timeline has it, without all that is said in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from coach.content.extent import WAIT_SECONDS
from coach.content.model import CheckStep, Exercise, HoldStep, RecheckStep, Routine, SayStep, Test, TestStep, Text
from coach.session.layout import Piece, count_exercises, lay_out
from coach.session.timeline import Interval, Length
from coach.values import replace


def length_of(routine: Routine, exercises: Mapping[str, Exercise]) -> Length:
    """What a routine's timeline tells of its length, without its sentences, which are nearly all of the work."""
    placed, seconds = placed_pieces(lay_out(routine, exercises, "en"))
    return Length(seconds, is_guess(placed), count_exercises(routine.steps))


def length_of_test(test: Test) -> Length:
    """The same of a wall test's."""
    placed, seconds = placed_pieces(pieces_of_test(test, "en"))
    return Length(seconds, is_guess(placed), 0)


def pieces_of_test(test: Test, language: str) -> list[Piece]:
    """A checked test's parts in their order, as they stand before they are placed."""
    questions = {step.id: step.ask for step in test.steps if isinstance(step, CheckStep)}
    return [
        Piece(_test_interval(i, step, questions, language), cues=step.cues if isinstance(step, HoldStep) else ())
        for i, step in enumerate(test.steps)
    ]


def _test_interval(index: int, step: TestStep, questions: Mapping[str, Text], language: str) -> Interval:
    match step:
        case HoldStep():
            return Interval("work", 0.0, step.seconds, open="max", step=index)
        case SayStep():
            text, seconds = step.say, step.seconds
        case RecheckStep():
            text, seconds = questions[step.of], None
        case _:  # a check, a rating or a measure
            text, seconds = step.ask, None
    words, waits = text.in_language(language), seconds is None
    return Interval("say", 0.0, WAIT_SECONDS if seconds is None else seconds, text=words, wait=waits, step=index)


def is_guess(placed: Sequence[Piece]) -> bool:
    """Whether how long they take is one, because a person decides when a part is over."""
    return any(piece.interval.is_open for piece in placed)


def placed_pieces(pieces: Iterable[Piece]) -> tuple[list[Piece], float]:
    """The pieces one after the other, and where the last one ends.

    Counted in whole microseconds, so that two thousand lengths add up without drift.
    """
    placed, position = [], 0
    for piece in pieces:
        placed.append(replace(piece, interval=replace(piece.interval, start=position / 1_000_000)))
        position += round(piece.interval.seconds * 1_000_000)
    return placed, position / 1_000_000
