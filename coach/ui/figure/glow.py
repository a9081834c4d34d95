"""The glow of the worked areas: a soft halo round each muscle, clipped to the part that it lies on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QBrush, QPainter, QPainterPath

from coach.figure.body import SEGMENTS
from coach.ui.figure.brushes import ember, veil
from coach.ui.figure.lofts import Knot, LoftBuilder, Nodes
from coach.ui.figure.muscles import MUSCLES, Muscle
from coach.ui.figure.outline import Tubes
from coach.ui.figure.palette import Palette
from coach.ui.figure.shapes import Pen, Shadows, Shape
from coach.ui.figure.zero_pose import zero_origins

_ROW = {name: row for row, name in enumerate(SEGMENTS)}
_HALO = ((6.2, 0.06), (4.9, 0.075), (3.7, 0.09), (2.6, 0.115), (1.6, 0.15), (0.7, 0.18))
_THROUGH = 0.55
_RIM_CM = 0.32  # a dark edge where hue alone would not tell a muscle from what it lies on
_RIM_ON_SKIN = 0.5


@dataclass(frozen=True)
class Glowing:
    """One muscle of one side as it stands in a frame: `unit` and `tone` it is clipped to, `near` 1 facing the eye."""

    unit: str
    tone: str
    shape: Shape
    near: float


class Muscles:
    """The lofts of some areas, ready to be placed. `left-AREA` is one side; an unknown area glows nowhere."""

    def __init__(self, areas: Sequence[str]) -> None:
        self._entries: list[tuple[Muscle, str]] = []
        rows: list[list[int]] = []
        zero = zero_origins()
        builder = LoftBuilder(zero, _ROW)
        for area in areas:
            only = next((side for side in ("left", "right") if area.startswith(f"{side}-")), None)
            for muscle in MUSCLES.get(area.removeprefix(f"{only}-") if only else area, ()):
                for side in ("left", "right") if only is None else (only,):
                    rows.append(builder.loft([_knot(knot, zero) for knot in muscle.knots], 2, side))
                    self._entries.append((muscle, side))
        self._nodes: Nodes | None = builder.done() if rows else None
        self._tubes = Tubes(rows) if rows else None
        self._rows = rows

    def placed(self, posture, camera) -> list[Glowing]:
        """All of them in one posture, as the camera sees them."""
        if self._nodes is None or self._tubes is None:
            return []
        shadows = Shadows(camera, *self._nodes.placed(posture.rotations, posture.origins))
        traced = self._tubes.trace(shadows)
        out = []
        for i, (muscle, side) in enumerate(self._entries):
            unit = muscle.unit if muscle.unit in ("torso", "neck") else f"{side}-{muscle.unit}"
            near = _nearness(muscle, side, posture, camera)
            out.append(Glowing(unit, muscle.tone, traced.shape(i), near))
        return out


@lru_cache(64)
def muscles_of(areas: tuple[str, ...]) -> Muscles:
    return Muscles(areas)


def paint_glow(
    painter: QPainter,
    pen: Pen,
    palette: Palette,
    part: QPainterPath,
    glowing: list[Glowing],
    strength: float,
    scale: float,
) -> None:
    """Over a part already painted; `strength` 0 to 1, `scale` pixels a centimetre. What lies on the other side is seen
    through: a tint and a fainter halo, no core."""
    painter.setClipPath(part)
    for shape, near in _alike(glowing):
        seen = strength * (_THROUGH + (1 - _THROUGH) * near)
        for wide, alpha in _HALO:
            pen.fill(painter, veil(palette.glow, alpha * seen), shape, grow=wide * scale)
        seen = strength * (_THROUGH * 0.85 + (0.97 - _THROUGH * 0.85) * near)
        rim = max(palette.rim_strength, _RIM_ON_SKIN if glowing[0].tone == "skin" else 0.0)
        if rim and near > 0.5:
            pen.fill(painter, veil(palette.rim, round(rim * strength, 2)), shape, grow=_RIM_CM * scale)
        pen.fill(painter, _core(palette, shape, near, seen), shape)
    painter.setClipping(False)


def _alike(glowing: list[Glowing]) -> list[tuple[Shape, float]]:
    """Those that are seen alike together: a halo costs many fills."""
    out: dict[int, tuple[list[Shape], float]] = {}
    for glow in glowing:
        out.setdefault(round(glow.near * 4), ([], glow.near))[0].append(glow.shape)
    return [(Shape.joined(shapes), near) for shapes, near in out.values()]


def _core(palette: Palette, shape: Shape, near: float, alpha: float) -> QBrush:
    """Brighter in the middle where it is seen from its own side."""
    middle = palette.core if near > 0.5 else palette.glow
    heights = shape.points[:, 1]
    return ember(middle, palette.glow, alpha, float(heights.min()), float(heights.max()))


def _knot(knot, zero) -> Knot:
    segment, at, radii = knot
    origin = zero[segment if segment in zero else f"right-{segment}"]
    return Knot(segment, tuple(np.array(at) - origin), radii)


def _nearness(muscle: Muscle, side: str, posture, camera) -> float:
    if muscle.faces is None:
        return 1.0
    segment, direction = muscle.faces
    sign = 1.0 if side == "right" else -1.0
    row = _ROW[segment if segment in _ROW else f"{side}-{segment}"]
    normal = posture.rotations[row] @ (np.array(direction) * (1.0, 1.0, sign))
    share = min(1.0, max(0.0, (float(camera.to_eye @ normal) + 0.35) / 0.3))
    return share * share * (3 - 2 * share)
