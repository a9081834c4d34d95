"""How a foot goes through a stride: it stands still on ground that passes below, rolls off, and swings forward.

Shares of the period after Perry's phases of gait: stance 0 to 0.6, of it heel contact to 0.1 and heel rise from 0.36.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from coach.figure.body import ANKLE
from coach.figure.contacts import Hold
from coach.figure.vectors import Array, cross, rotate_z, smooth

STANCE = 0.6
_HEEL_STRIKE, _FLAT, _HEEL_RISE = 14.0, 0.1, 0.36  # degrees, share, share
_TOE_OFF = -46.0
_HEEL, _BALL = np.array((-4.4, -ANKLE, 0.0)), np.array((10.6, -ANKLE, 0.0))


def stride(hold: Hold, phase: float, normal: Array) -> Hold:
    """The hold of a foot at `phase` 0..1 of its own stride, 0 where the heel touches down.

    `hold` was planted under the body; the foot passes below it, `contact.stride` centimetres in a period.
    """
    assert hold.target is not None
    assert hold.heading is not None
    phase %= 1.0
    length = hold.contact.stride
    if phase <= STANCE:
        pitch = _pitch(phase)
        along, up = _stance(phase, length, pitch)
    else:
        u = (phase - STANCE) / (1 - STANCE)
        pitch = _TOE_OFF + (_HEEL_STRIKE - _TOE_OFF) * smooth(u)
        along, up = _swing(u, length, hold.contact.lift)
    level = np.column_stack((hold.heading, normal, cross(hold.heading, normal)))
    ankle = hold.target + hold.heading * along + normal * up
    toes = max(0.0, -pitch) * (1.0 if phase <= STANCE else 1 - smooth((phase - STANCE) / (1 - STANCE)))
    return replace(hold, target=ankle, foot=level @ rotate_z(pitch), toes=toes)


def _pitch(phase: float) -> float:
    if phase < _FLAT:
        return _HEEL_STRIKE * (1 - smooth(phase / _FLAT))
    return _TOE_OFF * smooth_in((phase - _HEEL_RISE) / (STANCE - _HEEL_RISE))


def smooth_in(t: float) -> float:
    """0 to 1, starting from rest, leaving at full speed; clamped."""
    t = min(1.0, max(0.0, t))
    return t * t


def _stance(phase: float, length: float, pitch: float) -> tuple[float, float]:
    """The ankle's place along the ground and above it: it turns about the heel, later about the ball."""
    pivot = _HEEL if pitch > 0 else _BALL
    turned = pivot - rotate_z(pitch) @ pivot
    return length * (STANCE / 2 - phase) + float(turned[0]), float(turned[1]) + ANKLE


def _swing(u: float, length: float, lift: float) -> tuple[float, float]:
    """From toe-off to the next heel contact, leaving and arriving with the ground's speed."""
    x0, y0 = _stance(STANCE, length, _TOE_OFF)
    x1, y1 = _stance(0.0, length, _HEEL_STRIKE)
    speed = -length * (1 - STANCE)
    u2, u3 = u * u, u * u * u
    x = (2 * u3 - 3 * u2 + 1) * x0 + (u3 - 2 * u2 + u) * speed + (3 * u2 - 2 * u3) * x1 + (u3 - u2) * speed
    return x, y0 + (y1 - y0) * smooth(u) + lift * 0.5 * math.sin(math.pi * smooth(u))
