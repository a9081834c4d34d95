"""Rotations and vectors. World: X forward, Y up, Z to the figure's right; right-handed; centimetres, degrees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = Any
"""A numpy array of floats; shapes stand in the docstrings (numpy's own types lose them at the first index)."""
Matrix: TypeAlias = tuple[float, float, float, float, float, float, float, float, float]
"""A matrix [3, 3] row by row."""

X = np.array((1.0, 0.0, 0.0))
Y = np.array((0.0, 1.0, 0.0))
Z = np.array((0.0, 0.0, 1.0))


def rotate_z(degrees: float) -> Array:
    """Rotation about Z, as a matrix [3, 3]."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array(((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0)))


def rotate_about(axis: Array, degrees: float) -> Array:
    """Rotation about a unit axis (Rodrigues), as a matrix [3, 3]."""
    return np.array(turn_about(axis.tolist(), degrees)).reshape(3, 3)


def turn_about(axis: Sequence[float], degrees: float) -> Matrix:
    """The same as nine floats."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y, z = axis
    t = 1 - c
    return (
        t * x * x + c, t * x * y - s * z, t * x * z + s * y,
        t * x * y + s * z, t * y * y + c, t * y * z - s * x,
        t * x * z - s * y, t * y * z + s * x, t * z * z + c,
    )  # fmt: skip


def turn_yxz(y: float, x: float, z: float) -> Matrix:
    """Rotation about Y, then about the turned X, then about the turned Z (degrees), as nine floats: products of small
    matrices cost numpy more than they do."""
    y, x, z = math.radians(y), math.radians(x), math.radians(z)
    cy, sy, cx, sx, cz, sz = math.cos(y), math.sin(y), math.cos(x), math.sin(x), math.cos(z), math.sin(z)
    return (
        cy * cz + sy * sx * sz, sy * sx * cz - cy * sz, sy * cx,
        cx * sz, cx * cz, -sx,
        cy * sx * sz - sy * cz, sy * sz + cy * sx * cz, cy * cx,
    )  # fmt: skip


def turn_zxy(z: float, x: float, y: float) -> Matrix:
    """Rotation about Z, then about the turned X, then about the turned Y (degrees), as nine floats."""
    y, x, z = math.radians(y), math.radians(x), math.radians(z)
    cy, sy, cx, sx, cz, sz = math.cos(y), math.sin(y), math.cos(x), math.sin(x), math.cos(z), math.sin(z)
    return (
        cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy,
        sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy,
        -cx * sy, sx, cx * cy,
    )  # fmt: skip


def floats(rotation: Array) -> Matrix:
    """A matrix [3, 3] as nine floats."""
    return tuple(rotation.ravel().tolist())


def bent_x(a: Matrix, degrees: float) -> Matrix:
    """`a` turned further about its own X, as nine floats."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (
        a0, a1 * c + a2 * s, a2 * c - a1 * s,
        a3, a4 * c + a5 * s, a5 * c - a4 * s,
        a6, a7 * c + a8 * s, a8 * c - a7 * s,
    )  # fmt: skip


def bent_y(a: Matrix, degrees: float) -> Matrix:
    """`a` turned further about its own Y, as nine floats."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (
        a0 * c - a2 * s, a1, a0 * s + a2 * c,
        a3 * c - a5 * s, a4, a3 * s + a5 * c,
        a6 * c - a8 * s, a7, a6 * s + a8 * c,
    )  # fmt: skip


def bent_z(a: Matrix, degrees: float) -> Matrix:
    """`a` turned further about its own Z (`a @ rotate_z(degrees)`), as nine floats."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (
        a0 * c + a1 * s, a1 * c - a0 * s, a2,
        a3 * c + a4 * s, a4 * c - a3 * s, a5,
        a6 * c + a7 * s, a7 * c - a6 * s, a8,
    )  # fmt: skip


def place_of(origin: Sequence[float], a: Matrix, x: float, y: float, z: float) -> tuple[float, float, float]:
    """`origin + a @ (x, y, z)`."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    return (
        origin[0] + a0 * x + a1 * y + a2 * z,
        origin[1] + a3 * x + a4 * y + a5 * z,
        origin[2] + a6 * x + a7 * y + a8 * z,
    )


def product(a: Matrix, b: Matrix) -> Matrix:
    """`a @ b` of matrices as nine floats."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    b0, b1, b2, b3, b4, b5, b6, b7, b8 = b
    return (
        a0 * b0 + a1 * b3 + a2 * b6, a0 * b1 + a1 * b4 + a2 * b7, a0 * b2 + a1 * b5 + a2 * b8,
        a3 * b0 + a4 * b3 + a5 * b6, a3 * b1 + a4 * b4 + a5 * b7, a3 * b2 + a4 * b5 + a5 * b8,
        a6 * b0 + a7 * b3 + a8 * b6, a6 * b1 + a7 * b4 + a8 * b7, a6 * b2 + a7 * b5 + a8 * b8,
    )  # fmt: skip


def relative(a: Matrix, b: Matrix) -> Matrix:
    """`b` as seen from `a`: `a.T @ b` of rotations as nine floats."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    return product((a0, a3, a6, a1, a4, a7, a2, a5, a8), b)


def length(v: Array) -> float:
    """The Euclidean length of a vector [3]; faster than numpy's for three numbers."""
    x, y, z = v.tolist()
    return math.sqrt(x * x + y * y + z * z)


def unit(v: Array, fallback: Array = X) -> Array:
    """`v` at length 1, or `fallback` where it has no direction."""
    x, y, z = v.tolist()
    size = math.sqrt(x * x + y * y + z * z)
    return v / size if size > 1e-9 else fallback


def cross(a: Array, b: Array) -> Array:
    """The cross product of two vectors [3]; faster than numpy's."""
    ax, ay, az = a.tolist()
    bx, by, bz = b.tolist()
    return np.array((ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx))


def flattened(v: Array, normal: Array) -> Array:
    """The part of `v` that lies in the plane with that unit normal."""
    return v - normal * float(normal @ v)


def frame_of(y: Array, z: Array) -> Array:
    """The rotation [3, 3] whose Y is along `y` and whose Z is `z` made orthogonal to it; what has no direction is taken
    for X, and for Z."""
    return np.array(framed(y.tolist(), z.tolist())).reshape(3, 3)


def framed(y: Sequence[float], z: Sequence[float]) -> Matrix:
    """The same as nine floats."""
    yx, yy, yz = y
    size = math.sqrt(yx * yx + yy * yy + yz * yz)
    yx, yy, yz = (yx / size, yy / size, yz / size) if size > 1e-9 else (1.0, 0.0, 0.0)
    zx, zy, zz = z
    along = zx * yx + zy * yy + zz * yz
    zx, zy, zz = zx - yx * along, zy - yy * along, zz - yz * along
    size = math.sqrt(zx * zx + zy * zy + zz * zz)
    zx, zy, zz = (zx / size, zy / size, zz / size) if size > 1e-9 else (0.0, 0.0, 1.0)
    return (
        yy * zz - yz * zy, yx, zx,
        yz * zx - yx * zz, yy, zy,
        yx * zy - yy * zx, yz, zz,
    )  # fmt: skip


def columns(x: Array, y: Array, z: Array) -> Array:
    """The matrix [3, 3] with these columns; faster than numpy's."""
    return np.array((x, y, z)).T


def blend_rotations(a: Array, b: Array, weight: float) -> Array:
    """From rotation `a` (weight 0) to `b` (weight 1) along the shortest way."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = (a.T @ b).tolist()
    angle = math.acos(max(-1.0, min(1.0, (xx + yy + zz - 1) / 2)))
    if angle < 1e-6:
        return b
    axis = np.array((zy - yz, xz - zx, yx - xy))
    return a @ rotate_about(unit(axis), math.degrees(angle) * weight)


def smooth(t: float) -> float:
    """0 to 1 with rest at both ends; clamped outside."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)
