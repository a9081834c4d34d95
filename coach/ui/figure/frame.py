"""One posture as one camera sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from coach.figure.body import SEGMENTS
from coach.figure.posture import Posture
from coach.ui.figure.body_parts import Body, Unit, build_body
from coach.ui.figure.camera import Camera
from coach.ui.figure.outline import Traced
from coach.ui.figure.shapes import Shadows, Shape

_ROW = {name: row for row, name in enumerate(SEGMENTS)}


@lru_cache(1)
def body() -> Body:
    """The flesh, built when the first figure is painted."""
    return build_body()


@dataclass(frozen=True)
class Frame:
    """One posture as one camera sees it."""

    posture: Posture
    camera: Camera
    shadows: Shadows
    traced: Traced
    centres: np.ndarray
    reach: np.ndarray

    @classmethod
    def of(cls, posture, camera: Camera) -> Frame:
        nodes = body().nodes
        centres, axes = nodes.placed(posture.rotations, posture.origins)
        shadows = Shadows(camera, centres, axes)
        return cls(posture, camera, shadows, body().tubes.trace(shadows), centres, nodes.radii.max(1))

    def shapes(self, unit: Unit) -> list[Shape]:
        """The unit's parts as outlines."""
        return [self.traced.shape(part.outline) for part in unit.parts]

    def facing(self, segment: str, column: int) -> float:
        """How far a segment's axis is turned to the eye, -1 to 1."""
        return float(self.camera.to_eye @ self.posture.rotations[_ROW[segment]][:, column])

    def depth(self, segment: str) -> float:
        return float(self.posture.origins[_ROW[segment]] @ self.camera.to_eye)
