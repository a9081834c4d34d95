"""What happens at the desk, one after another, for whoever watches it from another thread or program."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from coach.reminders.decision import What
from coach.reminders.state import State
from coach.values import dataclass

EventName = What | Literal["expired", "paused", "resumed"]
"""expired: it left the screen without an answer; paused, resumed: by the person, or at the end of a pause; the others
as they are noted of a reminder."""

MOST_KEPT = 500  # who watches asks again at once; so many do not come meanwhile
MOST_WATCHING = 16  # each holds a thread; our choice


@dataclass(frozen=True, slots=True)
class Event:
    """`id` and `title` are of the reminder, empty for a pause; `why` is a sentence, maybe empty; `until` the
    end of a pause, None where it has none."""

    at: datetime
    event: EventName
    id: str = ""
    title: str = ""
    why: str = ""
    until: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """As `remind watch` prints it."""
        value: dict[str, Any] = {"at": self.at.isoformat(timespec="seconds"), "event": self.event}
        if self.id:
            value |= {"id": self.id, "title": self.title}
        if self.event == "paused":
            value["until"] = None if self.until is None else self.until.isoformat(timespec="seconds")
        return value | {"why": self.why}


class TooManyError(RuntimeError):
    """So many watch already that one more would leave nobody to answer the others."""


@dataclass(frozen=True, slots=True)
class Seen:
    """`events` of the run `run` of the program, up to the one numbered `last`."""

    run: str
    last: int
    events: tuple[Event, ...]

    def as_json(self) -> dict[str, Any]:
        """As it goes over the line."""
        return {"run": self.run, "last": self.last, "events": [one.as_json() for one in self.events]}


class Events:
    """`add` in one thread, `after` in any other."""

    def __init__(self) -> None:
        self._run = os.urandom(8).hex()
        self._kept: deque[Event] = deque(maxlen=MOST_KEPT)
        self._last = 0
        self._news = threading.Condition()
        self._watching = 0
        self._let_go = 0

    @property
    def watching(self) -> int:
        """How many wait for something to happen."""
        with self._news:
            return self._watching

    def add(self, event: Event) -> None:
        """It has happened."""
        with self._news:
            self._kept.append(event)
            self._last += 1
            self._news.notify_all()

    def after(self, run: str | None, last: int, seconds: float) -> Seen | None:
        """What came after event `last` of this run, waiting `seconds` for it; of another run, all that came here.
        Without a run nothing yet, and where one is to go on from. None where `let_go` was called meanwhile.
        """
        with self._news:
            if run is None:
                return Seen(self._run, self._last, ())
            if self._watching >= MOST_WATCHING:
                raise TooManyError
            since, generation = (last if run == self._run else 0), self._let_go
            self._watching += 1
            try:
                self._news.wait_for(lambda: self._last > since or self._let_go != generation, seconds)
            finally:
                self._watching -= 1
            if self._let_go != generation:
                return None
            new = max(0, self._last - since)
            return Seen(self._run, self._last, tuple(self._kept)[-new:] if new else ())

    def let_go(self) -> None:
        """Whoever waits here is to ask again: another program goes on with the desk."""
        with self._news:
            self._let_go += 1
            self._news.notify_all()


def changes(before: State, after: State, *, shown: str | None, is_answered: bool) -> Iterator[EventName]:
    """What is told of this step besides what is noted; `shown` is the reminder that came in it."""
    if before.open is not None and not is_answered and (after.open != before.open or shown == before.open):
        yield "expired"
    if before.paused != after.paused:
        yield "paused" if after.paused else "resumed"
