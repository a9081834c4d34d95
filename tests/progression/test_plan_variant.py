"""What is done where a plan has another exercise in the place of one."""

from __future__ import annotations

import pytest

from coach.content.model import CueAt, DoseLayer, ExerciseStep, PlanItem, Progress, ProgressStep, Text
from coach.progression.choosing import options
from coach.progression.coming import coming
from coach.progression.follows import Follows, follows
from coach.progression.neighbour import Way, neighbour
from coach.progression.own import OwnRoutine, Person, ladders_of, levels_of, own_routine
from coach.progression.past import Choice, Session, Work
from tests.progression.past import Library, day, exercise, library_of, plan, routine, session, told

CHAIN = (
    exercise("wall", DoseLayer(reps=12), harder="knees"),
    exercise("knees", DoseLayer(reps=10, sets=2), easier="wall", harder="press"),
    exercise("press", DoseLayer(reps=8), easier="knees", harder="feet-up", check_first=("wrist",)),
    exercise("feet-up", DoseLayer(reps=6), easier="press", harder="one-arm", check_first=("wrist",)),
    exercise("one-arm", DoseLayer(reps=4), easier="feet-up"),
    exercise("dip", DoseLayer(reps=9), check_first=("shoulder", "wrist"), instead={"shoulder": "wall"}),
    exercise("fly", DoseLayer(for_seconds=20.0), check_first=("shoulder",)),
)
STEPS = (ProgressStep("reps", 1, 9), ProgressStep("to", to="harder"))
PRESS = ExerciseStep("press", DoseLayer(hold=2), (CueAt(from_start=0.0, say=Text("Slowly.")),))


def library(other: str, dose: DoseLayer = DoseLayer(), **more: object) -> Library:  # noqa: B008
    item = PlanItem(("mon",), routine="strong", variants={"press": other}, dose=dose, **more)  # type: ignore[arg-type]
    file = routine(PRESS, progress=Progress(steps=STEPS))
    return library_of(*CHAIN, routines=[file], plans=[plan(item)])


def own(of: Library, person: Person = Person(), number: int = 5) -> OwnRoutine:  # noqa: B008
    found = own_routine("strong@weeks.1", of, person, day(number))
    assert found is not None
    return found


def done(made: OwnRoutine) -> str:
    (step,) = made.routine.steps
    assert isinstance(step, ExerciseStep)
    dose = step.dose.settled()
    return f"{step.exercise} {dose.sets}x{dose.reps or dose.for_seconds}"


def wanted(*whats: str) -> Person:
    return Person(choices=[Choice("strong", "press", what, day(0, 8 + hour)) for hour, what in enumerate(whats)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "told"), [("knees", "knees 2x10"), ("feet-up", "feet-up 1x6"), ("fly", "fly 1x20.0")]
)
def test_the_plans_exercise_has_its_own_dose_and_none_of_the_steps_cues(other: str, told: str) -> None:
    made = own(library(other))
    (step,) = made.routine.steps
    assert isinstance(step, ExerciseStep)
    assert (done(made), step.named, step.cues, step.dose.hold) == (told, "press", (), None)
    assert not made.is_changed  # it is as the plan has it


def test_the_plans_dose_is_laid_over_it_and_its_volume_comes_last() -> None:
    assert done(own(library("knees", DoseLayer(reps=5)))) == "knees 2x5"
    assert done(own(library("knees", DoseLayer(sets=4), volume=0.5))) == "knees 2x10"


def test_a_level_that_rose_waits() -> None:
    """What went well before the plan neither adds to its exercise, nor takes its place."""
    past = [session(day(number), "press") for number in (0, 1)]
    assert own(library("knees"), Person(past)).changed == ()
    assert done(own(library("one-arm"), Person(past))) == "one-arm 1x4"


def test_a_level_that_rose_to_the_plans_exercise_stays() -> None:
    past = [session(day(number), "press") for number in range(6)]  # 9, then feet up, then 7 of those
    made = own(library("feet-up"), Person(past), 6)
    assert done(made) == "feet-up 1x7"
    assert made.changed[0].level == 3


@pytest.mark.parametrize(
    ("other", "whats", "told"),
    [
        ("knees", ["harder"], "feet-up 1x6"),
        ("one-arm", ["harder"], "feet-up 1x6"),
        ("knees", ["harder", "up", "hold"], "feet-up 1x7"),
        ("knees", ["harder", "reset"], "knees 2x10"),
        ("knees", ["harder", "easier", "up"], "knees 2x10"),
        ("knees", ["harder", "down"], "knees 2x10"),
        ("knees", ["up"], "knees 2x10"),
        ("feet-up", ["easier"], "knees 2x10"),
        ("fly", ["easier"], "knees 2x10"),
        ("knees", ["easier"], "wall 1x12"),
        ("wall", ["easier"], "wall 1x6"),
        ("feet-up", ["easier", "reset"], "feet-up 1x6"),
    ],
)
def test_what_the_person_chose_stands_over_the_plan(other: str, whats: list[str], told: str) -> None:
    made = own(library(other), wanted(*whats))
    assert done(made) == told


def test_a_choice_that_is_yet_to_come_does_not_count() -> None:
    assert done(own(library("knees"), wanted("harder"), -1)) == "knees 2x10"


def test_pain_makes_it_easier_still() -> None:
    assert done(own(library("knees"), Person([session(day(0), "press", pain=7)]), 1)) == "wall 1x12"


@pytest.mark.parametrize(
    ("other", "conditions", "told"),
    [
        ("dip", {"shoulder"}, "wall 1x12"),  # its own instead
        ("feet-up", {"wrist"}, "knees 2x10"),  # its easier, and of that too
        ("knees", {"wrist"}, "knees 2x10"),  # the file's is barred, the plan's is not
        ("fly", {"shoulder"}, "press 1x8"),  # nothing takes its place: as the file has it
    ],
)
def test_conditions_stand_over_the_plan(other: str, conditions: set[str], told: str) -> None:
    assert done(own(library(other), Person(conditions=frozenset(conditions)))) == told


def test_conditions_stand_over_what_the_person_chose() -> None:
    person = Person(choices=wanted("harder").choices, conditions=frozenset({"wrist"}))
    assert done(own(library("feet-up"), person)) == "knees 2x10"


def test_what_neither_way_leaves_is_left_out() -> None:
    exercises = (exercise("lone", check_first=("bone",)), exercise("other", check_first=("bone",)))
    item = PlanItem(("mon",), routine="strong", variants={"lone": "other"})
    of = library_of(*exercises, routines=[routine("lone")], plans=[plan(item)])
    made = own(of, Person(conditions=frozenset({"bone"})))
    assert [(one.named, one.barred_by) for one in made.left_out] == [("lone", ("bone",))]


def test_the_plans_exercise_stands_where_only_the_files_is_left_out() -> None:
    exercises = (exercise("lone", check_first=("bone",)), exercise("other"))
    item = PlanItem(("mon",), routine="strong", variants={"lone": "other"})
    of = library_of(*exercises, routines=[routine("lone")], plans=[plan(item)])
    person = Person(conditions=frozenset({"bone"}))
    assert done(own(of, person)) == "other 1x8"
    easier = Person(choices=[Choice("strong", "lone", "easier", day(0))], conditions=frozenset({"bone"}))
    assert done(own(of, easier)) == "other 1x4"


def test_a_circle_of_easier_ends() -> None:
    exercises = (
        exercise("a", easier="b"),
        exercise("b", easier="c"),
        exercise("c", easier="b"),
        exercise("d", easier="b"),
    )
    item = PlanItem(("mon",), routine="strong", variants={"a": "d"})
    of = library_of(*exercises, routines=[routine("a")], plans=[plan(item)])
    assert done(own(of, Person(choices=[Choice("strong", "a", "easier", day(0))]))) == "b 1x8"


# --- what goes well with it, and what may be chosen of it ------------------------------------------------------------


def levels_after(*past: Session, of: Library) -> dict[str, int]:
    file = of.routines["strong"]
    person = Person(past)
    ladders = ladders_of(file, of.exercises, frozenset())
    return {ident: one.level for ident, one in levels_of(file, ladders, person, day(30)).of.items()}


def planned(number: int, did: str, **more: object) -> Session:
    return session(day(number), Work(0, did, "press", "done"), of="strong@weeks.1", **more)  # type: ignore[arg-type]


def test_what_goes_well_with_the_plans_exercise_raises_nothing() -> None:
    of = library("knees")
    assert levels_after(*(planned(number, "knees") for number in range(24, 30)), of=of) == {"press": 0}
    assert levels_after(*(planned(number, "press") for number in range(26, 30)), of=of) == {"press": 2}
    elsewhere = [session(day(number), Work(0, "knees", "press", "done")) for number in (28, 29)]
    assert levels_after(*elsewhere, of=of) == {"press": 1}  # what a condition or a choice put there


def test_pain_with_it_counts_and_so_does_the_way_back() -> None:
    of = library("knees")
    hurt, well = planned(24, "knees", pain=7), [planned(number, "wall") for number in (26, 28)]
    assert levels_after(hurt, of=of) == {"press": -1}
    assert levels_after(hurt, *well, of=of) == {"press": 0}
    assert levels_after(hurt, *well, planned(29, "knees"), planned(30, "knees"), of=of) == {"press": 0}


def test_what_waits_is_no_promise() -> None:
    of = library("knees")
    file, past = of.routines["strong"], [planned(number, "knees") for number in (0, 1)]
    found = follows(file, of.exercises, Person(past), past[-1], day(2))
    assert found == Follows("well")
    assert coming(file, of.exercises, Person(past), day(2), ("press",)) is None
    assert coming(file, of.exercises, Person(past), day(2)) is not None


def offered(other: str, *whats: str, **more: object) -> list[str]:
    of = library(other, **more)  # type: ignore[arg-type]
    item = of.plans["weeks"].weeks[0].do[0]
    found = options(of.routines["strong"], of.exercises, wanted(*whats), day(1), item)
    return [f"{one.what} {told(one.rung)}" for one in found["press"] if one.rung is not None]


@pytest.mark.parametrize(
    ("other", "whats", "found"),
    [
        ("knees", [], ["easier wall 1x12", "harder feet-up 1x6"]),
        ("knees", ["easier"], ["harder feet-up 1x6", "reset knees 2x10"]),
        ("knees", ["harder"], ["easier wall 1x12", "reset knees 2x10"]),
        ("knees", ["up"], ["easier wall 1x12", "harder feet-up 1x6"]),
        ("feet-up", [], ["easier knees 2x10"]),
    ],
)
def test_what_is_offered_is_what_it_leads_to(other: str, whats: list[str], found: list[str]) -> None:
    assert offered(other, *whats) == found
    for one in found:
        assert f"{done(own(library(other), wanted(*whats, one.split()[0])))}" == one.split(maxsplit=1)[1]


def test_the_sets_of_the_plan_are_in_what_is_offered() -> None:
    assert offered("knees", dose=DoseLayer(sets=3)) == ["easier wall 3x12", "harder feet-up 3x6"]


@pytest.mark.parametrize(
    ("other", "doing", "easier", "harder"),
    [
        ("knees", "knees", "wall easier", "press -"),
        ("knees", "press", "knees reset", "feet-up harder"),
        ("knees", "feet-up", "press -", "one-arm -"),
        ("knees", "wall", None, "knees reset"),
        ("feet-up", "feet-up", "press -", "one-arm -"),
        ("feet-up", "press", "knees easier", "feet-up reset"),
        ("fly", "fly", None, None),
    ],
)
def test_what_is_beside_it_in_a_session(other: str, doing: str, easier: str | None, harder: str | None) -> None:
    of = library(other)
    item = of.plans["weeks"].weeks[0].do[0]
    assert [_beside("easier", of, item, doing), _beside("harder", of, item, doing)] == [easier, harder]


def test_no_condition_lets_the_harder_one_in() -> None:
    of = library("knees")
    item = of.plans["weeks"].weeks[0].do[0]
    assert _beside("harder", of, item, "knees", "wrist") is None


def _beside(way: Way, of: Library, item: PlanItem, doing: str, *conditions: str) -> str | None:
    person = Person(conditions=frozenset(conditions))
    found = neighbour(way, of.routines["strong"], of.exercises, person, day(1), named="press", doing=doing, item=item)
    return None if found is None else f"{found.exercise.id} {found.keeps or '-'}"
