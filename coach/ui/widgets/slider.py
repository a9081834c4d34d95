"""A slider from nothing to all, painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from coach.ui.look import sizes
from coach.ui.look.mirror import meant, painter_of
from coach.ui.look.soft_shadow import CARD, paint_shadow
from coach.ui.look.theme import Look
from coach.ui.widgets.focus import FocusRing
from coach.ui.widgets.role import ToldOnce

_STEPS = 100


class Slider(ToldOnce, QAbstractSlider):
    """`changed(float)` while it moves, `settled(float)` when it has come to rest; 0.0 to 1.0.

    Keys are those of any slider: arrows, Page Up and Down, Home, End.
    """

    changed = Signal(float)
    settled = Signal(float)

    def __init__(self, look: Look, name: str, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, _STEPS)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setValue(round(value * _STEPS))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        FocusRing(look, self, lambda: (QRectF(self.rect()), 10.0))
        self.valueChanged.connect(self._moved)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def _moved(self, value: int) -> None:
        self.update()
        self.changed.emit(value / _STEPS)
        if not self.isSliderDown():
            self.settled.emit(value / _STEPS)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(sizes.TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._look.px(sizes.TARGET))

    def _knob(self) -> QRectF:
        side = self._look.px(22)
        x = (self.width() - side - 4) * self.value() / _STEPS + 2
        return QRectF(x, (self.height() - side) / 2, side, side)

    def _to(self, event: QMouseEvent) -> None:
        side = self._look.px(22)
        share = (meant(self, event.position()).x() - side / 2 - 2) / max(1.0, self.width() - side - 4)
        self.setValue(round(min(1.0, max(0.0, share)) * _STEPS))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self.settled.emit(self.value() / _STEPS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        knob = self._knob()
        track = QRectF(4, self.height() / 2 - 3, self.width() - 8, 6)
        painter.setBrush(theme.track)
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(theme.pine)
        painter.drawRoundedRect(QRectF(track.x(), track.y(), knob.center().x() - track.x(), 6), 3, 3)
        paint_shadow(painter, knob.adjusted(1, 1, -1, -1), knob.width() / 2, theme.shadow, CARD[:1])
        painter.setPen(QPen(theme.pine, 2))
        painter.setBrush(theme.card)
        painter.drawEllipse(knob.adjusted(1, 1, -1, -1))
