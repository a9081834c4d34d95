"""Languages on trial: files of translations as lupdate and a translator leave them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from coach.content.catalogue import Catalogue
from coach.content.model import Lesson, Text
from coach.languages.files import release_tool
from coach.pseudo import pseudo
from coach.session.phrases import DEFAULTS

TAG = "xx"
"""Of the language on trial: nobody's."""

with_lrelease = pytest.mark.skipif(release_tool() is None, reason="pyside6-lrelease is not installed")

Words = Mapping[tuple[str, str, str], str | Sequence[str]]
"""Context, text and comment, with the translation, or one for each form of number."""


def write_ts(folder: Path, tag: str, words: Words, *, attributes: str = "") -> Path:
    """A .ts of these words; an empty translation is an unfinished one."""
    folder.mkdir(parents=True, exist_ok=True)
    contexts: dict[str, list[str]] = {}
    for (context, source, comment), told in words.items():
        forms = [told] if isinstance(told, str) else list(told)
        unfinished = "" if all(forms) else ' type="unfinished"'
        if isinstance(told, str):
            body, numerus = escape(told), ""
        else:
            body = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms)
            numerus = ' numerus="yes"'
        contexts.setdefault(context, []).append(
            f"<message{numerus}><source>{escape(source)}</source>"
            + (f"<comment>{escape(comment)}</comment>" if comment else "")
            + f"<translation{unfinished}{attributes}>{body}</translation></message>"
        )
    inner = "".join(f"<context><name>{name}</name>{''.join(of)}</context>" for name, of in contexts.items())
    path = folder / f"{tag}.ts"
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="{tag}">{inner}</TS>\n',
        encoding="utf-8",
    )
    return path


def translated(catalogue: Catalogue) -> Catalogue:
    """The catalogue with words of the language on trial for every text."""
    kinds = ("exercises", "routines", "plans", "tests", "reminders", "areas", "safety", "lessons")
    parts: dict[str, Any] = {kind: in_xx(getattr(catalogue, kind)) for kind in kinds}
    phrases = in_xx({**DEFAULTS, **catalogue.coaching.phrases})
    coaching = dataclasses.replace(in_xx(catalogue.coaching), phrases=phrases)
    return dataclasses.replace(catalogue, **parts, coaching=coaching)


def in_xx(value: Any) -> Any:
    """A value of the model with words in the language for every text in it, at any depth."""
    if isinstance(value, Text):
        told = dataclasses.replace(value, translations={**value.translations, TAG: pseudo(value.en)})
        sides = {side: in_xx(getattr(value, side)) for side in ("left", "right") if hasattr(value, side)}
        return dataclasses.replace(told, **sides)
    if isinstance(value, Lesson):
        return dataclasses.replace(value, translations={**value.translations, TAG: value})
    if isinstance(value, Mapping):
        return {name: in_xx(one) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset) and not hasattr(value, "_fields"):
        return type(value)(in_xx(one) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: in_xx(getattr(value, one.name)) for one in dataclasses.fields(value) if one.init}
        return dataclasses.replace(value, **parts)
    return value
