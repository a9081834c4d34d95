"""A plan in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import WEEKDAYS, DoseLayer, Plan, PlanItem, PlanWeeks, Text
from coach.session.planned import PlanPlace
from coach.words import plan as words
from tests.ui.parts import shipped
from tests.words.languages import Bracketed, outside_brackets

RESET = PlanItem(WEEKDAYS, routine="desk-reset")
GENTLE = str(shipped().routines["gentle-recovery"].title)


def plan(*spans: tuple[int, int | None]) -> Plan:
    return Plan("p", Text("P"), tuple(PlanWeeks(first, last, (RESET,)) for first, last in spans))


@pytest.mark.parametrize(
    ("spans", "name", "span"),
    [
        (((1, None),), "A plan", "From week 1 on"),
        (((1, 1), (2, None)), "A plan", "Week 1"),  # without an end
        (((1, 1),), "A plan for 1 week", "Week 1"),
        (((5, 6), (7, 8)), "A plan for 8 weeks", "Weeks 5 to 6"),
    ],
)
def test_its_name_and_its_weeks(spans: tuple[tuple[int, int | None], ...], name: str, span: str) -> None:
    one = plan(*spans)
    assert (words.name(one), words.span(one.weeks[0])) == (name, span)
    assert outside_brackets(words.name(one, Bracketed()) + words.span(one.weeks[0], Bracketed())) == ""


@pytest.mark.parametrize(
    ("title", "weeks"),
    [
        ("Four weeks to begin with", 4),
        ("My 4-week plan", 4),
        ("FOUR", 4),
        ("Fourteen days", 0),
        ("From 40 on", 0),
        ("Standing first", 0),
    ],
)
def test_a_plan_without_an_end_is_as_long_as_its_title_says(title: str, weeks: int) -> None:
    goes_on = replace(plan((1, 4), (5, None)), title=Text(title))
    assert words.length(goes_on) == words.length(goes_on, Bracketed()) == weeks
    assert words.length(replace(plan((1, 2), (3, 4)), title=Text(title))) == 4
    assert {words.length(one) for one in shipped().plans.values()} == {8}


def test_what_is_done_in_it() -> None:
    assert words.done(plan((1, 1), (2, None)), shipped()) == ["Desk reset"]
    assert words.title(PlanItem(WEEKDAYS, routine="gone"), shipped()) == ""
    assert words.title(PlanItem(WEEKDAYS, test="wall-test"), shipped()) == "30-second wall test"


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Reset", "Run, stage 1", "Test", "Run, stage 2", "Run, stage 3"], "Reset; Run, stage 1 to 3; Test"),
        (["Run 2", "Run", "Run 3", "Run 5", "Row 4"], "Run 2 to 3; Run; Run 5; Row 4"),
        (["Run 2", "Run 1"], "Run 2; Run 1"),
        (["2000", "10 km", "A 5"], "2000; 10 km; A 5"),
    ],
)
def test_what_is_done_in_short_counts_on(titles: list[str], told: str) -> None:
    routines = {f"r{n}": replace(shipped().routines["desk-reset"], title=Text(one)) for n, one in enumerate(titles)}
    week = PlanWeeks(1, 1, tuple(PlanItem(WEEKDAYS, routine=ident) for ident in routines))
    catalogue = replace(shipped(), routines=routines)
    assert words.in_short(Plan("p", Text("P"), (week,)), catalogue) == told


@pytest.mark.parametrize(
    ("times", "told"), [(1, "Every day"), (2, "Every day, twice a day"), (3, "Every day, 3 times a day")]
)
def test_when(times: int, told: str) -> None:
    item = replace(RESET, times=times)
    assert words.when(item) == told
    assert outside_brackets(words.when(item, Bracketed())).strip(", ") == ""


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (RESET, ""),
        (replace(RESET, volume=1.0), ""),
        (replace(RESET, volume=0.5), "Half the volume"),
        (replace(RESET, volume=0.7), "70 % of the volume"),
        (replace(RESET, dose=DoseLayer(sets=1)), "With one set"),
        (
            replace(RESET, variants={"chin-tuck": "cat-cow"}, volume=0.5),
            "Cat-cow in place of Chin tuck. Half the volume",
        ),
        (
            replace(RESET, variants={"chin-tuck": "cat-cow"}, dose=DoseLayer(sets=1), only=("chin-tuck",)),
            "Cat-cow in place of Chin tuck. Cat-cow with one set",
        ),
        (replace(RESET, dose=DoseLayer(sets=2, for_seconds=30)), "With 2 sets, 30 seconds"),
        (replace(RESET, dose=DoseLayer(reps=8, hold=5)), "8 repetitions, hold 5 seconds"),
        (replace(RESET, dose=DoseLayer(reps=8), only=("chin-tuck", "gone")), "Chin tuck 8 repetitions"),
        (replace(RESET, dose=DoseLayer(sets=1), if_sore="gentle-recovery"), f"With one set. If sore: {GENTLE}"),
        (replace(RESET, if_sore="gone"), ""),
    ],
)
def test_what_is_not_as_the_routine_has_it(item: PlanItem, told: str) -> None:
    assert words.difference(item, shipped()) == told


def test_the_differences_are_translated() -> None:
    """The phrases of the voice are the library's to translate."""
    item = replace(RESET, dose=DoseLayer(sets=2), only=("chin-tuck",), volume=0.5, if_sore="gentle-recovery")
    assert outside_brackets(words.difference(item, shipped(), Bracketed())) == ". . "
    assert outside_brackets(words.difference(replace(item, volume=0.7, only=()), shipped(), Bracketed())) == ". . "


def test_a_routine_tells_when_a_plan_has_it_otherwise() -> None:
    item = replace(RESET, dose=DoseLayer(sets=1), if_sore="gentle-recovery")
    place = PlanPlace(plan((1, 2)), PlanWeeks(1, 2, (item,)), item)
    assert words.difference_then(place, shipped()) == "Weeks 1 to 2: with one set"
    assert outside_brackets(words.difference_then(place, shipped(), Bracketed())) == ""


def test_what_is_left_out_of_it_whole() -> None:
    one = plan((1, 1), (2, None))
    assert words.left_out(one, {"desk-reset", "after-run"}, shipped()) == ("Left out of the plan for you: Desk reset.")
    assert words.left_out(one, {"after-run"}, shipped()) == ""
    assert outside_brackets(words.left_out(one, {"desk-reset"}, shipped(), Bracketed())) == ""


@pytest.mark.parametrize(
    ("conditions", "told", "then"),
    [
        ((), "Chin tuck with 3 sets", "Week 1: chin tuck with 3 sets"),
        (("neck-injury",), "", "Week 1"),  # nothing is left of it
    ],
)
def test_no_exercise_is_named_that_a_condition_bars(conditions: tuple[str, ...], told: str, then: str) -> None:
    item = replace(RESET, dose=DoseLayer(sets=3), only=("chin-tuck",))
    assert words.difference(item, shipped(), conditions=conditions) == told
    weeks = PlanWeeks(1, 1, (item,))
    place = PlanPlace(Plan("p", Text("P"), (weeks,)), weeks, item)
    assert words.difference_then(place, shipped(), conditions=conditions) == then
