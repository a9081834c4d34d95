"""A look whose text is another one's, times a factor: larger where it is read from afar, smaller where a screen is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from coach.ui.look.theme import Look, Theme
from coach.ui.look.typography import TextStyle


class SizedLook(Look):
    """The look that it is given, `times` as large."""

    def __init__(self, look: Look, times: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._times = look, times
        look.changed.connect(self.changed)

    def set_times(self, times: float) -> None:
        """Be so much larger than the other from now on."""
        if times != self._times:
            self._times = times
            self.changed.emit()

    @property
    def theme(self) -> Theme:
        return self._look.theme

    @property
    def scale(self) -> float:
        return self._look.scale * self._times

    @property
    def reduced_motion(self) -> bool:
        return self._look.reduced_motion

    def font(self, style: TextStyle, *, tabular: bool = False) -> QFont:
        return self._look.font(style.sized(style.px * self._times), tabular=tabular)
