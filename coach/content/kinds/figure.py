"""kind: figure: how the three-dimensional body moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.content.joints import HIGHEST_PITCH, SIDES, VIEWS
from coach.content.kinds.contacts import POINT, Contact
from coach.content.kinds.first_keys import POSITIONS, FileRecord
from coach.content.kinds.pose import KEY, POSE, note_times
from coach.content.kinds.pose_words import POSE_ABOUT
from coach.content.kinds.props import PROP
from coach.content.lists import ListOf, OrList, SetOf, TupleOf
from coach.content.model import Figure
from coach.content.node import Map, Node, Scalar, Seq
from coach.content.notes import Notes
from coach.content.records import Field
from coach.content.rules import OneOf, OnlyWith
from coach.content.scalars import Choice, Number, Ref, Yes

_SINGLE = ("chair", "wall", "mat", "doorway", "roller", "desk", "step")


class _FigureFile(FileRecord):
    """Keys of a movement rise; of most props there is one."""

    judged_by = ("via", "cycle", "props")

    def judge(self, node: Map, _values: dict[str, Any], notes: Notes) -> bool:
        times = [note_times(_items(node, key), notes, is_cycle=key == "cycle") for key in ("via", "cycle")]
        return all(times) and _note_repeated(_items(node, "props"), notes)


def _items(node: Map, key: str) -> Sequence[Node]:
    items = node.get(key)
    return items.items if isinstance(items, Seq) else ()


def _note_repeated(props: Sequence[Node], notes: Notes) -> bool:
    """Whether each prop of which there can be one stands once; a second one is noted where it stands."""
    seen: set[str] = set()
    known = len(notes.problems)
    for prop in props:
        words = {prop.text} if isinstance(prop, Scalar) else set(prop.key_marks()) if isinstance(prop, Map) else set()
        for word in words.intersection(_SINGLE):
            if word in seen:
                notes.add(prop.mark, f"there is a {word} already; keep one of them")
            seen.add(word)
    return len(notes.problems) == known


_VIEW = OrList(
    Choice(*VIEWS, beside="[-25, 20]"),
    TupleOf(Number(-180, 180, decimal=True), Number(0, HIGHEST_PITCH, decimal=True), hint="[-25, 20]"),
)
_VIEWS_SAID = (
    "[yaw, pitch] in degrees, or a name for them: "
    f"{', '.join(f'{name} [{yaw}, {pitch}]' for name, (yaw, pitch) in VIEWS.items())}. "
    "Yaw 0 sees the right side, 90 the front, 180 the left side, -90 the back; pitch looks down, 0 level. "
    "A sitting figure is seen from [58, 8] where front is written"
)
_BASES_SAID = (
    "standing: feet on floor; sitting: pelvis on chair, feet on floor (a chair is put there); kneeling: knees and "
    "insteps on floor; all-fours: hands too; prone: belly and insteps; supine: buttocks and head; side-lying (on the "
    "right side): right-hip-side. The hips' middle is 90.1, 53.5, 46.9, 46.9, 9.6, 12.2, 16.2 cm above the floor"
)
_CONTACTS_SAID = (
    "what touches and is kept, in place of the base's contacts: the body is moved and the limbs are bent until it "
    "holds; what is missed by more than 1.7 cm is a problem, and so are hips that a contact of theirs pulls more than "
    "12 cm from where the pose has them"
)

FIGURE = _FigureFile(
    "figure",
    Figure,
    (
        Field("view", _VIEW, f"the camera's start. {_VIEWS_SAID}", default="three-quarter"),
        Field("second_view", _VIEW, "a second camera, said like view"),
        Field("second-view", _VIEW, "the same as second_view", name="second_view"),
        Field(
            "base", POSITIONS, f"the posture that poses are laid over, and its contacts. {_BASES_SAID}", required=True
        ),
        Field("props", ListOf(PROP), "what stands or lies around; a chair's seat is 43 cm high"),
        Field("start", POSE, f"laid over the base. {POSE_ABOUT}", required=True),
        Field("via", ListOf(KEY), "passed on the way without stopping, each laid over the one before"),
        Field("end", POSE, "laid over start (over the last via)"),
        Field("cycle", ListOf(KEY, 1), "instead of end: a movement that repeats, each key laid over start"),
        Field("mirror", Yes(), "the cycle's keys are its first half, their mirror image the second", default=False),
        Field("wrong", POSE, "a common mistake, laid over end (over start with a cycle)"),
        Field("contacts", ListOf(Contact()), _CONTACTS_SAID),
        Field("wrong_contacts", ListOf(Contact()), "what touches in the mistake, in place of contacts"),
        Field(
            "highlight",
            SetOf(Ref("area", hard=True, prefixes=SIDES)),
            "areas that glow: those that the view sees from their own side; left-AREA or right-AREA is one side",
        ),
        Field(
            "marks",
            SetOf(POINT),
            "points shown as small targets, as in the wall test",
        ),
    ),
    (
        OneOf(("end", "cycle"), needed=False),
        OneOf(("via", "cycle"), needed=False),
        OnlyWith("wrong_contacts", ("wrong",)),
        OnlyWith("mirror", ("cycle",)),
        OneOf(("second_view", "second-view"), needed=False),
    ),
)
