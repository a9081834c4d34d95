"""Where a window can be seen: a screen that it stood on may be gone by the time it is shown again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize

_GRIP = QSize(160, 32)
"""So much of a window's upper edge has to be on a screen for a person to take hold of it (our choice)."""


def into_sight(window: QRect, screens: Sequence[QRect]) -> QRect:
    """`window` as it is where it can be taken hold of on one of `screens`, else in the middle of the first, no larger
    than that. `screens`: what is free on each, the main one first.
    """
    edge = QRect(window.topLeft(), QSize(window.width(), min(_GRIP.height(), window.height())))
    wanted = min(_GRIP.width(), window.width())
    for screen in screens:
        seen = edge & screen
        if seen.width() >= wanted and seen.height() == edge.height():
            return window
    if not screens:
        return window
    moved = QRect(window.topLeft(), window.size().boundedTo(screens[0].size()))
    moved.moveCenter(screens[0].center())
    return moved
