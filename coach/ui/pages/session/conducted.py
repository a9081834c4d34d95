"""What a page that runs a conductor needs: timers that only wake it, sound on and off, waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from coach.conductor import Conductor
from coach.session.events import Event
from coach.ui.announce import Announcer
from coach.ui.pages.session.telling import Telling
from coach.ui.words.common import LANGUAGE
from coach.words import told

if TYPE_CHECKING:
    from coach.wiring import Parts

FRAME_MS, STILL_FRAME_MS = 33, 250
"""From one look at a session to the next, while it runs and while it stands: then nothing moves, and no more than a
sentence may grow old.
"""
LONGEST_SLEEP_SECONDS = 1.0  # the player takes a longer silence for a machine that slept
BUTTON_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class ConductedPage(QWidget):
    """Runs one conductor at a time. `perform` shows what its events tell, `show_moment` how it stands now.

    What a page keeps of something under way is one object, the conductor in it, which exists only so long.
    """

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.announcer = Announcer(self)
        self.telling = Telling(parts, self.announcer, self)
        self._wake = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._let_go = QTimer(self, singleShot=True)
        self._frame = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._wake.timeout.connect(self.advance)
        self._let_go.timeout.connect(self.advance)
        self._frame.timeout.connect(self.show_moment)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def conductor(self) -> Conductor | None:
        """Runs what was begun, and is there until it was put down; None before and after."""
        raise NotImplementedError

    def perform(self, events: Iterable[Event]) -> None:
        """Show what `events` tell."""
        raise NotImplementedError

    def show_moment(self) -> None:
        """Show how it stands now."""
        raise NotImplementedError

    def show_muted(self, *, is_muted: bool) -> None:
        """Show whether the sound is off."""
        raise NotImplementedError

    # --- the conductor -------------------------------------------------------------------------------------------

    @property
    def running(self) -> Conductor | None:
        """The conductor of what is under way (an end screen not counted); None where nothing is."""
        conductor = self.conductor
        return conductor if conductor is not None and conductor.ended is None else None

    @property
    def is_running(self) -> bool:
        """Whether something is under way (an end screen not counted)."""
        return self.running is not None

    def conduct(self, conductor: Conductor) -> None:
        """Begin with a conductor that has not started."""
        self.show_muted(is_muted=self._parts.muted)
        self.perform(conductor.start())

    def command(self, wanted: Callable[[Conductor], Iterable[Event]]) -> None:
        """Tell the conductor of what is under way what is wanted, and show what comes of it; else nothing."""
        conductor = self.running
        if conductor is not None:
            self.perform(wanted(conductor))

    def leave(self) -> None:
        """Put it down without an end, as when the program quits: the next start offers to resume it."""
        self.stop_timers()
        if self.conductor is not None:
            self.conductor.close()

    # --- time ----------------------------------------------------------------------------------------------------

    def advance(self) -> None:
        """Take up what has happened; the clock says how much, the timer only wakes us."""
        self.command(lambda conductor: conductor.advance())

    def set_alarm(self) -> None:
        """Wake when the next event is due, and often enough not to look asleep; in a pause, when it is let go."""
        conductor = self.running
        seconds = conductor.seconds_until_next() if conductor is not None else None
        patience = conductor.attended_for() if conductor is not None and seconds is None else None
        self._wait(self._wake, seconds, LONGEST_SLEEP_SECONDS)
        # Where it has come to its end since the conductor looked, the conductor has to look again, to let go.
        self._wait(self._let_go, patience if patience or (conductor and conductor.exercise.goes_on) else None)

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

    def stands(self) -> bool:
        """Whether it is paused now."""
        self.advance()
        return self.running is not None and self.running.view().state == "paused"

    def pace(self, *, is_still: bool) -> None:
        """Look less often at what stands."""
        wanted = STILL_FRAME_MS if is_still else FRAME_MS
        if self._frame.interval() != wanted:  # setting it begins it anew
            self._frame.setInterval(wanted)

    def stand(self) -> Callable[[], None]:
        """Somebody reads something over it: what runs waits, until what is returned is called."""
        before = self.running
        if before is None or before.view().state != "running":
            return lambda: None
        self.command(Conductor.pause)

        def go_on() -> None:
            if self.running is before and before.view().state == "paused":
                self.command(lambda conductor: conductor.resume())

        return go_on

    def stop_timers(self) -> None:
        """Nothing wakes the page any more."""
        self._wake.stop()
        self._let_go.stop()
        self._frame.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is left for another page, or whose window was closed, waits; minimised it goes on with its sounds."""
        self._frame.stop()
        if not event.spontaneous():
            self.command(Conductor.pause)

    # --- sound ---------------------------------------------------------------------------------------------------

    def toggle_mute(self) -> None:
        """Sound off or on."""
        self._parts.toggle_muted()
        self.show_muted(is_muted=self._parts.muted)
        self.announcer.say(told.sound(LANGUAGE, is_muted=self._parts.muted), matters=True)
