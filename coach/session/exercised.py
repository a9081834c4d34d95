"""What of a session is exercise, and until when somebody is taken to be there.

A page that is open is no session, and a session that stands is no exercise: the desk's reminders, the break that is
counted and the screen that is kept on follow what stands here.
"""

from __future__ import annotations

from collections.abc import Callable

from coach.session.timeline import Interval
from coach.session.view import View

LET_GO_SECONDS = 180.0
"""A session that nobody touches for so long, in a pause or where it waits for the person, is left alone for now."""

_MOVES = ("rest", "switch", "between")  # on one's feet or on the mat, and away from the desk


class Exercised:
    """The seconds of a session in which the person moved or held. Pauses and what was jumped over are not among them.

    Work counts; at one's own pace no longer than its estimate, since nobody saw how long it really took. Rests, changes
    of side and of place belong to moving and count too, but no more of them than of work, so that skipping from one
    to the next is no exercise. Getting ready and listening do not count.
    """

    def __init__(self) -> None:
        self._worked, self._moved = 0.0, 0.0

    def add(self, interval: Interval, seconds: float) -> None:
        """`seconds` were spent in `interval`, which is over."""
        self._worked, self._moved = self._with(interval, seconds)

    def seconds(self) -> float:
        """Those of all intervals that are over."""
        return _sum(self._worked, self._moved)

    def seconds_with(self, interval: Interval, elapsed: float) -> float:
        """Those of the interval under way among them, `elapsed` seconds after it began."""
        return _sum(*self._with(interval, elapsed))

    def _with(self, interval: Interval, seconds: float) -> tuple[float, float]:
        if interval.kind == "work":
            seconds = min(seconds, interval.seconds) if interval.is_open else seconds
            return self._worked + seconds, self._moved
        return self._worked, self._moved + (seconds if interval.kind in _MOVES else 0.0)


def _sum(worked: float, moved: float) -> float:
    return worked + min(moved, worked)


class ExerciseWatch:
    """Tells when somebody begins to exercise (True), and when nobody does any more (False); then with the real seconds
    that were exercised since it was told last. `speed` is that of a rehearsal.
    """

    def __init__(self, tell: Callable[[bool, float], None] | None, speed: float = 1.0) -> None:
        self.seconds = 0.0
        """Real seconds since it was told last, as of the last look. Any thread may read it."""
        self.goes_on = False
        """Whether somebody exercises, as of the last look."""
        self._tell, self._speed = tell, speed
        self._exercised = Exercised()
        self._told_seconds = 0.0

    def add(self, interval: Interval, seconds: float) -> None:
        """`seconds` were spent in `interval`, which is over."""
        self._exercised.add(interval, seconds)

    def look(self, view: View, *, goes_on: bool) -> None:
        """The session is as `view` shows it; somebody is there to do it, or not."""
        if not (goes_on or self.goes_on):
            return
        is_over = view.state == "ended"
        exercised = self._exercised.seconds() if is_over else self._exercised.seconds_with(view.interval, view.elapsed)
        since = (exercised - self._told_seconds) / self._speed
        if goes_on == self.goes_on:
            self.seconds = since
            return
        self.goes_on, self._told_seconds, self.seconds = goes_on, exercised, 0.0
        if self._tell is not None:
            self._tell(goes_on, since)


def attended_for(view: View, untouched: float) -> float | None:
    """For how many seconds from now somebody is taken to be there, `untouched` seconds after their last command.

    None while the session goes on by itself; 0.0 when nobody is.
    """
    waits = view.interval.wait or view.interval.open == "own"
    if view.state in ("paused", "asking-pain"):
        left = LET_GO_SECONDS - untouched
    elif view.state == "running" and waits:
        left = view.length + LET_GO_SECONDS - min(untouched, view.elapsed)
    elif view.state in ("running", "reentry"):
        return None
    else:
        left = 0.0
    return max(0.0, left)
