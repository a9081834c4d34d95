"""The flesh of the body: radii in centimetres at a stature of 170 cm, on the bones of coach.figure.

Knots of the trunk, neck and head stand in the zero pose's own coordinates; see lofts.Knot for limbs. The bones have
measured lengths (coach.figure.body); the flesh on them is chosen by eye, on the contact sheets, near the drawn look's.
"""

from __future__ import annotations

from coach.ui.figure.lofts import Knot

Row = tuple[str, float, float, float, float, float]
"""(segment, height above the hips, middle forward, half depth, half height, half width)"""

# --- trunk ------------------------------------------------------------------------------------------------------------
TRUNK = (
    ("pelvis", 7.6, -0.4, 10.5, 0.7, 14.7),
    ("l5", 9.4, -0.2, 10.1, 1.8, 14.2),
    ("l5", 13.8, 0.3, 9.5, 2.7, 13.0),
    ("l3", 20.0, 0.5, 9.1, 2.7, 12.4),
    ("l1", 26.0, 0.1, 9.6, 2.7, 12.9),
    ("t10", 31.5, -0.3, 10.4, 2.9, 14.2),
    ("t7", 37.5, -0.8, 11.0, 3.2, 15.7),
    ("t7", 42.3, -1.2, 10.8, 3.2, 16.2),
    ("t3", 46.4, -1.9, 9.7, 3.0, 15.4),
    ("t3", 49.8, -2.5, 7.9, 2.4, 12.6),
    ("t3", 52.6, -2.9, 6.3, 1.8, 8.4),
    ("c7", 54.4, -3.0, 5.6, 1.2, 6.4),
)
HIPS = (
    ("pelvis", -7.0, -0.9, 8.6, 3.2, 11.6),
    ("pelvis", -2.2, -1.2, 10.9, 3.6, 15.4),
    ("pelvis", 3.2, -1.0, 10.9, 3.4, 15.3),
    ("pelvis", 8.6, -0.4, 10.2, 2.4, 14.3),
)
BUTTOCK = (
    Knot("pelvis", (-4.2, -3.6, 6.9), (8.2, 7.4, 7.4)),
    Knot("pelvis", (-3.0, 3.2, 7.5), (7.8, 6.0, 6.8)),
)
YOKE_NECK = ("c7", 52.9, -3.6, 5.0, 2.6, 5.0, 2.4)  # as above, and sideways
YOKE_MIDDLE = Knot("clavicle", (-1.9, 1.1, -7.4), (5.2, 3.9, 5.6))
YOKE_END = Knot("clavicle", (0.0, -0.3, -0.7), (5.7, 5.2, 5.5))
PECTORAL = Knot("clavicle", (3.2, -5.6, -6.8), (5.0, 5.4, 6.2))

NECK = (
    ("t3", 52.0, -3.0, 5.5, 1.6, 6.0),
    ("c7", 54.6, -2.6, 5.2, 2.4, 5.1),
    ("c4", 58.0, -1.6, 4.9, 2.4, 4.7),
    ("head", 62.4, -0.6, 4.9, 2.4, 4.6),
    ("head", 66.0, 0.0, 5.2, 2.4, 4.9),
)

# --- head ------------------------------------------------------------------------------------
SKULL = ("head", 70.9, 0.9, 9.5, 8.9, 7.6)
JAW = ("head", 63.6, 4.5, 4.9, 4.9, 5.7)
CHIN = ("head", 60.8, 6.5, 3.1, 2.5, 3.5)
BRIDGE = ("head", 67.6, 9.4, 1.3, 2.0, 1.05)
NOSE = ("head", 65.3, 10.7, 1.25, 1.05, 1.2)
EAR = (Knot("head", (1.4, 5.0, 7.55), (1.45, 2.05, 0.7)), Knot("head", (1.1, 2.4, 7.45), (0.95, 1.15, 0.6)))

# --- limbs of the right side, each knot in its own segment ------------------------------------------------------------
UPPER_ARM = (
    Knot("upper", (0.2, -12.9, 0.3), (5.2, 0.7, 4.8)),
    Knot("upper", (0.2, -17.0, 0.1), (4.9, 3.0, 4.4)),
    Knot("upper", (0.1, -25.5, 0.0), (4.0, 3.0, 3.7)),
    Knot("fore", (0.0, 0.0, 0.0), (3.8, 3.7, 3.6)),
)
SLEEVE = (
    Knot("upper", (0.0, -0.5, -0.2), (5.8, 5.6, 5.6)),
    Knot("upper", (0.1, -6.3, 0.3), (6.0, 3.4, 5.7)),
    Knot("upper", (0.2, -13.6, 0.3), (5.8, 0.7, 5.4)),
)
FOREARM = (
    Knot("fore", (0.0, 0.0, 0.0), (3.8, 3.7, 3.6)),
    Knot("fore", (0.2, -6.0, 0.1), (4.1, 3.2, 3.9)),
    Knot("fore", (0.1, -14.8, 0.0), (3.3, 3.2, 3.2)),
    Knot("hand", (0.0, 0.0, 0.0), (2.7, 2.2, 2.15)),
    Knot("hand", (0.3, -4.6, -0.1), (3.7, 2.6, 2.05)),
    Knot("hand", (0.1, -7.9, -0.1), (3.75, 1.8, 1.75)),
)
WRIST = 3  # which of its knots
# index to little finger: sideways at the knuckle, at the joint of the tips, at the tip; how far the tip reaches
FINGERS = tuple(
    (
        Knot("hand", (knuckle * 0.9, -6.8, 0.0), (1.3, 1.4, 1.5)),
        Knot("fingers", (knuckle, 0.0, 0.0), (1.06, 1.25, 1.4)),
        Knot("tips", (joint, 0.2, 0.0), (0.93, 1.1, 1.15)),
        Knot("tips", (tip, -reach, -0.1), (0.76, 0.8, 0.85)),
    )
    for knuckle, joint, tip, reach in (
        (2.75, 3.3, 4.2, 3.2),
        (0.95, 1.15, 1.5, 4.1),
        (-0.9, -1.0, -1.15, 3.5),
        (-2.6, -3.05, -3.7, 1.7),
    )
)
THUMB = (
    Knot("hand", (2.1, -2.4, -0.4), (1.8, 1.9, 1.7)),
    Knot("thumb", (2.5, -3.6, -0.8), (1.5, 1.7, 1.4)),
    Knot("thumb", (3.4, -7.0, -1.6), (1.15, 1.4, 1.1)),
)
SHORTS_LEG = (
    Knot("thigh", (-0.8, -0.6, 0.0), (10.3, 7.4, 7.7)),
    Knot("thigh", (-0.1, -8.4, 0.0), (10.0, 5.4, 8.4)),
    Knot("thigh", (0.6, -15.2, 0.0), (9.3, 3.4, 8.3)),
    Knot("thigh", (0.6, -22.4, 0.0), (8.7, 0.9, 8.0)),
)
THIGH = (
    Knot("thigh", (0.6, -21.6, 0.0), (7.9, 0.9, 7.2)),
    Knot("thigh", (0.6, -27.0, 0.0), (7.1, 3.4, 6.6)),
    Knot("thigh", (0.4, -36.4, 0.0), (5.8, 3.6, 5.5)),
    Knot("shank", (0.3, 0.0, 0.0), (5.4, 5.2, 5.0)),
)
SHANK = (
    Knot("shank", (0.3, 0.0, 0.0), (5.4, 5.2, 5.0)),
    Knot("shank", (-0.6, -5.4, 0.1), (5.2, 3.8, 4.9)),
    Knot("shank", (-1.5, -13.0, 0.3), (5.7, 4.4, 5.4)),
    Knot("shank", (-0.9, -25.0, 0.1), (4.1, 4.2, 3.9)),
    Knot("shank", (-0.1, -36.0, 0.0), (2.9, 3.2, 2.75)),
    Knot("foot", (-0.4, 0.2, 0.0), (3.2, 2.8, 2.8)),
)
FOOT = (
    Knot("foot", (-3.9, -3.7, 0.0), (3.4, 2.8, 3.2)),
    Knot("foot", (2.8, -2.6, -0.2), (4.2, 3.0, 3.5)),
    Knot("foot", (9.8, -4.5, 0.0), (4.2, 2.0, 4.3)),
    Knot("toe", (3.6, 0.0, 0.1), (3.2, 1.5, 4.4)),
    Knot("toe", (6.8, -0.3, 0.0), (2.1, 1.15, 3.7)),
)
ANKLE = Knot("foot", (-0.6, -0.6, 0.0), (3.4, 3.1, 3.0))
