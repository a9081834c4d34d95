"""What a second start asks of the running program: answered in the window's thread, whichever thread it comes in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from coach.desktop import asked
from coach.reminders.answers import NotOpenError
from coach.reminders.state import LONGEST_PAUSE_SECONDS
from coach.ui.words import common as words
from coach.ui.words.desk import desk_view
from coach.wiring.why_not import why_not
from coach.words import desk_services

if TYPE_CHECKING:
    from coach.wiring import Parts

_PATIENCE_SECONDS = 4.0
_LONGEST_SESSION_SECONDS = 86_400.0


class Remote(QObject):
    """`handle(request)` may be called in any thread. `show` and `play` tell the application; `nudged` passes a reminder
    on that was asked for; `exercising` says that a session begins in a terminal; `changed`, that the desk has.
    """

    show = Signal()
    play = Signal(str, str, int)
    nudged = Signal(object)
    exercising = Signal()
    changed = Signal()
    _asked = Signal(object, object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
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

    def _in_window(self, request: dict[str, Any], future: Future[dict[str, Any]]) -> None:
        try:
            future.set_result(self.answer(request))
        except Exception as error:  # noqa: BLE001 - whatever a message holds, the window goes on
            future.set_result({"error": f"the request cannot be answered: {error}"})

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request, given in the window's thread; {"error": sentence} where a value is wrong."""
        try:
            return self._answer(request)
        except asked.RefusedError as refusal:
            return {"error": str(refusal)}

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        what = request.get("do", "")
        if what == "show":
            self.show.emit()
            return {"text": "shown"}
        if what == "play":
            return self._play(request)
        if what == "exercising":
            return self._exercised_elsewhere(request)
        if not isinstance(what, str) or not what.startswith("remind-"):
            raise asked.RefusedError(f"{str(what)[: asked.LONGEST_WORD]} is not known")
        return self._remind(what.removeprefix("remind-"), request)

    def _play(self, request: dict[str, Any]) -> dict[str, Any]:
        kind, ident = asked.one_of(request, "kind", ("routine", "test", "exercise")), asked.word(request, "id")
        first = asked.whole(request, "from", 0)
        if self.is_busy():
            self.show.emit()
            return {"error": "a session or the safety questions are open already; end them first"}
        try:
            timeline = self._parts.timeline(kind, ident)
        except KeyError:
            return {"error": f"{ident} is not known to the program that runs; look at 'posture-coach list {kind}'"}
        if refused := why_not(self._parts, kind, ident):
            return {"error": refused}
        if not timeline.intervals:
            return {"error": f"{ident} has nothing to do: a rest at the end of a session is left out"}
        if not 0 <= first < len(timeline.intervals):
            return {"error": f"{ident} has no interval {first}"}
        self.play.emit(kind, ident, first)
        return {"text": "started"}

    def _exercised_elsewhere(self, request: dict[str, Any]) -> dict[str, Any]:
        """A terminal says that its session goes on, or that it has ended."""
        name, goes_on = asked.word(request, "session"), asked.flag(request, "goes_on")
        begins = self._parts.desk.session_elsewhere(
            name, goes_on, asked.seconds(request, "seconds", _LONGEST_SESSION_SECONDS)
        )
        if begins:
            self.exercising.emit()
        if begins or not goes_on:
            self.changed.emit()
        return {"text": "noted"}

    def _remind(self, what: str, request: dict[str, Any]) -> dict[str, Any]:
        desk = self._parts.desk
        if what == "now":
            wanted = asked.word_or_none(request, "id")
            if wanted is not None and wanted not in self._parts.library.catalogue.reminders:
                return {"error": f"{wanted} is not a reminder"}
            self.nudged.emit(desk.now(wanted))
        elif what == "pause":
            wants_no_end = request.get("seconds") is None
            desk.pause(None if wants_no_end else asked.seconds(request, "seconds", LONGEST_PAUSE_SECONDS))
        elif what == "resume":
            desk.resume()
        elif what in ("snooze", "skip"):
            return self._answer_nudge(what, request)
        elif what != "status":
            raise asked.RefusedError(f"remind {what[: asked.LONGEST_WORD]} is not known")
        self.changed.emit()
        return {"running": True, **desk.as_json(), "text": self._text()}

    def _answer_nudge(self, what: str, request: dict[str, Any]) -> dict[str, Any]:
        desk, ident = self._parts.desk, asked.word_or_none(request, "id")
        try:
            if what == "snooze":
                desk.snooze(ident, asked.seconds(request, "seconds", LONGEST_PAUSE_SECONDS))
            else:
                desk.skip(ident)
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
        if not self._parts.desk.status().idle_is_known:
            lines.append(desk_services.idle_unknown(words.LANGUAGE))
        return "\n".join(line for line in lines if line) or words.date(self._parts.clock.wall())
