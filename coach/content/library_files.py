"""Which files make up a library, and which kind belongs where."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from coach.content.problem import Problem
from coach.content.spelling import LANGUAGE
from coach.values import dataclass

PLACES: Mapping[str, str] = {
    "exercises": "exercise", "guided": "routine", "tests": "test", "reminders": "reminder", "plans": "plan",
    "lessons": "lesson",
}  # fmt: skip
AT_THE_TOP: Mapping[str, tuple[str, ...]] = {
    "routines": ("areas", "coaching", "safety", "sources"),
    "media": ("pronunciations",),
}
"""Files of which a library has one each, in which folder: what they hold is laid over the shipped ones."""

ONE_EACH = tuple(kind for kinds in AT_THE_TOP.values() for kind in kinds)
MOST_ENTRIES = 10_000
"""Files and folders in one folder of a library, with all below it: a link to a whole disk holds more, a person's own
files fewer."""
MOST_LEVELS = 8  # of folders inside one another below a library; our choice


Stamp = tuple[int, int, int, int]
"""When a file's content changed, its size, its number, and when anything of it changed (as a copy that keeps the time
of the content does): nanoseconds and bytes."""


@dataclass(frozen=True, slots=True)
class Folders:
    """A library: `routines` holds exercises, guided and the rest; `media` holds figures and sounds."""

    routines: Path
    media: Path

    def home_of(self, kind: str) -> Path:
        """The folder in which files of `kind` belong."""
        if kind == "figure":
            return self.media / "figures"
        if kind in AT_THE_TOP["media"]:
            return self.media
        return next((self.routines / folder for folder, own in PLACES.items() if own == kind), self.routines)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a library. `kind` is what its folder holds (None: no kind belongs there, "": any may stand here).

    `stamp` changes when the file does. `language` is that of a translated lesson. `library` is the one that holds it.
    """

    file: Path
    kind: str | None
    language: str | None = None
    stamp: Stamp = (0, 0, 0, 0)
    library: Folders | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What one look at a library's folders found: its files, its sounds (name -> file), and what stands wrong there."""

    files: tuple[Listed, ...]
    sounds: Mapping[str, Path]
    problems: tuple[Problem, ...]


def kind_by_place(file: Path) -> str | None:
    """The kind of content that belongs where a file lies, None where none does: for words about one that is broken."""
    if file.parent.name == "figures":
        return "figure"
    for folder in file.parts[-2:-4:-1]:  # a translated lesson lies one folder deeper
        if folder in PLACES:
            return PLACES[folder]
    return file.stem if file.stem in ONE_EACH else None


def list_library(folders: Folders) -> Listing:
    """Every file of a library, in the order of folders and names. What cannot be looked into is a problem."""
    return look_at(folders).listing


@dataclass(frozen=True, slots=True)
class Look:
    """A Listing in plain values, quick to make and to compare: what a program that follows its files asks for."""

    folders: Folders
    files: tuple[Seen, ...]
    sounds: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]

    @property
    def listing(self) -> Listing:
        """What was seen."""
        return Listing(
            tuple(listed_of(one, self.folders) for one in self.files),
            {name: Path(file) for name, file in self.sounds},
            self.problems,
        )


Seen = tuple[str, str | None, str | None, Stamp]
"""A file's path, and the rest of its Listed."""


def listed_of(seen: Seen, folders: Folders) -> Listed:
    """The Listed of a file that was seen in a library."""
    file, kind, language, stamp = seen
    return Listed(Path(file), kind, language, stamp, folders)


def look_at(folders: Folders) -> Look:
    """What lies in the folders of a library now, in the order of folders and names."""
    problems: list[Problem] = []
    files: list[Seen] = [
        (entry.path, *_role(parts), _stamp(entry))
        for parts, entry in _walk(folders.routines, problems)
        if _is_content(entry.name, parts)
    ]
    files += [
        (entry.path, "figure" if not parts else None, None, _stamp(entry))
        for parts, entry in _walk(folders.media / "figures", problems)
        if _is_content(entry.name, ())
    ]
    files += [
        (entry.path, "media", None, _stamp(entry))
        for entry in _top_of(folders.media, problems)
        if _is_content(entry.name, ())
    ]
    sounds = {
        entry.name.removesuffix(".wav"): entry.path
        for parts, entry in _walk(folders.media / "sounds", problems)
        if entry.name.endswith(".wav") and not parts
    }
    return Look(folders, tuple(files), tuple(sounds.items()), tuple(problems))


def list_paths(paths: list[Path]) -> Listing:
    """The content files named: files as they are, folders with everything in them."""
    problems: list[Problem] = []
    files: list[Listed] = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112  False, not an error, for what may not be looked at
            for parts, entry in _walk(path, problems):
                above = (path.name, *parts)
                if _is_content(entry.name, above):
                    files.append(Listed(Path(entry.path), "", _language(above), _stamp(entry)))
        else:
            files.append(Listed(path, "", _language(tuple(path.absolute().parent.parts))))
    return Listing(tuple(files), {}, tuple(problems))


def _is_content(name: str, above: tuple[str, ...]) -> bool:
    ending = name.lower()
    return ending.endswith((".yaml", ".yml")) or (ending.endswith(".md") and "lessons" in above[-2:])


def _role(parts: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The kind and language of what lies in the folder `parts` of routines/; at the top the file's name decides."""
    if not parts:
        return "routines", None
    if len(parts) == 2 and parts[0] == "lessons":
        language = _language(parts)
        return ("lesson" if language else None), language
    return (PLACES.get(parts[0]) if len(parts) == 1 else None), None


def _language(above: tuple[str, ...]) -> str | None:
    two = above[-2:]
    return two[1] if len(two) == 2 and two[0] == "lessons" and LANGUAGE.fullmatch(two[1]) else None


_Found = tuple[tuple[str, ...], os.DirEntry[str]]
"""The names of the folders between, and a file."""


class _TooMuch(Exception):  # noqa: N818  ends the walk through one folder
    """The sentence that says why the folder is left out."""


def _walk(folder: Path, problems: list[Problem]) -> Iterator[_Found]:
    """Every file below `folder`, with the names of the folders between; hidden ones are passed over.

    A folder in it that cannot be looked into, that holds more than anybody writes, or that is a link leading back to
    where it lies, is left out as a whole, and hides no other.
    """
    budget = [MOST_ENTRIES]
    try:
        entries = _entries(folder, problems, budget)
    except _TooMuch as why:
        problems.append(Problem(folder, 1, 1, str(why)))
        return
    for entry in entries:
        if not _is_folder(entry, follow=True):
            yield (), entry
        elif _leads_back(entry):
            sentence = "this link leads back to a folder above it; take it out"
            problems.append(Problem(Path(entry.path), 1, 1, sentence))
        else:
            try:
                yield from _below(Path(entry.path), problems, (entry.name,), [MOST_ENTRIES])
            except _TooMuch as why:
                problems.append(Problem(Path(entry.path), 1, 1, str(why)))


def _top_of(folder: Path, problems: list[Problem]) -> Iterator[os.DirEntry[str]]:
    """The files of a folder itself; nothing below it."""
    try:
        entries = _entries(folder, problems, [MOST_ENTRIES])
    except _TooMuch as why:
        problems.append(Problem(folder, 1, 1, str(why)))
        return
    yield from (entry for entry in entries if not _is_folder(entry, follow=True))


def _below(folder: Path, problems: list[Problem], parts: tuple[str, ...], budget: list[int]) -> list[_Found]:
    """Every file below a folder of a library; links to folders are not followed from here on. _TooMuch."""
    if len(parts) > MOST_LEVELS:
        raise _TooMuch(f"folders lie more than {MOST_LEVELS} deep in one another here; take this folder out")
    found: list[_Found] = []
    for entry in _entries(folder, problems, budget):
        if _is_folder(entry, follow=False):
            found += _below(Path(entry.path), problems, (*parts, entry.name), budget)
        else:
            found.append((parts, entry))
    return found


def _entries(folder: Path, problems: list[Problem], budget: list[int]) -> list[os.DirEntry[str]]:
    """What lies in a folder, by name; it is taken from the budget. _TooMuch."""
    try:
        with os.scandir(folder) as entries:
            found = list(islice(entries, budget[0] + 1))
    except FileNotFoundError:
        return []
    except OSError as error:
        sentence = f"the folder cannot be read ({error.strerror}); check that it is a folder and may be read"
        problems.append(Problem(folder, 1, 1, sentence))
        return []
    budget[0] -= len(found)
    if budget[0] < 0:
        raise _TooMuch(f"more than {MOST_ENTRIES:,} files and folders lie here; take this folder out of the library")
    return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str], *, follow: bool) -> bool:
    try:
        return entry.is_dir(follow_symlinks=follow)
    except OSError:  # a link onto itself, a disk that does not answer: as a file it gets its sentence
        return False


def _leads_back(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link to the folder in which it lies, or to one above that."""
    if not entry.is_symlink():
        return False
    target, own = os.path.realpath(entry.path), os.path.realpath(os.path.dirname(entry.path))  # noqa: PTH120
    return Path(own).is_relative_to(target)


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        now = entry.stat()
    except OSError:  # a broken link, or gone in the meantime
        return 0, 0, 0, 0
    return now.st_mtime_ns, now.st_size, now.st_ino, now.st_ctime_ns
