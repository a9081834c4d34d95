"""The glow of the worked areas: a soft halo round each muscle, clipped to the part that it lies on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtGui import QBrush, QPainter

from coach.figure.body import SEGMENTS
from coach.ui.figure.brushes import ATOP, SMOOTH, ember, veil
from coach.ui.figure.frame import Frame
from coach.ui.figure.muscles import Muscle
from coach.ui.figure.palette import Palette
from coach.ui.figure.shapes import Pen, Shape

_ROW = {name: row for row, name in enumerate(SEGMENTS)}
# how opaque the halo is, so many centimetres from the muscle
_FROM_CM, _OPAQUE = (0.35, 1.15, 2.1, 3.15, 4.3, 5.55, 6.85), (0.512, 0.405, 0.30, 0.21, 0.13, 0.06, 0.0)
_WIDEST_CM = 6.2
_STEP_PX, _FEWEST, _MOST = 4.0, 3, 9  # a halo of finer steps costs more and is not seen
_FAINT = 0.12  # steps up to here have edges that need no smoothing, which costs most of a fill
_THROUGH = 0.55
_RIM_CM = 0.32  # a dark edge where hue alone would not tell a muscle from what it lies on
_RIM_ON_SKIN = 0.5


@dataclass(frozen=True)
class Glowing:
    """One muscle of one side as it stands in a frame: `unit` and `tone` it is clipped to, the number of its `outline`,
    `near` 1 facing the eye."""

    unit: str
    tone: str
    outline: int
    shape: Shape
    near: float


def glowing(frame: Frame) -> list[Glowing]:
    """The muscles that were traced with the frame's body."""
    out = []
    for muscle, side, outline in frame.body.muscles:
        unit = muscle.unit if muscle.unit in ("torso", "neck") else f"{side}-{muscle.unit}"
        near = _nearness(muscle, side, frame.posture, frame.camera)
        out.append(Glowing(unit, muscle.tone, outline, frame.traced.shape(outline), near))
    return out


def paint_glow(
    painter: QPainter, pen: Pen, palette: Palette, shining: Sequence[Glowing], strength: float, scale: float
) -> None:
    """Over a part that is painted by itself, and nowhere else; `strength` 0 to 1, `scale` pixels a centimetre. What
    lies on the other side is seen through: a tint and a fainter halo, no core."""
    painter.setCompositionMode(ATOP)
    for shape, near in _alike(shining):
        seen = strength * (_THROUGH + (1 - _THROUGH) * near)
        painter.setRenderHint(SMOOTH, False)
        for wide, alpha in _halo(max(_FEWEST, min(_MOST, round(_WIDEST_CM * scale / _STEP_PX)))):
            if alpha > _FAINT:
                painter.setRenderHint(SMOOTH)
            pen.blend(painter, veil(palette.glow, round(alpha * seen * 255)), shape.grown(wide * scale))
        painter.setRenderHint(SMOOTH)
        seen = strength * (_THROUGH * 0.85 + (0.97 - _THROUGH * 0.85) * near)
        rim = max(palette.rim_strength, _RIM_ON_SKIN if shining[0].tone == "skin" else 0.0)
        if rim and near > 0.5:
            pen.blend(painter, veil(palette.rim, round(rim * strength * 255)), shape.grown(_RIM_CM * scale))
        pen.blend(painter, _core(palette, shape, near, seen), shape)


@lru_cache
def _halo(steps: int) -> tuple[tuple[float, float], ...]:
    """Each step's width, centimetres, and how opaque it is over those before it; the widest first."""
    out, before = [], 0.0
    for i in range(steps):
        inner = _WIDEST_CM * (1 - (i + 1) / steps)
        opaque = float(np.interp(inner + _WIDEST_CM / steps / 2, _FROM_CM, _OPAQUE))
        out.append((_WIDEST_CM * (1 - i / steps), 1 - (1 - opaque) / (1 - before)))
        before = opaque
    return tuple(out)


def _alike(shining: Sequence[Glowing]) -> list[tuple[Shape, float]]:
    """Those that are seen alike together: a halo costs many fills."""
    out: dict[int, tuple[list[Shape], float]] = {}
    for glow in shining:
        out.setdefault(round(glow.near * 4), ([], glow.near))[0].append(glow.shape)
    return [(Shape.joined(shapes), near) for shapes, near in out.values()]


def _core(palette: Palette, shape: Shape, near: float, alpha: float) -> QBrush:
    """Brighter in the middle where it is seen from its own side."""
    middle = palette.core if near > 0.5 else palette.glow
    heights = shape.points[:, 1]
    return ember(middle, palette.glow, alpha, float(heights.min()), float(heights.max()))


def _nearness(muscle: Muscle, side: str, posture, camera) -> float:
    if muscle.faces is None:
        return 1.0
    segment, direction = muscle.faces
    sign = 1.0 if side == "right" else -1.0
    row = _ROW[segment if segment in _ROW else f"{side}-{segment}"]
    normal = posture.rotations[row] @ (np.array(direction) * (1.0, 1.0, sign))
    share = min(1.0, max(0.0, (float(camera.to_eye @ normal) + 0.35) / 0.3))
    return share * share * (3 - 2 * share)
