"""Which limbs lie on which, as far as depths alone do not tell."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from coach.ui.figure.body_parts import Unit
from coach.ui.figure.seen import Seen

CHILD = {"upper": "fore", "thigh": "shank"}
PARENT = {child: parent for parent, child in CHILD.items()}
_HERE = (0.0, 0.0, 0.0)
# Chosen by eye on the contact sheets: cosines, and centimetres of depth towards the eye.
_ALONG = 0.5  # between trunk and thigh, from which on the trunk lies along it
_FAR, _FAR_TAKES = (
    0.72,
    0.2,
)  # turned away from the eye: from which on a limb is a far one, and over which it becomes one
_FROM_BEHIND, _FROM_ABOVE = -0.25, 0.6  # of the head: from which on it hides the neck, unless seen from so high
_FROM_BELOW = -0.5  # of the chest: from which on it hides the neck
_HIP_BEHIND, _KNEE_BEHIND, _CHEST_BEFORE = 7.6, 14, 16  # up to which a thigh is before the trunk
_FOLDED = 0.3  # cosine between two limbs on the picture from which on the outer one crosses the inner one


def crosses(seen: Seen, unit: Unit, units: dict[str, Unit], under: set[str]) -> bool:
    """Whether a limb lies over more than the limb that it continues, or is folded back over that one."""
    parent = units.get(f"{unit.side}-{PARENT.get(unit.kind)}")
    if parent is None or under != {parent.name}:
        return bool(under)
    xy = seen.shadows.xy
    own, its = xy[unit.tip] - xy[unit.root], xy[parent.tip] - xy[parent.root]
    return float(own @ its) < _FOLDED * float(np.hypot(*own) * np.hypot(*its))


def farness(seen: Seen, unit: Unit) -> float:
    """1 for a limb on the far side of a body seen side-on, 0 for a near one or a body seen from the front."""
    if not unit.side:
        return 0.0
    segment = "t3" if unit.kind in ("upper", "fore") else "pelvis"
    turned = seen.facing(segment, 2) * (1 if unit.side == "right" else -1)
    share = min(1.0, max(0.0, (-turned - _FAR) / _FAR_TAKES))
    return share * share * (3 - 2 * share)


def forced(seen: Seen) -> Iterator[tuple[str, str]]:
    """Pairs (behind, in front) that depths alone get wrong."""
    from_behind = seen.facing("head", 0) < _FROM_BEHIND and seen.facing("head", 1) < _FROM_ABOVE
    yield ("head", "neck") if from_behind else ("neck", "head")
    yield ("torso", "neck") if seen.facing("t3", 1) > _FROM_BELOW else ("neck", "torso")
    hips, chest = seen.depth("pelvis"), seen.depth("t7")
    for side in ("left", "right"):
        hip, knee = seen.depth(f"{side}-thigh"), seen.depth(f"{side}-shank")
        is_before = hip > hips - _HIP_BEHIND and knee - hip > -_KNEE_BEHIND and chest - hips < _CHEST_BEFORE
        if is_before and not (chest > knee and _folded(seen, side)):
            yield ("torso", f"{side}-thigh")


def _folded(seen: Seen, side: str) -> bool:
    """Whether the trunk lies along the thigh, as when sitting back on the heels."""
    thigh, trunk = seen.posture.point(f"{side}-shank", _HERE), seen.posture.point("t7", _HERE)
    thigh, trunk = thigh - seen.posture.point(f"{side}-thigh", _HERE), trunk - seen.posture.point("pelvis", _HERE)
    return float(thigh @ trunk) > _ALONG * float(np.linalg.norm(thigh) * np.linalg.norm(trunk))
