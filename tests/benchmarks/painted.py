"""A process that ends when its window has been painted for the first time, and prints what it took until then.

`python -P painted.py bare` is a window of PySide6 with a label in it; `python -P painted.py ours` the program. What is
printed is a line of JSON: milliseconds of processor time, milliseconds since `BEGAN` (the time.monotonic of whoever
started it), the number of modules, and their names where `NAMES` is set. With `KEEP` it leaves first what a program
that runs to its end leaves. `--anywhere`: without a look at the display.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

BEGAN, NAMES, KEEP = "PAINTED_BEGAN", "PAINTED_NAMES", "PAINTED_KEEP"


def _tell() -> None:
    if KEEP in os.environ:
        _keep()
    used, now = time.process_time(), time.monotonic()
    names = sorted(sys.modules) if os.environ.get(NAMES) else []
    passed = (now - float(os.environ.get(BEGAN, now))) * 1000
    print(json.dumps({"used": used * 1000, "passed": passed, "modules": len(sys.modules), "names": names}), flush=True)
    os._exit(0)  # how it ends is measured nowhere


def _keep() -> None:
    """What a program that runs to its end leaves for the next start."""
    try:
        from coach import bytecode
        from coach.progress.folders import Home
    except ImportError:  # a checkout of before
        return
    bytecode.note()
    bytecode.keep(Home.from_environ().cache / bytecode.FILE)


def _tell_when_painted() -> None:
    """The first window that is shown tells, once its first picture is with the screen."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QWidget

    show = QWidget.show

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, _tell)  # its parts are painted, and it is handed to the screen, in this same event
            return False

    watchers: list[Watcher] = []

    def shown(window: QWidget) -> None:
        if not watchers and window.isWindow():
            watchers.append(Watcher())
            window.installEventFilter(watchers[0])
        show(window)

    setattr(QWidget, "show", shown)  # noqa: B010 - mypy knows that a method is no variable


class _Watch:
    """Once the program itself comes to Qt's widgets, its window is watched: they are imported when it imports them."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "coach.ui.app":
            sys.meta_path.remove(self)
            _tell_when_painted()


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    _tell_when_painted()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    window = QMainWindow()
    window.setCentralWidget(QLabel("Sit tall"))
    window.resize(1180, 760)
    window.show()
    app.exec()


def _ours() -> None:
    sys.meta_path.insert(0, _Watch())
    if "--anywhere" in sys.argv:
        from coach.bootstrap import display

        display.display_available = lambda *_: True
        display.why_no_window = lambda *_: None
    from coach import cli

    sys.argv = ["posture-coach"]
    getattr(cli, "run", cli.main)()  # the checkout may be an older one


if __name__ == "__main__":
    ways: dict[str, Any] = {"bare": _bare, "ours": _ours}
    ways[sys.argv[1]]()
