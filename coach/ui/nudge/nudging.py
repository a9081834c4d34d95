"""When the desk says so, a nudge: asks the desk at its next moment, has it shown, passes the answer on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from coach.reminders.answers import NotOpenError
from coach.reminders.nudge import Nudge
from coach.ui.nudge.screen import IN_WINDOW, NO_DISPLAY, NudgeScreen
from coach.ui.words.qt_language import LANGUAGE
from coach.values import replace
from coach.words.nudge import unseen

if TYPE_CHECKING:
    from coach.desk import Desk

_LEAST_MS, _MOST_MS = 200, 60_000


class AskedBeside(Protocol):
    """A question that the desk asks besides its reminders, when none of them is on the screen."""

    def look(self) -> None:
        """Ask now, where the moment has come."""
        ...

    def put_away(self, *, at_once: bool = False) -> None:
        """Take it from the screen."""
        ...


class Nudging(QObject):
    """`start(kind, id)` when an offer was taken; `open` when the window is wanted; `changed` whenever the desk knows
    something new.

    A nudge is on the `screen` only while the desk says that its reminder is open: however it was answered, it goes.
    """

    start = Signal(str, str)
    open = Signal()
    changed = Signal()

    def __init__(
        self, desk: Desk, screen: NudgeScreen, beside: AskedBeside | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self.screen, self._beside = desk, screen, beside
        self._nudge: Nudge | None = None  # on the screen
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._wake)
        screen.setParent(self)
        screen.answered.connect(self._answered)
        screen.expired.connect(self._expired)
        screen.opened.connect(self._opened)

    def begin(self) -> None:
        """Ask the desk now, and from now on whenever it wants to be asked. A window that is just being opened may show
        the question of the morning itself: that waits for the next time.
        """
        self._remind()

    def stop(self) -> None:
        """No card and no reminder any more."""
        self.hand_over()
        self._desk.put_away()

    def lose(self) -> None:
        """The display is gone, and with it what was on the screen, which is over. No reminder any more."""
        self.hand_over()
        if self._desk.open is not None:
            self._desk.expired(self._desk.open, unseen(NO_DISPLAY, LANGUAGE))

    def hand_over(self) -> Nudge | None:
        """Nothing happens by itself any more, and the desk is left as it is: what was on the screen, for whoever goes
        on with it.
        """
        self._timer.stop()
        if self._beside is not None:
            self._beside.put_away(at_once=True)
        self.screen.put_away(at_once=True)
        nudge, self._nudge = self._nudge, None
        return nudge

    def go_on(self, nudge: Nudge | None) -> None:
        """Begin where another program, or this one before, has left it: what was on the screen is there again."""
        if nudge is not None and nudge.id == self._desk.open:
            self.show(self._desk.screen.shows(nudge))
        self.begin()

    def put_away(self) -> None:
        """Take an open card from the screen without an answer."""
        if self._beside is not None:
            self._beside.put_away()
        self._desk.put_away()
        self._follow()

    def _follow(self) -> None:
        if self._nudge is not None and self._nudge.id != self._desk.open:
            self._nudge = None
            self.screen.put_away()

    def look(self) -> None:
        """Something changed: does the card still stand for something, and when does the desk want to be woken?"""
        self._follow()
        if self._timer.isActive():  # never later than was meant: who asks all the time would put it off for ever
            self._sleep(self._timer.remainingTime())

    def _wake(self) -> None:
        self._remind()
        if self._nudge is None and self._beside is not None:
            self._beside.look()

    def _remind(self) -> None:
        for nudge in self._desk.tick():
            self.show(nudge)
        self._sleep()
        self.changed.emit()

    def _sleep(self, most: int = _MOST_MS) -> None:
        milliseconds = round(self._desk.next_wake() * 1000)
        self._timer.start(min(most, max(_LEAST_MS, milliseconds)))

    def show_now(self, ident: str) -> None:
        """Try a reminder: it comes at once, whatever is quiet."""
        if any(reminder.id == ident for reminder in self._desk.reminders):
            self.show(self._desk.now(ident))

    def show(self, nudge: Nudge | None) -> None:
        """Show one reminder; an older card makes room for it."""
        if nudge is None:
            return
        if self._beside is not None:
            self._beside.put_away()
        self._nudge = nudge
        self.screen.show(nudge)

    def answer(self, ident: str, what: str, seconds: float) -> None:
        """As `NudgeScreen.answered`, elsewhere than on the screen, from which it then goes."""
        nudge = self._desk.screen.nudge
        if nudge is None or nudge.id != ident:  # answered in another way in this very moment
            return
        self._tell(ident, what, seconds)
        self._gone()
        if what == "started":
            self.start.emit(nudge.offer_kind, nudge.offer)

    def _answered(self, ident: str, what: str, seconds: float) -> None:
        nudge, self._nudge = self._nudge, None
        self._tell(ident, what, seconds)
        self._gone()
        if what == "started" and nudge is not None and nudge.id == ident:
            self.start.emit(nudge.offer_kind, nudge.offer)

    def _tell(self, ident: str, what: str, seconds: float) -> None:
        desk = self._desk
        answers: dict[str, Callable[[], None]] = {
            "done": lambda: desk.done(ident),
            "started": lambda: desk.started(ident),
            "skipped": lambda: desk.skip(ident),
            "snoozed": lambda: desk.snooze(ident, seconds),
        }
        with suppress(NotOpenError):  # answered in another way in this very moment: that one counts
            answers[what]()

    def _expired(self, ident: str, why: str) -> None:
        if self._nudge is not None and self._nudge.id == ident:
            self._nudge = None
        self._desk.expired(ident, why)
        self._gone()

    def _opened(self, _ident: str) -> None:
        """Its notification is gone, and it still waits for an answer: in the window, whichever process opens that."""
        if self._nudge is not None:
            self._nudge = replace(self._nudge, show=IN_WINDOW)
        self.open.emit()
        self._gone()

    def show_again(self) -> None:
        """The window that was wanted is there."""
        self._follow()
        if self._nudge is not None and self.screen.shown is None:
            self.screen.show(self._nudge)

    def _gone(self) -> None:
        self.changed.emit()
        self.look()
