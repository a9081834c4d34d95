"""Languages on trial: files of translations as lupdate and a translator leave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from coach.languages.files import release_tool

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
