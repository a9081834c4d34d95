"""What a second start asks of the running program: answered in the window's thread, whichever thread it comes in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from coach.reminders.answers import NotOpenError
from coach.ui import words
from coach.ui.desk_words import desk_view

_PATIENCE_SECONDS = 4.0


class Remote(QObject):
    """`handle(request)` may be called in any thread. `show` and `play` tell the application; `shown(nudge)` passes a
    reminder on that was asked for.
    """

    show = Signal()
    play = Signal(str, str, int)
    nudged = Signal(object)
    changed = Signal()
    _asked = Signal(object, object)

    def __init__(self, parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.is_busy: Callable[[], bool] = lambda: False
        """Whether no session can begin, because something covers the window."""
        self._asked.connect(self._in_window, Qt.ConnectionType.QueuedConnection)

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """Wait for the window's answer; an error in words where it takes too long."""
        future: Future[dict[str, Any]] = Future()
        self._asked.emit(request, future)
        try:
            return future.result(_PATIENCE_SECONDS)
        except TimeoutError:
            return {"error": "the program is busy; try again"}

    def _in_window(self, request: dict[str, Any], future: Future) -> None:
        try:
            future.set_result(self.answer(request))
        except Exception as error:  # noqa: BLE001 - whatever a message holds, the window goes on
            future.set_result({"error": f"the request cannot be answered: {error}"})

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request, given in the window's thread."""
        what = str(request.get("do", ""))
        if what == "show":
            self.show.emit()
            return {"text": "shown"}
        if what == "play":
            return self._play(str(request["kind"]), str(request["id"]), int(request.get("from", 0)))
        if not what.startswith("remind-"):
            return {"error": f"{what} is not known"}
        return self._remind(what.removeprefix("remind-"), request)

    def _play(self, kind: str, ident: str, first: int) -> dict[str, Any]:
        if self.is_busy():
            self.show.emit()
            return {"error": "a session or the safety questions are open already; end them first"}
        try:
            timeline = self._parts.timeline(kind if kind == "routine" else "test", ident)
        except KeyError:
            return {"error": f"{ident} is not known to the program that runs; look at 'posture-coach list {kind}'"}
        if not 0 <= first < len(timeline.intervals):
            return {"error": f"{ident} has no interval {first}"}
        self.play.emit(kind, ident, first)
        return {"text": "started"}

    def _remind(self, what: str, request: dict[str, Any]) -> dict[str, Any]:
        desk = self._parts.desk
        if what == "now":
            wanted = request.get("id")
            if wanted is not None and wanted not in self._parts.library.catalogue.reminders:
                return {"error": f"{wanted} is not a reminder"}
            self.nudged.emit(desk.now(wanted))
        elif what == "pause":
            desk.pause(float(request["seconds"]) if request.get("seconds") is not None else None)
        elif what == "resume":
            desk.resume()
        elif what in ("snooze", "skip"):
            return self._answer_nudge(what, request)
        elif what != "status":
            return {"error": f"remind {what} is not known"}
        self.changed.emit()
        return {"running": True, **desk.as_json(), "text": self._text()}

    def _answer_nudge(self, what: str, request: dict[str, Any]) -> dict[str, Any]:
        desk = self._parts.desk
        try:
            if what == "snooze":
                desk.snooze(request.get("id"), float(request["seconds"]))
            else:
                desk.skip(request.get("id"))
        except NotOpenError as refusal:
            return {"error": f"nothing to {what}: {refusal}"}
        finally:
            self.changed.emit()  # looking alone may have closed what was open
        return {"running": True, **desk.as_json(), "text": self._text()}

    def _text(self) -> str:
        view = desk_view(self._parts)
        lines = [view.sentence, view.at_desk]
        if view.next_title and not view.is_paused:
            when = ", ".join(part for part in (view.next_when, view.condition) if part)
            lines.insert(0, f"{view.next_title}: {when}")
        return "\n".join(line for line in lines if line) or words.date(self._parts.clock.wall())
