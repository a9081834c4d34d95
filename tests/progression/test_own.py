"""A routine as it is for one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from coach.content.extent import extent
from coach.content.model import (
    CueAt,
    DoseLayer,
    ExerciseStep,
    PlanItem,
    Progress,
    ProgressStep,
    RestStep,
    RoundsStep,
    RoutineStep,
    SayStep,
    Text,
)
from coach.progression.own import Changed, LeftOut, OwnRoutine, Person, own_routine
from coach.progression.past import Choice, Work
from coach.progression.reason import Chosen, Paused, Rose
from tests.progression.past import Library, day, exercise, library_of, plan, routine, session
from tests.progression.past import told as rung_told

CUE = CueAt(from_start=0.0, say=Text("Slowly."))
EXERCISES = (
    exercise("row", DoseLayer(reps=8, sets=2), harder="band-row", easier="pull"),
    exercise("band-row", DoseLayer(reps=6), check_first=("heart",)),
    exercise("pull", DoseLayer(for_seconds=20)),
    exercise("press", DoseLayer(reps=10), check_first=("bone",), instead={"bone": "lean"}),
    exercise("lean", DoseLayer(for_seconds=30)),
    exercise("twist", check_first=("bone",)),
)
STEPS: tuple[RoutineStep, ...] = (
    ExerciseStep("row", DoseLayer(hold=2), (CUE,)),
    RestStep(20),
    ExerciseStep("twist"),
    RestStep(40),
    ExerciseStep("press", DoseLayer(sets=3), (CUE,)),
)
STRONG = routine(*STEPS)


def library(*items: PlanItem) -> Library:
    return library_of(*EXERCISES, routines=[STRONG], plans=[plan(one) for one in items])


def own(person: Person, at: datetime | None = None, ident: str = "strong", of: Library | None = None) -> OwnRoutine:
    found = own_routine(ident, of or library(), person, at or day(0))
    assert found is not None
    return found


def short(made: OwnRoutine) -> list[str]:
    """`row 2x8`, `rest 20`: the steps in short."""
    return [_short(step) for step in made.routine.steps]


def _short(step: RoutineStep) -> str:
    if isinstance(step, ExerciseStep):
        dose = step.dose.settled()
        much = f"{dose.for_seconds:.0f}s" if dose.for_seconds else f"{dose.reps}"
        return f"{step.exercise} {dose.sets}x{much}"
    return f"rest {step.seconds:.0f}" if isinstance(step, RestStep) else type(step).__name__


AS_WRITTEN = ["row 2x8", "rest 20", "twist 1x8", "rest 40", "press 3x10"]


def test_without_a_past_it_is_the_file():
    made = own(Person())
    assert short(made) == AS_WRITTEN
    assert (made.changed, made.left_out, made.is_empty, made.is_changed) == ((), (), False, False)
    assert [step.cues for step in made.routine.steps if isinstance(step, ExerciseStep)] == [(CUE,), (), (CUE,)]


def test_what_the_library_does_not_hold_is_none():
    assert own_routine("weak", library(), Person(), day(0)) is None
    assert own_routine("strong@weeks.1", library(), Person(), day(0)) is None


def test_good_sessions_raise_one_exercise_with_its_reason():
    person = Person([session(day(0), "row", "press"), session(day(2), "row", "press", effort=6)])
    made = own(person, day(3))
    assert short(made) == ["row 2x10", *AS_WRITTEN[1:]]
    [changed] = made.changed
    assert (changed.named, changed.level, changed.rung.key, changed.why) == ("row", 1, "reps", Rose(2, 6, 1))


def test_sessions_of_a_plans_version_are_the_routines():
    past = [session(day(number), "row", of="strong@weeks.1") for number in (0, 2)]
    assert short(own(Person(past), day(3)))[0] == "row 2x10"


def test_sessions_of_another_routine_are_not():
    assert short(own(Person([session(day(number), "row", of="weak") for number in (0, 2)]), day(3))) == AS_WRITTEN


def test_sessions_of_a_single_exercise_move_no_level():
    past = [replace(session(day(number), "row"), kind="exercise") for number in (0, 2)]
    assert short(own(Person(past), day(3))) == AS_WRITTEN


def test_a_routine_without_progress_keeps_its_doses():
    of = library_of(*EXERCISES, routines=[routine(*STEPS, progress=None)])
    past = [session(day(number), "row") for number in (0, 2, 4, 6)]
    assert short(own(Person(past), day(40), of=of)) == AS_WRITTEN
    assert short(own(Person(past, conditions=frozenset({"bone"})), day(7), of=of)) == [
        "row 2x8",
        "rest 40",
        "lean 1x30s",
    ]


# --- another exercise takes the place --------------------------------------------------------------------------------


def test_the_easier_one_has_its_own_dose_and_no_cues_of_the_step():
    made = own(Person(choices=[Choice("strong", "row", "easier", day(0, 8))]))
    step = made.routine.steps[0]
    assert step == ExerciseStep("pull", DoseLayer(for_seconds=20), (), "row")
    [changed] = made.changed
    assert (changed.named, changed.rung.exercise.id, changed.level, changed.why) == (
        "row",
        "pull",
        -1,
        Chosen("easier"),
    )


def test_the_harder_one_is_the_first_level_that_has_it():
    made = own(Person(choices=[Choice("strong", "row", "harder", day(0, 8))]))
    assert short(made)[0] == "band-row 1x6"
    assert made.changed[0].level == 4  # 10 and 12 repetitions, a third set, then the band


def test_a_condition_puts_in_what_stands_for_it_and_leaves_out_what_nothing_does():
    made = own(Person(conditions=frozenset({"bone"})))
    assert short(made) == ["row 2x8", "rest 40", "lean 1x30s"]
    assert made.routine.steps[-1] == ExerciseStep("lean", DoseLayer(for_seconds=30), (), "press")
    assert made.left_out == (LeftOut("twist", ("bone",)),)
    assert [(one.named, one.rung.exercise.id, one.barred_by) for one in made.changed] == [("press", "lean", ("bone",))]


def test_a_condition_that_bars_the_harder_one_is_no_way_up():
    person = Person(choices=[Choice("strong", "row", "harder", day(0, 8))], conditions=frozenset({"heart"}))
    assert short(own(person)) == AS_WRITTEN


def test_what_stands_in_rises_by_its_own_ladder():
    of = library_of(*EXERCISES, routines=[routine(*STEPS, progress=Progress(steps=(ProgressStep("for", 10, 60),)))])
    lean = Work(0, "lean", "press", "done")
    past = [session(day(number), lean) for number in (0, 2)]
    made = own(Person(past, conditions=frozenset({"bone"})), day(3), of=of)
    assert short(made)[-1] == "lean 1x40s"


def test_a_routine_that_is_left_out_whole_is_empty():
    twists = routine(SayStep(Text("Twist."), 5), "twist", RoundsStep(2, (ExerciseStep("twist"), RestStep(5))))
    made = own(Person(conditions=frozenset({"bone"})), of=library_of(*EXERCISES, routines=[twists]))
    assert made.is_empty
    assert made.is_changed
    assert made.routine.steps == ()
    assert made.left_out == (LeftOut("twist", ("bone",)),)


def test_rounds_lose_what_is_left_out_and_keep_the_rest():
    rounds = routine(RoundsStep(2, (ExerciseStep("row"), ExerciseStep("twist"))))
    made = own(Person(conditions=frozenset({"bone"})), of=library_of(*EXERCISES, routines=[rounds]))
    [step] = made.routine.steps
    assert isinstance(step, RoundsStep)
    assert [one.exercise for one in step.steps if isinstance(one, ExerciseStep)] == ["row"]


def test_rests_that_the_file_has_side_by_side_stay():
    rests = routine("row", RestStep(10), RestStep(20), "row")
    assert short(own(Person(), of=library_of(*EXERCISES, routines=[rests]))) == [
        "row 2x8",
        "rest 10",
        "rest 20",
        "row 2x8",
    ]


# --- after a worse morning -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("hours", "rests"), [(1, True), (47, True), (48, False), (60, False)])
def test_a_worse_morning_rests_its_exercises_for_48_hours_from_the_start(hours: int, rests: bool):
    start = day(0)
    made = own(Person([session(start, "row", morning="worse")]), start + timedelta(hours=hours))
    assert (LeftOut("row", until=start + timedelta(hours=48)) in made.left_out) is rests
    if rests:
        assert short(made) == ["rest 20", *AS_WRITTEN[2:]]


def test_nothing_that_would_take_its_place_comes_back_early():
    """What was done in its place rests, too: the easier exercise that made the morning worse."""
    past = [session(day(0), Work(0, "pull", "row", "done"), morning="worse", of="other")]
    person = Person(past, [Choice("strong", "row", "easier", day(0, 8))])
    assert [one.named for one in own(person, day(1)).left_out] == ["row"]


# --- plans and pauses ------------------------------------------------------------------------------------------------


def test_the_plans_dose_lies_under_the_level():
    of = library(PlanItem(("mon",), routine="strong", dose=DoseLayer(sets=1, reps=9), only=("row",)))
    past = [session(day(number), "row", of="strong@weeks.1") for number in (0, 2)]
    made = own(Person(past), day(3), "strong@weeks.1", of)
    assert made.routine.id == "strong@weeks.1"
    assert short(made)[0] == "row 1x11"
    assert short(own(Person(past), day(3), "strong", of))[0] == "row 2x10"


def test_sets_of_the_plan_stay_with_another_exercise():
    of = library(PlanItem(("mon",), routine="strong", dose=DoseLayer(sets=3)))
    person = Person(choices=[Choice("strong", "row", "easier", day(0, 8))], conditions=frozenset({"bone"}))
    assert short(own(person, None, "strong@weeks.1", of)) == ["pull 3x20s", "rest 40", "lean 3x30s"]


def test_the_volume_of_the_plan_comes_after_the_level():
    of = library(PlanItem(("mon",), routine="strong", volume=0.5))
    past = [session(day(number), "row", of="strong@weeks.1") for number in (0, 2)]
    assert short(own(Person(past), day(3), "strong@weeks.1", of))[0] == "row 1x10"


def test_after_a_long_pause_a_level_goes_and_the_next_session_is_half():
    past = [session(day(number), "row") for number in (0, 2)]
    made = own(Person(past), day(17))
    assert short(made)[0] == "row 1x8"
    row = next(one for one in made.changed if one.named == "row")
    assert (row.level, row.why, row.half_after_days) == (0, Paused(14), 14)
    after = own(Person([*past, session(day(17), "row")]), day(18))
    assert short(after)[0] == "row 2x8"


def test_half_of_it_is_the_level_below_where_nothing_is_easier():
    made = own(Person(choices=[Choice("strong", "press", "easier", day(0, 8))]))
    assert short(made)[-1] == "press 2x10"
    assert made.changed == (Changed("press", made.changed[0].rung, -1, Chosen("easier")),)
    assert rung_told(made.changed[0].rung) == "press 2x10"


# --- length ----------------------------------------------------------------------------------------------------------


def test_nothing_rises_beyond_one_and_a_half_times_the_file():
    """Two sets of 40 s and a rest of 30 s are 110 s and 10 s before them: 180 s are allowed, three sets last 190."""
    plank = exercise("plank", DoseLayer(for_seconds=40, sets=2))
    sets = Progress(steps=(ProgressStep("sets", 1, 9),))
    of = library_of(plank, routines=[routine("plank", progress=sets)])
    past = [session(day(number), "plank") for number in range(4)]
    made = own(Person(past), day(5), of=of)
    assert short(made) == ["plank 2x40s"]
    shorter = library_of(
        exercise("plank", DoseLayer(for_seconds=20, sets=2)), routines=[routine("plank", progress=sets)]
    )
    assert short(own(Person(past), day(5), of=shorter)) == ["plank 2x20s"]


@pytest.mark.parametrize("seed", range(20))
def test_no_past_makes_it_longer_than_one_and_a_half_times_the_file(seed: int):
    past = [session(day(2 * number), "row", "press", effort=1 + (seed * number) % 8) for number in range(30)]
    made = own(Person(past), day(61))
    exercises = {one.id: one for one in EXERCISES}
    assert extent(made.routine, exercises).seconds <= 1.5 * extent(STRONG, exercises).seconds


def test_two_steps_of_an_exercise_share_its_level_and_have_their_own_ladders():
    twice = routine(ExerciseStep("row"), ExerciseStep("row", DoseLayer(reps=11)))
    of = library_of(*EXERCISES, routines=[twice])
    past = [session(day(number), "row") for number in (0, 2)]
    assert short(own(Person(past), day(3), of=of)) == ["row 2x10", "row 2x12"]


# --- nobody meets what is barred -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("conditions", "what"), [*product([("bone",), ("heart",), ("bone", "heart")], ["harder", "easier", "up"])]
)
def test_a_barred_exercise_is_never_met(conditions: tuple[str, ...], what: str):
    choices = [Choice("strong", ident, what, day(0, hour)) for hour in range(8) for ident in ("row", "press", "twist")]  # type: ignore[arg-type]
    made = own(Person(choices=choices, conditions=frozenset(conditions)))
    exercises = {one.id: one for one in EXERCISES}
    done = [exercises[step.exercise] for step in made.routine.steps if isinstance(step, ExerciseStep)]
    assert done
    assert not [one.id for one in done if set(one.check_first) & set(conditions)]
