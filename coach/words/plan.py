"""A plan in words: its weeks, and what is done in them, when and how much of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from coach.content.catalogue import Catalogue
from coach.content.model import DoseLayer, Plan, PlanItem, PlanWeeks
from coach.progression.conditions import standing_in
from coach.session.phrases import Phrases
from coach.session.planned import PlanPlace
from coach.today.calendar import Calendar
from coach.values import replace
from coach.words import dates, library
from coach.words.durations import in_letters
from coach.words.language import ENGLISH, Language
from coach.words.sentences import apart_list, comma_list, lowered, raised


def name(plan: Plan, language: Language = ENGLISH) -> str:
    """`A plan for 8 weeks`; `A plan` where it goes on without an end."""
    weeks = length(plan, language)
    if not weeks:
        return language.translate("Plan", "A plan")
    return language.translate("Plan", "A plan for %n weeks", "A plan for 1 week", weeks)


def length(plan: Plan, language: Language = ENGLISH) -> int:
    """How many weeks it has; 0 where it goes on without an end, but for one whose title names the weeks before that, as
    "Eight weeks for your upper back" does.
    """
    ends = [weeks.last for weeks in plan.weeks]
    weeks = max((last for last in ends if last is not None), default=0)
    if None not in ends:
        return weeks
    words = set(re.findall(r"\w+", library.say(plan.title, language).casefold()))
    names = {in_letters(one, weeks).casefold() for one in (language, ENGLISH)} | {str(weeks)}
    return weeks if words & names else 0


def span(weeks: PlanWeeks, language: Language = ENGLISH) -> str:
    """`Week 1`, `Weeks 5 to 6`, `From week 9 on`."""
    if weeks.last is None:
        return language.translate("Plan", "From week {n} on").format(n=weeks.first)
    if weeks.last == weeks.first:
        return language.translate("Plan", "Week {n}").format(n=weeks.first)
    return language.translate("Plan", "Weeks {first} to {last}").format(first=weeks.first, last=weeks.last)


def done(plan: Plan, catalogue: Catalogue, language: Language = ENGLISH) -> list[str]:
    """The names of everything that is done in the plan, each once, in the order in which it comes."""
    items = (item for weeks in plan.weeks for item in weeks.do)
    return list(dict.fromkeys(found for item in items if (found := title(item, catalogue, language))))


_NUMBERED = re.compile(r"(.*\D) (\d{1,3})", re.ASCII)


def in_short(plan: Plan, catalogue: Catalogue, language: Language = ENGLISH) -> str:
    """What `done` names, in one line; those that count on in their last number are one: `Stage 1 to 5; Run tall`."""
    runs: dict[str, list[int]] = {}
    for name in done(plan, catalogue, language):
        numbered = _NUMBERED.fullmatch(name)
        head, number = (numbered[1], int(numbered[2])) if numbered is not None else (name, 0)
        key = next((key for key in runs if key == f"{head} {runs[key][0]}" and runs[key][-1] == number - 1), name)
        runs.setdefault(key, []).append(number)
    told = language.translate("Plan", "{name} to {last}")
    names = (name if len(run) == 1 else told.format(name=name, last=run[-1]) for name, run in runs.items())
    return apart_list(names, language)


def title(item: PlanItem, catalogue: Catalogue, language: Language = ENGLISH) -> str:
    """The routine's or test's name; nothing where the library holds it no more."""
    found = catalogue.routines.get(item.routine or "") or catalogue.tests.get(item.test or "")
    return library.say(found.title, language) if found is not None else ""


def when(item: PlanItem, language: Language = ENGLISH) -> str:
    """`Mon to Fri, twice a day`."""
    days = dates.days(item.days, language)
    days = raised(days)
    if item.times == 1:
        return days
    twice = language.translate("Plan", "twice a day")
    n = item.times
    several = language.translate("Plan", "%n times a day", "once a day", n)
    return f"{days}, {twice if item.times == 2 else several}"


def difference(
    item: PlanItem, catalogue: Catalogue, language: Language = ENGLISH, conditions: Collection[str] = ()
) -> str:
    """What is not as the routine has it: `8 repetitions, hold 5 seconds`, `With one set. If sore: Gentle recovery`. No
    exercise is named that one of the `conditions` bars, but what takes its place.
    """
    parts = _differences(item, catalogue, language, conditions)
    return ". ".join(raised(part) for part in parts)


def difference_then(
    place: PlanPlace, catalogue: Catalogue, language: Language = ENGLISH, conditions: Collection[str] = ()
) -> str:
    """`Weeks 1 to 2: with one set`: when a plan has the routine with another dose, and which. The week alone where
    nothing is left of it.
    """
    dose = difference(replace(place.item, if_sore=None), catalogue, language, conditions)
    if not dose:
        return span(place.weeks, language)
    told = language.translate("Plan", "{weeks}: {dose}")
    return told.format(weeks=span(place.weeks, language), dose=lowered(dose, language))


def left_out(plan: Plan, barred: Collection[str], catalogue: Catalogue, language: Language = ENGLISH) -> str:
    """Which routines of the plan are not in it for a person, as their conditions leave nothing of them; else empty."""
    items = (item for weeks in plan.weeks for item in weeks.do if item.routine in barred)
    names = comma_list(dict.fromkeys(found for item in items if (found := title(item, catalogue, language))), language)
    told = language.translate("Plan", "Left out of the plan for you: {routines}.")
    return told.format(routines=names) if names else ""


def gentle(plan: Plan, calendar: Calendar, catalogue: Catalogue, language: Language = ENGLISH) -> list[str]:
    """The names of what the plan has for a sore day, as far as the person can do it, each once."""
    names = (item.if_sore or "" for weeks in plan.weeks for item in weeks.do)
    found = dict.fromkeys(name for name in names if calendar.can_be_done(name))
    return [library.say(catalogue.routines[name].title, language) for name in found]


def _differences(
    item: PlanItem, catalogue: Catalogue, language: Language, conditions: Collection[str]
) -> Iterator[str]:
    yield from _variants(item, catalogue, language, conditions)
    dose = comma_list(_dose(item.dose, Phrases(catalogue.coaching.phrases, language.tag), language), language)
    only = (item.variants.get(each, each) for each in item.only)
    named = (catalogue.exercises[each] for each in only if each in catalogue.exercises)
    done = (standing_in(exercise, conditions, catalogue.exercises) for exercise in named)
    names = comma_list((library.say(exercise.title, language) for exercise in done if exercise is not None), language)
    if dose and names:
        yield language.translate("Plan", "{exercises} {dose}").format(exercises=names, dose=dose)
    elif dose and not item.only:
        yield dose
    if item.volume is not None and item.volume != 1:
        yield _volume(round(100 * item.volume), language)
    sore = catalogue.routines.get(item.if_sore or "")
    if sore is not None:
        yield language.translate("Plan", "if sore: {routine}").format(routine=library.say(sore.title, language))


def _variants(item: PlanItem, catalogue: Catalogue, language: Language, conditions: Collection[str]) -> Iterator[str]:
    """`Wall press-up in place of Press-up`, each that can be done."""
    told = language.translate("Plan", "{exercise} in place of {named}")
    for named, other in item.variants.items():
        exercise = catalogue.exercises.get(other)
        done = None if exercise is None else standing_in(exercise, conditions, catalogue.exercises)
        if done is not None and done.id != named:
            replaced = library.exercise_title(named, catalogue.exercises, language)
            yield told.format(exercise=library.say(done.title, language), named=replaced)


def _volume(percent: int, language: Language) -> str:
    if percent == 50:
        return language.translate("Plan", "half the volume")
    return language.translate("Plan", "{n} % of the volume").format(n=percent)


def _dose(layer: DoseLayer, phrases: Phrases, language: Language) -> Iterator[str]:
    """Each key that the plan lays over an exercise's own, where it changes how much there is to do."""
    if layer.sets is not None:
        n = layer.sets
        yield language.translate("Plan", "with %n sets", "with one set", n)
    if layer.reps is not None:
        yield phrases.words("repetitions", layer.reps)
    if layer.hold is not None:
        yield phrases.words("hold", time=phrases.time(layer.hold))
    if layer.for_seconds is not None:
        yield phrases.time(layer.for_seconds)
