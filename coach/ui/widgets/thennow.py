"""Where it was tense and where it is: the back of the first test and of the last one, with their dates. A table says
the same, and what is at the front."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.look import space
from coach.ui.look.clear import clear_picture
from coach.ui.look.icons import paint_icon
from coach.ui.look.mirror import as_read, draw, meant, seen_box
from coach.ui.look.theme import Look
from coach.ui.look.typography import SMALL
from coach.ui.widgets import body_shapes as shapes
from coach.ui.widgets.bodymap import areas_of, paint_area, paint_figure
from coach.ui.widgets.role import be_picture
from coach.ui.words.common import LANGUAGE
from coach.values import dataclass
from coach.words.sentences import apart_list, comma_list

Sides = Mapping[str, tuple[int, int]]

_SHOWN = 330.0  # of the shapes' grid: down to the hips
_FADED = 290.0
_HIGH = 196  # pixels, at text size 1
_ARROW = 24.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a test found: its date in words, and tension by area, left and right."""

    date: str
    sides: Sides


class ThenNow(QWidget):
    """`seen` is one test, or the first and the last."""

    def __init__(self, look: Look, seen: Sequence[Seen], titles: Mapping[str, str]) -> None:
        super().__init__()
        be_picture(self)
        self._look, self._seen = look, seen
        self._areas = areas_of(shapes.BACK, titles)
        self._body: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Where it is tense, seen from behind; the table says the same"))
        self.setAccessibleDescription(apart_list((_told(one, titles) for one in seen), LANGUAGE))
        look.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(_HIGH))

    def _renew(self) -> None:
        self._body = None
        self.updateGeometry()
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._body = None

    # --- geometry

    def _factor(self) -> float:
        each = (self.width() - (_ARROW if len(self._seen) > 1 else 0.0)) / len(self._seen)
        return min(self.height() / _SHOWN, each / (2 * shapes.HALF_WIDTH))

    def _transform(self, number: int) -> QTransform:
        """From the shapes' grid to pixels, for the first or the second body, as time is read. The bodies are no mirror
        images: left is left.
        """
        factor = self._factor()
        middle = meant(self, QPointF(self.width() * (2 * number + 1) / (2 * len(self._seen)), 0)).x()
        return QTransform(factor, 0, 0, factor, middle, self.height() - _SHOWN * factor)

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._body is None:
            self._body = self._painted_bodies()
        painter.drawPixmap(0, 0, self._body)
        for number, seen in enumerate(self._seen):
            for area, side, path in self._areas:
                left, right = seen.sides.get(area, (0, 0))
                paint_area(painter, self._look, self._transform(number).map(path), right if side == 1 else left)
            self._paint_date(painter, number, seen.date)
        if len(self._seen) > 1:
            side = self._look.px(_ARROW)
            place = QRectF(self.width() / 2 - side / 2, self.height() * 0.36 - side / 2, side, side)
            with as_read(painter, place, self):
                paint_icon(painter, "arrow", place, self._look.theme.ink2, 2.0)

    def _painted_bodies(self) -> QPixmap:
        picture = clear_picture(self.width(), self.height(), self.devicePixelRatioF())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(len(self._seen)):
            painter.setTransform(self._transform(number))
            paint_figure(painter, self._look, is_back=True, ground=self._look.theme.card)
        painter.resetTransform()
        top = self._transform(0).map(QPointF(0, _FADED)).y()
        fade = QLinearGradient(0, top, 0, self.height())
        fade.setColorAt(0, QColor(0, 0, 0, 255))
        fade.setColorAt(1, QColor(0, 0, 0, 0))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(QRectF(0, top, self.width(), self.height() - top + 1), fade)
        painter.end()
        return picture

    def _paint_date(self, painter: QPainter, number: int, date: str) -> None:
        """On a chip: at the left edge of the first, at the right edge of the last, which is the one that counts."""
        theme, font = self._look.theme, self._look.font(SMALL.semibold)
        wide = QFontMetricsF(font).horizontalAdvance(date) + 2 * self._look.px(space.M)
        high = self._look.px(28)
        is_last = number == len(self._seen) - 1
        box = seen_box(self, QRectF(self.width() - wide if is_last else 0.0, self.height() - high, wide, high))
        painter.setPen(theme.edge if theme.name == "contrast" else Qt.PenStyle.NoPen)
        painter.setBrush(theme.ink if is_last else theme.sunk)
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setFont(font)
        painter.setPen(theme.paper if is_last else theme.ink)
        draw(painter, box, int(Qt.AlignmentFlag.AlignCenter), date)


def _told(seen: Seen, titles: Mapping[str, str]) -> str:
    rated = [f"{titles[area]} {left}, {right}" for area, (left, right) in seen.sides.items() if area in titles]
    return f"{seen.date}: {comma_list(rated, LANGUAGE)}"
