"""Why did nothing come? One line a reminder, for the window and `remind status`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from coach.content.model import Reminder
from coach.reminders.hours import DAY, at_minute, next_occurrence, next_opening
from coach.reminders.policy import Observation, Policy
from coach.reminders.reasons import is_due, reasons
from coach.reminders.state import State
from coach.reminders.words import reasons_in_words
from coach.session.durations import short, so_far, still


@dataclass(frozen=True, slots=True)
class Explanation:
    """One reminder at this moment.

    due_in: seconds until it may come if the person stays at the desk and nothing else is against it, 0 when it is due,
    None when it never is; due_at: that moment on the wall; reasons: the keys of what is against it now; why: all of it
    in words; at_desk: seconds counted towards `every`.
    """

    reminder_id: str
    title: str
    enabled: bool
    is_due: bool
    due_in: float | None
    due_at: datetime | None
    reasons: tuple[str, ...]
    why: str
    at_desk: float = 0.0


def explain(policy: Policy, state: State, observation: Observation) -> list[Explanation]:
    """One line for every reminder, in the policy's order, those switched off included."""
    return [_explain(policy, state, observation, reminder) for reminder in policy.reminders]


def _explain(policy: Policy, state: State, observation: Observation, reminder: Reminder) -> Explanation:
    title, one = str(reminder.title), state.of(reminder.id)
    if not reminder.enabled:
        return Explanation(reminder.id, title, False, False, None, None, (), "switched off")
    due = is_due(reminder, one)
    against = tuple(key for key in reasons(policy, state, observation, reminder) if due or key != "another")
    due_at = _due_at(policy, state, observation, reminder, against)
    due_in = None if due_at is None else (due_at - observation.local).total_seconds()
    if due_at is None:
        why = "it has no day and hour at which it could come"
    elif due:
        why = f"waits: {reasons_in_words(against)}" if against else f"comes in {still(due_in or 0.0)}"
    elif one.snooze_left is not None:
        why = f"snoozed, comes again in {still(one.snooze_left)}"
    elif reminder.every is None:
        why = f"at {_clock(due_at, observation.local)}"
    else:
        why = f"{so_far(one.count)} of {short(reminder.every)} at the desk"
    if against and not due and due_at is not None:
        why = f"{why}; now quiet: {reasons_in_words(against)}"
    wall = None if due_at is None else due_at.replace(tzinfo=observation.wall.tzinfo)
    return Explanation(reminder.id, title, True, due, due_in, wall, against, why, one.count)


def _due_at(
    policy: Policy, state: State, observation: Observation, reminder: Reminder, against: tuple[str, ...]
) -> datetime | None:
    one, now = state.of(reminder.id), observation.local
    if is_due(reminder, one):
        left = policy.grace - (one.free_for or 0.0) if one.waiting else 0.0
        moment = now + timedelta(seconds=left)
    elif one.snooze_left is not None:
        moment = now + timedelta(seconds=one.snooze_left)
    elif reminder.every is not None:
        moment = now + timedelta(seconds=reminder.every - one.count)
    else:
        following = next_occurrence(reminder, now)
        if following is None:
            return None
        moment = following
    if state.paused and state.pause_left is not None:
        moment = max(moment, now + timedelta(seconds=state.pause_left))
    if "limit" in against:
        moment = max(moment, at_minute(now.date() + DAY, 0))
    return next_opening(reminder, moment)


def _clock(moment: datetime, now: datetime) -> str:
    return f"{moment:%H:%M}" if moment.date() == now.date() else f"{moment:%H:%M} on {moment:%A}"
