"""What the store gives back: plain frozen values. Moments are aware datetimes in the offset they were lived in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from coach.session.events import End
from coach.session.timeline import SessionKind
from coach.values import dataclass, field
from coach.walltest.score import Result

SessionEnd = Literal[End, "abandoned"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session that was cut short. `next_interval` is the index to go on with, `intervals` how many there are: in the
    routine as it was when the session began. Where that is by now, `coach.cut_short` knows.
    """

    id: int
    kind: SessionKind
    target: str
    title: str
    next_interval: int
    intervals: int
    started: datetime


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session. `how` is None while it has no end; `seconds` is time in its intervals, without pauses.

    A test is noted as a session too, so that it can be taken up again; it is no exercise and is not counted as one.
    """

    id: int
    kind: SessionKind
    target: str
    title: str
    planned_seconds: float
    intervals: int
    started: datetime
    ended: datetime | None
    how: SessionEnd | None
    effort: int | None
    pain: int | None
    seconds: float
    intervals_done: int

    @property
    def is_exercise(self) -> bool:
        """Whether it was a session of exercise: a test measures."""
        return self.kind != "test"


@dataclass(frozen=True, slots=True)
class IntervalRecord:
    """One finished interval, in the order of finishing. `repetitions` is None where none are counted."""

    index: int
    kind: str
    exercise: str | None
    set: int | None
    side: str | None
    seconds: float
    outcome: str
    repetitions: int | None
    finished: datetime


@dataclass(frozen=True, slots=True)
class TestRecord:
    """A test's result as it was given to `add_test`."""

    __test__ = False  # not a pytest class
    id: int
    test_id: str
    at: datetime
    result: Mapping[str, Any]

    @property
    def scored(self) -> Result:
        """The same as a value; an older one may lack parts. ValueError where a part is something else."""
        return Result.from_json({"test_id": self.test_id, **self.result})


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the history. `outcome` is a session's end (`interrupted` without one) or what a reminder did."""

    at: datetime
    kind: Literal["session", "test", "reminder"]
    id: str
    title: str = ""
    outcome: str = ""
    planned_seconds: float | None = None
    seconds: float | None = None
    effort: int | None = None
    pain: int | None = None
    exercises: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    contact: int | None = None
    contact_most: int | None = None
    hold_seconds: float | None = None
    carry_over: int | None = None
    focus: tuple[str, ...] = ()
    tension: Mapping[str, int] = field(default_factory=dict)
    tension_left: Mapping[str, int] = field(default_factory=dict)
    tension_right: Mapping[str, int] = field(default_factory=dict)
    hard: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)
    why: str = ""
