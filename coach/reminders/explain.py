"""Why did nothing come? One value a reminder, for the window and `remind status`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from coach.content.model import Reminder, Text
from coach.reminders.foretell import foretell
from coach.reminders.policy import Observation, Policy
from coach.reminders.promise import Assumption, Promise
from coach.reminders.quiet import QuietReason
from coach.reminders.reasons import OWN_HOURS, is_due, reasons
from coach.reminders.state import State
from coach.reminders.why import ComesAt, Counts, Held, Length, Why
from coach.values import dataclass
from coach.zone import Local

_SOON_AFTER_SECONDS = 60.0  # behind the end of a snooze: what comes by then comes because of it; our choice


@dataclass(frozen=True, slots=True)
class Explanation:
    """One reminder at this moment.

    due_at: the moment at which it comes if what is `supposed` holds, as the engine itself would have it (see
    `foretell`), None when it never comes or is locked; due_in: seconds until then; sits_down: from when on the person
    is supposed to be at the desk, None where that is now; reasons: the keys of what is against it now; why: when it
    comes, or why it does not; quiet: what would keep it waiting if it came now, where that is worth saying; at_desk:
    seconds counted towards `every`.
    """

    reminder_id: str
    title: Text
    enabled: bool
    is_due: bool
    due_in: float | None
    due_at: datetime | None
    reasons: tuple[QuietReason, ...]
    why: Why
    at_desk: float = 0.0
    supposed: tuple[Assumption, ...] = ()
    sits_down: datetime | None = None
    quiet: tuple[QuietReason, ...] = ()


Promises = Mapping[str, Promise | None]
"""What was foretold of each reminder."""


def promises(policy: Policy, state: State, observation: Observation, local: Local) -> Promises:
    """What is foretold of every reminder; worth keeping for a moment, since it is most of what `explain` takes."""
    return {one.id: foretell(policy, state, observation, one, local) for one in policy.reminders}


def explain(policy: Policy, state: State, observation: Observation, promised: Promises) -> list[Explanation]:
    """One line for every reminder, in the policy's order, those switched off included.

    `state` is the one after a look at `observation`; `promised` was foretold of it, or a moment ago of what came to it.
    """
    return [_explain(policy, state, observation, reminder, promised.get(reminder.id)) for reminder in policy.reminders]


def _explain(
    policy: Policy, state: State, observation: Observation, reminder: Reminder, promise: Promise | None
) -> Explanation:
    title, one = reminder.title, state.of(reminder.id)
    if not reminder.enabled:
        return Explanation(reminder.id, title, False, False, None, None, (), "switched-off")
    due = is_due(reminder, one)
    against = tuple(key for key in reasons(policy, state, observation, reminder) if due or key != "another")
    if promise is None:
        never: Why = Held("waits", ("locked",)) if "locked" in against else "never-comes"
        return Explanation(reminder.id, title, True, due, None, None, against, never, one.count)
    due_in = max(0.0, (promise.at.astimezone(UTC) - observation.wall.astimezone(UTC)).total_seconds())
    elsewhere = OWN_HOURS if reminder.every is None else frozenset()  # a clock time says its own day and hour
    why = Held("waits", against) if due and against else _coming(reminder, state, observation, promise, due_in)
    quiet = () if due else tuple(key for key in against if key not in elsewhere)
    supposed, sits_down = promise.supposed, promise.sits_down
    return Explanation(
        reminder.id, title, True, due, due_in, promise.at, against, why, one.count, supposed, sits_down, quiet
    )


def _coming(reminder: Reminder, state: State, observation: Observation, promise: Promise, due_in: float) -> Why:
    """When a reminder comes for which nothing waits."""
    one = state.of(reminder.id)
    if is_due(reminder, one):
        return "pause-in-typing" if due_in == 0.0 and state.held_for is not None else Length("comes-in", due_in)
    if one.snooze_left is not None:
        comes_again = due_in - one.snooze_left < _SOON_AFTER_SECONDS  # else its hours are over before
        return Length("comes-again-in", due_in) if comes_again else Length("snoozed", one.snoozed_for)
    if reminder.every is None:
        return ComesAt(promise.at, promise.at.date() == observation.wall.date())
    return Counts(one.count, reminder.every)
