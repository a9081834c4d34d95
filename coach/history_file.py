"""What the program remembers, as a file of lines (docs/history.md): written and taken in, for window and command."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from coach import settings
from coach.files import write_whole
from coach.progress.portable.form import Record
from coach.progress.portable.lines import read, write
from coach.progress.portable.merging import Merged
from coach.progress.portable.wrong import (
    FileProblem,
    LeftOut,
    NoHistoryError,
    OfFile,
    Unusable,
    WrongRecordError,
    WrongSetting,
)
from coach.unfit import UnfitError
from coach.values import dataclass
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
    """Carries what the matter is, for `words.history_file`. `is_input`: the file is at fault, not this machine."""

    def __init__(self, problem: FileProblem, *, is_input: bool = False) -> None:
        super().__init__(problem)
        self.problem, self.is_input = problem, is_input


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
        raise HistoryFileError(OfFile("not-written", path, error.strerror or str(error))) from None


@dataclass(frozen=True, slots=True)
class HistoryFile:
    """The records of a file, and the lines of it that cannot be used."""

    records: list[Record]
    left_out: list[LeftOut]


def load(path: Path) -> HistoryFile:
    """What is in the file. HistoryFileError where it cannot be read or is no history."""
    try:
        data = _bytes_of(path)
    except OSError as error:
        raise HistoryFileError(OfFile("not-read", path, error.strerror or str(error))) from None
    try:
        return HistoryFile(*read(data, _judge_setting))
    except NoHistoryError as error:
        raise HistoryFileError(OfFile("newer" if error.is_newer else "no-history", path), is_input=True) from None


def _bytes_of(path: Path) -> bytes:
    """What a file or a pipe holds. HistoryFileError for what is too large, or, as a device, has no end; OSError."""
    with path.open("rb") as file:
        told = os.fstat(file.fileno())
        if stat.S_ISCHR(told.st_mode) or stat.S_ISBLK(told.st_mode):
            raise HistoryFileError(OfFile("no-history", path), is_input=True)
        if told.st_size <= MOST_BYTES and len(data := file.read(MOST_BYTES + 1)) <= MOST_BYTES:
            return data
    raise HistoryFileError(OfFile("too-large", path), is_input=True)


def _judge_setting(record: Record) -> None:
    """A setting that this version knows is one that it can use; what another version has is kept as it is."""
    known = _SETTINGS.get(record["key"]) if record["type"] == "setting" else None
    try:
        if known is not None:
            known.read(record["value"])
    except UnfitError as error:
        raise WrongRecordError(WrongSetting(record["key"], error.unfit)) from None
    except (ValueError, TypeError):
        raise WrongRecordError(WrongSetting(record["key"])) from None


def take(store: Store, file: HistoryFile, language: Language = ENGLISH) -> str:
    """Merge the records into the store, all or none; what was taken, in words. HistoryFileError. A thread of its own
    may do it while the program goes on.
    """
    look_at(store)
    merged = store.take_in(file.records)
    if not isinstance(merged, Merged):
        raise HistoryFileError(merged)
    return taken(language, merged.taken, merged.known, len(file.left_out))


def look_at(store: Store) -> None:
    """HistoryFileError where the data file cannot be used: what was read of it may not be all."""
    if not store.is_whole:
        raise HistoryFileError(Unusable(store.notices[-1] if store.notices else None))
