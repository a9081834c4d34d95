"""What every page is: a title, what stands beside it, and a content that scrolls, at most 1240 wide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.content.problem import Problem
from coach.ui.look import space
from coach.ui.look.mirror import margins
from coach.ui.look.theme import Look
from coach.ui.look.typography import PAGE_TITLE
from coach.ui.widgets.labels import Label
from coach.ui.widgets.layouts import Beside, Flow, clear
from coach.ui.widgets.notice import Problems
from coach.ui.widgets.scroll import Scroll

MOST_WIDE = 1240


class Paths(QObject):
    """Where a page may lead; the window listens. Kinds and ids are those of the catalogue."""

    go = Signal(str)  # a place of the rail
    routine = Signal(str)
    exercise = Signal(str)
    plan = Signal(str)
    received = Signal(str)  # the path of a file from somebody else; "" asks for one
    reminder = Signal(str)  # to be changed; "" makes one, "copy:ID" another like that
    lesson = Signal(str)
    start = Signal(str, str)  # kind, id
    week = Signal(object)  # the PlannedWeek of now, as a page has just read it
    resume = Signal()  # the session that was cut short
    anew = Signal()  # its routine, from the beginning
    safety = Signal()
    conditions = Signal()  # what is true of the person
    nudge = Signal(str)  # show this reminder now
    answered = Signal(str, str, float)  # the reminder that waits (coach.ui.nudge.screen)
    desk_changed = Signal()  # paused, resumed, switched
    back = Signal()
    fill = Signal(object)  # a page (coach.ui.covers.Filling) fills the window; None: it does so no more


class Page(Scroll):
    """`refresh()` builds the content anew from the library and the store; `tick()` follows what changes by itself;
    `appear()` brings it into view.
    """

    def __init__(self, look: Look, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._look = look
        self.entitle(title)
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.column.setSpacing(space.XL)
        self.set_content(self.content)
        self._set_margins()

    def entitle(self, title: str) -> None:
        """Be called so: by its header, a screen reader and the window."""
        self.title = title
        self.setAccessibleName(title)
        self.setWindowTitle(title)  # of which Qt tells

    def refresh(self) -> None:
        """Build the page from what is known now."""
        with self.filled_anew():
            clear(self.column)
            self.build(self.column)

    def appear(self, _about: str = "", _before: str = "") -> None:
        """Show what is known now; only a page about one thing (PageAbout) wants the ids."""
        self.refresh()

    def begin_again(self) -> None:
        """Its place is chosen while it is shown: all that was opened within it is left, its heading is in sight."""
        self.to_top()

    def build(self, column: QVBoxLayout) -> None:
        """Fill `column` from what is known now."""
        raise NotImplementedError

    def tick(self) -> None:
        """Called every few seconds while the page is shown."""

    def tell_problems(self, column: QVBoxLayout, problems: Sequence[Problem]) -> None:
        """Name what is wrong in the files that this page is about, if anything is."""
        if problems:
            column.addWidget(Problems(self._look, problems))

    def header(self, *controls: QWidget) -> Beside:
        """The title's row: the title, and at the right end `controls`, below it where there is no room."""
        title = Label(self._look, self.title, PAGE_TITLE)
        row = Beside(title.sizeHint().width())
        row.addWidget(title)
        holder = QWidget()
        beside = Flow(space.S_LOOSE, holder)
        for control in controls:
            beside.addWidget(control)
        row.addWidget(holder)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()  # before all within gets its place, which it would get twice
        super().resizeEvent(event)
        self.seat_bar()

    def _set_margins(self) -> None:
        width = self.viewport().width()
        small = width < 760
        left, right = (12, 20) if small else (20, 36)
        spare = max(0, width - left - right - MOST_WIDE) // 2
        above, below = (space.L, space.XXL) if small else (space.WIDE, space.WIDER)
        self.column.setContentsMargins(margins(left + spare, above, right + spare, below))
        self.column.setSpacing(space.L if small else space.XL)


class PageAbout(Page):
    """A page about one thing of the library, which `appear(id)` says."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._id = self._before = ""

    def appear(self, about: str = "", before: str = "") -> None:
        """Show what the library has by the id `about`; `before` is that of the routine or exercise that one comes from,
        where Back leads, if any.
        """
        self._id, self._before = about, before
        self.refresh()
        self.to_top()
