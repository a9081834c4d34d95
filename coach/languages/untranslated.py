"""What of the library has no words in a language yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from coach.content.catalogue import Catalogue
from coach.content.model import Lesson, Phrase, Text
from coach.content.plurals import forms_of
from coach.session.phrases import DEFAULTS
from coach.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A text without a translation: of which kind, of what (its id), where in it (`steps[2].say`), and the English."""

    kind: str
    id: str
    key: str
    text: str
    file: Path | None = None


def untranslated(catalogue: Catalogue, tag: str, *, shipped_only: bool = True) -> Iterator[Untranslated]:
    """Each text of the library that has none in the language `tag`. What is cited is called as it is, and what a person
    wrote of their own is theirs, unless all is asked for.
    """
    for kind, ident, value in _things(catalogue):
        if shipped_only and catalogue.is_yours(kind, ident):
            continue
        origin = catalogue.origins.get((kind, ident))
        file = None if origin is None else origin.file
        for key, text in _texts_of(value, tag):
            if _lacks(text, tag):
                yield Untranslated(kind, ident, key, text.en, file)
    yield from _lessons(catalogue, tag, shipped_only=shipped_only)


def _lacks(text: Text, tag: str) -> bool:
    return bool(text.en.strip()) and not text.translations.get(tag, "").strip()


def _things(catalogue: Catalogue) -> Iterator[tuple[str, str, Any]]:
    kinds: Mapping[str, Mapping[str, Any]] = {
        "exercise": catalogue.exercises,
        "routine": catalogue.routines,
        "plan": catalogue.plans,
        "test": catalogue.tests,
        "reminder": catalogue.reminders,
        "area": catalogue.areas,
    }
    yield "safety", "safety", catalogue.safety
    phrases = {**DEFAULTS, **catalogue.coaching.phrases}
    yield "coaching", "coaching", replace(catalogue.coaching, phrases=phrases)
    for kind, things in kinds.items():
        yield from ((kind, ident, thing) for ident, thing in things.items())


def _lessons(catalogue: Catalogue, tag: str, *, shipped_only: bool) -> Iterator[Untranslated]:
    """A lesson is translated as a whole, in a file of its own."""
    for ident, lesson in catalogue.lessons.items():
        if shipped_only and catalogue.is_yours("lesson", ident):
            continue
        if tag not in lesson.translations:
            origin = catalogue.origins.get(("lesson", ident))
            yield Untranslated("lesson", ident, "", lesson.title.en, None if origin is None else origin.file)


def _texts_of(value: Any, tag: str, key: str = "") -> Iterator[tuple[str, Text]]:
    """Every text within a value of the model that the language has to have, and where it stands in it."""
    if isinstance(value, Text):
        yield key, value
        for side in ("left", "right"):
            yield from _texts_of(getattr(value, side, None), tag, f"{key}.{side}")
    elif isinstance(value, Phrase) and value.counts:
        yield from ((f"{key}.{form}", value.of(form) or Text(value.other.en)) for form in forms_of(tag))
    elif isinstance(value, Phrase):
        yield key, value.other
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _texts_of(one, tag, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list | tuple | frozenset | set):
        for place, one in enumerate(value, 1):
            yield from _texts_of(one, tag, f"{key}[{place}]")
    elif is_dataclass(value) and not isinstance(value, type | Lesson):
        for part in fields(value):
            yield from _texts_of(getattr(value, part.name), tag, f"{key}.{part.name}" if key else part.name)
