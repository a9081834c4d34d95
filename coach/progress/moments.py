"""A moment in two columns: UTC as sortable text, and the local offset that it was lived in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

FIRST_YEAR, LAST_YEAR = 1, 9999  # at the ends of the calendar an offset leads out of it
DAY_SECONDS = 86400


def utc_text(moment: datetime) -> str:
    """UTC to the millisecond, like 2026-05-14T07:30:00.000Z; sorts by time as text."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def to_row(moment: datetime) -> tuple[str, int]:
    """The two columns of an aware `moment`."""
    offset = moment.utcoffset()
    assert offset is not None, "moments carry their offset"
    return utc_text(moment), round(offset.total_seconds())


def row_of_text(told: str) -> tuple[str, int]:
    """The two columns of a moment in ISO 8601 with its offset and no more than milliseconds: what `to_row` makes of it,
    in half of the time.
    """
    moment = datetime.fromisoformat(told)
    offset = moment.utcoffset()
    assert offset is not None, "moments carry their offset"
    utc = moment.replace(tzinfo=None) - offset
    return f"{utc.isoformat(timespec='milliseconds')}Z", offset.days * DAY_SECONDS + offset.seconds


def from_row(utc: object, offset_seconds: object) -> datetime:
    """The moment as it was on the clock on the wall then. ValueError where the two columns hold none."""
    if not isinstance(utc, str) or isinstance(offset_seconds, bool) or not isinstance(offset_seconds, int):
        raise ValueError("no moment")
    moment = datetime.fromisoformat(utc)
    if moment.utcoffset() is None or not FIRST_YEAR < moment.year < LAST_YEAR or abs(offset_seconds) >= DAY_SECONDS:
        raise ValueError("no moment that anybody lived")
    return moment.astimezone(timezone(timedelta(seconds=offset_seconds)))
