"""The focus ring: painted around a widget, on the ground below it, so that no widget needs spare room inside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from coach.ui.theme import Look

WIDTH = 2.5
GAP = 2.0
_OUT = GAP + WIDTH / 2
_OLD_FOCUS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_REACH = 6  # whole pixels that the ring takes around its widget


def paint_focus(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """The ring around a shape: 2.5 px wide, 2 px away."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.theme.focus, WIDTH))
    painter.drawRoundedRect(rect.adjusted(-_OUT, -_OUT, _OUT, _OUT), radius + _OUT, radius + _OUT)
    painter.restore()


class FocusRing(QObject):
    """Shows the ring around `widget` while it has the keyboard's focus (not after a click).

    `shape` gives the outline in the widget's own coordinates: rectangle and radius.
    """

    def __init__(self, look: Look, widget: QWidget, shape: Callable[[], tuple[QRectF, float]]) -> None:
        super().__init__(widget)
        self._look, self._widget, self._shape = look, widget, shape
        self._ground: QWidget | None = None
        self._by_keyboard = True
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._ground and kind == QEvent.Type.Paint:
            self._paint()
        elif watched is self._widget:
            if kind == QEvent.Type.FocusIn:
                self._focused(event.reason())
            elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.ParentChange):
                self._rest_on(None)
            elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self._ground is not None:
                self._ground.update()
        return False

    def _focused(self, reason: Qt.FocusReason) -> None:
        if reason not in _OLD_FOCUS:  # a window or a menu that comes back restores what was before
            self._by_keyboard = reason != Qt.FocusReason.MouseFocusReason
        if self._by_keyboard:
            self._rest_on(self._find_ground())

    @property
    def is_shown(self) -> bool:
        return self._ground is not None

    def _box(self, ground: QWidget) -> QRectF:
        rect, _ = self._shape()
        return rect.translated(self._widget.mapTo(ground, QPoint(0, 0)).toPointF())

    def _find_ground(self) -> QWidget | None:
        """The nearest widget below that has room for the whole ring, else the parent."""
        ground = self._widget.parentWidget()
        while ground is not None:
            if QRectF(ground.rect()).contains(self._box(ground).adjusted(-_REACH, -_REACH, _REACH, _REACH)):
                return ground
            if ground.isWindow():
                break
            ground = ground.parentWidget()
        return self._widget.parentWidget()

    def _rest_on(self, ground: QWidget | None) -> None:
        if self._ground is not None:
            self._ground.removeEventFilter(self)
            self._ground.update()
        self._ground = ground
        if ground is not None:
            ground.installEventFilter(self)
            ground.update()

    def _paint(self) -> None:
        if self._ground is None:
            return
        painter = QPainter(self._ground)
        paint_focus(painter, self._look, self._box(self._ground), self._shape()[1])
        painter.end()
