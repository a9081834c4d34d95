"""What a person wants it for, has at hand, and when they sit at the desk, in words."""

from __future__ import annotations

from collections.abc import Collection

from coach.content.model import DAY_MINUTES
from coach.progression.aim import Aim
from coach.reminders.desk_hours import DeskHours
from coach.words import dates, kit
from coach.words.language import ENGLISH, Language


def aim(wanted: Aim, language: Language = ENGLISH) -> str:
    """An aim as something to choose."""
    match wanted:
        case "desk":
            return language.translate("AboutYou", "Desk")
        case "running":
            return language.translate("AboutYou", "Running")
        case "both":
            return language.translate("AboutYou", "Both")


def aim_note(wanted: Aim, language: Language = ENGLISH) -> str:
    """Which aim that is, in a line."""
    match wanted:
        case "desk":
            return language.translate("AboutYou", "A back that sits all day: short breaks, and a routine for every day")
        case "running":
            return language.translate("AboutYou", "Before a run and after it")
        case "both":
            return language.translate("AboutYou", "A day at the desk and a run; your wall test says what comes first")


def hours(set_: DeskHours | None, language: Language = ENGLISH) -> str:
    """`Mon to Fri, 9:00 to 17:30`."""
    if set_ is None:
        return language.translate("AboutYou", "No hours chosen: each reminder keeps its own.")
    if not set_.days:
        return language.translate("AboutYou", "On no day: only what has an hour of its own comes.")
    start, end = set_.between.start, set_.between.end
    told = language.translate("AboutYou", "{days}, {start} to {end}.")
    if end % DAY_MINUTES == start:
        return language.translate("AboutYou", "{days}, all day.").format(days=dates.days(set_.days, language))
    return told.format(
        days=dates.days(set_.days, language), start=dates.of_day(start, language), end=dates.of_day(end, language)
    )


def uses(title: str, load: str, language: Language = ENGLISH) -> str:
    """`What you use for Band row: red band.`; that it is nothing of their own where `load` is empty."""
    if not load:
        return language.translate("AboutYou", "What you use for {title} is not kept any more.").format(title=title)
    return language.translate("AboutYou", "What you use for {title}: {load}.").format(title=title, load=load)


def missing(things: Collection[str], language: Language = ENGLISH) -> str:
    """`Without a band and a mat.`"""
    if not things:
        return language.translate("AboutYou", "You have all of it.")
    return language.translate("AboutYou", "Without {things}.").format(things=kit.things(sorted(things), language))
