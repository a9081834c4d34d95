"""English as another language would be: accented, longer by two fifths, in brackets. What is cut in it would be cut in
German; what stands outside of brackets can never be translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from coach.content.catalogue import Catalogue
from coach.content.model import Text
from tests.ui.parts import shipped

LONGER = 1.4
_ACCENTS = str.maketrans("AEIOUaeioucnsyz", "ÅÉÎÖÛåéîöûçñšýž")
_KEPT = re.compile(r"\{[^}]*\}|%[n\d]|&\w+;|\n")  # what is filled in, and where a line ends
_VOWELS = "ÅÉÎÖÛåéîöû"
_STANDS_FOR = "de"  # Qt has a locale of it, which names days and months


def pseudo(text: str) -> str:
    """`text` so. What was so already stays, and what has no letter does.

    >>> pseudo("Start, {length}")
    '[Štåårt, {length}]'
    """
    if not any(letter.isalpha() for letter in _KEPT.sub("", text)) or text.startswith("["):
        return text
    spare = round(len(_KEPT.sub("", text)) * (LONGER - 1)) - 2
    parts, at = [], 0
    for kept in (*_KEPT.finditer(text), None):
        end = len(text) if kept is None else kept.start()
        for letter in text[at:end].translate(_ACCENTS):
            parts.append(letter)
            if spare > 0 and letter in _VOWELS:
                parts.append(letter.lower())
                spare -= 1
        if kept is not None:
            parts.append(kept.group())
            at = kept.end()
    return f"[{''.join(parts)}{'~' * max(0, spare)}]"


class _Translator(QTranslator):
    """Has every text of every context."""

    def translate(self, _context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """One of them where `n` is 1 and English says it in other words."""
        return pseudo(disambiguation if n == 1 and disambiguation else text)

    def isEmpty(self) -> bool:
        return False


@contextmanager
def spoken() -> Iterator[None]:
    """The window speaks so."""
    app, before, translator = QCoreApplication.instance(), QLocale(), _Translator()
    assert app is not None
    QLocale.setDefault(QLocale(_STANDS_FOR))
    app.installTranslator(translator)
    yield
    app.removeTranslator(translator)
    QLocale.setDefault(before)


@cache
def library() -> Catalogue:
    """The shipped library in that language."""
    found = _translated(shipped())
    assert isinstance(found, Catalogue)
    return found


def _translated(value: object) -> object:
    if isinstance(value, Text):
        return Text(value.en, {_STANDS_FOR: pseudo(value.en)})
    if isinstance(value, Mapping):
        return {key: _translated(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_translated, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _translated(getattr(value, one.name)) for one in fields(value) if one.init})
    return value


# --- what is not in it

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_NO_LANGUAGE = frozenset({"Posture", "Coach", "YAML", "Ctrl", "Alt", "Esc", "min", "cm", "kg", "km"})


def outside(text: str) -> list[str]:
    """The words of `text` that nobody translated."""
    before = None
    while text != before:
        before, text = text, _BRACKETED.sub(" ", text)
    return [word for word in _WORD.findall(text) if word not in _OF_NO_LANGUAGE | _dates()]


@cache
def _dates() -> frozenset[str]:
    """The locale's names of days and months."""
    locale, forms = QLocale(_STANDS_FOR), (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    names = [locale.dayName(day, form) for day in range(1, 8) for form in forms]
    names += [locale.monthName(month, form) for month in range(1, 13) for form in forms]
    return frozenset(word.strip(".") for word in names)
