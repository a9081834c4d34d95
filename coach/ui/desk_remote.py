"""What is asked of whoever runs the desk, with a window or without: answered in Qt's thread, whichever it comes in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from coach.content.model import Position
from coach.desk_events import TooManyError
from coach.desktop import asked
from coach.desktop.activation import environment_of
from coach.desktop.single import MovedError
from coach.reminders.answers import NoPositionError, NotOpenError
from coach.reminders.state import LONGEST_PAUSE_SECONDS
from coach.ui.activation import Activation
from coach.ui.calls import Calls
from coach.ui.words.desk import AtTheDesk, desk_view
from coach.ui.words.qt_language import LANGUAGE
from coach.words import desk as desk_words
from coach.words import desk_list, desk_services, running
from coach.words.dates import date
from coach.words.desk import position_as_json
from coach.words.sentences import comma_list

_POSITIONS: Mapping[str, Position] = {"sitting": "sitting", "standing": "standing"}
WATCH_SECONDS = 20.0  # then who watches is told that nothing has happened, and asks again: that somebody is there
_PATIENCE_SECONDS = 4.0  # for the window's own thread: less than who asks waits (commands/here.py)
_LONGEST_SESSION_SECONDS = 86_400.0  # that another program may tell of: a day


class DeskRemote(QObject):
    """`handle(request)` may be called in any thread. `show` and `play` tell the application; `nudged` passes a reminder
    on that was asked for; `exercising` says that a session begins in a terminal; `changed`, that the desk has.
    """

    show = Signal()
    play = Signal(str, str, int)
    nudged = Signal(object)
    exercising = Signal()
    changed = Signal()

    @property
    def shown(self) -> Mapping[str, Any]:
        """The answer to a wish for the window."""
        return {"text": "shown"}

    @property
    def started(self) -> Mapping[str, Any]:
        """The answer to a wish for a session."""
        return {"text": "started"}

    def __init__(self, parts: AtTheDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk_parts = parts
        self._calls = Calls(self)
        self._activation = Activation(self)
        self.has_moved = False
        """Whether another program has taken over: it is the one to be asked."""

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """Wait for the answer; an error in words where it takes too long."""
        if self.has_moved:
            raise MovedError
        if request.get("do") == "remind-watch":
            return self._watch(request)
        try:
            return self._calls.call(lambda: self._answer_here(request), _PATIENCE_SECONDS)
        except TimeoutError:
            return {"error": running.busy(LANGUAGE)}
        except MovedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a message holds, the program goes on
            return {"error": running.unanswered(LANGUAGE, str(error))}

    def _watch(self, request: dict[str, Any]) -> dict[str, Any]:
        """What has happened since, waited for here: Qt's thread goes on meanwhile."""
        try:
            run, last = asked.word_or_none(request, "run"), asked.whole(request, "last", 0)
            found = self._desk_parts.desk.events.after(run, last, WATCH_SECONDS)
        except asked.RefusedError as refusal:
            return {"error": str(refusal)}
        except TooManyError:
            return {"error": running.too_many_watch(LANGUAGE)}
        if found is None:
            raise MovedError
        return found.as_json()

    def _answer_here(self, request: dict[str, Any]) -> dict[str, Any]:
        if self.has_moved:
            raise MovedError
        return self.answer(request)

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to a request, given in Qt's thread; {"error": sentence} where a value is wrong."""
        try:
            return self._answer(request)
        except asked.RefusedError as refusal:
            return {"error": str(refusal)}

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        what = request.get("do", "")
        if what in ("show", "play"):
            self._activation.take(environment_of(request))
            return self._show() if what == "show" else self._play(request)
        if what == "exercising":
            return self._exercised_elsewhere(request)
        if not isinstance(what, str) or not what.startswith("remind-"):
            raise asked.RefusedError(running.unknown(LANGUAGE, str(what)[: asked.LONGEST_WORD]))
        return self._remind(what.removeprefix("remind-"), request)

    def _show(self) -> dict[str, Any]:
        self.show.emit()
        return {**self.shown}

    def _play(self, request: dict[str, Any]) -> dict[str, Any]:
        kind, ident = asked.one_of(request, "kind", ("routine", "test", "exercise")), asked.word(request, "id")
        first = asked.whole(request, "from", 0)
        if refused := self._why_not_play(kind, ident, first):
            return {"error": refused}
        self.play.emit(kind, ident, first)
        return {**self.started}

    def _exercised_elsewhere(self, request: dict[str, Any]) -> dict[str, Any]:
        """A terminal says that its session goes on, or that it has ended."""
        name, goes_on = asked.word(request, "session"), asked.flag(request, "goes_on")
        begins = self._desk_parts.desk.session_elsewhere(
            name, goes_on, asked.seconds(request, "seconds", _LONGEST_SESSION_SECONDS)
        )
        if begins:
            self.exercising.emit()
        if begins or not goes_on:
            self.changed.emit()
        return {"text": "noted"}

    def _remind(self, what: str, request: dict[str, Any]) -> dict[str, Any]:
        desk = self._desk_parts.desk
        if what == "now":
            wanted = asked.word_or_none(request, "id")
            if wanted is not None and wanted not in {one.id for one in desk.reminders}:
                return {"error": running.no_reminder(LANGUAGE, wanted)}
            self.nudged.emit(desk.now(wanted))
        elif what == "pause":
            wants_no_end = request.get("seconds") is None
            desk.pause(None if wants_no_end else asked.seconds(request, "seconds", LONGEST_PAUSE_SECONDS))
        elif what == "resume":
            desk.resume()
        elif what in _POSITIONS:
            try:
                desk.take_position(_POSITIONS[what])
            except NoPositionError:
                return {"error": desk_words.no_position(LANGUAGE)}
        elif what in ("done", "snooze", "skip", "start"):
            return self._answer_nudge(what, request)
        elif what == "list":
            return self._listed()
        elif what != "status":
            raise asked.RefusedError(running.unknown_reminding(LANGUAGE, what[: asked.LONGEST_WORD]))
        self.changed.emit()
        return {"running": True, **desk.as_json(), "text": self._text()}

    def _listed(self) -> dict[str, Any]:
        desk = self._desk_parts.desk
        status, reminders = desk.status(), {one.id: one for one in desk.reminders}
        times = desk_view(self._desk_parts).times
        text = desk_list.listed(status.lines, reminders, times, desk.fitting, LANGUAGE, status.position)
        listed = desk_list.as_json(status.lines, reminders, desk.fitting)
        return {"running": True, "reminders": listed, **position_as_json(status.position), "text": text}

    def _answer_nudge(self, what: str, request: dict[str, Any]) -> dict[str, Any]:
        desk, ident = self._desk_parts.desk, asked.word_or_none(request, "id")
        try:
            if what == "snooze":
                desk.snooze(ident, asked.seconds(request, "seconds", LONGEST_PAUSE_SECONDS))
            elif what == "start":
                self._start(ident)
            else:
                (desk.done if what == "done" else desk.skip)(ident)
        except NotOpenError as refusal:
            why = desk_words.why_not_open(refusal.wanted, refusal.known, refusal.came, LANGUAGE)
            return {"error": running.nothing_to(LANGUAGE, what, why)}
        finally:
            self.changed.emit()  # looking alone may have closed what was open
        return {"running": True, **desk.as_json(), "text": self._text()}

    def _start(self, ident: str | None) -> None:
        """What the open reminder offers begins in the window. RefusedError where it cannot: then it stays open."""
        desk = self._desk_parts.desk
        offer = desk.offered(ident)
        if offer is None:
            title = next(one.title.in_language(LANGUAGE.tag) for one in desk.reminders if one.id == desk.open)
            raise asked.RefusedError(running.nothing_offered(LANGUAGE, title))
        if refused := self._why_not_play(offer.kind, offer.id, 0):
            raise asked.RefusedError(refused)
        desk.started(ident)
        self.play.emit(offer.kind, offer.id, 0)

    def _why_not_play(self, _kind: str, _ident: str, _first: int) -> str | None:
        """Why a session cannot begin now, as far as it is known here; None where it can."""
        return None

    def _text(self) -> str:
        view = desk_view(self._desk_parts)
        lines = [view.sentence, view.as_it_is]
        if view.next_title and not view.is_paused:
            when = comma_list((part for part in (view.next_when, view.condition) if part), LANGUAGE)
            lines.insert(0, f"{view.next_title}: {when}")
        if not self._desk_parts.desk.status().idle_is_known:
            lines.append(desk_services.idle_unknown(LANGUAGE))
        return "\n".join(line for line in lines if line) or date(self._desk_parts.clock.wall(), LANGUAGE)
