"""The ring: an arc that tells how much, a number in it and a word below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.widgets.fit import line_font

_SIXTEENTHS = 16  # Qt counts angles in sixteenths of a degree
_TOP = 90 * _SIXTEENTHS


class Ring(QWidget):
    """An arc of `share` (0 to 1) from 12 o'clock, clockwise, around `number` and `word`.

    `diameter`, `thickness` and `number_px` are pixels at text size 1. It shows what it is told and keeps no time; it
    repaints only when something visible changed.
    """

    def __init__(self, look, diameter: int = 248, thickness: int = 20, number_px: int = 92, parent=None) -> None:
        super().__init__(parent)
        self._look = look
        self._thickness = thickness
        self._number_px = number_px
        self._share = 0.0
        self._number = ""
        self._word = ""
        self.set_diameter(diameter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_diameter(self, diameter: int, thickness: int | None = None, number_px: int | None = None) -> None:
        """Another size; what is not given keeps its proportion to the diameter."""
        old = getattr(self, "_diameter", diameter)
        self._diameter = diameter
        self._thickness = thickness if thickness is not None else round(self._thickness * diameter / old)
        self._number_px = number_px if number_px is not None else round(self._number_px * diameter / old)
        self.setFixedSize(diameter, diameter)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    @property
    def number(self) -> str:
        return self._number

    @property
    def word(self) -> str:
        return self._word

    @property
    def share(self) -> float:
        return self._share

    def tell(self, share: float, number: str, word: str = "") -> None:
        """Show this; the arc moves in steps of a third of a pixel."""
        share = min(1.0, max(0.0, share))
        step = 1 / (3.1416 * self._diameter * 3)
        texts_changed = (number, word) != (self._number, self._word)
        moved = abs(share - self._share) >= step or (share in (0.0, 1.0) and share != self._share)
        if not texts_changed and not moved:
            return
        self._share, self._number, self._word = share, number, word
        if texts_changed:
            self.setAccessibleName(f"{number} {word}".strip())
        self.update()

    def paintEvent(self, _event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ring(painter, self._look, QRectF(self.rect()), self._thickness, self._share)
        self._paint_texts(painter)

    def _paint_texts(self, painter: QPainter) -> None:
        theme = self._look.theme
        inner = self._diameter - 2 * self._thickness
        number_font = line_font(self._look, self._number, self._number_px, 800, inner * 0.86, tracking=-0.05)
        metrics = QFontMetricsF(number_font)
        cap = metrics.capHeight()
        word_px = max(12, round(self._diameter * 0.07))
        word_font = line_font(self._look, self._word, word_px, 600, inner * 0.8)
        word_cap = QFontMetricsF(word_font).capHeight()
        gap = word_px * 0.9
        block = cap + (gap + word_cap if self._word else 0)
        top = (self._diameter - block) / 2
        painter.setPen(theme.ink)
        painter.setFont(number_font)
        width = metrics.horizontalAdvance(self._number)
        painter.drawText(round((self._diameter - width) / 2), round(top + cap), self._number)
        if self._word:
            painter.setPen(theme.ink2)
            painter.setFont(word_font)
            width = QFontMetricsF(word_font).horizontalAdvance(self._word)
            painter.drawText(round((self._diameter - width) / 2), round(top + block), self._word)


def paint_ring(
    painter: QPainter, look, rect: QRectF, thickness: float, share: float, track: QColor | None = None
) -> None:
    """The track and its arc inside `rect`, with round caps. `track` takes the place of the token on a darker ground."""
    half = thickness / 2
    circle = rect.adjusted(half, half, -half, -half)
    pen = QPen(track or look.theme.track, thickness)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if share <= 0:
        return
    pen.setColor(look.theme.accent)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if share >= 1:
        painter.drawEllipse(circle)
    else:
        painter.drawArc(circle, _TOP, -round(share * 360 * _SIXTEENTHS))
