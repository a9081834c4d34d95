"""Routines that the program keeps as files of the person's own."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from coach.content.catalogue import Catalogue
from coach.content.model import Routine
from coach.content.writing import routine_text
from coach.files import make_private, write_whole
from coach.progress.folders import Home


def file_of(home: Home, ident: str) -> Path:
    """Where the person's own routine of this id lies, or would."""
    return home.routines / "guided" / f"{ident}.yaml"


def is_taken(home: Home, catalogue: Catalogue, ident: str) -> bool:
    """Whether there is such a routine, or a file in its place."""
    return ident in catalogue.routines or file_of(home, ident).exists()


def free_id(home: Home, catalogue: Catalogue, wanted: str) -> str:
    """The id `wanted`, or the first free one of `wanted-2`, `wanted-3` and so on."""
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(ident for ident in names if not is_taken(home, catalogue, ident))


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
    path = file_of(home, ident)
    if not path.is_file() or path.read_text(encoding="utf-8") != routine_text(replace(routine, id=ident)):
        return False
    path.unlink()
    return True
