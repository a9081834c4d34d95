"""Poses of the figure: joints and numbers within their limits."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from coach.content.joints import BARE, JOINTS, MIDDLE, SIDES, Limits
from coach.content.kinds.pose_words import JOINT_WORDS
from coach.content.node import Map, Node, Plain, Scalar
from coach.content.notes import Notes, SureNotes
from coach.content.records import Field, Record
from coach.content.rules import OneOf, Rule
from coach.content.scalars import Number
from coach.content.shape import Defs, Schema, Shape, found
from coach.content.spelling import schema_of


def frozen(**values: Any) -> MappingProxyType[str, Any]:
    """A map that nobody can change, from what a Record read."""
    return MappingProxyType(values)


class _Joint(Shape):
    """A map of a joint's keys; a bare number where the joint has one chief key."""

    def __init__(self, joint: str, limits: Limits) -> None:
        self._joint, self._limits = joint, limits
        self._bare = BARE.get(joint)
        key = self._bare or next(iter(limits))
        self.hint = f"{{{key}: {min(10, limits[key][1])}}}"
        words = JOINT_WORDS[joint].keys
        fields = [Field(name, Number(low, high, decimal=True), words[name]) for name, (low, high) in limits.items()]
        rules: list[Rule] = [OneOf(("flex", "abduct"), needed=False)] if joint == "shoulder" else []
        self._keys = Record(frozen, fields, rules, hint=self.hint, name=f"joint-{joint}")
        self._number = Number(*limits[self._bare], decimal=True) if self._bare else None

    def read(self, node: Node, notes: Notes) -> Any:
        if not isinstance(node, Scalar):
            return self._keys.read(node, notes)
        if self._number:
            return self._number.read(node, notes)
        notes.add(node.mark, f"{found(node)} is not enough for {self._joint}; write a map such as {self.hint}")
        return None

    def quick(self, value: Plain, notes: SureNotes) -> Any:
        return (self._number if self._number and type(value) is not dict else self._keys).quick(value, notes)

    def schema(self, defs: Defs) -> Schema:
        keys = self._keys.schema(defs)
        return {"anyOf": [self._number.schema(defs), keys]} if self._number else keys


def _bare_name(joint: str) -> str:
    return next((joint.removeprefix(side) for side in SIDES if joint.startswith(side)), joint)


def _about(joint: str) -> str:
    bare = _bare_name(joint)
    return JOINT_WORDS[joint].about if joint == bare else f"{bare} of one side"


POSE = Record(
    frozen,
    [Field(joint, _Joint(_bare_name(joint), limits), _about(joint)) for joint, limits in JOINTS.items()],
    hint="{thoracic: {flex: 8}}",
    name="pose",
    elsewhere={side + joint: f"it has no sides, write {joint}" for joint in MIDDLE for side in SIDES},
    look=schema_of("figure"),
)
KEY = Record(
    lambda at, pose=None: (float(at), pose if pose is not None else frozen()),
    (
        Field("at", Number(0, 1, decimal=True), "when, as a share of the movement", required=True),
        Field("pose", POSE, "laid over the one before"),
    ),
    hint="{at: 0.5, pose: {...}}",
)


def note_times(keys: Sequence[Node], notes: Notes, *, is_cycle: bool) -> bool:
    """Whether the keys' `at` rise between the start and the end (from the start on in a cycle); else it is noted."""
    last: float | None = None
    known = len(notes.problems)
    for key in keys:
        at = key.get("at") if isinstance(key, Map) else None
        if (
            not isinstance(at, Scalar)
            or isinstance(at.value, (str, bool))
            or at.value is None
            or not 0 <= at.value <= 1
        ):
            continue
        if at.value == 1 and is_cycle:
            notes.add(at.mark, f"{at.text} is the start of the next period; write less than 1")
        elif at.value in (0, 1) and not is_cycle:
            key_name = "end" if at.value else "start"
            notes.add(at.mark, f"{at.text} is the time of {key_name}; write it there, or more than 0 and less than 1")
        elif last is not None and at.value <= last:
            notes.add(at.mark, f"{at.text} does not rise above {last:g}; write the keys in the order of their `at`")
        last = at.value
    return len(notes.problems) == known
