"""A routine or a plan as calendar entries (iCalendar, RFC 5545), at the person's local time wherever they are.

`person` is a name that only they have: two people who keep a calendar together have entries of their own, and a second
export takes the place of the first. No entry begins in the past. What comes once a day stands at EVENING, one after the
other, a test first, because it wants a rested body; what comes several times a day is spread over WORKDAY.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vText

from coach import __version__
from coach.content.model import WEEKDAYS, DoseLayer, Plan, PlanItem, PlanWeeks, Routine
from coach.export.start import EVENING, plan_start
from coach.session.planned import PlanPlace, planned_id
from coach.session.timeline import Timeline
from coach.words.durations import counted

WORKDAY = (time(9, 0), time(17, 0))
STEP_SECONDS = 300.0  # entries are whole numbers of five minutes long
GOAL_DAYS = {"desk": WEEKDAYS[:5], "daily": WEEKDAYS, "strength": ("tue", "fri")}
"""When a routine alone comes back, by its goal; one that belongs to a run or to a sore back comes once, tomorrow."""

Timelines = Callable[[str, str], Timeline]


@dataclass(frozen=True, slots=True)
class _Entry:
    """`days` are those on which it comes back until `last`; none: it does not."""

    uid: str
    title: str
    text: str
    start: datetime
    seconds: float
    days: tuple[str, ...] = ()
    last: date | None = None


def routine_calendar(routine: Routine, timeline: Timeline, now: datetime, person: str) -> bytes:
    """One entry that comes back on the days that suit the routine's goal. `now` is aware."""
    days = GOAL_DAYS.get(routine.goal, ())
    first = _next(now.date() + timedelta(days=1), days)
    text = "" if routine.summary is None else str(routine.summary)
    entry = _Entry(
        f"routine-{routine.id}", str(routine.title), text, datetime.combine(first, EVENING), timeline.seconds, days
    )
    return _calendar(str(routine.title), [entry], now, person)


def plan_calendar(plan: Plan, timelines: Timelines, now: datetime, exercises: Mapping[str, str], person: str) -> bytes:
    """An entry for each thing of each range of weeks. `timelines` gives the timeline of a routine or test, `exercises`
    the titles of exercises by their id.
    """
    monday = plan_start(now)
    entries = [entry for weeks in plan.weeks for entry in _of_weeks(plan, weeks, monday, timelines, exercises)]
    ahead = (_from_now_on(entry, now.replace(tzinfo=None)) for entry in entries)
    return _calendar(str(plan.title), [entry for entry in ahead if entry is not None], now, person)


def _from_now_on(entry: _Entry, now: datetime) -> _Entry | None:
    """The entry from its next time on; None where it has none left."""
    start = entry.start
    while start < now:
        start = datetime.combine(_next(start.date() + timedelta(days=1), entry.days), start.time())
    return None if entry.last is not None and start.date() > entry.last else replace(entry, start=start)


def _of_weeks(
    plan: Plan, weeks: PlanWeeks, monday: date, timelines: Timelines, exercises: Mapping[str, str]
) -> Iterator[_Entry]:
    begins = monday + timedelta(weeks=weeks.first - 1)
    last = None if weeks.last is None else monday + timedelta(weeks=weeks.last) - timedelta(days=1)
    taken = dict.fromkeys(WEEKDAYS, timedelta())
    for number, item in enumerate(sorted(weeks.do, key=lambda item: item.test is None)):
        ident = planned_id(PlanPlace(plan, weeks, item)) or item.test or ""
        timeline = timelines("routine" if item.routine else "test", ident)
        first = _next(begins, item.days)
        for turn, moment in enumerate(_moments(item, timeline, taken)):
            yield _Entry(
                f"{plan.id}-{weeks.first}-{number}-{turn}",
                timeline.title,
                _text(item, timelines, exercises),
                datetime.combine(first, time()) + moment,
                timeline.seconds,
                item.days,
                last,
            )


def _moments(item: PlanItem, timeline: Timeline, taken: dict[str, timedelta]) -> list[timedelta]:
    """The times of day of one item; an evening's items follow one another (`taken` is what is full of each)."""
    if item.times > 1:
        first, last = (_since_midnight(moment) for moment in WORKDAY)
        return [first + (last - first) * (2 * turn + 1) / (2 * item.times) for turn in range(item.times)]
    begins = max(taken[day] for day in item.days)
    for day in item.days:
        taken[day] = begins + _rounded(timeline.seconds)
    return [_since_midnight(EVENING) + begins]


def _text(item: PlanItem, timelines: Timelines, exercises: Mapping[str, str]) -> str:
    """What is different this time, in words: the plan's dose, its volume, what to do on a sore day."""
    parts = []
    dose = _dose(item.dose)
    if dose and item.only:
        parts.append(f"{', '.join(exercises.get(name, name) for name in item.only)}: {dose}.")
    elif dose:
        parts.append(f"Each exercise: {dose}.")
    if item.volume is not None:
        parts.append(f"At {item.volume:.0%} of the usual volume.")
    if item.if_sore is not None:
        parts.append(f"If you are sore: {timelines('routine', item.if_sore).title}.")
    return " ".join(parts)


def _dose(layer: DoseLayer) -> str:
    """`3 sets`, `5 repetitions, hold 5 seconds`: the keys that a plan lays over an exercise's own."""
    told = [
        "" if layer.sets is None else counted(layer.sets, "set"),
        "" if layer.reps is None else counted(layer.reps, "repetition"),
        "" if layer.hold is None else f"hold {counted(layer.hold, 'second')}",
        "" if layer.for_seconds is None else counted(layer.for_seconds, "second"),
    ]
    return ", ".join(part for part in told if part)


def _calendar(title: str, entries: list[_Entry], now: datetime, person: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Posture Coach//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(title))  # the library escapes only in properties that it knows
    for entry in entries:
        calendar.add_component(_event(entry, now, person))
    return bytes(calendar.to_ical())


def _event(entry: _Entry, now: datetime, person: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}-{person}@posture-coach")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", entry.title)
    if entry.text:
        event.add("description", entry.text)
    event.add("dtstart", entry.start)
    event.add("duration", _rounded(entry.seconds))
    if entry.days:
        rule: dict[str, object] = {"freq": "weekly", "byday": [day[:2].upper() for day in entry.days]}
        if entry.last is not None:
            rule["until"] = datetime.combine(entry.last, time(23, 59, 59))
        event.add("rrule", rule)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta())
    event.add_component(alarm)
    return event


def _next(day: date, days: tuple[str, ...]) -> date:
    """The first of `days` (any day if none) on or after `day`."""
    while days and WEEKDAYS[day.weekday()] not in days:
        day += timedelta(days=1)
    return day


def _rounded(seconds: float) -> timedelta:
    return timedelta(seconds=-(-seconds // STEP_SECONDS) * STEP_SECONDS)


def _since_midnight(moment: time) -> timedelta:
    return timedelta(hours=moment.hour, minutes=moment.minute)
