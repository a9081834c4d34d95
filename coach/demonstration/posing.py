"""What a figure does at a moment of a session, or while an exercise is only shown."""

from __future__ import annotations

import math

from coach.content.model import Dose
from coach.figure.timing import GO_SECONDS, share_of
from coach.session.player import View
from coach.session.timeline import Interval
from coach.values import dataclass

DIM = 0.7  # how strongly the worked areas glow while nothing is held
_BREATH_SECONDS = 2.0  # in which a glow grows or fades, as slow as a breath; our choice
_SHOWN_HOLD_SECONDS = 2.0  # longer holds are shortened where the movement is only shown
_SHOWN_PAUSE_SECONDS = 1.0
_DEMONSTRATED = ("prepare", "rest", "switch", "between")


@dataclass(frozen=True, slots=True)
class Pose:
    """`share` of the movement, 0 to 1; `mirrored` is the left side's repetition; `glow` 0 to 1."""

    share: float = 0.0
    mirrored: bool = False
    glow: float = DIM


def shown_work(view: View, after: Interval | None) -> Interval | None:
    """The work whose exercise stands on the stage: the present one, or `after`, the next one, while it is prepared."""
    if view.interval.kind == "work":
        return view.interval
    return after if view.interval.kind in _DEMONSTRATED else None


def pose_of(view: View, work: Interval, *, is_cycle: bool) -> Pose:
    """Where the figure is: with the clock during work, at its own pace while the exercise is only shown.

    `is_cycle` tells that the movement repeats by itself (marching). A session that stands keeps its moment.
    """
    if view.interval.kind != "work" or work.open == "own":
        return demonstrated(work, view.elapsed, is_cycle=is_cycle)
    mirrored = view.side == "left"
    if work.is_counted:
        share = share_of(view.phase, view.phase_share, is_cycle=is_cycle)
        held = view.phase_share if view.phase == "hold" else None
        return Pose(share, mirrored, breath(held, work.hold or 0.0))
    if work.every:
        return Pose(share_of(None, view.phase_share, is_cycle=is_cycle), mirrored)
    since = max(0.0, view.elapsed - GO_SECONDS)
    share = share_of("hold", 0.0, is_cycle=is_cycle, held_seconds=view.elapsed)
    return Pose(share, mirrored, DIM if is_cycle else _breathing(since / _BREATH_SECONDS))


def breath(held: float | None, hold_seconds: float) -> float:
    """The glow at a share of a hold: whole breaths of about two seconds, dim at both ends."""
    if held is None or hold_seconds <= 0:
        return DIM
    return _breathing(held * max(1, round(hold_seconds / _BREATH_SECONDS)))


def _breathing(breaths: float) -> float:
    return DIM + (1.0 - DIM) * (0.5 - 0.5 * math.cos(2.0 * math.pi * breaths))


def demonstrated(work: Interval, elapsed: float, *, is_cycle: bool) -> Pose:
    """One repetition after the other, with short holds, the sides in turn where they alternate."""
    parts = _parts(work, is_cycle=is_cycle)
    number, within = divmod(elapsed, sum(seconds for _, seconds in parts))
    mirrored = work.side == "left" or (work.side == "alternate" and number % 2 == 0)
    for phase, seconds in parts:
        if within < seconds:
            share = share_of(phase, within / seconds, is_cycle=is_cycle)
            return Pose(share, mirrored, breath(within / seconds if phase == "hold" else None, seconds))
        within -= seconds
    return Pose(0.0, mirrored)


def demonstration_seconds(work: Interval, *, is_cycle: bool) -> float:
    """How long one demonstrated repetition takes."""
    return sum(seconds for _, seconds in _parts(work, is_cycle=is_cycle))


def is_mirrored(dose: Dose) -> bool:
    """Whether a picture of the exercise shows the left repetition: it is the one that begins, or the only one. Figure
    files describe the right one.
    """
    return dose.first_side == "left"


def _parts(work: Interval, *, is_cycle: bool) -> tuple[tuple[str, float], ...]:
    """(phase, seconds) of one demonstrated repetition."""
    if is_cycle:
        period = work.every or (work.move or 0.0) + (work.back or 0.0) or GO_SECONDS
        return (("move", period / 2), ("back", period / 2))
    hold = min(work.hold or 0.0, _SHOWN_HOLD_SECONDS) if work.reps else _SHOWN_HOLD_SECONDS
    return (
        ("move", work.move or GO_SECONDS),
        ("hold", hold),
        ("back", work.back or GO_SECONDS),
        ("pause", _SHOWN_PAUSE_SECONDS),
    )
