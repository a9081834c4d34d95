"""How a foot goes through a stride: it stands still on ground that passes below, rolls off, and swings forward.

In walking the foot is on the ground for 0.6 of the period (Perry, phases of gait), in running for about 0.35; the heel
touches first and rises first.
"""

from __future__ import annotations

import math

import numpy as np

from coach.figure.body import ANKLE
from coach.figure.contacts import Contact, Hold
from coach.figure.vectors import Array, columns, cross, rotate_z, smooth
from coach.values import replace

# Chosen by eye; of the stride only the share of the stance has a source (above).
_HEEL_STRIKE, _TOE_OFF = 14.0, -46.0  # the foot's pitch, degrees
_FLAT, _HEEL_RISE = 0.17, 0.6  # shares of the stance
_HEEL, _BALL = np.array((-4.4, -ANKLE, 0.0)), np.array((10.6, -ANKLE, 0.0))


def stride(hold: Hold, phase: float, normal: Array) -> Hold:
    """The hold of a foot at `phase` 0..1 of its own stride, 0 where the heel touches down.

    `hold` was planted under the body; the foot passes below it, `contact.stride` centimetres in a period.
    """
    assert hold.target is not None
    assert hold.heading is not None
    phase %= 1.0
    contact = hold.contact
    stance = contact.stance
    if phase <= stance:
        pitch = _pitch(phase / stance)
        along, up = _on_ground(phase, contact, pitch)
        toes = max(0.0, -pitch)
    else:
        u = (phase - stance) / (1 - stance)
        pitch = _TOE_OFF + (_HEEL_STRIKE - _TOE_OFF) * smooth(u)
        along, up = _swing(u, contact)
        toes = max(0.0, -pitch) * (1 - smooth(u))
    level = columns(hold.heading, normal, cross(hold.heading, normal))
    ankle = hold.target + hold.heading * along + normal * up
    return replace(hold, target=ankle, foot=level @ rotate_z(pitch), toes=toes)


def _pitch(share: float) -> float:
    """The foot's pitch at a share of the stance: from the heel to flat, and from flat onto the ball."""
    if share < _FLAT:
        return _HEEL_STRIKE * (1 - smooth(share / _FLAT))
    rise = min(1.0, max(0.0, (share - _HEEL_RISE) / (1 - _HEEL_RISE)))
    return _TOE_OFF * rise * rise


def _on_ground(phase: float, contact: Contact, pitch: float) -> tuple[float, float]:
    """The ankle's place along the ground and above it: it turns about the heel, later about the ball."""
    pivot = _HEEL if pitch > 0 else _BALL
    turned = pivot - rotate_z(pitch) @ pivot
    return contact.stride * (contact.stance / 2 - phase) + float(turned[0]), float(turned[1]) + ANKLE


def _swing(u: float, contact: Contact) -> tuple[float, float]:
    """From toe-off to the next heel contact, leaving and arriving with the ground's speed."""
    x0, y0 = _on_ground(contact.stance, contact, _TOE_OFF)
    x1, y1 = _on_ground(0.0, contact, _HEEL_STRIKE)
    speed = -contact.stride * (1 - contact.stance)
    u2, u3 = u * u, u * u * u
    x = (2 * u3 - 3 * u2 + 1) * x0 + (u3 - 2 * u2 + u) * speed + (3 * u2 - 2 * u3) * x1 + (u3 - u2) * speed
    return x, y0 + (y1 - y0) * smooth(u) + contact.lift * 0.5 * math.sin(math.pi * smooth(u))
