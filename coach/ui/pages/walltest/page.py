"""The wall test page: shows the test that is conducted, and passes on what the person wants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.at_the_wall import Kept, WallTest, newest
from coach.conductor import Conductor
from coach.content.model import Test
from coach.content.order import in_order
from coach.demonstration.which_figure import at_the_wall, one_step_forward
from coach.session.events import AskPain, Event
from coach.today.standing import standing_of
from coach.ui.key_places import digit_meant, key_meant
from coach.ui.look.theme import Look
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.session.ask import Ask as AskCard
from coach.ui.pages.session.conducted import BUTTON_KEYS, MODIFIERS, ConductedPage
from coach.ui.pages.session.look import SessionLook
from coach.ui.pages.walltest.pages import TestPages
from coach.ui.pages.walltest.questions import FELT, ask_end, ask_pain
from coach.ui.pages.walltest.running import RunningTest
from coach.ui.widgets.notice import problems_of
from coach.ui.words.common import LANGUAGE
from coach.walltest.advice import StopReason
from coach.walltest.course import Reply
from coach.words.walltest import stopped

if TYPE_CHECKING:
    from coach.wiring import Parts


class WallTestPage(ConductedPage):
    """A page of the rail. `start_routine(id)` from the result; `cover(True)` while the room view fills the window."""

    start_routine, cover = Signal(str), Signal(bool)

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.title = self.tr("Wall test")
        self.setAccessibleName(self.title)
        self._look = look
        self._near = SessionLook(look, self)  # what fills the window fits into it
        self.under_way: RunningTest | None = None
        self._is_covering = False
        self.pages = TestPages(look, self._near)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.pages)
        self.ask = AskCard(self._near, self)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        pages = self.pages
        self.ask.answered.connect(self._card_answered)
        pages.intro.start.connect(self.begin)
        pages.intro.last.connect(self._show_last)
        pages.contact.back.connect(self._back)
        for page in (pages.contact, pages.tension, pages.measure):
            page.answered.connect(self._answer)
            page.hurts.connect(self.hurts)
        pages.result.to.start.connect(lambda _kind, ident: self.start_routine.emit(ident))
        pages.result.closed.connect(self.show_intro)
        pages.stopped.closed.connect(self.show_intro)
        pages.room.act.connect(self.act)
        pages.room.close_asked.connect(self.ask_end)
        pages.room.mute_asked.connect(self.toggle_mute)
        for button in pages.room.buttons:
            button.installEventFilter(self)

    # --- pages ---------------------------------------------------------------------------------------------------

    @property
    def test(self) -> Test | None:
        """The first test of the library; None where it holds none."""
        return next(iter(in_order(self._parts.library.catalogue.tests.values())), None)

    @property
    def conductor(self) -> WallTest | None:
        """The test that is under way."""
        return self.under_way.test if self.under_way is not None else None

    @property
    def page(self) -> QWidget:
        """What is shown now."""
        return self.pages.page

    def appear(self, _about: str = "", _before: str = "") -> None:
        """What is known now, as the page comes into view; there is one wall test, which needs no id."""
        self.refresh()

    def refresh(self) -> None:
        """What is known now; a running test is left alone."""
        if self.is_running:
            return
        if self.page is self.pages.intro:
            self.show_intro()
        elif self.page is self.pages.result:
            self.pages.result.refresh()

    def tick(self) -> None:
        """Nothing here changes by itself."""

    def show_intro(self) -> None:
        """What the test is and how it went last time."""
        test = self.test
        self.pages.intro.problems = problems_of(self._parts.library.catalogue.problems, ("test", "areas"))
        if test is not None:
            figure = one_step_forward(self._parts.library.catalogue, test)
            timeline = self._parts.timeline("test", test.id)
            self.pages.intro.show_test(test, timeline, newest(self._parts.store, test.id), figure)
        else:
            self.pages.intro.refresh()
        self._show(self.pages.intro)

    def _show(self, page: QWidget, *, covers: bool = False) -> None:
        self.pages.show_page(page)
        self._cover(covers=covers)

    def _cover(self, *, covers: bool) -> None:
        if covers != self._is_covering:
            self._is_covering = covers
            self.cover.emit(covers)
        if covers:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- beginning and ending ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start the test; the safety questions come first where they are due, and it does not while they lock."""
        test = self.test
        if test is None or self.is_running:
            return
        parts = self._parts
        if not standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall()).may_begin:
            self._ask_safety()
            return
        self.pages.contact.set_figure(at_the_wall(self._parts.library.catalogue, test))
        conducted = self._parts.wall_test(test.id)
        self.under_way = RunningTest.of(conducted)
        self.conduct(conducted)

    def leave(self) -> None:
        """Put the test down, and with it what was being asked."""
        self.ask.close_question()
        super().leave()
        self.under_way = None

    def put_away(self) -> None:
        """Put the test down and give the window back."""
        self.leave()
        self.show_intro()

    def _ask_safety(self) -> None:
        page = SafetyPage(self._parts, self._look)
        page.passed.connect(lambda: self._safety_done(page, may_begin=True))
        page.closed.connect(lambda: self._safety_done(page, may_begin=False))
        self._show(page, covers=True)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _safety_done(self, page: SafetyPage, *, may_begin: bool) -> None:
        self.show_intro()
        self.pages.remove(page)
        if may_begin:
            self.begin()

    def _finished(self, test: WallTest) -> None:
        self.leave()
        match test.outcome:
            case Kept() as kept:
                self._show_result(test.test, kept)
            case None:
                self.show_intro()
            case reason:
                self._show_stopped(reason)

    def _show_last(self) -> None:
        """The result that the page before the test offers to show again."""
        test = self.test
        kept = newest(self._parts.store, test.id) if test is not None else None
        if test is None or kept is None:
            self.show_intro()
        else:
            self._show_result(test, kept)

    def _show_result(self, test: Test, kept: Kept) -> None:
        self._cover(covers=False)
        self.pages.show_result(test, kept, self._parts)

    def _show_stopped(self, reason: StopReason) -> None:
        self._show(self.pages.stopped)
        self.pages.stopped.show_reason(stopped(LANGUAGE, reason), self._parts.library.catalogue.safety)

    # --- time ----------------------------------------------------------------------------------------------------

    def perform(self, events: Iterable[Event]) -> None:
        running = self.under_way
        if running is None:
            return
        if any(isinstance(event, AskPain) for event in events):
            self.ask.ask(ask_pain())
        if running.test.ended is not None:
            self._finished(running.test)
            return
        if running.shown is not running.test.course.current:
            self._show_step(running)
        self.show_moment()
        self.set_alarm()
        self.animate(wanted=self.page is self.pages.room)

    def showEvent(self, _event: QShowEvent) -> None:
        self.refresh()
        if self.is_running:
            self.set_alarm()
            self.animate(wanted=self.page is self.pages.room)

    # --- what is shown -------------------------------------------------------------------------------------------

    def _show_step(self, running: RunningTest) -> None:
        """The page of what is said, held or asked now."""
        running.shown = running.test.course.current
        if running.shown is None:
            return
        areas = self._parts.library.catalogue.areas
        self.announcer.say(self.pages.show_step(running, running.shown, areas))
        is_room = self.page is self.pages.room
        self._cover(covers=is_room)
        if is_room or self.page is self.pages.contact:  # these take their keys from here
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_moment(self) -> None:
        if self.under_way is not None and self.page is self.pages.room:
            view, scenes = self.under_way.test.view(), self.under_way.scenes
            self.pages.room.show_figure(*scenes.figure_now(view, self._parts.library.catalogue))
            self.pages.room.tell(self.under_way.scene())

    # --- answers -------------------------------------------------------------------------------------------------

    def _answer(self, reply: Reply) -> None:
        if self.under_way is not None:
            self.perform(self.under_way.test.answer(reply))

    def _back(self) -> None:
        if self.under_way is not None:
            self.perform(self.under_way.test.back())

    # --- commands ------------------------------------------------------------------------------------------------

    def act(self) -> None:
        """Lost it in the hold, go on from a sentence, or go on after a pause."""
        if self.under_way is not None:
            self.perform(self.under_way.test.go_on())

    def hurts(self) -> None:
        """Ask what it is; the test waits for the answer."""
        if self.ask.question is None:
            self.command(Conductor.hurts)

    def ask_end(self) -> None:
        """Ask before stopping; the test waits for the answer, unless it has just come to its end."""
        running = self.under_way
        if running is not None and self.ask.question is None:
            self.command(Conductor.pause)
            if self.is_running:
                self.ask.ask(ask_end())

    def _card_answered(self, question: str, value: str, number: int | None) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.under_way is None:
            return
        test = self.under_way.test
        if question == "end":
            self.perform(test.end() if value == "end" else test.resume())
        elif value in FELT:
            self.perform(test.feels(FELT[value]))
        else:
            self.perform(test.answer_pain((number or 0) if value == "answer" else 0))
            self.command(Conductor.resume)

    def show_muted(self, *, is_muted: bool) -> None:
        self.pages.room.tell_muted(is_muted=is_muted)

    # --- keys ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._near.fit(event.size())
        self.ask.setGeometry(self.rect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A focused button of the room keeps Space, Return and Tab, but not in the hold, where every key ends it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_hold = self.under_way is not None and self.under_way.test.is_held
        if event.key() in BUTTON_KEYS and not is_hold:
            return False
        self.keyPressEvent(event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        running = self.under_way
        if running is None or self.ask.question is not None or event.isAutoRepeat() or event.key() in MODIFIERS:
            super().keyPressEvent(event)
            return
        key = key_meant(event)
        if key == Qt.Key.Key_Escape:
            self.ask_end()
        elif key == Qt.Key.Key_H:
            self.hurts()
        elif self.page is self.pages.room:
            self._room_key(running, key)
        elif self.page is self.pages.contact:
            self._contact_key(event)
        else:
            super().keyPressEvent(event)

    def _room_key(self, running: RunningTest, key: int) -> None:
        if running.test.view().state == "running" and running.test.is_held:
            self.act()
        elif key == Qt.Key.Key_Space:
            self.command(Conductor.toggle)
        elif key == Qt.Key.Key_M:
            self.toggle_mute()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.act()

    def _contact_key(self, event: QKeyEvent) -> None:
        key, digit = event.key(), digit_meant(event)
        if digit is not None and 1 <= digit <= len(self.pages.contact.rows):
            self._answer(digit - 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Backspace):
            self._back()
