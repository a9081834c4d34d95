"""The place of a figure: a calm stage with its floor. The figure comes when there is time to paint it; where there is
none, the mark stands or lies there in its stead."""

from __future__ import annotations

from typing import Unpack

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.model import Figure
from coach.ui.look import sizes
from coach.ui.look.mark import mark_bounds, paint_mark
from coach.ui.look.mirror import painter_of, show_picture
from coach.ui.look.theme import Look
from coach.ui.stills.pictures import pictures_of
from coach.ui.stills.shot import HowShown, Shot
from coach.ui.widgets.buttons import overlaid
from coach.values import replace

# How far the mark leans over, in degrees, in each starting position.
_LEAN = {"all-fours": 68.0, "prone": 84.0, "supine": -84.0, "side-lying": 84.0, "kneeling": 8.0}


def paint_place(
    painter: QPainter,
    look: Look,
    box: QRectF,
    position: str = "standing",
    floor: float = 0.72,
    size: float = 0.56,
    centre: float = 0.5,
) -> None:
    """The stage in `box`. `floor` is the share of the height above the floor, `size` the mark's share of the height,
    `centre` where it stands across. No mark with a `size` of 0.
    """
    theme = look.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(box, theme.stage)
    line = box.y() + box.height() * floor
    if theme.name == "contrast":
        painter.setPen(QPen(theme.edge, 2))
        painter.drawLine(QPointF(box.left(), line), QPointF(box.right(), line))
    else:
        painter.fillRect(QRectF(box.x(), line, box.width(), box.bottom() - line), theme.floor)
    if size <= 0:
        return
    side = min(box.height() * size, box.width() * 0.7)
    foot = QPointF(box.x() + box.width() * centre, line + (box.bottom() - line) * 0.42)
    turned = mark_bounds(side, _LEAN.get(position, 0.0))
    _paint_ground_shadow(painter, theme.ink if theme.name == "light" else theme.paper, foot, turned.width() * 0.72)
    painter.save()
    painter.translate(foot.x() - turned.center().x(), foot.y() - turned.bottom())
    painter.rotate(_LEAN.get(position, 0.0))
    body = overlaid(theme.stage, theme.pine, 0.50)
    paint_mark(painter, QRectF(0, 0, side, side), body, overlaid(theme.stage, theme.aglow, 0.78))
    painter.restore()


def _paint_ground_shadow(painter: QPainter, ink: QColor, foot: QPointF, wide: float) -> None:
    painter.save()
    painter.translate(foot)
    painter.scale(1.0, 0.16)
    glow = QRadialGradient(QPointF(0, 0), wide)
    for stop, alpha in ((0.0, 46), (0.6, 18), (1.0, 0)):
        colour = QColor(ink)
        colour.setAlpha(alpha)
        glow.setColorAt(stop, colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(QPointF(0, 0), wide, wide)
    painter.restore()


class FigurePlace(QWidget):
    """A picture for the eye only: `figure` in its room, or the mark in `position`. `corners` names the rounded ones:
    all, top, left or none; `shown` says how.
    """

    def __init__(
        self,
        look: Look,
        position: str = "standing",
        width: int = 120,
        height: int = 120,
        radius: float = sizes.CONTROL_RADIUS,
        corners: str = "all",
        floor: float = 0.72,
        size: float = 0.56,
        parent: QWidget | None = None,
        *,
        figure: Figure | None = None,
        **shown: Unpack[HowShown],
    ) -> None:
        super().__init__(parent)
        self._look, self._position, self._radius, self._corners = look, position, radius, corners
        self._size = QSize(width, height)
        self._floor, self._share = floor, size
        self.figure = figure
        self._shot = Shot(figure, width, height, **shown) if figure is not None else None
        self._still: QPixmap | None = None
        self._waits = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        pictures_of(look).made.connect(self._one_made)

    @property
    def shot(self) -> Shot | None:
        """The still that stands here; None for the mark."""
        return self._shot

    def set_height(self, height: int) -> None:
        """As high as this from now on, points."""
        if height != self._size.height():
            self._size.setHeight(height)
            self.updateGeometry()

    def _one_made(self) -> None:
        if self._waits:
            self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._size.width(), 60), self._size.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        contrast = self._look.theme.name == "contrast"
        shape = QPainterPath()
        shape.addRoundedRect(self._rounded(box), self._radius, self._radius)
        painter.setClipPath(shape.intersected(_rect_path(box)))
        if self._shot is None:
            paint_place(painter, self._look, box, self._position, self._floor, self._share)
        else:
            self._paint_figure(painter, box, self._shot)
        if contrast:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.theme.edge, 2))
            painter.drawRoundedRect(self._rounded(box).adjusted(1, 1, -1, -1), self._radius - 1, self._radius - 1)

    def _paint_figure(self, painter: QPainter, box: QRectF, shot: Shot) -> None:
        painter.fillRect(box, self._look.theme.stage)
        wanted = replace(shot, width=self.width(), height=self.height())
        found = pictures_of(self._look).picture(wanted, self)
        self._waits = found is None
        self._still = found or self._still
        if self._still is not None:  # while one of another size is being made, the last one stands in the middle
            size = self._still.deviceIndependentSize()
            show_picture(painter, QRectF(QPointF((box.width() - size.width()) / 2, 0), size), self._still)

    def _rounded(self, box: QRectF) -> QRectF:
        """The box stretched beyond the sides whose corners stay square."""
        more = 2 * self._radius
        if self._corners == "top":
            return box.adjusted(0, 0, 0, more)
        if self._corners == "left":
            return box.adjusted(0, 0, more, 0)
        return box if self._corners == "all" else box.adjusted(-more, -more, more, more)


def _rect_path(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(box)
    return path
