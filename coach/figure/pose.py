"""Poses: joint by joint laid over each other, and turned into an array of degrees of freedom.

A shoulder is solved as (raise, plane, rotate): plane 0 to the side, 90 to the front. Flexion and abduction as Euler
angles would lock at 90 degrees, in the middle of the shoulder's working range.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from coach.content.joints import BARE, PAIRED
from coach.figure.body import FREEDOMS, INDEX, MIRROR_FROM, MIRROR_SIGN, SIDES
from coach.figure.vectors import Array

Pose = Mapping[str, Mapping[str, float]]
"""A resolved pose: every paired joint with its side, every key with its name."""

_HANGING = 1.0  # degrees: below this an arm has no plane


def lay_over(below: Pose, spec: Mapping[str, Any] | None) -> Pose:
    """`spec`, a checked pose of a file, laid over a resolved one: joint by joint, key by key.

    A shoulder's `flex` or `abduct` drops the older flex, abduct and across.
    """
    merged = {joint: dict(keys) for joint, keys in below.items()}
    for joint, value in (spec or {}).items():
        side, dash, name = joint.partition("-")
        if not dash or side not in SIDES:
            side, name = "", joint
        keys = dict(value) if isinstance(value, Mapping) else {BARE[name]: value}
        targets = [joint] if side or name not in PAIRED else [f"{each}-{name}" for each in SIDES]
        for target in targets:
            now = merged.setdefault(target, {})
            if name == "shoulder" and not keys.keys().isdisjoint({"flex", "abduct"}):
                for key in ("flex", "abduct", "across"):
                    now.pop(key, None)
            now.update({key: float(number) for key, number in keys.items() if number is not None})
    return merged


def resolve(pose: Pose) -> Array:
    """A resolved pose as an array in the order of FREEDOMS."""
    freedoms = np.zeros(len(FREEDOMS))
    for joint, keys in pose.items():
        if joint.endswith("-shoulder"):
            abducted = "abduct" in keys
            plane = 0.0 if abducted else 90.0
            freedoms[INDEX[f"{joint}.raise"]] = keys["abduct"] if abducted else keys.get("flex", 0.0)
            freedoms[INDEX[f"{joint}.plane"]] = plane + keys.get("across", 0.0)
            freedoms[INDEX[f"{joint}.rotate"]] = keys.get("rotate", 0.0)
        else:
            for key, number in keys.items():
                freedoms[INDEX[f"{joint}.{key}"]] = number
    return freedoms


def mirror(freedoms: Array) -> Array:
    """The same pose with left and right exchanged."""
    return freedoms[MIRROR_FROM] * MIRROR_SIGN


def agree_planes(poses: Sequence[Array]) -> None:
    """Give every hanging arm, which has no plane, that of the nearest pose that has one, so that it is not swept.

    Changes the arrays in place.
    """
    for side in SIDES:
        up, plane = INDEX[f"{side}-shoulder.raise"], INDEX[f"{side}-shoulder.plane"]
        known = [i for i, pose in enumerate(poses) if abs(pose[up]) > _HANGING]
        for i, pose in enumerate(poses):
            if abs(pose[up]) <= _HANGING and known:
                pose[plane] = poses[min(known, key=lambda k: abs(k - i))][plane]
