"""What was done and told up to a moment, by the dates that it was lived on.

Order is by moment; a date is the local one of a record's own offset, today that of the moment asked for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal, Protocol, TypeVar

from coach.content.model.pain import AMBER_PAIN
from coach.progress.records import TestRecord
from coach.progression.past import Days, Session
from coach.values import dataclass, field
from coach.zone import Local, end_of, keeping_offset

PAIN_DAY = AMBER_PAIN
"""A day on which this much pain was told, 0 to 10, is a day with pain (docs/evidence.md, section 6)."""


NO_DAYS = Days()


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was finished: a routine as a plan has it or not, a test, an exercise by itself; its beginning."""

    kind: Literal["routine", "test", "exercise"]
    target: str
    at: datetime

    @property
    def is_exercise(self) -> bool:
        """A test measures, and is none."""
        return self.kind != "test"


@dataclass(frozen=True, slots=True)
class Past:
    """Sessions that began by `at`, in the order of their moments, and what was finished, by date. The days with
    something finished and those with pain reach further back, where only the days are known. `local` knows the offset
    of each day where the person is.
    """

    at: datetime
    sessions: tuple[Session, ...]
    finished: Mapping[date, tuple[Deed, ...]]
    finished_days: frozenset[date]
    pain_days: frozenset[date]
    local: Local = field(compare=False)

    @property
    def today(self) -> date:
        """The date of the moment asked for."""
        return self.at.date()

    def end_of(self, day: date) -> datetime:
        """The last moment of a day; of today the moment asked for."""
        if day == self.today:
            return self.at
        return end_of(day, self.local)


def past_up_to(
    at: datetime,
    sessions: Sequence[Session],
    tests: Sequence[TestRecord] = (),
    earlier: Days = NO_DAYS,
    local: Local | None = None,
) -> Past:
    """The past at the moment `at`; nothing later counts. Sessions and tests in any order; `earlier` are the days of
    sessions before those. Without `local` the offset of `at` holds for every day.
    """
    limit = at.timestamp()
    stamped = sorted(
        (stamp, place) for place, one in enumerate(sessions) if (stamp := one.started.timestamp()) <= limit
    )
    known = tuple(sessions[place] for _, place in stamped)
    finished = _finished(known, [test for test in tests if test.at.timestamp() <= limit])
    pain_days = {one.started.date() for one in known if (worst_pain(one) or 0) >= PAIN_DAY}
    return Past(
        at,
        known,
        finished,
        earlier.finished.union(finished),
        earlier.with_pain | pain_days,
        local or keeping_offset(at),
    )


def _finished(sessions: Sequence[Session], tests: Sequence[TestRecord]) -> dict[date, tuple[Deed, ...]]:
    """By date. A test leaves a session and a result; where one of them is missing, the other tells of it as well."""
    found: dict[date, list[Deed]] = defaultdict(list)
    told: Counter[tuple[date, str]] = Counter()
    for session in sessions:
        if session.how == "finished":
            day = session.started.date()
            found[day].append(Deed(session.kind, session.target, session.started))
            if session.kind == "test":
                told[day, session.target] += 1
    for test in tests:
        key = test.at.date(), test.test_id
        if told[key] > 0:
            told[key] -= 1
        else:
            found[key[0]].append(Deed("test", test.test_id, test.at))
    return {day: tuple(deeds) for day, deeds in found.items()}


class Told(Protocol):
    """Something that was told at a moment."""

    @property
    def at(self) -> datetime:
        """When."""
        ...


T = TypeVar("T", bound=Told)


def last_told(told: Sequence[T], at: datetime) -> T | None:
    """The latest that was told by the moment `at`; of one moment the last in the list."""
    limit = at.timestamp()
    by_then = [(one.at.timestamp(), place) for place, one in enumerate(told)]
    _, place = max((one for one in by_then if one[0] <= limit), default=(0.0, None))
    return None if place is None else told[place]


def pains_told(session: Session) -> tuple[int, ...]:
    """The pain that was told of a session, in the order of telling: in the middle of it, then of the whole."""
    told = tuple(pain.pain for pain in session.pains)
    return told if session.pain is None else (*told, session.pain)


def worst_pain(session: Session) -> int | None:
    """The most that was told of a session; None where nothing was."""
    return max(pains_told(session), default=None)


def between(earlier: datetime, later: datetime) -> timedelta:
    """The time that really passed: two moments in one zone are told apart by the clock on the wall otherwise."""
    return later.astimezone(UTC) - earlier.astimezone(UTC)
