"""The form of a shared routine (docs/share.md): YAML documents one below the other, the first of which says whose.

A text alone: it holds no paths that could climb, no links and nothing that unpacks to more than it is. Each document is
a file as it stands in a library, word for word, so the reader of files reads it, and whoever gets it can read it too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from coach.content.kinds.first_keys import FORMAT, NAME
from coach.content.library_files import ONE_EACH
from coach.content.node import START, Map, Mark, Node, Scalar
from coach.content.notes import Notes, TooMany
from coach.content.reader import parse
from coach.content.records import Field, Record
from coach.content.scalars import ID, Choice, Ident, Number
from coach.content.spelling import shown
from coach.content.texts import Words
from coach.values import dataclass

KINDS = ("routine", "exercise", "figure", "areas", "sources")
"""What a shared routine may bring. What asks, bars, stops or reminds is not among it: that stays the program's and the
person's own."""
MOST_BYTES = 1024 * 1024  # all exercises and figures that are shipped together have a fifth of it
MOST_PARTS = 500  # the shipped library has less than half of it
_FILES = ("routine", "exercise", "figure")
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_NO_FILES = frozenset(("con", "prn", "aux", "nul", *_PORTS))
"""Names that are devices on Windows, whatever ending they have (Microsoft, Naming Files, Paths, and Namespaces)."""
_BETWEEN, _END = "---", "..."
_HEAD = """\
# A routine for Posture Coach. To take it in: posture-coach share --in FILE, or "Take in a file" on the page Routines.
# Each part below a line of --- is a file of its own.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A document of the text: what it says it is (empty where it does not), and the line on which it begins."""

    kind: str
    id: str
    text: str
    first_line: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """By which it is told from the others."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Shared:
    """A routine and what it needs. `by`: who wrote it, as they say themselves; `made_with`: the program's version."""

    routine: str
    parts: tuple[Part, ...]
    by: str | None = None
    made_with: str | None = None


_HEADER = Record(
    dict,
    (
        Field("kind", Choice("share"), "that it is a routine to be taken in", required=True),
        Field("format", Number(FORMAT, FORMAT), "the version of this language", required=True),
        Field("routine", Ident(), "which of the parts is the routine", required=True),
        Field("by", NAME, "who wrote it"),
        Field("made_with", Words(one_line=True), "the version of the program that wrote the file"),
    ),
    hint="kind: share",
)


def written(shared: Shared) -> str:
    """The whole text. Always the same for the same parts."""
    head = [f"kind: share\nformat: {FORMAT}\nroutine: {shared.routine}\n"]
    head += [f"by: {json.dumps(shared.by, ensure_ascii=False)}\n"] if shared.by else []
    head += [f"made_with: {json.dumps(shared.made_with)}\n"] if shared.made_with else []
    return _HEAD + "".join(head) + "".join(f"{_BETWEEN}\n{part.text}" for part in shared.parts) + f"{_END}\n"


def as_part(kind: str, ident: str, text: str) -> Part:
    """A file's text as a part: without the marks of where its document begins and ends, its lines in their places."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("%") or re.match(r"(---|\.\.\.)(\s|$)", line):
            lines[number] = "" if line.startswith("%") else f"   {line[3:]}".rstrip()
    return Part(kind, ident, "\n".join(lines).rstrip() + "\n")


def read(text: str, notes: Notes) -> Shared | None:
    """The parts of a text, each judged no further than for its kind and id; None where it is no shared routine."""
    lines = text.rstrip().split("\n")
    is_whole = lines[-1].rstrip() == _END
    pieces = list(_pieces(lines[:-1] if is_whole else lines))
    header = _header(*pieces[0], notes)
    if header is None:
        return None
    if not is_whole:
        end = Mark(len(lines), 1)
        notes.add(end, f"the end is missing, which is a line of {_END}; get the whole file once more")
        return None
    if len(pieces) - 1 > MOST_PARTS:
        notes.add(
            Mark(pieces[MOST_PARTS + 1][0], 1),
            f"the file has {len(pieces) - 1:,} parts; share a routine with at most {MOST_PARTS}",
        )
        return None
    parts = [_part(*piece, number) for number, piece in enumerate(pieces[1:], 1)]
    _judge(parts, header["routine"], notes)
    return Shared(header["routine"], tuple(parts), header.get("by"), header.get("made_with"))


def _pieces(lines: Sequence[str]) -> Iterable[tuple[int, str]]:
    """Each document's first line and text; a mark above the first one counts for nothing."""
    start, found = 0, False
    for number, line in enumerate(lines):
        if line.rstrip() != _BETWEEN:
            continue
        if found or any(above.strip() and not above.startswith("#") for above in lines[start:number]):
            yield start + 1, "\n".join(lines[start:number]) + "\n"
            found = True
        start = number + 1
    yield start + 1, "\n".join(lines[start:]) + "\n"


def _header(first_line: int, text: str, notes: Notes) -> dict[str, str] | None:
    before = len(notes.problems)
    node = parse(text, notes, first_line=first_line)
    if len(notes.problems) > before:
        return None
    kind = node.get("kind") if isinstance(node, Map) else None
    if not isinstance(kind, Scalar) or kind.value != "share":
        mark = START if kind is None else kind.mark
        notes.add(mark, "this is no shared routine; name a file that begins with kind: share")
        return None
    assert isinstance(node, Map)
    number = node.get("format")
    if isinstance(number, Scalar) and isinstance(number.value, int) and number.value > FORMAT:
        notes.add(number.mark, f"format {number.value} is made for a newer version of Posture Coach; update it")
        return None
    read: dict[str, str] | None = _HEADER.read_map(node, notes, START)
    return read


def _part(first_line: int, text: str, number: int) -> Part:
    node = _node(text, first_line)
    kind, ident = (_word(node, key) for key in ("kind", "id"))
    return Part(kind, ident if ID.fullmatch(ident) else f"part-{number}", text, first_line)


def _node(text: str, first_line: int) -> Node | None:
    """What a part says, whatever is wrong in it: that is told where it is judged."""
    try:
        return parse(text, Notes(), first_line=first_line)
    except TooMany:
        return None


def _word(node: Node | None, key: str) -> str:
    found = node.get(key) if isinstance(node, Map) else None
    return found.value if isinstance(found, Scalar) and isinstance(found.value, str) else ""


def _judge(parts: Sequence[Part], routine: str, notes: Notes) -> None:
    """What no file can see by itself: kinds that do not come along, and parts that are there twice."""
    first: dict[tuple[str, str], Part] = {}
    for part in parts:
        mark = _mark(part, "kind")
        if part.kind and part.kind not in KINDS:
            notes.add(
                mark,
                f"{shown(part.kind)} does not come with a shared routine, which brings {', '.join(KINDS)}; take it out",
            )
        other = first.setdefault((part.kind, "" if part.kind in ONE_EACH else part.id), part)
        if other is not part:
            notes.add(
                _mark(part, "id"),
                f"the {part.kind} {part.id} begins in line {other.first_line} already; keep one of them",
            )
        if part.kind in _FILES and part.id in _NO_FILES:
            notes.add(_mark(part, "id"), f"Windows has no file of the name {part.id}; ask for it under another id")
    if ("routine", routine) not in first:
        notes.add(START, f"the routine {routine} is not in the file; get it once more")


def _mark(part: Part, key: str) -> Mark:
    node = _node(part.text, part.first_line)
    found = node.get(key) if isinstance(node, Map) else None
    return Mark(part.first_line, 1) if found is None else found.mark
