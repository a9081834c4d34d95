"""What was lowered and what it was before: in a file before anything is lowered, so that a crash is made good.

A sound server remembers a program's volume beyond the end of its stream, so what a stream owned that ended while it was
lowered stays owed to the next one of the same program that comes up exactly as soft.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from coach import strict_json
from coach.files import make_private, write_whole
from coach.sound.others.streams import Stream
from coach.values import as_dict, dataclass, replace

MOST = 50  # debts; older ones are given up


@dataclass(frozen=True, slots=True)
class Lowered:
    """A stream, or what is owed to its program, with its volume before and as we set it."""

    index: str
    owner: str
    before: tuple[int, ...]
    after: tuple[int, ...]

    def is_of(self, stream: Stream) -> bool:
        """Whether it is this very stream, of the same program."""
        return (stream.index, stream.owner) == (self.index, self.owner)

    def is_owed_to(self, stream: Stream) -> bool:
        """Another stream of the same program that came up as soft as we left it."""
        return (stream.owner, stream.volume) == (self.owner, self.after)


class Ledger:
    """The entries of one file. A file that cannot be read holds none; writing raises OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.entries: tuple[Lowered, ...] = tuple(_read(path))

    def write(self, entries: Iterable[Lowered]) -> None:
        """Keep exactly these. OSError where the file cannot be written."""
        kept = tuple(entries)[-MOST:]
        if kept == self.entries:
            return
        if kept:
            make_private(self._path.parent)
            write_whole(self._path, strict_json.write([as_dict(entry) for entry in kept]))
        else:
            self._path.unlink(missing_ok=True)
        self.entries = kept


def lowering(
    playing: Sequence[Stream], entries: Sequence[Lowered], share: float, may: Callable[[Stream], bool]
) -> tuple[list[tuple[Stream, Lowered]], tuple[Lowered, ...]]:
    """Which streams to lower, each with its entry, and all entries that are then to be kept.

    Only those that `may` be. A stream that is lowered already is left alone; one that came up lowered is taken for what
    it was before.
    """
    due: list[tuple[Stream, Lowered]] = []
    kept = list(entries)
    for stream in playing:
        if not may(stream) or any(entry.is_of(stream) for entry in kept):
            continue
        owed = next((entry for entry in kept if entry.is_owed_to(stream) and not _lives(entry, playing)), None)
        if owed is not None:
            kept[kept.index(owed)] = replace(owed, index=stream.index)
            continue
        after = tuple(int(volume * share) for volume in stream.volume)
        if after != stream.volume:
            entry = Lowered(stream.index, stream.owner, stream.volume, after)
            due.append((stream, entry))
            kept.append(entry)
    return due, tuple(kept)


def giving_back(
    playing: Sequence[Stream], entries: Sequence[Lowered]
) -> tuple[list[tuple[Stream, Lowered]], tuple[Lowered, ...]]:
    """Which streams get their volume back, and the entries that are still owed.

    A stream whose volume is not as we left it was changed by the person, and is theirs.
    """
    due: list[tuple[Stream, Lowered]] = []
    owed: list[Lowered] = []
    for entry in entries:
        own = next((stream for stream in playing if entry.is_of(stream)), None)
        taken = [stream for stream, _ in due]
        heir = next((one for one in playing if entry.is_owed_to(one) and one not in taken), None)
        if own is not None and own.volume == entry.after:
            due.append((own, entry))
        elif own is None and heir is not None and not any(other.is_of(heir) for other in entries):
            due.append((heir, entry))
        elif own is None:
            owed.append(entry)
    return due, tuple(owed)


def _lives(entry: Lowered, playing: Sequence[Stream]) -> bool:
    return any(entry.is_of(stream) for stream in playing)


def _read(path: Path) -> Iterable[Lowered]:
    """What the file holds; an entry that cannot be read hides no other."""
    kept: Any = None
    with suppress(OSError, ValueError):
        kept = strict_json.read(path.read_bytes())
    for one in kept if isinstance(kept, list) else ():
        with suppress(ValueError, TypeError, KeyError):
            yield Lowered(str(one["index"]), str(one["owner"]), _whole(one["before"]), _whole(one["after"]))


def _whole(numbers: Iterable[object]) -> tuple[int, ...]:
    return tuple(int(str(number)) for number in numbers)
