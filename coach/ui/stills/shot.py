"""A still that is wanted: of which figure, how large, at which moment of its movement."""

from __future__ import annotations

from typing import TypedDict

from coach.content.model import Figure, View
from coach.values import dataclass

Key = tuple[object, ...]
"""What tells one still of a figure from another."""


class HowShown(TypedDict, total=False):
    """What a place says of its still: the keywords of a Shot besides its figure and its size."""

    share: float
    close: bool | None
    ghost: bool
    wrong: bool
    room: bool
    mirrored: bool
    view: View | None


@dataclass(frozen=True)
class Shot:
    """A wanted still: `width` x `height` points; `close` None lets size and figure decide; `ghost` shows where the
    movement began; `wrong` its common mistake; without a `room` the ground is clear."""

    figure: Figure
    width: int
    height: int
    share: float = 1.0
    close: bool | None = None
    ghost: bool = False
    wrong: bool = False
    room: bool = True
    mirrored: bool = False
    view: View | None = None

    def key(self, theme: str, ratio: float) -> Key:
        """What two shots of one figure may differ in; the figure itself, which has no hash, by its id."""
        return (
            self.figure.id, theme, ratio, self.width, self.height, self.share, self.close, self.ghost, self.wrong,
            self.room, self.mirrored, self.view,
        )  # fmt: skip
