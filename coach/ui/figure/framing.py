"""How much of the figure a picture shows: one camera that holds the whole movement still."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np

from coach.figure.scene import Scene
from coach.ui.figure.camera import Camera
from coach.ui.figure.ground_shadow import shadow_ends
from coach.ui.figure.motions import Movement
from coach.ui.figure.props import pieces_of
from coach.ui.figure.seen import body
from coach.values import dataclass, replace

if TYPE_CHECKING:
    from coach.ui.figure.arrays import Floats

# Chosen by eye.
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_AROUND_CM = 4.0  # flesh round the joints that are counted, chosen by eye
_MARGIN = 0.05  # of the picture's shorter side
_GROUND = 0.91  # of the height: where the lowest point stands
_TALLEST_SHARE = 0.86  # of the height that an upright figure may fill: one scale for short and long movements
_STATURE_CM = 172.0  # body.STATURE, with hair and a little air
_CLOSER, _CUT = 1.75, 1.02  # a close figure is this much larger, and cut off just below the picture
LYING = ("supine", "prone", "side-lying")
_CLOSER_LYING = 2.9  # of one that lies head and chest are shown, on the floor
_AROUND_HEAD_CM = 9.5  # from the skull's middle to hair and nose
_NARROWEST_CM = 120.0  # seen from above no less than this fills the picture
FLAT_PITCH = 40.0  # from here on the floor fills the picture, and the figure stands in its middle
_BACKDROP = ("wall", "jamb-left", "jamb-right", "lintel", "screen", "stand")


@dataclass(frozen=True)
class Framed:
    """A camera for the part of a picture that is painted, and where that part lies (pixels from top left)."""

    camera: Camera
    left: float
    top: float


class Reach:
    """Everywhere a figure comes in its whole movement, gathered once for all cameras."""

    def __init__(self, motion: Movement, *, mirrored: bool = False, close: bool = False, wrong: bool = False) -> None:
        """`close` frames from the hips up and lets the legs run out of the picture below; of a figure that lies, head
        and chest. From close by a mistake (`wrong`) reaches further than the movement."""
        scene = motion.scene.mirrored() if mirrored else motion.scene
        flip = (1.0, 1.0, -1.0 if mirrored else 1.0)
        lies = motion.figure.base in LYING
        self._is_cut = close and not lies
        self._around = _AROUND_HEAD_CM if close and lies else _AROUND_CM
        self._closer = 1.0 if not close else _CLOSER_LYING if lies else _CLOSER
        taken = [motion.at(share) for share in _SHARES]  # each is solved, which is most of the work here
        placed = [body().nodes.placed(posture.rotations, posture.origins)[0] for posture in taken]
        lines = [np.asarray(line) for posture in taken for line in posture.bands if not close]
        keep = _close_nodes(lies=lies) if close else slice(None)
        body_points = np.concatenate([*(centres[keep] for centres in placed), *lines]) * flip
        set_points = _set_points(scene, without=_BACKDROP)
        mistake = motion.wrong(mirrored=mirrored)
        beside = [] if mistake is None else [body().nodes.placed(mistake.rotations, mistake.origins)[0]]
        if close:
            self._points = np.concatenate((body_points, *(it[_close_nodes(lies=lies)] for it in beside if wrong)))
        else:
            self._points = np.concatenate((body_points, set_points))
        self._middle = (self._points.min(0) + self._points.max(0)) / 2
        below = _shadow_points(placed) * flip
        self._painted = np.concatenate((body_points, below, set_points, _set_points(scene, only=_BACKDROP), *beside))

    def edges(self, framed: Framed, below: float) -> tuple[float, float]:
        """The pixels between which the body and what it holds are, from the top down to `below`."""
        xy = framed.camera.project(self._points)[0] + (framed.left, framed.top)
        around = _AROUND_HEAD_CM * framed.camera.scale
        high_up = xy[xy[:, 1] - around < below, 0]
        return (float(high_up.min() - around), float(high_up.max() + around)) if len(high_up) else (math.inf, -math.inf)

    def framed(self, yaw: float, pitch: float, size: tuple[float, float]) -> Framed:
        """The camera that holds it all in a picture of `size`, standing on the ground or, from above, in the middle."""
        x, y, z = (float(part) for part in self._middle)
        camera = Camera(yaw, pitch, size, (x, y, z), 1.0)
        low, high = _extent(camera, self._points, self._around)
        wide, tall = (float(part) for part in high - low)
        margin = _MARGIN * min(size)
        is_flat = pitch >= FLAT_PITCH
        if is_flat:
            room, largest = size[1] - 2 * margin, min(size) / _NARROWEST_CM
        else:
            room = size[1] * (1.0 if self._is_cut else _GROUND) - margin
            largest = size[1] * _TALLEST_SHARE / _STATURE_CM * self._closer
        scale = min((size[0] - 2 * margin) / wide, room / tall, largest)
        camera = replace(camera, scale=scale)
        low, high = _extent(camera, self._points, self._around * scale)
        bottom = size[1] * (_CUT if self._is_cut else _GROUND)
        if is_flat:
            bottom = float(size[1] + high[1] - low[1]) / 2
        shift = (float(size[0] - low[0] - high[0]) / 2, float(bottom - high[1]))
        return _cropped(replace(camera, shift=shift), self._painted, size)


def _cropped(camera: Camera, points: Floats, size: tuple[float, float]) -> Framed:
    """The same view with the picture cut down to what is painted in it."""
    low, high = _extent(camera, points, 14.0 * camera.scale)
    left, top = np.floor(np.maximum(low, 0.0))
    right, bottom = np.ceil(np.minimum(high, size))
    wide, tall = max(1.0, right - left), max(1.0, bottom - top)
    shift = (
        camera.shift[0] + size[0] / 2 - left - wide / 2,
        camera.shift[1] + size[1] / 2 - top - tall / 2,
    )
    small = replace(camera, size=(float(wide), float(tall)), shift=(float(shift[0]), float(shift[1])))
    return Framed(small, float(left), float(top))


def _extent(camera: Camera, points: Floats, around: float) -> tuple[Floats, Floats]:
    xy = camera.project(points)[0]
    return xy.min(0) - around, xy.max(0) + around


def _shadow_points(placed: Sequence[Floats]) -> Floats:
    """Out to where the shadow of the whole body is seen on the ground, wherever it is `placed`, [n, 3] centimetres."""
    flesh = body()
    return np.concatenate([shadow_ends(centres[: flesh.flesh], flesh.reach) for centres in placed])


def _close_nodes(*, lies: bool) -> Floats:
    """The numbers of the nodes that a picture from close by holds."""
    return _nodes_without("thigh", "shank", *(("torso", "fore") if lies else ()))


def _nodes_without(*kinds: str) -> Floats:
    """The numbers of all nodes but those of units of some kinds."""
    return np.unique(np.concatenate([unit.nodes for unit in body().units if unit.kind not in kinds]))


def _set_points(scene: Scene, only: Collection[str] = (), without: Collection[str] = ()) -> Floats:
    """Corners of the props named in `only`, or of all but `without`."""
    points = [
        piece.centres for piece in pieces_of(scene) if (piece.name in only if only else piece.name not in without)
    ]
    return np.concatenate(points) if points else np.zeros((0, 3))
