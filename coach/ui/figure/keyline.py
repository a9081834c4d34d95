"""The keyline: a line in the stage's colour round a near limb where it crosses the body, tapering to the joint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from coach.ui.figure.shapes import Shape
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats

# Chosen by eye.
_GONE = 0.85  # where a line that grows on into the next limb has tapered off again
_INSIDE = 1.5  # pixels under the limb where there is no line, so that its soft edge does not show
_SHORTEST = 64.0  # pixels squared: a limb that points at the eye tapers over a few pixels downwards


@dataclass(frozen=True)
class Taper:
    """Shares of the way along a limb: nothing up to `clear`, the whole line from `full` on; with `grows_on` it is gone
    again at the end, where the limb grows on into what is already painted."""

    clear: float
    full: float
    grows_on: bool = False

    def widths(self, shares: Floats) -> Floats:
        """The line's width, 0 to 1, at shares of the way."""
        full = (self.clear + _GONE) / 2 if self.grows_on else self.full
        wide = (shares - self.clear) * (1 / (full - self.clear))
        if self.grows_on:
            wide = np.minimum(wide, (_GONE - shares) * (1 / (_GONE - full)))
        return np.minimum(np.maximum(wide, 0.0, out=wide), 1.0, out=wide)


def keyline(shapes: Sequence[Shape], width: float, ends: tuple[Floats, Floats], taper: Taper) -> Shape:
    """Shapes that run from one of `ends` to the other, wider by a line of `width` pixels that tapers. Blend it over
    what is painted and nowhere else, then paint the shapes."""
    start, end = ends
    along = end - start
    if float(along @ along) < _SHORTEST:
        along = along + np.array((0.0, 9.0))
    along = along / float(along @ along)
    shape = Shape.joined(shapes)
    wide = taper.widths(shape.points @ along - float(start @ along))
    wide *= width + _INSIDE
    wide -= _INSIDE
    return shape.grown(wide[:, None])
