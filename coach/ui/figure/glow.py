"""The glow of the worked areas: a soft halo round each muscle, clipped to the part that it lies on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QBrush, QPainter

from coach.figure.body import SEGMENTS
from coach.figure.posture import Posture
from coach.ui.figure.brushes import ATOP, Box, ember, veil
from coach.ui.figure.camera import Camera
from coach.ui.figure.muscles import Muscle
from coach.ui.figure.palette import Palette
from coach.ui.figure.seen import Seen
from coach.ui.figure.shapes import Pen, Shape
from coach.ui.figure.soft import Patch
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Numbers

_ROW = {name: row for row, name in enumerate(SEGMENTS)}
# Chosen by eye on the contact sheets, but for what the drawn look gives: 55 % through the body, and the rim.
_HALO_CM, _DENSE, _OPAQUE = 3.1, 0.42, 0.62  # how far the halo reaches, how it gathers along a muscle, its most
_GRID_CM, _GRID_PX = 1.7, 5  # what is one pixel of the halo: as coarse as it may be before steps are seen
_THROUGH = 0.55  # of the glow, seen through the body from its other side
_TINT_THROUGH, _TINT = _THROUGH * 0.85, 0.97  # of the muscle's own shape: through the body, and from its side
_TURNS_AWAY, _TURN_TAKES = -0.35, 0.3  # cosine to the eye from which a surface is seen, and over which it comes
_RIM_CM = 0.32  # a dark edge where hue alone would not tell a muscle from what it lies on
_RIM_ON_SKIN = 0.5  # its strength where the palette asks for less


@dataclass(frozen=True)
class Glowing:
    """One muscle of one side as it stands in a frame: `unit` and `tone` it is clipped to, the number of its `outline`,
    its `nodes`, `near` 1 facing the eye."""

    unit: str
    tone: str
    outline: int
    nodes: Numbers
    shape: Shape
    near: float


def glowing(seen: Seen) -> list[Glowing]:
    """The muscles that were traced with the frame's body."""
    out = []
    for muscle, side, outline, nodes in seen.body.muscles:
        unit = muscle.unit if muscle.unit in ("torso", "neck") else f"{side}-{muscle.unit}"
        near = nearness(muscle, side, seen.posture, seen.camera)
        out.append(Glowing(unit, muscle.tone, outline, nodes, seen.traced.shape(outline), near))
    return out


def paint_glow(
    painter: QPainter,
    pen: Pen,
    palette: Palette,
    seen: Seen,
    shining: Sequence[Glowing],
    strength: float,
    window: Box,
) -> None:
    """Over a part that is painted by itself within `window`, and nowhere else; `strength` 0 to 1. What lies on the
    other side is seen through: a tint and a fainter halo, no core."""
    scale = seen.camera.scale
    painter.setCompositionMode(ATOP)
    for nodes, shape, near in _alike(shining):
        halo = _halo(seen, nodes, palette, window, _OPAQUE * strength * (_THROUGH + (1 - _THROUGH) * near))
        if halo is not None:
            halo.paint(painter)
        tint = strength * (_TINT_THROUGH + (_TINT - _TINT_THROUGH) * near)
        rim = max(palette.rim_strength, _RIM_ON_SKIN if shining[0].tone == "skin" else 0.0)
        if rim and near > 0.5:
            pen.blend(painter, veil(palette.rim, round(rim * strength * 255)), shape.grown(_RIM_CM * scale))
        pen.blend(painter, _core(palette, shape, near, tint), shape)


def _halo(seen: Seen, nodes: Numbers, palette: Palette, window: Box, most: float) -> Patch | None:
    """Gaussians round the nodes of some muscles."""
    scale = seen.camera.scale
    reach = seen.shadows.halves(nodes)
    reach += _HALO_CM * scale
    coarser = max(1, min(_GRID_PX, int(_GRID_CM * scale)))
    dense = np.full(len(nodes), _DENSE)
    return Patch.of(seen.shadows.xy.take(nodes, 0), reach, dense, palette.glow, (coarser, coarser), window, most)


def _alike(shining: Sequence[Glowing]) -> list[tuple[Numbers, Shape, float]]:
    """Those that are seen alike together: their nodes, shape and nearness."""
    out: dict[int, list[Glowing]] = {}
    for glow in shining:
        out.setdefault(round(glow.near * 4), []).append(glow)
    return [
        (np.concatenate([one.nodes for one in alike]), Shape.joined([one.shape for one in alike]), alike[0].near)
        for alike in out.values()
    ]


def _core(palette: Palette, shape: Shape, near: float, alpha: float) -> QBrush:
    """Brighter in the middle where it is seen from its own side."""
    middle = palette.core if near > 0.5 else palette.glow
    heights = shape.points[:, 1]
    return ember(middle, palette.glow, alpha, float(heights.min()), float(heights.max()))


def nearness(muscle: Muscle, side: str, posture: Posture, camera: Camera) -> float:
    """How much of a muscle's own surface the eye sees: 1 facing it or in profile, 0 seen through the body."""
    if muscle.faces is None:
        return 1.0
    segment, direction = muscle.faces
    sign = 1.0 if side == "right" else -1.0
    row = _ROW[segment if segment in _ROW else f"{side}-{segment}"]
    normal = posture.rotations[row] @ (np.array(direction) * (1.0, 1.0, sign))
    share = min(1.0, max(0.0, (float(camera.to_eye @ normal) - _TURNS_AWAY) / _TURN_TAKES))
    return share * share * (3 - 2 * share)
