"""A card: a rounded surface with a soft shadow, which the widget below it carries."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from coach.ui.shadow import REACH, paint_shadow
from coach.ui.theme import Look


class Card(QFrame):
    """A frame with painted surface. Give it a layout; `padding` becomes that layout's margins by `contentsMargins`.

    `tone` is the colour's token: card, stage, sunk, paper. Sunk and paper ones throw no shadow. The shadow is painted
    on the parent, under the card, so it needs no room inside.
    """

    def __init__(
        self, look: Look, padding: int = 24, radius: float = 20, tone: str = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self.radius, self.tone = look, radius, tone
        self._padding = padding
        self._ground: QWidget | None = None
        self.setContentsMargins(padding, padding, padding, padding)
        look.changed.connect(self.update)
        self._take_ground()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._take_ground()
        return super().event(event)

    def _take_ground(self) -> None:
        if self._ground is not None:
            self._ground.removeEventFilter(self)
        self._ground = self.parentWidget()
        if self._ground is not None and self.tone in ("card", "stage"):
            self._ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._ground and self.isVisibleTo(self._ground):
            painter = QPainter(self._ground)
            painter.setClipRegion(event.region())
            paint_shadow(painter, QRectF(self.geometry()), self.radius, self._look.theme.shadow)
            painter.end()
        return False

    def _refresh_ground(self) -> None:
        if self._ground is not None:
            self._ground.update(self.geometry().adjusted(-REACH, -REACH, REACH, REACH))

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._refresh_ground()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh_ground()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_surface(painter)

    def paint_surface(self, painter: QPainter) -> None:
        theme = self._look.theme
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(theme, self.tone))
        painter.drawRoundedRect(box, self.radius, self.radius)
        if theme.name == "contrast":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.edge, 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), self.radius - 1, self.radius - 1)
