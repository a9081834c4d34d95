"""The wall test page: shows the test that is conducted, and passes on what the person wants."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coach.at_the_wall import Kept, WallTest, newest
from coach.content.model import Test
from coach.content.order import in_order
from coach.demonstration.which_figure import at_the_wall, one_step_forward
from coach.settings import AGE_ASKED, ASK_AFTERWARDS, SPEAKS
from coach.sound.voice.who_speaks import Speaks
from coach.today.standing import standing_of
from coach.ui.exporter import Exporter
from coach.ui.look.theme import Look
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.session.who_speaks import WhoSpeaksPage
from coach.ui.pages.take_along import TakeAlong
from coach.ui.pages.walltest.at_the_wall import AtTheWallPage
from coach.ui.pages.walltest.running import RunningTest
from coach.ui.widgets.notice import problems_of
from coach.ui.widgets.scroll import Scroll
from coach.ui.words.common import LANGUAGE
from coach.walltest.advice import StopReason
from coach.wiring.bones import tell_age
from coach.wiring.speaking import asks_who_speaks
from coach.words.walltest import stopped

if TYPE_CHECKING:
    from coach.wiring import Parts


class WallTestPage(AtTheWallPage):
    """A page of the rail. `start_routine(id)` from the result; `cover(True)` while a running test fills the window."""

    start_routine = Signal(str)

    def __init__(self, parts: Parts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parts, look, parent)
        self._look = look
        self._result_shown_on: date | None = None
        pages = self.pages
        exporter = Exporter(self)
        pages.intro.take_along = lambda test: TakeAlong(parts, look, exporter, test)
        pages.intro.start.connect(self.begin)
        pages.intro.last.connect(self._show_last)
        pages.intro.afterwards.connect(lambda afterwards: self._parts.store.keep(ASK_AFTERWARDS, afterwards))
        pages.result.to.start.connect(lambda _kind, ident: self.start_routine.emit(ident))
        pages.measure.told.connect(self._keep_age)
        pages.result.closed.connect(self.show_intro)
        pages.stopped.closed.connect(self.show_intro)
        self.refresh()

    # --- pages ---------------------------------------------------------------------------------------------------

    @property
    def test(self) -> Test | None:
        """The first test of the library; None where it holds none."""
        return next(iter(in_order(self._parts.library.catalogue.tests.values())), None)

    def appear(self, _about: str = "", _before: str = "") -> None:
        """What is known now, as the page comes into view; there is one wall test, which needs no id."""
        self.refresh()

    def to_top(self) -> None:
        """The heading of what is shown is in sight; what has none is as high as the window."""
        if isinstance(self.page, Scroll):
            self.page.to_top()

    def begin_again(self) -> None:
        """As a `Page`: what is shown stays, since a result is put away by its own button."""
        self.to_top()

    def refresh(self) -> None:
        """What is known now; a running test is left alone."""
        if self.is_running:
            return
        if self.page is self.pages.intro:
            self.show_intro()
        elif self.page is self.pages.result:
            if self._result_shown_on == self._parts.clock.wall().date():
                self.pages.result.refresh()
            else:  # who comes back on another day comes for the next test
                self.show_intro()

    def invite(self) -> None:
        """Somebody wants to do the test: what it is, in the place of a result; a running test is left alone."""
        if not self.is_running:
            self.show_intro()

    def tick(self) -> None:
        """Nothing here changes by itself."""

    def show_intro(self) -> None:
        """What the test is and how it went last time."""
        test = self.test
        self.pages.intro.problems = problems_of(self._parts.library.catalogue.problems, ("test", "areas"))
        if test is not None:
            figure = one_step_forward(self._parts.library.catalogue, test)
            timeline = self._parts.timeline("test", test.id)
            last, today = newest(self._parts.store, test.id), self._parts.clock.wall().date()
            afterwards = self._parts.store.get(ASK_AFTERWARDS)
            self.pages.intro.show_test(test, timeline, last, today, figure, afterwards=afterwards)
        else:
            self.pages.intro.refresh()
        self._show(self.pages.intro)

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
        if asks_who_speaks(parts):
            self._ask_who_speaks()
            return
        self.pages.contact.set_figure(at_the_wall(self._parts.library.catalogue, test))
        self.pages.measure.asks_age = not parts.store.get(AGE_ASKED)
        conducted = self._parts.wall_test(test.id, reader=self.telling)
        self.under_way = RunningTest.of(conducted)
        self.conduct(conducted)

    def put_away(self) -> None:
        """Put the test down and give the window back."""
        self.leave()
        self.show_intro()

    def _ask_who_speaks(self) -> None:
        page = WhoSpeaksPage(self._look)

        def chosen(speaks: Speaks) -> None:
            self._parts.store.keep(SPEAKS, speaks)
            self.begin()
            self.pages.remove(page)

        page.chosen.connect(chosen)
        self._show(page, covers=True)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def over(self, test: WallTest) -> None:
        self.leave()
        match test.outcome:
            case Kept() as kept:
                self._show_result(test.test, kept)
            case None:
                self.show_intro()
            case reason:
                self._show_stopped(reason)

    def _keep_age(self, years: int | None, is_shorter: bool) -> None:
        tell_age(self._parts.store, self._parts.clock, years, is_shorter=is_shorter)

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
        self.announcer.drop_step()
        self._result_shown_on = self._parts.clock.wall().date()
        self.pages.show_result(test, kept, self._parts)

    def _show_stopped(self, reason: StopReason) -> None:
        self._show(self.pages.stopped)
        self.pages.stopped.show_reason(stopped(LANGUAGE, reason), self._parts.library.catalogue.safety)

    def showEvent(self, _event: QShowEvent) -> None:
        self.refresh()
        if self.is_running:
            self.set_alarm()
            self.animate(wanted=self.page is self.pages.room)
