"""What was foretold a moment ago: it serves all who ask in one look at the window, however long it took, and for some
minutes whoever only waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from coach.clock import Clock
from coach.content.model import Reminder
from coach.reminders.explain import Promises, promises
from coach.reminders.policy import Observation, Policy
from coach.reminders.quiet import QuietReason
from coach.reminders.reasons import is_due, reasons
from coach.reminders.state import State
from coach.values import dataclass

KEPT_SECONDS = 1.0
"""One look asks three or four times; a second later it may differ. From when it was done: on a busy machine it may take
longer than that, and would be done anew for each who asks."""

KEPT_ON_COURSE_SECONDS = 600.0  # our choice: what is supposed of the person is not older than that


@dataclass(frozen=True, slots=True)
class _Course:
    """What does not change while time goes by as it was supposed: facts, and moments of the wall."""

    facts: tuple[object, ...]
    moments: tuple[float, ...]

    def goes_on(self, later: _Course | None) -> bool:
        """Whether it is the same one at a later look; of two clocks, one read after the other."""
        return (
            later is not None
            and self.facts == later.facts
            and all(abs(a - b) < KEPT_SECONDS for a, b in zip(self.moments, later.moments, strict=True))
        )


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was foretold, of which state and machine, and when it was done."""

    of: State
    asked: tuple[Policy, float | None, frozenset[QuietReason], frozenset[str]]
    course: _Course | None
    at: Observation
    done: float
    promises: Promises

    def is_of_now(self, observation: Observation, seconds: float) -> bool:
        """Whether it was done so lately, and nobody has set the clock meanwhile, and no machine slept."""
        passed = observation.monotonic - self.at.monotonic
        set_by = (observation.wall - self.at.wall).total_seconds() - passed
        return passed >= 0 and observation.monotonic - self.done < seconds and abs(set_by) < KEPT_SECONDS

    def has_come(self, observation: Observation) -> bool:
        """Whether the moment of one of them is there."""
        now = observation.wall.astimezone(UTC)
        return any(one is not None and one.at.astimezone(UTC) <= now for one in self.promises.values())


class Foretold:
    """`clock` is the one of the observations."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: _Kept | None = None

    def now(self, policy: Policy, kept_state: State, state: State, observation: Observation) -> Promises:
        """Of `state`, which came of `kept_state` by a look at `observation` alone."""
        asked = (policy, observation.idle, observation.quiet, observation.locked)
        kept = self._kept
        if kept is not None:
            if kept.of is kept_state and kept.asked == asked and kept.is_of_now(observation, KEPT_SECONDS):
                return kept.promises
            if (
                kept.course is not None
                and kept.is_of_now(observation, KEPT_ON_COURSE_SECONDS)
                and not kept.has_come(observation)
                and kept.course.goes_on(_course(policy, state, observation))
            ):
                return kept.promises
        found = promises(policy, state, observation, self._clock.local)
        course = _course(policy, state, observation)
        self._kept = _Kept(kept_state, asked, course, observation, self._clock.awake(), found)
        return found


def _course(policy: Policy, state: State, observation: Observation) -> _Course | None:
    """None where what is foretold moves along with the clock: it begins with "as soon as"."""
    just_closed = state.closed_for is not None and state.closed_for < policy.grace
    has_no_end = state.paused and state.pause_left is None
    if has_no_end or just_closed or state.open or state.broke or state.away_for or state.held_for is not None:
        return None
    if any(_comes_as_soon_as(policy, state, observation, one) for one in policy.in_order()):
        return None
    now = observation.wall
    pause = () if state.pause_left is None else (now.timestamp() + state.pause_left,)
    return _Course(
        (
            policy,
            state.paused,
            observation.idle is None,
            bool(observation.quiet),
            observation.locked,
            now.date(),
            now.utcoffset(),
            *(fact for one in policy.reminders for fact in _facts(state, one)),
        ),
        (*pause, *(moment for one in policy.in_order() for moment in _moments(state, now.timestamp(), one))),
    )


def _comes_as_soon_as(policy: Policy, state: State, observation: Observation, reminder: Reminder) -> bool:
    one = state.of(reminder.id)
    if one.free_for is not None:
        return True
    return is_due(reminder, one) and bool(observation.quiet or not reasons(policy, state, observation, reminder))


def _facts(state: State, reminder: Reminder) -> Iterator[object]:
    one = state.of(reminder.id)
    yield from (is_due(reminder, one), one.snooze_left is None, one.pending, one.skipped, one.fired)
    yield from (one.waiting, one.day, one.shown)


def _moments(state: State, now: float, reminder: Reminder) -> Iterator[float]:
    """When it will have been counted for long enough, and when its snooze ends."""
    one = state.of(reminder.id)
    if one.snooze_left is not None:
        yield now + one.snooze_left
    if reminder.every is not None and not is_due(reminder, one):
        yield now + reminder.every - one.count
