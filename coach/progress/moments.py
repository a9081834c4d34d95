"""A moment in two columns: UTC as sortable text, and the local offset that it was lived in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


def utc_text(moment: datetime) -> str:
    """UTC to the millisecond, like 2026-05-14T07:30:00.000Z; sorts by time as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_row(moment: datetime) -> tuple[str, int]:
    """The two columns of an aware `moment`."""
    offset = moment.utcoffset()
    assert offset is not None, "moments carry their offset"
    return utc_text(moment), round(offset.total_seconds())


def from_row(utc: str, offset_seconds: int) -> datetime:
    """The moment as it was on the clock on the wall then."""
    return datetime.fromisoformat(utc).astimezone(timezone(timedelta(seconds=offset_seconds)))
