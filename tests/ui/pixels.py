"""The colours of a picture, all of them at once: one after the other they take a test's time a hundredfold."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget


def pixels(picture: QImage | QPixmap | QWidget) -> np.ndarray:
    """What `QImage.pixel` tells of each, row by row: 0xAARRGGBB. Of a widget as it would be painted now."""
    if isinstance(picture, QWidget):
        picture = picture.grab()
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    argb = image.convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(argb.constBits(), np.uint32).reshape(argb.height(), argb.width()).copy()


def colours(found: np.ndarray) -> set[str]:
    """The names of those among `pixels`, however clear.

    >>> sorted(colours(np.array([0xFF00FF00, 0x8000FF00, 0xFFCB4315])))
    ['#00ff00', '#cb4315']
    """
    return {f"#{colour:06x}" for colour in np.unique(found & 0xFFFFFF)}
