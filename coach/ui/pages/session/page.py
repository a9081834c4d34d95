"""The session page: keys and clicks go to the conductor, its events come back to the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from coach.conductor import Conductor
from coach.progress.loads import keep_load
from coach.progression.neighbour import Way
from coach.session.events import AskPain, Ended, Event, IntervalStarted, Paused, ReEntry
from coach.session.player import View
from coach.session.timeline import Timeline
from coach.ui.look.theme import Look
from coach.ui.pages.session.ask import Ask
from coach.ui.pages.session.asking import Asking
from coach.ui.pages.session.commanded import CommandedPage
from coach.ui.pages.session.finish import FinishPage
from coach.ui.pages.session.finishing import follows, for_you, outcome
from coach.ui.pages.session.room import Room
from coach.ui.pages.session.scenes import Scenes
from coach.ui.pages.session.sitting import Sitting
from coach.ui.pages.session.view import SessionView
from coach.ui.words.common import LANGUAGE
from coach.ui.words.session import StageWords, is_still
from coach.ui.words.stage_scene import StageScene
from coach.wiring.on_the_desktop import OnTheDesktop
from coach.wiring.variants import Variants
from coach.words import told, variants
from coach.words.keys import Ground
from coach.words.session import noted

if TYPE_CHECKING:
    from coach.wiring import Parts


NOTE_SECONDS = 8.0
"""How long it stands on the screen what an easier or harder exercise came to."""

CAPTION_SECONDS = 3.0
"""How long a short sentence stays in the room view, or in the place of a note, a longer one as long as it takes to
read: `Halfway.` grows old.
"""

TROUBLE_SECONDS = 0.25
"""From one question to sound and store whether something is amiss to the next, while nothing happens: they look at the
device itself, and nobody misses a sentence for a quarter of a second.
"""


class SessionPage(CommandedPage):
    """Runs a session and its end screen over the whole window; `closed` when the person is back."""

    closed = Signal()
    instead = Signal(str)
    """A gentler routine, once the person is back, that they chose in place of this one."""

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._look = look
        self._scenes = Scenes(self)
        self._sitting: Sitting | None = None
        self.view_page = SessionView(self._look)
        self.room = Room(self._look, self.tr("Leave the room view"), ("session", "room"))
        self.finish: FinishPage | None = None
        self._instead, self._is_ending = "", False
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedLayout()
        rows.addLayout(self._stack)  # first: a stack that has no parent yet shows its first page as a window
        for page in (self.view_page, self.room):
            self._stack.addWidget(page)
        self.ask = Ask(self._look, self)
        self.ask.answered.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))  # first: it may ask again
        self._asking = Asking(parts, self.ask, self.command, self._note, self._tell_standing, lambda: self._sitting)
        self._desktop = OnTheDesktop(
            parts, LANGUAGE, lambda: self.running, lambda: self.isVisible() and not self.is_asking, self.command
        )
        self._connect()

    def _connect(self) -> None:
        self.ask.answered.connect(self._desktop.tell)  # last: it may have been asked again
        controls = self.view_page.controls
        self.view_page.stage.steps_chosen.connect(self._tell_steps)
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
            (self.view_page.easier_asked, self.easier),
            (self.view_page.harder_asked, self.harder),
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
        conductor = self._parts.conductor(timeline, first, session, reader=self.telling)
        self.ask.close_question()
        self._stack.setCurrentWidget(self.view_page)
        # The stack has given it the keyboard, and what is told first becomes its name at once: with another one in
        # between it would be heard twice by a reader that is behind.
        if not (self.hasFocus() and self.telling.speakers.tells_reader):
            self.setAccessibleName(timeline.title)
        self.announcer.rests_as(timeline.title)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        before, words = for_you(self._parts, timeline), self._show_timeline(timeline)
        self._sitting = Sitting(conductor, Variants(self._parts, conductor), timeline, words, before)
        self._desktop.begin()
        self.conduct(conductor)
        self.animate(wanted=True)

    def _show_timeline(self, timeline: Timeline) -> StageWords:
        words = StageWords(timeline, self._parts.library.catalogue)
        self.view_page.begin(timeline, words)
        return words

    def leave(self) -> None:
        """Put the session down without an end, as when the program quits."""
        self._desktop.end()
        super().leave()
        self._sitting = None

    def _ended(self, conductor: Conductor, event: Ended) -> None:
        self._desktop.end()
        self.stop_timers()
        self.ask.close_question()
        self.announcer.drop_step()
        self.finish = finish = FinishPage(self._look, outcome(self._parts, conductor, event))
        finish.used.connect(lambda exercise, load: keep_load(exercise, load, self._parts.store))
        finish.finished.connect(self._rated)
        finish.left.connect(self._close)
        self._stack.addWidget(finish)
        self._stack.setCurrentWidget(finish)
        finish.ask()

    def _rated(self, effort: int | None, pain: int | None) -> None:
        conductor, sitting = self.conductor, self._sitting
        if conductor is None or sitting is None:
            return
        conductor.rate(effort, pain)
        sentence = follows(self._parts, conductor) if (effort, pain) != (None, None) else ""
        self._instead = sitting.instead
        self.leave()
        if sentence and self.finish is not None:
            self.finish.tell_next(sentence)
        else:
            self._close()

    def _close(self) -> None:
        self.closed.emit()
        if self._instead:
            self.instead.emit(self._instead)

    # --- time ----------------------------------------------------------------------------------------------------

    def perform(self, events: Iterable[Event]) -> None:
        """Show what `events` tell, then the moment, and set the alarm for the next one."""
        sitting, ended, events = self._sitting, None, tuple(events)
        if sitting is None:
            return
        if sitting.timeline is not sitting.conductor.timeline:  # another exercise took over
            sitting.timeline = sitting.conductor.timeline
            sitting.words = self._show_timeline(sitting.timeline)
        for event in events:
            match event:
                case IntervalStarted():
                    self._step_changed(sitting)
                case Paused():
                    sitting.gap_seconds, sitting.paused_by = event.gap_seconds, event.reason
                    is_asked = any(isinstance(one, AskPain) for one in events)
                    self._tell_paused(event, is_said=self.telling.says("pause", events), is_asked=is_asked)
                case ReEntry() if not self.telling.says("resume", events):
                    self.announcer.say(told.goes_on(sitting.paused_by, LANGUAGE))
                case AskPain():
                    self._asking.pain()
                case Ended():
                    ended = event
        if ended is not None:
            self._ended(sitting.conductor, ended)
            return
        sitting.trouble_at = 0.0
        self.show_moment()
        self.set_alarm()
        self._desktop.tell()

    # --- picture -------------------------------------------------------------------------------------------------

    def show_moment(self) -> None:
        """Show the session as it stands now."""
        sitting = self._sitting
        if sitting is None or not self.is_running:
            return
        conductor, words, now = sitting.conductor, sitting.words, self._parts.clock.monotonic()
        view, note = conductor.view(), sitting.note_at(now)
        self.pace(is_still=is_still(view))
        if view.state == "running" and conductor.is_caption_old(CAPTION_SECONDS):
            note = note or noted(view.interval)
        if self.is_room:
            self.room.show_figure(*words.figure_now(view))
            caption = note or conductor.caption_for(CAPTION_SECONDS)
            self.room.tell(self._scenes.room(words, view, caption, gap_seconds=sitting.gap_seconds))
        else:
            self.view_page.show_scene(*self._scene(sitting, view))
            self.view_page.tell(words, view, conductor.caption, note)
        if now >= sitting.trouble_at:
            sitting.trouble_at = now + TROUBLE_SECONDS
            self.view_page.tell_trouble(conductor.trouble or (sitting.for_you if view.index == 0 else ""))

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
        self.telling.step(f"{sitting.words.title(view)}. {sitting.words.subtitle(view)}", stands=is_still(view))

    def _tell_paused(self, event: Paused, *, is_said: bool, is_asked: bool) -> None:
        """That it waits, unless that is said, and why, where it was not the person; a question says so itself."""
        if is_asked or self._is_ending:
            return
        why = self._why_paused(event.reason, event.gap_seconds)
        if why or not is_said:
            self.announcer.say(why if is_said else told.paused(LANGUAGE, why), matters=True)

    def _why_paused(self, reason: str | None, gap_seconds: float) -> str:
        return self._scenes.paused(reason, gap_seconds).title if reason != "person" else ""

    def _tell_standing(self) -> None:
        """That it still waits, and why, where it was not the person."""
        sitting = self._sitting
        if sitting is not None and self.is_running:
            why = self._why_paused(sitting.conductor.view().pause_reason, sitting.gap_seconds)
            self.announcer.say(told.paused(LANGUAGE, why), matters=True)

    def where(self) -> None:
        """Tell where it stands to who does not see it."""
        if self._sitting is not None and self.is_running:
            self.advance()
            view = self._sitting.conductor.view()
            self.announcer.say(told.where(view, self._sitting.words, LANGUAGE), matters=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ask.setGeometry(self.rect())

    def showEvent(self, _event: QShowEvent) -> None:
        if self.is_running:
            self.animate(wanted=True)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._desktop.tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.theme.paper)

    # --- commands ------------------------------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        return self.ask.question is not None

    @property
    def is_room(self) -> bool:
        return self._stack.currentWidget() is self.room

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            "easier": self.easier,
            "harder": self.harder,
            "room": self.toggle_room,
            "full": self.toggle_full_screen,
            "turn": self.view_page.stage.turn,
            "steps": self.view_page.stage.toggle_steps,
            "where": self.where,
            "end": self.ask_end,
        }

    @property
    def key_grounds(self) -> tuple[Ground, ...]:
        """Where keys mean something now (coach.words.keys)."""
        if self.is_asking:
            return ("question",)
        return ("session",) if self.is_running else ("finish",)

    def easier(self) -> None:
        """The easier exercise in place of the one at hand, from now on."""
        self._take("easier")

    def harder(self) -> None:
        """The harder exercise in place of the one at hand, from now on."""
        self._take("harder")

    def _take(self, way: Way) -> None:
        """What is easier or harder is kept for the next times, and done at once where another exercise can be."""
        sitting = self._sitting
        if sitting is None or not self.is_running:
            return
        self.advance()
        variant = sitting.variants.beside(way)
        if variant is None:
            self._note(variants.nothing(LANGUAGE, way))
            return
        sitting.variants.keep(variant)
        self.command(lambda _conductor: sitting.variants.take_over(variant))
        self._note(variants.taken(LANGUAGE, variant, self._parts.library.catalogue.exercises))

    def _note(self, sentence: str) -> None:
        """Tell this in place of what was said, for a while."""
        if self._sitting is not None and self.is_running:
            self._sitting.note, self._sitting.note_until = sentence, self._parts.clock.monotonic() + NOTE_SECONDS
            self.announcer.say(sentence, matters=True)
            self.show_moment()

    def ask_end(self) -> None:
        """Ask before ending; the session waits for the answer."""
        if self.is_running and not self.is_asking:
            self._is_ending = True
            stood = self.stands()
            self.command(Conductor.pause)
            self._is_ending = False
            if self.is_running:  # time may just have brought it to its end
                self._asking.end(stood=stood)
                self._desktop.tell()  # a question is open

    def show_muted(self, *, is_muted: bool) -> None:
        for view in (self.view_page, self.room):
            view.mute_button.tell(is_muted=is_muted)

    def toggle_room(self) -> None:
        """The room view, or back from it."""
        if not self.is_running:
            return
        self._stack.setCurrentWidget(self.view_page if self.is_room else self.room)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announcer.say(told.room(LANGUAGE, is_shown=self.is_room), matters=True)
        self.show_moment()

    def _tell_steps(self, are_shown: bool) -> None:
        lines = self.view_page.stage.scene.lines if are_shown else ()
        self.announcer.say(told.steps(LANGUAGE, lines), matters=True)

    def toggle_full_screen(self) -> None:
        """The whole screen, or a window again."""
        window = self.window()
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
