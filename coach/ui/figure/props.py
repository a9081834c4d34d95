"""What stands or lies around the figure, as pieces to paint."""

from __future__ import annotations

import numpy as np

from coach.figure.scene import Band, Chair, Desk, Doorway, Mat, Point, Prop, Roller, Scene, Step, Towel, Wall
from coach.ui.figure.pieces import Piece, rod, roll, slab
from coach.values import replace

_RESTING = ("torso", "left-thigh", "right-thigh", "left-fore", "right-fore")
_EVERYTHING = (*_RESTING, "head", "neck", "left-upper", "right-upper", "left-shank", "right-shank")
_TOWARDS_ROOM = (-1.0, 0.0, 0.0)  # the faces of a doorway that forearms lie on
# Centimetres. What limbs lie on has the measures of figure/scene.py; what is only seen, here and below, is by eye.
_WALL_HALF, _WALL_HIGH, _WALL_DEEP = 78.0, 232.0, 4.0


def pieces_of(scene: Scene) -> list[Piece]:
    """All props that do not move with the figure."""
    return [piece for prop in scene.props for piece in _made(prop)]


def _made(prop: Prop) -> list[Piece]:
    match prop:
        case Band():
            return [_anchor(i, at) for i, at in enumerate(prop.anchors)]
        case Chair():
            return _chair(prop)
        case Desk():
            return _desk(prop)
        case Doorway():
            return _doorway(prop)
        case Mat():
            return _mat(prop)
        case Roller():
            return _roller(prop)
        case Step():
            return [_step(prop)]
        case Towel():
            return _towels(prop)
        case Wall():
            return _wall(prop)


def _chair(chair: Chair) -> list[Piece]:
    back, seat, front = chair.back, chair.seat, chair.front
    out = [
        slab("seat", "prop", (back - 1, seat - 3.6, -20.5), (front, seat, 20.5), 1.8, carries=_RESTING),
        slab(
            "backrest", "prop", (back - 4.6, chair.top - 24, -19), (back - 2.0, chair.top, 19), 1.3,
            counts=(1, 3, 4), lean=-0.06,
        ),
    ]  # fmt: skip
    for z in (-16.5, 16.5):
        side = "left" if z < 0 else "right"
        out.append(
            rod(f"post-{side}", "prop_dark", [(back + 0.5, seat - 2, z), (back - 4.6, chair.top - 8, z)], (1.6, 1.3))
        )
        for name, top, foot in (("back", back + 2.5, back - 1.5), ("front", front - 3.5, front - 0.5)):
            legs = [(top, seat - 3.2, z), (foot, 1.3, z * 1.08)]
            out.append(rod(f"leg-{name}-{side}", "prop_dark", legs, (1.7, 1.2)))
    return out


def _wall(wall: Wall) -> list[Piece]:
    normal = wall.surface.normal
    along = np.array((0.0, 0.0, 1.0)) if abs(normal[0]) > 0.5 else np.array((1.0, 0.0, 0.0))
    face = -normal * wall.distance
    corners = np.stack(
        [face - along * _WALL_HALF, face + along * _WALL_HALF - normal * _WALL_DEEP + np.array((0, _WALL_HIGH, 0))]
    )
    piece = slab("wall", "wall", corners.min(0), corners.max(0), 1.2, carries=_EVERYTHING, is_floor=True)
    forward, up, right = (float(part) for part in normal)
    return [replace(piece, seen_from=(forward, up, right))]


def _mat(mat: Mat) -> list[Piece]:
    return [slab("mat", "prop", (mat.back, -1.2, mat.left), (mat.front, 0.0, mat.right), 0.6, is_floor=True)]


def _doorway(door: Doorway) -> list[Piece]:
    near, half = door.distance, door.width / 2
    out = [
        slab(
            f"jamb-{side}", "prop", (near, 0, min(z, z + 9 * sign)), (near + 9, 208, max(z, z + 9 * sign)), 0.9,
            counts=(1, 14, 1), carries=_EVERYTHING,
        )
        for side, sign, z in (("left", -1, -half), ("right", 1, half))
    ]  # fmt: skip
    lintel = slab(
        "lintel", "prop", (near, 208, -half - 9), (near + 9, 217, half + 9), 0.9, counts=(1, 1, 8), carries=_EVERYTHING
    )
    return [replace(piece, seen_from=_TOWARDS_ROOM) for piece in (*out, lintel)]


def _roller(roller: Roller) -> list[Piece]:
    return [roll("roller", "prop_dark", roller.at, roller.radius, 23.0, carries=("torso",))]


def _desk(desk: Desk) -> list[Piece]:
    near, top = desk.distance, desk.height
    out = [
        slab("desk", "prop", (near, top - 3, -60), (near + 70, top, 60), 1.2, counts=(5, 1, 7)),
        slab("screen", "prop_dark", (near + 48, top + 12, -27), (near + 51, top + 46, 27), 1.2, counts=(1, 3, 4)),
        rod("stand", "prop_dark", [(near + 51, top + 20, 0), (near + 51, top + 1, 0)], 1.6),
    ]
    for z in (-54, 54):
        for name, x in (("near", near + 6), ("far", near + 64)):
            side = "left" if z < 0 else "right"
            out.append(rod(f"desk-{name}-{side}", "prop_dark", [(x, top - 3, z), (x, 1.4, z)], (1.8, 1.4)))
    return out


def _step(step: Step) -> Piece:
    low, high = step.corners
    carries = (f"{step.where}-shank",) if step.where in ("left", "right") else ()
    return slab("step", "prop", low, high, 1.2, carries=carries)


def _towels(towel: Towel) -> list[Piece]:
    out = []
    for i, (x, y, z) in enumerate(towel.at):
        thick = towel.thickness / 2
        if towel.rolled:
            out.append(
                roll(f"towel-{i}", "towel", x, thick, 26.0, carries=("head",) if "head" in towel.under else ("torso",))
            )
            continue
        half = np.array((6.0, 6.5, thick) if towel.upright else (11.0, thick, 13.0))
        middle, carries = np.array((x, y, z)), () if towel.upright else ("head",)
        out.append(slab(f"towel-{i}", "towel", middle - half, middle + half, 1.4, carries=carries))
    for i, at in enumerate(towel.fallen):
        half = np.array((6.0, towel.thickness / 2, 6.5))
        out.append(slab(f"towel-fallen-{i}", "towel", at - half, at + half, 1.4))
    return out


def _anchor(number: int, at: Point) -> Piece:
    """A knob where a band is tied."""
    x, y, z = at
    return rod(f"anchor-{number}", "prop_dark", [(x + 1.0, y - 3.2, z), (x + 1.0, y + 3.2, z)], 1.9)
