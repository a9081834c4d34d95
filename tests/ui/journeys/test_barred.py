"""Somebody with a condition at the window: whatever they start, nothing that is to be asked about first stands there to
be done, and what is left out for them is said before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from coach.content.laid_doses import exercise_steps
from coach.progression.focus import FOCUS
from coach.session.planned import PlanPlace, planned_id
from tests.beside import slow
from tests.ui.journeys.person import Person
from tests.ui.parts import shipped

CATALOGUE = shipped()
CONDITIONS = ["osteoporosis", *slow(["pregnancy"])]
QUESTIONS = {ident: str(asked) for ident, asked in CATALOGUE.safety.conditions.items()}
SAID_OF_IT = re.compile(r"(Left out for you|In place of)[^|]*?\)\.|in place of [^:|]*:|in place of [^.|]*\.")
"""Where it is named to say that it is not done."""


def titles(*, barred_by: str) -> set[str]:
    """Those of the exercises that name this condition."""
    return {str(one.title) for one in CATALOGUE.exercises.values() if barred_by in one.check_first}


def told_in_the_window(person: Person, condition: str) -> None:
    """Past the welcome, with this one ticked."""
    person.press("Begin")
    person.answers_that_nothing_applies()
    person.press("Go on", QUESTIONS[condition], "Go on", "Skip", "Skip", "Skip", "To Today")
    assert [one.told for one in person.parts.store.conditions()] == [{condition}]


def all_that_can_be_started(person: Person) -> Iterator[str]:
    """Every routine, as it is and as each plan has it, and the focus routine."""
    yield from CATALOGUE.routines
    for plan in CATALOGUE.plans.values():
        places = (PlanPlace(plan, weeks, item) for weeks in plan.weeks for item in weeks.do if item.routine)
        yield from dict.fromkeys(ident for ident in map(planned_id, places) if "@" in ident)
    assert person.parts.has("routine", FOCUS)
    yield FOCUS


def is_none_of(barred: set[str], words: str, place: str) -> None:
    """No title of these is among the words, but to say that it is left out."""
    without = SAID_OF_IT.sub("", words)
    found = {title for title in barred if re.search(rf"(?<![\w-]){re.escape(title)}(?![\w-])", without)}
    assert not found, f"{place}: {found} in {without}"


@pytest.mark.slow  # a quarter of a minute each; tests/journeys/test_barred.py goes the same ways below the window
@pytest.mark.parametrize("condition", CONDITIONS)
def test_nothing_that_is_barred_is_on_the_screen_to_be_done(person: Person, condition: str) -> None:
    told_in_the_window(person, condition)
    person.parts.tested(days_ago=0, hold=12, focus=tuple(CATALOGUE.areas))
    barred, said = titles(barred_by=condition), 0
    for ident in all_that_can_be_started(person):
        person.go("routine", ident)
        is_none_of(barred, person.words, f"the page of {ident}")
        if not person.can_press("Start"):
            person.reads("Left out for you")
            continue
        own = person.parts.own(ident)
        is_other = bool(own.left_out) or any(one.barred_by for one in own.changed)
        person.press("Start")
        if is_other:
            person.reads("for you: ")
            said += 1
        person.watches()
        is_none_of(barred, " | ".join(person.seen), f"a session of {ident}")
        person.press("Skip the questions")
        person.seen.clear()
    assert said, "nothing is left out for anybody: the test above would prove nothing"


@pytest.mark.slow
@pytest.mark.parametrize("condition", CONDITIONS)
def test_places_that_lead_somewhere_name_nothing_that_is_barred(person: Person, condition: str) -> None:
    told_in_the_window(person, condition)
    barred = titles(barred_by=condition)
    person.parts.tested(days_ago=0, hold=12, focus=tuple(CATALOGUE.areas))
    for plan in CATALOGUE.plans:
        person.parts.store.start_plan(plan, person.parts.clock.wall().date())
        for page, about in (("today", ""), ("plan", plan), ("routines", ""), ("walltest", ""), ("reminders", "")):
            person.go(page, about)
            is_none_of(barred, person.words, page)
    person.go("walltest")
    person.press("See it again")
    person.reads("Your focus routine")
    is_none_of(barred, person.words, "the result")


@pytest.mark.slow
@pytest.mark.parametrize("condition", CONDITIONS)
def test_without_the_condition_they_would(person: Person, condition: str) -> None:
    """Else the tests above would prove nothing."""
    person.press("Skip, look around first")
    person.parts.store.add_safety(())
    barred = {ident for ident, one in CATALOGUE.exercises.items() if condition in one.check_first}
    ident = next(
        name
        for name, one in CATALOGUE.routines.items()
        if barred & {step.exercise for step in exercise_steps(one.steps)}
    )
    person.go("routine", ident)
    person.press("Start")
    person.watches()
    with pytest.raises(AssertionError):
        is_none_of(titles(barred_by=condition), " | ".join(person.seen), ident)
