"""Routines that the program keeps as files of the person's own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path

from coach.content.catalogue import Catalogue
from coach.content.model import Routine
from coach.content.writing import routine_text
from coach.files import is_there, make_private, write_whole
from coach.progress.folders import Home
from coach.values import replace


def file_of(home: Home, ident: str) -> Path:
    """Where the person's own routine of this id lies, or would."""
    return home.routines / "guided" / f"{ident}.yaml"


def is_taken(home: Home, catalogue: Catalogue, ident: str) -> bool:
    """Whether there is such a routine, or a file in its place."""
    return ident in catalogue.routines or is_there(file_of(home, ident))


def free_id(home: Home, catalogue: Catalogue, wanted: str) -> str:
    """The id `wanted`, or the first free one of `wanted-2`, `wanted-3` and so on."""
    return next(ident for ident in _numbered(wanted) if not is_taken(home, catalogue, ident))


def kept_as(home: Home, routine: Routine, wanted: str) -> str | None:
    """The id under which the very same routine is kept already: `wanted`, or one that follows it."""
    there = takewhile(lambda ident: is_there(file_of(home, ident)), _numbered(wanted))
    return next((ident for ident in there if _is_same(home, routine, ident)), None)


def _numbered(wanted: str) -> Iterator[str]:
    return (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))


def _is_same(home: Home, routine: Routine, ident: str) -> bool:
    """Whether the file of this id is what `keep_routine` writes of the routine."""
    path = file_of(home, ident)
    return path.is_file() and path.read_bytes() == routine_text(replace(routine, id=ident)).encode()


def keep_routine(home: Home, routine: Routine, ident: str) -> Path:
    """Write the routine as one of the person's own with this id; its file. OSError where it cannot be written."""
    path = file_of(home, ident)
    make_private(path.parent)
    write_whole(path, routine_text(replace(routine, id=ident)))
    return path


def take_back(home: Home, routine: Routine, ident: str) -> bool:
    """Delete what `keep_routine` wrote; False where somebody has changed it since, or it is gone. OSError where it
    cannot be deleted.
    """
    if not _is_same(home, routine, ident):
        return False
    file_of(home, ident).unlink()
    return True
