"""A bar that tells how far; the same fact stands in words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look.mirror import painter_of
from coach.ui.look.theme import Look


class Meter(QWidget):
    """`share` 0 to 1 of its width in colour `tone`, the rest in the colour of a track."""

    def __init__(self, look: Look, share: float = 0.0, tone: str = "accent", height: int = 10) -> None:
        super().__init__()
        self._look, self._share, self._tone, self._height = look, share, tone, height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @property
    def share(self) -> float:
        """What it shows, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show another share, brought inside 0 to 1; repainted where half a pixel changes."""
        share = min(1.0, max(0.0, share))
        if abs(share - self._share) * max(1, self.width()) >= 0.5:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        radius = box.height() / 2
        painter.setBrush(theme.track)
        painter.drawRoundedRect(box, radius, radius)
        if self._share > 0:
            painter.setBrush(getattr(theme, self._tone))
            painter.drawRoundedRect(
                QRectF(0, 0, max(box.height(), box.width() * self._share), box.height()), radius, radius
            )
