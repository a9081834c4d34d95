"""A file of the person's own with some of its keys changed; all else in it stays, byte for byte.

A key's value is changed in the lines that it has; only where a file is laid out in another way (in braces, say) is it
written anew as a whole. What was written is read again by our own reader: it says what was wanted, and nothing else has
changed, or it is not handed on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from coach.content import round_trip
from coach.content.comments import lost
from coach.content.decoding import plain_breaks
from coach.content.node import Map, plain
from coach.content.notes import Notes
from coach.content.reader import as_plain_spaces, parse
from coach.content.round_trip import Plain
from coach.values import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARK = "\ufeff"


class NotRewritableError(ValueError):
    """The file stays as it is: it `cannot-be-read`, or it is laid out in a way that `cannot-be-changed`."""

    def __init__(self, why: Literal["cannot-be-read", "cannot-be-changed"]) -> None:
        super().__init__(why)
        self.why = why


def rewritten(text: str, changes: Mapping[str, Plain | None], order: Sequence[str]) -> str:
    """`text` with these top keys changed, added, or (None) taken out; `order` says where a new one goes. Every comment
    stays: one whose key or item goes, above where that was.

    NotRewritableError where the text is no sound map of keys, or cannot be changed so.
    """
    mark, bare = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    before = _keys(bare)
    if before is None:
        raise NotRewritableError("cannot-be-read")
    changes = {key: value for key, value in changes.items() if key in before or value is not None}
    wanted = {key: value for key, value in {**before, **changes}.items() if value is not None}
    spaced = _spaced(bare)
    for way in (_by_lines, _as_a_whole):
        found = way(spaced, changes, order)
        if found is not None and _keys(found) == wanted and not lost(spaced, found):
            return mark + _tabbed(found, spaced, bare)
    raise NotRewritableError("cannot-be-changed")


def _keys(text: str) -> dict[str, object] | None:
    """What the file says, as our own reader has it; None where it finds anything wrong."""
    notes = Notes()
    node = parse(plain_breaks(text), notes)
    if not isinstance(node, Map) or notes.problems:
        return None
    said = plain(node)
    assert isinstance(said, dict)
    return said


def _spaced(text: str) -> str:
    """With spaces for the tabs at the ends of lines, at which others who read YAML stumble; else as it is."""
    lines = as_plain_spaces(plain_breaks(text)).split("\n")
    return "".join(line + old[len(line) :] for line, old in zip(lines, _LINE.findall(text), strict=False))


def _tabbed(found: str, spaced: str, text: str) -> str:
    """The lines that are still there with the tabs that they had."""
    had = dict(zip(_LINE.findall(spaced), _LINE.findall(text), strict=True))
    return "".join(had.get(line, line) for line in _LINE.findall(found))


def _as_a_whole(text: str, changes: Mapping[str, Plain | None], _order: Sequence[str]) -> str:
    found = round_trip.whole(text, changes)
    return "".join(f"{comment}\n" for comment in lost(text, found)) + found


# --- key by key ---


@dataclass
class _Part:
    """The lines of a key and its value, and those below that belong to no key."""

    key: str
    own: str
    below: str


def _by_lines(text: str, changes: Mapping[str, Plain | None], order: Sequence[str]) -> str | None:
    """The file changed in the lines of these keys alone; None where a key does not begin a line of its own."""
    laid_out = _parts(text)
    if laid_out is None:
        return None
    head, parts, indent = laid_out
    breaks = "\r\n" if "\r\n" in text else "\n"
    there = {part.key: part for part in parts}
    for key, value in changes.items():
        if key not in there:
            assert value is not None
            made = round_trip.written(key, value, block=key in _LISTS)
            _put(parts, _Part(key, _laid(made, indent, breaks), ""), order)
            continue
        part = there[key]
        own = _bare(part.own, indent)
        new = "" if value is None else round_trip.changed(own, key, value)
        kept = "".join(f"{comment}\n" for comment in lost(own, new))
        part.own = _laid(kept + new, indent, breaks)
    return head + "".join(_ended(part.own + part.below, part is not parts[-1], breaks) for part in parts)


_LISTS = ("messages",)
"""What is written with a line an item: texts."""


def _parts(text: str) -> tuple[str, list[_Part], str] | None:
    """What stands above the first key, the keys' parts in order, and how far in they stand."""
    lines = [line for line in _LINE.findall(text) if line]
    node = parse(plain_breaks(text), Notes())
    if not isinstance(node, Map) or node.flow or not node.entries:
        return None
    marks = [(key.text, key.mark) for key, _ in node.entries]
    indent = lines[marks[0][1].line - 1][: marks[0][1].column - 1]
    firsts = [mark.line - 1 for _, mark in marks]
    if indent.strip(" ") or any(
        not lines[first].startswith(f"{indent}{key}") for first, (key, _) in zip(firsts, marks, strict=True)
    ):
        return None
    parts = []
    for (key, _), first, end in zip(marks, firsts, [*firsts[1:], len(lines)], strict=True):
        last = end
        while last > first + 1 and _is_below(lines[last - 1], indent):
            last -= 1
        parts.append(_Part(key, "".join(lines[first:last]), "".join(lines[last:end])))
    return "".join(lines[: firsts[0]]), parts, indent


def _is_below(line: str, indent: str) -> bool:
    """Whether a line belongs to no key, or is the end of the document."""
    return round_trip.is_between(line, indent) or line.strip() == "..."


def _put(parts: list[_Part], new: _Part, order: Sequence[str]) -> None:
    """A new key behind the last of those that go before it."""
    before = set(order[: order.index(new.key)])
    place = max((number for number, part in enumerate(parts) if part.key in before), default=len(parts) - 1)
    parts.insert(place + 1, new)


def _bare(text: str, indent: str) -> str:
    """Lines of a file as they are without what `_laid` puts to them."""
    lines = plain_breaks(text).splitlines(keepends=True)
    return "".join(line.removeprefix(indent) for line in lines)


def _laid(text: str, indent: str, breaks: str) -> str:
    return round_trip.indented(text, indent).replace("\n", breaks)


def _ended(text: str, has_more: bool, breaks: str) -> str:
    """The last line of a file may have no end; another key needs one."""
    return text + breaks if has_more and text and not text.endswith(("\n", "\r")) else text
