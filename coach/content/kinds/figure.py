"""kind: figure: how the three-dimensional body moves."""

from __future__ import annotations

from typing import Any

from coach.content.forms import Either, Variants
from coach.content.joints import (
    BAND_ENDS,
    BODY_PLACES,
    DIRECTIONS,
    HAND_POINTS,
    HIGHEST_PITCH,
    POINTS,
    SIDES,
    SURFACES,
    VIEWS,
)
from coach.content.kinds.opening import POSITIONS, FileRecord
from coach.content.kinds.pose import KEY, POSE, frozen, note_falling
from coach.content.lists import ListOf, TupleOf
from coach.content.model import Figure
from coach.content.node import Map, Mark, Node, Scalar, Seq
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.rules import OneOf, OnlyWith
from coach.content.scalars import Choice, Number, Ref, Yes
from coach.content.shape import Schema, Shape, found
from coach.content.suggest import unknown

_CM = Number(-300, 300, decimal=True)
_LENGTH = Number(0, 300, decimal=True)
_POINT = Choice(*POINTS)
_THERE = Yes(only=True)


class _OrList(Shape):
    """A value, or a list where one is written: a band's end or its place, a word or the shares it stands for."""

    def __init__(self, value: Shape, many: ListOf | TupleOf) -> None:
        self._value, self._many = value, many
        self.hint = value.hint

    def read(self, node: Node, notes: Notes) -> Any:
        return (self._many if isinstance(node, Seq) else self._value).read(node, notes)

    def schema(self, defs: Schema) -> Schema:
        return {"anyOf": [self._value.schema(defs), self._many.schema(defs)]}


# A hand, a wrist, a foot, or a place as [forward, up, right] in centimetres.
_BAND_END = _OrList(Choice(*BAND_ENDS, beside="[90, 110, 0]"), TupleOf(_CM, _CM, _CM, hint="[90, 110, 0]"))
_SHARE = Number(0, 1, decimal=True)
_DURING = _OrList(Choice("all", "start", "end", beside="[0.2, 0.8]"), TupleOf(_SHARE, _SHARE, hint="[0.2, 0.8]"))


def _prop(name: str, *fields: Field, leading: Shape = _THERE) -> Record:
    return Record(frozen, (Field(name, leading, required=True), *fields), hint=f"{{{name}: {leading.hint}}}")


_PROP = Either(
    {word: word for word in ("chair", "mat", "doorway", "desk", "towel")},
    Variants(
        "a prop",
        {
            "chair": _prop(
                "chair",
                Field("back", _CM, "x of the backrest"),
                Field("front", _CM, "x of the seat's edge"),
                Field("top", _LENGTH, "the backrest's height"),
            ),
            "wall": _prop("wall", Field("distance", _LENGTH), leading=Choice("behind", "front", "left", "right")),
            "mat": _prop("mat"),
            "band": _prop("band", leading=ListOf(ListOf(_BAND_END, 2, 2), 1)),
            "doorway": _prop("doorway", Field("distance", _LENGTH), Field("width", _LENGTH)),
            "roller": _prop("roller", Field("under", _POINT, "what it lies under", required=True)),
            "desk": _prop("desk", Field("distance", _LENGTH), Field("height", _LENGTH)),
            "towel": _prop("towel", Field("under", _POINT, "what it lies under")),
        },
    ),
)


class _ContactMap(Record):
    def judge(self, node: Map, values: dict[str, Any], notes: Notes) -> bool:
        on = node.get("on")
        if "point" not in values or "on" not in values or on is None:
            return True
        return _only_hands(values["point"], values["on"], on.mark, notes)


def _only_hands(point: str, on: str, mark: Mark, notes: Notes) -> bool:
    if on not in BODY_PLACES or point in HAND_POINTS:
        return True
    notes.add(mark, f"{point} cannot rest on {on}, only hands can; write one of {', '.join(SURFACES)}")
    return False


class _Contact(Shape):
    """`POINT on PLACE`, or a map that says more."""

    hint = "feet on floor"

    def __init__(self) -> None:
        directions = ListOf(Choice(*DIRECTIONS), 1)
        at = Record(frozen, [Field(key, _CM) for key in ("forward", "up", "out")], hint="{forward: 0}")
        self._map = _ContactMap(
            frozen,
            (
                Field("point", _POINT, "what touches", required=True),
                Field("on", Choice(*SURFACES, *BODY_PLACES), "what it touches", required=True),
                Field("moves", Choice("plant", "slide", "step", "stride"), "default plant"),
                Field("during", _DURING, "default all; [0.5, 1] from and to these shares of the movement"),
                Field(
                    "at", _OrList(at, ListOf(at, 1)), "fixes coordinates of the target, centimetres; a list: key by key"
                ),
                Field("bend", directions, "where the elbow points"),
                Field("fingers", directions, "where the fingers point"),
                Field("lift", Number(0, 50, decimal=True), "how high a step or stride goes; default 7"),
                Field("stride", _LENGTH, "with stride: the ground passed in one period, centimetres; default 60"),
                Field("stance", Number(0.2, 0.8, decimal=True), "with stride: the share on the ground; default 0.6"),
            ),
            hint="{point: feet, on: floor}",
        )

    def read(self, node: Node, notes: Notes) -> Any:
        if not isinstance(node, Scalar):
            return self._map.read(node, notes)
        point, between, on = node.text.partition(" on ")
        if not between:
            notes.add(node.mark, f"{found(node)} is not a contact; write POINT on PLACE, such as {self.hint}")
            return None
        for word, known in ((point, POINTS), (on, (*SURFACES, *BODY_PLACES))):
            if word not in known:
                notes.add(node.mark, unknown(word, known))
                return None
        return frozen(point=point, on=on) if _only_hands(point, on, node.mark, notes) else None

    def schema(self, defs: Schema) -> Schema:
        words = f"^({'|'.join(POINTS)}) on ({'|'.join((*SURFACES, *BODY_PLACES))})$"
        return {"anyOf": [{"type": "string", "pattern": words}, self._map.schema(defs)]}


class _FigureFile(FileRecord):
    """Keys of a movement rise."""

    def judge(self, node: Map, _values: dict[str, Any], notes: Notes) -> bool:
        fine = True
        for name in ("via", "cycle"):
            keys = node.get(name)
            fine = note_falling(list(keys.items) if isinstance(keys, Seq) else [], notes) and fine
        return fine


_VIEW = _OrList(
    Choice(*VIEWS, beside="[-25, 20]"),
    TupleOf(Number(-180, 180, decimal=True), Number(0, HIGHEST_PITCH, decimal=True), hint="[-25, 20]"),
)
_VIEWS_SAID = (
    "[yaw, pitch] in degrees, or a name for them: "
    f"{', '.join(f'{name} [{yaw}, {pitch}]' for name, (yaw, pitch) in VIEWS.items())}. "
    "Yaw 0 sees the right side, 90 the front, 180 the left side, -90 the back; pitch looks down, 0 level. "
    "A sitting figure is seen from [58, 8] where front is written"
)

FIGURE = _FigureFile(
    "figure",
    Figure,
    (
        Field("view", _VIEW, f"the camera's start; default three-quarter. {_VIEWS_SAID}"),
        Field("second_view", _VIEW, "a second camera, said like view"),
        Field("second-view", _VIEW, "the same as second_view", name="second_view"),
        Field("base", POSITIONS, "the posture that the poses are laid over", required=True),
        Field("props", ListOf(_PROP), "what stands or lies around"),
        Field("start", POSE, "laid over the base, joint by joint, key by key", required=True),
        Field("via", ListOf(KEY), "passed without stopping, each laid over the one before"),
        Field("end", POSE, "laid over start (over the last via)"),
        Field("cycle", ListOf(KEY, 1), "instead of end: a movement that repeats"),
        Field("mirror", Yes(), "the cycle's keys are its first half, their mirror image the second"),
        Field("wrong", POSE, "a common mistake, laid over end"),
        Field("contacts", ListOf(_Contact()), "what touches; replaces the base's contacts"),
        Field(
            "wrong_contacts",
            ListOf(_Contact()),
            "what touches in the mistake, in place of contacts: leave out a hand that lifts",
        ),
        Field("highlight", ListOf(Ref("area", hard=True, prefixes=SIDES)), "areas drawn in the accent colour"),
        Field("marks", ListOf(_POINT), "contact points shown as small targets"),
    ),
    (
        OneOf(("end", "cycle"), needed=False),
        OneOf(("via", "cycle"), needed=False),
        OnlyWith("wrong_contacts", ("wrong",)),
        OneOf(("second_view", "second-view"), needed=False),
    ),
)
