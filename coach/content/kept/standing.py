"""What a kept library stands for: the program that judged it, and every file that it was read from."""

from __future__ import annotations

import importlib.util
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from json import dumps
from pathlib import Path

import coach
from coach.content.library_files import Look

GRAIN_NS = 2_000_000_000
"""A file that was changed so shortly before it was looked at may change again and show the same time: FAT counts in two
seconds, other systems in less (git calls such a file racily clean)."""

_CHANGED = 0 if os.name == "nt" else 3  # of a stamp: there the time of the content alone tells of a change


def standing(looks: Sequence[Look]) -> str:
    """Text that is another one once the program or a file is."""
    return dumps(
        [
            _of_program(),
            [
                [
                    [str(look.folders.routines), str(look.folders.media)],
                    look.files,
                    look.sounds,
                    [str(problem) for problem in look.problems],
                ]
                for look in looks
            ],
        ],
        separators=(",", ":"),
    )


def is_sure(looks: Sequence[Look], looked_at_ns: int) -> bool:
    """Whether no file was changed so shortly before the look that it may change again unseen."""
    last = max((stamp[_CHANGED] for look in looks for *_, stamp in look.files), default=0)
    return last < looked_at_ns - GRAIN_NS


def _of_program() -> list[object]:
    """Its version, and its files that read and judge content: in a checkout they change within a version."""
    parser = importlib.util.find_spec("yaml")
    others = [parser.origin] if parser is not None and parser.origin else []
    if getattr(sys, "frozen", False):  # all is within this one
        others.append(sys.executable)
    found = [*_sources(str(Path(__file__).parent.parent)), *(_source(file) for file in others)]
    return [coach.__version__, sys.version, unicodedata.unidata_version, found]


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # within one file, as a frozen program is: its version tells
        return
    for entry in entries:
        if entry.name.endswith(".py"):
            status = entry.stat()
            yield entry.path, status.st_mtime_ns, status.st_size
        elif entry.is_dir() and not entry.name.startswith((".", "_")):
            yield from _sources(entry.path)


def _source(file: str) -> tuple[str, int, int]:
    try:
        status = os.stat(file)  # noqa: PTH116  as above
    except OSError:
        return file, 0, 0
    return file, status.st_mtime_ns, status.st_size
