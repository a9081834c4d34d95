"""An empty picture to paint into once and show often."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap


def clear_picture(width: float, height: float, ratio: float) -> QPixmap:
    """Transparent, of so many logical pixels, on a screen with `ratio` device pixels each."""
    return plain_picture(width, height, ratio, Qt.GlobalColor.transparent)


def plain_picture(width: float, height: float, ratio: float, ground: QColor | Qt.GlobalColor) -> QPixmap:
    """The same in one colour; one that hides what is behind it is copied when it is shown, not mixed."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground)
    return picture
