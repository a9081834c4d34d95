"""A file that somebody else made, as it is judged before anything of it is let in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.catalogue import Catalogue
from coach.content.decoding import read_text
from coach.content.document import Document, read_document
from coach.content.library_files import Folders, Listed
from coach.content.model import Area, Exercise, Routine
from coach.content.notes import Notes, TooMany
from coach.content.problem import Problem, in_line_order
from coach.content.sharing import form
from coach.content.sharing.contents import ENTRY, Key, keys_of, looser, unwanted
from coach.content.sharing.form import Part, Shared
from coach.files import is_there
from coach.progression.focus import FOCUS
from coach.sharing import staged
from coach.sharing.wrong import SharingError
from coach.values import dataclass, replace

if TYPE_CHECKING:
    from coach.wiring import Parts


@dataclass(frozen=True, slots=True)
class Received:
    """A file that somebody else made, as it was judged; nothing of it is in the library.

    With `problems` nothing more is known of it. `there` is what the person has just so; `clashes` is what they have
    under the same name and otherwise: then it comes in only under other names (`under`).
    """

    path: Path
    shared: Shared | None
    problems: tuple[Problem, ...] = ()
    routine: Routine | None = None
    catalogue: Catalogue | None = None
    there: frozenset[Key] = frozenset()
    clashes: tuple[Key, ...] = ()
    documents: tuple[tuple[Part, Document], ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the person has all of it already."""
        return not self.problems and not self.clashes and not self.new

    @property
    def new(self) -> tuple[Key, ...]:
        """What would come in, in the order of the file."""
        return tuple(key for key in self.brings if key not in self.there and key not in self.clashes)

    @property
    def brings(self) -> tuple[Key, ...]:
        """All that is in the file, whether the person has it or not."""
        return tuple(key for part, document in self.documents for key in keys_of(part, document))

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises in it."""
        return tuple(document.value for _, document in self.documents if isinstance(document.value, Exercise))


def look(parts: Parts, path: Path) -> Received:
    """Judge a file, as nothing of it were let in yet. SharingError where it cannot be read."""
    notes = Notes()
    shared = None
    try:
        path.stat()
    except OSError as error:
        raise SharingError("not-read", path, error.strerror or str(error)) from None
    with suppress(TooMany):
        text = read_text(path, notes, form.MOST_BYTES)
        shared = form.read(text, notes) if text is not None and not notes.problems else None
    if shared is None or notes.problems:
        return Received(path, shared, _problems(path, notes))
    return judge(parts, path, shared)


def judge(parts: Parts, path: Path, shared: Shared) -> Received:
    """The parts of a file judged beside all that the person has."""
    with staged.staged(shared.parts) as files:
        examined = staged.judged(files, *parts.folders, parts.clock.wall().date())
        found = [
            replace(problem, file=path, line=problem.line + part.first_line - 1)
            for problem, part in staged.of_parts(examined.problems, files)
        ]
        documents = _read(files)
    if not found:
        told = (*unwanted(shared, documents), *looser(documents))
        found = [Problem(path, *mark, sentence) for mark, sentence in told]
    if found:
        return Received(path, shared, in_line_order(found))
    there, clashes = _compared(parts.library.catalogue, parts.folders[1], documents)
    whole = examined.catalogue.routines[shared.routine]
    return Received(path, shared, (), whole, examined.catalogue, there, clashes, documents)


def clashes_of(parts: Parts, shared: Shared) -> tuple[Key, ...]:
    """What the person has otherwise under the names of these parts, which are sound."""
    with staged.staged(shared.parts) as files:
        return _compared(parts.library.catalogue, parts.folders[1], _read(files))[1]


def _read(files: Mapping[Path, Part]) -> tuple[tuple[Part, Document], ...]:
    return tuple((part, read_document(Listed(file, ""))) for file, part in files.items())


def _problems(path: Path, notes: Notes) -> tuple[Problem, ...]:
    return in_line_order(Problem(path, *mark, sentence) for mark, sentence in notes.problems)


def _compared(
    catalogue: Catalogue, own: Folders, documents: Sequence[tuple[Part, Document]]
) -> tuple[frozenset[Key], tuple[Key, ...]]:
    """What the person has just so, and what they have otherwise."""
    there, clashes = set(), []
    for part, document in documents:
        for key in keys_of(part, document):
            if not is_taken(catalogue, own, key):
                continue
            if _is_same(catalogue, own, key, document):
                there.add(key)
            else:
                clashes.append(key)
    return frozenset(there), tuple(clashes)


def is_taken(catalogue: Catalogue, own: Folders, key: Key) -> bool:
    """Whether something has this name, be it a file that cannot be used."""
    kind, ident = key
    if kind in ENTRY.values():
        return key in catalogue.origins
    if key == ("routine", FOCUS):  # which the program makes
        return True
    return key in catalogue.origins or is_there(own.home_of(kind) / f"{ident}.yaml")


def _is_same(catalogue: Catalogue, own: Folders, key: Key, document: Document) -> bool:
    """Whether it is there just so, be it out of force, because something that it names is missing."""
    kind, ident = key
    if kind == "area":
        return _bare(catalogue.areas[ident]) == _bare(document.value[ident])
    if kind == "source":
        return bool(catalogue.sources[ident] == document.value[ident])
    origin = catalogue.origins.get(key)
    file = own.home_of(kind) / f"{ident}.yaml" if origin is None else origin.file
    return _unsigned(read_document(Listed(file, "")).value) == _unsigned(document.value)


def _bare(area: Area) -> Area:
    return Area(area.id, area.title, area.muscles)


def _unsigned(value: object) -> object:
    """It without who it is from."""
    return replace(value, from_whom=None) if isinstance(value, (Routine, Exercise)) else value
