"""What is said to somebody who stands at the wall and only presses: how to answer, what is asked, what is lit."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model import Area, CheckStep, HoldStep, RateStep, SayStep, Test, Text
from coach.session.speech import voiced_seconds
from coach.walltest.aloud import answers_aloud, ended, question_aloud
from coach.walltest.answers import Answers
from coach.walltest.by_press import Option, Turn
from coach.walltest.course import Ask
from coach.walltest.held import Held
from coach.walltest.score import Result, score
from coach.words.language import Language
from coach.words.numbers import number
from coach.words.walltest import held

_EXAMPLE = 3.5  # with a decimal, which a language has a sign of its own for

NOTICE_SECONDS = 1.5
"""To notice one point, besides the time in which it is named; our choice."""


def when_asked(language: Language) -> str:
    """The choice of when the questions come."""
    return language.translate("AtTheWall", "Questions")


def when_named(language: Language, *, afterwards: bool) -> str:
    """One of its two answers: at the wall, or afterwards."""
    if afterwards:
        return language.translate("AtTheWall", "Afterwards, from memory")
    return language.translate("AtTheWall", "At the wall")


def how_to_answer(language: Language) -> str:
    """How a test is answered without a look at the keyboard, before it begins."""
    return language.translate(
        "AtTheWall",
        "Your answers are said one after another. Press when yours comes: Play, a presenter's button, or a click "
        "anywhere. Previous goes back.",
    )


def how_afterwards(language: Language) -> str:
    """That nothing is to be answered at the wall, where the questions come from memory."""
    return language.translate("AtTheWall", "Only notice how it is. You are asked afterwards, at the desk.")


def how_with_keys(language: Language) -> str:
    """How a test is answered where nothing but a keyboard is heard."""
    return language.translate("AtTheWall", "Answers are read with their keys. Back is B.")


def how_it_is_answered(language: Language, *, afterwards: bool, presses: bool = True) -> str:
    """How a test is answered, as it is said before it begins; without `presses` only keys are heard."""
    if afterwards:
        return how_afterwards(language)
    return how_to_answer(language) if presses else how_with_keys(language)


def press_hint(language: Language) -> str:
    """What a press does while a question waits."""
    return language.translate("AtTheWall", "Press when yours is lit")


def place_hint(language: Language) -> str:
    """How places that are tense are picked."""
    return language.translate("AtTheWall", "Press at each place that is tense.")


def that_is_all(language: Language) -> str:
    """The option that ends the choice of areas."""
    return language.translate("AtTheWall", "That is all")


def measured(language: Language, value: float, unit: str) -> str:
    """A number with its unit: `3.5 cm`."""
    return language.translate("AtTheWall", "{n} {unit}", "3.5 cm").format(n=number(value, language), unit=unit)


def in_unit(language: Language, unit: str, low: float, high: float) -> str:
    """In what is measured, and how little or much it may be."""
    told = language.translate("AtTheWall", "In {unit}, from {low} to {high}.")
    return told.format(unit=unit, low=number(low, language), high=number(high, language))


def write_a_number(language: Language, low: float, high: float) -> str:
    """What is asked of who wrote something else."""
    told = language.translate("AtTheWall", "Write a number from {low} to {high}, such as {example}.")
    return told.format(low=number(low, language), high=number(high, language), example=number(_EXAMPLE, language))


def leave_it_out(language: Language) -> str:
    """The option that leaves an optional measure out."""
    return language.translate("AtTheWall", "Leave it out")


def once_more(language: Language) -> str:
    """Over a point that is asked for after the hold."""
    return language.translate("AtTheWall", "Once more, without correcting")


def before_the_hold(language: Language) -> str:
    """Over a point that is asked from memory: how it was at first."""
    return language.translate("AtTheWall", "From memory: at first")


def after_the_hold(language: Language) -> str:
    """Over a point that is asked from memory: how it was back at the wall."""
    return language.translate("AtTheWall", "From memory: back at the wall")


def side_name(language: Language, side: str | None) -> str:
    """Left or right; nothing for neither."""
    left, right = language.translate("AtTheWall", "left"), language.translate("AtTheWall", "right")
    return {"left": left, "right": right}.get(side or "", "")


def area_name(language: Language, areas: Mapping[str, Area], ident: str) -> str:
    """An area as the library calls it."""
    area = areas.get(ident)
    return ident if area is None else area.title.in_language(language.tag)


def lead(language: Language, test: Test, ask: Ask, turn: Turn, areas: Mapping[str, Area]) -> str:
    """What is asked before the options of `turn` are lit; nothing where the timeline has asked it."""
    match turn.kind:
        case "answer":
            return question_aloud(test, ask, language.tag) or ""
        case "area":
            return place_hint(language)
        case "amount":
            name, side = area_name(language, areas, turn.area or ""), side_name(language, turn.side)
            return f"{name}, {side}." if side else f"{name}."
        case "measure":
            return ""


def option_aloud(language: Language, test: Test, ask: Ask, option: Option, areas: Mapping[str, Area], kind: str) -> str:
    """An option as it is read when it is lit."""
    if kind == "answer":
        assert isinstance(option, int)
        return answers_aloud(test, ask, language.tag)[option]
    if option is None:
        return f"{that_is_all(language) if kind == 'area' else leave_it_out(language)}."
    return f"{area_name(language, areas, option)}." if isinstance(option, str) else f"{number(option, language)}."


AREA_KEYS = "123456789acdefgijklmnop"
"""A key for each area of a rating, without those that mean something else at a question: b, h and q."""


def areas_with_keys(language: Language, step: RateStep, areas: Mapping[str, Area]) -> tuple[str, ...]:
    """The areas of a rating as they are read where nothing but a keyboard is heard: `1: Neck, base of the skull.`."""
    names = (area_name(language, areas, ident) for ident in step.areas)
    keys = [f"{key.upper()}: {name}." for key, name in zip(AREA_KEYS, names, strict=False)]
    return (*keys, language.translate("AtTheWall", "Enter: that is all."))


def result_aloud(language: Language, result: Result, hold: Held | None, areas: Mapping[str, Area]) -> list[str]:
    """What came of a test, for somebody who is still at the wall: contact, the hold, the focus areas."""
    told = [contact_aloud(language, result.contact, result.contact_most)] if result.contact_most else []
    if hold is not None:
        told += [kept_aloud(language), held(language, hold)]
    if not result.focus:
        return [*told, no_focus_aloud(language)] if result.tension else told
    return [*told, focus_aloud(language), *(f"{area_name(language, areas, ident)}." for ident in result.focus)]


def result_sentences(language: Language, test: Test) -> list[str]:
    """Every such sentence that a test may end with, but for the names of areas and the times of holds."""
    most = score(test, Answers()).contact_most
    contact = [contact_aloud(language, points, most) for points in range(most + 1)] if most else []
    rates = any(isinstance(step, RateStep) for step in test.steps)
    holds = [kept_aloud(language)] if any(isinstance(step, HoldStep) for step in test.steps) else []
    return [*contact, *holds, *([no_focus_aloud(language), focus_aloud(language)] if rates else [])]


def contact_aloud(language: Language, points: int, most: int) -> str:
    """The points of contact, in a sentence."""
    return language.translate("AtTheWall", "Contact: {n} of {most}.").format(n=points, most=most)


def kept_aloud(language: Language) -> str:
    """What leads to how long the shape was kept."""
    return language.translate("AtTheWall", "You kept the shape for:")


def focus_aloud(language: Language) -> str:
    """What leads to the names of the focus areas."""
    return language.translate("AtTheWall", "Your places to start:")


def no_focus_aloud(language: Language) -> str:
    """That there is no focus area."""
    return language.translate("AtTheWall", "No area was tense enough to be a focus.")


def notice(language: Language, check: CheckStep) -> SayStep:
    """What is said at the wall where `check` is asked from memory: what to notice, with time to do so."""
    alike = [point for point in check.points if point.ask == check.ask]
    others = [point for point in check.points if point.ask != check.ask]
    sentences = [language.translate("AtTheWall", "Only notice, and keep it in mind.")]
    if alike:
        sentences += [text.in_language(language.tag) for text in (check.ask, *(point.title for point in alike))]
    for point in others:
        sentences += [point.title.in_language(language.tag), point.ask.in_language(language.tag)]
    said = " ".join(ended(sentence) for sentence in sentences)
    return SayStep(Text(said), round(voiced_seconds(said) + NOTICE_SECONDS * len(check.points)))
