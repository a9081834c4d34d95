"""Rotations and vectors. World: X forward, Y up, Z to the figure's right; right-handed; centimetres, degrees."""

from __future__ import annotations

import math
from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = Any
"""A numpy array of floats; shapes stand in the docstrings (numpy's own types lose them at the first index)."""

X = np.array((1.0, 0.0, 0.0))
Y = np.array((0.0, 1.0, 0.0))
Z = np.array((0.0, 0.0, 1.0))


def rotate_x(degrees: float) -> Array:
    """Rotation about X, as a matrix [3, 3]."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array(((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c)))


def rotate_y(degrees: float) -> Array:
    """Rotation about Y, as a matrix [3, 3]."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array(((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c)))


def rotate_z(degrees: float) -> Array:
    """Rotation about Z, as a matrix [3, 3]."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array(((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0)))


def rotate_about(axis: Array, degrees: float) -> Array:
    """Rotation about a unit axis (Rodrigues), as a matrix [3, 3]."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y, z = float(axis[0]), float(axis[1]), float(axis[2])
    t = 1 - c
    return np.array(
        (
            (t * x * x + c, t * x * y - s * z, t * x * z + s * y),
            (t * x * y + s * z, t * y * y + c, t * y * z - s * x),
            (t * x * z - s * y, t * y * z + s * x, t * z * z + c),
        )
    )


def length(v: Array) -> float:
    """The Euclidean length of a vector [3]; faster than numpy's for three numbers."""
    return math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])


def unit(v: Array, fallback: Array = X) -> Array:
    """`v` at length 1, or `fallback` where it has no direction."""
    size = length(v)
    return v / size if size > 1e-9 else fallback


def cross(a: Array, b: Array) -> Array:
    """The cross product of two vectors [3]; faster than numpy's."""
    return np.array((a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]))


def flattened(v: Array, normal: Array) -> Array:
    """The part of `v` that lies in the plane with that unit normal."""
    return v - normal * float(normal @ v)


def frame_of(y: Array, z: Array) -> Array:
    """The rotation [3, 3] whose Y is along `y` and whose Z is `z` made orthogonal to it."""
    y = unit(y)
    z = unit(flattened(z, y), Z)
    return np.column_stack((cross(y, z), y, z))


def blend_rotations(a: Array, b: Array, weight: float) -> Array:
    """From rotation `a` (weight 0) to `b` (weight 1) along the shortest way."""
    between = a.T @ b
    angle = math.acos(max(-1.0, min(1.0, (float(np.trace(between)) - 1) / 2)))
    if angle < 1e-6:
        return b
    axis = np.array((between[2, 1] - between[1, 2], between[0, 2] - between[2, 0], between[1, 0] - between[0, 1]))
    return a @ rotate_about(unit(axis), math.degrees(angle) * weight)


def smooth(t: float) -> float:
    """0 to 1 with rest at both ends; clamped outside."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)
