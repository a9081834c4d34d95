"""Where in a device's stream a sound has to begin to be heard at its moment, to the sample. Pure.

A device takes samples in steps of some 20 ms, and whoever hands it a sound hits one of them by chance. How much it has
taken is told here now and then; the looks at which it had taken most for their time lie on a line, which is its clock,
and a sound is placed by that line, with silence before it.
"""

from __future__ import annotations

from collections import deque

KEPT_SECONDS = 8.0
"""So long a look counts: of five a second the furthest is within 2 ms of the line, however a device's clock drifts."""

STALL_SECONDS = 0.06
"""Further off the line than any step (measured: 29 ms) is another device, or one that stood still."""

_LOWER_SECONDS, _AGAIN_SECONDS, _KNOWN = 0.005, 0.1, 10
"""Behind all of so many looks by that much, and some time later still, a device has stumbled, and all that follows is
later; once, it is only a thread that had to wait.
"""


_RECENT, _SLIPPED_SECONDS = 10, 0.015
"""Where the furthest of the last looks is that much behind the line, the device has lost a little, or little by little:
of ten that come anywhere within a step it is by chance once in ten thousand times.
"""


class Placing:
    """The clock of one stream of `rate_hz`, from looks at how many of its frames have been taken."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._looks: deque[tuple[float, float]] = deque()  # when, and by how much the stream was before the clock then
        self._behind: list[tuple[float, float]] = []  # the last ones, where they are behind all of those

    def look(self, now: float, frames: int) -> None:
        """`frames` of the stream had been taken at `now`, a monotonic clock's seconds."""
        one = now, frames / self._rate_hz - now
        while self._looks and self._looks[0][0] < now - KEPT_SECONDS:
            self._looks.popleft()
        if self._looks and one[1] > self._line + STALL_SECONDS:
            self._looks.clear()
        if not self._looks or one[1] >= self._lowest:
            self._behind = []
            self._looks.append(one)
            return
        self._behind.append(one)
        if now - self._behind[0][0] >= _AGAIN_SECONDS:
            self._looks, self._behind = deque(self._behind), []

    def lead(self, now: float, frames: int, after_seconds: float) -> int:
        """How many frames of silence a sound needs that is to begin `after_seconds` from `now`, where the frame after
        the first `frames` of the stream is the next one to be taken. It is a look, too.
        """
        self.look(now, frames)
        taken = now + self._line - frames / self._rate_hz  # so long ago it took what it had to by now
        return max(0, round((after_seconds + (taken if taken <= STALL_SECONDS else 0.0)) * self._rate_hz))

    @property
    def _line(self) -> float:
        every = [ahead for _, ahead in self._looks]
        line, recent = max(every), max(every[-_RECENT:])
        return recent if recent < line - _SLIPPED_SECONDS else line

    @property
    def _lowest(self) -> float:
        """What is lower belongs to another line."""
        if len(self._looks) < _KNOWN:
            return self._line - STALL_SECONDS
        return min(ahead for _, ahead in self._looks) - _LOWER_SECONDS
