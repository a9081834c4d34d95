"""Rows of the data file into records. A row that somebody, or a fault of the disk, has spoilt is a ValueError."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, get_args

from coach import strict_json
from coach.progress.moments import from_row
from coach.progress.records import (
    IntervalRecord,
    SessionEnd,
    SessionRecord,
    TestRecord,
)
from coach.session.timeline import SessionKind

Row = Sequence[Any]

SESSION = (
    "s.id, s.kind, s.target, s.title, s.planned_seconds, s.intervals, s.started_utc, s.started_offset_seconds,"
    " s.ended_utc, s.ended_offset_seconds, s.how, s.effort, s.pain"
)
INTERVAL = (
    "position, kind, exercise, set_number, side, seconds, outcome, repetitions, finished_utc, finished_offset_seconds"
)
TEST = "id, test, result, at_utc, at_offset_seconds"
"""The columns that the readers below take, in this order."""


def session_of(row: Row) -> SessionRecord:
    """SESSION, the seconds of its intervals, and how many of them are done."""
    return SessionRecord(
        _whole(row[0]),
        _one_of(row[1], get_args(SessionKind)),
        *(_text(row[2]), _text(row[3]), _seconds(row[4]), _whole(row[5])),
        from_row(row[6], row[7]),
        None if row[8] is None else from_row(row[8], row[9]),
        None if row[10] is None else _one_of(row[10], get_args(SessionEnd)),
        *(_or_none(row[11]), _or_none(row[12]), _seconds(row[13]), _whole(row[14])),
    )


def interval_of(row: Row) -> IntervalRecord:
    """INTERVAL, the columns in that order."""
    exercise, side = (None if value is None else _text(value) for value in (row[2], row[4]))
    return IntervalRecord(
        *(_whole(row[0]), _text(row[1]), exercise, _or_none(row[3]), side),
        *(_seconds(row[5]), _text(row[6]), _or_none(row[7]), from_row(row[8], row[9])),
    )


def test_of(row: Row) -> TestRecord:
    """TEST, the columns in that order; its result is judged as a whole, so that none that is half readable gets by."""
    test = _text(row[1])
    result = strict_json.read(_text(row[2]))
    if not isinstance(result, dict):
        raise ValueError("no result of a test")
    record = TestRecord(_whole(row[0]), test, from_row(row[3], row[4]), result)
    _ = record.scored  # judges it
    return record


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _one_of(value: Any, words: Sequence[str]) -> Any:
    if value not in words:
        raise ValueError(f"none of {', '.join(words)}")
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("no whole number")
    return value


def _or_none(value: Any) -> int | None:
    return None if value is None else _whole(value)


def _seconds(value: Any) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        raise ValueError("no length of time")
    return float(value)
