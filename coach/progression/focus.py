"""The focus routine: what the areas with the most tension ask for, put together anew for a person and a length.

Only exercises that areas.yaml lists for these areas are taken, none that the person's conditions bar, and none that
needs what the person has not got. What would stand in for one is taken where an area lists it, too.

A routine that speaks can be followed with eyes shut (focus_steps.py).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, Protocol

from coach.content.extent import extent
from coach.content.model import (
    FOCUS_OFFER,
    Area,
    DoseLayer,
    Exercise,
    ExerciseStep,
    Progress,
    Routine,
    RoutineStep,
    SayStep,
    Text,
)
from coach.progression.conditions import barring
from coach.progression.focus_steps import BETWEEN_SECONDS, PREPARE_SECONDS, Spoken, coming_up, in_order, leads
from coach.progression.kit import missing_for
from coach.progression.own import LeftOut
from coach.values import dataclass, replace

FOCUS = FOCUS_OFFER
"""The id of the routine that is put together; a file of the person's own with this id takes its place."""

MOST_SETS = 3  # of an exercise that has fewer by itself, where there is time to fill; our choice
SHORTEST_SHARE, LONGEST_SHARE = 0.8, 1.1
"""Of the length that was asked for."""

_BARE = Routine(FOCUS, Text(FOCUS), (), goal="strength", progress=Progress())

_SPEAKING = replace(_BARE, prepare=PREPARE_SECONDS, between=BETWEEN_SECONDS)

WhyNone = Literal["no-test", "no-area", "all-barred", "all-lacking", "no-exercise", "too-short"]


class Library(Protocol):
    """What this needs of the catalogue."""

    @property
    def areas(self) -> Mapping[str, Area]:
        """All areas of the body, by id."""
        ...

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """All exercises, by id."""
        ...


@dataclass(frozen=True, slots=True)
class Focus:
    """A routine for these `areas`, the strongest first. `is_short`: their lists do not reach the seconds `wanted`.
    `left_out` are exercises of theirs that a condition bars, or for which something is missing.
    """

    routine: Routine
    areas: tuple[str, ...]
    wanted: float
    is_short: bool = False
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class NoFocus:
    """Why there is none: no test or no area of its result, all exercises barred, something missing for those that are
    not, none listed, or none as short as that, the shortest of which would take `shortest` seconds.
    """

    why: WhyNone
    areas: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    shortest: float = 0.0


def focus_routine(
    areas: Sequence[str],
    wanted: float,
    library: Library,
    conditions: Collection[str],
    missing: Collection[str] = (),
    spoken: Spoken | None = None,
) -> Focus | NoFocus:
    """The routine for `areas`, the strongest first, that takes about `wanted` seconds: at least 80 % and at most 110 %
    of it, where the lists reach that far. The same arguments give the same routine. It has no title of its own, and
    nothing to say but what `spoken` gives it.

    Exercises are taken from the areas in turn, in the order of their lists; then sets are raised, one each in turn. A
    hold `as long as possible` keeps its sets: it has gone as far as it goes.
    """
    known = tuple(dict.fromkeys(area for area in areas if area in library.areas))
    if not known:
        return NoFocus("no-area")
    lists = [[one for one in library.areas[area].exercises if one in library.exercises] for area in known]
    by_turns = _by_turns(lists)
    left_out = _left_out(by_turns, library.exercises, conditions, missing)
    order = [one for one in by_turns if one not in {left.named for left in left_out}]
    if not order:
        return NoFocus(_why_none(left_out), known, left_out)
    lengths = _Lengths(library.exercises, wanted, spoken)
    lists = [[one for one in ids if one in order] for ids in lists]
    all_there_is = {one: lengths.most_sets(one) for one in order}
    sets = all_there_is
    if lengths.of(all_there_is) >= lengths.least:
        sets = _taken(lists, lengths)
        if lengths.of(sets) < lengths.least:
            sets = _closest(order, lengths)
    if not sets:
        return NoFocus("too-short", known, left_out, min(lengths.of({one: lengths.sets_of(one)}) for one in order))
    made = lengths.routine(sets)
    return Focus(made, known, wanted, lengths.of(sets) < lengths.least, left_out)


def _left_out(
    idents: Sequence[str], exercises: Mapping[str, Exercise], conditions: Collection[str], missing: Collection[str]
) -> tuple[LeftOut, ...]:
    """Those that the person may not do, or cannot: the conditions go before what is missing."""
    found = []
    for one in idents:
        barred_by = barring(exercises[one], conditions)
        lacks = () if barred_by else missing_for(exercises[one], missing)
        if barred_by or lacks:
            found.append(LeftOut(one, barred_by, lacks=lacks))
    return tuple(found)


def _why_none(left_out: Sequence[LeftOut]) -> WhyNone:
    if not left_out:
        return "no-exercise"
    return "all-lacking" if any(one.lacks for one in left_out) else "all-barred"


def _by_turns(lists: Sequence[Sequence[str]]) -> list[str]:
    """The first of each list, then the second of each, and so on; none twice."""
    longest = max(map(len, lists), default=0)
    return list(dict.fromkeys(ids[turn] for turn in range(longest) for ids in lists if turn < len(ids)))


class _Lengths:
    """How long a choice of exercises with their sets takes, and how long it may be; in seconds."""

    def __init__(self, exercises: Mapping[str, Exercise], wanted: float, spoken: Spoken | None = None) -> None:
        self._exercises = exercises
        self._wanted = wanted
        self._spoken = spoken
        self._bare = _BARE if spoken is None else _SPEAKING
        self._alone: dict[tuple[str, int], float] = {}
        self.least, self._most = wanted * SHORTEST_SHARE, wanted * LONGEST_SHARE

    def sets_of(self, ident: str) -> int:
        """The sets of the exercise's own dose."""
        return self._exercises[ident].dose.settled().sets

    def most_sets(self, ident: str) -> int:
        """How many it may have here."""
        own = self.sets_of(ident)
        return own if self._exercises[ident].dose.as_long_as_possible else max(own, MOST_SETS)

    def routine(self, sets: Mapping[str, int]) -> Routine:
        """The routine of these exercises, in this order; one that speaks has an order of its own."""
        if self._spoken is None:
            return replace(self._bare, steps=tuple(self._step(one, sets) for one in sets))
        order = self._in_order(sets)
        first, *later = leads(order, self._spoken)
        steps: list[RoutineStep] = [SayStep(Text(first.words))] if first.words else []
        steps.append(self._step(order[0].id, sets))
        for lead, one in zip(later, order[1:], strict=True):
            steps += [*lead.steps(), self._step(one.id, sets)]
        steps += coming_up(order, self._spoken)
        return replace(self._bare, prepare=first.seconds, steps=tuple(steps))

    def _step(self, ident: str, sets: Mapping[str, int]) -> ExerciseStep:
        return ExerciseStep(ident, DoseLayer() if sets[ident] == self.sets_of(ident) else DoseLayer(sets=sets[ident]))

    def _in_order(self, idents: Iterable[str]) -> list[Exercise]:
        return in_order([self._exercises[one] for one in idents])

    def of(self, sets: Mapping[str, int]) -> float:
        """How long it takes: each exercise with the change-over before it, which is a preparation before the first."""
        if not sets:
            return 0.0
        return sum(map(self._alone_for, sets.items())) + sum(self._beside(sets))

    def _beside(self, sets: Mapping[str, int]) -> Iterator[float]:
        """The seconds of what leads to the exercises, and of what is said beside them."""
        if self._spoken is None:
            yield self._bare.prepare + (len(sets) - 1) * self._bare.between
            return
        order = self._in_order(sets)
        yield from (lead.whole for lead in leads(order, self._spoken))
        yield from (step.seconds or 0.0 for step in coming_up(order, self._spoken))

    def _alone_for(self, one: tuple[str, int]) -> float:
        """The seconds of an exercise with its sets, and nothing before it."""
        if one not in self._alone:
            bare = replace(self._bare, prepare=0.0, steps=(self._step(one[0], dict([one])),))
            self._alone[one] = extent(bare, self._exercises).seconds
        return self._alone[one]

    def is_wanted(self, now: float, then: float) -> bool:
        """Whether to go on to `then`: it is not too long, and either needed or nearer to what was asked for."""
        return then <= self._most and (now < self.least or abs(then - self._wanted) < abs(now - self._wanted))

    def nearness(self, seconds: float) -> tuple[bool, float]:
        """The better the greater: what is within the bounds first, then what is near."""
        return seconds >= self.least, -abs(seconds - self._wanted)

    def fits(self, seconds: float) -> bool:
        """Whether it is not too long."""
        return seconds <= self._most


def _taken(lists: Sequence[Sequence[str]], lengths: _Lengths) -> dict[str, int]:
    """The sets of each exercise: taken in turn, each area's next one that is wanted, and raised in turn."""
    sets: dict[str, int] = {}
    waiting = [deque(ids) for ids in lists]
    while any(waiting):
        for queue in waiting:
            while queue:
                one = queue.popleft()
                if one not in sets and _is_wanted(sets, {one: lengths.sets_of(one)}, lengths):
                    sets[one] = lengths.sets_of(one)
                    break
    before = None
    while sets != before:
        before = dict(sets)
        for one, count in before.items():
            if count < lengths.most_sets(one) and _is_wanted(sets, {one: count + 1}, lengths):
                sets[one] = count + 1
    return sets


def _is_wanted(sets: Mapping[str, int], more: Mapping[str, int], lengths: _Lengths) -> bool:
    return lengths.is_wanted(lengths.of(sets), lengths.of({**sets, **more}))


def _closest(order: Sequence[str], lengths: _Lengths) -> dict[str, int]:
    """Of all choices that are not too long the one that comes nearest: what taking in turn may miss in a short time.

    Of two equally long ones that with the earlier exercises. None of them where each is too long.
    """
    found: dict[float, dict[str, int]] = {0.0: {}}
    for one in order:
        for sets in list(found.values()):
            for count in range(lengths.sets_of(one), lengths.most_sets(one) + 1):
                more = {**sets, one: count}
                seconds = lengths.of(more)
                if lengths.fits(seconds):
                    found.setdefault(seconds, more)
    return found[max(found, key=lengths.nearness)]


def named(made: Focus, title: Text, why: Text) -> Focus:
    """The same with a title and a reason, for a person."""
    return replace(made, routine=replace(made.routine, title=title, why=why))
