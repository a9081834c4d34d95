"""The hair, which tells where the head looks: the visible part of a cap of the skull."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from coach.figure.body import SEGMENTS, SPINE_ZERO
from coach.figure.vectors import cross, unit
from coach.ui.figure.camera import Camera
from coach.ui.figure.shapes import Shape

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats

HEAD = SEGMENTS.index("head")
# The skull of body_lofts with nearly a centimetre of hair, tipped back; chosen by eye.
_RADII = np.array((10.4, 9.8, 8.3))  # forward, up, aside; centimetres
_MIDDLE = np.array((-0.5, 70.2, 0.0)) - SPINE_ZERO["head"]
_AXIS = np.array((-0.78, 0.62, 0.0)) / math.hypot(0.78, 0.62)
_EDGE = -0.10  # of the unit sphere along the axis: where the hair ends
_STEPS = 32
_SHARES = np.linspace(0.0, 1.0, _STEPS // 2)
_ASKEW = np.array((0.31, 0.5, 0.81))  # any direction that no head looks along


def hair(camera: Camera, rotations: Floats, origins: Floats) -> Shape | None:
    """The hair's outline in pixels; None when the cap is turned away."""
    turn = rotations[HEAD]
    centre, _, scale = camera.project((origins[HEAD] + turn @ _MIDDLE)[None])
    seen = camera.rotation @ turn
    axes = seen * _RADII
    outline = _cap(seen[2] / _RADII)
    if outline is None:
        return None
    pixels = outline @ axes[:2].T * (scale[0], -scale[0]) + centre[0]
    return Shape(pixels, np.zeros_like(pixels), (len(pixels),))


@lru_cache(1)
def _ring() -> Floats:
    """The edge of the cap on the unit sphere."""
    sideways = np.cross(_AXIS, (0.0, 0.0, 1.0))
    sideways /= np.linalg.norm(sideways)
    angles = np.linspace(0, 2 * math.pi, _STEPS, endpoint=False)
    around = np.cos(angles)[:, None] * sideways + np.sin(angles)[:, None] * np.cross(_AXIS, sideways)
    ring: Floats = _EDGE * _AXIS + math.sqrt(1 - _EDGE * _EDGE) * around
    return ring


def _cap(towards: Floats) -> Floats | None:
    """Points on the unit sphere round the part of the cap that is seen from direction `towards` of that sphere."""
    towards = unit(towards)
    first = unit(cross(towards, _ASKEW))
    second = cross(towards, first)

    def silhouette(angles: Floats) -> Floats:
        edge: Floats = np.cos(angles)[:, None] * first + np.sin(angles)[:, None] * second
        return edge

    ring = _ring()
    seen = (ring @ towards > 0).tolist()
    if all(seen):
        return ring if towards @ _AXIS > _EDGE else None
    if not any(seen):
        whole = silhouette(np.linspace(0, 2 * math.pi, _STEPS, endpoint=False))
        return whole if towards @ _AXIS > _EDGE else None
    start = next(i for i in range(_STEPS) if seen[i] and not seen[i - 1])
    arc = ring.take([i % _STEPS for i in range(start, start + _STEPS) if seen[i % _STEPS]], 0)
    leave = math.atan2(arc[-1] @ second, arc[-1] @ first)
    span = (math.atan2(arc[0] @ second, arc[0] @ first) - leave) % (2 * math.pi)
    sideways, ahead = float(second @ _AXIS), float(first @ _AXIS)
    for turn in (span, span - 2 * math.pi):
        middle = leave + turn / 2
        if math.cos(middle) * ahead + math.sin(middle) * sideways >= _EDGE:
            return np.concatenate((arc, silhouette(leave + turn * _SHARES)))
    return None
