"""Qt's application, as the window, the pictures, a nudge and the program without a window need it."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication

from coach.desktop.app_id import APP_ID
from coach.desktop.sandbox import flatpak_id

# Without our entry in the menu the desktop's portal does not know us, which matters to nothing here; Qt says so at
# every start. QT_LOGGING_RULES stands above it.
_QUIET = "qt.qpa.services.warning=false"

REVERSE = "-reverse"
"""Qt's own word on the command line: everything is laid out from right to left."""


def make_application(*, draws: bool = True) -> QApplication:
    """The QApplication; the running one where there is one. One that `draws` no window has no style of its own."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    QLoggingCategory.setFilterRules(_QUIET)
    reverse = [word for word in sys.argv[1:] if word == REVERSE]  # the one of Qt's own words that is passed on
    app = QApplication([APP_ID, *reverse])  # scale factors are taken as they are, as Qt 6 does by itself
    if draws:
        app.setStyle("Fusion")
    app.setApplicationName(APP_ID)  # with the word above: both halves of the window's class on X11
    app.setApplicationDisplayName("Posture Coach")
    app.setDesktopFileName(flatpak_id(os.environ) or APP_ID)  # out of Flatpak nothing has another name
    return app
