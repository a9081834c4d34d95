"""Finds out, once for each figure, where everything is planted and between which poses it moves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from coach.content.model import Figure
from coach.figure.bases import BASES
from coach.figure.body import FREEDOMS, INDEX
from coach.figure.contacts import Contact, Hold, is_trunk, plant, read_contacts
from coach.figure.kinematics import Frames, forward
from coach.figure.pose import Pose, agree_planes, lay_over, mirror, resolve
from coach.figure.root import place_root
from coach.figure.scene import Chair, Roller, Scene, Towel, read_scene
from coach.figure.touch import PLACES, Surface, touching_point
from coach.figure.track import Track, track
from coach.figure.vectors import Array, Y, smooth, unit
from coach.values import dataclass, replace

_FAR_STEP = 20.0  # centimetres: a shorter step is lifted less
_BAKED = ("pelvis.tilt", "neck.flex", "head.flex")


class FigureProblem(ValueError):  # noqa: N818  what the author wrote is the problem, said in a sentence
    """A figure that cannot be solved. `where`: the keys and list positions that lead to the value in its file."""

    def __init__(self, sentence: str, where: tuple[str | int, ...] = ("start",)) -> None:
        super().__init__(sentence)
        self.where = where


@dataclass(frozen=True, slots=True)
class Mistake:
    """The pose [D] of `wrong` and, where the file gives contacts of its own for it, their holds."""

    pose: Array
    holds: tuple[Hold, ...] | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a motion needs: the scene, planted contacts, surfaces by name, where the hips are based (cm), how many
    poses there are, the feet that step, the pose [D] at each share, and the mistake.
    """

    scene: Scene
    holds: tuple[Hold, ...]
    surfaces: Mapping[str, Surface]
    root: Array
    keys: int
    steps: Mapping[str, Steps]
    pose_at: Track
    mistake: Mistake | None


@dataclass(frozen=True)
class Steps:
    """A foot that is planted anew at each key and lifted in between."""

    times: tuple[float, ...]
    keys: tuple[Hold, ...]
    where: Track
    heading: Track

    def at(self, hold: Hold, share: float) -> Hold:
        """`hold` as it is at this share of the motion: planted, or lifted on its way to the next place.

        A step shorter than _FAR_STEP lifts the foot in proportion, so that one that stays is not lifted at all.
        """
        i = min(max(int(np.searchsorted(self.times, share, "right")) - 1, 0), len(self.times) - 2)
        u = (share - self.times[i]) / (self.times[i + 1] - self.times[i])
        before, after = self.keys[i].target, self.keys[i + 1].target
        far = 0.0 if before is None or after is None else float(np.linalg.norm(after - before))
        lift = hold.contact.lift * min(1.0, far / _FAR_STEP) * math.sin(math.pi * smooth(u))
        return replace(hold, target=self.where(share) + Y * lift, heading=unit(self.heading(share)))


def _start_pose(figure: Figure) -> Pose:
    return lay_over(lay_over({}, BASES[figure.base].pose), figure.start)


def _last_pose(figure: Figure) -> Pose:
    pose = _start_pose(figure)
    for _, spec in figure.via:
        pose = lay_over(pose, spec)
    return lay_over(pose, figure.end)


def _keys(figure: Figure) -> tuple[list[float], list[Array]]:
    """The times and poses between which the figure moves."""
    start = _start_pose(figure)
    if figure.cycle:
        times = [at for at, _ in figure.cycle]
        poses = [resolve(lay_over(start, spec)) for _, spec in figure.cycle]
        if figure.mirror:
            times = [at / 2 for at in times] + [0.5 + at / 2 for at in times]
            poses += [mirror(pose) for pose in poses]
        return times, poses
    times, laid = [0.0], [start]
    for at, spec in figure.via:
        times.append(at)
        laid.append(lay_over(laid[-1], spec))
    if figure.end is not None or figure.via:
        times.append(1.0)
        laid.append(lay_over(laid[-1], figure.end))
    return times, [resolve(pose) for pose in laid]


class Planner:
    """Finds out where everything is planted, once."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        base = BASES[figure.base]
        self.root = np.array((0.0, base.height, 0.0))
        self.scene = read_scene(figure.props, figure.base)
        if figure.base == "sitting" and figure.contacts is None and not self.scene.of(Chair):
            self.scene = Scene((*self.scene.props, Chair()))  # who says no more than that it sits, sits on something
        self.surfaces = self.scene.surfaces()
        self._towels = {t.under: t.thickness for t in self.scene.of(Towel) if not t.upright}
        key = "base" if figure.contacts is None else "contacts"
        self.contacts = self._read(base.contacts if figure.contacts is None else figure.contacts, key)
        self._baked: Array = np.zeros(len(FREEDOMS))
        self.times, self.poses = _keys(figure)
        agree_planes(self.poses)

    def plan(self) -> Plan:
        """Plant the contacts, lay out the props that lie under the body, and join it all."""
        self._bake_wall()
        placed = [self._placed(i) for i in range(len(self.poses))]
        holds: list[Hold] = []
        steps: dict[str, Steps] = {}
        for contact in self.contacts:
            surface = self.surfaces.get(contact.on)
            if contact.moves == "step" and len(placed) > 1:
                keys = tuple(plant(frames, contact, surface, i) for i, frames in enumerate(placed))
                steps[contact.name] = self._steps(keys)
                holds.append(keys[0])
            else:
                holds.append(self._planted(contact, placed[self._planted_at(contact)]))
        scene = self.scene.with_places(places_under(self.scene, placed[0]))
        pose_at = track(self.times, self.poses, periodic=bool(self.figure.cycle))
        return Plan(
            scene, tuple(holds), self.surfaces, self.root, len(self.poses), steps, pose_at, self._mistake(holds)
        )

    def _planted_at(self, contact: Contact) -> int:
        """The key that a contact is planted from; of a mirrored cycle each side from its own half."""
        if self.figure.mirror and contact.side == "right":
            return len(self.poses) // 2
        return len(self.poses) - 1 if contact.during == "end" else 0

    def _mistake(self, planned: Sequence[Hold]) -> Mistake | None:
        """The pose of `wrong`; contacts that it shares with the movement stay where they were, others are planted."""
        if self.figure.wrong is None:
            return None
        pose = resolve(lay_over(_last_pose(self.figure), self.figure.wrong)) + self._baked
        if self.figure.wrong_contacts is None:
            return Mistake(pose, None)
        contacts = self._read(self.figure.wrong_contacts, "wrong_contacts")
        kept = {hold.contact: hold for hold in planned}
        placed = pose.copy()
        place_root(placed, self.root, [kept.get(c, Hold(c)) for c in contacts if is_trunk(c)], self.surfaces)
        frames = forward(placed, self.root)
        holds = [replace(kept[c], contact=c) if c in kept else self._planted(c, frames) for c in contacts]
        return Mistake(pose, tuple(holds))

    def _planted(self, contact: Contact, frames: Frames) -> Hold:
        """The hold of a contact in one pose: planted there, or free to slide."""
        hold = plant(frames, contact, self.surfaces.get(contact.on))
        if contact.moves != "slide":
            return hold
        return Hold(contact, heading=hold.heading if contact.fingers else None)

    def _read(self, items: Iterable[object], key: str) -> tuple[Contact, ...]:
        """The contacts of a list that stands at `key`; a point on a towel meets the towel, not the floor."""
        found = []
        for contact in read_contacts(items):
            if contact.on not in self.surfaces and contact.on not in PLACES:
                there = f"{contact.name} touches the {contact.on}, but there is none"
                where = (key, contact.item) if key != "base" else (key,)
                raise FigureProblem(f"{there}; add it to props, or write one of {', '.join(self.surfaces)}", where)
            on = contact.on
            if on == "floor" and contact.name in self._towels:
                on = f"floor under {contact.name}"
                floor = self.surfaces["floor"]
                self.surfaces[on] = Surface(floor.origin + Y * self._towels[contact.name], floor.normal)
            found.append(replace(contact, on=on))
        return tuple(found)

    def _active(self, key: int) -> list[Hold]:
        """The trunk's contacts at a key, not yet planted."""
        last = len(self.poses) - 1
        return [
            Hold(c)
            for c in self.contacts
            if is_trunk(c)
            and (c.during == "all" or (c.during == "start" and key == 0) or (c.during == "end" and key == last))
        ]

    def _bake_wall(self) -> None:
        """What a wall that is left later did to the shape is kept in all poses, or the figure slumps on leaving it."""
        if not any(is_trunk(c) and c.during == "start" for c in self.contacts):
            return
        leant = self.poses[0].copy()
        place_root(leant, self.root, self._active(0), self.surfaces)
        for name in _BAKED:
            change = leant[INDEX[name]] - self.poses[0][INDEX[name]]
            self._baked[INDEX[name]] = change
        self.poses = [pose + self._baked for pose in self.poses]

    def _placed(self, key: int) -> Frames:
        pose = self.poses[key].copy()
        place_root(pose, self.root, self._active(key), self.surfaces)
        return forward(pose, self.root)

    def _steps(self, keys: tuple[Hold, ...]) -> Steps:
        targets = [key.target for key in keys]
        headings = [key.heading for key in keys]
        return Steps(tuple(self.times), keys, track(self.times, targets), track(self.times, headings))


def places_under(scene: Scene, frames: Frames) -> dict[str, tuple[Array, ...]]:
    """Where the points are that the scene's rollers and towels lie under."""
    found: dict[str, tuple[Array, ...]] = {}
    for prop in (*scene.of(Roller), *scene.of(Towel)):
        contacts: Sequence[Contact] = read_contacts([f"{prop.under} on floor"])
        found[prop.under] = tuple(touching_point(frames, c.side, c.part) for c in contacts)
    return found
