"""What only solving shows: a contact out of reach, a joint past its limit, flesh in the floor or behind the wall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from coach.content.model import Figure
from coach.figure.angles import measure
from coach.figure.body import FREEDOMS, HIGHEST, INDEX, LOWEST, SEGMENT, STATURE
from coach.figure.contacts import Hold, is_trunk, read_contacts
from coach.figure.kinematics import Frames
from coach.figure.motion import FigureProblem, Motion
from coach.figure.posture import Posture
from coach.figure.skin import NAMES, RADII, balls
from coach.figure.touch import FLESH, FOREARM, HEAD, PLACES, TRUNK, WRIST_FLESH, Surface, place_on, touching_point
from coach.figure.vectors import Array, length
from coach.values import dataclass

# Chosen, not measured.
REACH = 0.01 * STATURE
"""How far (cm) a contact may be missed: 1 % of the stature."""
SLACK = 1.0
"""How far (degrees) a joint may be past its limit: what rounding and blending leave."""
DEPTH = 1.0
"""How far (cm) flesh may sink into the floor."""
WALL_DEPTH = 2.5
"""The same for a wall, on which flesh is pressed flat."""
PULL = 12.0
"""How far (cm) a contact of the hips may move them from where the pose has them: what tilting the pelvis brings about,
no more."""
_INSTANTS = 16  # of a movement that are looked at; chosen, not measured
_HIPS = slice(INDEX["pelvis.forward"], INDEX["pelvis.right"] + 1)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """An instant of a motion: what is missed and by how much, and which contact moves the hips how far from where the
    pose has them. Centimetres; degrees past a limit."""

    missed: Mapping[str, float]
    pulled: Mapping[str, float]
    past: Mapping[str, float]
    sunk: Mapping[str, float]


def examine(motion: Motion, share: float) -> Findings:
    """All contacts that hold fully, all angles, all flesh at a share of the movement."""
    return _examine(motion, motion.plan.pose_at(share), motion.at(share), motion.holds_at(share))


def examine_wrong(motion: Motion) -> Findings | None:
    """The same of the mistake, with the contacts that it keeps; None without one."""
    mistake, planned = motion.wrong(), motion.plan.mistake
    if mistake is None or planned is None:
        return None
    return _examine(motion, planned.pose, mistake, motion.wrong_holds())


def _examine(motion: Motion, pose: Array, posture: Posture, holds: list[Hold]) -> Findings:
    frames = Frames(posture.rotations, posture.origins, posture.freedoms)
    away = length(posture.freedoms[_HIPS] - pose[_HIPS])
    pulled = {hold.contact.words: away for hold in holds if hold.weight >= 1 and _is_on_hips(hold)}
    missed = {hold.contact.words: missed_by(frames, hold, motion.surfaces) for hold in holds if hold.weight >= 1}
    shown = measure(frames)
    over = np.maximum(shown - HIGHEST, LOWEST - shown)
    past = {name: float(over[i]) for i, name in enumerate(FREEDOMS) if over[i] > SLACK}
    sunk: dict[str, float] = {}
    centres = balls(frames)
    for name, limit in (("floor", DEPTH), ("wall", WALL_DEPTH), ("chair-back", WALL_DEPTH)):
        if name not in motion.surfaces or (name == "chair-back" and not _leans_back(holds)):
            continue
        origin, normal = motion.surfaces[name]
        depth = RADII - (centres - origin) @ normal
        i = int(depth.argmax())
        if depth[i] > limit:
            sunk[f"{NAMES[i]} in the {name}"] = float(depth[i])
    return Findings(missed, pulled, past, sunk)


def _is_on_hips(hold: Hold) -> bool:
    """Whether it holds the pelvis itself, so that only the pose's own place of it can disagree."""
    return TRUNK.get(hold.contact.part, ("", None))[0] == "pelvis"


def _leans_back(holds: list[Hold]) -> bool:
    return any(hold.contact.on == "chair-back" for hold in holds)


def missed_by(frames: Frames, hold: Hold, surfaces: Mapping[str, Surface]) -> float:
    """How far (cm) a contact is from where it belongs: its place, or its surface where it may slide."""
    contact = hold.contact
    if contact.on in PLACES:
        palm = frames.point(SEGMENT[f"{contact.side}-hand"], (0.0, -6.0, 0.0))
        return length(place_on(frames, contact.on, str(contact.side)).point - palm)
    origin, normal = surfaces[contact.on]
    point = touching_point(frames, contact.side, contact.part)
    flesh = 0.0 if is_trunk(contact) else FLESH.get(contact.part, 0.0)
    off = abs(float(normal @ (point - origin)) - flesh)
    if hold.foot is not None:
        return length(frames.origins[SEGMENT[f"{contact.side}-foot"]] - hold.target)
    if contact.part in FOREARM - {"elbow"}:
        wrist = frames.origins[SEGMENT[f"{contact.side}-hand"]]
        off = max(off, abs(float(normal @ (wrist - origin)) - WRIST_FLESH))
    if not hold.is_pinned or contact.part in HEAD or contact.part == "instep":
        return off
    return max(off, length(point - hold.target)) if contact.moves != "step" else length(point - hold.target)


class Finding(NamedTuple):
    """One problem: the keys and list positions that lead to the value in the figure's file, and a sentence."""

    where: Path
    sentence: str


def judge(figure: Figure) -> list[Finding]:
    """The problems of a checked figure that only solving finds, the worst instant of each named.

    What the base pose alone brings about is not the author's.
    """
    try:
        worst = _worst(Motion.of(figure))
    except FigureProblem as problem:
        return [Finding(problem.where, str(problem))]
    bare = _worst(Motion.of(Figure(figure.id, figure.title, figure.base, start={}))) if worst else {}
    return [
        Finding(_where(figure, fault, share), _sentence(fault, number, share))
        for fault, (number, share) in worst.items()
        if number > bare.get(fault, (-SLACK, 0.0))[0] + SLACK
    ]


class _Fault(NamedTuple):
    """What may be wrong at several instants: a contact, an angle or flesh, and the name of it."""

    kind: str
    name: str


_TOLD = {
    "contact": ("is missed by {} cm", "bring the pose nearer, or let it slide"),
    "pull": ("pulls the hips {} cm from where the pose has them", "bring the pose nearer, or let go of it with during"),
    "angle": ("goes {} degrees past its limit", "write a smaller angle, or move a contact"),
    "flesh": ("sinks {} cm", "raise it, or make it a contact"),
}
"""Of each kind of fault what is said, and what to write."""


def _worst(motion: Motion) -> dict[_Fault, tuple[float, float | None]]:
    """Of each fault the greatest number, and the share of the movement where it is reached (None: in the mistake)."""
    worst: dict[_Fault, tuple[float, float | None]] = {}
    shares = [i / _INSTANTS for i in range(_INSTANTS + 1 if motion.has_end else 1)]
    found: list[tuple[float | None, Findings]] = [(share, examine(motion, share)) for share in shares]
    if wrong := examine_wrong(motion):
        found.append((None, wrong))
    for share, findings in found:
        for fault, number in _faults(findings):
            if number > worst.get(fault, (0.0, None))[0]:
                worst[fault] = (number, share)
    return worst


def _faults(found: Findings) -> Iterator[tuple[_Fault, float]]:
    missed = {name: by for name, by in found.missed.items() if by > REACH}
    pulled = {name: by for name, by in found.pulled.items() if by > PULL}
    for kind, numbers in (("contact", missed), ("pull", pulled), ("angle", found.past), ("flesh", found.sunk)):
        for name, number in numbers.items():
            yield _Fault(kind, name), number


_WORDS = {
    "fore": "forearm", "upper": "upper arm", "tips": "fingers", "toe": "toes",
    "l5": "low back", "l3": "low back", "l1": "low back", "t10": "ribs", "t7": "ribs", "t3": "shoulder girdle",
}  # fmt: skip
_SHOULDER_WORDS = {"raise": "flex (or abduct)", "plane": "across"}


def _in_words(name: str) -> str:
    """A segment or an angle of the solver as an author knows it."""
    joint, dot, key = name.partition(".")
    if dot:
        return f"{joint} {_SHOULDER_WORDS.get(key, key)}"
    flesh, place = name.partition(" ")[::2]
    side, dash, part = flesh.rpartition("-")
    return f"{side}{dash}{_WORDS.get(part, part)} {place}".rstrip()


def _sentence(fault: _Fault, number: float, share: float | None) -> str:
    name, what, write = _in_words(fault.name), *_TOLD[fault.kind]
    when = "in the mistake" if share is None else f"at {share:.0%} of the movement"
    if share is None and fault.kind in ("contact", "pull"):
        write = "bring the pose nearer, or give the mistake wrong_contacts without it"
    if fault.kind == "flesh":
        name, _, place = name.partition(" in ")
        what = f"{what} into {place}"
    return f"{name} {what.format(f'{number:.1f}')} {when}; {write}"


def _where(figure: Figure, fault: _Fault, share: float | None) -> Path:
    """The contact that is missed, the joint that goes too far, or the pose of that instant."""
    key = "contacts" if share is not None or figure.wrong_contacts is None else "wrong_contacts"
    items = getattr(figure, key)
    if fault.kind in ("contact", "pull"):
        names = [c.words for c in read_contacts(items or ())]
        return (key, read_contacts(items)[names.index(fault.name)].item) if fault.name in names else ("base",)
    path, pose = _pose_at(figure, share)
    if fault.kind == "angle":
        joint, _, angle = fault.name.partition(".")
        for name in (joint, joint.partition("-")[2]):
            if name in pose:
                return (*path, name, angle)
    return path


def _pose_at(figure: Figure, share: float | None) -> tuple[Path, Mapping[str, object]]:
    """The path to the pose of the file that is nearest to a share of the movement, and the pose."""
    if share is None:
        return ("wrong",), figure.wrong or {}
    if figure.cycle:
        u = 2 * share % 1.0 if figure.mirror else share
        i = min(range(len(figure.cycle)), key=lambda k: abs(figure.cycle[k][0] - u))
        return ("cycle", i, "pose"), figure.cycle[i][1]
    poses: list[tuple[float, Path, Mapping[str, object]]] = [(0.0, ("start",), figure.start)]
    poses += [(at, ("via", i, "pose"), pose) for i, (at, pose) in enumerate(figure.via)]
    if figure.end is not None:
        poses.append((1.0, ("end",), figure.end))
    _, path, pose = min(poses, key=lambda each: abs(each[0] - share))
    return path, pose
