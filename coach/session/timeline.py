"""The timeline: what happens when, in seconds from the start. Made by `compile`, walked by `player`, shown by all.

Nobody computes a duration a second time: the window, the terminal, `show`, the store and later the exports all read
these values.
"""

from __future__ import annotations

from typing import Literal

from coach.values import dataclass, field

IntervalKind = Literal["prepare", "work", "rest", "switch", "between", "say"]
Open = Literal["own", "max"]
SessionKind = Literal["routine", "test", "exercise"]
"""What a session is made from."""

_WORK_KEYS = ("exercise", "set", "sets", "side", "reps")
_TOLD = ("note", "load")
_WORK_SECONDS = ("move", "hold", "back", "pause", "every")


@dataclass(frozen=True, slots=True)
class Interval:
    """One stretch of time. `start` and `seconds` are planned; an open one (own pace, max, wait) is a guess.

    `exercise` is the id at work, or the one to come for prepare, between, rest and switch (None where none comes).
    `step` counts the exercise steps of the file from 1 ("exercise 4 of 7"), in running order within rounds; for a test
    it is the index of the step in the test's `steps`. `round` and `rounds` are those of the innermost rounds step.
    `note` and `load` (a band, a weight) are what the routine says of the exercise, at work or to come.
    """

    kind: IntervalKind
    start: float
    seconds: float
    exercise: str | None = None
    set: int | None = None
    sets: int | None = None
    side: str | None = None  # left, right, alternate; of what leads to work, as `exercise`: the one to come
    reps: int | None = None  # a side, with alternate
    move: float | None = None
    hold: float | None = None
    back: float | None = None
    pause: float | None = None
    every: float | None = None
    open: Open | None = None
    text: str | None = None
    wait: bool = False
    step: int | None = None
    round: int | None = None
    rounds: int | None = None
    named: str | None = None  # of work: the exercise that the file names, where another takes its place for a person
    note: str | None = None
    load: str | None = None

    @property
    def end(self) -> float:
        """Where the next interval begins, as planned."""
        return self.start + self.seconds

    @property
    def is_open(self) -> bool:
        """Whether its length is a guess: it lasts until the person says so."""
        return self.open is not None or self.wait

    @property
    def is_counted(self) -> bool:
        """Whether its repetitions follow the clock: work with `reps` that is not at the person's own pace."""
        return self.reps is not None and self.open is None

    @property
    def repetitions(self) -> int | None:
        """How many repetitions are done in this interval: twice `reps` when the sides alternate."""
        if self.reps is None:
            return None
        return self.reps * 2 if self.side == "alternate" else self.reps

    def as_json(self) -> dict[str, object]:
        """Exactly the keys that docs/format.md lists for this kind of interval; null where one does not apply. Note and
        load stand there only where there is one.
        """
        entry: dict[str, object] = {"kind": self.kind, "start": float(self.start), "seconds": float(self.seconds)}
        if self.kind == "work":
            entry.update({key: getattr(self, key) for key in _WORK_KEYS})
            lengths = {key: getattr(self, key) for key in _WORK_SECONDS}
            entry.update({key: None if length is None else float(length) for key, length in lengths.items()})
            entry["open"] = self.open
        elif self.kind == "say":
            entry.update(text=self.text, wait=self.wait)
        else:
            entry["exercise"] = self.exercise
        entry.update({key: told for key in _TOLD if (told := getattr(self, key)) is not None})
        return entry


@dataclass(frozen=True, slots=True)
class TimedCue:
    """A sound or a sentence at a place on the timeline. Exactly one of `say` and `sound` is set.

    `at` is seconds on the planned timeline. `interval` is the index of the interval it belongs to (-1: the end of the
    session) and `from_end` tells whether it moves with that interval's end when the interval grows (countdown, end-3s,
    stop) or keeps its distance from the start. `event` names its reason: go, countdown, half, form, cue, say ...
    `row` equal sounds follow one another by a second each, as a countdown's do, and `left` of them are still to come,
    this one included: 3 2 1 of a row of 3; a sound that stands alone is a row of 1. A higher `rank` wins where two
    sentences would overlap: `room` is how many seconds a sentence has until one of higher rank is due (None: no such
    one follows). `joined`: it is said behind the sentence before it, which is due at the same moment. `brief` is the
    same sentence without the exercise's description, for those who know it (None: it has no description); of a cue or a
    description that says the number of its repetition, that number. `count` is that number as the sentence begins with
    it, empty where it does not.
    """

    at: float
    interval: int
    event: str
    say: str | None = None
    sound: str | None = None
    from_end: bool = False
    row: int = 1
    left: int = 1
    rank: int = 0
    room: float | None = field(default=None, compare=False)
    joined: bool = field(default=False, compare=False)
    brief: str | None = field(default=None, compare=False)
    count: str = field(default="", compare=False)

    def as_json(self) -> dict[str, object]:
        """`{"at", "sound"}` or `{"at", "say"}`."""
        if self.sound is not None:
            return {"at": float(self.at), "sound": self.sound}
        return {"at": float(self.at), "say": self.say}


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said or sounded at a moment that no timeline can know: pause, resume or lost."""

    event: str
    say: str | None = None
    sound: str | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long a session takes, as its `Timeline` tells it."""

    seconds: float
    estimated: bool
    exercises: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """`exercises` counts the exercise steps in the file; `estimated` is true where an open part makes it a guess.

    `cues` stand in order of time, at the same moment sounds before sentences. `tick` is the sound that counts
    a person back in after a pause (None: silently).
    """

    id: str
    title: str
    seconds: float
    estimated: bool
    exercises: int
    intervals: tuple[Interval, ...]
    cues: tuple[TimedCue, ...]
    kind: SessionKind = "routine"
    asides: tuple[Aside, ...] = ()
    tick: str | None = None

    def as_json(self) -> dict[str, object]:
        """The form that `show ID --json` prints (docs/format.md, How a routine becomes a timeline)."""
        return {
            "id": self.id,
            "title": self.title,
            "seconds": float(self.seconds),
            "estimated": self.estimated,
            "exercises": self.exercises,
            "intervals": [interval.as_json() for interval in self.intervals],
            "cues": [cue.as_json() for cue in self.cues],
        }
