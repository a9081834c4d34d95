"""kind: plan."""

from __future__ import annotations

import re
from typing import Any

from coach.content import units
from coach.content.kinds.dose import DoseShape
from coach.content.kinds.first_keys import FileRecord
from coach.content.lists import Links, ListOf, SetOf
from coach.content.model import Plan, PlanItem, PlanWeeks
from coach.content.node import Map, Node, Scalar, Seq
from coach.content.notes import ItemPlace, Notes, PlacedVariant
from coach.content.records import Field, Record
from coach.content.rules import OneOf, OnlyWith
from coach.content.scalars import Converted, Number, Ref
from coach.content.spelling import shown
from coach.content.weekdays import Days

_WEEKS = re.compile(r"([1-9][0-9]{0,2})(-([1-9][0-9]{0,2})?)?")
_SHARE = re.compile(r"([1-9][0-9]?|100)%")


def weeks(text: str) -> tuple[int, int | None]:
    """`7`, `1-2` or `9-` as the first and the last week. Raises units.Wrong."""
    found = _WEEKS.fullmatch(text)
    if not found:
        raise units.Wrong(f"{shown(text) or 'an empty text'} is no range of weeks; write one such as 7, 1-2 or 9-")
    first = int(found[1])
    last = first if found[2] is None else int(found[3]) if found[3] else None
    if last is not None and last < first:
        raise units.Wrong(f"{text} runs backwards; write {last}-{first}")
    return first, last


def _volume(text: str) -> float:
    if found := _SHARE.fullmatch(text):
        return int(found[1]) / 100
    raise units.Wrong(f"{shown(text) or 'an empty text'} is not a share; write 1% to 100%, such as 50%")


class _Item(Record):
    """Takes the places of its dose along: it is judged with every exercise of the routine."""

    def read(self, node: Node, notes: Notes) -> Any:
        layers = len(notes.layers)
        item = super().read(node, notes)
        layer = notes.layers.pop() if len(notes.layers) > layers else None
        if isinstance(node, Map) and isinstance(routine := node.get("routine"), Scalar):
            only, variants = node.get("only"), node.get("with")
            ids = tuple(
                (one.text, one.mark) for one in (only.items if isinstance(only, Seq) else ()) if isinstance(one, Scalar)
            )
            pairs = tuple(
                PlacedVariant(named.text, named.mark, other.text)
                for named, other in (variants.entries if isinstance(variants, Map) else ())
                if isinstance(other, Scalar)
            )
            notes.items.append(ItemPlace(routine.text, layer, ids, pairs))
        return item


_ITEM = _Item(
    PlanItem,
    (
        Field("routine", Ref("routine", hard=True), "the routine to do"),
        Field("test", Ref("test", hard=True), "the test to do"),
        Field("days", Days(1), "on which days", required=True),
        Field("times", Number(1, 5), "how often a day", default=1),
        Field("dose", DoseShape(whole=False), "laid over every exercise of the routine"),
        Field("only", SetOf(Ref("exercise", hard=True), 1), "that dose for these exercises only"),
        Field(
            "with",
            Links(Ref("exercise", hard=True), Ref("exercise", hard=True), "{EXERCISE: EXERCISE}"),
            "in these weeks the second exercise in the place of the first, which the routine has",
            name="variants",
        ),
        Field(
            "volume",
            Converted(_volume, "50%", r"^([1-9][0-9]?|100)%$", "a share"),
            "how much of the routine: fewer sets, then fewer repetitions or less time in each",
        ),
        Field("if_sore", Ref("routine"), "the routine to do instead when sore"),
    ),
    (
        OneOf(("routine", "test"), "routine: ID or test: ID"),
        OnlyWith("dose", ("routine",)),
        OnlyWith("only", ("dose",)),
        OnlyWith("with", ("routine",)),
        OnlyWith("volume", ("routine",)),
    ),
    hint="{routine: ID, days: [mon]}",
)


def _weeks_of(weeks: tuple[int, int | None], do: tuple[PlanItem, ...]) -> PlanWeeks:
    return PlanWeeks(*weeks, do)


class _PlanFile(FileRecord):
    """Ranges of weeks rise and do not overlap."""

    def judge(self, node: Map, _values: dict[str, Any], notes: Notes) -> bool:
        blocks = node.get("weeks")
        reached: int | None = 0
        before = len(notes.problems)
        for block in blocks.items if isinstance(blocks, Seq) else ():
            written = block.get("weeks") if isinstance(block, Map) else None
            if not isinstance(written, Scalar):
                continue
            try:
                first, last = weeks(written.text)
            except units.Wrong:
                continue
            if reached is None or first <= reached:
                so_far = "the weeks before it have no end" if reached is None else f"week {reached} stands before it"
                notes.add(written.mark, f"{written.text} does not rise, {so_far}; write weeks in order, none twice")
            else:
                reached = last
        return len(notes.problems) == before


PLAN = _PlanFile(
    "plan",
    Plan,
    (
        Field(
            "weeks",
            ListOf(
                Record(
                    _weeks_of,
                    (
                        Field(
                            "weeks",
                            Converted(
                                weeks,
                                "1-2",
                                r"^[1-9][0-9]{0,2}(-([1-9][0-9]{0,2})?)?$",
                                "a range of weeks",
                                {"type": "integer", "minimum": 1, "maximum": 999},
                            ),
                            "7, 1-2 or 9- (from here on)",
                            required=True,
                        ),
                        Field("do", ListOf(_ITEM, 1), "what to do in these weeks", required=True),
                    ),
                    hint="{weeks: 1-2, do: [...]}",
                ),
                1,
            ),
            "what to do when",
            required=True,
        ),
    ),
)
