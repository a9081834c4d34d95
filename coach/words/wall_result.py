"""What came of a wall test, in words: which contacts were hard, how long the shape held, what was measured."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from coach.content.model import CheckStep, ContactPoint, MeasureStep, RecheckStep, Test
from coach.walltest.advice import Comparison
from coach.walltest.score import Result
from coach.words import dates
from coach.words.language import ENGLISH, Language
from coach.words.library import say
from coach.words.numbers import number
from coach.words.sentences import comma_list, lowered


def contacts(language: Language, test: Test, result: Result) -> str:
    """Which points touched only with effort, and which not at all; "" where all were easy.

    What a point answered stands behind it where it was asked something of its own: no gap is lost.
    """
    hard = _points(language, test, result, result.effort)
    lost = _points(language, test, result, result.lost)
    told = []
    if hard:
        told.append(language.translate("WallResult", "Hard: {points}.").format(points=hard))
    if lost:
        told.append(language.translate("WallResult", "Lost: {points}.").format(points=lost))
    return " ".join(told)


def after_the_hold(language: Language, test: Test, result: Result) -> str:
    """Which points were not easy any more, or never were, once the shape was held; "" where all were."""
    checks = {step.id: step for step in test.steps if isinstance(step, CheckStep)}
    points = [
        within(say(point.title, language), language)
        for step in test.steps
        if isinstance(step, RecheckStep)
        for point in checks[step.of].points
        if result.answers.rechecks.get(step.id, {}).get(point.id, 0) > 0
    ]
    return (
        language.translate("WallResult", "Not easy: {points}.").format(points=comma_list(points, language))
        if points
        else ""
    )


def held(language: Language, result: Result) -> str:
    """`Lost after 19 s.`; "" where the shape was kept to the end, or nothing was held."""
    seconds, most = round(result.hold_seconds), round(result.hold_most)
    if seconds >= most:
        return ""
    return language.translate("WallResult", "Shape lost after {seconds} s.").format(seconds=seconds)


def measures(language: Language, test: Test, result: Result, before: Result | None) -> list[str]:
    """`Back of the head to the wall: 7.5 cm, 0.5 cm less than last time.`, of each that was measured."""
    return [
        _measured(language, step, value, before)
        for step in test.steps
        if isinstance(step, MeasureStep) and (value := result.answers.measures.get(step.id)) is not None
    ]


def _measured(language: Language, step: MeasureStep, value: float, before: Result | None) -> str:
    name = say(step.title or step.ask, language).rstrip(".?!")
    told = language.translate("WallResult", "{name}: {value} {unit}").format(
        name=name, value=number(value, language), unit=step.unit
    )
    was = before.answers.measures.get(step.id) if before is not None else None
    if was is None:
        return f"{told}."
    difference = round(value - was, 1)
    if difference == 0:
        change = language.translate("WallResult", "the same as last time")
    else:
        more = language.translate("WallResult", "{value} {unit} more than last time")
        less = language.translate("WallResult", "{value} {unit} less than last time")
        change = (more if difference > 0 else less).format(value=number(abs(difference), language), unit=step.unit)
    return f"{told}, {change}."


def chance(language: Language, was: Comparison | None) -> str:
    """That the measured parts change by themselves, too; "" where none changed, or nothing came before."""
    if was is None or not (was.hold_seconds or was.contact or was.carry_over):
        return ""
    return language.translate("WallResult", "Some of a change is chance from day to day. See whether it stays.")


def next_test(language: Language, again: date, last: date, today: date) -> str:
    """From when on the test is due again, and why then."""
    if again <= today:
        days = (today - last).days
        due = language.translate(
            "WallResult",
            "The next one is due: the last was %n days ago.",
            "The next one is due: the last was 1 day ago.",
            days,
        )
        told = language.translate("WallResult", "The next one is due.") if days < 2 else due
    else:
        due = language.translate("WallResult", "The next one from {date}.")
        told = due.format(date=dates.date(again, language))
    why = language.translate("WallResult", "That far apart, one good or bad day matters less.")
    return f"{told} {why}"


def within(title: str, language: Language = ENGLISH) -> str:
    """A title as it stands within a sentence."""
    return lowered(title, language)


def points_named(test: Test) -> Iterator[tuple[CheckStep, ContactPoint]]:
    """Every point of contact that a test asks for, and in which step."""
    for step in test.steps:
        if isinstance(step, CheckStep):
            for point in step.points:
                yield step, point


def _points(language: Language, test: Test, result: Result, wanted: Collection[str]) -> str:
    """`back of the head, gap behind the lower back (my whole forearm)`."""
    return comma_list(
        (_with_answer(language, step, point, result) for step, point in points_named(test) if point.id in wanted),
        language,
    )


def _with_answer(language: Language, step: CheckStep, point: ContactPoint, result: Result) -> str:
    name = within(say(point.title, language), language)
    chosen = result.answers.checks.get(step.id, {}).get(point.id)
    if point.ask == step.ask or chosen is None or chosen >= len(point.answers):
        return name
    return f"{name} ({within(say(point.answers[chosen].say, language), language)})"
