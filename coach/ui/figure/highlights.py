"""Which areas of a figure glow."""

from __future__ import annotations

from coach.content.model import Figure

_OTHER = {"left-": "right-", "right-": "left-"}


def areas_of(figure: Figure, *, mirrored: bool = False) -> tuple[str, ...]:
    """The figure's areas; where it is mirrored those of one side change sides."""
    return tuple(_across(area) if mirrored else area for area in figure.highlight)


def _across(area: str) -> str:
    side = next((side for side in _OTHER if area.startswith(side)), None)
    return _OTHER[side] + area.removeprefix(side) if side else area
