"""One posture as one camera sees it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from coach.figure.body import SEGMENTS
from coach.figure.posture import Posture
from coach.ui.figure.body_parts import Body, Unit, build_body
from coach.ui.figure.brushes import Box
from coach.ui.figure.camera import Camera
from coach.ui.figure.order import Solids
from coach.ui.figure.outline import Traced
from coach.ui.figure.shapes import Shadows, Shape
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats

_ROW = {name: row for row, name in enumerate(SEGMENTS)}


BODIES = 12
"""More than the figures of a usual routine light up in different ways; each holds half a megabyte, and is built in the
time of one frame."""


@lru_cache(BODIES)
def body(areas: tuple[str, ...] = ()) -> Body:
    """The flesh with the muscles of some areas, built when the first such figure is painted; all number the same
    nodes and outlines, and their muscles after them."""
    return build_body(areas)


@dataclass(frozen=True)
class Seen:
    """One posture as one camera sees it."""

    body: Body
    posture: Posture
    camera: Camera
    shadows: Shadows
    traced: Traced
    centres: Floats
    reach: Floats

    @classmethod
    def of(cls, posture: Posture, camera: Camera, areas: tuple[str, ...] = ()) -> Seen:
        """A posture as a camera sees it, with the muscles of some areas."""
        flesh = body(areas)
        centres, axes = flesh.nodes.placed(posture.rotations, posture.origins, posture.breath, posture.width)
        shadows = Shadows(camera, centres, axes)
        traced = flesh.tubes.trace(shadows)
        return cls(flesh, posture, camera, shadows, traced, centres[: flesh.flesh], flesh.reach)

    @cached_property
    def box(self) -> Box:
        """All traced outlines, pixels; the hair reaches a little further."""
        (left, top), (right, bottom) = self.traced.points.min(0).tolist(), self.traced.points.max(0).tolist()
        return left, top, right, bottom

    def shapes(self, unit: Unit) -> list[Shape]:
        """The unit's parts as outlines."""
        return [self.traced.shape(part.outline) for part in unit.parts]

    @cached_property
    def _turned(self) -> list[list[float]]:
        """How far each axis of each segment is turned to the eye."""
        turned: list[list[float]] = (self.camera.to_eye @ self.posture.rotations).tolist()
        return turned

    @cached_property
    def _depths(self) -> list[float]:
        depths: list[float] = (self.posture.origins @ self.camera.to_eye).tolist()
        return depths

    def facing(self, segment: str, column: int) -> float:
        """How far a segment's axis is turned to the eye, -1 to 1."""
        return self._turned[_ROW[segment]][column]

    def depth(self, segment: str) -> float:
        """How far in front of the room's middle a segment begins, centimetres."""
        return self._depths[_ROW[segment]]

    def solids(self) -> Solids:
        """The units, to be sorted."""
        rows, counts = self.body.sorted_nodes
        seen = self.shadows
        names = tuple(self.body.sorted_units)
        return Solids(names, counts, seen.xy.take(rows, 0), seen.depth.take(rows), seen.radius.take(rows))
