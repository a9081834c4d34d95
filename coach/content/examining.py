"""Files looked at before somebody uses them: their problems, and what they give.

problems = check([path], shipped, yours)
examined = examine([path], shipped, yours)
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from coach.content.assembling import assemble, assembled, read_whole, sounds_of
from coach.content.catalogue import Catalogue
from coach.content.checker import judge
from coach.content.document import Document, read_document
from coach.content.library_files import Folders, Listing, list_library, list_paths, look_at
from coach.content.placed import FigureJudge, PlacedRoutine, doubted, file_by_file, moved, routines_of, yet_to_come
from coach.content.problem import Problem, in_line_order
from coach.values import dataclass, replace

__all__ = ["Examined", "check", "examine"]


@dataclass(frozen=True, slots=True)
class Examined:
    """Files as they were judged: their `problems` in the order of files and lines, their healthy `routines`, the
    `catalogue` as it is with them, and `hints` at what is right, and yet hardly meant so.
    """

    problems: tuple[Problem, ...]
    routines: tuple[PlacedRoutine, ...]
    catalogue: Catalogue
    hints: tuple[Problem, ...] = ()


def check(
    paths: Sequence[Path],
    shipped: Folders,
    yours: Folders | None,
    judge_figure: FigureJudge = lambda _figure: (),
    today: date | None = None,
) -> list[Problem]:
    """The problems alone of what `examine` finds."""
    return list(examine(paths, shipped, yours, judge_figure, today).problems)


def examine(
    paths: Sequence[Path],
    shipped: Folders,
    yours: Folders | None,
    judge_figure: FigureJudge = lambda _figure: (),
    today: date | None = None,
) -> Examined:
    """The files named, judged against both libraries and each other.

    A path may be a folder. Without paths: everything in both libraries. `judge_figure` is asked about each figure
    that has no other problem. `today`: what was done on a later day is told, too.
    """
    folders = [shipped, *([yours] if yours else [])]
    if not paths:
        catalogue, documents = assemble([look_at(each) for each in folders], {}, read_whole)
        return _examined(tuple(documents.values()), catalogue.problems, catalogue, judge_figure, today)
    listings = [list_library(each) for each in folders]
    named = _with_roles(list_paths(list(paths)), listings)
    place = _places()
    once = {place(listed.file): listed for listed in reversed(named.files)}
    libraries = [
        [read_document(listed) for listed in listing.files if place(listed.file) not in once] for listing in listings
    ]
    examined = [read_document(listed) for listed in reversed(once.values())]
    strict = frozenset(document.file for document in examined)
    sounds = sounds_of(listings)
    judged = judge([*libraries, examined], sounds, strict)
    found = [problem for document in examined for problem in in_line_order(judged.problems[document.file])]
    catalogue = assembled(judged, sounds, [], strict)
    return _examined(examined, (*named.problems, *found), catalogue, judge_figure, today)


def _examined(
    documents: Sequence[Document],
    found: Iterable[Problem],
    catalogue: Catalogue,
    judge_figure: FigureJudge,
    today: date | None,
) -> Examined:
    """The documents, in which these problems were found, asked for more."""
    problems = file_by_file(documents, (*found, *moved(documents, judge_figure), *yet_to_come(documents, today)))
    routines = routines_of(documents, problems, catalogue.routines)
    return Examined(problems, routines, catalogue, doubted(documents, problems))


def _with_roles(named: Listing, listings: Sequence[Listing]) -> Listing:
    """A named file that lies in a library keeps its place's kind there."""
    place = _places()
    roles = {place(listed.file): listed for listing in listings for listed in listing.files}
    files = []
    for listed in named.files:
        role = roles.get(place(listed.file))
        files.append(replace(role, file=listed.file) if role else listed)
    return replace(named, files=tuple(files))


def _places() -> Callable[[Path], str]:
    """Tells where a file lies, links followed as far as they lead; a link onto itself is where it is. Of a folder that
    is asked once: hundreds of files lie in the same.
    """
    folder = cache(os.path.realpath)

    def place(file: Path) -> str:
        if os.path.islink(file):  # noqa: PTH114 - a Path raises where it may not look
            return os.path.realpath(file)
        return str(Path(folder(file.parent), file.name))

    return place
