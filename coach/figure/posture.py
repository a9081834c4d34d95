"""A posture: the solved figure at one instant, as a painter takes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from coach.figure.angles import measure
from coach.figure.body import FREEDOMS, INDEX, SEGMENT, SIDES
from coach.figure.kinematics import Frames
from coach.figure.vectors import Array, length
from coach.values import dataclass

# On the right side, in the segment's own frame, centimetres; by eye, on the painted hand, wrist and foot.
_BAND_AT: Mapping[str, tuple[str, tuple[float, float, float]]] = {
    "hand": ("hand", (0.3, -8.0, -2.6)),
    "wrist": ("fore", (0.0, -22.5, 0.0)),
    "foot": ("foot", (6.0, -6.0, 0.0)),
}
_IN_FIST_CM = 3.4  # to either side of the palm's middle: a band comes out of a fist; by eye
Stretch = tuple[str | tuple[float, float, float], str | tuple[float, float, float]]


@dataclass(frozen=True)
class Posture:
    """Rotations [N, 3, 3] and origins [N, 3] of SEGMENTS; centimetres, X forward, Y up, Z to the figure's right.

    `bands` are taut polylines [K, 3] between hands, wrists, feet and anchors; `marks` contact points to be shown.
    """

    rotations: Array
    origins: Array
    freedoms: Array
    bands: tuple[Array, ...] = ()
    marks: tuple[Array, ...] = ()

    @property
    def breath(self) -> float:
        """How full the breath is, 0 to 1."""
        return float(self.freedoms[INDEX["breath.depth"]])

    @property
    def width(self) -> float:
        """How far a wide breath has opened the ribs to the sides, 0 to 1."""
        return float(self.freedoms[INDEX["breath.width"]])

    def point(self, segment: str, local: Array | tuple[float, float, float]) -> Array:
        """A place [3] given in a segment's own frame, in the world."""
        i = SEGMENT[segment]
        return self.origins[i] + self.rotations[i] @ np.asarray(local, float)

    @cached_property
    def angles(self) -> Mapping[str, float]:
        """Every joint's angle as it shows, `left-elbow.flex` -> degrees (pelvis and head.forward centimetres)."""
        shown = measure(Frames(self.rotations, self.origins, self.freedoms))
        return dict(zip(FREEDOMS, map(float, shown), strict=True))


def band_line(frames: Frames, ends: Stretch) -> Array:
    """A taut band as far as it is seen, [2, 3]: in a fist that holds it nothing is seen of it."""
    line = np.stack([_band_end(frames, end) for end in ends])
    along = line[1] - line[0]
    along *= _IN_FIST_CM / max(length(along), 3 * _IN_FIST_CM)
    for i, end in enumerate(ends):
        if isinstance(end, str) and end.endswith("-hand"):
            line[i] += (1 - 2 * i) * along
    return line


def _band_end(frames: Frames, end: str | tuple[float, float, float]) -> Array:
    """Where a band is held: `SIDE-hand`, `SIDE-wrist`, `SIDE-foot`, or a place."""
    if not isinstance(end, str):
        return np.asarray(end, float)
    side, _, part = end.partition("-")
    segment, (x, y, z) = _BAND_AT[part]
    return frames.point(SEGMENT[f"{side}-{segment}"], (x, y, z * SIDES[side]))
