"""What a second start and the command line ask of the program with a window."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from coach.ui.desk_remote import DeskRemote
from coach.ui.words.common import LANGUAGE
from coach.wiring.why_not import why_not
from coach.words import running

if TYPE_CHECKING:
    from coach.wiring import Parts

_LOOKS, _BETWEEN_SECONDS = 15, 0.1  # a window manager on a busy machine took most of a second


class Remote(DeskRemote):
    """As DeskRemote, over all of the parts."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._parts = parts
        self.is_busy: Callable[[], bool] = lambda: False
        """Whether no session can begin, because something covers the window."""
        self.is_in_front: Callable[[], bool] = lambda: True
        """Whether the person has the window before them."""

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """As DeskRemote; `in_front` tells of `show` whether the desktop has let the window come to the front."""
        answer = super().handle(request)
        if request.get("do") == "show" and "error" not in answer:
            answer["in_front"] = self._comes_to_the_front()
        return answer

    def _comes_to_the_front(self) -> bool:
        """Waited for in the socket's own thread: a window manager takes its time, and some only mark the window."""
        for _ in range(_LOOKS):
            with suppress(TimeoutError):
                if self._calls.call(self.is_in_front, _BETWEEN_SECONDS):
                    return True
            time.sleep(_BETWEEN_SECONDS)
        return False

    def _why_not_play(self, kind: str, ident: str, first: int) -> str | None:
        if self.is_busy():
            self.show.emit()
            return running.covered(LANGUAGE)
        try:
            timeline = self._parts.timeline(kind, ident)
        except KeyError:
            return running.unknown_there(LANGUAGE, kind, ident)
        if refused := why_not(self._parts, kind, ident, LANGUAGE):
            return refused
        if not timeline.intervals:
            return running.nothing_in_it(LANGUAGE, ident)
        if not 0 <= first < len(timeline.intervals):
            return running.no_interval(LANGUAGE, ident, first)
        return None
