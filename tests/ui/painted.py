"""What a window shows after only parts of it were painted again, and which parts those were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget


def _colours(picture: QPixmap) -> np.ndarray:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, :, :3].astype(int)


def left_over(window: QWidget) -> int:
    """How far the picture on the screen is from the whole window painted afresh: the greatest step of any colour of any
    pixel, 0 to 255.
    """
    QApplication.processEvents()
    on_screen = _colours(window.screen().grabWindow(window.winId()))
    return int(abs(on_screen - _colours(window.grab())).max())


class Painted(QObject):
    """Counts for each widget how often it was painted, and how many pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[QObject] = Counter()
        self.pixels: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.times[watched] += 1
            boxes = iter(event.region())  # type: ignore[call-overload]  # the stubs do not know that it is a row of them
            self.pixels[watched] += sum(box.width() * box.height() for box in boxes)
        return False


@contextmanager
def painted(window: QWidget) -> Iterator[Painted]:
    """What of a window and its children is painted within the body, once all that was due before has been."""
    QApplication.processEvents()
    found = Painted()
    every = [window, *window.findChildren(QWidget)]
    for widget in every:
        widget.installEventFilter(found)
    yield found
    QApplication.processEvents()
    for widget in every:
        widget.removeEventFilter(found)
