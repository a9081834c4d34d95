"""The plate with the sentence that is being said."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from coach.ui.look import sizes
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, seen_box, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import CAPTION
from coach.ui.widgets.fit import block_font, whole_lines

MARGIN = 12  # from the edges of the stage
LEAST_HIGH = 56.0
_PADDING = 22.0  # above and below the text together
_SIDES, _ICON = 40.0, 34.0
_BEYOND = 4.0  # pixels that a slanted or a rounded letter may reach beyond its line
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


class Caption(QWidget):
    """Shows `text` at the largest size at which it fits a height; hidden without one. What is too long even for the
    smallest ends with a whole line and an ellipsis; it is heard in full, and read by a screen reader.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = ""
        self._icon = "speaker"
        self._fonts: dict[tuple[float, float], tuple[QFont, float]] = {}  # of this text in a place
        self._words_in = self.rect()  # where they were painted last; anywhere while that is not known
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        look.changed.connect(self._renew)

    def set_text(self, text: str, icon: str = "speaker") -> None:
        """Another sentence and the icon before it; an empty one hides the plate."""
        self.text, self._icon = text, icon
        self._forget()
        self.setVisible(bool(text))
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._words_in = self.rect()

    def _renew(self) -> None:
        self._forget()
        self.update()

    def _forget(self) -> None:
        self._words_in = self.rect()
        self._fonts.clear()

    def needs(self, width: float, most: float) -> float:
        """How high the plate stands, `width` pixels wide; the text takes at most `most` of it."""
        return max(LEAST_HIGH, self._font(width, most)[1] + _PADDING)

    def least_room(self, lines: int) -> float:
        """How high a plate is with so many lines of the smallest size."""
        return lines * QFontMetricsF(self._look.font(CAPTION[-1])).lineSpacing() + _PADDING

    def _font(self, width: float, most: float) -> tuple[QFont, float]:
        place = width, most
        if place not in self._fonts:
            self._fonts[place] = block_font(self._look, self.text, CAPTION, width - _SIDES - _ICON, most)
        return self._fonts[place]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is asked for: a figure that moves behind its upper edge asks for that, thirty times a second."""
        theme, plate = self._look.theme, QRectF(self.rect())
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_edged = theme.name == "contrast"
        painter.setPen(QPen(theme.line, 2) if is_edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme.card)
        painter.drawRoundedRect(
            plate.adjusted(1, 1, -1, -1) if is_edged else plate, sizes.PLATE_RADIUS, sizes.PLATE_RADIUS
        )
        if not event.rect().intersects(self._words_in):
            return
        font, _ = self._font(plate.width(), plate.height() - _PADDING + 1)
        metrics = QFontMetricsF(font)
        lines = whole_lines(font, self.text, plate.width() - _SIDES - _ICON, plate.height() - _PADDING + 1)
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        x = (plate.width() - wide - _ICON) / 2
        icon = QRectF(x, plate.center().y() - 11, 22, 22)
        paint_icon(painter, self._icon, icon, theme.atext, 2.0)
        painter.setFont(font)
        painter.setPen(theme.ink)
        y = plate.center().y() - len(lines) * metrics.lineSpacing() / 2
        high = len(lines) * metrics.lineSpacing() + 2
        words = icon.united(QRectF(x + _ICON, y, wide + 2, high)).adjusted(-_BEYOND, 0, _BEYOND, 0)
        self._words_in = seen_box(self, words).toAlignedRect()
        for line in lines:
            write(painter, QRectF(x + _ICON, y, wide + 2, metrics.lineSpacing() + 2), _LINE, line)
            y += metrics.lineSpacing()
