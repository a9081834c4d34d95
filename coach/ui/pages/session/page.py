"""The session page: keys and clicks go to the conductor, its events come back to the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from coach.conductor import Conductor
from coach.content.model.pain import AMBER_PAIN
from coach.session.events import AskPain, Ended, Event, IntervalStarted, Paused
from coach.session.outcomes import steps_done
from coach.session.planned import routine_of
from coach.session.player import View
from coach.session.timeline import Timeline
from coach.ui.key_places import key_meant
from coach.ui.look.theme import Look
from coach.ui.pages.session.ask import Ask
from coach.ui.pages.session.conducted import BUTTON_KEYS, MODIFIERS, ConductedPage
from coach.ui.pages.session.finish import FinishPage, Outcome
from coach.ui.pages.session.look import SessionLook
from coach.ui.pages.session.room import Room
from coach.ui.pages.session.scenes import Scenes
from coach.ui.pages.session.sitting import Sitting
from coach.ui.pages.session.view import SessionView
from coach.ui.words.common import LANGUAGE, say
from coach.ui.words.session import StageWords, is_still
from coach.ui.words.stage_scene import StageScene
from coach.wiring.gentler import can_be_easier, easier_next_time, gentler_routine
from coach.words.finish import what_follows
from coach.words.progression import said_before

if TYPE_CHECKING:
    from coach.wiring import Parts


class SessionPage(ConductedPage):
    """Runs a session and its end screen over the whole window; `closed` when the person is back."""

    closed = Signal()
    instead = Signal(str)
    """A gentler routine, once the person is back, that they chose in place of this one."""

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._look = SessionLook(look, self)
        self._scenes = Scenes(self)
        self._sitting: Sitting | None = None
        self.view_page = SessionView(self._look)
        self.room = Room(self._look, self.tr("Leave the room view (R)"))
        self.finish: FinishPage | None = None
        self._instead = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        rows.addLayout(self._stack)  # first: a stack that has no parent yet shows its first page as a window
        for page in (self.view_page, self.room):
            self._stack.addWidget(page)
        self.ask = Ask(self._look, self)
        self._connect()

    def _connect(self) -> None:
        self.ask.answered.connect(self._answered)
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

    @property
    def conductor(self) -> Conductor | None:
        """Runs the session that was begun, and is there until it was put down."""
        return self._sitting.conductor if self._sitting is not None else None

    def begin(self, timeline: Timeline, first: int = 0, session: int | None = None) -> None:
        """Start `timeline` at interval `first`; `session` continues one of the store."""
        words = StageWords(timeline, self._parts.library.catalogue)
        self.view_page.begin(timeline, words)
        self.ask.close_question()
        self._stack.setCurrentWidget(self.view_page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sitting = Sitting(self._parts.conductor(timeline, first, session), words, self._for_you(timeline))
        self.conduct(self._sitting.conductor)
        self.animate(wanted=True)

    def _for_you(self, timeline: Timeline) -> str:
        """What is said before it begins, of what is left out or replaced for this person."""
        if timeline.kind != "routine":
            return ""
        return said_before(LANGUAGE, self._parts.own(timeline.id), self._parts.library.catalogue.exercises)

    def leave(self) -> None:
        """Put the session down without an end, as when the program quits."""
        super().leave()
        self._sitting = None

    def _ended(self, conductor: Conductor, event: Ended) -> None:
        self.stop_timers()
        self.ask.close_question()
        self.finish = finish = FinishPage(self._look, self._outcome(conductor, event))
        finish.finished.connect(self._rated)
        finish.left.connect(self._close)
        self._stack.addWidget(finish)
        self._stack.setCurrentWidget(finish)
        finish.effort.setFocus(Qt.FocusReason.OtherFocusReason)

    def _outcome(self, conductor: Conductor, event: Ended) -> Outcome:
        timeline = conductor.timeline
        catalogue = self._parts.library.catalogue
        routine = catalogue.routines.get(routine_of(timeline.id)) if timeline.kind == "routine" else None
        worst = next(iter(catalogue.safety.tiers.values()), None)
        return Outcome(
            title=timeline.title,
            how=event.how,
            seconds=conductor.spent_seconds,
            done=steps_done(timeline.intervals, conductor.view().outcomes),
            exercises=timeline.exercises,
            pain=event.pain,
            effort_range=routine.effort if routine else None,
            emergency=say(worst.say) if worst is not None else "",
        )

    def _rated(self, effort: int | None, pain: int | None) -> None:
        conductor = self.conductor
        if conductor is None:
            return
        conductor.rate(effort, pain)
        follows = self._follows(conductor) if (effort, pain) != (None, None) else ""
        self.leave()
        if follows and self.finish is not None:
            self.finish.tell_next(follows)
            self.announcer.say(follows)
        else:
            self._close()

    def _close(self) -> None:
        self.closed.emit()
        if self._instead:
            self.instead.emit(self._instead)

    def _follows(self, conductor: Conductor) -> str:
        """What follows from a routine's session for the next one; empty where nothing does."""
        if conductor.session is None or conductor.timeline.kind != "routine":
            return ""
        found = self._parts.follows(conductor.timeline.id, conductor.session)
        return "" if found is None else what_follows(LANGUAGE, found, self._parts.library.catalogue.exercises)

    # --- time ----------------------------------------------------------------------------------------------------

    def perform(self, events: Iterable[Event]) -> None:
        """Show what `events` tell, then the moment, and set the alarm for the next one."""
        sitting, ended = self._sitting, None
        if sitting is None:
            return
        for event in events:
            match event:
                case IntervalStarted():
                    self._step_changed(sitting)
                case Paused():
                    sitting.gap_seconds = event.gap_seconds
                case AskPain():
                    self.ask.ask(self._scenes.ask_pain())
                case Ended():
                    ended = event
        if ended is not None:
            self._ended(sitting.conductor, ended)
            return
        self.show_moment()
        self.set_alarm()

    # --- picture -------------------------------------------------------------------------------------------------

    def show_moment(self) -> None:
        """Show the session as it stands now."""
        sitting = self._sitting
        if sitting is None or not self.is_running:
            return
        conductor, words = sitting.conductor, sitting.words
        view = conductor.view()
        if self._stack.currentWidget() is self.room:
            self.room.show_figure(*words.figure_now(view))
            self.room.tell(self._scenes.room(words, view, conductor.caption, gap_seconds=sitting.gap_seconds))
        else:
            self.view_page.show_scene(*self._scene(sitting, view))
            self.view_page.tell(words, view, conductor.caption)
        trouble = conductor.trouble or (sitting.for_you if view.index == 0 else "")
        if trouble != self.view_page.trouble.text():
            self.view_page.trouble.setText(trouble)

    def _scene(self, sitting: Sitting, view: View) -> tuple[StageScene, StageScene | None]:
        scene = sitting.words.scene(view)
        if not is_still(view):
            return scene, None
        pause = self._scenes.paused(view.pause_reason, sitting.gap_seconds)
        keeps_steps = view.pause_reason == "person" or self.view_page.stage.wants_steps
        return self._scenes.standing(pause, scene, keeps_steps=keeps_steps), pause

    def _step_changed(self, sitting: Sitting) -> None:
        self.view_page.stage.flash()
        view = sitting.conductor.view()
        self.announcer.say(f"{sitting.words.title(view)}. {sitting.words.subtitle(view)}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._look.fit(event.size())
        self.ask.setGeometry(self.rect())

    def showEvent(self, _event: QShowEvent) -> None:
        if self.is_running:
            self.animate(wanted=True)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)

    # --- commands ------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Pause a running session, go on with a paused one."""
        self.command(Conductor.toggle)

    def skip(self) -> None:
        """On to the next part."""
        self.command(Conductor.next)

    def back(self) -> None:
        """To the part before, or to the beginning of this one."""
        self.command(Conductor.back)

    def more(self) -> None:
        """Ten seconds more."""
        self.command(Conductor.more)

    def hurts(self) -> None:
        """Something hurts: the session waits, and asks how much."""
        self.command(Conductor.hurts)

    def act(self) -> None:
        """Done, go on or lost it, whichever this part wants; a paused session goes on."""
        view = self._view()
        if view is None:
            return
        if view.state == "paused":
            self.toggle()
        elif view.interval.open == "max":
            self.command(Conductor.lost)
        else:
            self.command(Conductor.done)

    def _view(self) -> View | None:
        """How what is under way stands now."""
        return self.running.view() if self.running is not None else None

    def ask_end(self) -> None:
        """Ask before ending; the session waits for the answer."""
        if self.is_running and self.ask.question is None:
            self.command(Conductor.pause)
            if self.is_running:  # time may just have brought it to its end
                self.ask.ask(self._scenes.ask_end())

    def show_muted(self, *, is_muted: bool) -> None:
        self.view_page.tell_muted(is_muted=is_muted)
        self.room.tell_muted(is_muted=is_muted)

    def toggle_room(self) -> None:
        """The room view, or back from it."""
        if not self.is_running:
            return
        is_room = self._stack.currentWidget() is self.room
        self._stack.setCurrentWidget(self.view_page if is_room else self.room)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_moment()

    def toggle_full_screen(self) -> None:
        """The whole screen, or a window again."""
        window = self.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()

    def _answered(self, question: str, value: str, number: int | None) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        match question, value:
            case "end", "end":
                self.command(Conductor.end)
            case "end", _:
                self.command(Conductor.resume)
            case "pain", "answer":
                self._pain_answered(number or 0)
            case "pain", "stop":
                self._stop_for_pain(number)
            case "pain", _:
                self._answer_pain(0)
            case "gently", "on":
                self.command(Conductor.resume)
            case "gently", "easier":
                self.command(self._easier_next_time)
            case "gently", "instead":
                self.command(self._something_gentler)
            case "gently", "skip":
                self.command(lambda conductor: [*conductor.next(), *conductor.resume()])
            case "gently", "stop":
                self.command(Conductor.end)

    def _pain_answered(self, pain: int) -> None:
        self._answer_pain(pain)
        conductor = self.running
        if conductor is not None and pain >= AMBER_PAIN:
            self._ask_gently(conductor, pain)
        else:
            self.command(Conductor.resume)

    def _ask_gently(self, conductor: Conductor, pain: int) -> None:
        gentle, routines = gentler_routine(self._parts, conductor), self._parts.library.catalogue.routines
        title = say(routines[gentle].title) if gentle is not None else ""
        may_be_easier = can_be_easier(self._parts, conductor)
        self.ask.ask(self._scenes.ask_gently(pain, gentle=title, may_be_easier=may_be_easier))

    def _something_gentler(self, conductor: Conductor) -> list[Event]:
        self._instead = gentler_routine(self._parts, conductor) or ""
        return conductor.end()

    def _easier_next_time(self, conductor: Conductor) -> list[Event]:
        easier_next_time(self._parts, conductor)
        return conductor.resume()

    def _stop_for_pain(self, number: int | None) -> None:
        """They stop, whatever the number."""
        self.command(lambda conductor: conductor.stop_for_pain(number))

    def _answer_pain(self, pain: int) -> None:
        self.command(lambda conductor: conductor.answer_pain(pain))

    # --- keys ----------------------------------------------------------------------------------------------------

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A focused button keeps Space, Return and Tab; every other key means what it means everywhere here."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in BUTTON_KEYS:
            self.keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_running or self.ask.question is not None or event.isAutoRepeat():
            return
        commands: dict[Qt.Key, Callable[[], None]] = {
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
        view = self._view()
        if view is None:
            return False
        is_room = self._stack.currentWidget() is self.room
        return view.state == "running" and (view.interval.open == "max" or (is_room and view.interval.is_open))
