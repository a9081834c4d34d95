"""Why a reminder that is due does not come now. Reasons defer; they never reset and never drop."""

from __future__ import annotations

from coach.content.model import Reminder
from coach.reminders.hours import falls_on, open_day
from coach.reminders.policy import Observation, Policy
from coach.reminders.quiet import QuietReason
from coach.reminders.state import ReminderState, State

ALMOST = 1e-6  # sums of seconds are not exact

OWN_HOURS: frozenset[QuietReason] = frozenset({"outside-hours", "not-today", "limit", "another"})
"""Reasons that belong to the reminder's own plan: waiting for them is not worth a note."""


def is_due(reminder: Reminder, one: ReminderState) -> bool:
    """Whether its time has come, shown or not."""
    if one.snooze_left is not None:
        return one.snooze_left <= ALMOST
    return one.pending is not None if reminder.every is None else one.count + ALMOST >= reminder.every


def is_worth_noting(policy: Policy, reminder: Reminder, one: ReminderState) -> bool:
    """Whether it is to be said where a break stands for it: it has counted for a while, was put off, or waits."""
    return one.count >= policy.worth_noting or one.snooze_left is not None or is_due(reminder, one)


def is_away(reminder: Reminder, state: State) -> bool:
    """Whether the person has been gone for so long that this reminder counts it as a break."""
    return state.absent + ALMOST >= reminder.away_counts


def reasons(policy: Policy, state: State, observation: Observation, reminder: Reminder) -> tuple[QuietReason, ...]:
    """The keys of all reasons against showing `reminder` now, sorted within general and its own.

    `limit` stands before all others: whatever else ends, it does not come on this day.
    """
    general = set(observation.quiet)
    if state.paused:
        general.add("paused")
    if is_away(reminder, state):
        general.add("away")
    own = _own(policy, state, observation, reminder)
    return (*_is_at_limit(state, observation, reminder), *sorted(general), *own)


def shown_today(reminder: Reminder, one: ReminderState, observation: Observation) -> int:
    """How often it came on the day that now counts for it."""
    return one.shown if one.day == day_key(reminder, observation) else 0


def day_key(reminder: Reminder, observation: Observation) -> str:
    """The day to which now belongs for this reminder."""
    return (open_day(reminder.between, observation.local) or observation.local.date()).isoformat()


def _is_at_limit(state: State, observation: Observation, reminder: Reminder) -> tuple[QuietReason, ...]:
    one = state.of(reminder.id)
    if reminder.at_most is None or one.snooze_left is not None:
        return ()
    return ("limit",) if shown_today(reminder, one, observation) >= reminder.at_most else ()


def _own(policy: Policy, state: State, observation: Observation, reminder: Reminder) -> list[QuietReason]:
    found: list[QuietReason] = []
    day = open_day(reminder.between, observation.local)
    if not falls_on(reminder, day or observation.local.date()):
        found.append("not-today")
    elif day is None:
        found.append("outside-hours")
    if reminder.id in observation.locked:
        found.append("locked")
    just_closed = state.closed_for is not None and state.closed_for + ALMOST < policy.grace
    if state.open is not None or just_closed:
        found.append("another")
    return found
