"""What the answers to the safety questions mean, over questions of the test's own."""

from __future__ import annotations

import pytest

from coach import resources
from coach.content.catalogue import Folders, load
from coach.content.model import Safety, SafetyQuestion, Text, Tier
from coach.safety_answers import SafetyAnswers, has_passed, passed_on
from coach.settings import SAFETY_PASSED
from tests.fakes import FakeClock
from tests.stores import memory_store


def answers(yes: tuple[str, ...], checked: tuple[str, ...]) -> SafetyAnswers:
    """A lump and a cough that a professional may check, a fever that must wait, and a cold that locks nothing."""
    tiers = {"urgent": Tier("urgent", Text("See a doctor."), lock=True), "soon": Tier("soon", Text("Book a visit."))}
    questions = (
        SafetyQuestion("lump", Text("A lump?"), "urgent", checkable=True),
        SafetyQuestion("cough", Text("A cough?"), "urgent", checkable=True),
        SafetyQuestion("fever", Text("A fever?"), "urgent"),
        SafetyQuestion("cold", Text("A cold?"), "soon"),
    )
    given = SafetyAnswers(Safety(tiers, questions))
    for ident in yes:
        given.set_yes(ident, is_yes=True)
    for ident in checked:
        given.set_checked(ident, is_checked=True)
    return given


@pytest.mark.parametrize(
    ("yes", "checked", "tier"),
    [
        ((), (), None),
        ((), ("lump",), None),
        (("lump",), (), "urgent"),
        (("lump",), ("lump",), None),
        (("lump",), ("cough",), "urgent"),
        (("lump", "cough"), ("lump",), "urgent"),
        (("lump", "cough"), ("lump", "cough"), None),
        (("fever",), ("fever",), "urgent"),
        (("lump", "fever"), ("lump",), "urgent"),
        (("lump", "cold"), ("lump",), "soon"),
    ],
)
def test_a_check_answers_the_yes_of_its_own_question_if_the_file_calls_it_checkable(
    yes: tuple[str, ...], checked: tuple[str, ...], tier: str | None
) -> None:
    given = answers(yes, checked)
    deciding = given.deciding()
    assert (deciding.id if deciding else None) == tier
    assert given.may_begin == (tier != "urgent")


def test_a_yes_taken_back_takes_its_check_back_and_no_other() -> None:
    given = answers(("lump", "cough"), ("lump", "cough"))
    given.set_yes("lump", is_yes=False)
    given.set_yes("lump", is_yes=True)
    assert given.checked == {"cough"}


def test_the_shipped_questions_let_a_checked_upper_back_begin() -> None:
    safety = load(Folders(resources.routines(), resources.media())).safety
    assert [question.id for question in safety.questions if question.checkable] == ["upper-back-unchecked"]


def test_who_has_passed_is_not_asked_again_until_a_yes_that_locks() -> None:
    clock = FakeClock()
    store = memory_store(clock)
    assert (has_passed(store), passed_on(store)) == (False, None)
    answers((), ()).pass_now(store, clock)
    assert (has_passed(store), passed_on(store)) == (True, clock.wall().date())
    answers(("fever",), ()).keep(store, clock)
    assert (has_passed(store), passed_on(store)) == (False, None)


def test_a_pass_of_which_the_day_is_not_known_is_one() -> None:
    store = memory_store(FakeClock())
    store.keep(SAFETY_PASSED, True)
    assert (has_passed(store), passed_on(store)) == (True, True)
