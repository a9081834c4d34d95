"""What of a figure touches what: `POINT on PLACE`, or a map that says more."""

from __future__ import annotations

from typing import Any

from coach.content.joints import ARM_POINTS, BODY_PLACES, DIRECTIONS, HAND_POINTS, POINTS, SURFACES
from coach.content.kinds.pose import frozen
from coach.content.kinds.props import CM, LENGTH
from coach.content.lists import ListOf, OrList, Rising
from coach.content.node import Map, Mark, Node, Scalar
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.scalars import Choice, Number
from coach.content.shape import Defs, Schema, Shape, found
from coach.content.spelling import one_of, schema_of, unknown

_SHARE = Number(0, 1, decimal=True)
_DURING = OrList(Choice("all", "start", "end", beside="[0.2, 0.8]"), Rising(_SHARE, may_equal=False))
_DIRECTIONS = ListOf(Choice(*DIRECTIONS), 1)
_AT = Record(
    frozen,
    (
        Field("forward", CM, "forward of the hips' place; cm"),
        Field("up", CM, "above the floor; cm"),
        Field("out", CM, "out from the midline to the point's own side; cm"),
    ),
    hint="{forward: 0}",
)
_MOVES = (
    "plant (default): stays where the start pose has it; slide: anywhere on the surface, as the pose says; step: "
    "planted anew at each key and lifted between; stride: walks, the ground passing below"
)
POINT = Choice(*POINTS, look=schema_of("figure"))
_FIELDS = (
    Field(
        "point",
        POINT,
        "what touches; feet, hands, knees ... are both sides. Feet lie flat; of forefeet and heels the ball or heel "
        "keeps its place, and hip, knee and ankle say how far the other is up; toes stand high",
        required=True,
    ),
    Field(
        "on",
        Choice(*SURFACES, *BODY_PLACES),
        f"what it touches: {', '.join(SURFACES)}; of the body, for hands only: {', '.join(BODY_PLACES)}",
        required=True,
    ),
    Field("moves", Choice("plant", "slide", "step", "stride"), _MOVES),
    Field(
        "during",
        _DURING,
        "all (default); start: let go over the first 30 %; end: taken up over the last 30 %; [0.5, 1]: from and to "
        "these shares of the movement",
    ),
    Field("at", OrList(_AT, ListOf(_AT, 1)), "fixes coordinates of the place; a list: one for each key, in turn"),
    Field("bend", _DIRECTIONS, "where the elbow points, seen from the chest; default: as the pose has it"),
    Field("fingers", _DIRECTIONS, "where the fingers point along the surface, seen from the chest"),
    Field("lift", Number(0, 50, decimal=True), "how high a step or stride goes, in cm", default=7),
    Field("stride", LENGTH, "with stride: the ground passed in one period, in cm", default=60),
    Field("stance", Number(0.2, 0.8, decimal=True), "with stride: the share of it on the ground", default=0.6),
)


_ONLY_WITH_MOVES = {"lift": ("step", "stride"), "stride": ("stride",), "stance": ("stride",)}


class _ContactMap(Record):
    def judge(self, node: Map, values: dict[str, Any], notes: Notes) -> bool:
        known = len(notes.problems)
        given, point = node.key_marks(), values.get("point")
        moves = values.get("moves") if "moves" in given else "plant"  # None: already noted
        for key, words in _ONLY_WITH_MOVES.items():
            if key in given and moves is not None and moves not in words:
                notes.add(given[key], f"{key} goes only with moves: {one_of(words)}; take it out, or write that")
        for key, points in (("bend", ARM_POINTS), ("fingers", HAND_POINTS)):
            if key in given and point is not None and point not in points:
                limbs = "hands" if key == "fingers" else "hands, forearms and elbows"
                notes.add(given[key], f"{key} is for {limbs}, not for {point}; take it out")
        on = node.get("on")
        if point is not None and "on" in values and on is not None:
            _only_hands(point, values["on"], on.mark, notes)
        return len(notes.problems) == known


def _only_hands(point: str, on: str, mark: Mark, notes: Notes) -> bool:
    if on not in BODY_PLACES or point in HAND_POINTS:
        return True
    notes.add(mark, f"{point} cannot rest on {on}, only hands can; write one of {', '.join(SURFACES)}")
    return False


class Contact(Shape):
    """`POINT on PLACE`, or a map that says more."""

    hint = "feet on floor"

    def __init__(self) -> None:
        self._map = _ContactMap(frozen, _FIELDS, hint="{point: feet, on: floor}", name="contact")

    def read(self, node: Node, notes: Notes) -> Any:
        """The contact as a frozen map, the short form with `point` and `on` alone; None once a problem is noted."""
        if not isinstance(node, Scalar):
            return self._map.read(node, notes)
        point, between, on = node.text.partition(" on ")
        if not between:
            notes.add(node.mark, f"{found(node)} is not a contact; write POINT on PLACE, such as {self.hint}")
            return None
        for word, known in ((point, POINTS), (on, (*SURFACES, *BODY_PLACES))):
            if word not in known:
                notes.add(node.mark, unknown(word, known, schema_of("figure")))
                return None
        return frozen(point=point, on=on) if _only_hands(point, on, node.mark, notes) else None

    def schema(self, defs: Defs) -> Schema:
        """The short form as a text with every known pair of words, or the map."""
        words = f"^({'|'.join(POINTS)}) on ({'|'.join((*SURFACES, *BODY_PLACES))})$"
        return {"anyOf": [{"type": "string", "pattern": words}, self._map.schema(defs)]}
