"""The mark: a head over four vertebrae on a gentle S. It is all that the tray's icon needs.

Nothing here makes a QColor or touches the namespace `Qt`: the first of either costs a program a megabyte (PySide 6.11),
and the one without a window does without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QColor, QGradient

    Paint = QColor | QBrush | QGradient

# The second vertebra is warm. x, y, length, angle on a grid of 58.
_HEAD = QPointF(35.8, 9.6)
_HEAD_RADIUS = 8.6
_VERTEBRAE = ((29.2, 23.6, 18, 15), (25.4, 32.8, 21, 6), (25.2, 42.2, 24, -4), (28.6, 51.6, 27, -13))
_HALF_HEIGHT = 3.4
_GRID = 58.0
_WARM = 1


def paint_mark(painter: QPainter, rect: QRectF, body: Paint, warm: Paint) -> None:
    """The mark without its tile: `body` for the head and three vertebrae, `warm` for the second."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_mirrored = painter.worldTransform().m11() < 0  # mirror.py knows, which a program without a window does without
    painter.translate(rect.topRight() if is_mirrored else rect.topLeft())
    painter.scale((-1 if is_mirrored else 1) * rect.width() / _GRID, rect.height() / _GRID)
    painter.fillPath(_head(), body)
    for number in range(len(_VERTEBRAE)):
        painter.fillPath(_vertebra(number), warm if number == _WARM else body)
    painter.restore()


def mark_bounds(side: float, turned: float = 0.0) -> QRectF:
    """What the mark of a square of `side` covers after a turn of `turned` degrees around the square's first corner."""
    path = _head()
    for number in range(len(_VERTEBRAE)):
        path.addPath(_vertebra(number))
    return QTransform().rotate(turned).scale(side / _GRID, side / _GRID).map(path).boundingRect()


def _head() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(_HEAD, _HEAD_RADIUS, _HEAD_RADIUS)
    return path


def _vertebra(number: int) -> QPainterPath:
    x, y, length, angle = _VERTEBRAE[number]
    bar = QPainterPath()
    bar.addRoundedRect(QRectF(-length / 2, -_HALF_HEIGHT, length, 2 * _HALF_HEIGHT), _HALF_HEIGHT, _HALF_HEIGHT)
    return QTransform().translate(x, y).rotate(angle).map(bar)
