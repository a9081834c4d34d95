"""A test's questions for somebody who can only press: each becomes turns with few options, lit one after another.

A point of contact is one turn, its answers the options. A rating asks first which areas are tense, again and again
through all of them until "that is all", then counts for each of these: from the scale's lowest to its highest, left
before right. A measure counts through its whole numbers. Pure; the words are in coach.words.at_the_wall.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal

from coach.content.model import MeasureStep, RateStep
from coach.values import dataclass
from coach.walltest.course import Ask, Reply

TurnKind = Literal["answer", "area", "amount", "measure"]
Side = Literal["left", "right"]
Option = int | float | str | None
"""The index of an answer, a number, the id of an area; None for "that is all" and for "leave it out"."""

MOST_COUNTED = 31
"""Whole numbers of a measure that are counted through; a longer scale is counted in larger steps."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one press answers; `area` and `side` tell what an amount is asked for."""

    kind: TurnKind
    options: tuple[Option, ...]
    area: str | None = None
    side: Side | None = None


class ByPress:
    """One question of a test, answered by presses. `turn` is what the next press answers."""

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.picked: tuple[str, ...] = ()
        """The areas that are to be rated, in the order in which they were pressed."""
        self.given: dict[tuple[str, Side | None], int] = {}
        """What was rated so far."""
        self._place: int | None = None  # among the amounts; None while areas are picked
        self.turn = self._turn()

    def press(self, option: Option) -> tuple[Reply] | None:
        """Take an option of `turn`: the reply to the question in a tuple, or None where there are more turns."""
        if not isinstance(self.ask.step, RateStep):
            assert not isinstance(option, str)
            return (float(option) if self.turn.kind == "measure" and option is not None else option,)
        return self._rate(self.ask.step, option)

    def back(self) -> bool:
        """To the turn before; whether there was one within this question."""
        if self._place is None:
            return False
        self._place = self._place - 1 if self._place else None
        self.turn = self._turn()
        return True

    def _rate(self, step: RateStep, option: Option) -> tuple[Reply] | None:
        if self._place is None and isinstance(option, str):
            kept = tuple(area for area in self.picked if area != option)
            self.picked = kept if option in self.picked else (*self.picked, option)
            return None
        if self._place is None:
            self._place = 0
        else:
            assert isinstance(option, int)
            self.given[self._amounts(step)[self._place]] = option
            self._place += 1
        if self._place >= len(self._amounts(step)):
            return ({area: self._pair(area, step) for area in self.picked},)
        self.turn = self._turn()
        return None

    def _pair(self, area: str, step: RateStep) -> tuple[int, int]:
        sides = _sides(step)
        return self.given[area, sides[0]], self.given[area, sides[-1]]

    def _amounts(self, step: RateStep) -> list[tuple[str, Side | None]]:
        return all_amounts(step, self.picked)

    def _turn(self) -> Turn:
        match self.ask.step:
            case RateStep() as step if self._place is None:
                return Turn("area", (*step.areas, None))
            case RateStep() as step:
                assert self._place is not None
                return Turn("amount", amounts_of(step), *self._amounts(step)[self._place])
            case MeasureStep() as step:
                return Turn("measure", (*((None,) if step.optional else ()), *_counted(step)))
            case _:
                assert self.ask.point is not None
                return Turn("answer", tuple(range(len(self.ask.point.answers))))


def amounts_of(step: RateStep) -> tuple[int, ...]:
    """The numbers that a rating counts through."""
    return tuple(range(step.scale[0], step.scale[1] + 1))


def all_amounts(step: RateStep, areas: Sequence[str] | None = None) -> list[tuple[str, Side | None]]:
    """What is counted for: each of `areas`, or of all that the step names, where it asks for sides left, then right."""
    return [(area, side) for area in (step.areas if areas is None else areas) for side in _sides(step)]


def _sides(step: RateStep) -> tuple[Side | None, ...]:
    return ("left", "right") if step.sides else (None,)


def _counted(step: MeasureStep) -> tuple[float, ...]:
    """From the lowest on in whole steps."""
    width = step.to - step.from_
    each = max(1, ceil(width / (MOST_COUNTED - 1)))
    return tuple(step.from_ + number * each for number in range(int(width / each + 1e-9) + 1))
