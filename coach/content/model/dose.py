"""How much of an exercise."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Literal

from coach.values import dataclass

Side = Literal["none", "both", "alternate", "left", "right"]


@dataclass(frozen=True, slots=True)
class DoseLayer:
    """The keys of a `dose` as one file gives them; None where a key is not given.

    An exercise's layer is complete enough to become a Dose by itself; a step's or a plan's layer is laid over it.
    `for_seconds` is None unless `for` gives a length; `as_long_as_possible` is True for `for: max`.
    """

    sets: int | None = None
    rest: float | None = None
    reps: int | None = None
    move: float | None = None
    hold: float | None = None
    back: float | None = None
    pause: float | None = None
    own_pace: bool | None = None
    for_seconds: float | None = None
    as_long_as_possible: bool | None = None
    up_to: float | None = None
    every: float | None = None
    sides: Side | None = None
    switch: float | None = None

    def over(self, below: DoseLayer) -> DoseLayer:
        """This layer laid over `below`, key by key.

        A layer that gives `for` drops the other's reps, move, hold, back, pause and pace; one that gives `reps` drops
        for, up_to and every; one whose sides are not both drops switch (docs/format.md, Dose).
        """
        mine, merged = _VALUES(self), list(_VALUES(below))
        if mine == _SILENT:
            return below
        if self.for_seconds is not None or self.as_long_as_possible:
            _drop(merged, _OF_REPS)
            _drop(merged, _OF_A_LENGTH)
        if self.reps is not None:
            _drop(merged, _OF_TIME)
        if self.sides not in (None, "both"):
            _drop(merged, _OF_BOTH)
        return DoseLayer(*[low if own is None else own for own, low in zip(mine, merged, strict=True)])

    def settled(self) -> Dose:
        """The Dose with the defaults of docs/format.md where this layer is silent."""
        return Dose(*[low if own is None else own for own, low in zip(_VALUES(self), _DEFAULTS, strict=True)])


_NAMES = DoseLayer.__match_args__
_VALUES = attrgetter(*_NAMES)
_SILENT = _VALUES(DoseLayer())
_OF_REPS, _OF_A_LENGTH, _OF_TIME, _OF_BOTH = (
    tuple(map(_NAMES.index, names))
    for names in (
        ("reps", "move", "hold", "back", "pause", "own_pace"),
        ("for_seconds", "as_long_as_possible"),
        ("for_seconds", "as_long_as_possible", "up_to", "every"),
        ("switch",),
    )
)


def _drop(values: list[Any], places: tuple[int, ...]) -> None:
    for place in places:
        values[place] = None


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise: exactly one of `reps`, `for_seconds` and `as_long_as_possible` is set. Seconds."""

    sets: int = 1
    rest: float = 30.0
    reps: int | None = None
    move: float = 2.0
    hold: float = 0.0
    back: float = 2.0
    pause: float = 0.0
    own_pace: bool = False
    for_seconds: float | None = None
    as_long_as_possible: bool = False
    up_to: float = 120.0
    every: float | None = None
    sides: Side = "none"
    switch: float = 5.0

    @property
    def first_side(self) -> Literal["left", "right"] | None:
        """The side that begins, or the only one: of both the left (docs/format.md, Dose)."""
        return None if self.sides == "none" else "right" if self.sides == "right" else "left"


_DEFAULTS = _VALUES(Dose())
