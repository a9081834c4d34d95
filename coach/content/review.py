"""Who reviewed an exercise, and when: `false`, or `{by: Jane Doe, on: 2026-11-29}`."""

from __future__ import annotations

import re
from datetime import date

from coach.content import units
from coach.content.model import Review
from coach.content.node import Map, Node, Plain, Scalar
from coach.content.notes import Notes, SureNotes
from coach.content.records import Field, Record
from coach.content.scalars import Converted, Yes
from coach.content.shape import Defs, Schema, Shape, found
from coach.content.spelling import shown
from coach.content.texts import TextShape

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[-./]\s*([0-9]{1,2})\s*[-./]\s*([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*\.\s*([0-9]{1,2})\s*\.\s*([0-9]{4})")
_FIRST_YEAR = 1900
_EXAMPLE = "2026-11-29"
_HINT = f"{{by: TEXT, on: {_EXAMPLE}}}"


def day_of(text: str) -> date:
    """A day such as `2026-11-29`. Raises units.Wrong."""
    written = _DAY.fullmatch(text)
    if written is None:
        likely = _likely(text.strip())
        write = likely.isoformat() if likely is not None else f"the year, month and day, such as {_EXAMPLE}"
        raise units.Wrong(f"{shown(text) or 'an empty text'} is not a date; write {write}")
    day = _on_the_calendar(*written.groups())
    if day is None:
        raise units.Wrong(f"there is no {text} in the calendar; write a day that there was, such as {_EXAMPLE}")
    if day.year < _FIRST_YEAR:
        raise units.Wrong(f"{text} is too early; write a day from {_FIRST_YEAR} on")
    return day


def _likely(text: str) -> date | None:
    """The day that is meant where day and month cannot be taken for each other."""
    if found := _YEAR_FIRST.fullmatch(text):
        return _on_the_calendar(*found.groups())
    if found := _DAY_FIRST.fullmatch(text):
        return _on_the_calendar(found[3], found[2], found[1])
    return None


def _on_the_calendar(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


class _PastDay(Converted):
    """A day that is past; whether it is, shows to who knows what day it is."""

    def __init__(self) -> None:
        super().__init__(day_of, _EXAMPLE, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date")

    def read(self, node: Node, notes: Notes) -> date | None:
        day: date | None = super().read(node, notes)
        if day is not None:
            notes.past_days.append((node.mark, day))
        return day


_REVIEW = Record(
    Review,
    (
        Field("by", TextShape(one_line=True), "who it was: a name, and what makes them one to ask", required=True),
        Field("on", _PastDay(), "on which day", required=True),
    ),
    hint=_HINT,
    elsewhere={"en": "write by: {en: TEXT}"},
)


class Reviewed(Shape):
    """`false`, or who and when as a Review; `true`, as older files have it, is a Review without either."""

    hint = "false"

    def read(self, node: Node, notes: Notes) -> Review | bool | None:
        """The Review, or False; None once a problem is noted."""
        if isinstance(node, Map):
            review: Review | None = _REVIEW.read(node, notes)
            return review
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return Review() if node.value else False
        if isinstance(node, Scalar) and node.text.lower() in ("yes", "no", "on", "off", "y", "n", "true", "false"):
            Yes().read(node, notes)
        else:
            notes.add(node.mark, f"{found(node)} cannot stand here; write false or {_HINT}")
        return None

    def quick(self, value: Plain, notes: SureNotes) -> Review | bool:
        """The Review, or False."""
        return False if value is False else super().quick(value, notes)

    def schema(self, defs: Defs) -> Schema:
        """A truth value, or the map."""
        return {"anyOf": [Yes().schema(defs), _REVIEW.schema(defs)]}
