"""A routine has a plan's doses, in the weeks in which the plan gives them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from coach.content.model import DoseLayer, Exercise, ExerciseStep, Plan, PlanItem, PlanWeeks, RoundsStep, Routine, Text
from coach.session.compile import compile_routine
from coach.session.planned import (
    PlanPlace,
    as_planned,
    at_volume,
    find_routine,
    halved,
    is_planned,
    place_of,
    planned_id,
    routine_of,
)
from tests.session.library import catalogue, exercise

LIBRARY = catalogue(
    exercise("row", DoseLayer(sets=2, reps=12)),
    exercise("plank", DoseLayer(for_seconds=30.0)),
)
EXERCISES: dict[str, Exercise] = dict(LIBRARY.exercises)
BACK = Routine("back", Text("Back"), (ExerciseStep("row"), RoundsStep(2, (ExerciseStep("plank", DoseLayer(rest=9)),))))
EARLY = PlanItem(("mon",), routine="back", dose=DoseLayer(sets=1), if_sore="back")
LATE = PlanItem(("fri",), routine="back", dose=DoseLayer(sets=3), only=("row",))
PLAIN = PlanItem(("sat",), routine="back", volume=1.0)
TEST = PlanItem(("sun",), test="wall")
WEEKS = (PlanWeeks(1, 2, (TEST, EARLY, PLAIN, LATE)), PlanWeeks(5, None, (LATE,)))
PLAN = Plan("ten-weeks", Text("Ten weeks"), WEEKS)
HELD = SimpleNamespace(routines={"back": BACK}, plans={"ten-weeks": PLAN}, exercises=EXERCISES)


def doses(routine: Routine) -> list[tuple[int, int | None, float | None]]:
    """Sets, repetitions and seconds of each exercise."""
    row, rounds = routine.steps
    assert isinstance(rounds, RoundsStep)
    steps = [row, *rounds.steps]
    found = [step.dose.over(EXERCISES[step.exercise].dose).settled() for step in steps]  # type: ignore[union-attr]
    return [(dose.sets, dose.reps, dose.for_seconds) for dose in found]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (EARLY, [(1, 12, None), (1, None, 30.0)]),
        (LATE, [(3, 12, None), (1, None, 30.0)]),
        (PlanItem((), routine="back", dose=DoseLayer(reps=5, hold=5.0)), [(2, 5, None), (1, 5, None)]),
        (PlanItem((), routine="back", volume=0.5), [(1, 12, None), (1, None, 15.0)]),
        (PlanItem((), routine="back", dose=DoseLayer(sets=3), volume=0.5), [(2, 12, None), (2, None, 30.0)]),
        (PLAIN, [(2, 12, None), (1, None, 30.0)]),
        (PlanItem((), routine="back", variants={"row": "plank"}), [(1, None, 30.0), (1, None, 30.0)]),
        (
            PlanItem((), routine="back", variants={"plank": "row"}, dose=DoseLayer(reps=5), only=("plank",)),
            [(2, 12, None), (2, 5, None)],
        ),
    ],
)
def test_the_doses(item: PlanItem, expected: list[tuple[int, int | None, float | None]]) -> None:
    assert doses(as_planned(BACK, item, EXERCISES)) == expected


@pytest.mark.parametrize(
    ("dose", "volume", "expected"),
    [
        (DoseLayer(sets=4, reps=10), 0.25, DoseLayer(sets=1, reps=10)),
        (DoseLayer(sets=3, reps=12), 0.4, DoseLayer(sets=2, reps=7)),
        (DoseLayer(as_long_as_possible=True, up_to=45.0), 0.4, DoseLayer(sets=1, as_long_as_possible=True, up_to=45.0)),
        (DoseLayer(reps=1), 0.01, DoseLayer(sets=1, reps=1)),
        (DoseLayer(for_seconds=1.0), 0.01, DoseLayer(sets=1, for_seconds=1.0)),
        (DoseLayer(sets=3, reps=8, hold=5.0), 1.0, DoseLayer(sets=3, reps=8, hold=5.0)),
    ],
)
def test_a_share_takes_sets_first_and_then_repetitions_or_time(
    dose: DoseLayer, volume: float, expected: DoseLayer
) -> None:
    assert at_volume(dose, volume) == expected


@pytest.mark.parametrize(
    ("dose", "half"),
    [
        (DoseLayer(reps=8, sets=3), DoseLayer(reps=8, sets=2)),
        (DoseLayer(reps=8, sets=2), DoseLayer(reps=8, sets=1)),
        (DoseLayer(reps=9), DoseLayer(reps=5)),
        (DoseLayer(reps=1), DoseLayer(reps=1)),
        (DoseLayer(for_seconds=45), DoseLayer(for_seconds=23)),
        (DoseLayer(for_seconds=1), DoseLayer(for_seconds=1)),
        (DoseLayer(as_long_as_possible=True, up_to=45), DoseLayer(as_long_as_possible=True, up_to=23)),
    ],
)
def test_half_is_half_of_the_sets_or_of_what_is_in_one(dose: DoseLayer, half: DoseLayer) -> None:
    assert halved(dose) == half
    assert at_volume(dose, 0.5) == half


@pytest.mark.parametrize(
    ("weeks", "item", "ident"),
    [(0, EARLY, "back@ten-weeks.1"), (0, LATE, "back@ten-weeks.1.3"), (1, LATE, "back@ten-weeks.5")],
)
def test_the_id_of_a_place_leads_back_to_it(weeks: int, item: PlanItem, ident: str) -> None:
    place = PlanPlace(PLAN, WEEKS[weeks], item)
    assert planned_id(place) == ident
    assert place_of(ident, HELD) == place
    assert routine_of(ident) == "back"
    found = find_routine(ident, HELD)
    assert found is not None
    assert (found.id, doses(found)) == (ident, doses(as_planned(BACK, item, EXERCISES)))
    assert compile_routine(found, LIBRARY).seconds != compile_routine(BACK, LIBRARY).seconds


def test_where_a_plan_changes_nothing_the_routine_is_its_own() -> None:
    assert planned_id(PlanPlace(PLAN, WEEKS[0], PLAIN)) == "back"
    assert planned_id(PlanPlace(PLAN, WEEKS[0], TEST)) == ""
    assert find_routine("back", HELD) is BACK


@pytest.mark.parametrize("week", [2, 5, 99])
def test_any_week_of_a_range_will_do(week: int) -> None:
    assert place_of(f"back@ten-weeks.{week}", HELD) is not None


@pytest.mark.parametrize(
    "ident",
    ["back", "gone", "back@gone.1", "gone@ten-weeks.1", "back@ten-weeks.3", "back@ten-weeks.1.9", "back@ten-weeks", ""],
)
def test_what_no_plan_has(ident: str) -> None:
    assert place_of(ident, HELD) is None
    assert find_routine(ident, HELD) is (BACK if ident == "back" else None)


def test_a_plan_may_outlive_its_routine() -> None:
    without = SimpleNamespace(routines={}, plans=HELD.plans, exercises=EXERCISES)
    assert find_routine("back@ten-weeks.1", without) is None


def test_a_routine_as_a_plan_has_it_is_known_by_its_id() -> None:
    assert is_planned(planned_id(PlanPlace(PLAN, WEEKS[0], EARLY)))
    assert not is_planned("back")
