"""A language of translations, for what speaks without Qt: the same file of them that Qt loads for the window.

A .qm file is what `lrelease` makes of a translator's .ts: after sixteen bytes come sections (a byte for which, four for
their length), of which one holds the messages, each a run of tagged fields that ends with a one, and another the
language's rules of number (Qt's qtranslator.cpp).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path

from coach.words import names
from coach.words.language import in_english

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_MESSAGES, _NUMBERS = 0x69, 0x88
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8
_OBSOLETE = 5  # a field of four bytes, of early files
_NOT, _TENS, _HUNDREDS, _THOUSANDS = 0x08, 0x10, 0x20, 0x40
_AND, _OR = 0xFD, 0xFE
_OPERATION = 0x07


class _Operation(IntEnum):
    """What a rule asks of a count; anything else: whether it lies between two numbers."""

    EQUAL = 1
    LESS = 2
    AT_MOST = 3


Key = tuple[str, str, str]
"""Context, text and what tells it from another such text."""


class Translated:
    """A language whose words stand in the .qm file `file`; English where it has none. ValueError where that is no such
    file, OSError where it cannot be read.
    """

    def __init__(self, tag: str, file: Path) -> None:
        self.tag, self.file = tag, file
        self._messages, self._numbers = _read(file.read_bytes())

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        forms = self._messages.get((context, text, disambiguation)) or self._messages.get((context, text, ""))
        if not forms:
            return in_english(text, disambiguation, n)
        form = form_of(self._numbers, n) if n >= 0 else 0
        told = forms[min(form, len(forms) - 1)]
        return told.replace("%n", str(n)) if n >= 0 else told

    def day_name(self, weekday: int, *, short: bool = False) -> str:
        return names.day(self, weekday, short=short)

    def month_name(self, month: int, *, short: bool = False) -> str:
        return names.month(self, month, short=short)


def form_of(rules: bytes, count: int) -> int:
    """Which form of number a count has, 0 the first, by the rules of a .qm file: a rule a form, the last for all else.

    >>> form_of(bytes([0x01, 1]), 1), form_of(bytes([0x01, 1]), 5)
    (0, 1)
    """
    place, form = 0, 0
    while place < len(rules):
        holds, place = _any(rules, place, count)
        if holds:
            return form
        form += 1
        place += 1  # what divides two rules
    return form


def _any(rules: bytes, place: int, count: int) -> tuple[bool, int]:
    holds, place = _all(rules, place, count)
    while place < len(rules) and rules[place] == _OR:
        also, place = _all(rules, place + 1, count)
        holds = holds or also
    return holds, place


def _all(rules: bytes, place: int, count: int) -> tuple[bool, int]:
    holds, place = _one(rules, place, count)
    while place < len(rules) and rules[place] == _AND:
        also, place = _one(rules, place + 1, count)
        holds = holds and also
    return holds, place


def _one(rules: bytes, place: int, count: int) -> tuple[bool, int]:
    code, least = rules[place], rules[place + 1]
    place += 2
    if code & _TENS:
        count %= 10
    elif code & _HUNDREDS:
        count %= 100
    elif code & _THOUSANDS:
        while count >= 1000:
            count //= 1000
    match code & _OPERATION:
        case _Operation.EQUAL:
            holds = count == least
        case _Operation.LESS:
            holds = count < least
        case _Operation.AT_MOST:
            holds = count <= least
        case _:
            holds = least <= count <= rules[place]
            place += 1
    return holds != bool(code & _NOT), place


def _walk(rules: bytes) -> None:
    """IndexError where the rules end within one: so that none is met later, in the middle of a sentence."""
    place = 0
    while place < len(rules):
        _, place = _any(rules, place, 0)
        place += 1


def _read(data: bytes) -> tuple[dict[Key, list[str]], bytes]:
    if not data.startswith(_MAGIC):
        raise ValueError("no file of translations")
    messages: dict[Key, list[str]] = {}
    numbers = b""
    try:
        for section, content in _sections(data):
            if section == _MESSAGES:
                messages = dict(_messages_in(content))
            elif section == _NUMBERS:
                numbers = content
                _walk(numbers)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise ValueError(f"a damaged file of translations: {error}") from error
    return messages, numbers


def _sections(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = len(_MAGIC)
    while place < len(data):
        section, length = struct.unpack_from(">BI", data, place)
        place += 5
        if place + length > len(data):
            raise IndexError("it ends too early")
        yield section, data[place : place + length]
        place += length


def _messages_in(data: bytes) -> Iterator[tuple[Key, list[str]]]:
    place = 0
    forms: list[str] = []
    fields: dict[int, str] = {}
    while place < len(data):
        field = data[place]
        place += 1
        if field == _END:
            yield (fields.get(_CONTEXT, ""), fields.get(_SOURCE, ""), fields.get(_COMMENT, "")), forms
            forms, fields = [], {}
        elif field == _OBSOLETE:
            place += 4
        else:
            (length,) = struct.unpack_from(">I", data, place)
            place += 4
            if field == _TRANSLATION:
                if length != 0xFFFFFFFF:  # none of this form
                    forms.append(data[place : place + length].decode("utf-16-be"))
                    place += length
            else:
                fields[field] = data[place : place + length].decode()
                place += length
