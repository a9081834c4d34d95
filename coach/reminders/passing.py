"""What time did since the last look: counted at the desk, slept through, or a break."""

from __future__ import annotations

from coach.clock import Look
from coach.content.model import Reminder
from coach.reminders.absence import Absence, absence
from coach.reminders.decision import Happening
from coach.reminders.policy import Observation, Policy
from coach.reminders.position import BEGINS_ANEW_SECONDS
from coach.reminders.reasons import ALMOST, is_due, is_worth_noting
from coach.reminders.state import State
from coach.reminders.why import Length
from coach.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Passed:
    """Seconds since the last look: awake, and asleep or switched off."""

    awake: float
    slept: float

    @property
    def real(self) -> float:
        """All seconds that went by on the wall, whatever the machine did in them."""
        return self.awake + self.slept


def passed(state: State, observation: Observation) -> Passed:
    """How much time went by, and how much of it the machine slept: by the rule of coach.clock.Look."""
    if state.wall is None:
        return Passed(0.0, 0.0)
    if state.monotonic is None:  # a new start: the time in between is like sleep
        return Passed(0.0, max(0.0, (observation.wall - state.wall).total_seconds()))
    before = Look(state.monotonic, state.wall, state.asleep)
    now = Look(observation.monotonic, observation.wall, observation.asleep)
    return Passed(now.awake_since(before), now.slept_since(before))


def let_pass(
    policy: Policy, state: State, observation: Observation, time: Passed
) -> tuple[State, tuple[Happening, ...]]:
    """The state after `time`: counts, snoozes, pause and open nudge moved on, breaks taken into account."""
    was_away = bool(state.broke) or state.away_for > 0
    away = absence(policy, state, observation, time.awake, time.slept)
    state = _shared(policy, state, time, away)
    taken = list(state.broke)
    for reminder in policy.reminders:
        state, is_break = _one(state, time, away.longest, reminder, was_away)
        noted = is_break and is_worth_noting(policy, reminder, state.of(reminder.id))
        if is_break:
            if noted and reminder.id not in taken:
                taken.append(reminder.id)
            state = state.having(reminder.id, count=0.0, snooze_left=None, waiting=(), free_for=None)
            state = state.closing(reminder.id)
    if away.now >= policy.away_counts:
        return replace(state, broke=tuple(taken)), ()
    why = Length("away-counted", state.away_for)
    happened = tuple(Happening(reminder_id, "natural-break", why) for reminder_id in taken)
    return replace(state, broke=(), away_for=0.0), happened


def _shared(policy: Policy, state: State, time: Passed, away: Absence) -> State:
    pause_left = None if state.pause_left is None else state.pause_left - time.real
    is_over = state.paused and pause_left is not None and pause_left <= 0
    open_for = state.open_for + time.real
    is_open = state.open is not None and open_for < policy.answer_within
    closed_for = None if state.closed_for is None else state.closed_for + time.real
    if state.open is not None and not is_open:
        closed_for = open_for - policy.answer_within
    left_desk = away.longest >= policy.away_counts
    away_for = state.away_for + time.real if state.away_for else 0.0
    return replace(
        state,
        paused=state.paused and not is_over,
        pause_left=None if is_over else pause_left,
        open=state.open if is_open else None,
        beside=state.beside if is_open else (),
        open_for=open_for if is_open else 0.0,
        closed_for=closed_for,
        position=None if away.longest >= BEGINS_ANEW_SECONDS else state.position,
        at_desk=0.0 if left_desk else state.at_desk + (0.0 if state.away_for else time.awake),
        absent=away.now,
        away_for=max(away_for, away.longest) if left_desk else away_for,
    )


def _one(state: State, time: Passed, away_for: float, reminder: Reminder, was_away: bool) -> tuple[State, bool]:
    """One reminder moved on, and whether this absence is its break."""
    one = state.of(reminder.id)
    if not reminder.enabled:
        return state.having(reminder.id, count=0.0, pending=None, snooze_left=None, waiting=(), free_for=None), False
    if one.snooze_left is not None:
        state = state.having(reminder.id, snooze_left=max(0.0, one.snooze_left - time.real))
    if reminder.every is None:
        return state, False
    is_break = away_for + ALMOST >= reminder.away_counts
    if not is_break and not was_away and not is_due(reminder, one):
        state = state.having(reminder.id, count=one.count + time.awake)
    return state, is_break
