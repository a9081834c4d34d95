"""Motions of figures, solved once and kept."""

from __future__ import annotations

from functools import lru_cache

from coach.content.model import Figure
from coach.figure.motion import FigureProblem, Motion


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
