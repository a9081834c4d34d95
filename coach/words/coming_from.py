"""What is said to somebody who comes from another program that reminds of breaks."""

from __future__ import annotations

from coach.coming_from.breaks import Breaks, Program
from coach.coming_from.proposal import Proposal
from coach.words.durations import short
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.sentences import comma_list

NAMES: dict[Program, str] = {"workrave": "Workrave", "safe-eyes": "Safe Eyes", "stretchly": "Stretchly"}
"""Names of programs are the same in every language."""


def where_from(breaks: Breaks, language: Language = ENGLISH) -> str:
    """Whether these are the person's own settings, or those that the program comes with."""
    name = NAMES[breaks.program]
    if breaks.is_set:
        return language.translate("ComingFrom", "As {program} is set on this computer.").format(program=name)
    told = language.translate("ComingFrom", "No settings of {program} were found here: this is how it comes.")
    return told.format(program=name)


def would_be(one: Proposal, language: Language = ENGLISH) -> str:
    """What would be set, and how it is now: `Change position: every 3 min at the desk (now 30 min), ...`."""
    reminder, rhythm = one.reminder, one.rhythm
    parts = []
    if rhythm.every != reminder.every:
        told = language.translate("ComingFrom", "every {length} at the desk (now {before})")
        parts.append(told.format(length=short(rhythm.every, language), before=short(reminder.every or 0.0, language)))
    if rhythm.away is not None and rhythm.away != reminder.away_counts:
        told = language.translate("ComingFrom", "{length} away count as the break (now {before})")
        before = short(reminder.away_counts, language)
        parts.append(told.format(length=short(rhythm.away, language), before=before))
    if one.lifts_limit:
        told = language.translate("ComingFrom", "as often as it is due (now at most {n} a day)")
        parts.append(told.format(n=reminder.at_most))
    if one.switches_on:
        parts.append(language.translate("ComingFrom", "switched on"))
    return f"{say(reminder.title, language)}: {comma_list(parts, language)}"


def nothing_to_set(language: Language = ENGLISH) -> str:
    """Why there is nothing to take over."""
    return language.translate("ComingFrom", "Your reminders come like that already, or none comes by time at the desk.")


def was_set(count: int, language: Language = ENGLISH) -> str:
    """That it was done."""
    return language.translate(
        "ComingFrom",
        "Set. The pencil beside each changes it further.",
        "Set. The pencil beside it changes it further.",
        count,
    )
