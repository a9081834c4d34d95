"""A wall behind the figure, seen from the front, is the room's own wall: painted as a thing it would stand there as a
board. Loads the engine."""

from __future__ import annotations

from coach.figure.motion import Motion
from coach.figure.posture import Posture
from coach.figure.scene import Scene, Wall

_FRONT, _FACING = 90.0, 30.0  # degrees: yaw of the front, and how far off it still counts


def has_wall_in_face(motion: Motion, yaw: float) -> bool:
    """Whether a camera at `yaw` looks at the face of a wall behind the figure."""
    return abs(yaw - _FRONT) < _FACING and has_wall_behind(motion)


def has_wall_behind(motion: Motion) -> bool:
    """Whether the figure has its back to a wall."""
    return any(_is_behind(prop) for prop in motion.scene.props)


class WithoutWall:
    """A motion as the painter takes it, its wall left out of the picture; the body still leans on it."""

    def __init__(self, motion: Motion) -> None:
        self._motion = motion
        self.figure, self.has_end, self.is_cycle = motion.figure, motion.has_end, motion.is_cycle
        self.scene = _without_wall(motion.scene)

    def at(self, share: float, *, mirrored: bool = False) -> Posture:
        """The posture at a `share` of the movement, as the motion has it."""
        return self._motion.at(share, mirrored=mirrored)

    def wrong(self, *, mirrored: bool = False) -> Posture | None:
        """The posture of the common mistake, as the motion has it; None where it has none."""
        return self._motion.wrong(mirrored=mirrored)

    def wrong_scene(self) -> Scene:
        """What stands around the mistake, as the motion has it, without the wall."""
        return _without_wall(self._motion.wrong_scene())


def _without_wall(scene: Scene) -> Scene:
    return Scene(tuple(prop for prop in scene.props if not _is_behind(prop)))


def _is_behind(prop: object) -> bool:
    return isinstance(prop, Wall) and prop.where == "behind"
