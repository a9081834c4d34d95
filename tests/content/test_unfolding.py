"""A step `routine: ID` stands for that routine's steps, in every file that uses it and in all that follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.content.examining import check, examine
from coach.content.library import Folders, load
from coach.content.model import ExerciseStep, RestStep, RoundsStep, Routine, RoutineUse, SayStep, Text
from coach.content.unfolding import in_order, unfolded
from coach.session.compile import compile_routine
from coach.session.routine_lines import lines
from tests.content.shelf import exercise, fill, routine, small_library

WRITE = "write another routine, or take it out"


@pytest.fixture
def shipped(tmp_path: Path) -> Folders:
    return small_library(tmp_path / "shipped")


def told(tmp_path: Path, shipped: Folders, files: dict[str, str]) -> list[str]:
    fill(tmp_path, {f"{name}.yaml": text for name, text in files.items()})
    problems = check([tmp_path / f"{name}.yaml" for name in files], shipped, None)
    return [str(problem).removeprefix(f"{tmp_path}/") for problem in problems]


def mine(tmp_path: Path, files: dict[str, str]) -> Folders:
    return fill(tmp_path / "mine", {f"routines/guided/{name}.yaml": text for name, text in files.items()})


def test_the_steps_stand_in_its_place_and_the_routine_around_them_has_its_own_lengths(
    shipped: Folders, tmp_path: Path
) -> None:
    inner = routine(
        "inner", "[{say: Up., for: 4s}, {exercise: chin-tuck}, {exercise: plank, dose: {sets: 1}}, {rest: 9s}]"
    )
    inner += "prepare: 60s\nbetween: 40s\neffort: [7, 9]\nwhy: Because.\n"
    outer = routine("outer", "[{exercise: march}, {routine: inner}, {exercise: wall-sit}, {routine: inner}]")
    outer += "prepare: 3s\nbetween: 2s\n"
    catalogue = load(shipped, mine(tmp_path, {"inner": inner, "outer": outer}))
    assert catalogue.problems == ()
    whole = catalogue.routines["outer"]
    timeline = compile_routine(whole, catalogue)
    assert [(one.kind, one.seconds, one.exercise) for one in timeline.intervals] == [
        ("prepare", 3.0, "march"), ("work", 60.0, "march"),
        ("say", 4.0, None), ("work", 72.0, "chin-tuck"), ("between", 2.0, "plank"), ("work", 20.0, "plank"),
        ("rest", 9.0, "wall-sit"), ("work", 60.0, "wall-sit"),
        ("say", 4.0, None), ("work", 72.0, "chin-tuck"), ("between", 2.0, "plank"), ("work", 20.0, "plank"),
    ]  # fmt: skip
    assert timeline.id == "outer"
    assert timeline.exercises == 6
    assert [line.exercise.id for line in lines(whole, catalogue.exercises)][3:] == ["wall-sit", "chin-tuck", "plank"]
    assert (whole.effort, whole.why, whole.prepare) == (None, None, 3.0)
    assert catalogue.routines["inner"].prepare == 60.0


def test_a_chain_of_them_in_rounds(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "one": routine("one", "[{rounds: 2, steps: [{routine: two}]}]"),
        "two": routine("two", "[{rounds: 2, steps: [{routine: three}]}, {routine: three}]"),
        "three": routine("three", "[{rounds: 2, rest: 5s, steps: [{exercise: plank}]}]"),
        "breath": routine("breath", "[{say: Out., for: 5s}]"),
        "two-breaths": routine("two-breaths", "[{routine: breath}, {routine: breath}]"),
    }
    catalogue = load(shipped, mine(tmp_path, files))
    assert catalogue.problems == ()
    three = RoundsStep(2, (ExerciseStep("plank"),), 5.0)
    assert catalogue.routines["one"].steps == (RoundsStep(2, (RoundsStep(2, (three,)), three)),)
    assert catalogue.routines["two-breaths"].steps == (SayStep(Text("Out."), 5.0),) * 2


def test_the_limit_of_rounds_counts_through(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "outer": routine("outer", "[{rounds: 2, steps: [{rounds: 2, steps: [{routine: inner}]}, {routine: inner}]}]"),
        "inner": routine("inner", "[{rounds: 2, steps: [{rounds: 2, steps: [{exercise: plank}]}]}]"),
    }
    assert told(tmp_path, shipped, files) == [
        "outer.yaml:5:59: with those of inner rounds stand four deep here; write at most three inside one another"
    ]


def test_the_limits_of_length_and_intervals_count_through(shipped: Folders, tmp_path: Path) -> None:
    short = "{reps: 1, move: 1s, hold: 0s, back: 0s, rest: 0s, sets: 20}"
    files = {
        "long": routine("long", "[{exercise: march, dose: {for: 50m}}]"),
        "longer": routine("longer", "[{rounds: 3, steps: [{routine: long}]}, {routine: long}]"),
        "many": routine("many", f"[{{rounds: 20, rest: 0s, steps: [{{exercise: chin-tuck, dose: {short}}}]}}]"),
        "more": routine("more", f"[{', '.join(['{routine: many}'] * 5)}]"),
    }
    assert told(tmp_path, shipped, files) == [
        "longer.yaml:5:1: the routine lasts 3h21m20s; write fewer rounds or sets, at most 3h in all",
        "more.yaml:5:1: the routine has 2,100 intervals; write fewer rounds or sets, at most 2,000 in all",
    ]


def test_a_file_that_would_grow_beyond_all_bounds_is_refused_before_it_does(shipped: Folders, tmp_path: Path) -> None:
    files = {
        f"level-{n}": routine(f"level-{n}", f"[{{routine: level-{n - 1}}}, {{routine: level-{n - 1}}}]")
        for n in range(1, 40)
    }
    files["level-0"] = routine("level-0", "[{say: Out., for: 1s}]")
    found = told(tmp_path, shipped, files)
    assert "level-11.yaml:5:1: with those of other routines there are 2,048 steps; write at most 2,000 in all" in found
    assert "level-12.yaml:5:19: level-11 has problems of its own; mend its file first" in found
    assert not any(line.startswith("level-10.yaml") for line in found)


def test_a_long_chain_is_no_deep_one(shipped: Folders, tmp_path: Path) -> None:
    files = {f"link-{n}": routine(f"link-{n}", f"[{{routine: link-{n - 1}}}]") for n in range(1, 400)}
    files["link-0"] = routine("link-0", "[{exercise: plank}]")
    assert load(shipped, mine(tmp_path, files)).routines["link-399"].steps == (ExerciseStep("plank"),)


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        ("[{routine: desk-rest}]", "5:19: desk-rest is not known; did you mean desk-reset?"),
        ("[{routine: chin-tuck}]", None),
        ("[{routine: 5}]", "5:19: 5 is not an id; write the id of a routine"),
        ("[{routine: desk-reset, rest: 5s}]", "5:31: routine and rest exclude each other; keep one of them"),
        ("[{routine: desk-reset, dose: {reps: 5}}]", None),
        ("[{routines: desk-reset}]", "5:10: routines is not known; did you mean routine?"),
        ("[{rounds: 2, routine: desk-reset, steps: [{rest: 5s}]}]", None),
    ],
)
def test_what_is_wrong_with_one(shipped: Folders, tmp_path: Path, steps: str, problem: str | None) -> None:
    found = told(tmp_path, shipped, {"sample": routine("sample", steps)})
    assert len(found) == 1
    assert problem is None or found == [f"sample.yaml:{problem}"]


def test_one_with_problems_is_told_and_those_around_it_are_out_of_force(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "inner": routine("inner", "[{exercise: plank, dose: {reps: 5, every: 2s}}]"),
        "outer": routine("outer", "[{exercise: march}, {routine: inner}]"),
        "around": routine("around", "[{routine: outer}]"),
    }
    catalogue = load(shipped, mine(tmp_path, files))
    assert set(catalogue.routines) == {"desk-reset"}
    assert [f"{p.file.stem}:{p.line}:{p.column}: {p.text}" for p in catalogue.problems] == [
        "around:5:19: outer has problems of its own; mend its file first",
        "inner:5:43: every goes only with for, and this dose has reps; take every out",
        "outer:5:38: inner has problems of its own; mend its file first",
    ]


def test_a_circle_is_told_in_every_file_on_it_at_its_key(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "one": routine("one", "[{exercise: plank}, {rounds: 2, steps: [{routine: two}]}]"),
        "two": routine("two", "[{routine: desk-reset}, {routine: three}, {routine: one}]"),
        "three": routine("three", "[{routine: one}]"),
        "out": routine("out", "[{routine: one}]"),
        "self-same": routine("self-same", "[{routine: self-same}]"),
    }
    assert told(tmp_path, shipped, files) == [
        f"one.yaml:5:49: routine leads round in a circle: one, two, one; {WRITE}",
        f"two.yaml:5:51: routine leads round in a circle: two, one, two; {WRITE}",
        f"three.yaml:5:10: routine leads round in a circle: three, one, two, three; {WRITE}",
        "out.yaml:5:19: one has problems of its own; mend its file first",
        f"self-same.yaml:5:10: routine leads round in a circle: self-same, self-same; {WRITE}",
    ]


def test_a_circle_is_told_beside_whatever_else_is_wrong_in_its_files(shipped: Folders, tmp_path: Path) -> None:
    files = {
        "one": routine("one", "[{exercise: plenk}, {routine: two}]"),
        "two": routine("two", "[{exercise: plank, rounds: 2}, {routine: one}]"),
        "sound": routine("sound", "[{routine: two}]"),
        "self-same": routine("self-same", "[{say: Go., for: 5 s}, {routine: self-same}]"),
    }
    assert told(tmp_path, shipped, files) == [
        "one.yaml:5:20: plenk is not known; did you mean plank?",
        f"one.yaml:5:29: routine leads round in a circle: one, two, one; {WRITE}",
        "two.yaml:5:27: exercise and rounds exclude each other; keep one of them",
        f"two.yaml:5:40: routine leads round in a circle: two, one, two; {WRITE}",
        "sound.yaml:5:19: two has problems of its own; mend its file first",
        "self-same.yaml:5:25: 5 s is not a length of time; write 5s",
        f"self-same.yaml:5:32: routine leads round in a circle: self-same, self-same; {WRITE}",
    ]


def test_a_circle_that_a_mended_file_would_close_is_told_and_leaves_the_shipped_one(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    fill(tmp_path / "shipped", {"routines/guided/around.yaml": routine("around", "[{routine: desk-reset}]")})
    yours = mine(tmp_path, {"desk-reset": routine("desk-reset", "[{exercise: plenk}, {routine: around}]")})
    catalogue = load(shipped, yours)
    assert [f"{p.file.name}:{p.line}:{p.column}" for p in catalogue.problems] == [
        "around.yaml:5:10",
        "desk-reset.yaml:5:20",
        "desk-reset.yaml:5:29",
    ]
    assert catalogue.routines["around"].steps == (ExerciseStep("chin-tuck"), ExerciseStep("plank"))


def test_a_circle_of_shipped_files_is_told_once_in_each_where_one_s_own_closes_the_same(tmp_path: Path) -> None:
    shipped = small_library(tmp_path / "shipped")
    circle = {"around": "[{routine: back}]", "back": "[{routine: around}]"}
    fill(tmp_path / "shipped", {f"routines/guided/{one}.yaml": routine(one, text) for one, text in circle.items()})
    catalogue = load(shipped, mine(tmp_path, {"back": routine("back", circle["back"])}))
    assert [p.text for p in catalogue.problems if p.file.name == "around.yaml"] == [
        f"routine leads round in a circle: around, back, around; {WRITE}"
    ]
    assert set(catalogue.routines) == {"desk-reset"}


def test_a_circle_through_a_shipped_file_leaves_that_in_force(shipped: Folders, tmp_path: Path) -> None:
    fill(tmp_path / "shipped", {"routines/guided/around.yaml": routine("around", "[{routine: desk-reset}]")})
    yours = mine(tmp_path, {"desk-reset": routine("desk-reset", "[{routine: around}]")})
    catalogue = load(shipped, yours)
    assert [f"{p.file.stem}:{p.line}:{p.column}" for p in catalogue.problems] == ["around:5:10", "desk-reset:5:10"]
    assert catalogue.routines["around"].steps == (ExerciseStep("chin-tuck"), ExerciseStep("plank"))
    assert not catalogue.is_yours("routine", "desk-reset")


def test_one_s_own_routine_is_what_a_shipped_one_stands_for(shipped: Folders, tmp_path: Path) -> None:
    fill(tmp_path / "shipped", {"routines/guided/around.yaml": routine("around", "[{routine: desk-reset}]")})
    catalogue = load(shipped, mine(tmp_path, {"desk-reset": routine("desk-reset", "[{exercise: march}]")}))
    assert catalogue.routines["around"].steps == (ExerciseStep("march"),)


def test_a_plan_s_item_sees_through(shipped: Folders, tmp_path: Path) -> None:
    plan = "kind: plan\nformat: 1\nid: sample\ntitle: Sample\nweeks:\n  - weeks: 1-\n"
    plan += "    do: [{routine: around, days: [mon], %s}]\n"
    files = {"around": routine("around", "[{routine: desk-reset}]")}
    assert told(tmp_path, shipped, {**files, "sample": plan % "dose: {sets: 2}, only: [plank]"}) == []
    assert told(tmp_path, shipped, {**files, "sample": plan % "dose: {sets: 2}, only: [march]"}) == [
        "sample.yaml:7:65: march is not in around; write one of its exercises: chin-tuck, plank"
    ]


def test_where_each_exercise_stands_is_where_the_other_routine_is_named(shipped: Folders, tmp_path: Path) -> None:
    fill(tmp_path, {"sample.yaml": routine("sample", "[{exercise: march}, {routine: desk-reset}, {exercise: plank}]")})
    [placed] = examine([tmp_path / "sample.yaml"], shipped, None).routines
    assert [mark.column for mark in placed.steps] == [20, 38, 38, 62]
    assert [step.exercise for step in placed.routine.steps if isinstance(step, ExerciseStep)][1] == "chin-tuck"
    assert {one.routine.id for one in examine([], shipped, None).routines} == {"desk-reset"}


def test_a_shipped_one_behind_a_file_of_one_s_own_is_judged_too(shipped: Folders, tmp_path: Path) -> None:
    fill(
        tmp_path / "shipped",
        {
            "routines/guided/around.yaml": routine("around", "[{rounds: 20, steps: [{routine: desk-reset}]}]"),
            "routines/exercises/plank.yaml": exercise("plank", "{for: 20m}"),
        },
    )
    catalogue = load(shipped, mine(tmp_path, {"around": routine("around", "[{routine: desk-reset}]")}))
    assert [p.file.parts[-4] for p in catalogue.problems] == ["shipped"]
    assert catalogue.is_yours("routine", "around")


def test_a_routine_without_one_is_the_same_object() -> None:
    plain = Routine("plain", Text("Plain"), (RestStep(5.0), RoundsStep(2, (ExerciseStep("plank"),))))
    assert unfolded(plain, {}) is plain
    using: Routine = Routine("using", Text("Using"), (RoutineUse("plain"),))  # type: ignore[arg-type]  # as read
    assert unfolded(using, {"plain": plain}).steps == plain.steps
    assert list(in_order({"using": ["plain", "gone"], "plain": []})) == ["plain", "using"]
