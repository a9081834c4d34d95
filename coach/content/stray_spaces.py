"""White space that looks like a plain space and is none: text copied from a web page or a chat is full of it.

Inside a text it may stay. Where YAML wants a plain space (as indentation, behind `key:` or `-`, at the ends of a
value) it makes the file say something else, and nobody sees why; there it is named with its exact place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD = re.compile(f"[{_ODD}]")
_NO_BREAK = "\u00a0\u202f"
# Where a line has its structure: indentation, dashes, a key and its colon, each with the white space behind it.
_STRUCTURE = re.compile(rf"[ \t{_ODD}]*(-[ \t{_ODD}]+)*([a-z][a-z0-9_-]*[ \t{_ODD}]*:[ \t{_ODD}]*)?")
_ENDS = re.compile(rf"^[{_ODD}]+|[{_ODD}]+$")
_WORD = re.compile(r"[\w:%+.-]*")
_KEY = re.compile(rf"[a-z][a-z_-]*:[{_ODD}]")

LineColumn = tuple[int, int]  # line and column, counted from 0


def sentence(character: str) -> str:
    """What is said of it where it stands."""
    kind = "a no-break space" if character in _NO_BREAK else "no plain space"
    return f"the character U+{ord(character):04X} here is {kind}; write a plain space"


def misleads(plain: str) -> bool:
    """Whether a plain value is not what it looks like: a key and its value run together, a word with a tail."""
    return bool(_KEY.match(plain) or (_ENDS.search(plain) and _WORD.fullmatch(_ENDS.sub("", plain))))


def inside(lines: Sequence[str], start: LineColumn, end: LineColumn) -> Iterator[LineColumn]:
    """Where such characters stand from `start` to before `end`."""
    for number in range(start[0], end[0] + 1):
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(lines[number])
        yield from ((number, found.start()) for found in ODD.finditer(lines[number], first, last))


def to_blame(text: str, broken_at: LineColumn, breaks: Callable[[str], LineColumn | None]) -> list[LineColumn]:
    """Those behind a mistake in the YAML at `broken_at`: once they are plain spaces, `breaks` finds it later, or none.

    The nearest line is tried first; all the lines before together last.
    """
    lines = text.split("\n")
    by_line = [
        places
        for number in range(min(broken_at[0], len(lines) - 1), -1, -1)
        if (places := list(inside(lines, (number, 0), (number, _structure_of(lines[number])))))
    ]
    together = [place for places in by_line for place in places]
    for places in (*by_line, together) if together else ():
        then = breaks(mended(text, places))
        if then is None or then > broken_at:
            return places
    return []


def tabs_at_the_end(text: str, at: LineColumn) -> list[LineColumn]:
    """Tabs from `at` on that only end a line, or stand before its comment: YAML 1.2 reads them as blanks."""
    line = text.split("\n")[at[0]]
    rest = line[at[1] :]
    if rest.strip(" \t") and not re.match(r"[ \t]+#", rest):
        return []
    blanks = len(rest) - len(rest.lstrip(" \t"))
    return [(at[0], column) for column in range(at[1], at[1] + blanks) if line[column] == "\t"]


def mended(text: str, places: Sequence[LineColumn]) -> str:
    """The text with plain spaces in these places."""
    lines = [list(line) for line in text.split("\n")]
    for line, column in places:
        lines[line][column] = " "
    return "\n".join("".join(line) for line in lines)


def _structure_of(line: str) -> int:
    found = _STRUCTURE.match(line)
    return found.end() if found else 0
