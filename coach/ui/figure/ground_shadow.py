"""The shadow on the ground: a soft Gaussian below every part of the body, darker the nearer it is to the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coach.ui.figure.camera import Camera
from coach.ui.figure.palette import Palette
from coach.ui.figure.soft import FAINTEST, Patch

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats

_THIN = 3  # every third node casts the shadow of its neighbours too
_COARSEST = 6  # pixels of the picture a pixel of the shadow, at most
_FINEST_PX = 40  # a small picture's shadow is about this many pixels high or more
_FLATTER = 2.5  # the grid is as flat as the shadow on a floor seen at a slant, times this
# How the shadow looks is chosen by eye on the contact sheets: a high light, a little
# from behind and from the figure's right.
_FLAT, _SLANT = np.array((1.0, 0.0, 1.0)), np.array((0.04, 0.0, -0.03))  # centimetres aside a centimetre of height
_WAYS = ((1.0, 0.0, 0.0), (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.0, 0.0, -1.0))
_STRENGTH = 0.62  # of what lies on the ground, 0 to 1
_FADE_CM, _FADES = 15.0, 1.7  # a part this high casts half the shadow; the power with which it fades
_SPREAD, _SOFTER = 0.9, 0.07  # half the shadow's width of a part's, and the more a centimetre of height
_LOWER = 0.5  # of a part's radius: its shadow begins above its middle's height less this
_FLATTEST = 0.16  # height to width of a shadow, however level it is seen


def ground_shadow(camera: Camera, palette: Palette, centres: Floats, reach: Floats) -> Patch | None:
    """Straight below nodes at `centres` [n, 3] of radius `reach` [n], centimetres. None when seen from below."""
    flat = float(camera.to_eye[1])
    if flat <= 0 or palette.shadow_strength <= 0:
        return None
    ground, soft, dark = _cast(centres, reach)
    places, _, scale = camera.project(ground)
    half = np.empty_like(places)
    half[:, 0] = soft * scale
    half[:, 1] = half[:, 0] * max(_FLATTEST, flat)
    dark *= palette.shadow_strength
    coarser = max(1, min(_COARSEST, int(min(camera.size)) // _FINEST_PX))
    grid = coarser, max(1, min(coarser, round(coarser * _FLATTER * flat)))
    return Patch.of(places, half, dark, palette.shadow, grid, (0.0, 0.0, *camera.size))


def shadow_ends(centres: Floats, reach: Floats) -> Floats:
    """Points on the ground, [n, 3] centimetres, out to which a shadow may be seen; arguments as in `ground_shadow`."""
    ground, soft, dark = _cast(centres, reach)
    seen = (soft * np.sqrt(np.log(np.maximum(dark / FAINTEST, 1.0))))[:, None]
    return np.concatenate([ground + seen * np.array(way) for way in _WAYS])


def _cast(centres: Floats, reach: Floats) -> tuple[Floats, Floats, Floats]:
    """Where each shadow lies on the ground, how soft it is (centimetres) and how dark, 0 to 1."""
    centres, reach = centres[::_THIN], reach[::_THIN]
    high = np.maximum(centres[:, 1] - reach * _LOWER, 0.0)
    ground = high[:, None] * _SLANT
    ground += centres * _FLAT
    return ground, reach * _SPREAD + high * _SOFTER, _STRENGTH / (1 + (high / _FADE_CM) ** _FADES)
