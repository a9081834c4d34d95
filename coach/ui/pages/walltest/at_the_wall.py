"""A wall test that is under way: its pages follow the course, and keys, presses and clicks lead it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.at_the_wall import WallTest
from coach.conductor import Conductor
from coach.session.events import AskPain, Event, Paused, ReEntry, Resumed, Say
from coach.ui.key_places import digit_meant, is_key_of
from coach.ui.look.theme import Look
from coach.ui.pages.session.ask import Ask as AskCard
from coach.ui.pages.session.conducted import BUTTON_KEYS, MODIFIERS, ConductedPage
from coach.ui.pages.walltest.pages import TestPages
from coach.ui.pages.walltest.presses import Press
from coach.ui.pages.walltest.questions import FELT, ask_end, ask_pain
from coach.ui.pages.walltest.running import RunningTest
from coach.ui.widgets.scroll import scrolled_by
from coach.ui.words.common import LANGUAGE
from coach.walltest.course import Reply
from coach.words import told
from coach.words.keys import Ground
from coach.words.sentences import joined

if TYPE_CHECKING:
    from coach.wiring import Parts

_LAST_SECONDS = 10.0
"""Of a hold: said as they begin."""


class AtTheWallPage(ConductedPage):
    """`cover(True)` while what it shows fills the window; `over(test)` when the test that was under way has ended."""

    cover = Signal(bool)

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.under_way: RunningTest | None = None
        self._is_covering = self._is_ending = self._stood = False
        self._said_left = 0.0
        self._says_resumed = False
        self.title = self.tr("Wall test")
        self.setAccessibleName(self.title)
        self.pages = TestPages(look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.pages)
        self.ask = AskCard(look, self)
        self.ask.installEventFilter(self)
        self.ask.answered.connect(self._card_answered)
        pages = self.pages
        for page in pages.asking:
            page.answered.connect(self._answer)
            page.back.connect(self._back)
            page.hurts.connect(self.hurts)
            page.by_hand.connect(self._by_hand)
            page.close_asked.connect(self.ask_end)
        pages.room.act.connect(self.act)
        pages.room.close_asked.connect(self.ask_end)
        pages.room.mute_asked.connect(self.toggle_mute)
        for button in pages.room.buttons:
            button.installEventFilter(self)

    def over(self, test: WallTest) -> None:
        """The test that was under way has ended: show what came of it."""
        raise NotImplementedError

    @property
    def conductor(self) -> WallTest | None:
        """The test that is under way."""
        return self.under_way.test if self.under_way is not None else None

    @property
    def page(self) -> QWidget:
        """What is shown now."""
        return self.pages.page

    def leave(self) -> None:
        """Put the test down, and with it what was being asked."""
        self.ask.close_question()
        self.announcer.rests_as(self.title)
        super().leave()
        self.under_way = None

    def _show(self, page: QWidget, *, covers: bool = False) -> None:
        self.pages.show_page(page)
        self._cover(covers=covers)

    def _cover(self, *, covers: bool) -> None:
        if covers != self._is_covering:
            self._is_covering = covers
            self.cover.emit(covers)
        if covers:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- time ----------------------------------------------------------------------------------------------------

    def perform(self, events: Iterable[Event]) -> None:
        running, events = self.under_way, tuple(events)
        if running is None:
            return
        if any(isinstance(event, AskPain) for event in events):
            self.ask.ask(ask_pain())
        if running.test.ended is not None:
            self.over(running.test)
            return
        if running.shown is not running.test.course.current:
            self._show_step(running, events)
        self.pages.show_light(running.test)
        self.show_moment()
        self._tell_events(running, events)
        self.set_alarm()
        self.animate(wanted=self.page is self.pages.room)

    # --- what is shown -------------------------------------------------------------------------------------------

    def _show_step(self, running: RunningTest, events: Sequence[Event]) -> None:
        """The page of what is said, held or asked now."""
        running.shown = running.test.course.current
        if running.shown is None:
            return
        areas = self._parts.library.catalogue.areas
        self._cover(covers=True)  # before: what gets the keyboard as it comes into view is said by it, and said again
        said = self.pages.show_step(running, running.shown, areas)
        self._said_left = running.test.view().left
        is_unsaid = self.page in (self.pages.tension, self.pages.measure) and self._to_controls(running, events)
        focused = self.page.focusWidget() if self.page is self.pages.tension else None
        self.announcer.rests_as(self.title if self.page is self.pages.room else said)
        # with the keyboard: without it not all readers say it; of questions answered before they were said, the newest
        self.telling.step(said, stands=is_unsaid)
        if focused is not None:  # the scales take their keys themselves, all else takes them from here
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_controls(self, running: RunningTest, events: Sequence[Event]) -> bool:
        """A screen reader goes from control to control on such a page: nothing is read beside it. Whether what is asked
        has to be told again.
        """
        speakers = self.telling.speakers
        if speakers.reader:
            running.test.by_hand(hush=not speakers.coach)
        return not any(isinstance(event, Say) for event in events) or (speakers.reader and not speakers.coach)

    def show_moment(self) -> None:
        if self.under_way is not None and self.page is self.pages.room:
            view, scenes = self.under_way.test.view(), self.under_way.scenes
            self.pages.room.show_figure(*scenes.figure_now(view, self._parts.library.catalogue))
            self.pages.room.tell(self.under_way.scene())

    def _tell_events(self, running: RunningTest, events: Sequence[Event]) -> None:
        """Pauses and the time of a hold, to who does not see them."""
        if any(isinstance(event, ReEntry) for event in events):
            self._says_resumed = self.telling.says("resume", events)
        for event in events:
            match event:
                case Paused(reason="person" | "gap" | "device") if self.ask.question is None and not self._is_ending:
                    if not self.telling.says("pause", events):
                        self.announcer.say(told.paused(LANGUAGE), matters=True)
                case Resumed() if not self._says_resumed:
                    self.announcer.say(told.goes_on("person", LANGUAGE))
        view, before = running.test.view(), self._said_left
        self._said_left = view.left
        if running.test.is_held and view.state == "running":
            speakers = self.telling.speakers  # the last seconds are said, half the time is not
            half = (view.length / 2,) if speakers.reader or speakers.names_steps else ()
            for moment in (*half, *((_LAST_SECONDS,) if speakers.names_steps else ())):
                if view.left <= moment < before:
                    self.announcer.say(told.time_left(moment, LANGUAGE))

    def where(self) -> None:
        """Tell where it stands to who does not see it."""
        running = self.under_way
        if running is None:
            return
        self.advance()
        for page in self.pages.asking:
            if self.page is page:
                self.announcer.say(page.question(), matters=True)
        if self.page is not self.pages.room:
            return
        view, scene = running.test.view(), running.scene()
        is_timed = view.interval.open is None and not view.interval.wait and view.left > 0
        left = told.time_left(view.left, LANGUAGE) if is_timed or running.test.is_held else ""
        paused = told.paused(LANGUAGE) if view.state == "paused" else ""
        self.announcer.say(joined((paused, scene.name, scene.caption, left)), matters=True)

    # --- answers -------------------------------------------------------------------------------------------------

    def _answer(self, reply: Reply) -> None:
        if self.under_way is not None:
            self.perform(self.under_way.test.answer(reply))

    def _back(self) -> None:
        if self.under_way is not None:
            self.perform(self.under_way.test.back())

    def _by_hand(self) -> None:
        if self.under_way is not None:
            self.under_way.test.by_hand()

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
            self._is_ending = True
            self._stood = self.stands()
            self.command(Conductor.pause)
            self._is_ending = False
            if self.is_running:
                self.ask.ask(ask_end())

    def _card_answered(self, question: str, value: str, number: int | None) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.under_way is None:
            return
        test = self.under_way.test
        if question == "end" and value == "end":
            self.perform(test.end())
        elif question == "end" and self._stood:
            self.announcer.say(told.paused(LANGUAGE), matters=True)
        elif question == "end":
            self.perform(test.resume())
        elif value in FELT:
            self.perform(test.feels(FELT[value]))
        elif value == "nothing":
            self.command(Conductor.by_mistake)
        else:
            self.perform(test.answer_pain(number or 0))
            self.command(Conductor.resume)

    def show_muted(self, *, is_muted: bool) -> None:
        self.pages.room.mute_button.tell(is_muted=is_muted)

    @property
    def key_grounds(self) -> tuple[Ground, ...]:
        """Where keys mean something now (coach.words.keys)."""
        if not self.is_running:
            return ()
        if self.ask.question is not None:
            return ("question",)
        pages: dict[QWidget, Ground] = {
            self.pages.room: "wall",
            self.pages.contact: "contact",
            self.pages.measure: "measure",
        }
        return (pages.get(self.page, "tension"),)

    # --- keys ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ask.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A focused button of the room keeps Space, Return and Tab, but not in the hold, where every key ends it; the
        card that asks keeps every key but the presses.
        """
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if watched is self.ask:
            return self._pressed_over_the_card(event)
        is_hold = self.under_way is not None and self.under_way.test.is_held
        if event.key() in BUTTON_KEYS and not is_hold:
            return False
        self.keyPressEvent(event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        running = self.under_way
        if running is None or event.isAutoRepeat() or event.key() in MODIFIERS:
            super().keyPressEvent(event)
            return
        if self.ask.question is not None:
            return
        if (press := running.remote.meant(event)) is not None:
            self.press(press)
        elif is_key_of(event, "wall", "end"):
            self.ask_end()
        elif is_key_of(event, "wall", "hurts"):
            self.hurts()
        elif is_key_of(event, "wall", "where") and not running.test.is_held:
            self.where()
        elif self.page is self.pages.room:
            self._room_key(running, event)
        elif self.page is self.pages.contact:
            self._contact_key(event)
        elif self.page is self.pages.measure and digit_meant(event) is not None:
            self.pages.measure.type(event)
        else:
            super().keyPressEvent(event)

    def press(self, press: Press) -> None:
        """A press of somebody who looks at no key. Over the question whether to stop it means to go on; what hurts is
        answered by its own buttons.
        """
        if self.under_way is None:
            return
        test, question = self.under_way.test, self.ask.question
        if question is None:
            self.perform(test.press() if press == "take" else test.press_back())
        elif question.name == "end" and test.hears_press():
            self.ask.buttons["on"].click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a tap beside every control is a press, one with the right button goes back."""
        if self.is_running and self.ask.question is None:
            self.press("back" if event.button() == Qt.MouseButton.RightButton else "take")
        else:
            super().mousePressEvent(event)

    def _pressed_over_the_card(self, event: QKeyEvent) -> bool:
        press = self.under_way.remote.meant(event) if self.under_way is not None else None
        if press is None or is_key_of(event, "question", "safe"):  # which means to go on there already
            return False
        if not event.isAutoRepeat():
            self.press(press)
        return True

    def _room_key(self, running: RunningTest, event: QKeyEvent) -> None:
        if running.test.view().state == "running" and running.test.is_held:
            self.act()
        elif is_key_of(event, "wall", "pause"):
            self.command(Conductor.toggle)
        elif is_key_of(event, "wall", "mute"):
            self.toggle_mute()
        elif is_key_of(event, "wall", "on", on=self):
            self.act()

    def _contact_key(self, event: QKeyEvent) -> None:
        digit = digit_meant(event)
        if digit is not None and 1 <= digit <= len(self.pages.contact.rows):
            self._answer(digit - 1)
        elif is_key_of(event, "contact", "back", on=self):
            self._back()
        elif is_key_of(event, "contact", "take", on=self):
            self.press("take")
        else:
            scrolled_by(event, self.pages.contact)
