"""The pages of the wall test in one stack: which one shows a step, and what a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QStackedLayout, QWidget

from coach.content.model import CheckStep, MeasureStep, RateStep, RecheckStep, Test
from coach.session.timeline import Timeline
from coach.ui.pages.session.room import Room, RoomScene
from coach.ui.pages.walltest.contact import ContactPage
from coach.ui.pages.walltest.intro import IntroPage
from coach.ui.pages.walltest.measure import MeasurePage
from coach.ui.pages.walltest.parts import TestParts
from coach.ui.pages.walltest.result import ResultPage
from coach.ui.pages.walltest.stopped import StoppedPage
from coach.ui.pages.walltest.tension import TensionPage
from coach.walltest.protocol import Protocol
from coach.walltest.score import Result


class TestPages(QWidget):
    """All pages; `page` is the one that is shown. `near` is the look of what fills the window."""

    __test__ = False  # not a pytest class

    def __init__(self, look, near, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.intro, self.contact = IntroPage(look), ContactPage(look)
        self.tension, self.measure = TensionPage(look), MeasurePage(look)
        self.result, self.stopped = ResultPage(look), StoppedPage(look)
        self.room = Room(near, self.tr("Stop the test (Escape)"))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for page in (self.intro, self.room, self.contact, self.tension, self.measure, self.result, self.stopped):
            self._stack.addWidget(page)

    @property
    def page(self) -> QWidget:
        return self._stack.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages, or another one that joins them."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def remove(self, page: QWidget) -> None:
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def show_step(self, protocol: Protocol, names: TestParts, areas: dict, scene: RoomScene) -> str:
        """The page of the protocol's current step; `scene` is the room's, for timed ones. What it says, in words."""
        current, part = protocol.current, 0
        assert current is not None, "a complete test has no step to show"
        part = names.part(current.step_index)
        match current.step:
            case CheckStep() | RecheckStep():
                self.show_page(self.contact)
                can_go_back = protocol.can_go_back and current.number > 1
                self.contact.show_ask(protocol, names.names, part, can_go_back=can_go_back)
                return f"{current.point.title}. {current.point.ask}"
            case RateStep():
                self.show_page(self.tension)
                has_more = current.step_index + 1 < len(protocol.test.steps)
                self.tension.show_step(current.step, areas, names.names, part, has_more=has_more)
                return str(current.step.ask)
            case MeasureStep():
                self.show_page(self.measure)
                self.measure.show_step(current.step, names.names, len(names.names))
                return str(current.step.ask)
            case _:
                self.show_page(self.room)
                return f"{scene.name}. {scene.caption}"

    def show_result(
        self, test: Test, results: list[Result], when: datetime, catalogue, timeline_of: Callable[[str], Timeline]
    ) -> None:
        """The first of `results`, which are newest first, beside the one before."""
        before = results[1] if len(results) > 1 else None
        self.show_page(self.result)
        self.result.show_result(test, results[0], before, when, len(results), catalogue, timeline_of)
