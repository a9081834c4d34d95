"""Pictures of what stands where it stood a frame ago: in most exercises half the body keeps still."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from PySide6.QtGui import QPainter

from coach.ui.figure.brushes import grown, joined
from coach.ui.figure.canvas import Canvas
from coach.ui.figure.outline import Traced
from coach.ui.figure.seen import Seen

_SLIGHT_PX = 0.05  # so little moves nothing that is seen; from where it was first painted, so nothing creeps
_NOTHING = Traced((), np.zeros((0, 2)), np.zeros((0, 2)), {})


class Unmoved:
    """Remembers the outlines of the frames that it `follow`s; `paint` paints anew, or shows the picture of before."""

    def __init__(self) -> None:
        self._seen_by: tuple[object, float] | None = None
        self._traced = _NOTHING
        self._points = np.zeros((2, 0))
        self._is_still: list[bool] = []
        self._kept: dict[Hashable, tuple[object, Canvas | None]] = {}
        self._size, self._ratio = (0.0, 0.0), 1.0

    @property
    def bytes(self) -> int:
        """The memory of the pictures."""
        return sum(canvas.bytes for _, canvas in self._kept.values() if canvas is not None)

    def follow(self, seen: Seen, ratio: float) -> None:
        """Another frame: which of its outlines stand where they stood."""
        self._traced, tubes = seen.traced, seen.body.tubes
        points = self._traced.points.T  # as it lies in memory: x of all, then y of all
        if self._seen_by != (seen.camera, ratio) or self._points.shape != points.shape:
            self._seen_by = seen.camera, ratio
            self._size, self._ratio = seen.camera.size, ratio
            self._points = points.copy()
            self._is_still = [False] * len(tubes.outlines)
            self._kept.clear()
            return
        apart = np.abs(points - self._points)
        still = np.maximum.reduceat(np.maximum(*apart), tubes.outlines) < _SLIGHT_PX
        np.copyto(self._points, points, where=~still.repeat(tubes.corners))
        self._is_still = still.tolist()

    def paint(
        self,
        painter: QPainter,
        outlines: Sequence[int],
        name: Hashable,
        looks: object,
        around: Sequence[int],
        reach: float,
        draw: Callable[[QPainter], None],
    ) -> None:
        """`draw` what is called `name`, which depends on some outlines and lies at most `reach` pixels beyond those
        `around` it; or show its picture, where they stand still and it `looks` the same as before."""
        for outline in outlines:
            if not self._is_still[outline]:
                self._kept.pop(name, None)
                draw(painter)
                return
        before, canvas = self._kept.get(name, (None, None))
        if before != looks:
            self._kept[name] = looks, None
            draw(painter)
            return
        if canvas is None:
            canvas = Canvas()
            box = joined([self._traced.shape(outline).box for outline in around])
            within = canvas.begin(self._size, self._ratio, grown(box, reach))
            draw(within)
            within.end()
            self._kept[name] = looks, canvas
        canvas.show(painter)
