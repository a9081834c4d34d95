"""What stands or lies around the figure, as plain geometry in centimetres; how it is painted is the painter's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from coach.figure.bases import SEAT_HEIGHT
from coach.figure.touch import Surface
from coach.figure.vectors import Array, X, Y, Z
from coach.values import dataclass, replace

Point = tuple[float, float, float]
End = str | Point
"""A band's end: left-hand, right-wrist, left-foot ..., or a fixed place (forward, up, right)."""

_WALL_NORMALS = {"behind": X, "front": -X, "left": Z, "right": -Z}
# Measures of things are usual ones or by eye, in centimetres; a mat reaches a little beyond who lies on it.
_ROLLED_CM = 6.0  # through a rolled towel: a wrist's thickness
_LET_GO_CM, _FALLS_OUT = 6.0, 1.5  # a towel whose elbow is further away has fallen
_ELBOW_TO_MIDDLE_CM = 4.6  # inwards, of a towel held upright between elbow and ribs
_STEP_DEEP, _STEP_WIDE = 30.0, 70.0
_MAT_EDGES = {"behind": ("back", -1), "front": ("front", 1), "left": ("left", -1), "right": ("right", 1)}
_MATS = {
    "standing": (-30, -35, 30, 35), "sitting": (-30, -35, 60, 35), "kneeling": (-62, -34, 62, 34),
    "all-fours": (-60, -34, 92, 34), "prone": (-104, -32, 96, 32), "supine": (-98, -32, 104, 32),
    "side-lying": (-34, -100, 34, 104),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chair:
    """Seat from `back` - 1 to `front`, 42 wide, its top at `seat`; the backrest's face at x = `back`, up to `top`."""

    back: float = -19.0
    front: float = 23.0
    top: float = 86.0
    seat: float = SEAT_HEIGHT


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall `distance` away: behind, front, left or right."""

    where: str = "behind"
    distance: float = 12.0

    @property
    def surface(self) -> Surface:
        """Its face towards the figure; the normal points back to the figure."""
        normal = _WALL_NORMALS[self.where]
        return Surface(-normal * self.distance, normal)


@dataclass(frozen=True, slots=True)
class Mat:
    """A mat on the floor from (`back`, `left`) to (`front`, `right`)."""

    back: float
    left: float
    front: float
    right: float


@dataclass(frozen=True, slots=True)
class Band:
    """Stretches of one band, each between two ends, taut."""

    stretches: tuple[tuple[End, End], ...]

    @property
    def anchors(self) -> tuple[Point, ...]:
        """The fixed places where it is tied, each once."""
        return tuple(dict.fromkeys(end for pair in self.stretches for end in pair if not isinstance(end, str)))


@dataclass(frozen=True, slots=True)
class Doorway:
    """A door frame: the jambs' near faces at x = `distance`, `width` between them."""

    distance: float = 12.0
    width: float = 84.0


@dataclass(frozen=True, slots=True)
class Roller:
    """A foam roller lying across, its axis at (`at`, `radius`), 46 long."""

    at: float = 0.0
    radius: float = 7.5
    under: str = "mid-back"


@dataclass(frozen=True, slots=True)
class Desk:
    """A table top at `height`, its near edge at x = `distance`, 70 deep."""

    distance: float = 40.0
    height: float = 74.0


@dataclass(frozen=True, slots=True)
class Step:
    """A low block on the floor, its near edge `distance` away: behind, front, left or right; 30 deep, 70 wide."""

    where: str = "right"
    distance: float = 2.0
    height: float = 15.0

    @property
    def corners(self) -> tuple[Array, Array]:
        """Its lowest and its highest corner."""
        outwards = -_WALL_NORMALS[self.where]
        along = np.cross(outwards, Y) * (_STEP_WIDE / 2)
        ends = [
            outwards * self.distance - along,
            outwards * (self.distance + _STEP_DEEP) + along + Y * self.height,
        ]
        return np.min(ends, axis=0), np.max(ends, axis=0)


@dataclass(frozen=True, slots=True)
class Towel:
    """Folded towels under points of the body (`under`): each a pad with its middle at one of `at`.

    Flat, 3 thick and 22 x 26 on the floor; `upright` ones (at the elbows) are 12 x 13 and 3 thick along Z, or lie on
    the floor where they have `fallen`. `rolled` ones are rolls across the body, `thickness` through.
    """

    under: str
    at: tuple[Point, ...] = ()
    upright: bool = False
    rolled: bool = False
    thickness: float = 3.0
    fallen: tuple[Point, ...] = ()


Prop = Chair | Wall | Mat | Band | Doorway | Roller | Desk | Step | Towel


@dataclass(frozen=True, slots=True)
class Scene:
    """The props of a figure."""

    props: tuple[Prop, ...] = ()

    def mirrored(self) -> Scene:
        """The same scene with left and right exchanged."""
        return Scene(tuple(_mirrored(prop) for prop in self.props))

    def surfaces(self) -> dict[str, Surface]:
        """The planes that can be touched, by the names that files use."""
        found = {"floor": Surface(np.zeros(3), Y)}
        for prop in self.props:
            if isinstance(prop, Wall):
                found["wall"] = prop.surface
            elif isinstance(prop, Chair):
                found["chair"] = Surface(Y * prop.seat, Y)
                found["chair-back"] = Surface(X * prop.back, X)
            elif isinstance(prop, Doorway):
                found["doorway"] = Surface(X * prop.distance, -X)
            elif isinstance(prop, Roller):
                found["roller"] = Surface(Y * 2 * prop.radius, Y)
            elif isinstance(prop, Desk):
                found["desk"] = Surface(Y * prop.height, Y)
            elif isinstance(prop, Step):
                found["step"] = Surface(Y * prop.height, Y)
        return found

    def of(self, kind: type) -> list[Any]:
        """The props of one kind."""
        return [prop for prop in self.props if isinstance(prop, kind)]

    def with_places(self, places: Mapping[str, tuple[Array, ...]]) -> Scene:
        """Rollers and towels where the points that they lie under are."""
        props: list[Prop] = []
        for prop in self.props:
            if isinstance(prop, Roller) and prop.under in places:
                props.append(replace(prop, at=float(places[prop.under][0][0])))
            elif isinstance(prop, Towel) and prop.under in places:
                props.append(replace(prop, at=tuple(_middle(prop, at) for at in places[prop.under])))
            else:
                props.append(prop)
        return Scene(tuple(props))

    def with_fallen(self, places: Mapping[str, tuple[Array, ...]]) -> Scene:
        """The same scene with those towels on the floor that the points (`places`, in their order) have let go of."""
        props = (
            _dropped(prop, places[prop.under]) if isinstance(prop, Towel) and prop.upright else prop
            for prop in self.props
        )
        return Scene(tuple(props))


def _dropped(towel: Towel, points: tuple[Array, ...]) -> Towel:
    kept: list[Point] = []
    fallen: list[Point] = []
    for at, point in zip(towel.at, points, strict=True):
        if np.linalg.norm(np.subtract(_middle(towel, point), at)) < _LET_GO_CM:
            kept.append(at)
        else:
            fallen.append((at[0], towel.thickness / 2, at[2] * _FALLS_OUT))  # beside the feet
    return replace(towel, at=tuple(kept), fallen=tuple(fallen))


def _middle(towel: Towel, at: Array) -> Point:
    if towel.upright:  # between the elbow and the ribs
        return float(at[0]), float(at[1]), float(at[2]) - float(np.sign(at[2])) * _ELBOW_TO_MIDDLE_CM
    return float(at[0]), towel.thickness / 2, float(at[2])


def _mirrored(prop: Prop) -> Prop:
    if isinstance(prop, Wall | Step) and prop.where in ("left", "right"):
        return replace(prop, where="right" if prop.where == "left" else "left")
    if isinstance(prop, Mat):
        return replace(prop, left=-prop.right, right=-prop.left)
    if isinstance(prop, Towel):
        at, fallen = (tuple((x, y, -z) for x, y, z in places) for places in (prop.at, prop.fallen))
        return replace(prop, at=at, fallen=fallen)
    if isinstance(prop, Band):
        return Band(tuple((_other(a), _other(b)) for a, b in prop.stretches))
    return prop


def _other(end: End) -> End:
    if not isinstance(end, str):
        return end[0], end[1], -end[2]
    side, _, part = end.partition("-")
    return f"{'right' if side == 'left' else 'left'}-{part}"


def read_scene(items: Iterable[object], base: str) -> Scene:
    """The props of a checked figure: words, or maps whose first key is the prop's name."""
    props = [_prop(str(item), {}, base) if isinstance(item, str) else _of_map(item, base) for item in items]
    walls = [prop for prop in props if isinstance(prop, Wall)]
    return Scene(tuple(_cut(prop, walls) if isinstance(prop, Mat) else prop for prop in props))


def _cut(mat: Mat, walls: Iterable[Wall]) -> Mat:
    """The mat as far as it lies on this side of the walls."""
    for wall in walls:
        edge, sign = _MAT_EDGES[wall.where]
        mat = replace(mat, **{edge: sign * min(sign * getattr(mat, edge), wall.distance)})
    return mat


def _of_map(item: object, base: str) -> Prop:
    assert isinstance(item, Mapping)
    kinds = ("chair", "wall", "mat", "band", "doorway", "roller", "desk", "step", "towel")
    kind = next(word for word in kinds if item.get(word) is not None)
    return _prop(kind, item, base)


def _prop(kind: str, item: Mapping[str, Any], base: str) -> Prop:
    def numbers(*names: str) -> dict[str, float]:
        return {name: float(item[name]) for name in names if item.get(name) is not None}

    if kind == "chair":
        return Chair(**numbers("back", "front", "top"))
    if kind == "wall":
        return Wall(str(item["wall"]), **numbers("distance"))
    if kind == "mat":
        return Mat(*map(float, _MATS[base]))
    if kind == "band":
        return Band(tuple((_end(a), _end(b)) for a, b in item["band"]))
    if kind == "doorway":
        return Doorway(**numbers("distance", "width"))
    if kind == "roller":
        return Roller(under=str(item["under"]))
    if kind == "desk":
        return Desk(**numbers("distance", "height"))
    if kind == "step":
        return Step(str(item["step"]), **numbers("distance", "height"))
    under = str(item.get("under") or "forehead")
    if item.get("rolled"):
        return Towel(under, rolled=True, thickness=_ROLLED_CM)
    return Towel(under, upright="elbow" in under)


def _end(spec: Any) -> End:
    if isinstance(spec, str):
        return spec
    forward, up, right = (float(number) for number in spec)
    return forward, up, right
