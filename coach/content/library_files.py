"""Which files make up a library, and which kind belongs where."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from coach.content.problem import Problem
from coach.content.texts import LANGUAGE

PLACES: Mapping[str, str] = {
    "exercises": "exercise", "guided": "routine", "tests": "test", "reminders": "reminder", "plans": "plan",
    "lessons": "lesson",
}  # fmt: skip
AT_THE_TOP = ("areas", "coaching", "safety", "sources")
_HOME = {**{kind: f"{folder}/" for folder, kind in PLACES.items()}, "figure": "media/figures/"}


@dataclass(frozen=True, slots=True)
class Folders:
    """A library: `routines` holds exercises, guided and the rest; `media` holds figures and sounds."""

    routines: Path
    media: Path


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a library. `kind` is what its folder holds (None: no kind belongs there, "": any may stand here).

    `stamp` changes when the file does. `language` is that of a translated lesson.
    """

    file: Path
    kind: str | None
    language: str | None = None
    stamp: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Listing:
    files: tuple[Listed, ...]
    sounds: Mapping[str, Path]
    problems: tuple[Problem, ...]


def home_of(kind: str) -> str:
    """Where files of `kind` belong, for people."""
    return _HOME.get(kind, "the routines folder itself")


def list_library(folders: Folders) -> Listing:
    """Every file of a library, in the order of folders and names. What cannot be looked into is a problem."""
    problems: list[Problem] = []
    files = [
        Listed(Path(entry.path), *_role(parts), _stamp(entry)) for parts, entry in _walk(folders.routines, problems)
        if _is_content(entry.name, parts)
    ]  # fmt: skip
    files += [
        Listed(Path(entry.path), "figure" if not parts else None, None, _stamp(entry))
        for parts, entry in _walk(folders.media / "figures", problems)
        if _is_content(entry.name, ())
    ]
    sounds = {
        entry.name.removesuffix(".wav"): Path(entry.path)
        for parts, entry in _walk(folders.media / "sounds", problems)
        if entry.name.endswith(".wav") and not parts
    }
    return Listing(tuple(files), sounds, tuple(problems))


def list_paths(paths: list[Path]) -> Listing:
    """The content files named: files as they are, folders with everything in them."""
    problems: list[Problem] = []
    files: list[Listed] = []
    for path in paths:
        if path.is_dir():
            for parts, entry in _walk(path, problems):
                above = (path.name, *parts)
                if _is_content(entry.name, above):
                    files.append(Listed(Path(entry.path), "", _language(above), _stamp(entry)))
        else:
            files.append(Listed(path, "", _language(tuple(path.absolute().parent.parts))))
    return Listing(tuple(files), {}, tuple(problems))


def _is_content(name: str, above: tuple[str, ...]) -> bool:
    ending = Path(name).suffix.lower()
    return ending in (".yaml", ".yml") or (ending == ".md" and "lessons" in above[-2:])


def _role(parts: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The kind and language of what lies in the folder `parts` of routines/; at the top the file's name decides."""
    if not parts:
        return "top", None
    if len(parts) == 2 and parts[0] == "lessons":
        language = _language(parts)
        return ("lesson" if language else None), language
    return (PLACES.get(parts[0]) if len(parts) == 1 else None), None


def _language(above: tuple[str, ...]) -> str | None:
    two = above[-2:]
    return two[1] if len(two) == 2 and two[0] == "lessons" and LANGUAGE.fullmatch(two[1]) else None


def _walk(
    folder: Path, problems: list[Problem], parts: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], os.DirEntry[str]]]:
    """Every file below `folder`, with the names of the folders between; hidden ones are passed over."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        sentence = f"the folder cannot be read ({error.strerror}); check that it is a folder and may be read"
        problems.append(Problem(folder, 1, 1, sentence))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=not parts):
            yield from _walk(Path(entry.path), problems, (*parts, entry.name))
        else:
            yield parts, entry


def _stamp(entry: os.DirEntry[str]) -> tuple[int, int, int]:
    try:
        now = entry.stat()
    except OSError:  # a broken link, or gone in the meantime
        return 0, 0, 0
    return now.st_mtime_ns, now.st_size, now.st_ino
