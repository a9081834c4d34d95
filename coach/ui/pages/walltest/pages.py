"""The pages of the wall test in one stack: which one shows a step, and what a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from coach.at_the_wall import Kept, WallTest
from coach.content.model import Area, CheckStep, MeasureStep, RateStep, RecheckStep, Test
from coach.ui.look.theme import Look
from coach.ui.pages.session.room import Room
from coach.ui.pages.walltest.asking import AskingPage
from coach.ui.pages.walltest.contact import Asked, ContactPage
from coach.ui.pages.walltest.intro import IntroPage
from coach.ui.pages.walltest.measure import MeasurePage
from coach.ui.pages.walltest.outcome import Outcome
from coach.ui.pages.walltest.result import ResultPage
from coach.ui.pages.walltest.room_look import RoomLook
from coach.ui.pages.walltest.running import RunningTest
from coach.ui.pages.walltest.stopped import StoppedPage
from coach.ui.pages.walltest.tension import Rating, TensionPage
from coach.ui.widgets.scroll import Scroll
from coach.ui.words.common import say
from coach.walltest.course import Ask

if TYPE_CHECKING:
    from coach.wiring import Parts


class TestPages(QWidget):
    """All pages; `page` is the one that is shown."""

    __test__ = False  # not a pytest class

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room_look = RoomLook(look, self)
        self.intro, self.contact = IntroPage(look), ContactPage(self._room_look)
        self.tension, self.measure = TensionPage(self._room_look, look), MeasurePage(self._room_look, look)
        self.result, self.stopped = ResultPage(look), StoppedPage(look)
        self.room = Room(look, self.tr("Stop the test"), ("wall", "end"))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for page in (self.intro, self.room, self.contact, self.tension, self.measure, self.result, self.stopped):
            self._stack.addWidget(page)

    @property
    def asking(self) -> tuple[AskingPage, ...]:
        """The pages that ask."""
        return self.contact, self.tension, self.measure

    @property
    def page(self) -> QWidget:
        """What is shown now."""
        shown = self._stack.currentWidget()
        return self.intro if shown is None else shown

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages, or another one that joins them."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        if self._stack.currentWidget() is not page and isinstance(page, Scroll):
            page.to_top()
        self._stack.setCurrentWidget(page)

    def remove(self, page: QWidget) -> None:
        """Take away a page that has joined."""
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_step(self, running: RunningTest, current: Ask, areas: Mapping[str, Area]) -> str:
        """The page of the current step; the room for timed ones. What it says, in words."""
        course, where = running.test.course, running.where()
        match current.step:
            case (CheckStep() | RecheckStep()) as step if current.point is not None:
                self.show_page(self.contact)
                held = running.held_words()
                over = running.over(step)
                self.contact.show_ask(Asked(course, current, current.point, where, over, held))
                return f"{held} {say(current.point.title)}. {say(current.point.ask)}".strip()
            case RateStep() as step:
                self.show_page(self.tension)
                has_more = current.step_index + 1 < len(course.test.steps)
                back = course.can_go_back
                self.tension.show_step(Rating(step, where, course.given, has_more, back), areas)
                return say(step.ask)
            case MeasureStep() as step:
                self.show_page(self.measure)
                self.measure.show_step(step, where, can_go_back=course.can_go_back)
                return say(step.ask)
            case _:
                self.show_page(self.room)
                scene = running.scene()
                return f"{scene.name}. {scene.caption}"

    def show_light(self, test: WallTest) -> None:
        """What is lit of what is asked, and what presses have taken so far."""
        question, lit = test.in_turn.question, test.in_turn.lit
        match self.page:
            case self.contact:
                self.contact.show_light(lit)
            case self.tension if question is not None and test.in_turn.is_lighting:
                self.tension.show_turn(question, lit)
            case self.measure if question is not None:
                self.measure.show_light(question, lit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._room_look.fit(event.size())

    def show_result(self, test: Test, kept: Kept, parts: Parts) -> None:
        """A result, beside the one before."""
        self.show_page(self.result)
        self.result.show_result(Outcome(test, kept, parts.library.catalogue), parts)
