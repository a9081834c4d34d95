"""When a reminder comes: the engine itself, run ahead of time under an assumption that is said beside the moment.

Nobody knows what a person will do, so it is supposed, and told: who is at the desk stays there until the reminder's
hours are over, sits down again when they next begin, and whoever is away comes back now. What is quiet now is quiet no
longer, and what is open or comes in between is left alone. Nothing is reckoned in another way than `decide` does it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from coach.content.model import Reminder
from coach.reminders.engine import decide
from coach.reminders.hours import DAY, at_minute, falls_on, next_occurrence, next_opening, open_day, opening
from coach.reminders.policy import Observation, Policy
from coach.reminders.promise import Assumption, Promise
from coach.reminders.reasons import is_away, is_due, reasons
from coach.reminders.state import ReminderState, State
from coach.reminders.waking import next_wake
from coach.values import replace
from coach.zone import Local

HORIZON = 9 * DAY
"""A reminder that has one day a week comes within this."""

STAYS_SECONDS = 3600.0
"""Who is at the desk so short a time before its hours begin is taken to stay, otherwise to leave (our choice)."""

MOST_LOOKS, MOST_LOOKS_ALONE = 600, 4000
"""A look costs up to 0.3 ms, and the window waits for the answer. Beyond the first number nobody knows any more what
another reminder will have done by then; the second only ends what has no end."""

_FAR_SECONDS = 86400.0  # where nothing is to happen a look a day is enough
_STEP = timedelta(seconds=1)
_AT_ONCE = timedelta(minutes=1)


def foretell(
    policy: Policy, state: State, observation: Observation, reminder: Reminder, local: Local
) -> Promise | None:
    """The moment at which `decide` shows `reminder`; None where it has no day and hour, is switched off or
    locked: nobody knows until when.

    `state` is the one after a look at `observation`. `local` gives a moment the offset of its own day; a naive one is
    what the clock on the wall shows then.
    """
    if not reminder.enabled or reminder.id in observation.locked:
        return None
    if not any(falls_on(reminder, observation.wall.date() + ahead * DAY) for ahead in range(7)):
        return None
    try:
        return _Ahead(policy, state, observation, reminder, local, MOST_LOOKS).promise()
    except _TooFar:
        only = replace(policy, reminders=(reminder,))
    try:
        promise = _Ahead(only, state, observation, reminder, local, MOST_LOOKS_ALONE).promise()
    except _TooFar:
        return None
    return promise and replace(promise, alone=True)


class _TooFar(Exception):  # noqa: N818 - a way out, not an error
    """More looks than are worth the answer."""


class _Ahead:
    """One run ahead. The machine is looked at only at the moments that matter to the engine."""

    def __init__(
        self, policy: Policy, state: State, observation: Observation, reminder: Reminder, local: Local, most_looks: int
    ) -> None:
        self._looks_left = most_looks
        # neither is there anything to look out for, nor a timer that could stand still, nor anybody who types
        self._policy = replace(policy, longest_sleep=_FAR_SECONDS, typing_pause=0.0)
        self._reminder, self._local = reminder, local
        self._begin = observation.wall.astimezone(UTC)
        waits = max(state.pause_left or 0.0, state.of(reminder.id).snooze_left or 0.0)
        self._end = self._begin + HORIZON + timedelta(seconds=waits)
        self._sat_down: datetime | None = None
        self._supposed: list[Assumption] = []
        if state.paused and state.pause_left is None:
            state = replace(state, paused=False)
            self._supposed.append("resumed")
        if is_due(reminder, state.of(reminder.id)) and observation.quiet:
            self._supposed.append("quiet-ends")
        if is_away(reminder, state):
            self._supposed.append("back-now")
        self._state = state
        self._now = replace(observation, idle=None if observation.idle is None else 0.0, quiet=frozenset())

    def promise(self) -> Promise | None:
        while self._now.wall.astimezone(UTC) < self._end:
            self._looks_left -= 1
            if self._looks_left < 0:
                raise _TooFar
            pending = self._state.of(self._reminder.id).pending
            self._state, decision = decide(self._policy, self._state, self._now)
            if self._reminder.id in decision.told:
                return self._promise_of_now(pending)
            returns = self._absent_until()
            if returns is None:
                # whoever is there stays: the engine need not look whether they have left
                self._go_on(next_wake(self._policy, self._state, replace(self._now, idle=None)))
            elif self._reminder.every is None:
                self._sleep_until(returns - _STEP)  # awake when it comes: what was slept through is missed
                self._sat_down = self._local(returns)
            else:
                self._sleep_until(returns)
                self._sat_down = self._now.wall
        return None

    def _promise_of_now(self, pending: str | None) -> Promise:
        """`pending`: the clock time that waited for this moment, None where it is the moment itself."""
        now, since = self._now.wall, self._sat_down
        is_at_once = self._reminder.every is None and (
            pending is None or now.replace(tzinfo=None) - datetime.fromisoformat(pending) < _AT_ONCE
        )
        if since is not None:  # what is so at the beginning matters no longer by then
            resumed = tuple(one for one in self._supposed if one == "resumed")
            return Promise(now, (*resumed, "is-there")) if is_at_once else Promise(now, (*resumed, "sits-down"), since)
        if self._supposed or now.astimezone(UTC) == self._begin:
            return Promise(now, tuple(self._supposed))
        return Promise(now, ("is-there",) if is_at_once else ("stays",))

    # --- where the person is not ---

    def _absent_until(self) -> datetime | None:
        """When a person who leaves now is back, as the clock on the wall shows it; None while they stay."""
        one, now = self._state.of(self._reminder.id), self._now.local
        if self._reminder.every is None:
            return self._before_a_clock_time(one, now)
        against = set(reasons(self._policy, self._state, self._now, self._reminder))
        if one.snooze_left is not None or not against & {"outside-hours", "not-today", "limit"}:
            return None
        after = self._end_of_day(now) if "limit" in against else now
        begins = next_opening(self._reminder, after)
        if begins is None or (begins - now).total_seconds() > STAYS_SECONDS or "limit" in against or self._sat_down:
            return begins
        return None

    def _before_a_clock_time(self, one: ReminderState, now: datetime) -> datetime | None:
        """Of a clock time on another day it matters only that the person is there then."""
        if one.pending is not None or one.snooze_left is not None:
            return None
        following = next_occurrence(self._reminder, now)
        return following if following is not None and following.date() != now.date() else None

    def _end_of_day(self, now: datetime) -> datetime:
        """Until when what came today is counted."""
        day = open_day(self._reminder.between, now)
        return at_minute(now.date() + DAY, 0) if day is None else opening(self._reminder.between, day + DAY)[0]

    # --- time goes by ---

    def _go_on(self, seconds: float) -> None:
        """At the desk. A change of offset on the way is a moment of its own, and so is the second before it: clock
        times follow the wall, and one that is skipped is late only by as long as nobody looked."""
        before = self._now.wall.astimezone(UTC)
        after = before + timedelta(seconds=seconds)
        changed = self._changed_between(before, after)
        if changed is not None:
            after = changed - _STEP if changed - _STEP > before else changed
        passed = (after - before).total_seconds()
        self._now = replace(self._now, monotonic=self._now.monotonic + passed, wall=self._local(after))

    def _sleep_until(self, on_the_wall: datetime) -> None:
        """Away, the machine asleep, until the clock on the wall shows that or, where it skips it, more."""
        before = self._now.wall.astimezone(UTC)
        shown = (self._local(on_the_wall.replace(fold=fold)).astimezone(UTC) for fold in (0, 1))
        after = next((moment for moment in shown if moment > before), before + _STEP)
        changed = self._changed_between(before, after)
        if changed is not None and self._local(changed).replace(tzinfo=None) >= on_the_wall:
            after = changed
        slept = (after - before).total_seconds()
        asleep = None if self._now.asleep is None else self._now.asleep + slept
        self._now = replace(self._now, wall=self._local(after), asleep=asleep)

    def _changed_between(self, before: datetime, after: datetime) -> datetime | None:
        """The first moment at which the offset is no longer the one of `before`; None where it stays."""
        offset = self._local(before).utcoffset()
        if self._local(after).utcoffset() == offset:
            return None
        while after - before > _STEP:
            middle = before + (after - before) / 2
            if self._local(middle).utcoffset() == offset:
                before = middle
            else:
                after = middle
        return after.replace(microsecond=0)  # offsets change on whole seconds
