"""When the desk may ask how the morning after was: a question, no reminder, by the same rules of quiet."""

from __future__ import annotations

from datetime import time

from coach.reminders.policy import Observation, Policy
from coach.reminders.reasons import ALMOST
from coach.reminders.state import State
from coach.values import dataclass

MORNING_FROM = time(5)
"""A date begins at midnight, a morning later (our choice): who is still at the desk then has not slept on it."""

THERE_SECONDS = 60.0
"""Whoever touched the machine within this time is there to be asked (our choice)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whether something spoke against asking at the last look, and since when (seconds as of an Observation) nothing
    does any more.
    """

    has_waited: bool = False
    free_since: float | None = None


def may_ask(policy: Policy, state: State, observation: Observation, waiting: Waiting) -> tuple[Waiting, bool]:
    """Whether the question may come at this look. After a reason to be quiet, or an absence, it waits for the grace
    that a reminder waits for; while another card is open, or has just gone, it waits for that.
    """
    if _speaks_against(state, observation):
        return Waiting(has_waited=True), False
    since = observation.monotonic if waiting.free_since is None else waiting.free_since
    waiting = Waiting(waiting.has_waited, since)
    if waiting.has_waited and observation.monotonic - since + ALMOST < policy.grace:
        return waiting, False
    just_closed = state.closed_for is not None and state.closed_for + ALMOST < policy.grace
    return waiting, state.open is None and not just_closed


def _speaks_against(state: State, observation: Observation) -> bool:
    is_there = observation.idle is None or observation.idle < THERE_SECONDS
    return bool(observation.quiet) or state.paused or not is_there or observation.local.time() < MORNING_FROM
