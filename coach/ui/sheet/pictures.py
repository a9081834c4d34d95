"""The figures of a printed sheet: where a movement begins and where it ends, numbered, with an arrow between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from coach.content.model import Figure
from coach.ui.look.mirror import upright
from coach.values import dataclass

WIDE, HIGH = 200.0, 98.0  # points, both pictures together
GAP = 4.0
_SHARP = 3.0  # pixels a point: about 216 an inch
INK, LINE, PAPER = QColor("#1B2A29"), QColor("#C9C2B4"), QColor("#FFFFFF")


@dataclass(frozen=True)
class Picture:
    """A share of the movement in a place of the block, points; `number` is "" where there is but one picture."""

    share: float
    box: QRectF
    number: str = ""


def pictures_of(figure: Figure) -> tuple[Picture, ...]:
    """Start and end side by side, of somebody on the floor above each other; one picture of who only stays."""
    if figure.end is None and not figure.via and not figure.cycle:
        return (Picture(0.0, QRectF(0, 0, WIDE, HIGH)),)
    high = (HIGH - GAP) / 2
    if _lies_flat(figure, high):
        boxes = QRectF(0, 0, WIDE, high), QRectF(0, high + GAP, WIDE, high)
    else:
        wide = (WIDE - GAP) / 2
        boxes = QRectF(0, 0, wide, HIGH), QRectF(wide + GAP, 0, wide, HIGH)
    last = 0.5 if figure.cycle else 1.0  # what repeats is furthest from its start halfway
    return Picture(0.0, boxes[0], "1"), Picture(last, boxes[1], "2")


def _lies_flat(figure: Figure, high: float) -> bool:
    """Whether the movement is larger in a picture across than in one of two beside each other; of a neck that works
    head and chest are shown, which are as high as wide."""
    from coach.ui.figure.stills import works_neck
    from coach.ui.stills.making import extent_cm

    if works_neck(figure, round(high), 1.0):
        return False
    wide, tall = (max(cm, 1.0) for cm in extent_cm(figure))
    return min(WIDE / wide, high / tall) > min((WIDE - GAP) / 2 / wide, HIGH / tall)


Made = tuple[Picture, QPixmap]


def make_pictures(figure: Figure, *, mirrored: bool = False) -> Iterator[Made]:
    """The pictures of `figure`, one at a time, since each takes a moment; `mirrored` is the left side's repetition."""
    from coach.ui.stills.making import make_still
    from coach.ui.stills.shot import Shot

    for picture in pictures_of(figure):
        shot = Shot(figure, round(picture.box.width()), round(picture.box.height()), picture.share, mirrored=mirrored)
        yield picture, make_still(shot, "light", _SHARP)


def draw_pictures(painter: QPainter, made: Sequence[Made], place: QPointF, unit: float, font: QFont) -> None:
    """All pictures of a figure with their upper edge and where reading begins at `place`; `unit` dots are a point."""
    painter.save()
    painter.translate(place)
    painter.scale(unit, unit)
    for picture, still in made:
        _draw(painter, picture, still, font)
    if len(made) == 2:
        _draw_arrow(painter, made[0][0].box, made[1][0].box)
    painter.restore()


def _draw(painter: QPainter, picture: Picture, still: QPixmap, font: QFont) -> None:
    box = picture.box
    shape = QPainterPath()
    shape.addRoundedRect(box, 6, 6)
    painter.save()
    painter.setClipPath(shape)
    with upright(painter, box):  # a body has a left and a right
        painter.drawPixmap(box, still, QRectF(still.rect()))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(LINE, 0.6))
    painter.drawRoundedRect(box, 6, 6)
    if picture.number:
        disc = QRectF(box.x() + 4, box.y() + 4, 13, 13)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(INK)
        painter.drawEllipse(disc)
        painter.setPen(PAPER)
        painter.setFont(font)
        with upright(painter, disc):
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, picture.number)


def _draw_arrow(painter: QPainter, first: QRectF, second: QRectF) -> None:
    """On a white disc where the two pictures meet, pointing from the first to the second."""
    is_beside = second.left() > first.right()
    middle = QPointF((first.right() + second.left()) / 2, first.center().y())
    if not is_beside:
        middle = QPointF(first.center().x(), (first.bottom() + second.top()) / 2)
    painter.save()
    painter.translate(middle)
    painter.rotate(0 if is_beside else 90)
    painter.setPen(QPen(LINE, 0.6))
    painter.setBrush(PAPER)
    painter.drawEllipse(QPointF(0, 0), 8, 8)
    pen = QPen(INK, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawLine(QPointF(-4, 0), QPointF(4, 0))
    painter.drawLine(QPointF(1, -3), QPointF(4, 0))
    painter.drawLine(QPointF(1, 3), QPointF(4, 0))
    painter.restore()
