"""`check --language`: what a language has no words for yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from coach.commands.stop import FINE, INPUT, USAGE, Stop
from coach.content.catalogue import Catalogue
from coach.languages import files
from coach.languages.untranslated import Untranslated, untranslated
from coach.pseudo import TAG as PSEUDO
from coach.words.language import ENGLISH

PARTS = {
    "safety": "safety",
    "coaching": "coaching",
    "exercise": "exercises",
    "routine": "routines",
    "plan": "plans",
    "test": "tests",
    "reminder": "reminders",
    "area": "areas",
    "lesson": "lessons",
}
"""Each kind of text, and the part of the program that it is, in the order to translate them in."""

_NO_FILE = "there is no such file yet"
_SHOWN = 5  # places of each part: enough to begin with, and all parts on one screen


def missing(tag: str, catalogue: Catalogue, folder: Path) -> int:
    """Print each part's count and first places; 0 where nothing is missing, else 1. Stop where `tag` is none."""
    if tag in (ENGLISH.tag, PSEUDO):
        print(f"Everything is written in English, and {tag} is made of it: nothing is missing.")
        return FINE
    if not files.is_tag(tag):
        raise Stop(f"{tag} is no tag of a language: write the language alone, such as de or fr.", USAGE)
    found: dict[str, Sequence[str]] = {"interface": _of_the_interface(tag, folder)}
    by_kind: dict[str, list[str]] = {kind: [] for kind in PARTS}
    for one in untranslated(catalogue, tag):
        by_kind[one.kind].append(_place(one))
    found.update({PARTS[kind]: places for kind, places in by_kind.items()})
    for line in _told(tag, found):
        print(line)
    return INPUT if any(found.values()) else FINE


def _place(one: Untranslated) -> str:
    """Its file and key; with its id where many share a file."""
    where = one.id if one.file is None else str(one.file)
    own = one.file is None or one.file.stem == one.id
    path = ".".join(part for part in ("" if own else one.id, one.key) if part)
    return f'{where}: {f"{path}: " if path else ""}"{_brief(one.text)}"'


def _of_the_interface(tag: str, folder: Path) -> Sequence[str]:
    file = folder / f"{tag}.ts"
    try:
        return [
            *(f'{file}: {context}: "{_brief(text)}"' for context, text in files.unfinished(tag, folder)),
            *(
                f'{file}: {context}: "{_brief(told)}" has not the places of "{_brief(text)}" in its braces'
                for context, text, told in files.misplaced(tag, folder)
            ),
        ]
    except FileNotFoundError:
        return [f"{file}: {_NO_FILE}; docs/how-to/language.md says how it is made"]
    except (OSError, ValueError) as error:
        return [f"{file}: {error}"]


def _told(tag: str, found: dict[str, Sequence[str]]) -> Iterator[str]:
    for part, places in found.items():
        yield f"{part}: {_how_many(places)}"
        yield from (f"  {place}" for place in islice(places, _SHOWN))
        if (more := len(places) - _SHOWN) > 0:
            yield f"  and {more} more"
    if any(found.values()):
        yield f"{tag} is not offered before all of it is there."
    else:
        yield f"{tag} is complete: the program can speak it."


def _how_many(places: Sequence[str]) -> str:
    if places and _NO_FILE in places[0]:
        return "all missing"
    return f"{len(places)} missing" if places else "complete"


def _brief(text: str, longest: int = 60) -> str:
    """Its beginning, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
