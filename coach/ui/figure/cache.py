"""Pictures already painted, the least used leaving first when their memory runs out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from coach.ui.figure.canvas import Canvas

BUDGET_BYTES = 60 * 1024 * 1024
_STEPS_MOST, _STEPS_LEAST = 40, 12
_BESIDE = 4  # frames' worth of memory for the pictures that serve to paint them


class FrameCache:
    """Keeps pictures up to `budget` bytes, less those that are `beside` it."""

    def __init__(self, budget: int = BUDGET_BYTES) -> None:
        self._budget = budget
        self._kept: OrderedDict[Hashable, Canvas] = OrderedDict()
        self.bytes = 0
        self.beside = 0

    def get(self, key: Hashable, paint: Callable[[], Canvas]) -> Canvas:
        """The picture for `key`, painted when it is not there."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        picture = paint()
        self._kept[key] = picture
        self.bytes += picture.bytes
        while self.bytes + self.beside > self._budget and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.bytes -= oldest.bytes
        return picture

    def clear(self) -> None:
        """Forget all pictures."""
        self._kept.clear()
        self.bytes = 0


def steps_for(frame_bytes: int, budget: int = BUDGET_BYTES) -> int:
    """Into how many steps a movement is cut so that all its pictures fit, and those that serve to paint them."""
    return max(_STEPS_LEAST, min(_STEPS_MOST, budget // max(1, frame_bytes) - _BESIDE))
