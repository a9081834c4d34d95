"""How long the person has been away: idle time and sleep that follow one another are one absence.

Idle time stands still while the machine sleeps, except where the system counts it by a clock that goes on (Windows);
which of the two it is shows in how far it grew since the last look.
"""

from __future__ import annotations

from coach.reminders.policy import Observation, Policy
from coach.reminders.state import State
from coach.values import dataclass

TOLERANCE_SECONDS = 2.0  # idle time and clocks are read one after the other, and on a busy machine late
JUST_NOW_SECONDS = 1.0  # who moved the mouse so lately is there


@dataclass(frozen=True, slots=True)
class Absence:
    """Seconds: `now`, the one that goes on (0 where idle time cannot be known), and `longest`, which is longer where
    one has ended since the last look."""

    now: float
    longest: float


def absence(policy: Policy, state: State, observation: Observation, awake: float, slept: float) -> Absence:
    """The absence at this look, so many seconds awake and asleep after the last one."""
    if observation.idle is None:
        return Absence(0.0, slept)
    if _goes_on(state, observation.idle, awake, slept):
        before_idle = state.absent - (state.idle or 0.0)
        has_slept_in_idle = observation.idle > (state.idle or 0.0) + awake + TOLERANCE_SECONDS
        now = observation.idle + before_idle + (0.0 if has_slept_in_idle else slept)
        return Absence(now, now)
    if slept == 0.0:
        return Absence(observation.idle, observation.idle)
    # Somebody was there since the last look; whether before the sleep cannot be told, but then for a moment only.
    ended = slept + (state.absent if awake <= policy.longest_sleep + TOLERANCE_SECONDS else 0.0)
    return Absence(observation.idle, max(ended, observation.idle))


def _goes_on(state: State, idle: float, awake: float, slept: float) -> bool:
    """Whether nobody touched the machine since the last look."""
    if state.idle is None or idle < JUST_NOW_SECONDS:
        return False
    grown = idle - state.idle
    return any(abs(grown - gone) <= min(TOLERANCE_SECONDS, gone / 2) for gone in (awake, awake + slept))
