"""A value between 0 and 1 that follows a wish in a given time, at once where motion is reduced."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look


class Ease(QVariantAnimation):
    """`value` glides to what `to` asks for and repaints its widget meanwhile."""

    def __init__(
        self, look: Look, widget: QWidget, ms: int, curve: QEasingCurve.Type = QEasingCurve.Type.OutCubic
    ) -> None:
        super().__init__(widget)
        self._look = look
        self._widget = widget
        self.value = 0.0
        self.setDuration(ms)
        self.setEasingCurve(curve)
        self.valueChanged.connect(self._moved)

    def to(self, target: float) -> None:
        """Glide there; at once with reduced motion, or where nobody sees it."""
        self.stop()
        if self._look.reduced_motion or not self._widget.isVisible():
            self._moved(target)
            return
        self.setStartValue(self.value)
        self.setEndValue(float(target))
        self.start()

    def _moved(self, value: float) -> None:
        self.value = float(value)
        self._widget.update()
