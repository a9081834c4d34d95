"""The card that says what comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.ui.look import sizes
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import BODY, CONTROL, LEAST_PX, SMALL, TextStyle
from coach.ui.widgets.card import Card
from coach.ui.widgets.fit import line_font
from coach.ui.widgets.role import be_text


class NextCard(Card):
    """The card that says what comes next: an icon on a tile and one line; in a small window the line alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, parent=parent)
        be_text(self)
        self._icon, self._words = "arrow", ""

    def tell(self, icon: str, words: str) -> None:
        """What comes next, in words, and its icon."""
        if (icon, words) == (self._icon, self._words):
            return
        self._icon, self._words = icon, words
        self.setAccessibleName(self.tr("Next: {0}").format(words))
        self.setToolTip(words)
        self.update()

    @property
    def words(self) -> str:
        """What it says comes next."""
        return self._words

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.height() < 2.6 * QFontMetricsF(self._look.font(BODY.bold)).height():
            self._paint_line(painter)
            return
        theme = self._look.theme
        side = self.height() - 20.0
        tile = QRectF(10, 10, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunk)
        painter.drawRoundedRect(tile, sizes.TILE_RADIUS, sizes.TILE_RADIUS)
        paint_icon(painter, self._icon, QRectF(tile.center().x() - 12, tile.center().y() - 12, 24, 24), theme.ink2, 2.0)
        x, width = tile.right() + 14, self.width() - tile.right() - 28
        small = self._look.font(SMALL)
        text, large = self._fitting(BODY.bold, width, smallest=SMALL.px)
        highs = QFontMetricsF(small).height(), QFontMetricsF(large).height()
        y = (self.height() - sum(highs) - 2) / 2
        painter.setFont(small)
        painter.setPen(theme.ink2)
        write(painter, QRectF(x, y, width, highs[0]), Qt.AlignmentFlag.AlignVCenter, self.tr("Next"))
        self._paint_words(painter, text, large, QRectF(x, y + highs[0] + 2, width, highs[1]))

    def _paint_line(self, painter: QPainter) -> None:
        theme, font = self._look.theme, self._look.font(SMALL)
        word = self.tr("Next")
        wide = QFontMetricsF(font).horizontalAdvance(word) + 10
        painter.setFont(font)
        painter.setPen(theme.ink2)
        write(painter, QRectF(14, 0, wide, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
        room = QRectF(14 + wide, 0, self.width() - 28 - wide, self.height())
        self._paint_words(painter, *self._fitting(CONTROL.bold, room.width(), smallest=LEAST_PX), room)

    def _fitting(self, style: TextStyle, width: float, smallest: float) -> tuple[str, QFont]:
        """All words, or where there is no room for them those before the last comma: the name without the dose."""
        text, font = self._words, line_font(self._look, self._words, style, width, smallest=smallest)
        if QFontMetricsF(font).horizontalAdvance(text) > width:
            text = text.rpartition(", ")[0] or text
            font = line_font(self._look, text, style, width, smallest=smallest)
        return text, font

    def _paint_words(self, painter: QPainter, text: str, font: QFont, room: QRectF) -> None:
        painter.setFont(font)
        painter.setPen(self._look.theme.ink)
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        write(painter, room, Qt.AlignmentFlag.AlignVCenter, text)
