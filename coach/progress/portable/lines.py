"""The lines of a history file: its first one, and a record in each further one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from coach import strict_json
from coach.progress.portable.form import TYPES, Record, WrongRecordError, fitting, moment_of, moment_text, written

FORMAT, VERSION = "posture-coach-history", 1


class NoHistoryError(Exception):
    """The file is no history, or one that this version does not know; the sentence says which."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that cannot be used, by its number from 1, and why."""

    number: int
    why: str

    def __str__(self) -> str:
        return f"line {self.number} {self.why}; it is left out"


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
        except WrongRecordError as wrong:
            left_out.append(LeftOut(number, str(wrong)))
        except ValueError:  # of JSON, or of UTF-8
            left_out.append(LeftOut(number, "is not JSON"))
    return records, left_out


def _look_at(first: bytes) -> None:
    try:
        head = strict_json.read(first)
    except ValueError:
        head = None
    version = head.get("version") if isinstance(head, dict) and head.get("format") == FORMAT else None
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise NoHistoryError("not a history of Posture Coach")
    if version > VERSION:
        raise NoHistoryError("made by a newer version of Posture Coach")
