"""Where in a set one is: repetition, phase, side. Pure arithmetic on an interval and the seconds elapsed in it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import get_args

from coach.content.extent import OWN_PACE_SECONDS
from coach.content.model import Phase
from coach.session.timeline import Interval
from coach.values import dataclass

TURNS_TOLD, TURNS_APART = 2, 4  # sides that are said, of so many repetitions; our choice
PHASES: tuple[Phase, ...] = get_args(Phase)
_EPSILON = 1e-9  # sums of floats may fall this short of a border


@dataclass(frozen=True, slots=True)
class WithinWork:
    """A moment within work; `share` is 0 to 1 within the phase, or within the period where there is no phase."""

    repetition: int | None = None
    repetitions: int | None = None
    phase: Phase | None = None
    share: float = 0.0
    side: str | None = None


def period(interval: Interval) -> float:
    """Seconds from the start of one repetition to that of the next; at one's own pace a guess."""
    if interval.open == "own":
        return OWN_PACE_SECONDS
    return repetition_seconds(interval) + (interval.pause or 0.0)


def repetition_seconds(interval: Interval) -> float:
    """How long one repetition of a counted set lasts, without the pause after it."""
    return (interval.move or 0.0) + (interval.hold or 0.0) + (interval.back or 0.0)


def repetition_start(interval: Interval, number: int) -> float:
    """Where repetition `number` (from 1) starts: seconds from the interval's start."""
    return (number - 1) * period(interval)


def phase_starts(interval: Interval, phase: Phase) -> Iterator[float]:
    """Where `phase` begins in each repetition that has it: seconds from the interval's start. Nothing where the clock
    does not count, and none of a phase that takes no time.
    """
    if not (interval.is_counted and getattr(interval, phase)):
        return
    before = sum(getattr(interval, earlier) or 0.0 for earlier in PHASES[: PHASES.index(phase)])
    for number in range(1, (interval.repetitions or 0) + (phase != "pause")):  # none after the last
        yield repetition_start(interval, number) + before


def repetitions_in(interval: Interval, length: float) -> int:
    """How many repetitions a counted set of this length has, those added by "ten seconds more" included."""
    return round((length + (interval.pause or 0.0)) / period(interval))


def completed(interval: Interval, length: float, elapsed: float) -> int | None:
    """How many repetitions of a counted set are over after `elapsed` seconds; None where the clock does not count."""
    if not interval.is_counted:
        return None
    done = floor((elapsed + (interval.pause or 0.0)) / period(interval) + _EPSILON)
    return max(0, min(done, repetitions_in(interval, length)))


def seconds_more(interval: Interval, at_least: float) -> float:
    """What "ten seconds more" adds: whole repetitions in a counted set, just these seconds in all other intervals."""
    return ceil(at_least / period(interval)) * period(interval) if interval.is_counted else at_least


def side_of(interval: Interval, number: int) -> str | None:
    """The side of repetition `number`: the set's own, or left and right in turn."""
    if interval.side != "alternate":
        return interval.side
    return "left" if number % 2 else "right"


def turn_of(interval: Interval, number: int) -> str | None:
    """The side of repetition `number` where sides alternate and it is time to say it: in the first two of every four,
    so that one knows which number is which side, and is told again. None in all others.
    """
    is_told = interval.side == "alternate" and (number - 1) % TURNS_APART < TURNS_TOLD
    return side_of(interval, number) if is_told else None


def within_work(interval: Interval, length: float, elapsed: float) -> WithinWork:
    """Where one is in work after `elapsed` seconds.

    A counted set has repetition and phase. A plain `for` is held, with `every` the share runs through each period
    without a phase. At one's own pace nobody knows: only how many there are and the side.
    """
    if interval.kind != "work":
        return WithinWork()
    if interval.is_counted:
        return _counted(interval, repetitions_in(interval, length), elapsed)
    side = interval.side if interval.side in ("left", "right") else None
    if interval.open == "own":
        return WithinWork(None, interval.repetitions, side=side)
    if interval.every:
        return WithinWork(share=elapsed % interval.every / interval.every, side=side)
    return WithinWork(phase="hold", share=min(1.0, elapsed / length), side=side)


def _counted(interval: Interval, repetitions: int, elapsed: float) -> WithinWork:
    index = min(floor(elapsed / period(interval) + _EPSILON), repetitions - 1)
    within = max(0.0, elapsed - index * period(interval))
    side = side_of(interval, index + 1)
    phases: tuple[tuple[Phase, float | None], ...] = (
        ("move", interval.move),
        ("hold", interval.hold),
        ("back", interval.back),
        ("pause", interval.pause if index + 1 < repetitions else None),
    )
    for phase, seconds in phases:
        if seconds and within < seconds - _EPSILON:
            return WithinWork(index + 1, repetitions, phase, within / seconds, side)
        within -= seconds or 0.0
    return WithinWork(index + 1, repetitions, "back", 1.0, side)
