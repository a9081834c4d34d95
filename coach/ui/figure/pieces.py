"""Pieces of props: rounded slabs, rods and rolls, as lofts in the room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from coach.ui.figure.camera import Camera
from coach.values import dataclass, field

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from coach.ui.figure.arrays import Floats


@dataclass(frozen=True)
class Face:
    """A flat side, seen only from outside; `light` -1 dark to 1 light against the piece's own tone."""

    corners: Floats
    normal: tuple[float, float, float]
    light: float


@dataclass(frozen=True)
class Piece:
    """A solid: `centres` [n, 3] and half axes [n, 3, 3]; `rings` are hulls of its nodes; `samples` [m, 3] with `reach`
    [m] say where it is for the sorting; `carries` names what always lies on it; from behind the face whose normal is
    `seen_from` it would hide that."""

    name: str
    tone: str
    centres: Floats
    axes: Floats
    rings: tuple[tuple[int, ...], ...]
    samples: Floats
    reach: Floats
    faces: tuple[Face, ...] = ()
    carries: tuple[str, ...] = ()
    is_floor: bool = False
    seen_from: tuple[float, float, float] | None = field(default=None)


def balls(points: ArrayLike, radius: float) -> tuple[Floats, Floats]:
    """Nodes of one radius."""
    centres = np.array(points, float).reshape(-1, 3)
    return centres, np.broadcast_to(np.eye(3) * radius, (len(centres), 3, 3)).copy()


_BOX_FACES = (
    ((0, 1, 0), (2, 3, 7, 6), 0.5),
    ((1, 0, 0), (4, 5, 7, 6), 0.15),
    ((-1, 0, 0), (0, 1, 3, 2), -0.2),
    ((0, 0, 1), (1, 3, 7, 5), -0.1),
    ((0, 0, -1), (0, 2, 6, 4), -0.3),
)
"""Normal, corners and light of each side that is seen; nobody looks from below."""


def slab(
    name: str,
    tone: str,
    low: ArrayLike,
    high: ArrayLike,
    radius: float,
    *,
    counts: tuple[int, int, int] = (4, 1, 4),
    lean: float = 0.0,
    carries: Sequence[str] = (),
    is_floor: bool = False,
) -> Piece:
    """A rounded box between two corners; `lean` moves it forward for every centimetre of height; `counts` samples."""
    least, most = np.array(low, float), np.array(high, float)
    radius = min(radius, float((most - least).min()) / 2)
    inner = least + radius, most - radius

    def grid(ranges: Sequence[Iterable[float]]) -> Floats:
        return np.array([(x + lean * (y - least[1]), y, z) for x in ranges[0] for y in ranges[1] for z in ranges[2]])

    corners = grid([(inner[0][i], inner[1][i]) for i in range(3)])
    samples = grid(
        [
            np.linspace(inner[0][i], inner[1][i], count) if count > 1 else [(least[i] + most[i]) / 2]
            for i, count in enumerate(counts)
        ]
    )
    steps = [(inner[1][i] - inner[0][i]) / (count - 1) for i, count in enumerate(counts) if count > 1]
    centres, axes = balls(corners, radius)
    reach = np.full(len(samples), max(2.5, max(steps, default=0.0) * 0.6))
    faces = [Face(corners[list(rows)] + np.array(normal) * radius, normal, light) for normal, rows, light in _BOX_FACES]
    return Piece(name, tone, centres, axes, (tuple(range(8)),), samples, reach, tuple(faces), tuple(carries), is_floor)


def rod(name: str, tone: str, points: ArrayLike, radii: ArrayLike, *, carries: Sequence[str] = ()) -> Piece:
    """Rounded rods from point to point; `radii` one for all or one a point."""
    centres = np.array(points, float)
    thick = np.broadcast_to(np.asarray(radii, float), len(centres))
    axes = np.eye(3) * thick[:, None, None]
    samples = np.concatenate([np.linspace(a, b, 4) for a, b in pairwise(centres)])
    rings = tuple((i, i + 1) for i in range(len(centres) - 1))
    return Piece(
        name, tone, centres, axes, rings, samples, np.full(len(samples), float(thick.max())), (), tuple(carries)
    )


def roll(name: str, tone: str, at: float, radius: float, half_width: float, *, carries: Sequence[str] = ()) -> Piece:
    """A cylinder lying across."""
    centres = np.array([(at, radius, -half_width), (at, radius, half_width)])
    axes = np.array([np.diag((radius, radius, 0.8))] * 2)
    samples = np.array([(at, radius, z) for z in np.linspace(-half_width, half_width, 7)])
    turn = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    faces = []
    for side in (-1, 1):
        for share, light in ((0.96, -0.35), (0.42, -1.0)):
            ring = [
                (at + radius * share * np.cos(a), radius + radius * share * np.sin(a), side * half_width) for a in turn
            ]
            faces.append(Face(np.array(ring), (0, 0, side), light))
    return Piece(name, tone, centres, axes, ((0, 1),), samples, np.full(7, radius), tuple(faces), tuple(carries))


def faces_seen(piece: Piece, camera: Camera) -> list[Face]:
    """Those turned to the eye."""
    return [face for face in piece.faces if camera.sees(face.corners[0], face.normal)]
