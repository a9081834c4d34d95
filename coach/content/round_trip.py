"""A value in a piece of YAML changed, with quotes, comments and order as its author has them. The only user of ruamel.

PyYAML, by which files are read, forgets all of that; ruamel.yaml keeps it, and is loaded only when something is
written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from io import StringIO
from typing import Any, TypeAlias, TypeGuard

Plain: TypeAlias = "str | int | float | bool | Sequence[Plain] | Mapping[str, Plain]"
"""What a file may hold under a key."""

_ONE_LINE = 1_000_000  # characters: a text is not broken where its author did not
_SURE = re.compile(
    r"[^\W\d_][\w .!?()’'-]*(?<![ :])"
    r"|([0-9]+[hms])+|[0-9]{2}:[0-9]{2}(-[0-9]{2}:[0-9]{2})?"
)
"""Texts that mean themselves without quotes, to our own reader: words, lengths of time, times of day."""

_YES_AND_NO = frozenset(("yes", "no", "on", "off", "true", "false", "null", "y", "n"))  # to some readers no texts
_LIKE = 0.4  # so much of a text is the same where it was changed, and not another put in its place; our choice


def changed(text: str, key: str, value: Plain) -> str:
    """`text`, a block map of this one key, with another value. A comment within brackets is lost."""
    document = _yaml().load(text)
    old: Any = document[key]
    if is_list(old) and old and is_list(value) and value and not _is_in_brackets(old):
        return _block_list(text, old, value)
    document[key] = _merged(old, value)
    return _dumped(document)


def written(key: str, value: Plain, *, block: bool = False) -> str:
    """A key that is new, with its value; a list has a line an item where `block`, else stands within brackets."""
    if block and is_list(value):
        return f"{key}:\n" + "".join(_item(_made(one), "  ") for one in value)
    return _dumped(_map({key: _made(value)}))


def whole(text: str, changes: Mapping[str, Plain | None]) -> str:
    """A whole file with these keys changed, None for one that goes; blanks and brackets may stand elsewhere then."""
    document = _yaml().load(text)
    for key, value in changes.items():
        if value is None:
            document.pop(key, None)
        else:
            document[key] = _merged(document.get(key), value)
    return _dumped(document)


def is_list(value: object) -> TypeGuard[Sequence[Any]]:
    """Whether it is a list, which a text is not."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_in_brackets(old: Any) -> bool:
    return bool(old.fa.flow_style())


# --- values ---


def _merged(old: Any, new: Any) -> Any:
    """The new value in the manner of the old one; what is the same in both stays as it was written."""
    if isinstance(old, dict) and isinstance(new, Mapping):
        for key in [key for key in old if key not in new]:
            del old[key]
        for key, value in new.items():
            old[key] = _merged(old.get(key), value)
        return old
    if isinstance(old, list) and is_list(new):
        before = [None if number is None else old[number] for number in _made_of(old, new)]
        return _sequence([_merged(was, one) for was, one in zip(before, new, strict=True)])
    if plain(old) == new and isinstance(old, bool) == isinstance(new, bool):
        return old
    return _like(old, new) if isinstance(new, str) else _made(new)


def _made(value: Any) -> Any:
    """A value that has no old one: lists and maps within brackets and braces."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        made = _map({key: _made(inner) for key, inner in value.items()})
        made.fa.set_flow_style()
        return made
    return _sequence([_made(one) for one in value]) if is_list(value) else value


def _map(entries: Mapping[str, Any]) -> Any:
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap(entries)


def _sequence(items: Sequence[Any]) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    made = CommentedSeq(items)
    made.fa.set_flow_style()
    return made


def _text(text: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    is_sure = _SURE.fullmatch(text) is not None and text.lower() not in _YES_AND_NO
    return text if is_sure else DoubleQuotedScalarString(text)


def _like(old: Any, text: str) -> Any:
    """A text in the quotes of the old one, where it has any."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

    if isinstance(old, DoubleQuotedScalarString):
        return DoubleQuotedScalarString(text)
    if isinstance(old, SingleQuotedScalarString) and text.isprintable():
        return SingleQuotedScalarString(text)
    return _text(text)


def plain(value: Any) -> Any:
    """What was read, without what it says of its manner."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, str) else value


def _made_of(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the number of the old one that it was made of; None for one that is quite new."""
    before = [plain(one) for one in old]
    left = list(range(len(before)))
    found: list[int | None] = []
    for one in new:
        same = next((number for number in left if before[number] == one), None)
        if same is not None:
            left.remove(same)
        found.append(same)
    for place, one in enumerate(new):
        if found[place] is not None or not left:
            continue
        likeness = {number: _likeness(before[number], one) for number in left}
        nearest = max(left, key=lambda number: (likeness[number], number == place))
        if likeness[nearest] >= _LIKE:
            left.remove(nearest)
            found[place] = nearest
    return found


def _likeness(old: object, new: object) -> float:
    return SequenceMatcher(None, str(old), str(new), autojunk=False).ratio()


# --- a list with a line an item: what its author put above and beside an item goes with it ---


def _block_list(text: str, old: Any, new: Sequence[Any]) -> str:
    lines = text.splitlines(keepends=True)
    head, chunks, rest = _chunks(lines, [old.lc.item(number)[0] for number in range(len(old))])
    dash = _indent(chunks[0][1][0])
    made = _made_of(old, new)
    above: dict[int, list[str]] = {}
    waiting: list[str] = []
    for number, (comments, _) in enumerate(chunks):
        waiting += comments
        if number in made:  # what stood above one that goes stands above the next that stays
            above[number], waiting = waiting, []
    out = list(head)
    for value, place in zip(new, made, strict=True):
        if place is None:
            out.append(_item(_made(value), dash))
            continue
        out += above[place]
        body = "".join(chunks[place][1])
        out.append(body if plain(old[place]) == value else _changed_item(body, value, dash))
    return "".join((*out, *waiting, *rest))


_Chunk = tuple[list[str], list[str]]
"""The lines above an item that are its comments, and its own."""


def _chunks(lines: list[str], firsts: Sequence[int]) -> tuple[list[str], list[_Chunk], list[str]]:
    """The lines before the first item, the items', and those after the last. `firsts`: on which line each begins."""
    dash = next(_indent(line) for line in lines[firsts[0] :: -1] if line.lstrip(" ").startswith("-"))
    begin = [_dash_line(lines, first, dash) for first in firsts]
    ends = [*begin[1:], len(lines)]
    bodies = [lines[start:end] for start, end in zip(begin, ends, strict=True)]
    between: list[list[str]] = [lines[1 : begin[0]]]
    for number, body in enumerate(bodies):
        last = len(body)
        while last > 1 and is_between(body[last - 1], dash):
            last -= 1
        between.append(body[last:])
        bodies[number] = body[:last]
    return lines[:1], list(zip(between[:-1], bodies, strict=True)), between[-1]


def _dash_line(lines: list[str], first: int, dash: str) -> int:
    """The line of an item's dash, which may stand above the item."""
    return next(number for number in range(first, 0, -1) if lines[number].startswith(f"{dash}-"))


def is_between(line: str, indent: str) -> bool:
    """Whether a line belongs to no item or key of those that stand so far in: it is empty, or a comment no deeper."""
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(_indent(line)) <= len(indent))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _changed_item(body: str, value: Plain, dash: str) -> str:
    bare = "".join(line.removeprefix(dash) for line in body.splitlines(keepends=True))
    document = _yaml().load(bare)
    document[0] = _merged(document[0], value)
    return indented(_dumped(document), dash)


def _item(made: Any, dash: str) -> str:
    from ruamel.yaml.comments import CommentedSeq

    return indented(_dumped(CommentedSeq([made])), dash)


def indented(text: str, indent: str) -> str:
    """`text` so much further in; an empty line stays empty."""
    return "".join(f"{indent}{line}" if line.strip() else line for line in text.splitlines(keepends=True))


# --- ruamel ---


def _yaml() -> Any:
    from ruamel.yaml import YAML

    made = YAML()  # its way to keep all is the usual one
    made.preserve_quotes = True
    made.width = _ONE_LINE
    return made


def _dumped(document: Any) -> str:
    out = StringIO()
    _yaml().dump(document, out)
    return out.getvalue()
