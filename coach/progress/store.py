"""What was done, in SQLite: sessions, their intervals, tests, reminders, settings.

    open_store(folder: Path, clock) -> Store      folder made 0700; never raises for a broken, newer, read-only or full
                                                  disk: see Store.notices; in the worst case an in-memory store
    memory_store(clock) -> Store                  keeps nothing (tests, rehearsals)

Everything stays on this machine. Each finished interval is committed as it finishes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, get_args

from coach import strict_json
from coach.clock import Clock
from coach.progress import measured, rows, statements, untouched
from coach.progress.database import Database
from coach.progress.desk_store import AHEAD, DeskStore
from coach.progress.history import entries
from coach.progress.moments import from_row, utc_text
from coach.progress.notices import Kind, Unreadable
from coach.progress.opening import FILE_NAME
from coach.progress.overview import SECONDS, SESSION_TOLD, Overview
from coach.progress.portable.shelf import uid_of
from coach.progress.records import (
    HistoryEntry,
    IntervalRecord,
    SessionEnd,
    SessionRecord,
    TestRecord,
    Unfinished,
)
from coach.progress.remembered import Remembered
from coach.session.going_on import following
from coach.session.timeline import Interval, SessionKind

T = TypeVar("T")

RESUMABLE = timedelta(hours=12)  # an older half session is yesterday's: nobody wants to go on in its middle
LATELY = timedelta(days=2)  # a session that began before that cannot have been alive within RESUMABLE
_KINDS: Mapping[str, Kind] = {kind: kind for kind in get_args(Kind)}


def open_store(folder: Path, clock: Clock) -> Store:
    """The store in `folder`, which is made if need be. Never raises for the disk's sake: see `Store.notices`."""
    return Store(Database(folder / FILE_NAME, clock), clock)


def memory_store(clock: Clock) -> Store:
    """A store that forgets everything when it is closed."""
    return Store(Database(None, clock), clock)


class Store(Remembered, DeskStore):
    """Reads and writes what was done. No method raises for the disk's sake; `notices` says what went wrong."""

    def __init__(self, database: Database, clock: Clock) -> None:
        DeskStore.__init__(self, database, clock)
        Remembered.__init__(self, database, clock, self._ids.new, self._spoilt_record)

    # --- sessions ---

    def begin_session(self, kind: SessionKind, target: str, title: str, planned_seconds: float, intervals: int) -> int:
        """Note that a session of the routine or test `target` began, and its id."""
        number = self._new_id()
        self._database.write(
            statements.BEGIN_SESSION,
            (number, kind, target, title, planned_seconds, intervals, *self._moment()),
        )
        return number

    def add_interval(
        self,
        session: int,
        index: int,
        interval: Interval,
        seconds: float,
        outcome: str,
        repetitions: int | None = None,
        named: str | None = None,
    ) -> None:
        """Note a finished interval; it is in the file when this returns. `seconds` without pauses; `named` is the
        exercise as the routine's file names it, where another was done in its place.
        """
        self._drop_folded_with(session)
        number = self._new_id()
        if named is not None and named != interval.exercise:
            self._database.write(statements.ADD_STAND_IN, (number, named))
        self._database.write(
            statements.ADD_INTERVAL,
            (
                *(number, session, index, interval.kind, interval.exercise, interval.set, interval.side),
                *(seconds, outcome, repetitions),
                *self._moment(),
            ),
        )

    def plan_session(self, session: int, intervals: int) -> None:
        """Note that a session has another number of intervals now."""
        self._database.write(statements.PLAN_SESSION, (intervals, session))

    def begun_of_session(self, session: int) -> datetime | None:
        """The moment at which a session began; None where there is none, or it cannot be read."""
        found = self._database.read("SELECT started_utc, started_offset_seconds FROM session WHERE id = ?", (session,))
        return next(iter(self._readable("session", lambda row: from_row(*row), found)), None)

    def finish_session(self, session: int, how: SessionEnd) -> None:
        """Note how a session ended: finished, ended (by the person), pain, or abandoned (never taken up again)."""
        self._database.write(statements.FINISH_SESSION, (how, *self._moment(), session))
        self._database.bring_home()

    def rate_session(self, session: int, effort: int | None, pain: int | None) -> None:
        """Note effort and pain, 0 to 10 each; None where not told."""
        uid = self.uid_of_session(session)
        if uid is not None:
            self._database.write(statements.TOUCH_NOTE, (self._new_id(), uid, "session", session, *self._moment()))
        self._database.write(statements.RATE_SESSION, (effort, pain, session))
        self._database.bring_home()

    def uid_of_session(self, session: int) -> str | None:
        """The uid of the session with this id; None where there is none."""
        noted = self._database.read("SELECT uid FROM note WHERE type = 'session' AND item = ?", (session,))
        if noted:
            return str(noted[0][0])
        begun = self._database.read("SELECT started_utc FROM session WHERE id = ?", (session,))
        return uid_of("session", session, str(begun[0][0])) if begun else None

    def is_untouched(self, own_settings: Iterable[str]) -> bool:
        """Whether nothing was ever done, told or set by a person; `own_settings` the program keeps by itself. A file
        that cannot be used may hold anything.
        """
        return self.is_whole and untouched.is_untouched(self._database, own_settings)

    @property
    def overview(self) -> Overview:
        """What was done, page by page and counted where it is kept: for a history that is long."""
        return Overview(self._database, self._spoilt_record)

    def unfinished(self) -> Unfinished | None:
        """The last session, if it has no end, something left, and was alive within twelve hours of now.

        A test is offered from its beginning: its answers belong together. A session that a clock once wrong put into
        the future is not the last one, unless it is the only one lately: then the clock was set back meanwhile.
        """
        now = self._clock.wall()
        lately = self._database.read(
            f"SELECT {rows.SESSION}, 0, 0 FROM session s WHERE started_utc >= ?",  # noqa: S608 - our own columns
            (utc_text(now - LATELY),),
        )
        found = self._readable("session", rows.session_of, lately)
        last = max(found, key=lambda record: (record.started <= now, record.started, record.id), default=None)
        if last is None or last.how is not None:
            return None
        done = self.intervals(last.id)
        alive = done[-1].finished if done else last.started
        coming = 0 if last.kind == "test" else following(done)
        if coming == last.intervals or abs(now - alive) > RESUMABLE:
            return None
        return Unfinished(last.id, last.kind, last.target, last.title, coming, last.intervals, last.started)

    def sessions(self, limit: int | None = None) -> list[SessionRecord]:
        """Sessions, newest first, without those that lie in the future (of a clock that was once wrong)."""
        horizon = self._clock.wall() + AHEAD
        return [record for record in self._sessions() if record.started <= horizon][:limit]

    def _sessions(self) -> list[SessionRecord]:
        found = self._database.read(
            f"SELECT {SESSION_TOLD}, coalesce(sum({SECONDS}), 0),"  # noqa: S608 - our own columns
            " count(DISTINCT CASE WHEN i.outcome = 'done' THEN i.position END)"
            " FROM session s LEFT JOIN interval i ON i.session = s.id GROUP BY s.id"
        )
        records = self._readable("session", rows.session_of, found)
        return sorted(records, key=lambda record: (record.started, record.id), reverse=True)

    def intervals(self, session: int) -> list[IntervalRecord]:
        """The finished intervals of a session, in the order of finishing."""
        found = self._database.read(
            f"SELECT {rows.INTERVAL} FROM interval WHERE session = ? ORDER BY id",  # noqa: S608 - our own columns
            (session,),
        )
        return self._readable("interval", rows.interval_of, found)

    def planned_intervals(self, session: int) -> int:
        """How many intervals a session had when it was begun; 0 where that cannot be read."""
        found = self._database.read("SELECT intervals FROM session WHERE id = ?", (session,))
        return next((count for (count,) in found if isinstance(count, int)), 0)

    # --- tests ---

    def add_test(self, test_id: str, result: Mapping[str, Any]) -> int:
        """Keep a test's result (JSON values: `Result.as_json()`), and its id."""
        number = self._new_id()
        self._database.write(statements.ADD_TEST, (number, test_id, strict_json.write(result), *self._moment()))
        self._database.bring_home()
        return number

    def tests(self, test_id: str | None = None) -> list[TestRecord]:
        """Results, newest first, without those that lie in the future; of one test, or of all."""
        horizon = self._clock.wall() + AHEAD
        return [record for record in self._tests() if record.at <= horizon and test_id in (None, record.test_id)]

    def tests_until(self, moment: datetime) -> list[TestRecord]:
        """Results by a moment (aware), newest first; it may lie in the future."""
        return [record for record in self._tests() if record.at <= moment]

    def tests_of_late(self, since: datetime, until: datetime) -> list[TestRecord]:
        """Results between two moments (aware), and of each test the last one before them, newest first."""
        found = measured.of_late(self._database, self._test, since, until)
        return [record for record in found if record.at <= until]

    def last_tests(self) -> list[TestRecord]:
        """The last result of each test, newest first, without those that lie in the future."""
        horizon = self._clock.wall() + AHEAD
        return self.tests_of_late(horizon, horizon)

    def newest_tests(self, test_id: str, limit: int) -> list[TestRecord]:
        """So many results of one test, newest first, without those that lie in the future."""
        return measured.newest(self._database, self._test, test_id, self._clock.wall() + AHEAD, limit)

    def _test(self, row: rows.Row) -> TestRecord | None:
        return next(iter(self._readable("test", rows.test_of, [row])), None)

    def _tests(self) -> list[TestRecord]:
        found = self._database.read(f"SELECT {rows.TEST} FROM test")  # noqa: S608 - our own columns
        records = self._readable("test", rows.test_of, found)
        return sorted(records, key=lambda record: (record.at, record.id), reverse=True)

    def _spoilt_record(self, kind: str) -> None:
        self._say(Unreadable(_KINDS.get(kind, "note")))

    # --- history ---

    def history(self, title_of: Callable[[str, str], str] = lambda _kind, _id: "") -> list[HistoryEntry]:
        """Sessions, tests and reminders, oldest first, those dated in the future too. `title_of(kind, id)` names tests
        and reminders.
        """
        return entries(self._sessions()[::-1], self._all_intervals(), self._tests()[::-1], self._reminders(), title_of)

    def _all_intervals(self) -> dict[int, list[IntervalRecord]]:
        """The finished intervals of every session, by its id."""
        found = self._database.read(f"SELECT {rows.INTERVAL}, session FROM interval ORDER BY id")  # noqa: S608
        kept = self._readable("interval", lambda row: (row[-1], rows.interval_of(row)), found)
        by_session: dict[int, list[IntervalRecord]] = {}
        for session, interval in kept:
            by_session.setdefault(session, []).append(interval)
        return by_session
