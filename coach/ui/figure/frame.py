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


@lru_cache(64)
def body(areas: tuple[str, ...] = ()) -> Body:
    """The flesh with the muscles of some areas, built when the first such figure is painted; all number the same
    nodes and outlines, and their muscles after them."""
    return build_body(areas)


@dataclass(frozen=True)
class Frame:
    """One posture as one camera sees it."""

    body: Body
    posture: Posture
    camera: Camera
    shadows: Shadows
    traced: Traced
    centres: np.ndarray
    reach: np.ndarray

    @classmethod
    def of(cls, posture, camera: Camera, areas: tuple[str, ...] = ()) -> Frame:
        """A posture as a camera sees it, with the muscles of some areas."""
        flesh = body(areas)
        centres, axes = flesh.nodes.placed(posture.rotations, posture.origins, posture.breath)
        shadows = Shadows(camera, centres, axes)
        traced = flesh.tubes.trace(shadows)
        return cls(flesh, posture, camera, shadows, traced, centres[: flesh.flesh], flesh.reach)

    def shapes(self, unit: Unit) -> list[Shape]:
        """The unit's parts as outlines."""
        return [self.traced.shape(part.outline) for part in unit.parts]

    def facing(self, segment: str, column: int) -> float:
        """How far a segment's axis is turned to the eye, -1 to 1."""
        return float(self.camera.to_eye @ self.posture.rotations[_ROW[segment]][:, column])

    def depth(self, segment: str) -> float:
        return float(self.posture.origins[_ROW[segment]] @ self.camera.to_eye)
