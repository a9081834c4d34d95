"""Keeps the main window on its screen: no larger than it, and in sight when screens come, go or change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coach.ui.nudge.place import follow_screens, screen_of_the_person
from coach.ui.sight import FRAME_AT, into_sight, least, opening

_LEAST = QSize(640, 480)
"""The smallest that a person may make the window, where the screens have room for that."""


class OnScreen(QObject):
    """Opens `window` on the screen where the person is, as large as its hint where that fits."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        here = screen_of_the_person()
        if here is not None:
            window.setMinimumSize(least(_LEAST, _free()))
            there = opening(window.sizeHint(), here.availableGeometry())
            window.resize(there.size())
            window.move(there.topLeft() + FRAME_AT)  # not its geometry: that a window manager takes for the frame's
        follow_screens(self, self.bring_into_sight)

    def bring_into_sight(self) -> None:
        """The screen that it stood on may have been taken away meanwhile, or have become smaller."""
        free, window = _free(), self._window
        window.setMinimumSize(least(_LEAST, free))
        if window.isMaximized() or window.isFullScreen():
            return
        there = window.geometry()
        seen = into_sight(there, free)
        if seen != there:
            window.setGeometry(seen)


def _free() -> list[QRect]:
    """What is free on each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    return [screen.availableGeometry() for screen in screens]
