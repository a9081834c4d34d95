"""What was done, in SQLite: sessions, their intervals, tests, reminders, settings.

    open_store(folder: Path, clock) -> Store      folder made 0700; never raises for a broken, newer, read-only or full
                                                  disk: see Store.notices; in the worst case an in-memory store
    memory_store(clock) -> Store                  keeps nothing (tests, rehearsals)

Everything stays on this machine. Each finished interval is committed as it finishes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from coach import strict_json
from coach.clock import Clock
from coach.progress.database import Database
from coach.progress.history import entries
from coach.progress.moments import from_row, to_row, utc_text
from coach.progress.opening import FILE_NAME
from coach.progress.records import (
    HistoryEntry,
    IntervalRecord,
    ReminderRecord,
    ReminderWhat,
    SessionEnd,
    SessionKind,
    SessionRecord,
    TestRecord,
    Unfinished,
)
from coach.progress.setting import Setting
from coach.session.timeline import Interval

T = TypeVar("T")

RESUMABLE = timedelta(hours=12)  # an older half session is yesterday's: nobody wants to go on in its middle


def open_store(folder: Path, clock: Clock) -> Store:
    """The store in `folder`, which is made if need be. Never raises for the disk's sake: see `Store.notices`."""
    return Store(Database(folder / FILE_NAME, clock), clock)


def memory_store(clock: Clock) -> Store:
    """A store that forgets everything when it is closed."""
    return Store(Database(None, clock), clock)


class Store:
    """Reads and writes what was done. No method raises for the disk's sake; `notices` says what went wrong."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._last_id = 0
        self._said: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the person about the data file, in the order in which they became true."""
        return (*self._database.notices, *self._said)

    def close(self) -> None:
        """Let the file go. Later calls do nothing."""
        self._database.close()

    # --- sessions ---

    def begin_session(self, kind: SessionKind, target: str, title: str, planned_seconds: float, intervals: int) -> int:
        """Note that a session of the routine or test `target` began, and its id."""
        number = self._new_id()
        self._database.write(
            "INSERT INTO session (id, kind, target, title, planned_seconds, intervals, started_utc,"
            " started_offset_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, kind, target, title, planned_seconds, intervals, *self._now()),
        )
        return number

    def add_interval(
        self, session: int, index: int, interval: Interval, seconds: float, outcome: str, repetitions: int | None = None
    ) -> None:
        """Note a finished interval; it is in the file when this returns. `seconds` without pauses."""
        self._database.write(
            "INSERT INTO interval (id, session, position, kind, exercise, set_number, side, seconds, outcome,"
            " repetitions, finished_utc, finished_offset_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self._new_id(), session, index, interval.kind, interval.exercise, interval.set, interval.side),
                *(seconds, outcome, repetitions),
                *self._now(),
            ),
        )

    def finish_session(self, session: int, how: SessionEnd) -> None:
        """Note how a session ended: finished, ended (by the person), pain, or abandoned (never taken up again)."""
        self._database.write(
            "UPDATE session SET how = ?, ended_utc = ?, ended_offset_seconds = ? WHERE id = ?",
            (how, *self._now(), session),
        )

    def rate_session(self, session: int, effort: int | None, pain: int | None) -> None:
        """Note effort and pain, 0 to 10 each; None where not told."""
        self._database.write("UPDATE session SET effort = ?, pain = ? WHERE id = ?", (effort, pain, session))

    def unfinished(self) -> Unfinished | None:
        """The last session, if it has no end, something left, and was alive within the last twelve hours.

        A test is offered from its beginning: its answers belong together.
        """
        rows = self._database.read(
            "SELECT id, kind, target, title, intervals, started_utc, started_offset_seconds, how FROM session"
            " ORDER BY started_utc DESC, id DESC LIMIT 1"
        )
        if not rows or rows[0][7] is not None:
            return None
        number, kind, target, title, intervals, started_utc, offset, _how = rows[0]
        done = self.intervals(number)
        alive = done[-1].finished if done else from_row(started_utc, offset)
        following = _next_interval(done) if kind == "routine" else 0
        if following >= intervals or self._clock.wall() - alive > RESUMABLE:
            return None
        return Unfinished(number, kind, target, title, following, intervals, from_row(started_utc, offset))

    def sessions(self, limit: int | None = None) -> list[SessionRecord]:
        """Sessions, newest first."""
        rows = self._database.read(
            "SELECT s.id, s.kind, s.target, s.title, s.planned_seconds, s.intervals, s.started_utc,"
            " s.started_offset_seconds, s.ended_utc, s.ended_offset_seconds, s.how, s.effort, s.pain,"
            " coalesce(sum(i.seconds), 0), count(DISTINCT CASE WHEN i.outcome = 'done' THEN i.position END)"
            " FROM session s LEFT JOIN interval i ON i.session = s.id"
            " GROUP BY s.id ORDER BY s.started_utc DESC, s.id DESC LIMIT ?",
            (-1 if limit is None else limit,),
        )
        return [_session(row) for row in rows]

    def intervals(self, session: int) -> list[IntervalRecord]:
        """The finished intervals of a session, in the order of finishing."""
        rows = self._database.read(
            "SELECT position, kind, exercise, set_number, side, seconds, outcome, repetitions, finished_utc,"
            " finished_offset_seconds FROM interval WHERE session = ? ORDER BY id",
            (session,),
        )
        return [IntervalRecord(*(*row[:8], from_row(row[8], row[9]))) for row in rows]

    # --- tests ---

    def add_test(self, test_id: str, result: Mapping[str, Any]) -> int:
        """Keep a test's result (JSON values: `Result.as_json()`), and its id."""
        number = self._new_id()
        self._database.write(
            "INSERT INTO test (id, test, result, at_utc, at_offset_seconds) VALUES (?, ?, ?, ?, ?)",
            (number, test_id, strict_json.write(result), *self._now()),
        )
        return number

    def tests(self, test_id: str | None = None) -> list[TestRecord]:
        """Results, newest first; of one test, or of all."""
        rows = self._database.read(
            "SELECT id, test, at_utc, at_offset_seconds, result FROM test WHERE ? IS NULL OR test = ?"
            " ORDER BY at_utc DESC, id DESC",
            (test_id, test_id),
        )
        return [TestRecord(row[0], row[1], from_row(row[2], row[3]), strict_json.read(row[4])) for row in rows]

    # --- reminders ---

    def add_reminder(self, reminder_id: str, what: ReminderWhat, why: str = "") -> None:
        """Note what a reminder did, and why, in words."""
        self._database.write(
            "INSERT INTO reminder (id, reminder, what, why, at_utc, at_offset_seconds) VALUES (?, ?, ?, ?, ?, ?)",
            (self._new_id(), reminder_id, what, why, *self._now()),
        )

    def reminders(self, since: datetime) -> list[ReminderRecord]:
        """What reminders did from `since` (aware) on, oldest first."""
        rows = self._database.read(
            "SELECT reminder, what, why, at_utc, at_offset_seconds FROM reminder WHERE at_utc >= ? ORDER BY at_utc, id",
            (utc_text(since),),
        )
        return [ReminderRecord(row[0], row[1], row[2], from_row(row[3], row[4])) for row in rows]

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
        self._database.write(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, strict_json.write(value)),
        )

    def _setting(self, key: str, read: Callable[[Any], T], default: T) -> T:
        rows = self._database.read("SELECT value FROM setting WHERE key = ?", (key,))
        if not rows:
            return default
        try:
            return read(strict_json.read(rows[0][0]))
        except (ValueError, TypeError):  # somebody edited the file
            self._say(f"The setting {key} in the data file cannot be used; it is as it was on the first day.")
            return default

    def _say(self, sentence: str) -> None:
        if sentence not in self._said:
            self._said = (*self._said, sentence)

    # --- history ---

    def history(self, title_of: Callable[[str, str], str] = lambda _kind, _id: "") -> list[HistoryEntry]:
        """Sessions, tests and reminders, oldest first. `title_of(kind, id)` names tests and reminders."""
        beginning = datetime.fromisoformat("0001-01-02T00:00:00+00:00")
        return entries(self.sessions(), self.tests(), self.reminders(beginning), title_of)

    def _now(self) -> tuple[str, int]:
        return to_row(self._clock.wall())

    def _new_id(self) -> int:
        """Ids are chosen here, not by SQLite, so that a row kept in memory keeps its id when it reaches the file.

        Milliseconds with three digits for the process: two programs at once do not meet, and they sort by age.
        """
        import os

        candidate = int(self._clock.wall().timestamp() * 1000) * 1000 + os.getpid() % 1000
        self._last_id = candidate if candidate > self._last_id else self._last_id + 1000
        return self._last_id


def _session(row: tuple[Any, ...]) -> SessionRecord:
    started, ended = from_row(row[6], row[7]), None if row[8] is None else from_row(row[8], row[9])
    return SessionRecord(*(*row[:6], started, ended, *row[10:]))


def _next_interval(done: list[IntervalRecord]) -> int:
    """Where to go on: behind the interval that finished last, or at it if the person had asked to repeat it."""
    if not done:
        return 0
    return done[-1].index if done[-1].outcome == "repeated" else done[-1].index + 1
