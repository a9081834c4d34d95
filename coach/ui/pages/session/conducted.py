"""What a page that runs a conductor needs: timers that only wake it, sound on and off, waiting."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from coach.conductor import Conductor
from coach.session.events import Event
from coach.session.timeline import Timeline
from coach.ui.announce import Announcer

FRAME_MS = 33
LONGEST_SLEEP_SECONDS = 1.0  # the player takes a longer silence for a machine that slept
BUTTON_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class ConductedPage(QWidget):
    """Runs one conductor at a time. `perform` shows what its events tell, `show_moment` how it stands now."""

    def __init__(self, parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.conductor: Conductor | None = None
        self.announcer = Announcer(self)
        self._wake = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._let_go = QTimer(self, singleShot=True)
        self._frame = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._wake.timeout.connect(self.advance)
        self._let_go.timeout.connect(self.advance)
        self._frame.timeout.connect(self.show_moment)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def perform(self, events: Iterable[Event]) -> None:
        raise NotImplementedError

    def show_moment(self) -> None:
        raise NotImplementedError

    def show_muted(self, *, is_muted: bool) -> None:
        raise NotImplementedError

    # --- the conductor -------------------------------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        """Whether something is under way (an end screen not counted)."""
        return self.conductor is not None and self.conductor.ended is None

    def conduct(self, timeline: Timeline, first: int = 0, session: int | None = None) -> None:
        """Begin `timeline` with a conductor of its own."""
        self.conductor = self._parts.conductor(timeline, first, session)
        self.show_muted(is_muted=self._parts.muted)
        self.perform(self.conductor.start())

    def leave(self) -> None:
        """Put it down without an end, as when the program quits: the next start offers to resume it."""
        self.stop_timers()
        if self.conductor is not None:
            self.conductor.close()
            self.conductor = None

    # --- time ----------------------------------------------------------------------------------------------------

    def advance(self) -> None:
        """Take up what has happened; the clock says how much, the timer only wakes us."""
        if self.is_running:
            self.perform(self.conductor.advance())

    def set_alarm(self) -> None:
        """Wake when the next event is due, and often enough not to look asleep; in a pause, when it is let go."""
        seconds = self.conductor.seconds_until_next() if self.is_running else None
        patience = self.conductor.attended_for() if self.is_running and seconds is None else None
        self._wait(self._wake, seconds, LONGEST_SLEEP_SECONDS)
        self._wait(self._let_go, patience or None)

    def _wait(self, timer: QTimer, seconds: float | None, most: float = inf) -> None:
        """Start `timer` for so many seconds of the session, `most` real ones; None stops it."""
        if seconds is None:
            timer.stop()
        else:
            timer.start(int(min(seconds / self._parts.clock.speed, most) * 1000))

    def animate(self, *, wanted: bool) -> None:
        """Paint about thirty times a second, while there is something to see."""
        if wanted and self.isVisible() and not self._frame.isActive():
            self._frame.start()
        elif not wanted:
            self._frame.stop()

    def stop_timers(self) -> None:
        self._wake.stop()
        self._let_go.stop()
        self._frame.stop()

    def hideEvent(self, event) -> None:
        """What is left for another page, or whose window was closed, waits; minimised it goes on with its sounds."""
        self._frame.stop()
        if self.is_running and not event.spontaneous():
            self.perform(self.conductor.pause())

    # --- sound ---------------------------------------------------------------------------------------------------

    def toggle_mute(self) -> None:
        """Sound off or on."""
        self._parts.toggle_muted()
        self.show_muted(is_muted=self._parts.muted)
