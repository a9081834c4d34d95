"""What stands or lies around a figure: a word, or a map whose first key is the prop's name."""

from __future__ import annotations

from typing import Any

from coach.content.forms import Either, Variants
from coach.content.joints import BAND_ENDS, POINTS
from coach.content.kinds.pose import frozen
from coach.content.lists import ListOf, OrList, TupleOf
from coach.content.node import Node
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.scalars import Choice, Number, Yes
from coach.content.shape import Shape

CM = Number(-300, 300, decimal=True)
LENGTH = Number(0, 300, decimal=True)
_POINT = Choice(*POINTS)
_BAND_END = OrList(Choice(*BAND_ENDS, beside="[90, 110, 0]"), TupleOf(CM, CM, CM, hint="[90, 110, 0]"))


class _Stretch(TupleOf):
    """A band between two ends."""

    def read(self, node: Node, notes: Notes) -> tuple[Any, ...] | None:
        ends = super().read(node, notes)
        if ends is None or ends[0] != ends[1]:
            return ends
        notes.add(node.mark, "a band ends where it begins; write two ends such as [left-hand, right-hand]")
        return None


def _prop(name: str, *fields: Field, leading: Shape | None = None, about: str = "it is there") -> Record:
    shape = leading or Yes(only=True)
    return Record(frozen, (Field(name, shape, about, required=True), *fields), hint=f"{{{name}: {shape.hint}}}")


PROP = Either(
    {word: word for word in ("chair", "mat", "doorway", "desk", "towel")},
    Variants(
        "a prop",
        {
            "chair": _prop(
                "chair",
                Field("back", CM, "where the backrest's face stands, + forward of the hips' place, in cm", default=-19),
                Field("front", CM, "where the seat ends in front, in cm", default=23),
                Field("top", LENGTH, "the backrest's height above the floor, in cm", default=86),
            ),
            "wall": _prop(
                "wall",
                Field("distance", LENGTH, "from the hips' place, in cm", default=12),
                leading=Choice("behind", "front", "left", "right"),
                about="where it stands, seen from the figure",
            ),
            "mat": _prop("mat"),
            "band": _prop(
                "band",
                leading=ListOf(_Stretch(_BAND_END, _BAND_END, hint="[left-hand, right-hand]"), 1),
                about="its stretches, each taut between two ends: a hand, a wrist, a foot, or a place that it is "
                "tied to as [forward, up, right] in cm",
            ),
            "doorway": _prop(
                "doorway",
                Field("distance", LENGTH, "in front of the hips' place, in cm", default=12),
                Field("width", LENGTH, "between the jambs, in cm", default=84),
            ),
            "roller": _prop("roller", Field("under", _POINT, "the point that it lies under", required=True)),
            "desk": _prop(
                "desk",
                Field("distance", LENGTH, "its near edge in front of the hips' place, in cm", default=40),
                Field("height", LENGTH, "of its top, in cm", default=74),
            ),
            "step": _prop(
                "step",
                Field("distance", LENGTH, "its near edge from the hips' place, in cm", default=2),
                Field("height", LENGTH, "of its top, in cm", default=15),
                leading=Choice("front", "behind", "left", "right"),
                about="where it lies, seen from the figure: a low block, 30 deep and 70 wide",
            ),
            "towel": _prop(
                "towel",
                Field("under", _POINT, "the point that it lies under, default forehead; at an elbow it stands upright"),
                Field("rolled", Yes(only=True), "rolled up, across the body, about as thick as a wrist"),
            ),
        },
    ),
)
