"""A routine of one's own as a text for somebody else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coach import __version__
from coach.content.document import read_document
from coach.content.library_files import Folders, Listed
from coach.content.problem import Problem
from coach.content.sharing import form
from coach.content.sharing.contents import ENTRY, Key, looser
from coach.content.sharing.form import Part, Shared
from coach.content.sharing.gathering import gathered
from coach.files import write_whole
from coach.sharing.staged import judged, of_parts, staged
from coach.sharing.wrong import SharingError
from coach.values import dataclass, replace

if TYPE_CHECKING:
    from coach.wiring import Parts


@dataclass(frozen=True, slots=True)
class Ready:
    """A routine as the text for somebody else. `problems` are those that it would have there, by the files here."""

    shared: Shared
    text: str
    problems: tuple[Problem, ...] = ()


def make_ready(parts: Parts, ident: str, by: str | None = None) -> Ready:
    """The routine of this id with all of one's own that it needs, judged as by somebody who has nothing of one's own.

    NotShareableError (content.sharing.gathering) where something of it cannot come along.
    """
    catalogue = parts.library.catalogue
    shared = Shared(ident, gathered(catalogue, ident, _known(parts.folders[0])), by, __version__)
    with staged(shared.parts) as files:
        examined = judged(files, parts.folders[0], None, parts.clock.wall().date())
        found = list(of_parts(examined.problems, files))
        for file, part in files.items():
            document = read_document(Listed(file, ""))
            found += [(Problem(file, *mark, told), part) for mark, told in looser([(part, document)])]
        problems = tuple(replace(problem, file=_file_of(parts, part)) for problem, part in found)
    return Ready(shared, form.written(shared), problems)


def _file_of(parts: Parts, part: Part) -> Path:
    """Where the person has it: in a file of its own, or in a list."""
    origin = parts.library.catalogue.origins.get(part.key)
    return origin.file if origin is not None else parts.folders[1].home_of(part.kind) / f"{part.id}.yaml"


def _known(shipped: Folders) -> set[Key]:
    """The areas and sources that come with the program."""
    lists = {kind: read_document(Listed(shipped.routines / f"{kind}.yaml", "")) for kind in ENTRY}
    return {(ENTRY[kind], ident) for kind, document in lists.items() for ident in document.value or ()}


def save(ready: Ready, path: Path) -> None:
    """Write the text whole or not at all. SharingError."""
    try:
        write_whole(path, ready.text)
    except OSError as error:
        raise SharingError("not-written", path, error.strerror or str(error)) from None
