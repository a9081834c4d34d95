"""Numbers, moments and contents in words, the same on every page. Pure but for the translation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as date_of_a_year
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from coach.content.model import Dose, Text
from coach.session.phrases import Phrases
from coach.session.timeline import Interval, Timeline
from coach.ui.words.qt_language import QtLanguage
from coach.words import durations
from coach.words import session as session_words

LANGUAGE = QtLanguage()
"""The person's language as the window has it."""


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Words", text, None, n)


def tr(text: str) -> str:
    """A word of the window's own in the person's language, for what is not a QObject yet."""
    return _tr(text)


def language() -> str:
    """The person's language as a tag like `de`."""
    return QLocale().name().split("_")[0]


def say(text: Text | str | None) -> str:
    """A content's text in the person's language; a plain string stays as it is, and none is nothing."""
    return text.in_language(language()) if isinstance(text, Text) else text or ""


def language_of(text: Text) -> str:
    """The language in which `say` gives a content's text."""
    return language() if language() in text.translations else "en"


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


def hour(moment: datetime) -> str:
    """A time of day: 9:34."""
    return f"{moment.hour}:{moment.minute:02}"


def of_day(minutes: int) -> str:
    """Minutes after midnight as a time of day."""
    return f"{minutes // 60}:{minutes % 60:02}"


def date(moment: datetime) -> str:
    """Tuesday 14 May, in the person's language."""
    locale = QLocale()
    day = locale.dayName(moment.isoweekday())
    return f"{day} {moment.day} {locale.monthName(moment.month)}"


def short_date(moment: date_of_a_year) -> str:
    """14 May."""
    return f"{moment.day} {QLocale().monthName(moment.month, QLocale.FormatType.ShortFormat)}"


def moment(moment: datetime) -> str:
    """14 May, 9:34: what was done on one day is told apart by its time."""
    return _tr("{date}, {time}").format(date=short_date(moment), time=hour(moment))


def weekday(moment: datetime) -> str:
    """Thu."""
    return QLocale().dayName(moment.isoweekday(), QLocale.FormatType.ShortFormat)


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def days(names: Sequence[str]) -> str:
    """Days of the week: `every day`, `Mon to Fri`, `Mon, Thu`."""
    numbers = sorted(_DAYS.index(name) + 1 for name in names)
    if len(numbers) == 7:
        return _tr("every day")
    locale = QLocale()
    words = [locale.dayName(number, QLocale.FormatType.ShortFormat) for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return _tr("{first} to {last}").format(first=words[0], last=words[-1])
    return ", ".join(words)


NEEDS = {
    "wall": (QT_TRANSLATE_NOOP("Words", "Wall"), "brick"),
    "chair": (QT_TRANSLATE_NOOP("Words", "Chair"), "chair"),
    "mat": (QT_TRANSLATE_NOOP("Words", "Mat"), "mat"),
    "band": (QT_TRANSLATE_NOOP("Words", "Band"), "band"),
    "doorway": (QT_TRANSLATE_NOOP("Words", "Doorway"), "door"),
    "foam-roller": (QT_TRANSLATE_NOOP("Words", "Foam roller"), "roller"),
    "towel": (QT_TRANSLATE_NOOP("Words", "Towel"), "towel"),
    "desk": (QT_TRANSLATE_NOOP("Words", "Desk"), "desk"),
}
"""What an exercise may need: its word and its icon, known here alone."""

NEED_ICONS = {name: icon for name, (_word, icon) in NEEDS.items()}


def interval_name(interval: Interval) -> str:
    """What a part of a session is called."""
    return session_words.interval_name(interval, LANGUAGE)


def need(name: str) -> str:
    """What an exercise needs, as a word."""
    return _tr(str(NEEDS[name][0])) if name in NEEDS else name.replace("-", " ").capitalize()


def need_icon(name: str) -> str:
    """The icon of what an exercise needs."""
    return NEED_ICONS.get(name, "info")


def sentence_of(things: Sequence[str]) -> str:
    """What is needed, in one line: Band, doorway."""
    return ", ".join(need(thing) for thing in things).capitalize()


def goal(name: str) -> str:
    """What a routine is for, in a word."""
    known = {
        "desk": _tr("Desk"), "daily": _tr("Daily"), "strength": _tr("Strength"), "warm-up": _tr("Warm-up"),
        "release": _tr("Release"), "recovery": _tr("Recovery"),
    }  # fmt: skip
    return known.get(name, name.capitalize())


def count_exercises(number: int) -> str:
    """How many exercises there are: 7 exercises."""
    return _tr("1 exercise") if number == 1 else _tr("{n} exercises").format(n=number)


def dose(settled: Dose, phrases: Phrases) -> str:
    """A dose for the eye, its rest between sets included: `2 sets of 8, hold 5 seconds, rest 30 s`."""
    words = phrases.dose(settled)
    words = words[:1].upper() + words[1:]
    if settled.sets > 1 and settled.rest > 0:
        return _tr("{dose}, rest {rest}").format(dose=words, rest=length(settled.rest))
    return words


def total(timeline: Timeline) -> str:
    """A timeline's length: 9:36, or `about 9:40` where an open part makes it a guess."""
    return durations.about(clock(timeline.seconds), is_estimate=timeline.estimated, language=LANGUAGE)


def takes(timeline: Timeline) -> str:
    """The same within a sentence: 9 min 36 s."""
    return lasts(timeline.seconds, timeline.estimated)


def lasts(seconds: float, is_estimate: bool) -> str:
    """The same of a session whose timeline is not at hand."""
    return durations.about(length(seconds), is_estimate=is_estimate, language=LANGUAGE)
