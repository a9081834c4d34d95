"""What the rules look at: sessions with what was told of them, and what the person chose. Moments are aware."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from coach.values import dataclass

Kind = Literal["routine", "test", "exercise"]
End = Literal["finished", "ended", "pain", "abandoned"]
Morning = Literal["better", "same", "worse"]
What = Literal["up", "down", "hold", "easier", "harder", "reset"]


@dataclass(frozen=True, slots=True)
class Work:
    """A work interval that was left, in the order of leaving: its `index` in the session, the exercise that was done,
    and the one that the routine's file names, which another may have taken the place of.
    """

    index: int
    exercise: str
    named: str
    outcome: str

    @property
    def is_done(self) -> bool:
        """Whether it was done; a hold `as long as possible` that was lost was done until then."""
        return self.outcome in ("done", "lost")


@dataclass(frozen=True, slots=True)
class Pain:
    """What "This hurts" told in the middle of an exercise, 0 to 10."""

    exercise: str
    pain: int


@dataclass(frozen=True, slots=True)
class Session:
    """One session of `target`: a routine (as a plan has it, too), a test, or a single exercise. `effort` and `pain`, 0
    to 10, and `morning`, how the morning after was, are None where not told; `how` is None where it has no end.
    """

    target: str
    started: datetime
    how: End | None = None
    effort: int | None = None
    pain: int | None = None
    morning: Morning | None = None
    pains: tuple[Pain, ...] = ()
    work: tuple[Work, ...] = ()
    kind: Kind = "routine"
    uid: str = ""

    @property
    def speaks_for(self) -> frozenset[str]:
        """The exercises of the routine that it tells something about, whatever became of them."""
        return frozenset(work.named for work in self.work)

    @property
    def counts(self) -> bool:
        """Whether anything was done in it, so that it ends a pause."""
        return any(work.is_done for work in self.work)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose for an exercise of a routine."""

    routine: str
    exercise: str
    what: What
    at: datetime


@dataclass(frozen=True, slots=True)
class Days:
    """Of a long past what is left of its sessions: the dates with something finished, and those with some pain."""

    finished: frozenset[date] = frozenset()
    with_pain: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanFollowed:
    """A plan that the person began on a day; `until` is the last day of it, None while it goes on. One that was stopped
    before its first day was never followed.
    """

    plan: str
    begun: date
    until: date | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class SafetyTold:
    """Answers to the safety questions: the ids with a yes, and of those the ones that a professional has checked."""

    at: datetime
    yes: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ConditionsTold:
    """The conditions that are true of the person, and of those the ones that a professional has cleared."""

    at: datetime
    told: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()

    @property
    def barring(self) -> frozenset[str]:
        """Those that bar exercises."""
        return self.told - self.cleared
