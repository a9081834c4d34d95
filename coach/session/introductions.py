"""Exercises that begin before anybody can be ready: something is to be fetched or gone to, or one is to get down to the
floor or up from it, and what is said before them leaves no time for that.

The program lengthens nothing. Who wrote the routine is told, and can: `prepare`, `between`, a `say` that waits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from coach.content.model import Coaching, Exercise
from coach.session.arriving import AT_A_DESK, is_on_the_floor, named_in, stays
from coach.session.phrases import Phrases
from coach.session.speech import voiced_seconds
from coach.session.timeline import Interval, Timeline
from coach.values import dataclass, field

FETCH_SECONDS = 8.0
"""To walk a few steps, pick a thing up and be back with it. Own choice: as a person of any age does at home."""

FIX_SECONDS = 20.0
"""To fix a band to something firm, and to see that it holds. Own choice."""

GO_SECONDS = 4.0
"""To go a few steps, to a wall or to a doorway. Own choice."""

FLOOR_SECONDS = 6.0
"""To get down to the floor, or up from it, without haste. Own choice: who gets up fast gets dizzy."""

GONE_TO = frozenset({"wall", "doorway", "desk", "anchor", "step"})
"""What nobody fetches."""

_TOLD_BY = frozenset({"prepare", "next", "note", "say"})

Task = Literal["fetch", "go", "down", "up"]


def has_to_be_fetched(exercise: Exercise) -> bool:
    """Whether it needs more than what somebody has who is beside a desk, and a wall or a doorway; or has to be made
    ready.
    """
    return exercise.set_up is not None or any(one not in AT_A_DESK | {"wall", "doorway"} for one in exercise.needs)


def seconds_to_reach(exercise: Exercise, had: Collection[str] = AT_A_DESK) -> float:
    """How long somebody needs who stands beside a desk and `had` these things at hand."""
    things = [one for one in exercise.needs if one not in had]
    fetch = FETCH_SECONDS if any(one not in GONE_TO for one in things) else 0.0
    go = GO_SECONDS if any(one in GONE_TO for one in things) else 0.0
    fix = FIX_SECONDS if "anchor" in things else 0.0
    is_down = is_on_the_floor(exercise, exercise.position)
    return max(fetch, go, FLOOR_SECONDS if is_down else 0.0) + fix


def seconds_when_ready(exercise: Exercise) -> float:
    """How long somebody needs who has fetched and fixed all of it: to go to the wall or the band, or to get down."""
    go = GO_SECONDS if any(one in GONE_TO for one in exercise.needs) else 0.0
    return max(seconds_to_reach(exercise, exercise.needs), go)


@dataclass(frozen=True, slots=True)
class Rushed:
    """Before exercise step `step` (from 1) people have too little time: its introduction `takes` so many seconds and
    `has` so many. `things` are what is to be fetched or gone to.
    """

    step: int
    exercise: str
    takes: float
    has: float
    task: Task
    things: tuple[str, ...] = ()

    @property
    def spare(self) -> float:
        """What is left of the introduction when all is said."""
        return max(0.0, self.has - self.takes)


@dataclass(slots=True)
class _Lead:
    """What leads to an exercise so far: the talk and the length of the intervals that speak of it."""

    takes: float = 0.0
    has: float = 0.0
    spare: float = 0.0
    waits: bool = False

    def add(self, interval: Interval, talk: float) -> None:
        self.takes += talk
        self.has += interval.seconds
        self.spare += max(0.0, interval.seconds - talk)
        self.waits = self.waits or interval.wait


@dataclass(slots=True)
class _Way:
    """How far a session has come: what is at hand, and what was named since and for how long one had time for it."""

    had: set[str]
    position: str = "standing"
    is_down: bool = False
    step: int | None = None
    named: dict[str, float] = field(default_factory=dict)


def rushed(
    timeline: Timeline, exercises: Mapping[str, Exercise], coaching: Coaching, had: frozenset[str] = frozenset()
) -> Iterator[Rushed]:
    """Every exercise of a session that begins too soon, in order; `had` is at hand before it begins.

    A thing that a `say` names may be fetched from there on, and in one that waits there is time for all.
    """
    phrases = Phrases(coaching.phrases)
    talks = _talks(timeline)
    way, lead = _Way(set(had)), _Lead()
    for index, interval in enumerate(timeline.intervals):
        if interval.kind == "work" and interval.exercise is not None:
            if interval.step != way.step:
                yield from _judged(interval, exercises[interval.exercise], way, lead)
            lead = _Lead()
            continue
        if index in talks:
            lead.add(interval, talks[index])
        if interval.text is not None:
            spare = float("inf") if interval.wait else max(0.0, interval.seconds - talks[index])
            for name in named_in(interval.text, phrases):
                way.named[name] = max(spare, way.named.get(name, 0.0))


def _talks(timeline: Timeline) -> dict[int, float]:
    """How long the words of each interval take that speaks of an exercise to come."""
    talks: dict[int, float] = {}
    for cue in timeline.cues:
        if cue.say is not None and cue.event in _TOLD_BY:
            talks[cue.interval] = talks.get(cue.interval, 0.0) + voiced_seconds(cue.say)
    return talks


def _judged(interval: Interval, exercise: Exercise, way: _Way, lead: _Lead) -> Iterator[Rushed]:
    """What of an exercise cannot be done in time; it is at hand from then on."""
    found = _tasks(exercise, way, lead) if not lead.waits else []
    if found:
        task, things = max(found, key=lambda one: _SECONDS[one[0]])
        yield Rushed(interval.step or 1, exercise.id, lead.takes, lead.has, task, things)
    way.had.update(exercise.needs)
    way.position, way.step = stays(exercise, way.position), interval.step
    way.is_down = is_on_the_floor(exercise, way.position)


_SECONDS: Mapping[Task, float] = {"fetch": FETCH_SECONDS, "go": GO_SECONDS, "down": FLOOR_SECONDS, "up": FLOOR_SECONDS}


def _tasks(exercise: Exercise, way: _Way, lead: _Lead) -> list[tuple[Task, tuple[str, ...]]]:
    """What there is too little time for."""
    new = [one for one in exercise.needs if one not in way.had]
    by_task: dict[Task, Sequence[str]] = {
        "fetch": [one for one in new if one not in GONE_TO],
        "go": [one for one in new if one in GONE_TO],
    }
    found: list[tuple[Task, tuple[str, ...]]] = []
    for task, things in by_task.items():
        late = tuple(one for one in things if max(lead.spare, way.named.get(one, 0.0)) < _SECONDS[task])
        if late:
            found.append((task, late))
    is_down = is_on_the_floor(exercise, stays(exercise, way.position))
    if is_down != way.is_down and lead.spare < FLOOR_SECONDS:
        found.append(("down" if is_down else "up", ()))
    return found
