"""The next moment that matters, so that the program sleeps until then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from coach.content.model import Reminder
from coach.reminders.hours import DAY, at_minute, last_chance, next_occurrence, next_opening
from coach.reminders.policy import Observation, Policy
from coach.reminders.reasons import is_away, is_due, reasons
from coach.reminders.state import State

SHORTEST_SECONDS = 0.05  # what is due is looked at soon, and no timer runs without end; our choice


def next_wake(policy: Policy, state: State, observation: Observation) -> float:
    """Seconds until something can change by time alone, or until it is worth looking at the machine again."""
    midnight = at_minute(observation.local.date() + DAY, 0)
    moments = [policy.longest_sleep, (midnight - observation.local).total_seconds()]
    if state.paused and state.pause_left is not None:
        moments.append(state.pause_left)
    if state.open is not None:
        moments.append(policy.answer_within - state.open_for)
    if state.closed_for is not None and state.closed_for < policy.grace:
        moments.append(policy.grace - state.closed_for)
    if state.held_for is not None:
        moments.append(min(policy.typing_pause - (observation.idle or 0.0), policy.longest_hold - state.held_for))
    for reminder in policy.in_order():
        moments += _of(policy, state, observation, reminder)
    return max(SHORTEST_SECONDS, min(moments))


def _of(policy: Policy, state: State, observation: Observation, reminder: Reminder) -> Iterator[float]:
    one, now = state.of(reminder.id), observation.local
    if one.snooze_left:
        yield one.snooze_left
    if reminder.every is not None:
        if is_away(reminder, state):
            yield policy.poll_away
        elif observation.idle is not None:
            yield reminder.away_counts - state.absent
        if one.snooze_left is None and not is_due(reminder, one):
            yield reminder.every - one.count
    else:
        following = next_occurrence(reminder, now)
        if following is not None:
            yield (following - now).total_seconds()
        if one.pending is not None:
            yield (last_chance(reminder, datetime.fromisoformat(one.pending)) - now).total_seconds()
    if is_due(reminder, one):
        yield from _when_due(policy, state, observation, reminder)


def _when_due(policy: Policy, state: State, observation: Observation, reminder: Reminder) -> Iterator[float]:
    if set(reasons(policy, state, observation, reminder)) - {
        "outside-hours",
        "not-today",
        "limit",
        "another",
        "paused",
        "locked",
    }:
        yield policy.poll
    opens = next_opening(reminder, observation.local)
    if opens is not None and opens > observation.local:
        yield (opens - observation.local).total_seconds()
    free_for = state.of(reminder.id).free_for
    if free_for is not None:
        yield policy.grace - free_for
