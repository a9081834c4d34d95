"""The days of a long past: counted where sessions are kept, and then kept themselves, since a streak asks for all."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import compress
from typing import Any

from coach import strict_json
from coach.progress.database import Database
from coach.progress.folded import FoldedPast, State
from coach.progress.moments import utc_text
from coach.progression.past import Days

_DAYS = (
    "SELECT date(s.started_utc, s.started_offset_seconds || ' seconds') AS day, max(s.how IS 'finished'),"
    " max(max(coalesce(s.pain, 0),"
    "   coalesce((SELECT max(p.pain) FROM pain p WHERE p.session = s.id), 0))) >= ?, count(*)"
    " FROM session s WHERE s.started_utc > ? AND s.started_utc < ? GROUP BY day"
)
_MEASURED = "SELECT DISTINCT date(at_utc, at_offset_seconds || ' seconds') FROM test WHERE at_utc < ?"
_OF_ALL = ""
EVERY = 64
"""So many sessions are counted anew before what they come to is kept (our choice)."""

_A_MOMENT = timedelta(milliseconds=1)
_ZERO_OR_ONE = bytes.maketrans(b"01", b"\x00\x01")


def days(database: Database, before: datetime, pain_from: int, *, keep: bool) -> Days:
    """The dates of the sessions that began before a moment: with something finished, a test as well, and with so much
    pain. Where it is worth it they are kept, if `keep` allows it: not for moments that nobody asks for again.
    """
    kept, version, rules = FoldedPast(database), database.version, f"pain-from-{pain_from}"
    state = kept.newest(_OF_ALL, before - _A_MOMENT, lambda _until: rules)
    known = _read(state.state) if state is not None else Days()
    if known is None:  # somebody edited the file
        state, known = None, Days()
    after = "" if state is None else utc_text(state.until)
    read = database.read(_DAYS, (pain_from, after, utc_text(before)))
    rows = [(day, *others) for text, *others in read if (day := _date(text)) is not None]
    found = Days(
        known.finished.union(day for day, is_finished, _, _ in rows if is_finished),
        known.with_pain.union(day for day, _, has_pain, _ in rows if has_pain),
    )
    count = sum(number for *_, number in rows)
    if keep and count >= EVERY:
        number = count + (0 if state is None else state.number)
        made = State(before - _A_MOMENT, number, rules, strict_json.write(_written(found)))
        kept.keep(_OF_ALL, [made], version, base=None)
    measured = map(_date, (text for (text,) in database.read(_MEASURED, (utc_text(before),))))
    return Days(found.finished.union(day for day in measured if day is not None), found.with_pain)


def _date(text: str | None) -> date | None:
    """What SQLite made of a moment; None where that is no date, as of a row that somebody edited: to SQLite a number of
    a few digits is a day in the years before our calendar.
    """
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        return None


def _written(found: Days) -> list[Any]:
    return [_bits(found.finished), _bits(found.with_pain)]


def _bits(dates: frozenset[date]) -> list[Any]:
    """The first date, and a bit for each day from there on: thirteen years are half a thousand bytes."""
    ordinals = [day.toordinal() for day in dates]
    first = min(ordinals, default=1)
    bits = bytearray((max(ordinals, default=1) - first) // 8 + 1) if ordinals else bytearray()
    for ordinal in ordinals:
        bits[(ordinal - first) // 8] |= 1 << (ordinal - first) % 8
    return [first, bits.hex()]


def _read(text: str) -> Days | None:
    try:
        finished, with_pain = strict_json.read(text)
        return Days(_dates(*finished), _dates(*with_pain))
    except (ValueError, TypeError, OverflowError):
        return None


def _dates(first: int, bits: str) -> frozenset[date]:
    number = int.from_bytes(bytes.fromhex(bits), "little")
    each = f"{number:b}"[::-1].encode().translate(_ZERO_OR_ONE)  # of thousands of days no loop of ours is as quick
    return frozenset(map(date.fromordinal, compress(range(first, first + len(each)), each)))
