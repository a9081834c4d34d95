"""Where an area of the body glows: lofts that lie on the muscles behind it; for the right side.

Knots of the trunk are (segment, height above the hips, forward, sideways, radii); those of limbs stand in the segment's
own frame. `part` is the unit and tone that the glow is clipped to, `faces` the segment and direction of its surface.

Where a muscle lies is anatomy; its knots are set by eye on the contact sheets, so that the glow covers its belly and
leaves its neighbours dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.figure.body import SIDES
from coach.values import dataclass

Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Muscle:
    """One loft on one part; `faces` None shines from every side."""

    unit: str
    tone: str
    knots: tuple[tuple[str, Vector, Vector], ...]
    faces: tuple[str, Vector] | None = None


def _trunk(unit: str, tone: str, faces: Vector | None, segment: str, *knots: tuple[str, Vector, Vector]) -> Muscle:
    return Muscle(unit, tone, knots, None if faces is None else (segment, faces))


_BACK, _FRONT, _FLANK, _OUTER = (-1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.3, 0.0, 0.95), (-0.2, 0.0, 0.98)

# Centres (forward, up, sideways) in the zero pose.
MUSCLES: Mapping[str, tuple[Muscle, ...]] = {
    "neck": (
        _trunk("neck", "skin", None, "c7", ("c7", (-6.4, 53.4, 1.9), (2.4, 2.4, 2.1)),
               ("c4", (-5.2, 58.0, 2.1), (2.3, 2.6, 2.1)), ("head", (-4.2, 63.0, 2.4), (2.2, 2.6, 2.1))),
        _trunk("neck", "skin", None, "c7", ("c7", (0.6, 53.6, 1.6), (1.8, 2.0, 1.9)),
               ("c4", (2.0, 58.2, 2.0), (1.8, 2.3, 1.8)), ("head", (2.6, 62.6, 2.4), (1.8, 2.2, 1.8))),
    ),
    "neck-front": (
        _trunk("neck", "skin", None, "c7", ("c7", (0.8, 53.6, 1.4), (2.2, 1.9, 2.3)),
               ("c4", (2.2, 58.0, 1.7), (2.2, 2.5, 2.2)), ("head", (3.0, 62.2, 1.9), (2.1, 2.3, 2.1))),
    ),
    "shoulders-top": (
        _trunk("torso", "top", None, "t3", ("c7", (-4.6, 55.4, 3.6), (3.2, 2.6, 2.6)),
               ("clavicle", (-3.0, 52.4, 10.0), (3.4, 2.5, 4.0)), ("clavicle", (-2.0, 51.2, 15.6), (3.0, 2.2, 2.8))),
    ),
    "between-blades": (
        _trunk("torso", "top", _BACK, "t7", ("t3", (-10.4, 47.4, 2.1), (2.4, 4.0, 1.6)),
               ("blade", (-10.9, 42.2, 4.9), (2.4, 4.4, 3.1)), ("t7", (-11.1, 36.2, 3.6), (2.4, 3.4, 2.2))),
    ),
    "below-blades": (
        _trunk("torso", "top", _BACK, "t10", ("blade", (-10.4, 35.6, 7.8), (2.4, 2.7, 2.8)),
               ("t10", (-10.0, 30.2, 5.8), (2.4, 4.2, 3.6)), ("l1", (-8.9, 24.0, 2.8), (2.2, 3.4, 2.0))),
    ),
    "side-back": (
        _trunk("torso", "top", (-0.75, 0.0, 0.65), "t10", ("t7", (-5.6, 41.0, 14.4), (4.2, 3.6, 2.6)),
               ("t10", (-5.2, 31.0, 12.6), (4.2, 4.8, 3.0)), ("l1", (-4.6, 23.4, 9.8), (3.6, 4.6, 3.0))),
    ),
    "chest": (
        _trunk("torso", "top", _FRONT, "t7", ("clavicle", (5.2, 46.0, 14.0), (3.0, 3.0, 2.4)),
               ("t7", (8.6, 42.0, 9.0), (2.6, 4.3, 5.0)), ("t7", (9.4, 40.4, 4.6), (2.3, 5.0, 3.0))),
    ),
    "low-back": (
        _trunk("torso", "top", _BACK, "l3", ("t10", (-9.4, 26.4, 2.6), (2.3, 3.4, 2.3)),
               ("l3", (-8.2, 18.6, 3.4), (2.3, 4.4, 3.1)), ("l5", (-8.6, 11.0, 4.4), (2.3, 4.2, 3.4))),
    ),
    "abdomen": (
        _trunk("torso", "top", _FRONT, "l3", ("t10", (8.9, 28.4, 2.9), (2.2, 3.4, 2.7)),
               ("l3", (9.0, 20.0, 3.0), (2.0, 4.8, 2.8)), ("l5", (8.9, 11.4, 2.8), (2.2, 4.0, 2.6))),
    ),
    "obliques": (
        _trunk("torso", "top", _FLANK, "l3", ("t10", (5.6, 28.0, 10.6), (2.9, 3.8, 2.4)),
               ("l3", (5.4, 20.0, 9.8), (2.9, 4.8, 2.4)), ("l5", (6.0, 12.0, 10.0), (2.9, 3.8, 2.4))),
    ),
    "ribs": (
        _trunk("torso", "top", (0.15, 0.0, 0.98), "t10", ("t7", (2.0, 38.0, 13.6), (5.2, 2.4, 2.4)),
               ("t10", (2.4, 31.0, 13.0), (5.4, 3.6, 2.6)), ("t10", (2.6, 25.4, 11.6), (4.6, 2.8, 2.4))),
    ),
    "glutes": (
        _trunk("torso", "shorts", _BACK, "pelvis", ("pelvis", (-9.0, 2.0, 7.2), (4.6, 4.8, 5.4)),
               ("pelvis", (-9.8, -4.6, 7.2), (4.4, 4.8, 5.2))),
        _trunk("thigh", "shorts", _BACK, "thigh", ("thigh", (-9.2, 0.5, 7.6), (4.4, 5.0, 5.0)),
               ("thigh", (-8.8, -5.6, 7.8), (4.0, 4.0, 4.8))),
    ),
    "hips-front": (
        _trunk("torso", "shorts", _FRONT, "pelvis", ("pelvis", (8.6, 5.4, 8.4), (3.4, 3.4, 3.4)),
               ("pelvis", (8.4, -1.0, 9.0), (3.2, 4.2, 3.4))),
        _trunk("thigh", "shorts", _FRONT, "thigh", ("thigh", (8.6, 0.5, 9.0), (3.2, 4.0, 3.4)),
               ("thigh", (9.0, -8.0, 9.2), (2.8, 5.0, 3.2)), ("thigh", (8.8, -15.0, 9.2), (2.4, 3.4, 2.6))),
    ),
    "shoulders-back": (
        _trunk("upper", "top", _BACK, "upper", ("upper", (-4.6, 48.4, 17.8), (2.6, 3.2, 3.0)),
               ("upper", (-4.8, 43.6, 18.4), (2.6, 4.0, 3.0)), ("upper", (-4.0, 38.0, 18.0), (2.2, 3.0, 2.2))),
        _trunk("torso", "top", _BACK, "t7", ("blade", (-9.4, 40.6, 11.4), (2.4, 3.0, 1.8)),
               ("blade", (-8.4, 42.2, 14.0), (2.4, 3.4, 2.4)), ("clavicle", (-6.2, 44.8, 16.4), (2.6, 2.8, 2.4))),
    ),
    "thighs": (
        _trunk("thigh", "shorts", _FRONT, "thigh", ("thigh", (8.2, -8.0, 8.8), (2.6, 5.0, 4.2)),
               ("thigh", (8.0, -16.0, 8.6), (2.6, 6.0, 4.2)), ("thigh", (7.6, -22.0, 8.6), (2.4, 3.0, 3.6))),
        _trunk("thigh", "skin", _FRONT, "thigh", ("thigh", (7.0, -22.5, 8.6), (2.4, 3.0, 3.6)),
               ("thigh", (6.4, -30.0, 8.6), (2.2, 4.4, 3.0))),
    ),
    "thighs-back": (
        _trunk("thigh", "shorts", _BACK, "thigh", ("thigh", (-8.4, -9.0, 8.8), (2.6, 5.0, 4.0)),
               ("thigh", (-7.6, -17.0, 8.6), (2.6, 6.0, 4.0)), ("thigh", (-7.0, -22.0, 8.6), (2.4, 3.0, 3.4))),
        _trunk("thigh", "skin", _BACK, "thigh", ("thigh", (-6.2, -22.5, 8.6), (2.4, 3.0, 3.4)),
               ("thigh", (-5.4, -30.0, 8.6), (2.2, 4.6, 2.8))),
    ),
    "calves": (
        _trunk("shank", "skin", _BACK, "shank", ("shank", (-4.8, -49.0, 8.6), (2.0, 2.8, 2.4)),
               ("shank", (-5.8, -54.0, 8.7), (2.5, 4.4, 3.7)), ("shank", (-4.8, -61.0, 8.6), (2.2, 4.4, 2.6))),
    ),
    "hips-outer": (
        _trunk("torso", "shorts", _OUTER, "pelvis", ("pelvis", (-2.4, 6.6, 13.4), (4.4, 3.4, 3.2)),
               ("pelvis", (-1.8, 1.0, 14.6), (4.6, 4.2, 3.0))),
        _trunk("thigh", "shorts", _OUTER, "thigh", ("thigh", (-1.4, 0.0, 15.0), (4.6, 4.2, 3.4)),
               ("thigh", (-0.8, -7.0, 15.4), (3.4, 4.4, 2.8))),
    ),
}  # fmt: skip


def muscles_of(areas: Iterable[str]) -> list[tuple[Muscle, str]]:
    """The muscles of some areas with their sides. `left-AREA` is one side; an unknown area glows nowhere."""
    found = []
    for area in areas:
        only = next((side for side in SIDES if area.startswith(f"{side}-")), None)
        for muscle in MUSCLES.get(area.removeprefix(f"{only}-") if only else area, ()):
            found += [(muscle, side) for side in (SIDES if only is None else (only,))]
    return found
