"""When a reminder comes, as its file has it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coach.content.model import FOCUS_OFFER, Reminder, Window
from coach.words.dates import days, of_day
from coach.words.durations import short
from coach.words.language import ENGLISH, Language
from coach.words.library import focus_title, say
from coach.words.sentences import and_list, comma_list

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue  # all that reads the library, of which the desk has none

_HOUR_SECONDS = 3600


def schedule(reminder: Reminder, catalogue: Catalogue, language: Language = ENGLISH, *, may_offer: bool = True) -> str:
    """Every 30 min at the desk, Mon to Fri, 9:00 to 17:30, offers Desk reset. One of which the person's own hours leave
    no day or time does not come. What it offers is named where it `may_offer` that to the person.
    """
    parts = [times(reminder, language)]
    if not ever_comes(reminder):
        return parts[0]
    if may_offer and (offered := _offered(reminder, catalogue, language)):
        parts.append(offered)
    return comma_list(parts, language)


def _offered(reminder: Reminder, catalogue: Catalogue, language: Language) -> str:
    """What it offers; empty where that is nothing known. Which one of several, nobody can say of a file."""
    titles = [say(one.title, language) for one in reminder.offered(catalogue.routines, catalogue.tests)]
    if len(reminder.offers) > 1:
        is_anything = titles or FOCUS_OFFER in reminder.offers
        return language.translate("Schedules", "offers what fits your focus areas") if is_anything else ""
    if reminder.offers == (FOCUS_OFFER,) and not titles:
        titles = [say(focus_title(language), language)]
    return language.translate("Schedules", "offers {title}").format(title=titles[0]) if titles else ""


def times(reminder: Reminder, language: Language = ENGLISH) -> str:
    """The same without what it offers."""
    if not ever_comes(reminder):
        return language.translate("Schedules", "Not within the hours that you set")
    parts = [_often(reminder, language), days(reminder.days, language)]
    if reminder.every is not None and reminder.between != Window():
        told = language.translate("Schedules", "{start} to {end}")
        parts.append(
            told.format(start=of_day(reminder.between.start, language), end=of_day(reminder.between.end, language))
        )
    return comma_list(parts, language)


def ever_comes(reminder: Reminder) -> bool:
    """Whether there is a day and a time for it at all."""
    return bool(reminder.days) and (reminder.every is not None or bool(reminder.at))


def _often(reminder: Reminder, language: Language) -> str:
    if reminder.every is None:
        return language.translate("Schedules", "At {times}").format(times=_times(reminder.at, language))
    if reminder.every == _HOUR_SECONDS and reminder.standing is None:
        return language.translate("Schedules", "Every hour at the desk")
    told = language.translate("Schedules", "Every {length} at the desk")
    if reminder.standing is not None and reminder.begins is not None:
        told = language.translate("Schedules", "After {length} of sitting and {standing} of standing")
        return told.format(length=short(reminder.every, language), standing=short(reminder.standing, language))
    return told.format(length=short(reminder.every, language))


def _times(at: Sequence[int], language: Language) -> str:
    return and_list([of_day(minutes, language) for minutes in at], language)
