"""The plate with the sentence that is being said."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from coach.ui.look import sizes
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import painter_of, write
from coach.ui.look.theme import Look
from coach.ui.look.typography import CAPTION
from coach.ui.widgets.fit import block_font, whole_lines

MARGIN = 12  # from the edges of the stage
LEAST_HIGH = 56.0
_PADDING = 22.0  # above and below the text together
_SIDES, _ICON = 40.0, 34.0
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
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        look.changed.connect(self.update)

    def set_text(self, text: str, icon: str = "speaker") -> None:
        """Another sentence and the icon before it; an empty one hides the plate."""
        self.text, self._icon = text, icon
        self.setVisible(bool(text))
        self.update()

    def needs(self, width: float, most: float) -> float:
        """How high the plate stands, `width` pixels wide; the text takes at most `most` of it."""
        return max(LEAST_HIGH, self._font(width, most)[1] + _PADDING)

    def least_room(self, lines: int) -> float:
        """How high a plate is with so many lines of the smallest size."""
        return lines * QFontMetricsF(self._look.font(CAPTION[-1])).lineSpacing() + _PADDING

    def _font(self, width: float, most: float) -> tuple[QFont, float]:
        return block_font(self._look, self.text, CAPTION, width - _SIDES - _ICON, most)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, plate = self._look.theme, QRectF(self.rect())
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_edged = theme.name == "contrast"
        painter.setPen(QPen(theme.line, 2) if is_edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme.card)
        painter.drawRoundedRect(
            plate.adjusted(1, 1, -1, -1) if is_edged else plate, sizes.PLATE_RADIUS, sizes.PLATE_RADIUS
        )
        font, _ = self._font(plate.width(), plate.height() - _PADDING + 1)
        metrics = QFontMetricsF(font)
        lines = whole_lines(font, self.text, plate.width() - _SIDES - _ICON, plate.height() - _PADDING + 1)
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        x = (plate.width() - wide - _ICON) / 2
        paint_icon(painter, self._icon, QRectF(x, plate.center().y() - 11, 22, 22), theme.atext, 2.0)
        painter.setFont(font)
        painter.setPen(theme.ink)
        y = plate.center().y() - len(lines) * metrics.lineSpacing() / 2
        for line in lines:
            write(painter, QRectF(x + _ICON, y, wide + 2, metrics.lineSpacing() + 2), _LINE, line)
            y += metrics.lineSpacing()
