"""Which exercise is done at an interval of a session, by the name that the routine's file has for it."""

from __future__ import annotations

from collections.abc import Sequence

from coach.session.timeline import Interval


def work_at(intervals: Sequence[Interval], index: int) -> Interval | None:
    """The exercise at an interval: its own, in a rest the one before it; before the first one the first."""
    work = [one if one.kind == "work" and one.exercise else None for one in intervals]
    before = next((one for one in reversed(work[: index + 1]) if one), None)
    return before or next((one for one in work[index + 1 :] if one), None)


def named_at(intervals: Sequence[Interval], index: int) -> str | None:
    """What the file names of the exercise that is done there, or another in its place; None without one."""
    work = work_at(intervals, index)
    return None if work is None else work.named or work.exercise


def named_from(intervals: Sequence[Interval], index: int) -> str | None:
    """What the file names of the exercise that is done there or comes next; behind the last one that one."""
    coming = next((one for one in intervals[index:] if one.kind == "work" and one.exercise), None)
    return named_at(intervals, index) if coming is None else coming.named or coming.exercise
