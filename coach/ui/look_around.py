"""Whether a file of the library changed: asked every few seconds, and the window goes on meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.content.library import Library, Ready

if TYPE_CHECKING:
    from coach.wiring import Parts


class LookAround(QObject):
    """`begin()`, and `changed` where something did: at once, or, where the files are so many that the system's own
    calls take longer than a frame, when a thread has looked at them and read what changed. A session may have begun by
    then: what is seen while the window is not `is_free` is left for the next look. What a look raises is raised in the
    window's thread.
    """

    changed = Signal()
    _seen = Signal(object, object)  # from the thread to the window's

    def __init__(self, parts: Parts, parent: QObject, is_free: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._parts, self._is_free = parts, is_free
        self._is_looking = False
        self._seen.connect(self._refresh)

    def begin(self) -> None:
        """Look, unless that is under way."""
        library = self._parts.library
        if not library.is_large:
            self._tell(library.refresh())
        elif not self._is_looking:
            self._is_looking = True
            threading.Thread(target=self._look, args=(library,), name="files are looked at", daemon=True).start()

    def _look(self, library: Library) -> None:
        ready, error = None, None
        try:
            ready = library.read(library.look())
        except Exception as raised:  # noqa: BLE001 - told in the other thread
            error = raised
        with suppress(RuntimeError):  # the window has ended meanwhile
            self._seen.emit(ready, error)

    def _refresh(self, ready: Ready | None, error: Exception | None) -> None:
        """The next look is another one, whatever became of this."""
        self._is_looking = False
        if error is not None:
            raise error
        if ready is not None and self._is_free():
            self._tell(self._parts.library.take(ready))

    def _tell(self, has_changed: bool) -> None:
        if has_changed:
            self.changed.emit()
