"""An empty picture to paint into once and show often."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap


def clear_picture(width: float, height: float, ratio: float) -> QPixmap:
    """Transparent, of so many logical pixels, on a screen with `ratio` device pixels each."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
