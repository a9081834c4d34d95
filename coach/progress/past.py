"""What was done and told, as the rules of progression look at it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar, get_args

from coach import strict_json
from coach.progress.database import Database
from coach.progress.moments import from_row, utc_text
from coach.progress.portable.shelf import uid_of
from coach.progress.schema import ROUTINE
from coach.progression.past import End, Kind, Morning, Pain, Session, Work
from coach.values import dataclass

T = TypeVar("T")

Row = Sequence[Any]
Spoilt = Callable[[str], None]

_KINDS, _ENDS, _MORNINGS = get_args(Kind), get_args(End), get_args(Morning)
_NOTHING_TOLD = (None, "{}")
"""The body of a note that has nothing but its moment, as of nearly every session."""

_SESSIONS = (
    "SELECT s.id, s.kind, s.target, s.started_utc, s.started_offset_seconds, s.how, s.effort, s.pain, n.uid, n.body"
    " FROM session s LEFT JOIN note n ON n.item = s.id AND n.type = 'session'"
)
_WORK = (
    "SELECT i.session, i.position, i.exercise, i.outcome, t.named"
    " FROM interval i LEFT JOIN stand_in t ON t.interval = i.id WHERE i.kind = 'work' AND i.exercise IS NOT NULL"
)
_INSIDE = " AND i.session IN (SELECT id FROM session s WHERE "
_PAINS = "SELECT session, exercise, pain FROM pain i WHERE true"

_ROUTINES = (
    f"WITH RECURSIVE each (routine) AS (SELECT min({ROUTINE}) FROM session UNION ALL"  # noqa: S608  (the schema's own)
    f" SELECT (SELECT min({ROUTINE}) FROM session WHERE {ROUTINE} > routine) FROM each WHERE routine IS NOT NULL)"
    " SELECT routine FROM each WHERE routine IS NOT NULL"
)
"""Each once, from one to the next in the index; SELECT DISTINCT reads all of it, every session."""

_VERSION = (
    "SELECT (SELECT version FROM past), (SELECT max(id) FROM interval), (SELECT max(id) FROM pain),"
    " (SELECT count(*) FROM pain), (SELECT max(id) FROM test), (SELECT count(*) FROM test)"
)
_TOLD_VERSION = (
    "SELECT count(*), group_concat(changed_utc || type || length(body) || body, ' ') FROM note"
    " WHERE item IS NULL AND type IN ('choice', 'conditions')"
)


def version(database: Database) -> tuple[Any, ...]:
    """Another one whenever a session, a test, or what was told or chosen is another: not when a reminder came or a
    setting was made, which happens often.
    """
    rows = [*database.read(_VERSION), *database.read(_TOLD_VERSION)]
    return tuple(hash(value) for row in rows for value in row)


@dataclass(frozen=True, slots=True)
class Span:
    """The sessions asked for: of a routine by its own id, as plans have it too, or all; those that began at the moment
    `since` or later, later than `after`, and at `until` or earlier.
    """

    routine: str | None = None
    since: datetime | None = None
    after: datetime | None = None
    until: datetime | None = None

    def where(self) -> tuple[str, tuple[str, ...]]:
        """The condition on a session, and its values."""
        moments = {">=": self.since, ">": self.after, "<=": self.until}
        asked = [(f"{ROUTINE} = ?", self.routine)] if self.routine is not None else []
        asked += [(f"started_utc {sign} ?", utc_text(at)) for sign, at in moments.items() if at is not None]
        return " AND ".join(condition for condition, _ in asked), tuple(value for _, value in asked)


def sessions(database: Database, spoilt: Spoilt, span: Span, *, with_work: bool = True) -> list[Session]:
    """The sessions, the oldest first. Without their work they are read faster."""
    which, values = span.where()
    rows = database.read(f"{_SESSIONS}{' WHERE ' if which else ''}{which}", values)
    if not rows:
        return []
    inside = f"{_INSIDE}{which})" if which else ""
    work = _by_session(database.read(f"{_WORK}{inside} ORDER BY i.id", values), _work, spoilt) if with_work else {}
    pains = _by_session(database.read(f"{_PAINS}{inside} ORDER BY id", values), _pain, spoilt)
    found = []
    for row in rows:
        try:
            found.append(_session(row, tuple(pains.get(row[0], ())), tuple(work.get(row[0], ()))))
        except (ValueError, OverflowError, TypeError):
            spoilt("session")
    return sorted(found, key=lambda session: (session.started, session.uid))


def routines(database: Database) -> frozenset[str]:
    """The routines, by their own ids, of which there is any session; other kinds may be among them."""
    return frozenset(str(row[0]) for row in database.read(_ROUTINES))


def next_moment(database: Database, after: datetime) -> datetime | None:
    """When the first session or test later than a moment began; None where there is none, or it cannot be read."""
    told = utc_text(after)
    [(found,)] = database.read(
        "SELECT min(utc) FROM (SELECT min(started_utc) AS utc FROM session WHERE started_utc > ?"
        " UNION ALL SELECT min(at_utc) FROM test WHERE at_utc > ?)",
        (told, told),
    ) or [(None,)]
    try:
        return None if found is None else from_row(found, 0)
    except (ValueError, OverflowError):
        return None


def _by_session(rows: Sequence[Row], read: Callable[[Row], T], spoilt: Spoilt) -> dict[int, list[T]]:
    """What the rows hold besides their first column, by that. Equal ones are read once: most are like thousands."""
    found: dict[int, list[T]] = defaultdict(list)
    known: dict[Row, T] = {}
    for session, *told in rows:
        row = tuple(told)
        one = known.get(row)
        if one is None:
            try:
                one = known[row] = read(row)
            except (ValueError, TypeError):
                spoilt("interval")
                continue
        found[session].append(one)
    return found


def _session(row: Row, pains: tuple[Pain, ...], work: tuple[Work, ...]) -> Session:
    item, kind, target, utc, offset, how, effort, pain, uid, body = row
    told = strict_json.read(body) if body not in _NOTHING_TOLD else {}
    morning = told.get("morning") if isinstance(told, dict) else None
    return Session(
        _text(target),
        from_row(utc, offset),
        _one_of(how, _ENDS),
        _rating(effort),
        _rating(pain),
        _one_of(morning, _MORNINGS),
        pains,
        work,
        _kind(kind),
        uid or uid_of("session", item, utc),
    )


def _work(row: Row) -> Work:
    index, exercise, outcome, named = row
    done = _text(exercise)
    if not isinstance(index, int):
        raise TypeError("no place")
    return Work(index, done, done if named is None else _text(named), _text(outcome))


def _pain(row: Row) -> Pain:
    exercise, pain = row
    rating = _rating(pain)
    if rating is None:
        raise ValueError("no pain")
    return Pain(_text(exercise), rating)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _kind(value: Any) -> Kind:
    if value not in _KINDS:
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
