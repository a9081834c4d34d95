"""Files that the desktop writes to, watched by Qt's loop: coach.desktop.protocol.Watcher."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier


def watch_file(descriptor: int, call: Callable[[], None]) -> Callable[[], None]:
    """`call` in this thread whenever it can be read, until what this gives is called; before the file is closed."""
    notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: call())  # noqa: PLW0108 (the signal tells which file, too)

    def stop() -> None:
        notifier.setEnabled(False)
        notifier.deleteLater()

    return stop
