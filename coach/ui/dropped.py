"""A file that is dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_ENDINGS = (".yaml", ".yml")


class Dropped(QObject):
    """`file` with the path of a YAML file that was dropped on `ground`, as long as that `is_free`."""

    file = Signal(str)

    def __init__(self, ground: QWidget, is_free: Callable[[], bool]) -> None:
        super().__init__(ground)
        self._is_free = is_free
        ground.setAcceptDrops(True)
        ground.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # a drag that comes in, moves or ends is one, too
            return False
        path = file_in(event.mimeData()) if self._is_free() else None
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.file.emit(path)
        return True


def file_in(dragged: QMimeData) -> str | None:
    """The one YAML file of this machine that is dragged; None for anything else."""
    urls = dragged.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = urls[0].toLocalFile()
    return path if Path(path).suffix.lower() in _ENDINGS else None
