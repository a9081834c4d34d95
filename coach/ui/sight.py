"""Where a window stands, so that all of it can be seen: at the start, and after a screen has changed or gone.

Pure numbers, in the pixels that Qt counts with: a desktop that is scaled by 1.5 has so many fewer.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QRegion

_GRIP = QSize(160, 32)
"""So much of a window's upper edge has to be on a screen for a person to take hold of it (our choice)."""

_FRAME = QSize(8, 40)
"""What a window manager puts around a window, which is known only once it stands there: as much as the thickest of
those that we saw."""

FRAME_AT = QPoint(-_FRAME.width() // 2, _FRAME.width() // 2 - _FRAME.height())
"""From a window's upper left corner to that of its frame."""


def opening(wish: QSize, free: QRect) -> QRect:
    """Where a window that would be as large as `wish` opens on a screen of which `free` is free: in its middle."""
    inner = _without_frame(free)
    there = QRect(QPoint(0, 0), wish.boundedTo(inner.size()))
    there.moveCenter(inner.center())
    return there


def least(wish: QSize, screens: Sequence[QRect]) -> QSize:
    """The smallest that a window may be made: `wish`, or what the smallest of `screens` has room for."""
    for free in screens:
        wish = wish.boundedTo(_without_frame(free).size())
    return wish


def into_sight(window: QRect, screens: Sequence[QRect]) -> QRect:
    """`window` as it is where it is seen whole, or can be taken hold of on one of `screens` and is no larger than that;
    as large as the screen where it is larger; else in the middle of the first. `screens`: what is free on each.
    """
    if not screens:
        return window
    if QRegion(window).subtracted(_united(screens)).isEmpty():
        return window
    edge = QRect(window.topLeft(), QSize(window.width(), min(_GRIP.height(), window.height())))
    wanted = min(_GRIP.width(), window.width())
    for screen in screens:
        seen = edge & screen
        if seen.width() >= wanted and seen.height() == edge.height():
            return _no_larger(window, screen)
    return opening(window.size(), screens[0])


def _no_larger(window: QRect, screen: QRect) -> QRect:
    """As it is, or along each side on which it is larger than the screen from edge to edge of that."""
    room = _without_frame(screen)
    moved = QRect(window)
    if window.width() > screen.width():
        moved.setX(room.x())
        moved.setWidth(room.width())
    if window.height() > screen.height():
        moved.setY(room.y())
        moved.setHeight(room.height())
    return moved


def _united(screens: Sequence[QRect]) -> QRegion:
    region = QRegion()
    for screen in screens:
        region = region.united(screen)
    return region


def _without_frame(free: QRect) -> QRect:
    """What of a screen's free room a window may fill; its title stands above it."""
    side = _FRAME.width() // 2
    return free.adjusted(side, _FRAME.height() - side, -side, -side)
