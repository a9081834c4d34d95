"""The YAML that nearly every file is written in, as plain values: quicker than all of YAML, and Unsure of the rest.

What it takes it takes as `reader.parse` does, which a test holds it to: maps of plain keys and lists in blocks, values
on one line or behind `>` and `|`, brackets and braces, quotes without escapes, comments. It knows no places and tells
no mistakes: where anything is not certain to be right, the reader of all YAML reads the file and says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from coach.content.node import Plain, Unsure
from coach.content.stray_spaces import ODD
from coach.content.unquoted import NUMBERS_BEGIN, WORDS, TooManyDigits, number_or_text

_MOST_BLOCKS, _MOST_BRACKETS = 10, 5
"""In one another: with a list below the last block these are the sixteen that a file may have."""
_KEY = r"[A-Za-z][A-Za-z0-9_-]{0,99}"  # YAML wants a key's colon within 1024 characters
_BEGINS = r"""(?:[^\s\-?:,\[\]{}#&*!|>'"%@`<=~]|-(?=[0-9]))"""
"""What a text without quotes may begin with; a dash only as a number's sign."""
_TEXT = rf"{_BEGINS}[^:#\n]*(?:(?::(?![\x20\n]|$)|(?<!\x20)\#)[^:#\n]*)*(?<!\x20)"
_LINE = re.compile(
    rf"""
    ^ (?:(?:[ ]*\#.*)?\n)*                           # comments and empty lines, then of the next one:
    ([ ]*) (-[ ]+)? (?:({_KEY}):(?:[ ]+|$))?         # indentation, dash, key,
    (?: ({_TEXT})                                    # a text alone,
      | ([>|]-?) \n (\1[ ]+) (\S.*(?:\n\6\S.*)*) (?!\n+\6)  # or the sign of a longer one, its indentation and lines,
      | ((?:(?=[\[{{])(?:.*[,\[{{]\n[ ]+(?=\S))*)? .*)  # or brackets, which may go on in the next line, or the rest
    ) $
    """,
    re.MULTILINE | re.VERBOSE,
)
_ALONE = re.compile(_TEXT)
_COMMENT = re.compile(r"(?<! ) +(?:#.*)?$")  # from a gap's first blank alone: a gap may be as long as a file
_DOUBLE = r'"((?:[^"\\]|\\["\\])+)"'
_QUOTED = re.compile(rf"""(?:{_DOUBLE}|'([^']+)')(?: +(?:#.*)?)?""")
_ESCAPED = re.compile(r"\\(.)")
_NEXT_LINE = re.compile(r"\n +")
_WORD = rf"{_BEGINS}[^:#,\[\]{{}}]*(?::(?![ ,\[\]{{}}]|$)[^:#,\[\]{{}}]*)*"
_WORDS_IN_BRACKETS = re.compile(rf"\[({_WORD}(?:, {_WORD})*)\]")
_WORDS_IN_BRACES = re.compile(rf"\{{({_KEY}: {_WORD}(?:, {_KEY}: {_WORD})*)\}}")
_WITHIN = re.compile(rf"""([\[\]{{}},]) *|({_KEY}): +|({_WORD})|{_DOUBLE} *|'([^']+)' *|(.)""")
"""A bracket or a comma, a key, a word, a text in quotes of either kind, or something else."""
_AFTER_BRACKETS = re.compile(r"(?<=[\]}]) +(?:#[^\]}]*)?$")
_CUT_SHORT = re.compile(r"[>|]\n")
"""Before a text whose last line break would count, were it there."""

_Line = tuple[str, str, str, str, str, str, str, str]
_END: _Line = ("",) * 8
_Read = Callable[[], _Line]
_Token = tuple[str, str, str, str, str, str]


def parsed(text: str) -> dict[str, Plain]:
    """The map that `text` is, of plain line breaks and of characters that one can see. Unsure."""
    if "\t" in text or not (text.isascii() or ODD.search(text) is None):
        raise Unsure
    if not text.endswith("\n"):
        if _CUT_SHORT.search(text):
            raise Unsure
        text += "\n"
    read = iter(_LINE.findall(text)).__next__
    try:
        first = read()
        if first[0] or first[1] or not first[2]:
            raise Unsure
        return _map(read, 0, first, 1)[0]
    except TooManyDigits:
        raise Unsure from None


def _map(read: _Read, column: int, line: _Line, depth: int) -> tuple[dict[str, Plain], _Line]:
    """The map whose keys stand in a column, the first in this line; and the line behind it."""
    if depth > _MOST_BLOCKS:
        raise Unsure
    found: dict[str, Plain] = {}
    while True:
        _, _, key, text, sign, indented, lines, rest = line
        if key in found:
            raise Unsure
        line = read()
        if text:
            found[key] = number_or_text(text) if text[0] in NUMBERS_BEGIN else WORDS.get(text, text)
        elif sign:
            found[key] = _longer(column, sign, indented, lines)
        elif rest and rest[0] != "#":
            found[key] = _rest(rest)
        else:
            found[key], line = _below(read, column, line, depth + 1)
        if len(line[0]) == column and line[2] and not line[1]:
            continue
        if len(line[0]) < column or line == _END:
            return found, line
        raise Unsure


def _below(read: _Read, column: int, line: _Line, depth: int) -> tuple[Plain, _Line]:
    """What stands below its key; a list may begin in the same column."""
    indented = len(line[0])
    if line[1] and indented >= column:
        return _list(read, indented, line, depth)
    if line[2] and indented > column:
        return _map(read, indented, line, depth)
    raise Unsure


def _list(read: _Read, column: int, line: _Line, depth: int) -> tuple[list[Plain], _Line]:
    """The list whose dashes stand in a column, the first in this line; and the line behind it."""
    found: list[Plain] = []
    while True:
        _, dash, key, text, sign, indented, lines, rest = line
        if key:
            item, line = _map(read, column + len(dash), line, depth + 1)
            found.append(item)
        else:
            line = read()
            if text:
                found.append(_unquoted(text))
            else:
                found.append(_longer(column, sign, indented, lines) if sign else _rest(rest))
        if len(line[0]) == column and line[1]:
            continue
        if len(line[0]) <= column:
            return found, line
        raise Unsure


def _unquoted(text: str) -> Plain:
    return number_or_text(text) if text[:1] in NUMBERS_BEGIN else WORDS.get(text, text)


def _longer(column: int, sign: str, indented: str, lines: str) -> str:
    """A text of several lines, as `>` and `|` have them."""
    if len(indented) <= column or " \n" in lines or lines.endswith(" "):
        raise Unsure
    text = lines.replace(f"\n{indented}", " " if sign[0] == ">" else "\n")
    return text if sign.endswith("-") else f"{text}\n"


def _rest(rest: str) -> Plain:
    """A value that is no plain text alone."""
    if rest[:1] in ("[", "{"):
        return _bracketed(rest)
    if quoted := _QUOTED.fullmatch(rest):
        return _unescaped(quoted[1]) or quoted[2]
    alone = _COMMENT.sub("", rest)
    if not _ALONE.fullmatch(alone):
        raise Unsure
    return _unquoted(alone)


def _unescaped(text: str) -> str:
    """A text in double quotes, in which a backslash stands before a quote or another backslash."""
    return _ESCAPED.sub(r"\1", text) if text and "\\" in text else text


@lru_cache(maxsize=1024)  # a library says the same few again and again
def _bracketed(rest: str) -> Plain:
    """A list in brackets, or a map in braces; nobody changes it."""
    text = _AFTER_BRACKETS.sub("", _NEXT_LINE.sub(" ", rest))
    if words := _WORDS_IN_BRACES.fullmatch(text):
        pairs = [pair.split(": ") for pair in words[1].split(", ")]
        found = {key: _unquoted(word.rstrip()) for key, word in pairs}
        if len(found) < len(pairs):
            raise Unsure
        return found
    if words := _WORDS_IN_BRACKETS.fullmatch(text):
        return [_unquoted(word.rstrip()) for word in words[1].split(", ")]
    return _nested(text)


def _nested(text: str) -> Plain:
    """The same with anything in it."""
    tokens = iter(_WITHIN.findall(text))
    try:
        found = _within(tokens.__next__, next(tokens)[0], 1)
    except StopIteration:  # it is never closed
        raise Unsure from None
    if next(tokens, None):
        raise Unsure
    return found


def _within(read: Callable[[], _Token], opened: str, depth: int) -> Plain:
    """A list or a map whose bracket was opened, up to the one that closes it."""
    if depth > _MOST_BRACKETS:
        raise Unsure
    items: list[Plain] = []
    named: dict[str, Plain] = {}
    is_list, closes = opened == "[", "]" if opened == "[" else "}"
    mark, key, word, double, single, _ = read()
    while mark != closes or items or named:
        if key:
            mark, _, word, double, single, _ = read()
        if mark in ("[", "{"):
            value = _within(read, mark, depth + 1)
        else:
            value = _unescaped(double) or single or _unquoted(word.rstrip())
        if value is None or is_list == bool(key) or key in named:
            raise Unsure
        if is_list:
            items.append(value)
        else:
            named[key] = value
        if (after := read()[0]) == closes:
            break
        if after != ",":
            raise Unsure
        mark, key, word, double, single, _ = read()
    return items if is_list else named
