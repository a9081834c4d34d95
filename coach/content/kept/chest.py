"""A file of named pieces of text that is there whole and as it was written, or not at all."""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator, KeysView, Mapping
from json import dumps, loads
from pathlib import Path

from coach.files import make_private, written_aside

_HEAD = "posture-coach kept library 1 {:08x} {:016x}\n"
_HEAD_BYTES = len(_HEAD.format(0, 0))
MOST_BYTES = 128 * 1024 * 1024
"""Ten thousand of a person's own files, as many as a library may have, come to a quarter of it."""

Pieces = Mapping[str, Mapping[str, str]]
"""Texts in ASCII by shelf and name."""


class Chest:
    """The pieces of a file, each cut out when it is asked for. `stands_for` is the text that they were written with."""

    def __init__(self, stands_for: str, data: bytes, shelves: Mapping[str, Mapping[str, tuple[int, int]]]) -> None:
        self.stands_for = stands_for
        self._data, self._shelves = data, shelves

    def names(self, shelf: str) -> KeysView[str]:
        """Those of a shelf, in the order in which they were written."""
        return self._shelves[shelf].keys()

    def piece(self, shelf: str, name: str) -> str:
        """KeyError where there is no such piece."""
        begin, end = self._shelves[shelf][name]
        return self._data[begin:end].decode("ascii")


def write(file: Path, stands_for: str, pieces: Pieces) -> None:
    """Write the file, in a folder that is made private. OSError where that cannot be, and then it is as it was."""
    shelves = {shelf: [[name, len(text)] for name, text in named.items()] for shelf, named in pieces.items()}
    first = dumps([stands_for, shelves], separators=(",", ":"))
    body = "\n".join((first, *(text for named in pieces.values() for text in named.values()))).encode("ascii")
    make_private(file.parent)
    if not file.is_file() or file.is_symlink() or not os.access(file, os.W_OK):
        file.unlink(missing_ok=True)  # a pipe waits for whoever reads it, a link leads elsewhere, or it is another's
    with written_aside(file) as part:
        part.touch(mode=0o600)  # it holds what the person wrote
        part.write_bytes(_HEAD.format(zlib.crc32(body), len(body)).encode() + body)


def read(file: Path) -> Chest | None:
    """The file's pieces; None where it is not there, not ours, or not as it was written."""
    data = _bytes_of(file)
    if data is None:
        return None
    body = memoryview(data)[_HEAD_BYTES:]
    if data[:_HEAD_BYTES] != _HEAD.format(zlib.crc32(body), len(body)).encode():
        return None
    try:
        end = data.find(b"\n", _HEAD_BYTES)
        end = len(data) if end < 0 else end
        stands_for, shelves = loads(data[_HEAD_BYTES:end])
        places = _places(shelves, end)
        return Chest(stands_for, data, {shelf: dict(places_of) for shelf, places_of in places})
    except (ValueError, TypeError, AttributeError, RecursionError):  # written so by somebody else
        return None


_Places = Iterator[tuple[str, list[tuple[str, tuple[int, int]]]]]


def _places(shelves: Mapping[str, list[tuple[str, int]]], end: int) -> _Places:
    begin = end + 1
    for shelf, named in shelves.items():
        places = []
        for name, length in named:
            places.append((name, (begin, begin + length)))
            begin += length + 1
        yield shelf, places


def _bytes_of(file: Path) -> bytes | None:
    """None for what is no plain file of this person's own, or can hardly be one that we wrote."""
    try:
        with open(file, "rb", opener=_without_waiting) as stream:
            found = os.fstat(stream.fileno())
            is_ours = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
            if not is_ours or not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
                return None
            return stream.read()
    except OSError:
        return None


def _without_waiting(file: str, flags: int) -> int:
    """A pipe in its place would wait for ever."""
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0))
