"""What the reference says of every joint and key of a pose: meaning, sign, unit; limits stand in joints.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class JointWords(NamedTuple):
    """Of a joint: what it is, and what each of its keys means."""

    about: str
    keys: Mapping[str, str]


_CM = "centimetres at a stature of 170 cm"
_LEANS = "+ leans to the right; degrees"
_TURNS = "+ turns to the right; degrees"

POSE_ABOUT = (
    "Joint by joint, key by key, in anatomical degrees; what is not named keeps what the pose below says. Zero is "
    "standing upright, arms at the sides, palms to the thighs. A joint of arm or leg sets both sides; with left- or "
    "right- before it, one. The file shows the right side's repetition"
)
JOINT_WORDS: Mapping[str, JointWords] = {
    "pelvis": JointWords(
        "the root of the body, relative to its base's place; it turns, then tilts, then leans. Contacts may move it",
        {
            "tilt": "+ forward: 90 lies on the belly, -90 on the back; degrees",
            "side": _LEANS,
            "turn": _TURNS,
            "forward": f"+ forward; {_CM}",
            "up": f"+ up; {_CM}",
            "right": f"+ to the figure's right; {_CM}",
        },
    ),
    "lumbar": JointWords(
        "the low back, spread over three joints",
        {"flex": "+ rounds, - arches; degrees", "side": _LEANS, "turn": _TURNS},
    ),
    "thoracic": JointWords(
        "the upper back, spread over three joints",
        {"flex": "+ rounds, - straightens; degrees", "side": _LEANS, "turn": _TURNS},
    ),
    "neck": JointWords(
        "the neck, spread over two joints",
        {"flex": "+ bends forward, - back; degrees", "side": _LEANS, "turn": _TURNS},
    ),
    "head": JointWords(
        "the head on the neck",
        {
            "flex": "+ nods; degrees",
            "side": _LEANS,
            "turn": _TURNS,
            "forward": f"+ glides forward (a poked chin), - back (a chin tuck), the face level; {_CM}",
        },
    ),
    "breath": JointWords(
        "how full the breath is; a bare number is its depth",
        {
            "depth": "0 breathed out to 1 breathed in: belly and lower ribs come forward, and hands that rest on them",
            "width": "0 breathed out to 1 breathed in: the ribs widen to both sides, and hands that rest on them",
        },
    ),
    "scapula": JointWords(
        "shoulder blade and collarbone",
        {"elevate": "+ up (a shrug); degrees", "retract": "+ towards the spine, - round the ribs; degrees"},
    ),
    "shoulder": JointWords(
        "the upper arm: flex or abduct, not both. Either one drops flex, abduct and across of the pose below",
        {
            "flex": "raised to the front: 90 level, 180 overhead, - behind; degrees",
            "abduct": "raised to the side: 90 level, 180 overhead; degrees",
            "across": "+ sweeps the raised arm to the midline (abduct 90, across 90 points forward); degrees",
            "rotate": "+ outwards (abduct 90, rotate 90, elbow 90 is a goalpost), - inwards; degrees",
        },
    ),
    "elbow": JointWords("a bare number is flex", {"flex": "+ bends; degrees"}),
    "forearm": JointWords(
        "a bare number is pronate; zero has the thumb in front",
        {"pronate": "+ palm back (down with the elbow bent), - palm forward (up); degrees"},
    ),
    "wrist": JointWords(
        "a bare number is flex",
        {"flex": "+ palm to the forearm, - back of the hand; degrees", "deviate": "+ to the thumb's side; degrees"},
    ),
    "hand": JointWords("a bare number is curl", {"curl": "0 flat to 100 a fist"}),
    "hip": JointWords(
        "the thigh on the pelvis: flexed, then abducted, then rotated",
        {
            "flex": "+ thigh forward and up, - behind; degrees",
            "abduct": "+ outwards; degrees",
            "rotate": "+ toes outwards; degrees",
        },
    ),
    "knee": JointWords("a bare number is flex", {"flex": "+ bends; degrees"}),
    "ankle": JointWords("a bare number is flex", {"flex": "+ toes up, - pointed; degrees"}),
    "toes": JointWords("a bare number is extend", {"extend": "+ up, as when the heel rises; degrees"}),
}
