"""One of a few large choices: an icon, a name, what it means, and a mark once it is taken."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.look import sizes, space
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import margins, painter_of
from coach.ui.look.theme import Look
from coach.ui.look.typography import HEADING, SMALL
from coach.ui.widgets.card import CardButton, paint_surface
from coach.ui.widgets.labels import Label

_TILE, _MARK = 48, 24


class Tile(QWidget):
    """An icon on a rounded ground; `accent` for the one that counts most."""

    def __init__(self, look: Look, icon: str, *, accent: bool = False) -> None:
        super().__init__()
        self._look, self._icon, self._accent = look, icon, accent
        side = look.px(_TILE)
        self.setFixedSize(QSize(side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_of(self)
        box = QRectF(self.rect())
        paint_surface(painter, look, box, sizes.CONTROL_RADIUS, "asoft" if self._accent else "sunk")
        inset = box.width() * 0.27
        ink = look.theme.atext if self._accent else look.theme.ink2
        paint_icon(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), ink, 2.0)


class TopicCard(CardButton):
    """A card that leads on: an icon, a name, a note, and at the right end what is `beside` it."""

    def __init__(
        self, look: Look, icon: str, title: str, note: str, beside: QWidget | None = None, *, accent: bool = False
    ) -> None:
        super().__init__(look, ". ".join(part for part in (title, note) if part), space.M)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(0, 0, space.XS_LOOSE, 0))
        row.setSpacing(space.L)
        row.addWidget(Tile(look, icon, accent=accent))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(Label(look, title, HEADING, wrap=True))
        text.addWidget(Label(look, note, SMALL, "ink2", wrap=True))
        text.addStretch(1)
        row.addLayout(text, 1)
        if beside is not None:
            row.addWidget(beside)


class ChoiceCard(TopicCard):
    """One that is taken or not; put them into a QButtonGroup where only one may be."""

    def __init__(self, look: Look, icon: str, title: str, note: str) -> None:
        self._mark = _Mark(look)
        super().__init__(look, icon, title, note, self._mark)
        self.setCheckable(True)
        self.toggled.connect(self._mark.take)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            theme, painter = self._look.theme, painter_of(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.pine, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), self.radius - 1, self.radius - 1
            )


class _Mark(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._is_on = look, False
        side = look.px(_MARK)
        self.setFixedSize(QSize(side, side))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def take(self, on: bool) -> None:
        """Whether its card is taken."""
        self._is_on = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._look.theme, painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen if self._is_on else QPen(theme.edge, 1.75))
        painter.setBrush(theme.pine if self._is_on else theme.card)
        painter.drawEllipse(box)
        if self._is_on:
            paint_icon(painter, "check", box.adjusted(4, 4, -4, -4), theme.onpine, 2.8)
