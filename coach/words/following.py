"""To follow a plan, in words: what it does to begin one or to stop, where one is, and what it asks on a sore day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from coach.content.model import Plan
from coach.progression.past import PlanFollowed
from coach.today.agenda import Item
from coach.today.following import Beginning, Following
from coach.words import dates, library
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list, lowered, or_list
from coach.words.today import week_of_plan

Plans = Mapping[str, Plan]


def begun(plan: Plan, day: date, language: Language = ENGLISH) -> str:
    """`Eight weeks: from Monday 7 December on.`"""
    told = language.translate("Following", "{plan}: from {date} on.")
    return told.format(plan=library.say(plan.title, language), date=dates.date(day, language))


def begins_on(day: date, today: date, language: Language = ENGLISH) -> str:
    """What a plan would do that is begun on this day: `Week 1 begins on Monday 7 December.`"""
    told = (
        language.translate("Following", "Week 1 is the week of {date}; nothing is planned before that day.")
        if day >= today
        else language.translate("Following", "Week 1 was the week of {date}; it goes on from where you would be now.")
    )
    return told.format(date=dates.date(day, language))


def switches(found: Beginning, plans: Plans, language: Language = ENGLISH) -> str:
    """What ends for it, and which plan takes over later; empty where nothing does."""
    return " ".join((*(_ends(one, found, plans, language) for one in found.ends), *_takes_over(found, plans, language)))


def _ends(one: PlanFollowed, found: Beginning, plans: Plans, language: Language) -> str:
    is_same, was_followed = one.plan == found.plan, one.begun < found.begun
    if is_same and was_followed:
        told = language.translate("Following", "It begins anew with week 1; {last_day} is the last day of what was.")
    elif is_same:
        told = language.translate("Following", "So it no longer begins on {first_day}.")
    elif was_followed:
        told = language.translate("Following", "{plan} ends on {last_day}; what was done stays.")
    else:
        told = language.translate("Following", "{plan}, which begins on the same day, is not followed then.")
    return told.format(
        plan=_title(one.plan, plans, language),
        first_day=dates.date(one.begun, language),
        last_day=dates.date(found.last_day, language),
    )


def _takes_over(found: Beginning, plans: Plans, language: Language) -> Iterator[str]:
    if found.later is not None:
        told = language.translate("Following", "From {date} on {plan} is followed, which begins then.")
        date = dates.date(found.later.begun, language)
        yield told.format(date=date, plan=_title(found.later.plan, plans, language))


def stopped(followed: Iterable[PlanFollowed], plans: Plans, language: Language = ENGLISH) -> str:
    """`Stopped: Eight weeks. What was done stays.`"""
    titles = dict.fromkeys(_title(one.plan, plans, language) for one in followed)
    return language.translate("Following", "Stopped: {plans}. What was done stays.").format(
        plans=comma_list(titles, language)
    )


def stands(found: Following, plans: Plans, language: Language = ENGLISH) -> str:
    """Where one is in a plan: `You are in week 3 of eight`, `Begins on Monday 7 December`; empty where nowhere."""
    if found.course is None:
        return ""
    if found.is_ahead:
        told = language.translate("Following", "Begins on {date}")
        return told.format(date=dates.date(found.course.begun, language))
    if found.instead is not None:
        told = language.translate("Following", "{plan} was begun later, and is followed instead")
        return told.format(plan=_title(found.instead.plan.id, plans, language))
    if found.week is None:
        return ""
    if found.week.is_over:
        return language.translate("Following", "Its last week is behind you")
    told = language.translate("Following", "You are in {week}")
    return told.format(week=week_of_plan(language, found.week))


def ahead(one: PlanFollowed, plans: Plans, language: Language = ENGLISH) -> str:
    """Of a plan that is followed from a later day on: `Eight weeks begins on Monday 7 December.`"""
    told = language.translate("Following", "{plan} begins on {date}.")
    return told.format(plan=_title(one.plan, plans, language), date=dates.date(one.begun, language))


def gone(one: PlanFollowed, language: Language = ENGLISH) -> str:
    """Of a plan that is followed, and whose file is not there any more."""
    told = language.translate("Following", "{plan} is followed, but its file is not there any more.")
    return told.format(plan=one.plan)


def since(found: Following, language: Language = ENGLISH) -> str:
    """`Followed since Monday 9 November.`; of one that is ahead when it begins."""
    if found.course is None:
        return ""
    if found.is_ahead:
        told = language.translate("Following", "Begins on {date}.")
    else:
        told = language.translate("Following", "Followed since {date}.")
    return told.format(date=dates.date(found.course.begun, language))


def stop_does(language: Language = ENGLISH) -> str:
    """What it does to stop a plan."""
    return language.translate("Following", "When you stop it, nothing of it is due any more. What was done stays.")


def state(items: Sequence[Item], *, is_past: bool, language: Language = ENGLISH) -> str:
    """What became of something that a day has once or oftener: `Done`, `1 of 2 done`, `Not done`; empty while due."""
    done, count = sum(one.state == "done" for one in items), len(items)
    if done == count:
        return language.translate("Following", "Done")
    if done:
        return language.translate("Following", "{done} of {n} done").format(done=done, n=count)
    if any(one.state == "sore" for one in items):
        if is_past:
            return language.translate("Following", "A day with pain")
        return language.translate("Following", "Gentler today")
    if is_past:
        return language.translate("Following", "Not done")
    return language.translate("Following", "{n} times").format(n=count) if count > 1 else ""


def followed_mark(found: Following, plans: Plans, language: Language = ENGLISH) -> str:
    """The same behind a plan's name in a list: `followed, week 3 of eight`; empty where it is not followed."""
    if found.week is not None and not found.week.is_over:
        told = language.translate("Following", "followed, {week}")
        return told.format(week=week_of_plan(language, found.week))
    told = stands(found, plans, language)
    names_a_plan = found.instead is not None and not found.is_ahead
    return told if names_a_plan else lowered(told, language)


def if_sore(titles: Sequence[str], language: Language = ENGLISH) -> str:
    """What to do on a sore day, where the plan has something gentle; else empty."""
    if not titles:
        return ""
    told = language.translate(
        "Following",
        "On a day when you are sore, {routines} is offered in the place of what is planned. Either counts, and a day "
        "with pain is never called missed.",
    )
    return told.format(routines=or_list(titles, language))


def _title(ident: str, plans: Plans, language: Language) -> str:
    plan = plans.get(ident)
    return ident if plan is None else library.say(plan.title, language)
