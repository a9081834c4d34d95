"""A movement as pictures: each step of it painted once for a camera and a size, and kept while memory allows."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coach.figure.posture import Posture
from coach.figure.scene import Scene
from coach.ui.figure.cache import FrameCache, steps_for
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.framing import Framed, Reach
from coach.ui.figure.highlights import areas_of
from coach.ui.figure.motions import Movement
from coach.ui.figure.painter import FigurePainter
from coach.ui.figure.palette import Palette
from coach.values import dataclass, field

GLOW_STEPS = 8
"""How many different glows are painted."""
_LARGEST_PIXELS = 900_000  # a larger stage is painted smaller and scaled up: its frames would not fit the cache


_Seen = tuple[tuple[float, float], tuple[float, float]]  # yaw and pitch, width and height


@dataclass(frozen=True)
class _Side:
    """What one side's repetition is painted from. `postures` of shares: another glow, size or camera shows the same."""

    motion: Movement
    scene: Scene
    start: Posture | None
    reach: Reach
    postures: dict[float, Posture] = field(default_factory=dict)


@dataclass(frozen=True)
class Still:
    """One picture of a film: the figure, what stands behind it, and where both lie (points from top left)."""

    behind: Canvas | None
    figure: Canvas
    left: float
    top: float

    def show(self, painter: QPainter) -> None:
        """What is behind, then the figure."""
        painter.save()
        painter.translate(self.left, self.top)
        for picture in (self.behind, self.figure):
            if picture is not None:
                picture.show(painter)
        painter.restore()

    def differs(self, before: Still | None) -> QRectF | None:
        """All of it that is not as in the picture shown `before` (points from top left); None where that says nothing
        of this one: then it may be anything.
        """
        if before is None or (before.left, before.top) != (self.left, self.top):
            return None
        seen = [(before.figure, self.figure), (before.behind, self.behind)]
        areas = [one.area for pair in seen if pair[0] is not pair[1] for one in pair if one is not None]
        found = QRectF()
        for area in areas:
            found = found.united(area)
        return found.translated(self.left, self.top)


class Film:
    """Frames of one motion, of one side's repetition or, where they take turns, of both. `moves` and `is_cycle` are the
    motion's.
    """

    def __init__(self, palette: Palette, *, has_ghost: bool = True, cache: FrameCache | None = None) -> None:
        self._painter = FigurePainter(palette)
        self._cache = cache or FrameCache()
        self._has_ghost = has_ghost
        self._motion: Movement | None = None
        self.mirrored = False
        self._sides: dict[bool, _Side] = {}
        self._framed: tuple[_Seen, Framed] | None = None
        self._steps = 40
        self._last: tuple[object, Still] | None = None

    @property
    def moves(self) -> bool:
        """Whether the motion has an end to go to."""
        return self._motion is not None and self._motion.has_end

    @property
    def is_cycle(self) -> bool:
        """Whether the motion repeats by itself."""
        return self._motion is not None and self._motion.is_cycle

    @property
    def bytes(self) -> int:
        """The memory of all its pictures: frames, and those that serve to paint them."""
        return self._cache.bytes + self._painter.bytes

    def load(self, motion: Movement | None, *, mirrored: bool) -> None:
        """Another motion, or none, or its other side: that keeps the pictures of the side before, which comes back."""
        if motion is not self._motion:
            self._sides = {}
            self._cache.clear()
        self._motion, self.mirrored, self._framed, self._last = motion, mirrored, None, None
        if motion is not None and mirrored not in self._sides:
            start = motion.at(0.0, mirrored=mirrored) if motion.has_end and not motion.is_cycle else None
            scene = motion.scene.mirrored() if mirrored else motion.scene
            self._sides[mirrored] = _Side(motion, scene, start, Reach(motion, mirrored=mirrored))

    def set_palette(self, palette: Palette) -> None:
        """Other colours from the next frame on."""
        self._painter = FigurePainter(palette)
        self._cache.clear()
        self._last = None

    @property
    def steps(self) -> int:
        """Into how many steps the movement is cut at the size of the last frame."""
        return self._steps

    def step(self, share: float) -> int:
        """The step that shows a share; a cycle's last is its first."""
        if self.is_cycle:
            return round(share % 1.0 * self._steps) % self._steps
        return round(min(1.0, max(0.0, share)) * self._steps)

    @staticmethod
    def shine(glow: float) -> int:
        """The step of the glow."""
        return round(min(1.0, max(0.0, glow)) * GLOW_STEPS)

    def frame(
        self,
        share: float,
        glow: float,
        angles: tuple[float, float],
        size: tuple[float, float],
        ratio: float = 1.0,
        *,
        ghost: bool = True,
    ) -> Still | None:
        """What is seen at a share in a box of `size` points; None without a motion. Without its `ghost` it is quicker
        to turn."""
        asked = share, glow, angles, size, ratio, ghost
        if self._last is not None and self._last[0] == asked:
            return self._last[1]
        side = self._sides.get(self.mirrored)
        if side is None or min(size) < 8:
            return None
        view = self._view(side, angles, size)
        camera = view.camera
        fine = min(ratio, (_LARGEST_PIXELS / (camera.size[0] * camera.size[1])) ** 0.5)
        self._steps = steps_for(round(camera.size[0] * camera.size[1] * fine * fine * 4) * len(self._sides))
        step, shine = self.step(share), self.shine(glow)
        key = (self.mirrored, step, self._steps, shine, angles, size, fine)
        figure = self._cache.get(key, lambda: self._painted(side, step / self._steps, shine / GLOW_STEPS, view, fine))
        start = side.start if self._has_ghost and ghost and step > 0 else None
        behind = self._painter.behind(side.scene, camera, fine, start)
        still = Still(behind, figure, view.left, view.top)
        self._last = asked, still
        return still

    def free(self, angles: tuple[float, float], size: tuple[float, float], below: float) -> tuple[float, float]:
        """The points at the left and at the right of a box of `size` that the figure never comes to, from the top down
        to `below`.
        """
        side = self._sides.get(self.mirrored)
        if side is None:
            return size[0], size[0]
        left, right = side.reach.edges(self._view(side, angles, size), below)
        return min(size[0], left), min(size[0], size[0] - right)

    def _view(self, side: _Side, angles: tuple[float, float], size: tuple[float, float]) -> Framed:
        key = (angles, size)
        if self._framed is None or self._framed[0] != key:
            self._framed = (key, side.reach.framed(*angles, size))
        return self._framed[1]

    def _painted(self, side: _Side, share: float, glow: float, view: Framed, fine: float) -> Canvas:
        areas, posture = areas_of(side.motion.figure, mirrored=self.mirrored), self._posture(side, share)
        painted = self._painter.figure(posture, side.scene, view.camera, fine, highlight=areas, glow=glow)
        self._cache.beside = self._painter.bytes
        return painted

    def _posture(self, side: _Side, share: float) -> Posture:
        if share not in side.postures:
            side.postures[share] = side.motion.at(share, mirrored=self.mirrored)
        return side.postures[share]
