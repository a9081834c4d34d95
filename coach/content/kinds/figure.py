"""kind: figure: how the three-dimensional body moves."""

from __future__ import annotations

from typing import Any

from coach.content.joints import HIGHEST_PITCH, POINTS, SIDES, VIEWS
from coach.content.kinds.contacts import Contact
from coach.content.kinds.opening import POSITIONS, FileRecord
from coach.content.kinds.pose import KEY, POSE, note_falling
from coach.content.kinds.pose_words import POSE_ABOUT
from coach.content.kinds.props import PROP
from coach.content.lists import ListOf, OrList, TupleOf
from coach.content.model import Figure
from coach.content.node import Map, Seq
from coach.content.notes import Notes
from coach.content.records import Field
from coach.content.rules import OneOf, OnlyWith
from coach.content.scalars import Choice, Number, Ref, Yes


class _FigureFile(FileRecord):
    """Keys of a movement rise."""

    def judge(self, node: Map, _values: dict[str, Any], notes: Notes) -> bool:
        fine = True
        for name in ("via", "cycle"):
            keys = node.get(name)
            fine = note_falling(list(keys.items) if isinstance(keys, Seq) else [], notes) and fine
        return fine


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
    "holds; what is missed by more than 1.7 cm is a problem"
)

FIGURE = _FigureFile(
    "figure",
    Figure,
    (
        Field("view", _VIEW, f"the camera's start; default three-quarter. {_VIEWS_SAID}"),
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
        Field("mirror", Yes(), "the cycle's keys are its first half, their mirror image the second"),
        Field("wrong", POSE, "a common mistake, laid over end (over start with a cycle)"),
        Field("contacts", ListOf(Contact()), _CONTACTS_SAID),
        Field("wrong_contacts", ListOf(Contact()), "what touches in the mistake, in place of contacts"),
        Field(
            "highlight",
            ListOf(Ref("area", hard=True, prefixes=SIDES)),
            "areas that glow; left-AREA or right-AREA is one side of it",
        ),
        Field("marks", ListOf(Choice(*POINTS)), "points shown as small targets, as in the wall test"),
    ),
    (
        OneOf(("end", "cycle"), needed=False),
        OneOf(("via", "cycle"), needed=False),
        OnlyWith("wrong_contacts", ("wrong",)),
        OneOf(("second_view", "second-view"), needed=False),
    ),
)
