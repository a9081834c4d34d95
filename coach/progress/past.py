"""What was done and told, as the rules of progression look at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar, get_args

from coach import strict_json
from coach.progress.database import Database
from coach.progress.moments import from_row, utc_text
from coach.progress.portable.shelf import uid_of
from coach.progression.past import Days, End, Kind, Morning, Pain, Session, Work

T = TypeVar("T")

Row = Sequence[Any]
Spoilt = Callable[[str], None]

_SESSIONS = (
    "SELECT s.id, s.kind, s.target, s.started_utc, s.started_offset_seconds, s.how, s.effort, s.pain, n.uid, n.body"
    " FROM session s LEFT JOIN note n ON n.item = s.id AND n.type = 'session'"
)
_WORK = (
    "SELECT i.session, i.position, i.exercise, i.outcome, t.named"
    " FROM interval i LEFT JOIN stand_in t ON t.interval = i.id WHERE i.kind = 'work' AND i.exercise IS NOT NULL"
)
_DAYS = (
    "SELECT date(s.started_utc, s.started_offset_seconds || ' seconds') AS day, max(s.how IS 'finished'),"
    " max(max(coalesce(s.pain, 0), coalesce(p.pain, 0))) >= ?"
    " FROM session s LEFT JOIN (SELECT session, max(pain) AS pain FROM pain GROUP BY session) p ON p.session = s.id"
    " WHERE s.started_utc < ? GROUP BY day"
)
_INSIDE = " AND i.session IN (SELECT id FROM session WHERE "
_OF_A_ROUTINE = "(target = ? OR target GLOB ?)"


_VERSION = (
    "SELECT count(*), max(id), count(how), total(effort), total(pain), (SELECT max(id) FROM interval),"
    " (SELECT max(id) FROM pain), (SELECT max(id) FROM note), (SELECT count(*) FROM note), (SELECT max(id) FROM test),"
    " (SELECT max(changed_utc) FROM note) FROM session"
)


def version(database: Database) -> tuple[Any, ...]:
    """Another one whenever a session, a test, or what was told or chosen is another: not when a reminder came or a
    setting was made, which happens often. What is mended later leaves a note, or changes the moment of one.
    """
    return database.read(_VERSION)[0]


def sessions(
    database: Database,
    spoilt: Spoilt,
    *,
    routine: str | None = None,
    since: datetime | None = None,
    with_work: bool = True,
) -> list[Session]:
    """The sessions, the oldest first: of a routine by its own id, as plans have it too, those that began at a moment or
    later, or all of them. Without their work they are read faster.
    """
    asked: list[tuple[str, tuple[str, ...]]] = []
    if routine is not None:
        asked.append((_OF_A_ROUTINE, (routine, f"{routine}@*")))
    if since is not None:
        asked.append(("started_utc >= ?", (utc_text(since),)))
    values = tuple(value for _, each in asked for value in each)
    which = " AND ".join(condition for condition, _ in asked)
    rows = database.read(f"{_SESSIONS}{' WHERE ' if which else ''}{which}", values)
    inside = f"{_INSIDE}{which})" if which else ""
    work = _by_session(database.read(f"{_WORK}{inside} ORDER BY i.id", values), _work, spoilt) if with_work else {}
    pains = _by_session(database.read("SELECT session, exercise, pain FROM pain ORDER BY id"), _pain, spoilt)
    found = []
    for row in rows:
        try:
            found.append(_session(row, tuple(pains.get(row[0], ())), tuple(work.get(row[0], ()))))
        except (ValueError, OverflowError, TypeError):
            spoilt("session")
    return sorted(found, key=lambda session: session.started)


def days(database: Database, before: datetime, pain_from: int) -> Days:
    """The dates of the sessions that began before a moment, counted where they are kept: of twenty thousand sessions
    that is a tenth of the time that it takes to read them.
    """
    told = [
        (date.fromisoformat(day), *more) for day, *more in database.read(_DAYS, (pain_from, utc_text(before))) if day
    ]
    return Days(
        frozenset(day for day, is_finished, _ in told if is_finished),
        frozenset(day for day, _, has_pain in told if has_pain),
    )


def _by_session(rows: Sequence[Row], read: Callable[[Row], T], spoilt: Spoilt) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        try:
            found[row[0]].append(read(row))
        except (ValueError, TypeError):
            spoilt("interval")
    return found


def _session(row: Row, pains: tuple[Pain, ...], work: tuple[Work, ...]) -> Session:
    item, kind, target, utc, offset, how, effort, pain, uid, body = row
    told = strict_json.read(body) if body is not None else {}
    morning = told.get("morning") if isinstance(told, dict) else None
    return Session(
        _text(target),
        from_row(utc, offset),
        _one_of(how, get_args(End)),
        _rating(effort),
        _rating(pain),
        _one_of(morning, get_args(Morning)),
        pains,
        work,
        _kind(kind),
        uid or uid_of("session", item, utc),
    )


def _work(row: Row) -> Work:
    done = _text(row[2])
    if not isinstance(row[1], int):
        raise TypeError("no place")
    return Work(row[1], done, done if row[4] is None else _text(row[4]), _text(row[3]))


def _pain(row: Row) -> Pain:
    rating = _rating(row[2])
    if rating is None:
        raise ValueError("no pain")
    return Pain(_text(row[1]), rating)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _kind(value: Any) -> Kind:
    if value not in get_args(Kind):
        raise ValueError("no kind")
    return value  # type: ignore[no-any-return]


def _one_of(value: Any, words: tuple[str, ...]) -> Any:
    if value is not None and value not in words:
        raise ValueError(f"none of {words}")
    return value


def _rating(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or not 0 <= value <= 10):
        raise ValueError("no rating")
    return value
