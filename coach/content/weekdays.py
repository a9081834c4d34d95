"""Days of the week as an author writes them: `mon`, `mon-fri`, `sat-mon` which wraps, `[mon-wed, sat]`."""

from __future__ import annotations

import re

from coach.content.model import WEEKDAYS
from coach.content.node import Map, Node, Scalar, Seq
from coach.content.notes import Notes
from coach.content.scalars import Choice
from coach.content.shape import Defs, Schema, Shape, found, take
from coach.content.spelling import nearest, one_of, shown

_ONE = f"({'|'.join(WEEKDAYS)})"
_RANGE = re.compile(f"{_ONE}-{_ONE}")
_BETWEEN = re.compile(r"\s*(?:-|–|—|\.\.|/|\bto\b|\buntil\b)\s*")
_APART = re.compile(r"[,;\s]+")
_MEANT = {
    "daily": "mon-sun",
    "everyday": "mon-sun",
    "every day": "mon-sun",
    "all": "mon-sun",
    "weekdays": "mon-fri",
    "weekend": "sat-sun",
    "weekends": "sat-sun",
}
_DAY = Choice(*WEEKDAYS, beside="mon-fri")


def days_of(text: str) -> tuple[str, ...]:
    """The days of a day or a range, in their order; none for another text, or a range of one day."""
    if text in WEEKDAYS:
        return (text,)
    ends = _RANGE.fullmatch(text)
    if ends is None or ends[1] == ends[2]:
        return ()
    first, last = WEEKDAYS.index(ends[1]), WEEKDAYS.index(ends[2])
    return tuple(WEEKDAYS[(first + n) % len(WEEKDAYS)] for n in range((last - first) % len(WEEKDAYS) + 1))


def in_full(plain: object) -> object:
    """JSON values of a file with all of their `days` as lists of days, so that no program needs to know of ranges."""
    if isinstance(plain, list):
        return [in_full(one) for one in plain]
    if not isinstance(plain, dict):
        return plain
    return {key: _listed(value) if key == "days" else in_full(value) for key, value in plain.items()}


def _listed(value: object) -> object:
    written = value if isinstance(value, list) else [value]
    return [day for one in written for day in days_of(str(one))]


class _DayOrRange(Shape):
    """A day or a range, as a tuple of days."""

    hint = "mon-fri"

    def read(self, node: Node, notes: Notes) -> tuple[str, ...] | None:
        text = node.value if isinstance(node, Scalar) and isinstance(node.value, str) else ""
        if days := days_of(text):
            return days
        if (meant := _meant(text)) is not None:
            notes.add(node.mark, f"{shown(text)} {meant}")
        else:
            _DAY.read(node, notes)
        return None

    def schema(self, _defs: Defs) -> Schema:
        span = {"type": "string", "pattern": f"^{_ONE}-{_ONE}$", "examples": [self.hint]}
        return {"anyOf": [{"enum": list(WEEKDAYS)}, span]}


class Days(Shape):
    """A day, a range, or a list of them, as a tuple of days; none may stand twice. `least`: so many days at least."""

    hint = "[mon]"

    def __init__(self, least: int = 0) -> None:
        self._one, self._least = _DayOrRange(), least

    def read(self, node: Node, notes: Notes) -> tuple[str, ...] | None:
        """The days in the order of the file, or None where one is none, or stands twice; every problem is noted."""
        if isinstance(node, Map):
            notes.add(node.mark, f"{found(node)} cannot stand here; write mon-fri or [mon, thu]")
            return None
        if not isinstance(node, Seq):
            return self._one.read(node, notes)
        if len(node.items) < self._least:
            notes.add(node.mark, f"the list is empty; write at least one, such as {self.hint}")
            return None
        read = [take(self._one, inner, notes) for inner in node.items]
        if any(one is None for one in read):
            return None  # as in any set: what stands twice is told once all can be read
        days: list[str] = []
        before = len(notes.problems)
        for inner, named in zip(node.items, read, strict=True):
            if again := [day for day in named if day in days]:
                notes.add(inner.mark, _twice(found(inner), again))
            days += [day for day in named if day not in days]
        return tuple(days) if len(notes.problems) == before else None

    def schema(self, defs: Defs) -> Schema:
        """A day or a range, or an array of those."""
        one = self._one.schema(defs)
        defs["days"] = {"anyOf": [*one["anyOf"], {"type": "array", "items": one, "uniqueItems": True}]}
        return {"$ref": "#/$defs/days", **({"minItems": self._least} if self._least else {})}


def _meant(text: str) -> str | None:
    """What to write for a text that stands for days in another way; None for anything else."""
    plain = text.strip().lower()
    if plain in _MEANT:
        return f"is not known; write {_MEANT[plain]}"
    if _RANGE.fullmatch(plain) and not days_of(plain):
        if text == plain:
            return f"is one day; write {plain[:3]}"
        return f"is not known; did you mean {plain[:3]}?"
    parts = [_short(part) for part in _APART.split(plain)]
    if len(parts) > 1 and all(days_of(part) for part in parts):
        return f"is one text; write [{', '.join(parts)}]"
    likely = _short(plain)
    return f"is not known; did you mean {likely}?" if len(days_of(likely)) > 1 else None


def _short(text: str) -> str:
    """`mon-fri` of `Monday – Friday`, and of `mon-fry`."""
    parts = [part[:3] for part in _BETWEEN.split(text) if part]
    return "-".join(nearest(part, WEEKDAYS) or part for part in parts)


def _twice(written: str, again: list[str]) -> str:
    if again == [written]:
        return f"{written} stands in this list twice; keep one of them"
    verb = "stands" if len(again) == 1 else "stand"
    return f"{one_of(again).replace(' or ', ' and ')} of {written} {verb} in this list already; write each day once"
