"""The session page: keys and clicks go to the conductor, its events come back to the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from coach.session.events import AskPain, Ended, Event, IntervalStarted, Paused
from coach.session.outcomes import steps_done
from coach.session.planned import routine_of
from coach.session.player import View
from coach.session.timeline import Timeline
from coach.ui.key_places import key_meant
from coach.ui.pages.session.ask import Ask
from coach.ui.pages.session.conducted import BUTTON_KEYS, MODIFIERS, ConductedPage
from coach.ui.pages.session.finish import FinishPage, Outcome
from coach.ui.pages.session.look import SessionLook
from coach.ui.pages.session.room import Room
from coach.ui.pages.session.scenes import Scenes
from coach.ui.pages.session.view import SessionView
from coach.ui.widgets.scene import Scene
from coach.ui.words.session import Words, is_still

_GENTLE_FROM = 4  # pain of 4 and 5: offer to go on gently or to stop


class SessionPage(ConductedPage):
    """Runs a session and its end screen over the whole window; `closed` when the person is back.

    `parts` is coach.wiring.Parts.
    """

    closed = Signal()

    def __init__(self, parts, look, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._look = SessionLook(look, self)
        self._scenes = Scenes(self)
        self._words: Words | None = None
        self._gap_seconds = 0.0
        self.view_page = SessionView(self._look)
        self.room = Room(self._look, self.tr("Leave the room view (R)"))
        self.finish = FinishPage(self._look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        rows.addLayout(self._stack)  # first: a stack that has no parent yet shows its first page as a window
        for page in (self.view_page, self.room, self.finish):
            self._stack.addWidget(page)
        self.ask = Ask(self._look, self)
        self._connect()

    def _connect(self) -> None:
        self.ask.answered.connect(self._answered)
        self.finish.finished.connect(self._rated)
        controls = self.view_page.controls
        for signal, command in (
            (controls.hurts, self.hurts),
            (controls.back, self.back),
            (controls.toggle, self.toggle),
            (controls.skip, self.skip),
            (controls.more, self.more),
            (self.view_page.act, self.act),
            (self.room.act, self.act),
            (self.view_page.close_asked, self.ask_end),
            (self.room.close_asked, self.toggle_room),
            (self.view_page.mute_asked, self.toggle_mute),
            (self.room.mute_asked, self.toggle_mute),
            (self.view_page.room_asked, self.toggle_room),
            (self.view_page.full_asked, self.toggle_full_screen),
        ):
            signal.connect(command)
        for button in (*self.view_page.buttons, *self.room.buttons):
            button.installEventFilter(self)

    # --- beginning and ending ------------------------------------------------------------------------------------

    def begin(self, timeline: Timeline, first: int = 0, session: int | None = None) -> None:
        """Start `timeline` at interval `first`; `session` continues one of the store."""
        self._words = Words(timeline, self._parts.library.catalogue, self)
        self._gap_seconds = 0.0
        self.view_page.begin(timeline, self._words)
        self.ask.close_question()
        self._stack.setCurrentWidget(self.view_page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.conduct(timeline, first, session)
        self.animate(wanted=True)

    def _ended(self, event: Ended) -> None:
        self.stop_timers()
        self.ask.close_question()
        self.finish.show_outcome(self._outcome(event))
        self._stack.setCurrentWidget(self.finish)
        self.finish.effort.setFocus(Qt.FocusReason.OtherFocusReason)

    def _outcome(self, event: Ended) -> Outcome:
        timeline = self.conductor.timeline
        catalogue = self._parts.library.catalogue
        routine = catalogue.routines.get(routine_of(timeline.id)) if timeline.kind == "routine" else None
        safety = getattr(catalogue, "safety", None)
        emergency = next(iter(safety.tiers.values())).say if safety and safety.tiers else ""
        return Outcome(
            title=timeline.title,
            how=event.how,
            seconds=self.conductor.spent_seconds,
            done=steps_done(timeline.intervals, self.conductor.view().outcomes),
            exercises=timeline.exercises,
            pain=event.pain,
            effort_range=routine.effort if routine else None,
            emergency=str(emergency),
        )

    def _rated(self, effort: int | None, pain: int | None) -> None:
        if self.conductor is None:
            return
        ended = self.conductor.ended
        self.conductor.rate(effort, pain if pain is not None else ended.pain if ended else None)
        self.leave()
        self.closed.emit()

    # --- time ----------------------------------------------------------------------------------------------------

    def perform(self, events: Iterable[Event]) -> None:
        """Show what `events` tell, then the moment, and set the alarm for the next one."""
        ended = None
        for event in events:
            match event:
                case IntervalStarted():
                    self._step_changed(event)
                case Paused():
                    self._gap_seconds = event.gap_seconds
                case AskPain():
                    self.ask.ask(self._scenes.ask_pain())
                case Ended():
                    ended = event
        if ended is not None:
            self._ended(ended)
            return
        self.show_moment()
        self.set_alarm()

    # --- picture -------------------------------------------------------------------------------------------------

    def show_moment(self) -> None:
        """Show the session as it stands now."""
        if not self.is_running:
            return
        view = self.conductor.view()
        if self._stack.currentWidget() is self.room:
            self.room.show_figure(*self._words.figure_now(view))
            self.room.tell(self._scenes.room(self._words, view, self.conductor.caption, gap_seconds=self._gap_seconds))
        else:
            self.view_page.show_scene(*self._scene(view))
            self.view_page.tell(view, self.conductor.caption)
        trouble = self.conductor.trouble or ""
        if trouble != self.view_page.trouble.text():
            self.view_page.trouble.setText(trouble)

    def _scene(self, view: View) -> tuple[Scene, Scene | None]:
        scene = self._words.scene(view)
        if not is_still(view):
            return scene, None
        pause = self._scenes.paused(view.pause_reason, self._gap_seconds)
        keeps_steps = view.pause_reason == "person" or self.view_page.stage.wants_steps
        return self._scenes.standing(pause, scene, keeps_steps=keeps_steps), pause

    def _step_changed(self, _event: IntervalStarted) -> None:
        self.view_page.stage.flash()
        view = self.conductor.view()
        self.announcer.say(f"{self._words.title(view)}. {self._words.subtitle(view)}")

    def resizeEvent(self, event) -> None:
        self._look.fit(event.size())
        self.ask.setGeometry(self.rect())

    def showEvent(self, _event) -> None:
        if self.is_running:
            self.animate(wanted=True)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)

    # --- commands ------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        if self.is_running:
            self.perform(self.conductor.toggle())

    def skip(self) -> None:
        if self.is_running:
            self.perform(self.conductor.next())

    def back(self) -> None:
        if self.is_running:
            self.perform(self.conductor.back())

    def more(self) -> None:
        if self.is_running:
            self.perform(self.conductor.more())

    def hurts(self) -> None:
        if self.is_running:
            self.perform(self.conductor.hurts())

    def act(self) -> None:
        """Done, go on or lost it, whichever this part wants; a paused session goes on."""
        if not self.is_running:
            return
        view = self.conductor.view()
        if view.state == "paused":
            self.toggle()
        elif view.interval.open == "max":
            self.perform(self.conductor.lost())
        else:
            self.perform(self.conductor.done())

    def ask_end(self) -> None:
        """Ask before ending; the session waits for the answer."""
        if self.is_running and self.ask.question is None:
            self.perform(self.conductor.pause())
            self.ask.ask(self._scenes.ask_end())

    def show_muted(self, *, is_muted: bool) -> None:
        self.view_page.tell_muted(is_muted=is_muted)
        self.room.tell_muted(is_muted=is_muted)

    def toggle_room(self) -> None:
        if not self.is_running:
            return
        is_room = self._stack.currentWidget() is self.room
        self._stack.setCurrentWidget(self.view_page if is_room else self.room)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_moment()

    def toggle_full_screen(self) -> None:
        window = self.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _answered(self, question: str, value: str, number: int | None) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        match question, value:
            case "end", "end":
                self.perform(self.conductor.end())
            case "end", _:
                self.perform(self.conductor.resume())
            case "pain", "answer":
                self._pain_answered(number or 0)
            case "pain", "stop":
                self._stop_for_pain(number)
            case "pain", _:
                self.perform(self.conductor.answer_pain(0))
            case "gently", "on":
                self.perform(self.conductor.resume())
            case "gently", "skip":
                self.perform([*self.conductor.next(), *self.conductor.resume()])
            case "gently", "stop":
                self.perform(self.conductor.end())

    def _pain_answered(self, pain: int) -> None:
        self.perform(self.conductor.answer_pain(pain))
        if self.is_running and pain >= _GENTLE_FROM:
            self.ask.ask(self._scenes.ask_gently(pain))
        elif self.is_running:
            self.perform(self.conductor.resume())

    def _stop_for_pain(self, number: int | None) -> None:
        """They stop without or whatever the number: the player takes the answer first, then ends."""
        self.perform(self.conductor.answer_pain(number or 0))
        if self.is_running:
            self.perform(self.conductor.end())

    # --- keys ----------------------------------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A focused button keeps Space, Return and Tab; every other key means what it means everywhere here."""
        if event.type() == QEvent.Type.KeyPress and event.key() not in BUTTON_KEYS:
            self.keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_running or self.ask.question is not None or event.isAutoRepeat():
            return
        commands = {
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Right: self.skip,
            Qt.Key.Key_Left: self.back,
            Qt.Key.Key_Plus: self.more,
            Qt.Key.Key_Equal: self.more,
            Qt.Key.Key_H: self.hurts,
            Qt.Key.Key_M: self.toggle_mute,
            Qt.Key.Key_R: self.toggle_room,
            Qt.Key.Key_F: self.toggle_full_screen,
            Qt.Key.Key_T: self.view_page.stage.turn,
            Qt.Key.Key_V: self.view_page.stage.toggle_steps,
            Qt.Key.Key_Escape: self.ask_end,
            Qt.Key.Key_Return: self.act,
            Qt.Key.Key_Enter: self.act,
        }
        command = commands.get(Qt.Key(key_meant(event)))
        if command is not None:
            command()
        elif event.key() not in MODIFIERS and self._takes_any_key():
            self.act()

    def _takes_any_key(self) -> bool:
        """`max` ends with any key that means nothing else; in the room view so does every open part."""
        view = self.conductor.view()
        is_room = self._stack.currentWidget() is self.room
        return view.state == "running" and (view.interval.open == "max" or (is_room and view.interval.is_open))
