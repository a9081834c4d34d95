"""What Today puts first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from coach.content.catalogue import Catalogue
from coach.content.model import Safety, SafetyQuestion, Test, Text, Tier
from coach.progression.past import PlanFollowed, SafetyTold
from coach.today.agenda import Known, today
from coach.today.first import First, first_of, target_of
from tests.fakes import EMPTY
from tests.today.people import day, did, item, on, plan, result, routine, weeks

LIBRARY = replace(
    EMPTY,
    routines={"daily": routine("daily", "daily"), "ease": routine("ease", "recovery"), "row": routine("row")},
    tests={"wall": Test("wall", Text("Wall"), ())},
    plans={"spring": plan(weeks(item("row", "mon", times=2, if_sore="ease"), item("daily", "mon"), last=1))},
    safety=Safety({"now": Tier("now", Text("Call."), lock=True)}, (SafetyQuestion("chest", Text("Chest?"), "now"),)),
)
SPRING = Known(plans=(PlanFollowed("spring", day(0)),))


def first(known: Known, at: datetime, library: Catalogue = LIBRARY) -> tuple[str, str]:
    """What comes first, and the id of it."""
    found = first_of(today(library, known, at, lambda _ident: 60.0), library)
    return found.what, found.item.target if found.item is not None else found.test


def test_somebody_new_begins_with_the_test() -> None:
    assert first(Known(), on(0)) == ("measure", "wall")
    assert first(Known(), on(0), replace(LIBRARY, tests={})) == ("start", "daily")
    assert first(Known(tests=(result(on(-1)),)), on(0)) == ("start", "daily")
    assert first(Known(sessions=(did(on(-1)),)), on(0)) == ("start", "daily")
    assert first(Known(sessions=(did(on(-1), how="ended"),)), on(0)) == ("measure", "wall")


@pytest.mark.parametrize(
    ("done", "comes"),
    [([], ("start", "row")), (["row"], ("start", "row")), (["row", "row"], ("start", "daily"))],
)
def test_the_first_of_the_plan_that_is_not_done(done: list[str], comes: tuple[str, str]) -> None:
    sessions = tuple(did(on(0, 8 + hour), target) for hour, target in enumerate(done))
    assert first(replace(SPRING, sessions=sessions), on(0)) == comes


def test_what_rests_is_passed_over() -> None:
    found = today(LIBRARY, SPRING, on(0), lambda _ident: 60.0)
    rests = first_of(found, LIBRARY, lambda _kind, target: target != "row")
    assert rests.item is not None
    assert rests.item.target == "daily"
    assert first_of(found, LIBRARY, lambda _kind, _target: False) == First("rest")


def test_when_sore_the_gentler_one_is_what_to_start() -> None:
    found = today(LIBRARY, replace(SPRING, sessions=(did(on(-1), pain=5),)), on(0), lambda _ident: 60.0)
    assert [target_of(item) for item in found.items] == ["ease", "ease", "daily"]


def test_a_plan_that_is_done_invites_to_nothing() -> None:
    sessions = tuple(did(on(0, 8 + hour), target) for hour, target in enumerate(["row", "row", "daily"]))
    assert first(replace(SPRING, sessions=sessions), on(0)) == ("done", "")


def test_who_is_sore_begins_with_the_item_that_has_something_gentler() -> None:
    assert first(replace(SPRING, sessions=(did(on(-1), pain=5),)), on(0)) == ("start", "row")


def test_a_day_without_anything_in_the_plan_is_one_of_rest() -> None:
    assert first(SPRING, on(1)) == ("rest", "")
    assert first(replace(SPRING, sessions=(did(on(1, 8), "ease"),)), on(1)) == ("done", "")


def test_after_its_last_week_a_plan_gives_no_rest() -> None:
    assert first(SPRING, on(8)) == ("start", "daily")


def test_what_was_done_already_is_no_invitation() -> None:
    both = (did(on(0, 8), "daily"),)
    assert first(Known(sessions=both), on(0)) == ("done", "")
    assert first(Known(sessions=(did(on(0, 8), "row"),)), on(0)) == ("start", "daily")
    assert first(Known(sessions=(did(on(0, 8), "ease", pain=5),)), on(0)) == ("done", ""), "and nothing gentle is left"


def test_while_the_answers_lock_and_without_a_library_there_is_nothing() -> None:
    answers = (SafetyTold(on(-1), frozenset({"chest"})),)
    assert first(Known(safety=answers), on(0)) == ("nothing", "")
    assert first(replace(SPRING, safety=answers), on(0)) == ("nothing", "")
    assert first(Known(sessions=(did(on(-1)),)), on(0), EMPTY) == ("nothing", "")
    assert first_of(today(EMPTY, Known(), on(0), lambda _ident: 60.0), EMPTY) == First("nothing")
