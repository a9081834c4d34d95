"""What is sounded and said at moments that no timeline knows: a pause, the way back into work, a hold that is lost."""

from __future__ import annotations

from collections.abc import Iterable

from coach.session.events import Event, ReEntry, Resumed, Say, Sound
from coach.session.timeline import Aside, Timeline

RANK = 50  # an answer to the person comes before every other sentence
REENTRY_SECONDS = 3  # a tick a second; our choice


class Asides:
    """The asides of one timeline as events at `position`, due `now`."""

    def __init__(self, timeline: Timeline) -> None:
        self._asides = {aside.event: aside for aside in timeline.asides}
        self._tick = timeline.tick

    def has(self, name: str) -> bool:
        """Whether the coach says or sounds anything at this event."""
        return name in self._asides

    def perform(self, name: str, position: float, now: float) -> list[Event]:
        """The sound and the sentence of one aside."""
        sound = self._aside(name).sound
        sounds: list[Event] = [Sound(position, now, sound, name)] if sound is not None else []
        return sounds + self._sentence(name, position, now)

    def count_in(self, position: float, now: float) -> Iterable[Event]:
        """Three ticks a second apart, then the session runs again; a sentence with the first one."""
        yield ReEntry(position, now, REENTRY_SECONDS)
        yield from self._sentence("resume", position, now)
        if self._tick is not None:
            for tick in range(REENTRY_SECONDS):
                left = REENTRY_SECONDS - tick
                yield Sound(position, now + tick, self._tick, "resume", REENTRY_SECONDS, left)
        yield Resumed(position, now + REENTRY_SECONDS)

    def _sentence(self, name: str, position: float, now: float) -> list[Event]:
        say = self._aside(name).say
        return [] if say is None else [Say(position, now, say, name, RANK)]

    def _aside(self, name: str) -> Aside:
        return self._asides.get(name, Aside(name))
