"""Clock times of a reminder (`at:`): which have come since the last look, and which can come no more and are missed."""

from __future__ import annotations

from datetime import datetime, timedelta

from coach.content.model import Reminder
from coach.reminders.decision import Happening
from coach.reminders.hours import last_chance, occurrences
from coach.reminders.passing import Passed
from coach.reminders.policy import Observation, Policy
from coach.reminders.state import State
from coach.reminders.why import LongOff, Moment, StillWaited, WaitedAllAlong, Why

_KEPT_DAYS = timedelta(days=2)
_EACH_SAID = timedelta(days=1)  # what was missed before is said in one sentence
_LONGEST_OFF = timedelta(days=366)  # after more than that a clock was wrong, and what it skipped was no time


def clock_times(
    policy: Policy, state: State, observation: Observation, reminder: Reminder, looked_at: datetime | None, time: Passed
) -> tuple[State, tuple[Happening, ...]]:
    """Clock times that came since the last look become due; those that can come no more are said to be missed."""
    if not reminder.at or looked_at is None:
        return state, ()
    now, before = observation.local, looked_at.replace(tzinfo=None)
    since = max(before, now - _EACH_SAID)
    state, missed = _too_late(state, reminder, now)
    if time.real > _EACH_SAID.total_seconds() and now - before <= _LONGEST_OFF:
        missed += _long_ago(reminder, before, since)
    one = state.of(reminder.id)
    pending, skipped = one.pending, one.skipped
    fired = [text for text in one.fired if abs(datetime.fromisoformat(text) - now) <= _KEPT_DAYS]
    for moment in occurrences(reminder, since, now):
        if moment.isoformat() in fired:
            continue
        fired.append(moment.isoformat())
        is_skipped = _is_skipped(moment, looked_at, observation.wall)
        if min((now - moment).total_seconds(), time.real) > policy.missed_after or now >= last_chance(reminder, moment):
            missed.append(Happening(reminder.id, "missed", _why_missed(moment, time, is_skipped)))
            continue
        if pending is not None:
            still_waited = StillWaited(datetime.fromisoformat(pending), moment)
            missed.append(Happening(reminder.id, "missed", still_waited))
        pending, skipped = moment.isoformat(), is_skipped
    return state.having(reminder.id, pending=pending, skipped=skipped, fired=tuple(fired)), tuple(missed)


def _too_late(state: State, reminder: Reminder, now: datetime) -> tuple[State, list[Happening]]:
    """A clock time that waited until its hours were over is missed."""
    one = state.of(reminder.id)
    pending = None if one.pending is None else datetime.fromisoformat(one.pending)
    if pending is None or now < last_chance(reminder, pending):
        return state, []
    why = WaitedAllAlong(pending, one.waiting)
    state = state.having(reminder.id, pending=None, skipped=False, waiting=(), free_for=None, snooze_left=None)
    return state, [Happening(reminder.id, "missed", why)]


def _long_ago(reminder: Reminder, after: datetime, until: datetime) -> list[Happening]:
    """Those of the days before the last one as one: after three weeks away nobody reads sixty."""
    found = occurrences(reminder, after, until)
    if not found:
        return []
    return [Happening(reminder.id, "missed", LongOff(found[0], len(found)))]


def _why_missed(moment: datetime, time: Passed, is_skipped: bool) -> Why:
    if is_skipped:
        return Moment("skipped-past-hours", moment)
    return Moment("off" if time.slept > 0 else "hours-over", moment)


def _is_skipped(moment: datetime, before: datetime, now: datetime) -> bool:
    """Whether no clock showed `moment`: by the old offset it is still to come, by the new one it was before."""
    return moment.replace(tzinfo=now.tzinfo) <= before and now < moment.replace(tzinfo=before.tzinfo)
