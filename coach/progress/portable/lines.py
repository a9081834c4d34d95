"""The lines of a history file: its first one, and a record in each further one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from coach import strict_json
from coach.progress.portable.form import TYPES, Record, fitting, moment_of, moment_text, written
from coach.progress.portable.wrong import LeftOut, NoHistoryError, WrongRecordError

FORMAT, VERSION = "posture-coach-history", 1


def write(records: Iterable[Record], now: datetime) -> Iterator[str]:
    """The lines of a file, without their ends: sorted by what they tell of and by their moments."""
    yield written({"format": FORMAT, "version": VERSION, "exported": moment_text(now)})
    for record in sorted(records, key=_sorted_by):
        yield written(record)


def _sorted_by(record: Record) -> tuple[int, datetime, str]:
    when = record.get("started") or record.get("at") or record["changed"]
    return TYPES.index(record["type"]), moment_of(when), record["uid"]


def read(text: bytes, judge: Callable[[Record], object] = lambda _record: None) -> tuple[list[Record], list[LeftOut]]:
    """The records of a file, and what of it cannot be used, for which `judge` may raise WrongRecordError, too.
    NoHistoryError where the first line is not ours.
    """
    first, *lines = text.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    _look_at(first)
    records: list[Record] = []
    left_out: list[LeftOut] = []
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        try:
            record = fitting(strict_json.read(line))
            judge(record)
            records.append(record)
        except WrongRecordError as error:
            left_out.append(LeftOut(number, error.wrong))
        except ValueError:  # of JSON, or of UTF-8
            left_out.append(LeftOut(number, "no-json"))
    return records, left_out


def _look_at(first: bytes) -> None:
    try:
        head = strict_json.read(first)
    except ValueError:
        head = None
    version = head.get("version") if isinstance(head, dict) and head.get("format") == FORMAT else None
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise NoHistoryError(is_newer=False)
    if version > VERSION:
        raise NoHistoryError(is_newer=True)
