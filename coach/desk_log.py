"""What the reminders do: kept in the store, and told to whoever watches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from coach.clock import Clock
from coach.desk_events import Event, EventName, Events, changes
from coach.desk_needs import DeskLibrary
from coach.progress.desk_store import DeskStore
from coach.reminders.decision import Happening, What
from coach.reminders.state import State
from coach.reminders.status import LogEntry
from coach.words import desk as desk_words
from coach.words.day_line import entries
from coach.words.language import ENGLISH, Language
from coach.words.reminders import why


class DeskLog:
    """The day is that of the clock on the wall; it is read from the store once, and again after something was added.
    What is told says `why` in the person's language.
    """

    def __init__(self, clock: Clock, library: DeskLibrary, store: DeskStore, language: Language = ENGLISH) -> None:
        self._clock, self._library, self._store, self._language = clock, library, store, language
        self._kept: tuple[str, list[LogEntry]] = ("", [])
        self.events = Events()
        """What was told, in whichever thread it is asked for."""

    def happened(self, one: Happening, state: State) -> None:
        """Keep it, and tell it of a desk in this `state`."""
        sentence = why(one.why, self._language)
        self.add(one.reminder_id, one.what, sentence)
        self._tell(one.what, one.reminder_id, sentence, state)

    def changed(self, before: State, after: State, *, shown: str | None, is_answered: bool, why: str) -> None:
        """Tell what is not kept: a pause, and what left the screen; `shown` is the reminder that came in this step, and
        `why` what is to be said in place of our words for it.
        """
        for name in changes(before, after, shown=shown, is_answered=is_answered):
            for ident in before.told if name == "expired" else ("",):
                self._tell(name, ident, why or desk_words.told(name, self._language), after)

    def _tell(self, name: EventName, ident: str, why: str, state: State) -> None:
        now, left = self._clock.wall(), state.pause_left
        until = None if name != "paused" or left is None else self._clock.local(now + timedelta(seconds=left))
        reminder = self._library.reminders.get(ident)
        title = ident if reminder is None else str(reminder.title)
        self.events.add(Event(now, name, ident, title, why, until))

    def add(self, reminder_id: str, what: What, why: str) -> None:
        """Keep that it happened now."""
        self._store.add_reminder(reminder_id, what, why)
        self._kept = ("", [])

    def is_first(self, happened: Sequence[Happening]) -> bool:
        """Whether what was shown today is no more than what of `happened`, which is kept by now, was shown."""
        return sum(one.what == "shown" for one in self.today()) <= sum(one.what == "shown" for one in happened)

    def today(self) -> list[LogEntry]:
        """The oldest first."""
        midnight = self._clock.local(datetime.combine(self._clock.wall().date(), time()))
        if self._kept[0] != midnight.isoformat():
            found = entries(self._store.reminders(midnight), self._library.reminders, self._language)
            self._kept = (midnight.isoformat(), found)
        return self._kept[1]
