"""How long a routine takes, as its timeline has it, without all that is said in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from coach.content.model import Exercise, Routine
from coach.session.layout import Piece, count_exercises, lay_out
from coach.session.timeline import Length


def length_of(routine: Routine, exercises: Mapping[str, Exercise]) -> Length:
    """What a routine's timeline tells of its length, without its sentences, which are nearly all of the work."""
    placed, seconds = placed_pieces(lay_out(routine, exercises, "en"))
    return Length(seconds, is_guess(placed), count_exercises(routine.steps))


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
