"""The window over a data folder, without a screen: every page, and the begin of a session."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from coach.progress.folders import Home
from coach.ui.application import make_application
from coach.ui.look.window_look import look_from
from coach.ui.routes import ROUTES
from coach.ui.window import MainWindow
from coach.wiring import Given, Parts
from tests.benchmarks.fuzz.content import library
from tests.fakes import FakeClock


@cache
def application() -> QCoreApplication:
    """The one of this process, kept until its end: Qt ends a program whose last name for it is gone."""
    return QApplication.instance() or make_application()


def all_pages(folder: Path, now: datetime, then: Callable[[MainWindow], None] = lambda _window: None) -> None:
    """Shown one after the other, and `then` what is wanted. What Qt would print of an exception in a slot is raised."""
    app = application()
    fell: list[BaseException] = []

    def note(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        fell.append(error)

    before, sys.excepthook = sys.excepthook, note
    parts = Parts(Home(folder, folder / "cache"), FakeClock(now), sound=False, given=Given(library=library()))
    window = None
    try:
        window = MainWindow(parts, look_from(parts.store))
        catalogue = parts.library.catalogue
        about = {
            "routine": "desk-reset", "exercise": "chin-tuck", "plan": next(iter(catalogue.plans)),
            "reminder": "desk-reset",
        }  # fmt: skip
        window.show()
        for name in ROUTES:
            window.go(name, about.get(name, ""))
            app.processEvents()
        window.start("routine", "desk-reset")
        app.processEvents()
        window.tick()
        window.leave_session()
        then(window)
        app.processEvents()
    finally:
        if window is not None:
            window.leave_session()
            window.hide()
            window.deleteLater()
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else one window after the other would be kept
        parts.close()
        sys.excepthook = before
    if fell:
        raise fell[0]
