"""A value between 0 and 1 that follows a wish in a given time, at once where motion is reduced."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look


class Ease:
    """`value` glides to what `to` asks for and repaints its widget meanwhile. Qt's animation is made when it is to move
    for the first time: a page has hundreds of these, and of most nothing ever moves.
    """

    def __init__(
        self, look: Look, widget: QWidget, ms: int, curve: QEasingCurve.Type = QEasingCurve.Type.OutCubic
    ) -> None:
        self._look, self._widget = look, widget
        self._ms, self._curve = ms, curve
        self.value = 0.0
        self._glide: QVariantAnimation | None = None

    def to(self, target: float) -> None:
        """Glide there; at once with reduced motion, or where nobody sees it."""
        if self._glide is not None:
            self._glide.stop()
        if self._look.reduced_motion or not self._widget.isVisible():
            if target != self.value:
                self._moved(target)
            return
        if self._glide is None:
            self._glide = QVariantAnimation(self._widget)
            self._glide.setDuration(self._ms)
            self._glide.setEasingCurve(self._curve)
            self._glide.valueChanged.connect(self._moved)
        self._glide.setStartValue(self.value)
        self._glide.setEndValue(float(target))
        self._glide.start()

    def _moved(self, value: float) -> None:
        self.value = float(value)
        self._widget.update()
