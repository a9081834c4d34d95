"""Why a reminder came, waits or was missed, and when it comes, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from coach.reminders.explain import Explanation
from coach.reminders.promise import Assumption
from coach.reminders.why import (
    Bare,
    ComesAt,
    Counted,
    Counts,
    Held,
    Length,
    LongOff,
    Moment,
    StillWaited,
    WaitedAllAlong,
    Why,
)
from coach.words import dates, quiet
from coach.words.dates import hour
from coach.words.durations import roughly, short, so_far, still
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.sentences import comma_list


def why_now(line: Explanation, language: Language = ENGLISH) -> str:
    """When a reminder comes, or why not, and what would keep it waiting: `20 min of 30 min at the desk`."""
    told = why(line.why, language)
    if not line.quiet:
        return told
    quiet_now = quiet.reasons(line.quiet, language)
    return language.translate("Reminders", "{why}; now quiet: {reasons}").format(why=told, reasons=quiet_now)


def why(value: Why, language: Language = ENGLISH) -> str:
    """Why, as half a sentence: `waits: the camera is in use`."""
    match value:
        case str():
            return _bare(value, language)
        case Length():
            return _length(value, language)
        case Moment():
            return _moment(value, language)
        case ComesAt():
            return _comes_at(value, language)
        case Counts():
            return _counts(value, language)
        case Held():
            return _held(value, language)
        case WaitedAllAlong():
            return _waited_all_along(value, language)
        case StillWaited():
            told = language.translate("Reminders", "the one at {time} still waited when {next} came")
            return told.format(time=hour(value.at, language), next=hour(value.next, language))
        case LongOff():
            return _long_off(value, language)
        case Counted():
            return language.translate("Reminders", "{title} counted as it").format(title=value.title)


def supposed(assumptions: Iterable[Assumption], sits_down: datetime | None, language: Language = ENGLISH) -> str:
    """What is supposed of the person where a moment is named; empty where nothing is."""
    time = "" if sits_down is None else hour(sits_down, language)
    return comma_list((_supposed(one, language).format(time=time) for one in assumptions), language)


def answer(following: Explanation | None, language: Language = ENGLISH) -> str:
    """One sentence that answers "why did nothing come?", by the line of the reminder that comes first."""
    if following is None:
        return language.translate("Reminders", "No reminder is switched on.")
    is_due = language.translate("Reminders", "{title} {why}.")
    comes = language.translate("Reminders", "{title}: {why}.")
    told = is_due if following.is_due else comes
    return told.format(title=say(following.title, language), why=why_now(following, language))


def title_of_a_gone_one(reminder_id: str, language: Language = ENGLISH) -> str:
    """What a reminder is called whose file is there no longer: the words of its id."""
    title = reminder_id.replace("-", " ").capitalize()
    return language.translate("Reminders", "{title} (no longer there)").format(title=title)


def _bare(value: Bare, language: Language) -> str:
    match value:
        case "switched-off":
            return language.translate("Reminders", "switched off")
        case "never-comes":
            return language.translate("Reminders", "it has no day and hour at which it could come")
        case "nothing-due":
            return language.translate("Reminders", "nothing is due")
        case "asked-for":
            return language.translate("Reminders", "you asked for it")
        case "pause-in-typing":
            return language.translate("Reminders", "comes at the next pause in your typing")
        case "program-ended":
            return language.translate("Reminders", "the program ended before anybody answered")
        case "snooze-outlived":
            return language.translate("Reminders", "its hours were over when the snooze ended")


def _length(value: Length, language: Language) -> str:
    seconds = value.seconds
    match value.kind:
        case "comes-in":
            told, length = language.translate("Reminders", "comes in {length}"), still(seconds, language)
        case "comes-again-in":
            told, length = language.translate("Reminders", "snoozed, comes again in {length}"), still(seconds, language)
        case "snoozed":
            told, length = language.translate("Reminders", "snoozed for {length}"), short(seconds, language)
        case "at-desk":
            told, length = language.translate("Reminders", "{length} at the desk"), short(seconds, language)
        case "away-counted":
            told = language.translate("Reminders", "away {length}, counted as your break")
            length = roughly(seconds, language)
        case "session-counted":
            told = language.translate("Reminders", "a session of {length} counted as it")
            length = short(seconds, language)
        case "answered-after":
            told, length = language.translate("Reminders", "after {length}"), roughly(seconds, language)
        case "snoozed-for":
            told, length = language.translate("Reminders", "for {length}"), short(seconds, language)
    return told.format(length=length)


def _moment(value: Moment, language: Language) -> str:
    match value.kind:
        case "is-time":
            told = language.translate("Reminders", "it is {time}")
        case "skipped":
            told = language.translate("Reminders", "the clock was put forward past {time}")
        case "skipped-past-hours":
            told = language.translate("Reminders", "the clock was put forward past {time} and past its hours")
        case "off":
            told = language.translate("Reminders", "the computer was off or asleep at {time}")
        case "hours-over":
            told = language.translate("Reminders", "its hours were over before the one at {time} could come")
    return told.format(time=hour(value.at, language))


def _comes_at(value: ComesAt, language: Language) -> str:
    if value.is_today:
        return language.translate("Reminders", "at {time}").format(time=hour(value.at, language))
    day = language.day_name(value.at.isoweekday())
    return language.translate("Reminders", "at {time} on {day}").format(time=hour(value.at, language), day=day)


def _counts(value: Counts, language: Language) -> str:
    told = language.translate("Reminders", "{length} of {all} at the desk")
    return told.format(length=so_far(value.seconds, language), all=short(value.of_seconds, language))


def _held(value: Held, language: Language) -> str:
    waits = language.translate("Reminders", "waits: {reasons}")
    waited = language.translate("Reminders", "waited while {reasons}")
    return (waits if value.kind == "waits" else waited).format(reasons=quiet.reasons(value.reasons, language))


def _waited_all_along(value: WaitedAllAlong, language: Language) -> str:
    another = language.translate("Reminders", "another reminder was open")
    told = language.translate("Reminders", "the one at {time} waited all along: {reasons}")
    return told.format(time=hour(value.at, language), reasons=quiet.reasons(value.reasons, language) or another)


def _long_off(value: LongOff, language: Language) -> str:
    first = dates.at_time(dates.date(value.first, language), value.first, language)
    n = value.times
    told = language.translate(
        "Reminders",
        "the computer was off or asleep at %n of its times from {moment} on",
        "the computer was off or asleep on {moment}",
        n,
    )
    return told.format(moment=first)


def _supposed(one: Assumption, language: Language) -> str:
    match one:
        case "resumed":
            return language.translate("Reminders", "if you resume now")
        case "quiet-ends":
            return language.translate("Reminders", "if that ends now")
        case "back-now":
            return language.translate("Reminders", "if you come back now")
        case "stays":
            return language.translate("Reminders", "if you stay at the desk")
        case "sits-down":
            return language.translate("Reminders", "if you sit down at {time}")
        case "is-there":
            return language.translate("Reminders", "if you are at the desk then")
