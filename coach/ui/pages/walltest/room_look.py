"""The look of the questions at the wall: as large as the room view's, and growing with the window as it does.

So eye and distance stay the same from the first sentence to the last question.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont

from coach.ui.look.derived_look import DerivedLook
from coach.ui.look.theme import Look
from coach.ui.look.typography import TextStyle

WIDTH, HEIGHT = 1180.0, 760.0
"""The picture that the measures were taken from."""

ENLARGED = 1.7
"""How much larger than at arm's length everything is there: what is pressed at 20 px comes to the room view's 34."""

_CROWDED = 1.3  # times the window's own size: at it the foot and the steps no longer stand beside the figure


class RoomLook(DerivedLook):
    """The colours and motion of the look that it is given; its text size follows the window, and is never smaller
    than a larger one that the person chose.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._factor = 1.0

    def fit(self, size: QSize) -> bool:
        """Take the size of the window; whether that made a difference."""
        before, self._factor = self._factor, min(size.width() / WIDTH, size.height() / HEIGHT)
        if abs(before - self._factor) < 0.005:
            return False
        self.changed.emit()
        return True

    @property
    def factor(self) -> float:
        """The window's measures against the picture's."""
        return self._factor

    @property
    def is_crowded(self) -> bool:
        """Whether the words are so much larger than the window's own that they need the figure's room."""
        return self.scale > _CROWDED * ENLARGED * self._factor

    @property
    def scale(self) -> float:
        return max(0.5, ENLARGED * self._factor, self._look.scale if self._look.scale > 1.0 else 0.0)

    def font(self, style: TextStyle, *, tabular: bool = False) -> QFont:
        return self._look.font(style.sized(style.px * self.scale / self._look.scale), tabular=tabular)
