"""A step's note: shown with its exercise while that comes and is done, and said before it where its author says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import CoachingEvent, DoseLayer, ExerciseStep, RestStep, RoundsStep, RoutineStep, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.introductions import rushed
from coach.session.routine_lines import lines
from coach.session.timeline import Timeline
from tests.session.library import COACHING, SILENT, catalogue, exercise, routine, says, step, table, with_events

NOTE = Text("Red band.", {"de": "Rotes Band."})  # 0.6 s of speech
SHORT = "Next: Some. 2 repetitions."


def noted(dose: DoseLayer | None = None, *, is_said: bool = True, note: Text = NOTE) -> ExerciseStep:
    return ExerciseStep("some", dose or DoseLayer(), note=note, says_note=is_said)


def timeline_of(*steps: RoutineStep, between: float = 10.0, prepare: float = 10.0, language: str = "en") -> Timeline:
    library = catalogue(exercise("some", DoseLayer(reps=2), (), "Sit tall."), coaching=COACHING)
    return compile_routine(routine(*steps, prepare=prepare, between=between), library, language)


def test_it_is_shown_wherever_its_exercise_is_and_comes() -> None:
    both = noted(DoseLayer(sides="both", sets=2), is_said=False)
    timeline = timeline_of(step("some"), both, RestStep(5.0), noted(note=Text("Blue band.")), SayStep(Text("Up."), 5.0))
    assert [(one.kind, one.note) for one in timeline.intervals] == [
        ("prepare", None), ("work", None), ("between", "Red band."),
        ("work", "Red band."), ("switch", "Red band."), ("work", "Red band."), ("rest", "Red band."),
        ("work", "Red band."), ("switch", "Red band."), ("work", "Red band."),
        ("rest", "Blue band."), ("work", "Blue band."), ("say", None),
    ]  # fmt: skip
    assert [one.as_json().get("note") for one in timeline.intervals[1:4]] == [None, "Red band.", "Red band."]
    assert "note" not in timeline.intervals[1].as_json()


def test_without_say_nobody_says_it() -> None:
    assert table(timeline_of(noted(is_said=False)), "note") == []


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((step("some"), noted()), ['18 "Next: Some. 2 repetitions. Sit tall."', '18 "Red band."']),
        ((step("some"), RestStep(9.0), noted()), ['18 "Next: Some. 2 repetitions. Sit tall."', '18 "Red band."']),
        ((SayStep(Text("Up."), 4.0), noted()), ['4 "Red band."']),  # in `prepare`
        ((step("some"), SayStep(Text("Up."), 4.0), noted()), ['22 "Red band."']),  # nothing leads to it: as it begins
        ((step("some"), RestStep(9.0), SayStep(Text("Up."), 4.0), noted()), ['31 "Red band."']),
        (
            (RoundsStep(2, (noted(),), 9.0),),
            ['0 "Red band."', '18 "Next: Some. 2 repetitions. Sit tall."', '18 "Red band."'],
        ),
    ],
)
def test_it_is_said_behind_what_announces_the_exercise(steps: tuple[RoutineStep, ...], told: list[str]) -> None:
    assert table(timeline_of(*steps), "next", "note") == told


@pytest.mark.parametrize(
    ("note", "dose", "told"),
    [
        (NOTE, DoseLayer(reps=6), ['0 "Red band."', '0.6 "Sit tall."']),
        (NOTE, DoseLayer(for_seconds=30.0), ['0 "Red band."', '0.6 "Sit tall."']),
        (Text("a" * 75), DoseLayer(reps=6), [f'0 "{"a" * 75}"', '5 "Sit tall."']),  # longer than one repetition
        (Text("a" * 150), DoseLayer(reps=1), [f'0 "{"a" * 150}"']),  # longer than the whole work
    ],
)
def test_where_nothing_leads_to_the_exercise_the_description_stands_behind_it(
    note: Text, dose: DoseLayer, told: list[str]
) -> None:
    coaching = with_events(describe=CoachingEvent(says("{describe}")))
    known = (exercise("other", DoseLayer(reps=1)), exercise("some", DoseLayer(reps=2)))
    steps = (step("other"), SayStep(Text("Up."), 5.0), noted(dose, note=note))
    timeline = compile_routine(routine(*steps, prepare=0.0), catalogue(*known, coaching=coaching))
    begins = timeline.intervals[-1].start
    cues = [cue for cue in timeline.cues if cue.event in ("note", "describe") and cue.at >= begins]
    assert [f'{cue.at - begins:g} "{cue.say}"' for cue in cues] == told


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (DoseLayer(sets=3, rest=9.0), ['10 "Red band."']),
        (DoseLayer(sides="both", switch=3.0), ['10 "Red band."']),
        (DoseLayer(sides="alternate"), ['10 "Red band."']),
        (DoseLayer(sides="right"), ['10 "Red band."']),
    ],
)
def test_it_is_said_once_however_many_sets_and_sides(dose: DoseLayer, told: list[str]) -> None:
    for between, at in ((10.0, told), (0.0, ['0 "Red band."'])):
        timeline = timeline_of(noted(dose), prepare=between)
        assert [line.replace("0 ", "10 ", 1) if between else line for line in table(timeline, "note")] == at


@pytest.mark.parametrize(
    ("between", "told"),
    [
        (3.2, [f'18 "{SHORT} Sit tall."', '18 "Red band."']),
        (2.6, [f'18 "{SHORT}"', '18 "Red band."']),  # 2.4 s with the description alone, which gives way
        (1.4, ['18 "Next: Some."', '18 "Red band."']),
        (1.0, ['18 "Next: Some."', '19 "Red band."']),  # no time for both: as the exercise begins
        (0.5, ['18.5 "Red band."']),
        (0.0, ['18 "Red band."']),
    ],
)
def test_where_time_is_short_it_comes_before_the_description(between: float, told: list[str]) -> None:
    assert table(timeline_of(step("some"), noted(), between=between), "next", "note") == told


def test_the_description_that_gave_way_is_told_as_the_exercise_begins() -> None:
    library = catalogue(
        exercise("other", DoseLayer(reps=2)), exercise("some", DoseLayer(reps=2), (), "Sit tall."),
        coaching=with_events(describe=CoachingEvent(says("{describe}"))),
    )  # fmt: skip
    timeline = compile_routine(routine(step("other"), noted(), prepare=0.0, between=2.6), library)
    assert table(timeline, "next", "note", "describe")[-3:] == [f'8 "{SHORT}"', '8 "Red band."', '10.6 "Sit tall."']


def test_a_silent_coach_still_says_it_in_the_session_s_language() -> None:
    library = catalogue(exercise("some", DoseLayer(reps=2)), coaching=SILENT)
    timeline = compile_routine(routine(noted(), prepare=10.0, between=10.0), library, "de")
    assert table(timeline) == ['0 "Rotes Band."']
    assert timeline.intervals[1].note == "Rotes Band."


def test_no_later_sentence_takes_its_place() -> None:
    timeline = timeline_of(step("some"), noted())
    ranks = {cue.event: cue.rank for cue in timeline.cues if cue.say}
    assert ranks["note"] == ranks["next"] == max(ranks.values())
    assert {cue.room for cue in timeline.cues if cue.event in ("next", "note")} == {None}


def test_the_time_that_it_takes_is_no_time_to_fetch_something() -> None:
    fetched = replace(exercise("some", DoseLayer(reps=2)), needs=("towel",))
    library = catalogue(exercise("other", DoseLayer(reps=2)), fetched, coaching=COACHING)
    long = Text("Elbow on a rolled towel, and the band around both hands, palms up.")
    for note, is_rushed in ((NOTE, False), (long, True)):
        timeline = compile_routine(routine(step("other"), noted(note=note), prepare=9.0, between=13.0), library)
        assert bool(list(rushed(timeline, library.exercises, library.coaching))) is is_rushed


def test_a_routine_s_lines_have_it() -> None:
    told = lines(routine(step("some"), noted()), catalogue(exercise("some", DoseLayer(reps=2))).exercises)
    assert [line.note for line in told] == [None, NOTE]


def test_a_load_is_shown_as_a_note_is_and_never_said() -> None:
    loaded = ExerciseStep("some", load=Text("Red band", {"de": "Rotes Band"}))
    timeline = timeline_of(step("some"), loaded, RestStep(5.0), loaded, language="de")
    assert [one.load for one in timeline.intervals] == [None, None, *["Rotes Band"] * 4]
    assert [one.as_json().get("load") for one in timeline.intervals[1:3]] == [None, "Rotes Band"]
    assert all("Band" not in (cue.say or "") for cue in timeline.cues)
