"""A window put before the person who asks for it."""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coach.desktop.linux_x11 import bring_to_front


def put_to_front(window: QWidget) -> None:
    """Shown, above the others and with the keyboard, as far as the desktop allows it. For what a person asked for."""
    window.show()
    window.raise_()
    window.activateWindow()
    if QGuiApplication.platformName() == "xcb":
        bring_to_front(os.environ.get("DISPLAY", ""), int(window.winId()))
