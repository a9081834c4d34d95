"""What the desk keeps in the data file: its settings and what reminders did. Of the rest of the store it needs nothing,
so that the program without a window has only this in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from coach import strict_json
from coach.clock import Clock
from coach.progress import reminder_rows, statements
from coach.progress.database import Database
from coach.progress.ids import Ids
from coach.progress.moments import to_row, utc_text
from coach.progress.notices import Kind, Notice, Unreadable
from coach.progress.opening import FILE_NAME
from coach.progress.reminder_rows import ReminderRecord
from coach.progress.setting import Setting
from coach.progress.waiting import as_json, from_json
from coach.reminders.decision import What

T = TypeVar("T")

AHEAD = timedelta(days=1)
"""What is dated further ahead was done while the clock was wrong. (One that was only set back by some hours, or has the
zone wrong, hides nothing of today.)"""

_LAST = "~"  # behind every moment that is written


def open_desk_store(folder: Path, clock: Clock) -> DeskStore:
    """The desk's part of the store in `folder`. Never raises for the disk's sake: see `notices`."""
    return DeskStore(Database(folder / FILE_NAME, clock), clock)


class DeskStore:
    """Reads and writes settings and the notes of reminders. No method raises for the disk's sake; `notices` says what
    went wrong.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self._ids = Ids(database, clock)
        self._said: tuple[Notice, ...] = ()

    @property
    def version(self) -> tuple[int, int]:
        """Another one whenever anything was written, by this program or another; until then what was read holds."""
        return self._database.version

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the person should know of the data file: what in it cannot be read, then whether all is saved; each in
        the order in which they became true.
        """
        return (*self._said, *self._database.notices)

    @property
    def unsaved(self) -> list[dict[str, Any]]:
        """What could not be written yet, for a program that takes over: `take_unsaved` there, `give_away_unsaved` here
        once it has it.
        """
        return as_json(self._database.unsaved)

    def take_unsaved(self, told: Iterable[Any]) -> None:
        """Write what another program could not. What is none of ours is left out."""
        with suppress(ValueError):
            for sql, values in from_json(list(told)):
                self._database.write(sql, values)

    def give_away_unsaved(self) -> None:
        """It is another program's to write now."""
        self._database.give_away_unsaved()

    def close(self) -> None:
        """Let the file go. Later calls do nothing."""
        self._database.close()

    # --- reminders ---

    def add_reminder(self, reminder_id: str, what: What, why: str = "") -> None:
        """Note what a reminder did, and why, in words."""
        self._database.write(
            statements.ADD_REMINDER,
            (self._new_id(), reminder_id, what, why, *self._moment()),
        )

    def reminders(self, since: datetime, before: datetime | None = None) -> list[ReminderRecord]:
        """What reminders did from `since` (aware) on, and `before` another moment, oldest first, without what lies in
        the future.
        """
        horizon = self._clock.wall() + AHEAD
        until = horizon if before is None else min(before, horizon)
        found = self._reminders(utc_text(since), utc_text(until))
        return [record for record in found if record.at <= horizon and (before is None or record.at < before)]

    def reminder_beside(self, moment: datetime, *, later: bool) -> ReminderRecord | None:
        """The last note of a reminder before a moment (aware), or the first from then on; None where there is none, and
        where that lies in the future.
        """
        horizon = utc_text(self._clock.wall() + AHEAD)
        side, order = (">=", "ASC") if later else ("<", "DESC")
        found = self._database.read(
            f"SELECT {reminder_rows.REMINDER} FROM reminder WHERE at_utc {side} ? AND at_utc <= ? "  # noqa: S608 - our own
            f"ORDER BY at_utc {order} LIMIT 1",
            (utc_text(moment), horizon),
        )
        return next(iter(self._readable("reminder", reminder_rows.reminder_of, found)), None)

    def _reminders(self, since: str = "", until: str = _LAST) -> list[ReminderRecord]:
        found = self._database.read(
            f"SELECT {reminder_rows.REMINDER} FROM reminder WHERE at_utc >= ? AND at_utc <= ? ORDER BY at_utc, id",  # noqa: S608 - our own columns
            (since, until),
        )
        return self._readable("reminder", reminder_rows.reminder_of, found)

    # --- settings ---

    def get(self, setting: Setting[T]) -> T:
        """What was kept for `setting`; its default where nothing was, or nothing that it may be, which is said once."""
        return self._setting(setting.name, setting.read, setting.default)

    def keep(self, setting: Setting[Any], value: Any) -> None:
        """Keep a JSON value for `setting`."""
        self.set_setting(setting.name, value)

    def setting(self, key: str, default: Any = None) -> Any:
        """The JSON value kept under `key`, else `default`."""
        return self._setting(key, lambda value: value, default)

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a JSON value under `key`."""
        self._database.write(statements.SET_SETTING, (key, strict_json.write(value)))

    def _setting(self, key: str, read: Callable[[Any], T], default: T) -> T:
        rows = self._database.read("SELECT value FROM setting WHERE key = ?", (key,))
        if not rows:
            return default
        try:
            return read(strict_json.read(rows[0][0]))
        except (ValueError, TypeError):  # somebody edited the file
            self._say("wrong-setting")
            return default

    def _readable(self, what: Kind, read: Callable[[Sequence[Any]], T], found: Iterable[Sequence[Any]]) -> list[T]:
        """The records of the rows that can be read; of the others it is said once that they are left out."""
        records = []
        for row in found:
            try:
                records.append(read(row))
            except (ValueError, OverflowError):  # a bit that flipped, a hand, a tool that syncs
                self._say(Unreadable(what))
        return records

    def _say(self, notice: Notice) -> None:
        if notice not in self._said:
            self._said = (*self._said, notice)

    def bring_home(self) -> None:
        """Have the data file alone hold everything, as whoever copies it expects. For quiet moments: it waits for the
        disk."""
        self._database.bring_home()

    def _moment(self) -> tuple[str, int]:
        return to_row(self._clock.wall())

    def _new_id(self) -> int:
        return next(self._ids.new(1))
