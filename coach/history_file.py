"""What the program remembers, as a file of lines (docs/history.md): written and taken in, for window and command."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coach import settings
from coach.files import write_whole
from coach.progress.portable.form import Record, WrongRecordError
from coach.progress.portable.lines import LeftOut, NoHistoryError, read, write
from coach.words.language import ENGLISH, Language
from coach.words.portable import taken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from coach.progress.store import Store

MOST_BYTES = 1024 * 1024 * 1024
"""Of a file that is taken in: a hundred years of sessions are smaller; more is not held in memory."""


_SETTINGS = {setting.name: setting for setting in settings.ALL}


class HistoryFileError(Exception):
    """Carries one sentence for the person. `is_input`: the file is at fault, not this machine."""

    def __init__(self, sentence: str, *, is_input: bool = False) -> None:
        super().__init__(sentence)
        self.is_input = is_input


def lines_of(store: Store, now: datetime, *, with_settings: bool = False) -> Iterator[str]:
    """All that the store remembers. HistoryFileError where its file cannot be used: it may not be all."""
    look_at(store)
    shown = [one for one in store.shelf().records() if with_settings or one["type"] != "setting"]
    look_at(store)
    return write(shown, now)


def save(store: Store, now: datetime, path: Path, *, with_settings: bool = False) -> None:
    """Write the file whole or not at all. HistoryFileError."""
    lines = lines_of(store, now, with_settings=with_settings)
    try:
        write_whole(path, "".join(f"{line}\n" for line in lines))
    except OSError as error:
        why = error.strerror or error
        raise HistoryFileError(f"{path} cannot be written ({why}); name a file in a folder of yours") from None


@dataclass(frozen=True, slots=True)
class HistoryFile:
    """The records of a file, and the lines of it that cannot be used."""

    records: list[Record]
    left_out: list[LeftOut]


def load(path: Path) -> HistoryFile:
    """What is in the file. HistoryFileError where it cannot be read or is no history."""
    try:
        if path.stat().st_size > MOST_BYTES:
            sentence = f"{path} is larger than a history can be; name a file that 'data export' wrote"
            raise HistoryFileError(sentence, is_input=True)
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or error
        raise HistoryFileError(f"{path} cannot be read ({why}); name a file that is there") from None
    try:
        return HistoryFile(*read(data, _judge_setting))
    except NoHistoryError as error:
        raise HistoryFileError(f"{path}: {error}", is_input=True) from None


def _judge_setting(record: Record) -> None:
    """A setting that this version knows is one that it can use; what another version has is kept as it is."""
    known = _SETTINGS.get(record["key"]) if record["type"] == "setting" else None
    try:
        if known is not None:
            known.read(record["value"])
    except (ValueError, TypeError) as error:
        raise WrongRecordError(f"has a wrong value of {record['key']}; it is {error}") from None


def take(store: Store, file: HistoryFile, language: Language = ENGLISH) -> str:
    """Merge the records into the store, all or none; what was taken, in words. HistoryFileError. A thread of its own
    may do it while the program goes on.
    """
    look_at(store)
    merged = store.take_in(file.records)
    if isinstance(merged, str):
        raise HistoryFileError(merged)
    return taken(language, merged.taken, merged.known, len(file.left_out))


def look_at(store: Store) -> None:
    """HistoryFileError where the data file cannot be used: what was read of it may not be all."""
    if not store.is_whole:
        raise HistoryFileError(store.notices[-1] if store.notices else "the data file cannot be used")
