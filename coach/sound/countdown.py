"""Three ticks a second apart are played as one prepared clip, so that their spacing is exact whatever the machine does.

That there is such a clip is known in this folder alone: a session tells every single tick, and how many are to come.
"""

from __future__ import annotations

from coach.session.events import AskPain, Ended, Event, IntervalFinished, Paused, Resumed, Sound

TICK = "tick"
TICKS = 3
THREE = "-3"  # behind a sound's name: three of it, a second from the beginning of each to the next
CLIP = TICK + THREE
CLIP_SECONDS_MORE = TICKS - 1.0
"""How much longer the clip is than a single tick."""

_EPSILON = 1e-6


class Countdown:
    """What is to be played at a session's sounds, told in their order.

    A tick whose clip was not begun, because it came too late, or was cut off, sounds by itself; so does each where the
    session runs `hurried`, faster than the world, since a prepared clip cannot be hurried.
    """

    def __init__(self, *, hurried: bool = False) -> None:
        self._hurried = hurried
        self._began: float | None = None  # when the clip under way was due

    def sound(self, event: Sound) -> str | None:
        """The name of what is to be played now; None where it lies in the clip under way."""
        if event.name != TICK or event.row != TICKS or self._hurried:
            return event.name
        if event.left == TICKS:
            self._began = event.due
            return CLIP
        before = TICKS - event.left
        is_in_clip = self._began is not None and abs(event.due - before - self._began) < _EPSILON
        return None if is_in_clip else event.name

    def is_cut_off_by(self, event: Event) -> bool:
        """Whether a clip was under way that this event ends before its time: it is to be silenced."""
        match event:
            case Resumed() | IntervalFinished(outcome="done"):
                self._began = None  # it was played to its end
                return False
            case Paused() | AskPain() | IntervalFinished():
                return self.cut_off()
            case Ended():
                return event.how != "finished" and self.cut_off()
        return False

    def cut_off(self) -> bool:
        """Whether a clip was under way; it no longer is."""
        was_under_way, self._began = self._began is not None, None
        return was_under_way
