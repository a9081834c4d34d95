"""What the person does with reminders: each takes the state and gives the one after."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from coach.content.model import Reminder
from coach.reminders.decision import Decision, Happening
from coach.reminders.engine import come
from coach.reminders.policy import Observation, Policy
from coach.reminders.reasons import is_worth_noting
from coach.reminders.state import LONGEST_PAUSE_SECONDS, State
from coach.reminders.status import LogEntry
from coach.reminders.waking import next_wake
from coach.values import replace

A_REAL_SESSION_SECONDS = 60.0
"""So much exercise is a change of position. Our own choice."""

BREAK_EVERY_SECONDS = 50 * 60.0
"""A break from the desk is due after 50 to 60 minutes (HSE); what comes oftener asks for less than a break."""


class NotOpenError(ValueError):
    """An answer to a reminder that waits for none: to `wanted`, or to whichever is open (None). `known` are the titles
    by id, `came` what came today.
    """

    def __init__(self, wanted: str | None, known: Mapping[str, str], came: Sequence[LogEntry]) -> None:
        super().__init__(wanted)
        self.wanted, self.known, self.came = wanted, known, came


class NoPositionError(ValueError):
    """No reminder asks to sit and to stand."""


def taken(state: State, reminder_id: str) -> State:
    """Done, started or skipped: it begins anew, and the next one may come after a grace."""
    state = state.having(reminder_id, count=0.0, pending=None, snooze_left=None, waiting=(), free_for=None)
    return state.closing(reminder_id)


def covered(policy: Policy, state: State, reminder_id: str) -> tuple[State, tuple[str, ...]]:
    """The state after the person did what a reminder asked for, and which others that was the break of as well.

    Whoever took the hourly break need not be asked to change position right after it: every reminder with a shorter
    `every` begins anew. (Skipped, snoozed or not answered, the others follow.)
    """
    own = next((reminder.every for reminder in policy.reminders if reminder.id == reminder_id), None) or 0.0
    others = [r for r in policy.in_order() if r.every is not None and r.every < own]
    worth_noting = tuple(r.id for r in others if is_worth_noting(policy, r, state.of(r.id)))
    for other in others:
        state = taken(state, other.id)
    return state, worth_noting


def snoozed(state: State, reminder_id: str, seconds: float) -> State:
    """It comes again after `seconds`, without counting twice."""
    state = state.having(
        reminder_id, snooze_left=seconds, snoozed_for=seconds, waiting=(), free_for=None, count=0.0, pending=None
    )
    return state.closing(reminder_id)


def put_away(state: State, reminder_id: str | None = None) -> State:
    """The open nudge goes without an answer: this reminder's, or (None) whichever it is. Of several told in one, all go
    with the first; without one of the others it stays.
    """
    open_one = reminder_id or state.open
    return state if open_one is None else state.closing(open_one)


def judge_length(seconds: float) -> None:
    """ValueError where no pause or snooze may be so long."""
    if not 0 <= seconds <= LONGEST_PAUSE_SECONDS:
        raise ValueError("a pause or a snooze is at most 30 days long; switch the reminder off instead")


def paused(state: State, seconds: float | None) -> State:
    """Quiet for `seconds`, or until resumed; whoever says so has answered what is open."""
    return replace(put_away(state), paused=True, pause_left=seconds)


def resumed(state: State) -> State:
    """No longer paused, whether a length was set or not; what is due may come."""
    return replace(state, paused=False, pause_left=None)


def is_break_of(reminder: Reminder, exercised_seconds: float) -> bool:
    """Whether so much exercise is what a reminder asks for.

    One that comes oftener than a break from the desk is due asks for a change of position, and a minute of exercise is
    one. A rarer one asks for the break itself: as long as being away would have to last.
    """
    if reminder.every is None:
        return False
    wanted = A_REAL_SESSION_SECONDS
    if reminder.every >= BREAK_EVERY_SECONDS:
        wanted = max(wanted, reminder.away_counts)
    return exercised_seconds >= wanted


def exercised(policy: Policy, state: State, seconds: float) -> tuple[State, tuple[str, ...]]:
    """The state after so much exercise, and the reminders, in the policy's order, that it was the break of."""
    taken = tuple(reminder.id for reminder in policy.in_order() if is_break_of(reminder, seconds))
    for reminder_id in taken:
        state = state.having(reminder_id, count=0.0, snooze_left=None, waiting=(), free_for=None)
        state = put_away(state, reminder_id)
    return (replace(state, at_desk=0.0) if seconds >= A_REAL_SESSION_SECONDS else state), taken


def asked_for(
    policy: Policy,
    state: State,
    observation: Observation,
    reminder: Reminder,
    barred: Container[str] = frozenset(),
) -> tuple[State, Decision]:
    """The reminder now, because the person wants to see it: whatever is against it, and without counting it. `barred`
    as in `decide`.
    """
    shown_before = state.of(reminder.id)
    state, message = come(state, observation, [reminder], barred)
    if shown_before.snooze_left is None:
        state = state.having(reminder.id, shown=state.of(reminder.id).shown - 1)
    happened = (Happening(reminder.id, "shown", "asked-for"),)
    return state, Decision(reminder.id, message, "asked-for", happened, next_wake(policy, state, observation))
