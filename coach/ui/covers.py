"""What covers the whole window: the welcome, a session, and the safety questions before the first one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedLayout, QStackedWidget, QWidget
from shiboken6 import isValid

from coach.session.timeline import Timeline
from coach.settings import SPEAKS, WithoutTray
from coach.sound.voice.who_speaks import Speaks
from coach.today.standing import standing_of
from coach.ui.look.theme import Look
from coach.ui.widgets.focus import take_keyboard, widgets_in
from coach.values import dataclass

if TYPE_CHECKING:
    from coach.ui.pages.welcome.page import WelcomePage
    from coach.wiring import Parts


class UnderWay(Protocol):
    """A page on which something may be under way, so that it asks before it is left."""

    @property
    def is_running(self) -> bool:
        """Whether something is under way now."""

    def ask_end(self) -> None:
        """Ask before ending; what is under way waits for the answer."""

    def leave(self) -> None:
        """Put down what is under way, without an end."""


class Filling(UnderWay, Protocol):
    """A page beside the rail that fills the window while something is under way on it."""

    def put_away(self) -> None:
        """Put down what is under way and give the window back."""


@dataclass(frozen=True)
class Session:
    """What to play: from interval `first`; `session` continues one of the store, in `timeline`, and `instead_of` is one
    that is left.
    """

    kind: str
    id: str
    first: int = 0
    session: int | None = None
    instead_of: int | None = None
    timeline: Timeline | None = None


class Covers(QObject):
    """Puts pages over the first one of `layers` and takes them away again: `covered`, `began` with a session, `ended`.

    A page that covers says what it is in its `windowTitle`.
    """

    covered, began, ended = Signal(), Signal(), Signal()
    wanted = Signal(object)
    """The `Session` that the safety questions were asked for, once they are passed: what it may be is judged anew."""
    to_test = Signal()
    """The person wants the wall test after the welcome."""
    instead = Signal(str)
    """The routine that the person wants in place of the session that they ended."""

    def __init__(self, parts: Parts, look: Look, layers: QStackedLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._look, self._layers = parts, look, layers
        self.under_way: UnderWay | None = None
        """The session that covers the window, if one does."""
        self._before: QWidget | None = None
        self._before_name = ""

    @property
    def page(self) -> QWidget | None:
        """What covers the window, or None."""
        return self._layers.currentWidget() if self._layers.currentIndex() > 0 else None

    def begin(self, wanted: Session) -> None:
        """Play a session, after the safety questions where they are due; not at all while they lock."""
        parts = self._parts
        if standing_of(parts.library.catalogue.safety, parts.store, parts.clock.wall()).may_begin:
            self._play_asked(wanted)
        else:
            self.ask_safety(wanted)

    def _play_asked(self, wanted: Session) -> None:
        """Play it, once it is known who speaks: where a screen reader runs, that is asked before the first session."""
        from coach.wiring.speaking import asks_who_speaks

        if not asks_who_speaks(self._parts):
            self._play(wanted)
            return
        from coach.ui.pages.session.who_speaks import WhoSpeaksPage

        page = WhoSpeaksPage(self._look)

        def chosen(speaks: Speaks) -> None:
            self._parts.store.keep(SPEAKS, speaks)
            self._play(wanted)  # in its place: a keyboard that went elsewhere between the two would be told of
            self._layers.removeWidget(page)
            page.hide()
            page.deleteLater()

        page.chosen.connect(chosen)
        self._cover(page)
        page.setFocus()

    def ask_safety(self, then: Session | None = None) -> None:
        """Ask the safety questions; once they are passed, `then` is `wanted`: by what was told meanwhile."""
        from coach.ui.pages.safety import SafetyPage

        page = SafetyPage(self._parts, self._look, begins=then is not None)
        page.setWindowTitle(self.tr("Safety questions"))

        def passed() -> None:
            self._uncover(page)
            if then is not None:
                self.wanted.emit(then)

        page.passed.connect(passed)
        page.closed.connect(lambda: self._uncover(page))
        self._cover(page)
        page.setFocus()

    def welcome(self) -> WelcomePage:
        """What is said and asked at the first start; `to_test` where the person wants the wall test then."""
        from coach.ui.pages.welcome.page import WelcomePage

        page = WelcomePage(self._parts, self._look)
        page.setWindowTitle(self.tr("Welcome"))

        def left(to_test: bool) -> None:
            self._uncover(page)
            if to_test:
                self.to_test.emit()

        page.left.connect(left)
        self._cover(page)
        page.setFocus()
        return page

    def ask_without_tray(self, then: Callable[[WithoutTray], object]) -> QWidget:
        """What becomes of the program when the window is closed: `then` gets the answer."""
        from coach.ui.pages.without_tray import WithoutTrayPage

        page = WithoutTrayPage(self._look)
        page.setWindowTitle(self.tr("Closing the window"))

        def chosen(way: WithoutTray) -> None:
            self._uncover(page)
            then(way)

        page.chosen.connect(chosen)
        page.back.connect(lambda: self._uncover(page))
        self._cover(page)
        page.setFocus()
        return page

    def ask_conditions(self) -> None:
        """What is true of the person, to be told or changed."""
        from coach.ui.pages.conditions import ConditionsPage

        page = ConditionsPage(self._parts, self._look)
        page.setWindowTitle(self.tr("What is true of you"))
        page.closed.connect(lambda: self._uncover(page))
        self._cover(page)
        page.setFocus()

    def _play(self, wanted: Session) -> None:
        from coach.ui.pages.session.page import SessionPage

        timeline = wanted.timeline or self._parts.timeline(wanted.kind, wanted.id)
        if wanted.instead_of is not None:
            self._parts.store.finish_session(wanted.instead_of, "abandoned")
        first = wanted.first if 0 <= wanted.first < len(timeline.intervals) else 0
        page = SessionPage(self._parts, self._look)
        page.setWindowTitle(timeline.title)
        page.closed.connect(lambda: self._uncover(page))
        page.instead.connect(self.instead)
        self.under_way = page
        self._cover(page)
        self.began.emit()
        page.begin(timeline, first=first, session=wanted.session)
        page.setFocus()

    def leave(self) -> None:
        """Put down what covers the window."""
        if self.under_way is not None:
            self.under_way.leave()
        if self.page is not None:
            self._uncover(self.page)

    def _cover(self, page: QWidget) -> None:
        if self.page is None:
            self._before = QApplication.focusWidget()
            self._before_name = _name(self._before)
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        self.covered.emit()

    def _uncover(self, page: QWidget) -> None:
        if self._layers.indexOf(page) < 0:
            return
        self.under_way = None
        self._layers.setCurrentIndex(0)
        self._layers.removeWidget(page)
        page.hide()
        page.deleteLater()
        self.ended.emit()
        if self.page is None:
            self._give_back()

    def _give_back(self) -> None:
        """The keyboard goes back to what had it; where that was made anew, to what is called so now; where nothing is
        any more, to the page: a window in which nothing has the keyboard hears no shortcut.
        """
        before, self._before = self._before, None
        shell = self._layers.currentWidget()
        if shell is None:
            return
        had = [before] if before is not None and isValid(before) else []
        every = widgets_in(shell) if self._before_name else []
        alike = [each for each in every if type(each) is type(before) and _name(each) == self._before_name]
        shown = (stack.currentWidget() for stack in shell.findChildren(QStackedWidget))
        pages = [page for page in shown if page is not None]
        for each in (*had, *alike, *pages):
            if _is_at_hand(each, shell):
                take_keyboard(each)
                break


def _name(widget: QWidget | None) -> str:
    """What a screen reader calls it."""
    own = widget.accessibleName() if widget is not None else ""
    return own or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _is_at_hand(widget: QWidget, shell: QWidget) -> bool:
    """Whether it stands on the page that `shell` shows, were it made just now: what was hidden is on its way out."""
    here: QWidget | None = widget
    while here is not None and here is not shell:
        above = here.parentWidget()
        was_hidden = here.isHidden() and here.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if was_hidden or (isinstance(above, QStackedWidget) and above.currentWidget() is not here):
            return False
        here = above
    return here is shell and widget.isEnabled()
