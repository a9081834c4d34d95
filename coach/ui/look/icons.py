"""Icons, the mark and the program's icon, painted at any size in any colour.

`paint_icon` draws an outline icon of icon_shapes or `mark`; `icon` wraps it for menus and buttons of Qt's own.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPixmap, QRadialGradient
from PySide6.QtSvg import QSvgRenderer

from coach.ui.look.icon_shapes import ICONS
from coach.ui.look.mark import paint_mark
from coach.ui.look.mirror import AHEAD, upright

NAMES = frozenset(ICONS) | {"mark"}


def known(name: str) -> str:
    """`name`, where there is such an icon; else LookupError. A widget asks as it is made, for what is raised while it
    paints ends the process.
    """
    if name not in NAMES:
        raise LookupError(f"there is no icon {name!r}: draw it in coach/ui/look/icon_shapes.py, or take one from there")
    return name


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor, width: float = 1.8) -> None:
    """Paint icon `name` into `rect`; `width` is the stroke on the grid of 24. An unknown name raises LookupError."""
    if name == "mark":
        paint_mark(painter, rect, color, color)
        return
    picture = _renderer(name, color.name(QColor.NameFormat.HexRgb), round(width, 2))
    if name in AHEAD:
        picture.render(painter, rect)
        return
    with upright(painter, rect):
        picture.render(painter, rect)


@lru_cache(maxsize=256)
def _renderer(name: str, color: str, width: float) -> QSvgRenderer:
    shapes = ICONS[known(name)].replace("FILL", color)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="{color}" '
        f'stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round">{shapes}</g></svg>'
    )
    return QSvgRenderer(QByteArray(svg.encode()))


def icon(name: str, px: int, color: QColor, width: float = 1.8) -> QIcon:
    """A QIcon of `px` logical pixels, sharp up to three device pixels each."""
    result = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(px * ratio, px * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, name, QRectF(0, 0, px * ratio, px * ratio), color, width)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        result.addPixmap(pixmap)
    return result


def paint_app_icon(painter: QPainter, size: float) -> None:
    """The program's icon on its tile, `size` pixels square; the halo and the rim only where there is room for them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 256, size / 256)
    painter.setPen(Qt.PenStyle.NoPen)
    small = size <= 32
    tile = QRectF(0, 0, 256, 256) if small else QRectF(12, 12, 232, 232)
    ground = QLinearGradient(tile.left(), tile.top(), tile.left() + tile.width() * 0.6, tile.bottom())
    for stop, colour in ((0.0, "#3F7F78"), (0.55, "#2A5E5A"), (1.0, "#173C3C")):
        ground.setColorAt(stop, QColor(colour))
    painter.setBrush(ground)
    painter.drawRoundedRect(tile, 56, 56)
    if not small:
        halo = QRadialGradient(QPointF(124.4, 143.8), 66)
        halo.setColorAt(0, QColor(255, 106, 51, 158))
        halo.setColorAt(1, QColor(255, 106, 51, 0))
        painter.setBrush(halo)
        painter.drawEllipse(QPointF(124.4, 143.8), 66, 43)
    cream = QLinearGradient(10, 4, 48, 56)
    cream.setColorAt(0, QColor("#FFFDF8"))
    cream.setColorAt(1, QColor("#E9DFD0"))
    warm = QLinearGradient(-10, -3, 10, 3)
    warm.setColorAt(0, QColor("#FFB088"))
    warm.setColorAt(1, QColor("#F0622D"))
    spine = QRectF(20, 16, 224, 224) if small else QRectF(37.3, 32.3, 191.4, 191.4)
    paint_mark(painter, spine, cream, warm)
    painter.restore()


def app_icon() -> QIcon:
    """The window's and the desktop entry's icon."""
    result = QIcon()
    for size in (16, 22, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_app_icon(painter, size)
        painter.end()
        result.addPixmap(pixmap)
    return result
