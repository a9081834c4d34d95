"""What is put into a calendar for this person: gathered from the library, their doses, conditions and plan."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING

from coach.content.model import Plan, Test
from coach.export.entries import GOAL_DAYS, Alone, Entry, Told, entries_alone, plan_entries
from coach.export.start import EVENING, When, plan_start
from coach.progression.past import PlanFollowed
from coach.session.planned import PlanPlace, planned_id, routine_of
from coach.today.calendar import Calendar
from coach.today.due import due
from coach.values import dataclass, replace
from coach.words import dates
from coach.words import plan as plan_words
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.progression import said_before
from coach.words.safety import stop_if
from coach.words.sentences import comma_list

if TYPE_CHECKING:
    from coach.progression.own import OwnRoutine
    from coach.wiring import Parts

_DAY_SECONDS = 86400


@dataclass(frozen=True, slots=True)
class Appointments:
    """What a calendar holds. `text` tells of the whole; `entries` are none where nothing lies ahead."""

    title: str
    text: str
    entries: tuple[Entry, ...]
    is_plan: bool = False

    @property
    def first(self) -> datetime | None:
        """The first of them all, by the clock on the wall."""
        return min((entry.start for entry in self.entries), default=None)


def appointments(parts: Parts, kind: str, ident: str, when: When, language: Language = ENGLISH) -> Appointments:
    """The entries of a routine, a test or a plan, from now on. KeyError for an id that is not known."""
    gathering = _Gathering(parts, language)
    if kind == "plan":
        return gathering.plan(parts.library.catalogue.plans[ident], when)
    alone = gathering.test(parts.library.catalogue.tests[ident]) if kind == "test" else gathering.routine(ident)
    its_place = f"{kind}-{routine_of(ident)}"  # a plan's form of a routine comes where the routine does
    before = () if when.times else takewhile(lambda one: one.uid != its_place, gathering.all_alone())
    return Appointments(alone.told.title, "", tuple(entries_alone(alone, before, when, gathering.now)))


def begins(language: Language, found: Appointments) -> str:
    """`The first is Monday 7 December, 12:30.`; that none is where nothing lies ahead."""
    if found.first is None:
        return language.translate("Calendar", "Nothing of {title} lies ahead.").format(title=found.title)
    told = language.translate("Calendar", "The first is {date}, {time}.")
    return told.format(date=dates.date(found.first, language), time=dates.hour(found.first, language))


def comes(language: Language, found: Appointments) -> str:
    """When its entries come: `Mon to Fri, 11:00.`; of a plan how many there are. Empty where nothing lies ahead."""
    if not found.entries:
        return ""
    if found.is_plan:
        told = language.translate("Calendar", "{n} entries, each on the days of its weeks.")
        return told.format(n=len(found.entries))
    entry = found.entries[0]
    if entry.days:
        days = dates.days(entry.days, language)
    elif entry.every_days is not None:
        days = language.translate("Calendar", "every {n} days").format(n=entry.every_days)
    else:
        days = language.translate("Calendar", "once")
    times = comma_list(
        (
            dates.of_day(one.hour * 60 + one.minute, language)
            for one in sorted({entry.start.time() for entry in found.entries})
        ),
        language,
    )
    return language.translate("Calendar", "{days}, {times}.").format(days=days[:1].upper() + days[1:], times=times)


class _Gathering:
    def __init__(self, parts: Parts, language: Language) -> None:
        self._parts, self._language = parts, language
        self._catalogue = parts.library.catalogue
        self.now = parts.clock.wall()
        self._conditions = parts.conditions()

    def routine(self, ident: str) -> Alone:
        """A routine by itself, on the days that suit its goal."""
        routine = self._parts.routine(ident)
        return Alone(f"routine-{ident}", self._told(ident, say(routine.summary, self._language)),
                     GOAL_DAYS.get(routine.goal, ()))  # fmt: skip

    def test(self, test: Test) -> Alone:
        """A test by itself, as often as it is to be done again."""
        seconds = self._parts.timeline("test", test.id).seconds
        text = self._joined(say(test.summary, self._language), stop_if(self._language, self._catalogue.safety))
        last = next((one.at for one in self._parts.store.last_tests() if one.test_id == test.id), None)
        again = None if last is None else due(test, last)
        every = None if test.again_after is None else max(1, math.ceil(test.again_after / _DAY_SECONDS))
        told = Told(say(test.title, self._language), seconds, text)
        return Alone(f"test-{test.id}", told, every_days=every, due=None if again is None else again.date())

    def all_alone(self) -> Iterator[Alone]:
        """All that may be exported by itself, in the order of a day: tests, what comes back, what comes once."""
        yield from map(self.test, self._catalogue.tests.values())
        routines = [self.routine(ident) for ident in self._catalogue.routines]
        yield from sorted(routines, key=lambda alone: not alone.days)

    def plan(self, plan: Plan, when: When) -> Appointments:
        """A plan as it is followed, or as it would be from the day asked for."""
        calendar = self._parts.planned(self.now)
        followed = calendar.course_of(plan.id, self.now.date()) if when.begins is None else None
        if followed is None:
            evening = when.times[0] if when.times else EVENING
            followed = PlanFollowed(plan.id, when.begins or plan_start(self.now, evening))
        left_out = plan_words.left_out(plan, calendar.barred, self._catalogue, self._language)

        def about(place: PlanPlace) -> Told | None:
            return self._of_plan(place, calendar, left_out)

        entries = plan_entries(plan, followed, about, when.times, self.now)
        return Appointments(say(plan.title, self._language), left_out, tuple(entries), is_plan=True)

    def _of_plan(self, place: PlanPlace, calendar: Calendar, left_out: str) -> Told | None:
        item = place.item
        if item.test is not None:
            test = self._catalogue.tests.get(item.test)
            return None if test is None else self.test(test).told
        if not calendar.can_be_done(item.routine or ""):
            return None
        shown = item if calendar.can_be_done(item.if_sore or "") else replace(item, if_sore=None)
        difference = plan_words.difference(shown, self._catalogue, self._language, self._conditions)
        return self._told(planned_id(place), f"{difference}." if difference else "", left_out)

    def _told(self, ident: str, text: str, after: str = "") -> Told:
        """Of a routine: `text`, what is left out for the person, `after`, and when to stop."""
        own = self._parts.own(ident)
        for_you = said_before(self._language, _lasting(own), self._catalogue.exercises)
        seconds = self._parts.timeline("routine", ident, as_written=own.is_empty).seconds
        told = self._joined(text, for_you, after, stop_if(self._language, self._catalogue.safety))
        return Told(say(own.routine.title, self._language), seconds, told, own.routine.goal == "desk")

    def _joined(self, *texts: str) -> str:
        return "\n".join(text for text in texts if text)


def _lasting(own: OwnRoutine) -> OwnRoutine:
    """Without what rests for two days: an entry stands for weeks."""
    return replace(own, left_out=tuple(one for one in own.left_out if one.until is None))
