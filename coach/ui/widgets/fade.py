"""The change from one page to another: the new one fades in while it rises by eight pixels."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QVariantAnimation
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from coach.ui.look.theme import Look

_MS = 180
_RISE = 8.0


class Fade(QWidget):
    """Lies over `stage` while a page comes in and shows its picture; takes no keys, and the first click ends it."""

    def __init__(self, look: Look, stage: QWidget) -> None:
        super().__init__(stage)
        self._look = look
        self._picture = QPixmap()
        self._share = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._moved)
        self._animation.finished.connect(self.hide)
        self.hide()

    def show_page(self, page: QWidget) -> None:
        """Let `page`, which stands in the stage already, come in."""
        if self._look.reduced_motion or not page.isVisible():
            return
        self._picture = page.grab()
        self.setGeometry(page.geometry())
        self._share = 0.0
        self.raise_()
        self.show()
        self._animation.start()

    def _moved(self, share: float) -> None:
        self._share = float(share)
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._animation.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.paper)
        painter.setOpacity(self._share)
        painter.drawPixmap(QPointF(0, _RISE * (1 - self._share)), self._picture)
