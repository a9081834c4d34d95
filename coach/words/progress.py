"""Progress in words: what became of days, tests and sessions. A change is told as it is; nothing is promised by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import datetime

from coach.content.catalogue import Catalogue
from coach.content.model import MeasureStep
from coach.progress.overview import Felt, Totals
from coach.progress.records import TestRecord
from coach.today.keeping import Adherence
from coach.today.year import YearDay, YearDayState
from coach.walltest.advice import compare
from coach.walltest.score import Result
from coach.words import dates, durations, today
from coach.words.language import Language
from coach.words.numbers import number
from coach.words.sentences import apart_list, comma_list

_NAMED = 2
"""So many areas are named in a sentence."""


# --- days ---


def kept(language: Language, adherence: Adherence | None, days: int) -> str:
    """How much of a plan that is followed for so many days was done, as Today has it. Empty where nothing was: that
    tells nobody more than guilt.
    """
    return today.adherence(language, adherence, days) if adherence is not None and adherence.done else ""


def day_state(language: Language, state: YearDayState) -> str:
    """What became of a day, in a word or two."""
    match state:
        case "all":
            return language.translate("Progress", "all")
        case "part":
            return language.translate("Progress", "part")
        case "missed":
            return language.translate("Progress", "not")
        case "pain":
            return language.translate("Progress", "pain day")
        case "rest":
            return language.translate("Progress", "rest")
        case "open":
            return language.translate("Progress", "today, open")


def day(language: Language, one: YearDay) -> str:
    """`14 May: part, 1 of 2`."""
    told = f"{dates.short_date(one.date, language)}: {day_state(language, one.state)}"
    return f"{told}, {of(language, one.done, one.planned)}" if one.planned else told


def of(language: Language, done: float, most: float) -> str:
    """`1 of 2`; of older results it may not be known of how many."""
    if not most:
        return f"{done:.0f}"
    return language.translate("Progress", "{n} of {most}").format(n=f"{done:.0f}", most=f"{most:.0f}")


def totals(language: Language, counted: Totals) -> str:
    """`12 sessions finished on 9 days, 2 h 5 min moved and held in a year`. Empty where nothing was."""
    if not counted.seconds:
        return ""
    return language.translate("Progress", "{sessions} finished on {days}, {time} moved and held within a year").format(
        sessions=_sessions(language, counted.finished),
        days=days(language, counted.days),
        time=durations.roughly(counted.seconds, language),
    )


def _sessions(language: Language, count: int) -> str:
    return language.translate("Progress", "%n sessions", "1 session", count)


def days(language: Language, count: int) -> str:
    """`1 day`, `9 days`."""
    return language.translate("Progress", "%n days", "1 day", count)


# --- tests ---


def whens(language: Language, every: Sequence[datetime], now: datetime) -> list[str]:
    """The date of each of several moments: with its time where another is of the same day, with its year where that is
    not now's.
    """
    of_day = Counter(at.date() for at in every)
    return [_when(language, at, now, is_alone=of_day[at.date()] == 1) for at in every]


def _when(language: Language, at: datetime, now: datetime, *, is_alone: bool) -> str:
    dated = dates.short_date(at, language, today=now)
    return dated if is_alone else dates.at_time(dated, at, language)


def seconds_since(language: Language, more: int, date: str) -> str:
    """How much longer the shape was held than at the first test, `date`."""
    if more == 0:
        return language.translate("Progress", "the same as on {date}").format(date=date)
    longer = language.translate("Progress", "{n} s longer than on {date}")
    shorter = language.translate("Progress", "{n} s shorter than on {date}")
    return (longer if more > 0 else shorter).format(n=abs(more), date=date)


def count_since(language: Language, more: int, date: str) -> str:
    """How many more points there are than at the first test, `date`."""
    if more == 0:
        return language.translate("Progress", "the same as on {date}").format(date=date)
    told = language.translate("Progress", "{n} more than on {date}")
    fewer = language.translate("Progress", "{n} fewer than on {date}")
    return (told if more > 0 else fewer).format(n=abs(more), date=date)


def one_test(language: Language) -> str:
    """Where there is nothing to compare with."""
    return language.translate("Progress", "The next test shows what changes.")


def gap_cm(test: TestRecord, catalogue: Catalogue) -> float | None:
    """What was measured in centimetres at a test, the first of it; None where nothing was."""
    found = catalogue.tests.get(test.test_id)
    steps = (step for step in found.steps if isinstance(step, MeasureStep)) if found is not None else ()
    measures = test.scored.answers.measures
    taken = (measures.get(step.id) for step in steps if step.unit == "cm")
    return next((cm for cm in taken if cm is not None), None)


def gap(language: Language, cm: float | None) -> str:
    """A measure in centimetres; a dash where none was taken."""
    return "-" if cm is None else language.translate("Progress", "{n} cm").format(n=number(cm, language))


def tension(language: Language, record: TestRecord, titles: Mapping[str, str]) -> str:
    """`Between the shoulder blades 6; Neck 4`, the strongest first, where it is tense at all; else a dash."""
    rated = sorted(((area, n) for area, n in record.scored.tension.items() if n), key=lambda pair: -pair[1])
    return apart_list((f"{titles.get(area, area)} {points}" for area, points in rated), language) or "-"


def change_of_tension(language: Language, ends: Sequence[Result], titles: Mapping[str, str]) -> str:
    """What became of the areas between the first test and the last; empty where there is but one."""
    if len(ends) < 2:
        return ""
    found = compare(ends[0], ends[-1]).tension
    beyond = {area: one.points for area, one in found.items() if one.kind not in ("same", "noise")}
    if not beyond:
        return language.translate("Progress", "No area changed by more than ratings do by themselves.")
    less = language.translate("Progress", "{area} {n} less")
    more = language.translate("Progress", "{area} {n} more")
    told = [
        (less if points < 0 else more).format(area=titles.get(area, area), n=abs(points))
        for area, points in sorted(beyond.items(), key=lambda pair: pair[1])
    ]
    whole = language.translate("Progress", "{areas}. That may be real; see whether it stays.")
    return whole.format(areas=apart_list(told[:_NAMED], language))


def unseen_tension(language: Language, ends: Sequence[Result], titles: Mapping[str, str], seen: Container[str]) -> str:
    """`Not in the picture: Chest 1, was 2.`, of areas that are or were tense; empty where none is."""
    then, now = ends[0].tension, ends[-1].tension
    told = []
    for area in (area for area in titles if area not in seen and (then.get(area) or now.get(area))):
        was = language.translate("Progress", "{area} {n}, was {before}")
        alone = language.translate("Progress", "{area} {n}")
        sentence = was if area in then and area in now and len(ends) > 1 else alone
        told.append(sentence.format(area=titles[area], n=now.get(area, "-"), before=then.get(area)))
    return (
        language.translate("Progress", "Not in the picture: {areas}.").format(areas=apart_list(told, language))
        if told
        else ""
    )


# --- sessions ---


def felt(language: Language, effort: int | None, pain: int | None) -> str:
    """`effort 2, pain 1`, as much of it as was told."""
    told = (
        language.translate("Progress", "effort {n}").format(n=effort) if effort is not None else "",
        language.translate("Progress", "pain {n}").format(n=pain) if pain is not None else "",
    )
    return comma_list((text for text in told if text), language)


def course_of_pain(language: Language, sessions: Sequence[Felt]) -> str:
    """What the last sessions told of pain, in one sentence for whoever does not see the graph."""
    pains = [one.pain for one in sessions if one.pain is not None]
    if not pains:
        return language.translate("Progress", "No pain was told of these sessions.")
    n = len(pains)
    told = language.translate(
        "Progress",
        "Pain in the last %n sessions that told it: {least} to {most}, last {last}.",
        "Pain in the one session that told it: {last}.",
        n,
    )
    return told.format(least=min(pains), most=max(pains), last=pains[-1])
