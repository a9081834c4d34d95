"""What the reminders did today, read from the store once and again after something was added."""

from __future__ import annotations

from datetime import datetime, time

from coach.clock import Clock
from coach.desk_needs import DeskLibrary
from coach.progress.desk_store import DeskStore
from coach.reminders.decision import What
from coach.reminders.status import LogEntry
from coach.words.day_line import entries
from coach.words.language import ENGLISH, Language


class DayLog:
    """The day is that of the clock on the wall."""

    def __init__(self, clock: Clock, library: DeskLibrary, store: DeskStore, language: Language = ENGLISH) -> None:
        self._clock, self._library, self._store, self._language = clock, library, store, language
        self._kept: tuple[str, list[LogEntry]] = ("", [])

    def add(self, reminder_id: str, what: What, why: str) -> None:
        """Keep that it happened now."""
        self._store.add_reminder(reminder_id, what, why)
        self._kept = ("", [])

    def today(self) -> list[LogEntry]:
        """The oldest first."""
        midnight = self._clock.local(datetime.combine(self._clock.wall().date(), time()))
        if self._kept[0] != midnight.isoformat():
            found = entries(self._store.reminders(midnight), self._library.reminders, self._language)
            self._kept = (midnight.isoformat(), found)
        return self._kept[1]
