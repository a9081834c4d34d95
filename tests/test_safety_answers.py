"""What the answers to the safety questions mean, over questions of the test's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from coach import resources
from coach.content.library import Folders, load
from coach.content.model import Safety, SafetyQuestion, Text, Tier
from coach.progress.store import Store
from coach.safety_answers import SafetyAnswers, take_over
from coach.settings import SAFETY_ANSWERS, SAFETY_PASSED
from coach.today.standing import standing_of
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


FACTS = tuple(map(Text, ("A.", "B.", "C.")))
NIGHT = SafetyQuestion("night", Text("At night"), "urgent", any_of=FACTS, checkable=True, only_with="pain")
OLD = SafetyQuestion("old", Text("Of old"), "soon", any_of=FACTS, at_least=2)
FACTUAL = Safety(
    {"urgent": Tier("urgent", Text("See a doctor."), lock=True), "soon": Tier("soon", Text("Book a visit."))},
    (NIGHT, OLD),
    pain=Text("Pain now?"),
)


def test_enough_facts_make_a_yes_and_one_taken_back_takes_it_back() -> None:
    given = SafetyAnswers(FACTUAL)
    yes = []
    for fact, is_true in ((2, True), (2, True), (0, True), (2, False), (1, True)):
        given.set_fact(OLD, fact, is_true=is_true)
        yes.append("old" in given.yes)
    assert yes == [False, False, True, False, True]
    assert [str(fact) for fact in given.facts(OLD)] == ["A.", "B."]


def test_a_yes_of_facts_taken_back_takes_its_check_back() -> None:
    given = SafetyAnswers(FACTUAL)
    given.set_checked("night", is_checked=True)
    assert given.checked == set()
    given.set_fact(NIGHT, 0, is_true=True)
    given.set_checked("night", is_checked=True)
    assert given.may_begin
    given.set_fact(NIGHT, 0, is_true=False)
    given.set_fact(NIGHT, 1, is_true=True)
    assert not given.may_begin


@pytest.mark.parametrize(("has_pain", "asked"), [(None, ["night", "old"]), (True, ["night", "old"]), (False, ["old"])])
def test_without_pain_less_is_asked_and_a_tier_that_asks_nothing_is_none(
    has_pain: bool | None, asked: list[str]
) -> None:
    given = SafetyAnswers(FACTUAL)
    given.has_pain = has_pain
    assert [question.id for tier in given.tiers for question in given.questions(tier)] == asked
    assert [tier.id for tier in given.tiers] == (["soon"] if has_pain is False else ["urgent", "soon"])


def test_pain_is_asked_where_a_question_depends_on_it() -> None:
    assert SafetyAnswers(FACTUAL).pain == FACTUAL.pain
    assert SafetyAnswers(replace(FACTUAL, questions=(OLD,))).pain is None
    assert SafetyAnswers(replace(FACTUAL, pain=None)).pain is None


def test_what_was_ticked_before_pain_was_denied_does_not_count_and_counts_again() -> None:
    given, store = SafetyAnswers(FACTUAL), memory_store(FakeClock())
    given.set_fact(NIGHT, 0, is_true=True)
    given.set_checked("night", is_checked=True)
    given.has_pain = False
    assert given.deciding() is None
    given.keep(store)
    assert (store.safety()[-1].yes, store.safety()[-1].checked) == (set(), set())
    given.has_pain = True
    given.set_checked("night", is_checked=False)
    assert not given.may_begin


def test_an_earlier_yes_holds_until_it_is_taken_back_or_facts_take_its_place() -> None:
    clock = FakeClock()
    store = memory_store(clock)
    store.add_safety({"night", "gone"}, {"gone"})
    clock.pass_time(60)
    given = SafetyAnswers.going_on(FACTUAL, store.safety()[-1])
    assert given.is_as_before(NIGHT)
    assert not given.is_as_before(OLD)
    assert not given.may_begin
    given.set_fact(NIGHT, 0, is_true=True)
    given.set_as_before(NIGHT, is_so=False)
    assert not given.may_begin
    given.set_fact(NIGHT, 0, is_true=False)
    assert given.may_begin
    given.set_as_before(NIGHT, is_so=True)
    given.set_checked("night", is_checked=True)
    assert given.may_begin
    given.keep(store)
    told = store.safety()[-1]
    assert (told.yes, told.checked) == ({"night", "gone"}, {"night", "gone"}), "what the library has lost stays told"


def test_every_shipped_question_that_asks_for_an_appointment_can_be_checked_and_no_emergency() -> None:
    safety = load(Folders(resources.routines(), resources.media())).safety
    by_tier = {tier: {one.checkable for one in safety.questions if one.tier == tier} for tier in safety.tiers}
    assert by_tier == {"emergency": {False}, "urgent": {True}, "soon": {False}}


def test_what_is_kept_is_a_record_with_each_check() -> None:
    store = memory_store(FakeClock())
    answers(("lump", "fever"), ("lump",)).keep(store)
    [told] = store.safety()
    assert (told.yes, told.checked) == ({"lump", "fever"}, {"lump"})


# --- what versions before kept ------------------------------------------------------------------------------------

SAFETY = load(Folders(resources.routines(), resources.media())).safety
TODAY = "2026-05-14T09:00:00+00:00"
ANSWERED = "2026-05-01T08:30:00+02:00"


def taken_over(kept: object = None, passed: object = None) -> tuple[Store, FakeClock]:
    """A store that had these settings, after the program was opened."""
    clock = FakeClock()
    store = memory_store(clock)
    if kept is not None:
        store.keep(SAFETY_ANSWERS, kept)
    if passed is not None:
        store.keep(SAFETY_PASSED, passed)
    take_over(store, lambda: SAFETY, clock)
    return store, clock


@pytest.mark.parametrize(
    ("kept", "passed", "at"),
    [
        ({"answered": ANSWERED, "yes": [], "checked": False, "tier": None}, "2026-05-01", ANSWERED),
        ({"answered": ANSWERED, "yes": ["known-condition"], "checked": False, "tier": "soon"}, None, ANSWERED),
        ({"answered": ANSWERED, "yes": ["upper-back-unchecked"], "checked": True, "tier": None}, None, ANSWERED),
        ({"answered": "2030-01-01T08:30:00+02:00", "yes": [], "checked": False, "tier": None}, None, TODAY),
        ({"yes": 5}, "2026-04-20", "2026-04-20T00:00:00+00:00"),
        (None, "2026-04-20", "2026-04-20T00:00:00+00:00"),
        (None, True, TODAY),
    ],
)
def test_who_was_let_begin_before_is_not_asked_again_before_the_time_is_over(
    kept: object, passed: object, at: str
) -> None:
    store, clock = taken_over(kept, passed)
    [told] = store.safety()
    assert told.at == datetime.fromisoformat(at).astimezone(told.at.tzinfo)
    assert standing_of(SAFETY, store, clock.wall()).may_begin
    left = (told.at.date() + timedelta(days=30) - clock.wall().date()).days
    clock.pass_time(86400 * (left - 1))
    assert standing_of(SAFETY, store, clock.wall()).due is None
    clock.pass_time(86400)
    assert standing_of(SAFETY, store, clock.wall()).due is not None


@pytest.mark.parametrize(
    "kept",
    [
        {"answered": ANSWERED, "yes": ["infection"], "checked": False, "tier": "urgent"},
        {"answered": ANSWERED, "yes": ["infection", "upper-back-unchecked"], "checked": True, "tier": "urgent"},
        {"answered": ANSWERED, "yes": ["chest-pain"], "checked": False, "tier": "emergency"},
        {"answered": ANSWERED, "yes": ["chest-pain"], "checked": False, "tier": "of a file that is gone"},
    ],
)
def test_what_locked_before_locks_still(kept: Mapping[str, object]) -> None:
    store, clock = taken_over(kept)
    locked = standing_of(SAFETY, store, clock.wall()).locked
    assert locked is not None
    assert locked.id == ("urgent" if kept["tier"] == "urgent" else "emergency")


def test_the_settings_are_read_once() -> None:
    store, clock = taken_over({"answered": ANSWERED, "yes": ["infection"], "checked": False, "tier": "urgent"}, None)
    store.add_safety(())
    take_over(store, lambda: pytest.fail("there is nothing more to take over"), clock)
    assert len(store.safety()) == 2
    assert standing_of(SAFETY, store, clock.wall()).may_begin


def test_nothing_kept_makes_no_record() -> None:
    store, _clock = taken_over()
    assert store.safety() == ()
