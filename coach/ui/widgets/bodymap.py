"""The body from the front and from behind, its areas filled by how tense they feel. A table says the same."""

from __future__ import annotations

from collections.abc import Container, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from coach.ui.look.clear import clear_picture
from coach.ui.look.mirror import draw
from coach.ui.look.theme import Look
from coach.ui.look.typography import LEAST_PX, SMALL
from coach.ui.widgets import body_shapes as shapes
from coach.ui.widgets.buttons import overlaid
from coach.ui.widgets.role import be_picture
from coach.ui.widgets.scale import ramp

_LABELS, _LINE = 10.0, 20.0  # pixels below the figures around their words, and of these at text size 1
_GAP = 0.0
_CENTRED = int(Qt.AlignmentFlag.AlignCenter)


def smooth(points: shapes.Shape) -> QPainterPath:
    """A closed curve through `points` (Catmull-Rom as cubics)."""
    path, count = QPainterPath(QPointF(*points[0])), len(points)
    for i in range(count):
        before, here, after, beyond = (QPointF(*points[(i + k) % count]) for k in (-1, 0, 1, 2))
        path.cubicTo(here + (after - before) / 6, after - (beyond - here) / 6, after)
    return path


def whole(half: shapes.Shape) -> QPainterPath:
    """A half outline that begins and ends on the middle line, and its mirror image, as one shape."""
    mirrored = tuple((-x, y) for x, y in reversed(half))
    points = [QPointF(x, y) for x, y in (*half, *mirrored)]
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


class BodyMap(QWidget):
    """`tell(tension, current)` with area -> (left, right); `chosen(area)` when one is clicked."""

    chosen = Signal(str)

    def __init__(self, look: Look, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        be_picture(self)
        self._look, self._titles = look, titles
        self._tension: dict[str, tuple[int, int]] = {}
        self._current = ""
        self._body: QPixmap | None = None
        self._areas = [
            (view, area, side, path)
            for view, table in enumerate((shapes.FRONT, shapes.BACK))
            for area, side, path in areas_of(table, titles)
        ]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Body drawing; the table says the same"))
        look.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        return QSize(540, 440)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 300)

    def _renew(self) -> None:
        self._body = None
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._renew()

    def tell(self, tension: Mapping[str, tuple[int, int]], current: str) -> None:
        """How tense each area is (left, right), and which one is asked for."""
        self._tension, self._current = dict(tension), current
        self.update()

    # --- geometry ------------------------------------------------------------------------------------------------

    def _transform(self, view: int) -> QTransform:
        """From the shapes' grid to pixels, for the front (0) or the back (1)."""
        high = self.height() - self._labels()
        factor = min(high / shapes.HEIGHT, (self.width() - _GAP) / (4 * shapes.HALF_WIDTH))
        middle = self.width() / 2 + (2 * view - 1) * shapes.HALF_WIDTH * factor
        return QTransform(factor, 0, 0, factor, middle, (high - shapes.HEIGHT * factor) / 2)

    def _labels(self) -> float:
        return _LABELS + self._look.px(_LINE)

    def _area_at(self, place: QPointF) -> tuple[str, int, int] | None:
        for view, area, side, path in reversed(self._areas):
            inverted, _ = self._transform(view).inverted()
            if path.contains(inverted.map(place)):
                return area, view, side
        return None

    def _value(self, area: str, view: int, side: int) -> int:
        """Seen from the front, the person's right is at the left of the picture."""
        left, right = self._tension.get(area, (0, 0))
        is_left = side == (1 if view == 0 else -1)
        return left if is_left else right

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._area_at(event.position())
        if found is not None:
            self.chosen.emit(found[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._area_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if found:
            QToolTip.showText(event.globalPosition().toPoint(), self._titles[found[0]], self)

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._body is None:
            self._body = self._painted_body()
        painter.drawPixmap(0, 0, self._body)
        for is_current in (False, True):
            for view, area, side, path in self._areas:
                if (area == self._current) == is_current:
                    shape = self._transform(view).map(path)
                    paint_area(painter, self._look, shape, self._value(area, view, side), is_current=is_current)
        self._paint_labels(painter)

    def _painted_body(self) -> QPixmap:
        picture = clear_picture(self.width(), self.height(), self.devicePixelRatioF())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for view in (0, 1):
            painter.setTransform(self._transform(view))
            paint_figure(painter, self._look, is_back=view == 1, ground=self._look.theme.card)
        painter.resetTransform()
        self._fade_legs(painter)
        painter.end()
        return picture

    def _fade_legs(self, painter: QPainter) -> None:
        """The legs dissolve below the knees: what matters is above."""
        bottom = self._transform(0).map(QPointF(0, shapes.HEIGHT)).y() + 1
        top = self._transform(0).map(QPointF(0, 420)).y()
        fade = QLinearGradient(0, top, 0, bottom)
        fade.setColorAt(0, QColor(0, 0, 0, 255))
        fade.setColorAt(1, QColor(0, 0, 0, 0))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(QRectF(0, top, self.width(), self.height() - top), fade)

    def _paint_labels(self, painter: QPainter) -> None:
        theme = self._look.theme
        words = (
            (self.tr("Right"), self.tr("Front"), self.tr("Left")),
            (self.tr("Left"), self.tr("Back"), self.tr("Right")),
        )
        for view, row in enumerate(words):
            for place, word in zip((-92, 0, 92), row, strict=True):
                is_middle = place == 0
                painter.setFont(self._look.font(SMALL.heavy if is_middle else SMALL))
                painter.setPen(theme.ink if is_middle else theme.ink2)
                x = self._transform(view).map(QPointF(place, 0)).x()
                box = QRectF(x - 60, self.height() - self._labels(), 120, self._labels())
                draw(painter, box, _CENTRED, word)


def areas_of(table: Mapping[str, shapes.Shape], titles: Container[str]) -> list[tuple[str, int, QPainterPath]]:
    """The areas of a view that have `titles`: id, side (1 at the right of the picture, -1 at its left), shape."""
    return [
        (area, side, smooth(tuple((x * side, y) for x, y in shape)))
        for area, shape in table.items()
        for side in (-1, 1)
        if area in titles
    ]


def paint_area(painter: QPainter, look: Look, path: QPainterPath, value: int, *, is_current: bool = False) -> None:
    """An area filled by how tense it is, 0 to 10, with the number in it where it is more than 0."""
    theme = look.theme
    fill, text = ramp(theme, value)
    if value == 0:
        fill = QColor(theme.card)
        fill.setAlphaF(0.55)
    if is_current:
        pen = QPen(theme.ink, 2.5)
    elif value:
        pen = QPen(theme.card, 1.5)
    else:
        pen = QPen(theme.edge, 1.2, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawPath(path)
    if value:
        box = path.boundingRect()
        font = look.font(SMALL.heavy, tabular=True)
        font.setPixelSize(round(min(font.pixelSize(), max(look.px(LEAST_PX), box.width() * 0.7))))
        painter.setFont(font)
        painter.setPen(text)
        draw(painter, box, _CENTRED | int(Qt.TextFlag.TextDontClip), str(value))


def _softened(half: shapes.Shape) -> QPainterPath:
    """Like `whole`, with a curve through the points."""
    mirrored = tuple((-x, y) for x, y in reversed(half) if x)
    return smooth((*half, *mirrored))


def paint_figure(painter: QPainter, look: Look, *, is_back: bool, ground: QColor, strength: float = 1.0) -> None:
    """One figure on the shapes' grid; `strength` says how much its tones stand out from `ground`."""
    theme = look.theme
    body = theme.pmid if theme.name == "contrast" else theme.pine
    skin, shirt, shorts, hair = (overlaid(ground, body, min(1.0, s * strength)) for s in (0.24, 0.34, 0.46, 0.6))
    painter.setBrush(skin)
    for shape in (shapes.LEG, shapes.ARM):
        for side in (-1, 1):
            painter.drawPath(smooth(tuple((x * side, y) for x, y in shape)))
    painter.setBrush(shorts)
    painter.drawPath(whole(shapes.SHORTS))
    painter.setBrush(skin)
    painter.drawPath(whole(shapes.NECK))
    painter.setBrush(shirt)
    painter.drawPath(_softened(shapes.SHIRT))
    painter.setBrush(overlaid(skin, shirt, 0.4))
    x, y, rx, ry = shapes.EAR
    for side in (-1, 1):
        painter.drawEllipse(QPointF(x * side, y), rx, ry)
    painter.setBrush(skin)
    x, y, rx, ry = shapes.HEAD
    painter.drawEllipse(QPointF(x, y), rx, ry)
    painter.setBrush(hair)
    painter.drawPath(_softened(shapes.HAIR_BACK if is_back else shapes.HAIR))
