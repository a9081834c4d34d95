"""The look of what has no words in a session: it grows with the text size as far as the window has room for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont

from coach.ui.look.derived_look import DerivedLook
from coach.ui.look.theme import Look
from coach.ui.look.typography import TextStyle

_WIDTH, _HEIGHT = 860.0, 600.0  # the window in which everything just fits at text size 1


class IconLook(DerivedLook):
    """The look that it is given, for icons: text is as large as the person wants it, and a round button is large enough
    to be met at any size, so that in a small window it leaves the room to the words.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._most = look.scale

    def fit(self, size: QSize) -> None:
        """Grow no more than a window of `size` can hold."""
        before, self._most = self.scale, max(1.0, min(size.width() / _WIDTH, size.height() / _HEIGHT))
        if abs(self.scale - before) > 0.01:
            self.changed.emit()

    @property
    def scale(self) -> float:
        return min(self._look.scale, self._most)

    def font(self, style: TextStyle, *, tabular: bool = False) -> QFont:
        return self._look.font(style, tabular=tabular)
