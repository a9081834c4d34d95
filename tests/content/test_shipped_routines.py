"""The shipped routines: lengths and doses of the evidence paper, and everything said that a listener needs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach import resources
from coach.content.catalogue import Catalogue, Folders, load
from coach.content.model import ExerciseStep, Progress
from coach.session.compile import compile_routine, compile_test

# routine -> seconds that the evidence paper gives
LENGTHS = {
    "desk-reset": 120,
    "two-minute-band": 120,
    "anti-slouch-daily": 570,
    "upper-back-strength": 870,
    "before-run": 300,
    "after-run": 420,
    "gentle-recovery": 480,
}

# Sets x repetitions @ seconds a repetition, or the length of a hold, step by step.
DOSES = {
    "desk-reset": [
        ("chin-tuck", "1x5@5"), ("scapular-squeeze", "1x6@5"), ("cat-cow-seated", "1x4@5"),
        ("seated-rotation", "1x3 a side@3"),
    ],  # nothing that a chair with wheels spoils, nor that an office stares at
    "anti-slouch-daily": [
        ("thoracic-extension-chair", "1x8@5"), ("seated-rotation", "1x6 a side@4"), ("chin-tuck", "1x8@7"),
        ("wall-angel", "2x8@5"), ("doorway-stretch", "2x30 s"), ("prone-cobra", "2x5@8"), ("bird-dog", "1x6 a side@6"),
    ],
    "upper-back-strength": [
        ("cat-cow", "1x8@5"), ("band-row", "2x12@4"), ("band-pull-apart", "2x12@4"), ("prone-t", "2x8@5"),
        ("face-pull", "2x10@4"), ("push-up-plus", "2x10@4"), ("side-plank", "20 s a side"), ("doorway-stretch", "30 s"),
    ],
    "before-run": [
        ("march", "60 s"), ("wall-slide", "1x8@4"), ("standing-rotation", "1x8 a side@2"),
        ("scapular-squeeze", "1x12@3"), ("arm-swing", "3x20 s"), ("ankle-lean", "1x4@6"),
    ],
    "after-run": [
        ("walk", "60 s"), ("bruegger-relief", "30 s"), ("upper-trapezius-stretch", "30 s a side"),
        ("levator-stretch", "30 s a side"), ("doorway-stretch", "30 s"), ("thread-the-needle", "20 s a side"),
        ("childs-pose", "40 s"), ("hip-flexor-stretch", "30 s a side"),
    ],
    "gentle-recovery": [
        ("belly-breathing", "60 s"), ("deep-neck-flexor-nod", "1x5@8"), ("cat-cow", "1x8@5"),
        ("thread-the-needle", "1x4 a side@5"), ("scapular-squeeze", "1x6@5"), ("thoracic-extension-chair", "1x5@5"),
        ("childs-pose", "40 s"), ("walk", "120 s"),
    ],
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


@pytest.mark.parametrize(("id_", "seconds"), [("desk-reset", 120), ("anti-slouch-daily", 576), ("before-run", 300)])
def test_exact_length(library: Catalogue, id_: str, seconds: float) -> None:
    assert compile_routine(library.routines[id_], library).seconds == seconds


@pytest.mark.parametrize("id_", DOSES)
def test_doses(library: Catalogue, id_: str) -> None:
    steps = [step for step in library.routines[id_].steps if isinstance(step, ExerciseStep)]
    assert [(step.exercise, dose_in_short(library, step)) for step in steps] == DOSES[id_]


@pytest.mark.parametrize("id_", RESTS)
def test_rests_between_sets(library: Catalogue, id_: str) -> None:
    steps = [step for step in library.routines[id_].steps if isinstance(step, ExerciseStep)]
    doses = {step.exercise: step.dose.over(library.exercises[step.exercise].dose).settled() for step in steps}
    assert {name: dose.rest for name, dose in doses.items() if dose.sets > 1} == RESTS[id_]


@pytest.mark.parametrize(
    ("id_", "prepare_and_between"),
    [("anti-slouch-daily", 10), ("upper-back-strength", 15), ("before-run", 6), ("after-run", 5),
     ("gentle-recovery", 10)],
)  # fmt: skip
def test_change_overs(library: Catalogue, id_: str, prepare_and_between: float) -> None:
    routine = library.routines[id_]
    assert (routine.prepare, routine.between) == (prepare_and_between, prepare_and_between)


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
        4: (3, None, (), None),
        5: (3, None, (), None),
        7: (3, 3, ("band-row",), None),
        8: (3, None, (), 0.5),
        9: (2, None, (), None),
    }
    assert all(any(item.test == "wall-test" for item in block.do) for block in plan.weeks)
    assert plan.weeks[-1].last is None


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
    spoken = [(cue.at, cue.say) for cue in timeline.cues if cue.say]
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
    assert said == [
        (310.0, "Run tall."),
        (610.0, "Eyes to the horizon."),
        (910.0, "Head over chest."),
        (1210.0, "Drop your shoulders."),
        (1510.0, "Shake out your hands."),
    ]
    (step,) = library.routines["run-tall"].steps
    assert isinstance(step, ExerciseStep)
    assert len(step.cues[0].say) == 12  # type: ignore[union-attr]


# --- which of them rise ---


def test_strength_and_daily_routines_have_levels_and_the_easy_ones_stay_as_they_are(library: Catalogue) -> None:
    rising = {name: routine.goal for name, routine in library.routines.items() if routine.progress is not None}
    assert rising == {
        "anti-slouch-daily": "daily",
        "deep-neck-flexors": "daily",
        "two-minute-band": "strength",
        "upper-back-strength": "strength",
    }
    assert {library.routines[name].progress for name in ("anti-slouch-daily", "upper-back-strength")} == {Progress()}
    band = library.routines["two-minute-band"].progress
    assert band == Progress(steps=()), "two minutes are what its trial had"
