"""Numbers, moments and contents in words, in the window's language: coach.words said short, for the pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as date_of_a_year
from datetime import datetime
from typing import Literal

from coach.content.model import Dose, Review, Source, Text
from coach.session.phrases import Phrases
from coach.session.timeline import Interval, Length, Timeline
from coach.ui.words import qt_language
from coach.words import dates, durations, library
from coach.words import session as session_words

LANGUAGE = qt_language.LANGUAGE
"""The person's language as the window has it."""


def language() -> str:
    """The person's language as a tag like `de`."""
    return LANGUAGE.tag


def say(text: Text | str | None) -> str:
    """A content's text in the person's language; a plain string stays as it is, and none is nothing."""
    return library.say(text, LANGUAGE)


def language_of(text: Text) -> str:
    """The language in which `say` gives a content's text."""
    return library.language_of(text, LANGUAGE)


def clock(seconds: float) -> str:
    """Minutes and seconds as on a watch: 9:36, 0:05, 1:02:00."""
    return durations.clock(seconds)


def length(seconds: float) -> str:
    """A length to the second, in few letters: 40 s, 1 min 15 s, 2 h 5 min."""
    return durations.short(seconds, LANGUAGE)


def length_in_words(seconds: float) -> str:
    """A length to the second, in whole words: 1 minute 15 seconds."""
    return durations.in_words(seconds, LANGUAGE)


def roughly(seconds: float) -> str:
    """How long something took that nobody timed: to the minute from ten minutes on."""
    return durations.roughly(seconds, LANGUAGE)


def roughly_in_words(seconds: float) -> str:
    """The same in whole words: 10 minutes."""
    return durations.in_words(durations.rough(seconds), LANGUAGE)


def so_far(seconds: float) -> str:
    """What has passed of something that goes on, to the minute from ten minutes on."""
    return durations.so_far(seconds, LANGUAGE)


def until(seconds: float) -> str:
    """How long until something: `now` below a second, whole minutes rounded up above one."""
    return durations.until(seconds, LANGUAGE)


def date(moment: datetime) -> str:
    """Tuesday 14 May, in the person's language."""
    return dates.date(moment, LANGUAGE)


def short_date(moment: date_of_a_year) -> str:
    """14 May."""
    return dates.short_date(moment, LANGUAGE)


def dated(day: date_of_a_year, today: date_of_a_year) -> str:
    """Thu 14 May, with the year where that is another."""
    return dates.on_weekday(day, LANGUAGE, today=today)


def moment(moment: datetime) -> str:
    """14 May, 9:34: what was done on one day is told apart by its time."""
    return dates.moment(moment, LANGUAGE)


def weekday(moment: datetime) -> str:
    """Thu."""
    return dates.weekday(moment, LANGUAGE)


def weekday_name(number: int) -> str:
    """Thu, of a number from 1 (Monday)."""
    return LANGUAGE.day_name(number, short=True)


def month_name(number: int) -> str:
    """May, by itself, of a number from 1."""
    return dates.month_alone(number, LANGUAGE)


def days(names: Sequence[str]) -> str:
    """Days of the week: `every day`, `Mon to Fri`, `Mon, Thu`."""
    return dates.days(names, LANGUAGE)


NEED_ICONS = {
    "wall": "brick",
    "chair": "chair",
    "mat": "mat",
    "band": "band",
    "anchor": "hook",
    "doorway": "door",
    "foam-roller": "roller",
    "towel": "towel",
    "desk": "desk",
    "step": "stair",
}
"""The icon of what an exercise may need."""


def interval_name(interval: Interval) -> str:
    """What a part of a session is called."""
    return session_words.interval_name(interval, LANGUAGE)


def cited(source: Source) -> str:
    """A source as it stands below what rests on it."""
    return library.cited(source, LANGUAGE)


def reviewed(review: Review | Literal[False]) -> str:
    """By whom an exercise was reviewed and when, or that it is still to come."""
    return library.reviewed(review, LANGUAGE)


def need(name: str) -> str:
    """What an exercise needs, as a word."""
    return library.need(name, LANGUAGE)


def need_icon(name: str) -> str:
    """The icon of what an exercise needs."""
    return NEED_ICONS.get(name, "info")


def sentence_of(things: Sequence[str]) -> str:
    """What is needed, in one line: Band, doorway."""
    return library.needs(things, LANGUAGE)


def goal(name: str) -> str:
    """What a routine is for, in a word."""
    return library.goal(name, LANGUAGE)


def purpose(name: str) -> str:
    """What routines are for, as one looks for them."""
    return library.purpose(name, LANGUAGE)


def count_exercises(number: int) -> str:
    """How many exercises there are: 7 exercises."""
    return library.count_exercises(number, LANGUAGE)


def dose(settled: Dose, phrases: Phrases) -> str:
    """A dose for the eye, its rest between sets included: `2 sets of 8, hold 5 seconds, rest 30 s`."""
    return library.dose(settled, phrases, LANGUAGE)


def brief_dose(settled: Dose) -> str:
    """A dose in a corner: 2×10, 2×30 s, 8×5 s."""
    return library.brief_dose(settled, LANGUAGE)


def total(timeline: Timeline | Length) -> str:
    """A timeline's length: 9:36, or `about 10 min` where an open part makes it a guess."""
    return library.total(timeline, LANGUAGE)


def takes(timeline: Timeline | Length) -> str:
    """The same within a sentence: 9 min 36 s."""
    return lasts(timeline.seconds, timeline.estimated)


def lasts(seconds: float, is_estimate: bool) -> str:
    """The same of a session whose timeline is not at hand."""
    return library.lasts(seconds, LANGUAGE, is_estimate=is_estimate)


def place_among(number: int, count: int) -> str:
    """Which of several one is at, from 1: "3 of 5"."""
    return LANGUAGE.translate("Step", "{n} of {count}").format(n=number, count=count)
