"""When to nudge. `decide` is pure: time, idle time and reasons to be quiet are arguments, what it remembers a value.

Time at the desk is counted for each `every`; nobody there for as long as `away_counts`, idle or asleep, is the break
itself. A reason to be quiet defers a reminder: nothing is reset, nothing dropped, and after the last reason has gone
the reminder comes after a short grace. Clock times wait in the same way until the hours of their day are over; those
that passed while the machine was off are late for half an hour and missed after that, and said to be (appointments.py).
Several that may come at once are told as one nudge. It waits for a pause in the typing, where one can be seen, but not
for long.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import datetime

from coach.content.model import Reminder
from coach.reminders.appointments import clock_times
from coach.reminders.decision import Decision, Happening
from coach.reminders.passing import Passed, let_pass, passed
from coach.reminders.policy import Observation, Policy
from coach.reminders.position import position_for
from coach.reminders.reasons import ALMOST, OWN_HOURS, day_key, is_due, reasons, shown_today
from coach.reminders.state import ReminderState, State
from coach.reminders.turn import whose_turn
from coach.reminders.waking import next_wake
from coach.reminders.why import Held, Length, Moment, Why
from coach.values import replace


def decide(
    policy: Policy,
    state: State,
    observation: Observation,
    *,
    may_show: bool = True,
    barred: Container[str] = frozenset(),
) -> tuple[State, Decision]:
    """The state after this look, and what to do now. Looking more often never changes what is decided.

    With `may_show` False time passes and is accounted for, but nothing is shown (before a person's answer is applied).
    `barred` are the exercises that no message may ask for.
    """
    time = passed(state, observation)
    looked_at = state.wall
    state, happened = let_pass(policy, state, observation, time)
    state = replace(
        state,
        monotonic=observation.monotonic,
        wall=observation.wall,
        asleep=observation.asleep,
        idle=observation.idle,
    )  # what follows compares with this look
    coming: list[tuple[Reminder, Why]] = []
    why: Why = "nothing-due"
    for reminder in policy.in_order():
        state, missed = clock_times(policy, state, observation, reminder, looked_at, time)
        state, dropped = _snoozed_too_long(policy, state, observation, reminder)
        state, noted, may_come, judged = _judge(policy, state, observation, reminder, time)
        happened += missed + dropped + noted
        if may_come:
            coming.append((reminder, judged))
        elif judged != "nothing-due":
            why = judged
    state, is_held = _hold(policy, state, observation, time, bool(coming))
    if is_held:
        coming, why = [], "pause-in-typing"
    elif coming:
        why = coming[0][1]
    message = None
    if coming and may_show:
        state, message = come(state, observation, [reminder for reminder, _ in coming], barred)
        happened += tuple(Happening(reminder.id, "shown", judged) for reminder, judged in coming)
    return state, Decision(
        state.open if coming and may_show else None,
        message,
        why,
        happened,
        next_wake(policy, state, observation),
        state.beside if coming and may_show else (),
    )


def _hold(policy: Policy, state: State, observation: Observation, time: Passed, is_coming: bool) -> tuple[State, bool]:
    """Whether what may come waits for a pause in the typing."""
    if not is_coming:
        return replace(state, held_for=None), False
    if observation.idle is None or observation.idle + ALMOST >= policy.typing_pause:
        return state, False
    held_for = 0.0 if state.held_for is None else state.held_for + time.awake
    return replace(state, held_for=held_for), held_for + ALMOST < policy.longest_hold


def come(
    state: State, observation: Observation, reminders: Sequence[Reminder], barred: Container[str] = frozenset()
) -> tuple[State, int | None]:
    """The state once these are on the screen in one nudge, and the number of the first one's message: the others are
    but named. One that comes again after a snooze is not counted again, and says the same again, if it has said it.
    """
    first, *others = reminders
    one = state.of(first.id)
    says_again = one.snooze_left is not None and not one.named
    turn = max(0, one.said - 1) if says_again else one.said
    message, said = whose_turn(first, turn, barred, position_for(first, state))
    state = state.having(first.id, said=one.said if message is None else said)
    for reminder in reminders:
        state = _is_there(state, observation, reminder).having(reminder.id, named=reminder is not first)
    beside = tuple(reminder.id for reminder in others)
    return replace(state, open=first.id, beside=beside, held_for=None, open_for=0.0, closed_for=None), message


def _is_there(state: State, observation: Observation, reminder: Reminder) -> State:
    one = state.of(reminder.id)
    is_again = one.snooze_left is not None
    return state.having(
        reminder.id,
        count=0.0,
        pending=None,
        snooze_left=None,
        waiting=(),
        free_for=None,
        day=day_key(reminder, observation),
        shown=shown_today(reminder, one, observation) + (0 if is_again else 1),
    )


def _judge(
    policy: Policy, state: State, observation: Observation, reminder: Reminder, time: Passed
) -> tuple[State, tuple[Happening, ...], bool, Why]:
    """Whether it may come now, and why, or why not."""
    one = state.of(reminder.id)
    if not is_due(reminder, one):
        return state, (), False, "nothing-due"
    against = reasons(policy, state, observation, reminder)
    if against:
        until = ("limit",) if "limit" in against else against  # nothing else that ends lets it come today
        worth_saying = tuple(key for key in until if key not in OWN_HOURS)
        waits_for = tuple(key for key in until if key != "another")
        noted = (Happening(reminder.id, "deferred", Held("waits", worth_saying)),)
        is_new = bool(worth_saying) and not set(one.waiting) - OWN_HOURS
        waiting = tuple(dict.fromkeys((*one.waiting, *waits_for)))
        state = state.having(reminder.id, waiting=waiting, free_for=None)
        return state, noted if is_new else (), False, Held("waits", against)
    if not one.waiting:
        return state, (), True, _cause(reminder, one)
    free_for = 0.0 if one.free_for is None else one.free_for + time.awake
    state = state.having(reminder.id, free_for=free_for)
    if free_for + ALMOST < policy.grace:
        return state, (), False, Length("comes-in", policy.grace - free_for)
    return state, (), True, Held("waited", one.waiting)


def _cause(reminder: Reminder, one: ReminderState) -> Why:
    if one.snooze_left is not None:
        return Length("snoozed", one.snoozed_for)
    if one.pending is None:
        return Length("at-desk", reminder.every or 0.0)
    return Moment("skipped" if one.skipped else "is-time", datetime.fromisoformat(one.pending))


def _snoozed_too_long(
    policy: Policy, state: State, observation: Observation, reminder: Reminder
) -> tuple[State, tuple[Happening, ...]]:
    """A snooze that ended after the reminder's hours does not come back on another day; this is said."""
    one = state.of(reminder.id)
    if one.snooze_left is None or not is_due(reminder, one) or one.day == day_key(reminder, observation):
        return state, ()
    against = {*one.waiting, *reasons(policy, state, observation, reminder)}
    if not {"outside-hours", "not-today"} & against:
        return state, ()
    state = state.having(reminder.id, count=0.0, snooze_left=None, waiting=(), free_for=None)
    return state, (Happening(reminder.id, "missed", "snooze-outlived"),)
