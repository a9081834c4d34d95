"""What a second start and the command line ask of the program with a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from coach.desktop import asked
from coach.ui.desk_remote import DeskRemote
from coach.wiring.why_not import why_not

if TYPE_CHECKING:
    from coach.wiring import Parts


class Remote(DeskRemote):
    """As DeskRemote, over all of the parts."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parts, parent)
        self._parts = parts
        self.is_busy: Callable[[], bool] = lambda: False
        """Whether no session can begin, because something covers the window."""

    def _show(self) -> dict[str, Any]:
        self.show.emit()
        return {"text": "shown"}

    def _play(self, request: dict[str, Any]) -> dict[str, Any]:
        kind, ident = asked.one_of(request, "kind", ("routine", "test", "exercise")), asked.word(request, "id")
        first = asked.whole(request, "from", 0)
        if refused := self._why_not_play(kind, ident, first):
            return {"error": refused}
        self.play.emit(kind, ident, first)
        return {"text": "started"}

    def _why_not_play(self, kind: str, ident: str, first: int) -> str | None:
        if self.is_busy():
            self.show.emit()
            return "a session or the safety questions are open already; end them first"
        try:
            timeline = self._parts.timeline(kind, ident)
        except KeyError:
            return f"{ident} is not known to the program that runs; look at 'posture-coach list {kind}'"
        if refused := why_not(self._parts, kind, ident):
            return refused
        if not timeline.intervals:
            return f"{ident} has nothing to do: a rest at the end of a session is left out"
        if not 0 <= first < len(timeline.intervals):
            return f"{ident} has no interval {first}"
        return None
