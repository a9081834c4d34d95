"""Where a session that was cut short goes on: where its exercise, set and side are by now, not where they once were.

A routine may be edited between two sittings. What was recorded is found again in the timeline as it is now; where that
cannot be done without guessing, the routine has changed, and only its beginning can be offered. What was recorded is
never renamed: a number under which one thing was recorded stands for no other thing of the same session.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from coach.session.events import Outcome
from coach.session.outcomes import DONE, Outcomes, with_outcome
from coach.session.timeline import Interval
from coach.values import dataclass

Key = tuple[str, str | None, int | None, str | None]
"""What an interval is: its kind, exercise, set and side."""

_OUTCOMES: Mapping[str, Outcome] = {
    "done": "done", "skipped": "skipped", "lost": "lost", "ended": "ended", "repeated": "repeated",
}  # fmt: skip


class Kept(Protocol):
    """An interval as the store kept it: `index` is the number under which it was recorded."""

    @property
    def index(self) -> int:
        """The number under which it was recorded, from 0."""
        ...

    @property
    def kind(self) -> str:
        """As in Interval."""
        ...

    @property
    def exercise(self) -> str | None:
        """The exercise's id; None where there was none."""
        ...

    @property
    def set(self) -> int | None:
        """Which set it was, from 1; None where it belonged to none."""
        ...

    @property
    def side(self) -> str | None:
        """As in Interval."""
        ...

    @property
    def outcome(self) -> str:
        """As in IntervalFinished; a word that is no outcome counts as skipped."""
        ...


@dataclass(frozen=True, slots=True)
class GoingOn:
    """How a session goes on. `first` is the index to go on at, one behind the last where all of it was walked through;
    None where the routine has changed so that its place is not to be found.

    `outcomes` is what became of the timeline's intervals before; `numbers` are those under which they are recorded.
    """

    first: int | None
    outcomes: Outcomes
    numbers: tuple[int, ...]

    @property
    def done(self) -> int:
        """How many of the intervals before were done; a hold that was lost is one of them."""
        return sum(outcome in DONE for outcome in self.outcomes.values())

    @property
    def skipped(self) -> int:
        """How many of the intervals before were skipped."""
        return sum(outcome == "skipped" for outcome in self.outcomes.values())


def following(kept: Sequence[Kept]) -> int:
    """Where to go on in a timeline that has not changed: behind the interval that finished last, or at it if the person
    had asked to repeat it.
    """
    if not kept:
        return 0
    return kept[-1].index if kept[-1].outcome == "repeated" else kept[-1].index + 1


def go_on(kept: Sequence[Kept], intervals: Sequence[Interval], planned: int) -> GoingOn:
    """How a session goes on of which `kept` was recorded, in the order of finishing, in `intervals` as they are now.

    `planned` is how many intervals it had when it was begun.
    """
    parts = _parts(kept)
    if _are_where_they_were(parts, intervals):
        first = following(kept)
        is_there = first < len(intervals) or len(intervals) == planned
        outcomes = {part.index: part.outcome for part in parts}
        return GoingOn(first if is_there else None, outcomes, tuple(range(len(intervals))))
    return _Search(kept, parts, intervals).found(planned)


def numbers_after(numbers: Sequence[int], at: int, recorded: int, count: int) -> tuple[int, ...]:
    """The numbers of `count` intervals of which those up to `at` keep theirs, and others follow; `recorded` is the
    largest under which anything was recorded, which stands for nothing new.
    """
    kept = tuple(numbers[: at + 1])
    if kept == tuple(range(at + 1)) and recorded <= at:
        return tuple(range(count))
    unused = max(count, recorded + 1, *(number + 1 for number in kept))
    return (*kept, *range(unused + at + 1, unused + count))


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing that was recorded, however often it was gone back to."""

    index: int
    key: Key
    outcome: Outcome


def _parts(kept: Iterable[Kept]) -> list[_Part]:
    """In the order in which they were finished first."""
    found: dict[tuple[int, Key], Outcomes] = {}
    for one in kept:
        name = (one.index, _key(one))
        found[name] = with_outcome(found.get(name, {}), one.index, _OUTCOMES.get(one.outcome, "skipped"))
    return [_Part(index, key, outcomes[index]) for (index, key), outcomes in found.items()]


def _key(one: Kept | Interval) -> Key:
    return one.kind, one.exercise, one.set, one.side


def _are_where_they_were(parts: Sequence[_Part], intervals: Sequence[Interval]) -> bool:
    """Whether all that was recorded stands in `intervals` under its number, without a gap."""
    numbers = {part.index for part in parts}
    return not parts or (
        max(numbers) < len(intervals)
        and max(numbers) - min(numbers) + 1 == len(parts)
        and all(_key(intervals[part.index]) == part.key for part in parts)
    )


class _Search:
    """Finds what was recorded in a timeline that has changed: the nth of a kind is the nth of it there."""

    def __init__(self, kept: Sequence[Kept], parts: Sequence[_Part], intervals: Sequence[Interval]) -> None:
        self._kept, self._parts, self._intervals = kept, parts, intervals
        self._where = self._match()
        self._taken = set(self._where.values())

    def found(self, planned: int) -> GoingOn:
        first = self._first()
        there = {self._where[part]: part for part in self._parts if part in self._where}
        if first is not None and (first >= len(self._intervals) or self._was_done_from(first, there)):
            first = None
        outcomes = {at: part.outcome for at, part in sorted(there.items()) if first is None or at < first}
        unused = max(planned, *(part.index + 1 for part in self._parts))
        numbers = (there[at].index if at in there else unused + at for at in range(len(self._intervals)))
        return GoingOn(first, outcomes, tuple(numbers))

    def _match(self) -> dict[_Part, int]:
        """Where the parts are now. Where there are fewer of a kind than before, what was done comes first. What is said
        was recorded without its words, so that nobody knows which sentence it was.
        """
        places, recorded = defaultdict(list), defaultdict(list)
        for at, interval in enumerate(self._intervals):
            places[_key(interval)].append(at)
        for part in self._parts:
            if part.key[0] != "say":
                recorded[part.key].append(part)
        found: dict[_Part, int] = {}
        for key, parts in recorded.items():
            done_first = sorted(parts, key=lambda part: part.outcome not in DONE)[: len(places[key])]
            found.update(zip([part for part in parts if part in done_first], places[key], strict=False))
        return found

    def _was_done_from(self, first: int, there: Mapping[int, _Part]) -> bool:
        """Whether going on at `first` would repeat work that was done."""
        return any(at >= first and p.key[0] == "work" and p.outcome in DONE for at, p in there.items())

    def _first(self) -> int | None:
        last = self._kept[-1]
        anchor, passed, is_reshaped = self._anchor()
        if not passed and anchor is not None:
            return anchor if last.outcome == "repeated" else anchor + 1
        after = 0 if anchor is None else anchor + 1
        coming = [_key(interval) for interval in self._intervals[after : after + len(passed)]]
        if anchor is not None and coming == [_key(one) for one in passed]:
            return after + len(passed) - (last.outcome == "repeated")
        if last.kind != "work" and last.exercise is not None:
            target = self._led_to(last, after)
            if target is not None or self._is_ahead(last.exercise):
                return target
        return None if is_reshaped or anchor is None else after

    def _anchor(self) -> tuple[int | None, Sequence[Kept], bool]:
        """Where the last work that is still there is now, what was recorded after it, and whether some of that is there
        in another shape, with other sets or sides.
        """
        by_name = {(part.index, part.key): part for part in self._parts}
        is_reshaped = False
        for number in range(len(self._kept) - 1, -1, -1):
            one = self._kept[number]
            if one.kind != "work":
                continue
            where = self._where.get(by_name[one.index, _key(one)])
            if where is not None:
                return where, self._kept[number + 1 :], is_reshaped
            is_reshaped = is_reshaped or self._is_ahead(one.exercise)
        return None, self._kept, is_reshaped

    def _led_to(self, lead: Kept, after: int) -> int | None:
        """The work that `lead` led to, from `after` on: of its side; of any where nothing of it was recorded yet."""
        is_begun = any(part.key[:2] == ("work", lead.exercise) for part in self._parts)
        works = [at for at in range(after, len(self._intervals)) if self._is_open_work(at, lead.exercise)]
        exact = [at for at in works if lead.side is None or self._intervals[at].side == lead.side]
        return next(iter(exact if exact or is_begun else works), None)

    def _is_ahead(self, exercise: str | None) -> bool:
        return any(self._is_open_work(at, exercise) for at in range(len(self._intervals)))

    def _is_open_work(self, at: int, exercise: str | None) -> bool:
        """Whether there is work of `exercise` of which nothing was recorded."""
        interval = self._intervals[at]
        return interval.kind == "work" and interval.exercise == exercise and at not in self._taken
