"""The shipped routines: lengths and doses of the evidence paper, and everything said that a listener needs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.laid_doses import exercise_steps
from coach.content.library import Folders, load
from coach.content.model import ExerciseStep, Progress, RoundsStep, SayStep
from coach.session.compile import compile_routine, compile_test

# routine -> seconds, with what is fetched, gone to and said beforehand; docs/evidence.md, section 3, has them
LENGTHS = {
    "after-run": 679,
    "after-run-short": 147,
    "anti-slouch-daily": 636,
    "before-run": 391,
    "desk-reset": 132,
    "desk-reset-alone": 149,
    "gentle-recovery": 553,
    "ribs-and-breath": 384,
    "runners-legs": 799,
    "standing-reset": 150,
    "steady-neck": 209,
    "two-minute-band": 150,
    "upper-back-strength": 950,
    "walking-break": 302,
}

# Sets x repetitions @ seconds a repetition, or the length of a hold, step by step.
DOSES = {
    "desk-reset": [
        ("chin-tuck", "1x5@5"), ("scapular-squeeze", "1x5@5"), ("cat-cow-seated", "1x4@5"),
        ("seated-rotation", "1x3 a side@3"),
    ],  # nothing that a chair with wheels spoils, nor that an office stares at
    "anti-slouch-daily": [
        ("thoracic-extension-chair", "1x8@5"), ("seated-rotation", "1x6 a side@4"), ("chin-tuck", "1x8@7"),
        ("wall-angel", "2x8@5"), ("doorway-stretch", "2x30 s"), ("prone-cobra", "2x5@8"), ("bird-dog", "1x6 a side@6"),
    ],
    "upper-back-strength": [
        ("band-row", "2x12@4"), ("face-pull", "2x10@4"), ("band-pull-apart", "2x12@4"), ("doorway-stretch", "30 s"),
        ("cat-cow", "1x8@5"), ("prone-t", "2x8@5"), ("push-up-plus", "2x10@4"), ("side-plank", "20 s a side"),
    ],  # the floor once, the band fixed twice
    "before-run": [
        ("march", "60 s"), ("calf-raise", "1x8@4"), ("wall-slide", "1x8@4"), ("standing-rotation", "1x8 a side@2"),
        ("scapular-squeeze", "1x12@3"), ("arm-swing", "3x20 s"), ("ankle-lean", "1x4@6"),
    ],
    "after-run": [
        ("walk", "60 s"), ("calf-stretch", "20 s a side"), ("hamstring-stretch", "20 s a side"),
        ("bruegger-relief", "30 s"), ("upper-trapezius-stretch", "30 s a side"),
        ("levator-stretch", "30 s a side"), ("doorway-stretch", "30 s"), ("thread-the-needle", "20 s a side"),
        ("childs-pose", "20 s a side"), ("hip-flexor-stretch", "30 s a side"),
    ],
    "gentle-recovery": [
        ("belly-breathing", "60 s"), ("deep-neck-flexor-nod", "1x5@8"), ("open-book", "1x4 a side@5"),
        ("childs-pose", "20 s a side"), ("cat-cow-seated", "1x8@5"), ("breastbone-lift", "1x5@5"),
        ("scapular-squeeze", "1x6@5"), ("walk", "120 s"),
    ],  # lying, sitting, standing, and no weight on a sore shoulder
    "desk-reset-alone": [
        ("bruegger-relief", "20 s"), ("chin-tuck", "1x5@5"), ("scapular-squeeze", "1x6@5"),
        ("breastbone-lift", "1x5@5"),
    ],
    "after-run-short": [("walk", "30 s"), ("calf-stretch", "15 s a side"), ("hip-flexor-standing", "15 s a side")],
    "runners-legs": [
        ("calf-raise", "2x10@6"), ("single-leg-stand", "20 s a side"), ("step-down", "2x8 a side@5"),
        ("side-leg-lift", "2x10 a side@5"),
    ],
    "run-walk-1": [("walk", "180 s"), ("easy-run", "60 s"), ("walk", "120 s")],
}  # fmt: skip

RESTS = {
    "anti-slouch-daily": {"wall-angel": 30, "doorway-stretch": 10, "prone-cobra": 30},
    "before-run": {"arm-swing": 10},
}
SPEECH = 15.0  # characters a second, as the coach counts


@pytest.fixture(scope="module")
def library() -> Catalogue:
    return load(Folders(resources.routines(), resources.media()))


def dose_in_short(library: Catalogue, step: ExerciseStep) -> str:
    dose = step.dose.over(library.exercises[step.exercise].dose).settled()
    side = " a side" if dose.sides in ("both", "alternate") else ""
    if dose.reps is None:
        sets = f"{dose.sets}x" if dose.sets > 1 else ""
        return f"{sets}{dose.for_seconds:.0f} s{side}"
    return f"{dose.sets}x{dose.reps}{side}@{dose.move + dose.hold + dose.back + dose.pause:.0f}"


@pytest.mark.parametrize("id_", LENGTHS)
def test_length_within_five_per_cent(library: Catalogue, id_: str) -> None:
    timeline = compile_routine(library.routines[id_], library)
    assert timeline.seconds == pytest.approx(LENGTHS[id_], rel=0.05)


@pytest.mark.parametrize("id_", DOSES)
def test_doses(library: Catalogue, id_: str) -> None:
    steps = exercise_steps(library.routines[id_].steps)
    assert [(step.exercise, dose_in_short(library, step)) for step in steps] == DOSES[id_]


@pytest.mark.parametrize("id_", RESTS)
def test_rests_between_sets(library: Catalogue, id_: str) -> None:
    steps = [step for step in library.routines[id_].steps if isinstance(step, ExerciseStep)]
    doses = {step.exercise: step.dose.over(library.exercises[step.exercise].dose).settled() for step in steps}
    assert {name: dose.rest for name, dose in doses.items() if dose.sets > 1} == RESTS[id_]


FLOOR = {"kneeling", "all-fours", "prone", "supine", "side-lying"}


def test_nobody_goes_down_to_the_floor_twice_in_one_routine(library: Catalogue) -> None:
    again = []
    for routine in library.routines.values():
        lies = [library.exercises[step.exercise].position in FLOOR for step in exercise_steps(routine.steps)]
        if sum(here and not before for before, here in pairwise((False, *lies))) > 1:
            again.append(routine.id)
    assert again == []


def test_a_routine_that_ends_on_the_floor_says_how_to_come_up(library: Catalogue) -> None:
    silent = []
    for routine in library.routines.values():
        *_, last = exercise_steps(routine.steps)
        end = routine.steps[-1]
        if library.exercises[last.exercise].position in FLOOR:
            said = str(end.say) if isinstance(end, SayStep) else ""
            silent += [routine.id] if "come up slowly" not in said else []
    assert silent == []


def test_what_has_to_be_fetched_is_said_first(library: Catalogue) -> None:
    """Where it is more than the chair that one sits on, the program waits until it lies there."""
    rushed = []
    for routine in library.routines.values():
        needed = {kit for step in exercise_steps(routine.steps) for kit in library.exercises[step.exercise].needs}
        first = routine.steps[0]
        waits = isinstance(first, SayStep) and first.seconds is None
        if needed & {"band", "mat", "towel", "step", "foam-roller"} and not waits:
            rushed.append(routine.id)
    assert rushed == []


def test_coming_back_to_running_has_five_stages_that_run_longer_and_longer(library: Catalogue) -> None:
    stages = [library.routines[f"run-walk-{number}"] for number in range(1, 6)]
    rounds = [step for stage in stages for step in stage.steps if isinstance(step, RoundsStep)]
    assert [(one.rounds, *(step.dose.for_seconds for step in exercise_steps(one.steps))) for one in rounds] == [
        (10, 60, 120), (8, 120, 120), (7, 180, 60), (5, 300, 60), (3, 600, 60),
    ]  # fmt: skip
    assert {stage.goal for stage in stages} == {"running"}
    for condition in ("three days", "walk of 30 minutes", "full breath", "4 or more", "twice"):
        assert condition in str(stages[0].why)


def test_whoever_runs_is_told_before_it_when_to_stop(library: Catalogue) -> None:
    """By the one sentence of the exercise: by itself, in a cue track, in the stages of coming back."""
    easy_run = str(library.exercises["easy-run"].describe)
    assert easy_run.startswith("Begin slowly")
    assert "Stop if your chest feels wrong, you feel faint, or a pain turns sharp." in easy_run
    for routine in (one for one in library.routines.values() if one.goal == "running"):
        timeline = compile_routine(routine, library)
        runs = [one.start for one in timeline.intervals if one.kind == "work" and one.exercise == "easy-run"]
        told = [cue.at for cue in timeline.cues if easy_run in (cue.say or "")]
        assert told, routine.id
        assert told[0] < runs[0], routine.id


def test_the_two_minute_band_lasts_as_long_as_one_can(library: Catalogue) -> None:
    (work,) = [i for i in compile_routine(library.routines["two-minute-band"], library).intervals if i.kind == "work"]
    assert (work.exercise, work.open, work.seconds) == ("lateral-raise", "max", 120)


def test_the_neck_protocol_grows_over_six_weeks(library: Catalogue) -> None:
    weeks: dict[int, tuple[int, float]] = {}
    for block in library.plans["eight-weeks"].weeks:
        for item in block.do:
            if item.routine == "deep-neck-flexors":
                for week in range(block.first, (block.last or block.first) + 1):
                    weeks[week] = (item.dose.reps, item.dose.hold)
    assert weeks == {1: (5, 5), 2: (8, 5), 3: (10, 5), 4: (8, 10), 5: (10, 10), 6: (10, 10)}
    (step,) = [s for s in library.routines["deep-neck-flexors"].steps if isinstance(s, ExerciseStep)]
    assert step.dose.over(library.exercises[step.exercise].dose).settled().pause == 10


def test_the_plan_grows_eases_and_goes_on(library: Catalogue) -> None:
    plan = library.plans["eight-weeks"]
    strength = {
        block.first: (len(item.days), item.dose.sets, item.only, item.volume)
        for block in plan.weeks
        for item in block.do
        if item.routine == "upper-back-strength"
    }
    assert strength == {
        1: (2, 1, (), None),
        2: (2, 1, (), None),
        3: (3, 1, (), None),
        4: (3, 1, ("prone-t", "push-up-plus"), None),
        5: (3, None, (), None),
        7: (3, 3, ("band-row",), None),
        8: (3, None, (), 0.5),
        9: (2, None, (), None),
    }
    assert all(any(item.test == "wall-test" for item in block.do) for block in plan.weeks)
    assert plan.weeks[-1].last is None


def test_beginners_meet_the_floor_planks_in_week_five(library: Catalogue) -> None:
    variants = {
        block.first: dict(item.variants)
        for block in library.plans["eight-weeks"].weeks
        for item in block.do
        if item.routine == "upper-back-strength"
    }
    easier = {"push-up-plus": "push-up-plus-wall", "side-plank": "side-plank-knees"}
    assert variants == {1: easier, 2: easier, 3: easier, 4: easier, 5: {}, 7: {}, 8: {}, 9: {}}


def test_each_week_has_an_easy_day_and_no_day_twice_the_work(library: Catalogue) -> None:
    for block in library.plans["eight-weeks"].weeks[:-1]:
        days = {str(item.routine): set(item.days) for item in block.do}
        assert days["gentle-recovery"] == {"sun"}
        assert not days["upper-back-strength"] & days["anti-slouch-daily"]


def test_runners_come_back_stage_by_stage_with_something_before_and_after(library: Catalogue) -> None:
    blocks = library.plans["eight-weeks-running"].weeks
    assert blocks[-1].last is None
    for block in blocks:
        items = {str(item.routine): item for item in block.do}
        (run,) = (item for item in block.do if item.routine and library.routines[item.routine].goal == "running")
        assert run.routine == (f"run-walk-{block.first}" if block.first <= 5 else "run-tall")
        assert len(run.days) == 2, "each stage twice"
        places = sorted(("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(day) for day in run.days)
        assert places[1] - places[0] > 1, "with a day of rest between"
        assert places[0] + 7 - places[1] > 1
        assert items["before-run"].days == items["after-run"].days == run.days
        assert run.if_sore == "walking-break", "who hurts walks instead"
        assert not set(items["runners-legs"].days) & set(run.days)


_TELLING = ("prepare", "next", "describe", "cue", "say")


@pytest.mark.parametrize("id_", [*LENGTHS, "deep-neck-flexors"])
def test_each_exercise_is_explained_aloud_by_its_start(library: Catalogue, id_: str) -> None:
    """With eyes shut: its description is spoken before it, or a sentence of instruction within its first 3 seconds."""
    timeline = compile_routine(library.routines[id_], library)
    spoken = [(cue.at, cue.say) for cue in timeline.cues if cue.say and cue.event in _TELLING]
    for index, work in enumerate(timeline.intervals):
        if work.kind == "work" and (work.set or 1) == 1 and work.side != "right":
            lead_in = timeline.intervals[index - 1]
            before = [say for at, say in spoken if lead_in.start <= at < work.start]
            describe = str(library.exercises[work.exercise or ""].describe)
            explained = any(say.endswith(describe) for say in before)
            told = any(work.start <= at <= work.start + 3 for at, _ in spoken)
            instructed = index >= 2 and timeline.intervals[index - 2].kind == "say"
            assert before, f"{work.exercise} begins unannounced"
            assert explained or told or instructed, f"{work.exercise} begins unexplained"


_TELLING = ("prepare", "next", "describe", "cue", "say")


@pytest.mark.parametrize("id_", [*LENGTHS, "deep-neck-flexors"])
def test_no_sentence_is_cut_by_the_next(library: Catalogue, id_: str) -> None:
    timeline = compile_routine(library.routines[id_], library)
    spoken = [(cue.at, cue.say) for cue in timeline.cues if cue.say and cue.event != "wait"]  # that waits its turn
    late = [say for (at, say), (then, _) in pairwise(spoken) if at + len(say) / SPEECH > then + 1e-6]
    assert late == []


def test_the_wall_test_can_be_followed_with_eyes_shut(library: Catalogue) -> None:
    timeline = compile_test(library.tests["wall-test"], library)
    instructions = [i for i in timeline.intervals if i.kind == "say" and not i.wait]
    assert len(instructions) == 3
    assert all(len(i.text or "") / SPEECH <= i.seconds for i in instructions)
    assert [i.seconds for i in timeline.intervals if i.kind == "work"] == [30]


def test_the_cue_track_for_a_run_says_the_twelve_cues_five_minutes_apart(library: Catalogue) -> None:
    timeline = compile_routine(library.routines["run-tall"], library)
    said = [(cue.at, cue.say) for cue in timeline.cues if cue.event == "cue"]
    assert said[-1] == (1793.0, "Nearly done. Then walk until your breath is quiet.")
    assert said[:-1] == [
        (313.0, "Run tall."),
        (613.0, "Eyes to the horizon."),
        (913.0, "Head over chest."),
        (1213.0, "Drop your shoulders."),
        (1513.0, "Shake out your hands."),
    ]
    (step,) = exercise_steps(library.routines["run-tall"].steps)
    assert len(step.cues[0].say) == 12  # type: ignore[union-attr]


# --- which of them rise ---


def test_strength_and_daily_routines_have_levels_and_the_easy_ones_stay_as_they_are(library: Catalogue) -> None:
    rising = {name: routine.goal for name, routine in library.routines.items() if routine.progress is not None}
    assert rising == {
        "anti-slouch-daily": "daily",
        "deep-neck-flexors": "daily",
        "runners-legs": "strength",
        "two-minute-band": "strength",
        "upper-back-strength": "strength",
    }
    assert {library.routines[name].progress for name in ("anti-slouch-daily", "upper-back-strength")} == {Progress()}
    band = library.routines["two-minute-band"].progress
    assert band == Progress(steps=()), "two minutes are what its trial had"
