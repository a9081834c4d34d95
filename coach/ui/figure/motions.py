"""Motions of figures, solved once and kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from coach.content.model import Figure
from coach.figure.motion import FigureProblem, Motion
from coach.figure.posture import Posture
from coach.figure.scene import Scene


class Movement(Protocol):
    """What is filmed of a figure: a Motion, or one of which something is left out."""

    @property
    def figure(self) -> Figure:
        """Who moves."""

    @property
    def scene(self) -> Scene:
        """What stands around it."""

    @property
    def has_end(self) -> bool:
        """Whether it moves at all."""

    @property
    def is_cycle(self) -> bool:
        """Whether it repeats by itself."""

    def at(self, share: float, *, mirrored: bool = False) -> Posture:
        """The posture at a share of the movement, 0 to 1; `mirrored` is the left side's."""

    def wrong(self, *, mirrored: bool = False) -> Posture | None:
        """Its common mistake, where the figure has one."""

    def wrong_scene(self) -> Scene:
        """What stands around the mistake; without one, around the movement."""


class _ByIdentity:
    """A figure as a key: its poses are mappings, which have no hash."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure

    def __hash__(self) -> int:
        return id(self.figure)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.figure is self.figure


@lru_cache(64)
def _motion(key: _ByIdentity) -> Motion | None:
    try:
        return Motion.of(key.figure)
    except FigureProblem:
        return None


def motion_of(figure: Figure) -> Motion | None:
    """The figure's motion; None for one that cannot be solved, of which `check` tells why."""
    return _motion(_ByIdentity(figure))
