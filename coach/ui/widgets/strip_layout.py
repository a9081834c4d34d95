"""Where each interval stands on the strip: widths by seconds, with room enough for the small shapes. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from coach.session.timeline import Interval, IntervalKind
from coach.values import dataclass

GAP = 3.0
# Widths below which a shape is not itself any more, in pixels.
LEAST: dict[IntervalKind, float] = {
    "work": 7.0, "rest": 12.0, "between": 7.5, "switch": 10.0, "prepare": 8.0, "say": 8.0,
}  # fmt: skip

_Run = tuple[IntervalKind, int, int]  # what it is, its first and its last interval


@dataclass(frozen=True, slots=True)
class Segment:
    """One shape: intervals `first` to `last` (indices, both counted), `x` and `width` in pixels."""

    kind: IntervalKind
    first: int
    last: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Group:
    """The intervals of one exercise step, for its label: from the first work to the last."""

    exercise: str
    first: int
    last: int
    x: float
    width: float


def segments(intervals: Sequence[Interval], lengths: Sequence[float], width: float) -> list[Segment]:
    """The shapes from left to right, filling `width`.

    Where even the least widths do not fit, the intervals of a step become one shape; where those do not fit either,
    all shrink alike.
    """
    runs: list[_Run] = [(interval.kind, index, index) for index, interval in enumerate(intervals)]
    if _least(runs) > width:
        runs = _merged(intervals)
    if not runs:
        return []
    gap = min(GAP, width / len(runs) / 3)
    seconds = [sum(lengths[first : last + 1]) for _, first, last in runs]
    widths = _shared(seconds, [LEAST[kind] for kind, _, _ in runs], width - gap * (len(runs) - 1))
    placed: list[Segment] = []
    x = 0.0
    for (kind, first, last), wide in zip(runs, widths, strict=True):
        placed.append(Segment(kind, first, last, x, wide))
        x += wide + gap
    return placed


def groups(intervals: Sequence[Interval], placed: Sequence[Segment]) -> list[Group]:
    """The labelled spans: consecutive intervals of one step, from its first work to its last."""
    found: list[Group] = []
    for segment in placed:
        interval = intervals[segment.first]
        if segment.kind != "work":
            continue
        end = segment.x + segment.width
        before = found[-1] if found else None
        if before and intervals[before.first].step == interval.step and before.exercise == (interval.exercise or ""):
            found[-1] = Group(before.exercise, before.first, segment.last, before.x, end - before.x)
        else:
            found.append(Group(interval.exercise or "", segment.first, segment.last, segment.x, segment.width))
    return found


def _least(runs: Sequence[_Run]) -> float:
    return sum(LEAST[kind] + GAP for kind, _, _ in runs)


def _merged(intervals: Sequence[Interval]) -> list[_Run]:
    """One run a step: work and the rests inside it; what lies between steps goes with the step to come."""
    runs: list[_Run] = []
    for index, interval in enumerate(intervals):
        if runs and intervals[runs[-1][1]].step == interval.step:
            kind: IntervalKind = "work" if "work" in (runs[-1][0], interval.kind) else runs[-1][0]
            runs[-1] = (kind, runs[-1][1], index)
        else:
            runs.append((interval.kind, index, index))
    return runs


def _shared(seconds: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Widths in proportion to `seconds`, none below its least, summing to `width`."""
    if sum(least) >= width:
        return [part * width / sum(least) for part in least]
    fixed: set[int] = set()
    while True:
        free = width - sum(least[index] for index in fixed)
        total = sum(part for index, part in enumerate(seconds) if index not in fixed)
        scale = free / total if total else 0.0
        short = {i for i, part in enumerate(seconds) if i not in fixed and part * scale < least[i]}
        if not short:
            return [least[i] if i in fixed else part * scale for i, part in enumerate(seconds)]
        fixed |= short
