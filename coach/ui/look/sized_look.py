"""A look whose text is another one's, times a factor: larger where it is read from afar, smaller where a screen is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from coach.ui.look.derived_look import DerivedLook
from coach.ui.look.theme import Look
from coach.ui.look.typography import TextStyle


class SizedLook(DerivedLook):
    """The look that it is given, `times` as large."""

    def __init__(self, look: Look, times: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        self._times = times

    def set_times(self, times: float) -> None:
        """Be so much larger than the other from now on."""
        if times != self._times:
            self._times = times
            self.changed.emit()

    @property
    def scale(self) -> float:
        return self._look.scale * self._times

    def font(self, style: TextStyle, *, tabular: bool = False) -> QFont:
        return self._look.font(style.sized(style.px * self._times), tabular=tabular)
