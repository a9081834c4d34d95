"""The camera: where the figure is seen from, and how much of it.

yaw 0 sees the right side (the figure faces right in the picture), 90 its front, -90 its back; pitch looks down.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from coach.content.joints import HIGHEST_PITCH, VIEWS
from coach.content.model import Figure, View
from coach.values import dataclass, replace

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from coach.ui.figure.arrays import Floats

_SEATED_FRONT = (58.0, 8.0)  # thighs that point at the eye cannot be read
_DISTANCE_CM = 620.0  # far enough for calm lines, near enough for a little depth


@dataclass(frozen=True)
class Camera:
    """A little perspective. `centre` in cm is seen at the picture's middle plus `shift` pixels; `scale` pixels a cm."""

    yaw: float
    pitch: float
    size: tuple[float, float] = (600.0, 600.0)
    centre: tuple[float, float, float] = (0.0, 85.0, 0.0)
    scale: float = 3.0
    shift: tuple[float, float] = (0.0, 0.0)

    @cached_property
    def rotation(self) -> Floats:
        """Rows: right, up, towards the eye."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        to_eye = np.array((math.sin(yaw) * math.cos(pitch), math.sin(pitch), math.cos(yaw) * math.cos(pitch)))
        right = np.array((math.cos(yaw), 0.0, -math.sin(yaw)))
        return np.stack((right, np.cross(to_eye, right), to_eye))

    @property
    def to_eye(self) -> Floats:
        """From the figure to the eye, one long."""
        to_eye: Floats = self.rotation[2]
        return to_eye

    @cached_property
    def _downwards(self) -> Floats:
        """To right, down, towards the eye, by a product from the right."""
        return self.rotation.T * (1.0, -1.0, 1.0)

    @cached_property
    def _origin(self) -> Floats:
        return np.array(self.centre) @ self._downwards

    @cached_property
    def _middle(self) -> Floats:
        return np.array(self.size) / 2 + self.shift

    def sees(self, point: ArrayLike, normal: ArrayLike) -> bool:
        """Whether the outer side of a face is turned to the eye."""
        eye = np.array(self.centre) + self.to_eye * _DISTANCE_CM
        return float((eye - np.asarray(point, float)) @ np.asarray(normal, float)) > 0

    def project(self, points: ArrayLike) -> tuple[Floats, Floats, Floats]:
        """Points [n, 3] as pixels [n, 2], depth [n] towards the eye in cm, pixels a cm there [n]."""
        seen = np.asarray(points, float) @ self._downwards
        seen -= self._origin
        depth = seen[:, 2]
        scale = self.scale * _DISTANCE_CM / (_DISTANCE_CM - depth)
        xy = seen[:, :2] * scale[:, None]
        xy += self._middle
        return xy, depth, scale

    def turned(self, yaw: float, pitch: float) -> Camera:
        """The same camera from elsewhere; pitch stays between the floor and straight above."""
        return replace(self, yaw=(yaw + 180.0) % 360.0 - 180.0, pitch=min(HIGHEST_PITCH, max(0.0, pitch)))


def angles_of(view: str, base: str = "standing") -> tuple[float, float]:
    """Yaw and pitch of a named view; a seated figure is never shown straight from the front."""
    if base == "sitting" and view == "front":
        return _SEATED_FRONT
    return VIEWS[view]


def view_angles(figure: Figure, view: View | None = None) -> tuple[float, float]:
    """Yaw and pitch of a view by name or in degrees; None is the figure's own."""
    view = figure.view if view is None else view
    return angles_of(view, figure.base) if isinstance(view, str) else view


def mirrored_yaw(yaw: float) -> float:
    """The camera whose picture of the mirrored figure is the mirror image."""
    return (360.0 - yaw) % 360.0 - 180.0
