"""Where on the desktop a nudge comes, and under whose hand."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor, QGuiApplication, QScreen


def is_beside_wayland() -> bool:
    """Whether we are a program of the X server that a Wayland desktop has beside it (XWayland)."""
    return QGuiApplication.platformName() == "xcb" and bool(os.environ.get("WAYLAND_DISPLAY"))


def screen_of_the_person() -> QScreen | None:
    """Where the pointer is; the primary screen where that is not known. XWayland keeps the pointer's last place over a
    window of its own, so that there it would be the screen of some time ago.
    """
    under = None if is_beside_wayland() else QGuiApplication.screenAt(QCursor.pos())
    return under or QGuiApplication.primaryScreen()


def follow_screens(owner: QObject, act: Callable[[], object]) -> None:
    """Call `act` whenever a screen came, went or changed its size or its panels, for as long as `owner` is there."""
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    screens = _Screens(owner, act)
    app.screenAdded.connect(screens.added)
    app.screenRemoved.connect(screens.changed)
    for screen in app.screens():
        screens.watch(screen)


class _Screens(QObject):
    def __init__(self, owner: QObject, act: Callable[[], object]) -> None:
        super().__init__(owner)
        self._soon = QTimer(self, singleShot=True, interval=0)  # several tell of one change, some before it is done
        self._soon.timeout.connect(act)

    def watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.changed)
        screen.geometryChanged.connect(self.changed)

    def added(self, screen: QScreen) -> None:
        self.watch(screen)
        self.changed()

    def changed(self, *_: object) -> None:
        self._soon.start()
