"""The entries of a calendar: what of a routine, a test or a plan comes when, at the person's own time of day.

No entry begins in the past. What comes once a day stands at EVENING or AT_THE_DESK, one after the other, a test first,
because it wants a rested body; what comes several times a day is spread over WORKDAY. Times asked for go before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from coach.content.model import WEEKDAYS, Plan, PlanItem, PlanWeeks
from coach.export.free_times import STEP, FreeTimes, rounded, since_midnight
from coach.export.start import AT_THE_DESK, EVENING, When
from coach.progression.past import PlanFollowed
from coach.session.planned import PlanPlace
from coach.today.calendar import monday_of
from coach.values import dataclass, replace

WORKDAY = (time(9, 0), time(17, 0))
GOAL_DAYS = {"desk": WEEKDAYS[:5], "daily": WEEKDAYS, "strength": ("tue", "fri")}
"""When a routine alone comes back, by its goal; one that belongs to a run or to a sore back comes once, tomorrow."""

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a routine or test in an entry, and how long it takes."""

    title: str
    seconds: float
    text: str = ""
    is_at_desk: bool = False


@dataclass(frozen=True, slots=True)
class Alone:
    """Something that is exported without a plan. It comes back on `days`, or every so many days, or not at all;
    `due` is the day before which it need not be. `uid` stays the same with every export.
    """

    uid: str
    told: Told
    days: tuple[str, ...] = ()
    every_days: int | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """`days` are those on which it comes back until `last`, or it does `every_days`; neither: it does not."""

    uid: str
    told: Told
    start: datetime
    days: tuple[str, ...] = ()
    every_days: int | None = None
    last: date | None = None

    def next(self) -> date:
        """The first day after its first one on which it may come."""
        return _next(self.start.date() + _DAY * (self.every_days or 1), self.days)


def entries_alone(alone: Alone, before: Iterable[Alone], when: When, now: datetime) -> list[Entry]:
    """One entry, or one for each of the times asked for; where none is, it comes after those `before` it, which the
    person may export as well. It begins tomorrow, or on the day asked for. `now` is aware.
    """
    first = when.begins or max(now.date() + _DAY, alone.due or date.min)
    times = sorted(set(when.times)) or [_time_after(before, alone)]
    entries = [
        Entry(
            alone.uid if not number else f"{alone.uid}-{number}",
            alone.told,
            datetime.combine(_next(first, alone.days), moment),
            alone.days,
            alone.every_days,
        )
        for number, moment in enumerate(times)
    ]
    return _from_now_on(entries, now)


def _time_after(before: Iterable[Alone], alone: Alone) -> time:
    """The time of day that suits it, when those before it have theirs."""
    free = FreeTimes()
    for one in before:
        free.take(one.days, since_midnight(_usual(one.told)), rounded(one.told.seconds))
    minutes = free.take(alone.days, since_midnight(_usual(alone.told)), rounded(alone.told.seconds)) // _MINUTE
    return time(minutes // 60, minutes % 60)


def plan_entries(
    plan: Plan,
    followed: PlanFollowed,
    about: Callable[[PlanPlace], Told | None],
    times: Sequence[time],
    now: datetime,
) -> list[Entry]:
    """An entry for each thing of each range of weeks, as the plan is `followed`; `about` tells what it says, None
    leaves it out. What comes once a day stands at the first of `times`, what comes more often at as many of them, where
    there are as many. Empty where nothing lies ahead.
    """
    entries = [entry for weeks in plan.weeks for entry in _of_weeks(plan, weeks, followed, about, times)]
    return _from_now_on(entries, now)


def _from_now_on(entries: Iterable[Entry], now: datetime) -> list[Entry]:
    """Each entry from its next time on, without those that have none left."""
    found = []
    for entry in entries:
        start = entry.start
        while start < now.replace(tzinfo=None):
            start = datetime.combine(replace(entry, start=start).next(), start.time())
        if entry.last is None or start.date() <= entry.last:
            found.append(replace(entry, start=start))
    return found


def _of_weeks(
    plan: Plan,
    weeks: PlanWeeks,
    followed: PlanFollowed,
    about: Callable[[PlanPlace], Told | None],
    times: Sequence[time],
) -> Iterator[Entry]:
    monday = monday_of(followed.begun)
    begins = max(monday + timedelta(weeks=weeks.first - 1), followed.begun)
    ends = [] if weeks.last is None else [monday + timedelta(weeks=weeks.last) - _DAY]
    last = min([*ends, *([] if followed.until is None else [followed.until])], default=None)
    free = FreeTimes()
    for number, item in enumerate(sorted(weeks.do, key=lambda item: item.test is None)):
        told = about(PlanPlace(plan, weeks, item))
        if told is None:
            continue
        first = _next(begins, item.days)
        for turn, wanted in enumerate(_times(item, told, times)):
            moment = free.take(item.days, wanted, rounded(told.seconds))
            uid = f"{plan.id}-{weeks.first}-{number}-{turn}"
            yield Entry(uid, told, datetime.combine(first, time()) + moment, item.days, last=last)


def _times(item: PlanItem, told: Told, times: Sequence[time]) -> list[timedelta]:
    """The times of day that one item wants: those asked for, else what suits it."""
    if item.times == 1:
        return [since_midnight(times[0] if times else _usual(told))]
    if len(times) >= item.times:
        return [since_midnight(moment) for moment in times[: item.times]]
    first, last = (since_midnight(moment) for moment in WORKDAY)
    return [first + (last - first) * (2 * turn + 1) / (2 * item.times) // STEP * STEP for turn in range(item.times)]


def _usual(told: Told) -> time:
    return AT_THE_DESK if told.is_at_desk else EVENING


def _next(day: date, days: tuple[str, ...]) -> date:
    """The first of `days` (any day if none) on or after `day`."""
    while days and WEEKDAYS[day.weekday()] not in days:
        day += _DAY
    return day
