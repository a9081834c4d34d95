"""What the tests of the painted figure share: shipped figures by name, and pictures as numbers."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

from coach.content.model import Figure, View
from coach.ui.figure.stills import Showing, still
from tests.figure.shelf import shipped

SIZE = QSize(200, 200)


def figure(name: str) -> Figure:
    return shipped().figures[name]


def channels(picture: QPixmap | QImage) -> np.ndarray:
    """Blue, green, red and alpha from 0 to 255, [rows, columns, 4]."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return flat[:, : image.width()].astype(int)


def drawn(
    name: str,
    share: float = 1.0,
    view: View | None = None,
    theme: str = "light",
    size: QSize = SIZE,
    *,
    close: bool | None = False,
    ghost: bool = False,
    wrong: bool = False,
    mirrored: bool = False,
    glow: float = 1.0,
) -> np.ndarray:
    """A still without a room."""
    showing = Showing(room=False, close=close, ghost=ghost, wrong=wrong, mirrored=mirrored, glow=glow)
    return channels(still(figure(name), size, theme, share, view, showing))


def ember(picture: np.ndarray) -> int:
    """How many pixels glow: much more red than blue, and painted."""
    return int(((picture[:, :, 2] - picture[:, :, 0] > 70) & (picture[:, :, 3] > 200)).sum())
