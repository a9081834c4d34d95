"""Whatever a person reads of the shipped library is easy to read, and the grade that says so is counted rightly."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, load
from coach.content.model import CheckStep, MeasureStep, RateStep, RoundsStep, SayStep, Text
from tests.reading_grade import grade, sentences, syllables

Passages = Iterator[tuple[str, str]]
"""Where a passage stands, and its text."""

HARDEST = 9
"""The grade that no passage is above: what most people of fourteen read with ease."""

HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
WRAPPED = re.compile(r"(?<!\n)\n(?!\n|- |\d+\. |\||!\[)\s*")
"""A line that goes on: neither a paragraph, nor the next of a list, of a table or a figure."""

NOT_READ = re.compile(r"^!\[|\]\(.*?\)|[*_`>|]", re.MULTILINE)


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def together(*texts: Text | None) -> str:
    """Lines that stand below each other, a sentence each."""
    return "\n".join(str(text) for text in texts if text is not None)


def of_safety(library: Catalogue) -> Passages:
    safety = library.safety
    yield "the disclaimer", together(safety.disclaimer)
    yield "the stop rules", together(*safety.stop)
    yield "pain", together(safety.pain)
    yield from ((tier.id, together(tier.say)) for tier in safety.tiers.values())
    yield from ((one.id, together(one.ask, *one.any_of, one.note)) for one in safety.questions)
    yield from ((ident, str(asked)) for ident, asked in safety.conditions.items())


def of_exercises(library: Catalogue) -> Passages:
    for one in library.exercises.values():
        yield f"{one.id}: describe", str(one.describe)
        yield f"{one.id}: describe, one side", str(one.described("left"))
        yield f"{one.id}: steps, one side", together(*one.steps_on("left"))
        yield f"{one.id}: steps", together(*one.steps)
        yield f"{one.id}: cues and mistakes", together(*one.cues, *one.mistakes)


def of_routines(library: Catalogue) -> Passages:
    for one in library.routines.values():
        yield f"{one.id}: summary", together(one.summary)
        yield f"{one.id}: why", together(one.why)
        yield f"{one.id}: said", together(*said(one.steps))


def said(steps: Iterable[object]) -> Iterator[Text]:
    for step in steps:
        if isinstance(step, RoundsStep):
            yield from said(step.steps)
        elif isinstance(step, SayStep):
            yield step.say


def of_tests(library: Catalogue) -> Passages:
    for one in library.tests.values():
        yield f"{one.id}: summary", together(one.summary)
        yield f"{one.id}: before", together(*one.before)
        yield f"{one.id}: said", together(*said(one.steps))
        asked = (CheckStep, RateStep, MeasureStep)
        yield f"{one.id}: asked", together(*(step.ask for step in one.steps if isinstance(step, asked)))


def of_the_rest(library: Catalogue) -> Passages:
    for reminder in library.reminders.values():
        yield f"{reminder.id}: summary", together(reminder.summary)
        yield f"{reminder.id}: messages", "\n".join(str(message) for message in reminder.messages)
    yield from ((f"{plan.id}: summary", together(plan.summary)) for plan in library.plans.values())


def of_lessons(library: Catalogue) -> Passages:
    """Passages of a lesson are what stands between two headings."""
    for lesson in library.lessons.values():
        yield f"{lesson.id}: summary", together(lesson.summary)
        for number, passage in enumerate(HEADING.split(lesson.body)):
            yield f"{lesson.id}: passage {number}", NOT_READ.sub("", WRAPPED.sub(" ", passage))


@pytest.mark.parametrize(
    "texts", [of_safety, of_exercises, of_routines, of_tests, of_the_rest, of_lessons], ids=lambda one: one.__name__
)
def test_no_text_is_hard_to_read(library: Catalogue, texts: Callable[[Catalogue], Passages]) -> None:
    hard = {where: round(found, 1) for where, text in texts(library) if (found := grade(text)) > HARDEST}
    assert hard == {}


# --- the grade itself

COUNTED = {
    1: "cat neck the be don't squeeze makes whole spine walked ached raised tired used knees eyes clothes tongue 112",
    2: "table muscle muscles handled little ankle lifted needed places boxes create being going towel anxious isn't",
    3: "exercise medicine area idea dizziness radio various usual everything evidence appointment triangle",
    4: "emergency professional situation psoriasis experience",
    5: "inflammatory",
    6: "osteoporosis",
}


def test_syllables_are_counted_as_they_are_said() -> None:
    wrong = {word: found for n, words in COUNTED.items() for word in words.split() if (found := syllables(word)) != n}
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Stop. Sit down!", [["Stop"], ["Sit", "down"]]),
        ("Your legs\nNew weakness: both", [["Your", "legs"], ["New", "weakness", "both"]]),
        ("It takes 1.5 hours, e.g. today", [["It", "takes", "1.5", "hours", "e", "g"], ["today"]]),
    ],
)
def test_where_a_sentence_ends(text: str, found: list[list[str]]) -> None:
    assert sentences(text) == found


def test_the_grade_is_the_formulas() -> None:
    assert grade("") == 0
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("Inflammatory osteoporosis.") == pytest.approx(0.39 * 2 + 11.8 * 5.5 - 15.59)


def test_a_question_of_nine_facts_in_one_sentence_is_too_hard_and_the_same_as_a_list_is_not() -> None:
    facts = [
        "it began before 35", "it wakes you in the second half of the night", "pain in the buttocks",
        "it eases with movement", "it eases within 48 hours of anti-inflammatory medicine", "psoriasis",
    ]  # fmt: skip
    begin = "Did your back pain begin before you were 45 and last over 3 months"
    assert grade(f"{begin}, with four or more of these, {', '.join(facts)}?") > 12
    assert grade("\n".join((begin, *facts))) < 9
