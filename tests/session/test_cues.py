"""Where cues stand and what they say (docs/format.md, Cues; and kind: coaching), as timetables."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from coach.content.model import (
    Coaching,
    CoachingEvent,
    CueAt,
    CueAtPhase,
    CueEach,
    CueEvery,
    DoseLayer,
    RestStep,
    RoundsStep,
    SayStep,
    Text,
)
from coach.session.compile import compile_routine
from coach.session.timeline import Aside, Timeline
from tests.session.library import COACHING, catalogue, exercise, routine, says, step, table, with_events

REPS = DoseLayer(reps=4, move=2.0, back=2.0)


def timeline_of(
    *steps: object,
    dose: DoseLayer = REPS,
    cues: tuple[str, ...] = (),
    describe: str = "Sit tall.",
    coaching: Coaching = COACHING,
    prepare: float = 10.0,
    between: float = 10.0,
) -> Timeline:
    library = catalogue(exercise("some", dose, cues, describe), coaching=coaching)
    return compile_routine(routine(*steps, prepare=prepare, between=between), library)  # type: ignore[arg-type]


def test_a_session_with_every_automatic_cue() -> None:
    timeline = timeline_of(
        SayStep(Text("Fetch a chair."), 5.0),
        step("some"),
        RestStep(12.0),
        step("some", for_seconds=20.0, sides="both"),
        step("some", for_seconds=10.0, sets=2, rest=4.0),
    )
    assert table(timeline) == [
        '0 "Fetch a chair."',
        '5 "A routine. First: Some. 4 repetitions. Sit tall."',
        *("12 tick", "13 tick", "14 tick"),
        "15 go",
        '27 "Last one."',
        '31 "Next: Some. 20 seconds each side. Sit tall."',
        *("40 tick", "41 tick", "42 tick"),
        "43 go",
        *("53 half", '53 "Halfway."'),
        *("60 tick", "61 tick", "62 tick"),
        *("63 stop", "63 switch", '63 "Other side."'),
        *("65 tick", "66 tick", "67 tick"),
        "68 go",
        *("78 half", '78 "Halfway."'),
        *("85 tick", "86 tick", "87 tick"),
        *("88 stop", '88 "Next: Some. 2 times 10 seconds. Sit tall."'),
        *("95 tick", "96 tick", "97 tick"),
        "98 go",
        *("105 tick", "106 tick", "107 tick"),
        *("108 stop", "108 rest", '108 "Rest. 4 seconds."'),
        *("109 tick", "110 tick", "111 tick"),
        "112 go",
        *("119 tick", "120 tick", "121 tick"),
        *("122 stop", "122 done", '122 "Well done."'),
    ]


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        # an explicit or round rest directly before an exercise announces it; any other rest is a rest
        ([step("some"), RestStep(9.0), step("some")], ['26 "Next: Some. 4 repetitions. Sit tall."']),
        ([step("some"), RestStep(9.0), SayStep(Text("Up."), 4.0), step("some")], ['26 "Rest. 9 seconds."']),
        (
            [step("some"), RestStep(9.0), RestStep(8.0), step("some")],
            ['26 "Rest. 9 seconds."', '35 "Next: Some. 4 repetitions. Sit tall."'],
        ),
        ([RoundsStep(2, (step("some"),), 9.0)], ['26 "Next: Some. 4 repetitions. Sit tall."']),
        ([step("some", sets=2, rest=9.0)], ['26 "Rest. 9 seconds."']),
        ([RestStep(9.0), step("some")], ['0 "Rest. 9 seconds."']),
    ],
)
def test_rests(steps: list[object], told: list[str]) -> None:
    timeline = timeline_of(*steps)
    spoken = [line for line in table(timeline, "rest", "next") if '"' in line]
    assert spoken[: len(told)] == told
    assert len(spoken) == sum(interval.kind in ("rest", "between") for interval in timeline.intervals)


@pytest.mark.parametrize(
    ("between", "words"),
    [
        (60.0, '"Next: Some. 4 repetitions. Sit as tall as you can, and then a little taller."'),
        (5.1, '"Next: Some. 4 repetitions. Sit as tall as you can, and then a little taller."'),  # 76 characters
        (5.0, '"Next: Some. 4 repetitions."'),
        (1.8, '"Next: Some. 4 repetitions."'),  # 26 characters
        (1.7, '"Next: Some."'),
        (0.8, '"Next: Some."'),  # 12 characters
        (0.7, None),
    ],
)
def test_the_longest_words_that_fit_are_said(between: float, words: str | None) -> None:
    describe = "Sit as tall as you can, and then a little taller."
    timeline = timeline_of(step("some"), step("some"), describe=describe, between=between)
    assert table(timeline, "next") == ([] if words is None else [f"26 {words}"])


def test_nothing_is_said_where_nothing_fits_and_a_sound_always_comes() -> None:
    timeline = timeline_of(step("some", sides="both", switch=0.5, reps=3))
    assert table(timeline, "switch") == ["22 switch"]


@pytest.mark.parametrize(
    ("prepare", "ticks"),
    [(10.0, [7, 8, 9]), (4.0, [1, 2, 3]), (3.0, []), (1.0, []), (0.0, [])],
)
def test_the_countdown_needs_a_second_more_than_it_lasts(prepare: float, ticks: list[int]) -> None:
    timeline = timeline_of(step("some"), prepare=prepare)
    assert [cue.at for cue in timeline.cues if cue.event == "countdown"] == ticks


@pytest.mark.parametrize(
    ("steps", "intervals_with_ticks"),
    [
        # every interval directly before work, but no `wait`
        ([SayStep(Text("Up."), 9.0), step("some")], [1]),  # prepare
        ([step("some"), SayStep(Text("Up."), 9.0), step("some")], [0, 2]),
        ([step("some"), SayStep(Text("Up."), None), step("some")], [0]),
        ([step("some"), RestStep(9.0), SayStep(Text("Up."), None), step("some")], [0]),
        # timed work, whatever follows, but no `max`
        ([step("some", for_seconds=9.0)], [0, 1]),
        ([step("some", as_long_as_possible=True)], [0]),
        # work directly before work counts it in, if its end is known
        ([step("some", sets=2, rest=0.0)], [0, 1]),
        ([step("some", sets=2, rest=0.0, own_pace=True)], [0]),
    ],
)
def test_which_intervals_count_down(steps: list[object], intervals_with_ticks: list[int]) -> None:
    timeline = timeline_of(*steps)
    assert sorted({cue.interval for cue in timeline.cues if cue.event == "countdown"}) == intervals_with_ticks


def test_a_countdown_of_its_own_length_and_words() -> None:
    coaching = with_events(countdown=CoachingEvent(says("Get ready."), sound="tick", last=5.0))
    timeline = timeline_of(step("some"), coaching=coaching)
    assert table(timeline, "countdown") == ["5 tick", '5 "Get ready."', "6 tick", "7 tick", "8 tick", "9 tick"]
    assert [(cue.row, cue.left) for cue in timeline.cues if cue.sound == "tick"] == [(5, n) for n in (5, 4, 3, 2, 1)]


@pytest.mark.parametrize(
    ("dose", "at"),
    [
        (DoseLayer(reps=3, move=1.0, hold=2.0, back=3.0), ["12"]),
        (DoseLayer(reps=3, move=1.0, hold=2.0, back=3.0, pause=4.0), ["20"]),
        (DoseLayer(reps=2), []),
        (DoseLayer(reps=2, sides="alternate"), ["12"]),  # is four repetitions
        (DoseLayer(reps=5, own_pace=True), []),
        (DoseLayer(for_seconds=30.0), []),
    ],
)
def test_the_last_repetition(dose: DoseLayer, at: list[str]) -> None:
    timeline = timeline_of(step("some"), dose=dose, prepare=0.0)
    assert table(timeline, "last-rep") == [f'{second} "Last one."' for second in at]


@pytest.mark.parametrize(
    ("dose", "half", "stop"),
    [
        (DoseLayer(for_seconds=19.0), [], ["19 stop"]),
        (DoseLayer(for_seconds=20.0), ["10 half", '10 "Halfway."'], ["20 stop"]),
        (DoseLayer(for_seconds=45.0), ["22.5 half", '22.5 "Halfway."'], ["45 stop"]),
        (DoseLayer(as_long_as_possible=True), [], ["120 stop"]),
        (DoseLayer(reps=20), [], []),
    ],
)
def test_half_and_stop(dose: DoseLayer, half: list[str], stop: list[str]) -> None:
    timeline = timeline_of(step("some"), dose=dose, prepare=0.0)
    assert table(timeline, "half") == half
    assert table(timeline, "stop") == stop


def test_events_that_are_silent_on_numbers_have_the_usual_ones() -> None:
    coaching = Coaching({"half": CoachingEvent(sound="half"), "countdown": CoachingEvent(sound="tick")})
    timeline = timeline_of(step("some", for_seconds=20.0), step("some", for_seconds=19.0), coaching=coaching)
    assert table(timeline, "half") == ["20 half"]
    assert table(timeline, "countdown")[:3] == ["7 tick", "8 tick", "9 tick"]


def test_every_placeholder() -> None:
    every = "{routine}|{exercise}|{dose}|{describe}|{side}|{set}|{sets}|{rep}|{reps}|{seconds}|{moon}"
    events = {name: CoachingEvent(says(every)) for name in ("go", "last-rep", "rest", "done")}
    timeline = timeline_of(step("some", sets=2, rest=40.0, reps=10, sides="left"), coaching=Coaching(events))
    of_dose = "A routine|Some|2 sets of 10 on the left side|Sit tall.|left"
    assert [cue.say for cue in timeline.cues] == [
        f"{of_dose}|1|2||10|40|{{moon}}",
        f"{of_dose}|1|2|10|10|40|{{moon}}",
        f"{of_dose}|2|2||10|40|{{moon}}",  # a rest speaks of the set to come
        f"{of_dose}|2|2||10|40|{{moon}}",
        f"{of_dose}|2|2|10|10|40|{{moon}}",
        "A routine|||||||||130|{moon}",
    ]


def test_a_placeholder_with_nothing_to_stand_for_leaves_no_gap() -> None:
    coaching = Coaching({"go": CoachingEvent(says("Go {side} now."))})
    assert table(timeline_of(step("some"), coaching=coaching)) == ['10 "Go now."']


def test_what_no_timeline_can_know_is_kept_for_the_player() -> None:
    coaching = with_events(pause=CoachingEvent(says("Paused.")), lost=CoachingEvent(sound="stop"))
    timeline = timeline_of(step("some"), coaching=coaching)
    assert timeline.asides == (Aside("pause", "Paused."), Aside("lost", None, "stop"))
    assert timeline.tick == "tick"
    quiet = with_events(resume=CoachingEvent(says("On we go.")))
    assert timeline_of(step("some"), coaching=quiet).tick is None


# --- a step's own cues -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cue", "dose", "told"),
    [
        (CueAt(from_start=5.0, say=Text("Now.")), DoseLayer(for_seconds=12.0), ['5 "Now."']),
        (CueAt(from_start=5.0, sound="tick"), DoseLayer(for_seconds=12.0), ["5 tick"]),
        (CueAt(from_start=5.0, say=Text("Now."), sound="go"), DoseLayer(for_seconds=12.0), ["5 go", '5 "Now."']),
        (CueAt(share=0.0, say=Text("Now.")), DoseLayer(for_seconds=12.0), ['0 "Now."']),
        (CueAt(share=0.33, say=Text("Now.")), DoseLayer(for_seconds=25.0), ['8.25 "Now."']),
        (CueAt(share=1.0, sound="go"), DoseLayer(for_seconds=12.0), ["12 go"]),
        (CueAt(before_end=3.0, sound="tick"), DoseLayer(for_seconds=12.0), ["9 tick"]),
        (CueAt(before_end=12.0, sound="go"), DoseLayer(for_seconds=12.0), ["0 go"]),
        (CueAt(before_end=13.0, sound="go"), DoseLayer(for_seconds=12.0), []),  # outside: the checker told so
        (CueAt(from_start=13.0, sound="go"), DoseLayer(for_seconds=12.0), []),
        # in each set and on each side
        (CueAt(from_start=1.0, sound="go"), DoseLayer(for_seconds=5.0, sets=2, rest=10.0), ["1 go", "16 go"]),
        (CueAt(from_start=1.0, sound="go"), DoseLayer(for_seconds=5.0, sides="both", switch=2.0), ["1 go", "8 go"]),
        (CueEach(4, say=Text("Slow.")), DoseLayer(reps=9), ['12 "Slow."', '28 "Slow."']),
        (CueEach(4, sound="go"), DoseLayer(reps=8, hold=1.0, pause=1.0), ["18 go", "42 go"]),
        (CueEach(4, sound="go"), DoseLayer(reps=4, sides="alternate"), ["12 go", "28 go"]),
        (CueEach(4, sound="go"), DoseLayer(reps=8, own_pace=True), ["12 go", "28 go"]),
        (CueEach(4, sound="go"), DoseLayer(for_seconds=60.0), []),
        # 2 s out, 3 s held, 2 s back, 1 s between
        (CueAtPhase("move", sound="go"), DoseLayer(reps=2, hold=3.0, pause=1.0), ["0 go", "8 go"]),
        (CueAtPhase("hold", Text("Stay.")), DoseLayer(reps=2, hold=3.0, pause=1.0), ['2 "Stay."', '10 "Stay."']),
        (CueAtPhase("back", Text("Slow."), "go"), DoseLayer(reps=1, hold=3.0), ["5 go", '5 "Slow."']),
        (CueAtPhase("pause", sound="go"), DoseLayer(reps=3, hold=3.0, pause=1.0), ["7 go", "15 go"]),
        (CueAtPhase("pause", sound="go"), DoseLayer(reps=1, pause=1.0, sides="alternate"), ["4 go"]),
        (CueAtPhase("back", sound="go"), DoseLayer(reps=2, sides="alternate"), ["2 go", "6 go", "10 go", "14 go"]),
        (CueAtPhase("back", sound="go"), DoseLayer(reps=1, sides="both", switch=2.0), ["2 go", "8 go"]),
        (CueAtPhase("back", sound="go"), DoseLayer(reps=1, sets=2, rest=3.0), ["2 go", "9 go"]),
        # the checker told so: a phase that takes no time, no clock, no repetitions
        (CueAtPhase("hold", sound="go"), DoseLayer(reps=2), []),
        (CueAtPhase("move", sound="go"), DoseLayer(reps=2, own_pace=True), []),
        (CueAtPhase("move", sound="go"), DoseLayer(for_seconds=60.0), []),
        (
            CueEvery(300.0, says("One.", "Two.")),
            DoseLayer(for_seconds=1201.0),
            ['300 "One."', '600 "Two."', '900 "One."', '1200 "Two."'],
        ),
        (CueEvery(300.0, says("One.")), DoseLayer(for_seconds=600.0), ['300 "One."']),  # before the end
        (CueEvery(50.0, sound="go"), DoseLayer(as_long_as_possible=True), ["50 go", "100 go"]),
        (CueEvery(5.0, sound="go"), DoseLayer(reps=20), []),
    ],
)
def test_step_cues(cue: object, dose: DoseLayer, told: list[str]) -> None:
    timeline = timeline_of(step("some", cue), dose=dose, prepare=0.0)
    assert table(timeline, "cue") == told


def test_step_cues_come_in_every_round_and_language() -> None:
    cue = CueAt(from_start=1.0, say=Text("Now.", {"de": "Jetzt."}))
    steps = RoundsStep(2, (step("some", cue),), 10.0)
    timeline = compile_routine(routine(steps, prepare=0.0), catalogue(exercise("some", REPS)), "de")
    assert table(timeline, "cue") == ['1 "Jetzt."', '27 "Jetzt."']


def test_a_step_s_cue_is_added_to_the_automatic_ones_and_said_behind_them() -> None:
    cue = CueAt(share=0.5, say=Text("Ribs heavy."), sound="go")
    timeline = timeline_of(step("some", cue), dose=DoseLayer(for_seconds=30.0), prepare=0.0)
    told = [line for line in table(timeline) if line.startswith("15 ")]
    assert told == ["15 half", "15 go", '15 "Halfway."', '15 "Ribs heavy."']
    sentences = {cue.say: (cue.rank, cue.room, cue.joined) for cue in timeline.cues if cue.say and cue.at == 15.0}
    assert sentences == {"Halfway.": (20, None, False), "Ribs heavy.": (30, None, True)}


def test_a_cue_at_a_phase_is_said_in_every_repetition_whatever_else_is_said() -> None:
    cue = CueAtPhase("move", Text("Grow tall as you go."))
    timeline = timeline_of(
        step("some", cue), dose=DoseLayer(reps=4), cues=(BACK,), prepare=0.0, coaching=with_events(count=COUNT)
    )
    said = [f"{one.at:g} {one.say}" for one in timeline.cues if one.say is not None and one.interval == 0]
    assert said == [
        "0 1. Grow tall as you go.", "4 2. Grow tall as you go.", "8 3. Grow tall as you go.",
        "12 Last one.", "12 Grow tall as you go.",
    ]  # fmt: skip
    assert {one.room for one in timeline.cues if one.event == "cue"} == {None}


def test_the_last_repetition_is_announced_beside_a_step_s_cue() -> None:
    cue = CueEach(4, say=Text("Lower slowly."))
    timeline = timeline_of(step("some", cue), dose=DoseLayer(reps=8), prepare=0.0)
    assert [line for line in table(timeline) if line.startswith("28 ")] == ['28 "Last one."', '28 "Lower slowly."']


def test_words_of_a_following_interval_stand_and_the_rank_decides() -> None:
    cue = CueAt(before_end=0.1, say=Text("Breathe all the way out."))
    timeline = timeline_of(step("some", cue, sets=2), prepare=0.0)
    assert '16 "Rest. 30 seconds."' in table(timeline)
    ranks = {cue.event: cue.rank for cue in timeline.cues if cue.say}
    assert ranks["cue"] > ranks["rest"] == ranks["last-rep"] == ranks["done"]


# --- what a coaching file of one's own may add -----------------------------------------------------------------------

COUNT = CoachingEvent(says("{rep}"))
DESCRIBE = CoachingEvent(says("{describe} {side}"), sound="half")


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (DoseLayer(reps=3), ['0 "1"', '4 "2"']),  # and "Last one." in place of the third
        (DoseLayer(reps=2, hold=1.0, pause=1.0, sets=2, rest=9.0), ['0 "1"', '6 "2"', '20 "1"', '26 "2"']),
        (DoseLayer(reps=1, sides="alternate"), ['0 "1"', '4 "2"']),
        (DoseLayer(reps=2, own_pace=True), []),
        (DoseLayer(for_seconds=10.0), []),
    ],
)
def test_count_says_every_repetition(dose: DoseLayer, told: list[str]) -> None:
    timeline = timeline_of(step("some"), dose=dose, prepare=0.0, coaching=with_events(count=COUNT))
    assert table(timeline, "count") == told


def test_a_count_stands_before_what_is_said_in_its_place_and_keeps_its_sound() -> None:
    coaching = with_events(count=CoachingEvent(says("{rep}"), sound="half"))
    cue = CueEach(4, say=Text("Lower slowly."))
    timeline = timeline_of(step("some", cue), dose=DoseLayer(reps=7), cues=(BACK,), prepare=0.0, coaching=coaching)
    said = [f"{c.at:g} {c.say}" for c in timeline.cues if c.say is not None and c.interval == 0]
    assert said == ["0 1", "4 2. Back.", "8 3", "12 4. Lower slowly.", "16 5. Back.", "20 6", "24 Last one."]
    assert table(timeline, "count")[0::1].count("4 half") == 1
    assert sum(c.sound is not None for c in timeline.cues if c.event == "count") == 7
    ranks = {c.event: c.rank for c in timeline.cues if c.say}
    assert ranks["count"] < ranks["form"]


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (DoseLayer(for_seconds=10.0, sets=2, rest=5.0), ["0 half", '0 "Sit tall."']),
        (DoseLayer(for_seconds=10.0, sides="both", sets=2), ["0 half", '0 "Sit tall. left"']),
        (DoseLayer(for_seconds=10.0, sides="both", switch=0.0), ["0 half", '0 "Sit tall. left"']),
        (DoseLayer(for_seconds=10.0, sides="right"), ["0 half", '0 "Sit tall. right"']),
    ],
)
def test_describe_comes_once_an_exercise(dose: DoseLayer, told: list[str]) -> None:
    timeline = timeline_of(step("some"), dose=dose, prepare=0.0, coaching=with_events(describe=DESCRIBE))
    assert table(timeline, "describe") == told


def test_describe_comes_once_a_session() -> None:
    steps = RoundsStep(2, (step("some"), step("some")), 0.0)
    timeline = timeline_of(steps, prepare=0.0, between=0.0, coaching=with_events(describe=DESCRIBE))
    assert table(timeline, "describe") == ["0 half", '0 "Sit tall."']


@pytest.mark.parametrize(
    ("prepare", "events", "told"),
    [
        (10.0, {}, []),  # "Morning. First: Some. 2 repetitions. Sit tall."
        (3.0, {}, ["3 half", '3 "Sit tall."']),  # room for the name and the dose alone
        (0.5, {}, ["0.5 half", '0.5 "Sit tall."']),  # no room for any of them
        (10.0, {"prepare": CoachingEvent(says("{exercise}."))}, ["10 half", '10 "Sit tall."']),
        (10.0, {"prepare": CoachingEvent(says("{exercise}: {describe}", "{exercise}."))}, []),
    ],
)
def test_describe_is_for_what_the_announcement_had_no_room_for(
    prepare: float, events: dict[str, CoachingEvent], told: list[str]
) -> None:
    coaching = with_events(describe=DESCRIBE, **events)
    assert table(timeline_of(step("some"), prepare=prepare, coaching=coaching), "describe") == told


def test_describe_follows_a_sentence_of_the_author_and_a_short_rest() -> None:
    coaching = with_events(describe=DESCRIBE)
    words = timeline_of(SayStep(Text("Now the chair."), 5.0), step("some"), prepare=0.0, coaching=coaching)
    assert table(words, "describe") == ["5 half", '5 "Sit tall."']
    rest = timeline_of(RestStep(3.0), step("some"), prepare=0.0, coaching=coaching)
    assert table(rest, "describe") == []  # "Next: Some. 2 repetitions. Sit tall."


def test_describe_gives_way_to_what_the_step_says_itself() -> None:
    coaching = with_events(describe=DESCRIBE)
    for at, told in ((0.5, ["0 half"]), (0.7, ["0 half", '0 "Sit tall."'])):  # "Sit tall." takes 0.6 s
        steps = step("some", CueAt(at, say=Text("Sit.")))
        timeline = timeline_of(steps, prepare=0.0, coaching=coaching)
        assert table(timeline, "describe") == told


# --- sides -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (DoseLayer(for_seconds=30.0, sides="both", switch=0.0), ['30 "Other side."']),
        (DoseLayer(reps=2, move=2.0, back=2.0, sides="both", switch=0.0), ['8 "1. Other side."']),
        (  # between the sets, too, where no rest says which side comes
            DoseLayer(for_seconds=30.0, sides="both", switch=0.0, sets=2, rest=0.0),
            [f'{at} "Other side."' for at in (30, 60, 90)],
        ),
        (DoseLayer(for_seconds=30.0, sets=2, rest=0.0), []),
        (DoseLayer(for_seconds=30.0, sides="left", sets=2, rest=0.0), []),
        (DoseLayer(for_seconds=30.0, sides="both", switch=3.0), ["30 switch", '30 "Other side."']),
    ],
)
def test_a_side_that_follows_at_once_is_told_in_words(dose: DoseLayer, told: list[str]) -> None:
    coaching = with_events(switch=COACHING.events["switch"], count=CoachingEvent(says("{rep}.")))
    timeline = timeline_of(step("some"), dose=dose, prepare=0.0, coaching=coaching)
    assert table(timeline, "switch") == told


@pytest.mark.parametrize(("sides", "told"), [("right", ['30 "Other side."']), ("left", []), ("none", [])])
def test_so_is_that_of_a_step_of_the_same_exercise(sides: Literal["right", "left", "none"], told: list[str]):
    both = (step("some", for_seconds=30.0, sides="left"), step("some", for_seconds=30.0, sides=sides))
    coaching = with_events(switch=COACHING.events["switch"])
    timeline = timeline_of(*both, prepare=0.0, between=0.0, coaching=coaching)
    assert table(timeline, "switch") == told


# --- the end of a hold, the last minute, and the numbers of repetitions ----------------------------------------------

BACK_EVENT = CoachingEvent(sound="go")


@pytest.mark.parametrize(
    ("dose", "at"),
    [
        (DoseLayer(reps=2, move=1.0, hold=3.0, back=2.0), ["4", "10"]),
        (DoseLayer(reps=2, move=1.0, hold=3.0, back=2.0, pause=5.0), ["4", "15"]),  # the last one, too
        (DoseLayer(reps=2, move=0.0, hold=5.0, back=1.0), ["5", "11"]),
        (DoseLayer(reps=1, move=1.0, hold=3.0, back=2.0, sides="alternate"), ["4", "10"]),
        (DoseLayer(reps=1, move=1.0, hold=3.0, back=2.0, sides="both", switch=0.0), ["4", "10"]),
        (DoseLayer(reps=2, move=1.0, hold=2.0, back=2.0), []),
        (DoseLayer(reps=2, move=1.0, hold=5.0, back=0.0), []),  # no way back: the next one begins
        (DoseLayer(reps=2, move=1.0, hold=5.0, back=2.0, own_pace=True), []),
        (DoseLayer(for_seconds=30.0), []),  # has its stop
        (DoseLayer(as_long_as_possible=True), []),
    ],
)
def test_the_end_of_a_hold(dose: DoseLayer, at: list[str]) -> None:
    timeline = timeline_of(step("some"), dose=dose, prepare=0.0, coaching=with_events(back=BACK_EVENT))
    assert table(timeline, "back") == [f"{second} go" for second in at]


def test_the_end_of_a_hold_may_be_said_and_begin_elsewhere() -> None:
    event = CoachingEvent(says("And back, {rep}."), from_=4.0)
    dose = DoseLayer(reps=2, move=2.0, hold=4.0, back=4.0)
    timeline = timeline_of(step("some"), dose=dose, prepare=0.0, coaching=with_events(back=event))
    assert table(timeline, "back") == ['6 "And back, 1."', '16 "And back, 2."']
    longer = with_events(back=CoachingEvent(says("And back."), from_=5.0))
    assert table(timeline_of(step("some"), dose=dose, coaching=longer), "back") == []


def test_the_end_of_a_hold_moves_nothing_else() -> None:
    dose = DoseLayer(reps=3, move=1.0, hold=3.0, back=2.0, sets=2, rest=20.0)
    plain = timeline_of(step("some"), dose=dose, cues=("Long neck.",))
    with_it = timeline_of(step("some"), dose=dose, cues=("Long neck.",), coaching=with_events(back=BACK_EVENT))
    assert with_it.intervals == plain.intervals
    assert [cue for cue in with_it.cues if cue.event != "back"] == list(plain.cues)


@pytest.mark.parametrize(
    ("seconds", "told"), [(299.0, []), (300.0, ['240 "Last minute."']), (1800.0, ['1740 "Last minute."'])]
)
def test_the_last_minute(seconds: float, told: list[str]) -> None:
    coaching = with_events(last_minute=CoachingEvent(says("Last minute.")))
    timeline = timeline_of(step("some", for_seconds=seconds), dose=TIMED, prepare=0.0, coaching=coaching)
    assert table(timeline, "last-minute") == told
    shorter = with_events(last_minute=CoachingEvent(says("Last minute."), from_=90.0))
    assert table(timeline_of(step("some"), dose=DoseLayer(for_seconds=90.0), coaching=shorter), "last-minute") == [
        '40 "Last minute."'
    ]


def test_halfway_and_the_last_minute_are_said_beside_a_step_s_cue() -> None:
    coaching = with_events(last_minute=CoachingEvent(says("Last minute.")))
    cue = CueEvery(180.0, says("Run tall."))
    timeline = timeline_of(step("some", cue), dose=DoseLayer(for_seconds=720.0), prepare=0.0, coaching=coaching)
    assert [line for line in table(timeline) if line.startswith("360 ")] == [
        "360 half",
        '360 "Halfway."',
        '360 "Run tall."',
    ]
    late = timeline_of(step("some", CueAt(before_end=60.0, say=Text("Run tall."))), dose=TIMED, coaching=coaching)
    assert table(late, "last-minute", "cue") == ['550 "Last minute."', '550 "Run tall."']
    assert [cue.room for cue in late.cues if cue.event == "last-minute"] == [None]


TIMED = DoseLayer(for_seconds=600.0)
NUMBERED = with_events(count=CoachingEvent(says("{rep}.")))


def said(timeline: Timeline, *events: str) -> list[str]:
    return [line for line in table(timeline, *events) if '"' in line]


@pytest.mark.parametrize(
    ("cue", "told"),
    [
        (CueEach(2, say=Text("Slow.")), ["0 1.", "4 2. Slow.", "8 3.", "12 Last one.", "12 Slow."]),
        (CueAt(4.0, say=Text("Slow.")), ["0 1.", "4 2. Slow.", "8 3.", "12 Last one."]),
        (CueAt(1.0, say=Text("Slow.")), ["1 1. Slow.", "4 2.", "8 3.", "12 Last one."]),
        (CueAt(2.0, say=Text("Slow.")), ["0 1.", "2 Slow.", "4 2.", "8 3.", "12 Last one."]),
        (CueAt(before_end=12.0, say=Text("Slow.")), ["0 1.", "4 Slow.", "8 3.", "12 Last one."]),  # moves with the end
        (CueAt(4.0, sound="go"), ["0 1.", "4 2.", "8 3.", "12 Last one."]),
    ],
)
def test_a_step_s_cue_has_the_number_of_its_repetition(cue: object, told: list[str]) -> None:
    timeline = timeline_of(step("some", cue), prepare=0.0, coaching=NUMBERED)
    assert [f"{c.at:g} {c.say}" for c in timeline.cues if c.say is not None and c.interval == 0] == told


def test_two_cues_of_one_repetition_have_its_number_once() -> None:
    cues = (CueAt(4.0, say=Text("Slow.")), CueAt(4.0, say=Text("Soft.")))
    timeline = timeline_of(step("some", *cues), prepare=0.0, coaching=NUMBERED)
    assert said(timeline, "cue") == ['4 "2. Slow."', '4 "Soft."']


def test_those_who_want_names_alone_hear_the_number_of_a_cue() -> None:
    timeline = timeline_of(step("some", reps=6), cues=("Long neck.",), prepare=0.0, coaching=NUMBERED)
    assert [(cue.say, cue.brief) for cue in timeline.cues if cue.event == "form"] == [
        ("2. Long neck.", "2."),
        ("5. Long neck.", "5."),
    ]


def test_a_count_without_a_stop_has_one_before_a_cue() -> None:
    coaching = with_events(count=CoachingEvent(says("{rep}")))
    assert said(timeline_of(step("some"), cues=("Soft.",), prepare=0.0, coaching=coaching), "form") == ['4 "2. Soft."']


def test_a_side_in_turn_may_be_counted_by_its_name() -> None:
    coaching = with_events(count=CoachingEvent(says("{rep}, {side}.")))
    timeline = timeline_of(step("some", reps=2, sides="alternate"), prepare=0.0, coaching=coaching)
    assert said(timeline, "count") == ['0 "1, left."', '4 "2, right."', '8 "3, left."']


TURNS = with_events(count=CoachingEvent(says("{rep}. {turn}.", "{rep}.")))


def test_whose_turn_it_is_is_told_with_the_first_two_numbers_and_now_and_then() -> None:
    timeline = timeline_of(step("some", reps=5, sides="alternate"), prepare=0.0, coaching=TURNS)
    assert [cue.say for cue in timeline.cues if cue.event == "count"] == [
        "1. Left.", "2. Right.", "3.", "4.", "5. Left.", "6. Right.", "7.", "8.", "9. Left."
    ]  # fmt: skip
    timeline = timeline_of(step("some", reps=4, sides="alternate", sets=2), prepare=0.0, coaching=TURNS)
    second = [cue.say for cue in timeline.cues if cue.event == "count" and cue.interval == 2]
    assert second == ["1. Left.", "2. Right.", "3.", "4.", "5. Left.", "6. Right.", "7."]


@pytest.mark.parametrize("sides", ["none", "both", "left", "right"])
def test_where_sides_take_no_turns_the_number_is_all(sides: Literal["none", "both", "left", "right"]) -> None:
    timeline = timeline_of(step("some", reps=3, sides=sides), prepare=0.0, coaching=TURNS)
    assert {cue.say for cue in timeline.cues if cue.event == "count"} == {"1.", "2."}


def test_a_cue_stands_behind_number_and_side_and_the_caption_leaves_both_to_the_screen() -> None:
    timeline = timeline_of(step("some", sides="alternate"), cues=("Soft.",), prepare=0.0, coaching=TURNS)
    assert [(cue.say, cue.count) for cue in timeline.cues if cue.event == "form"] == [
        ("2. Right. Soft.", "2. Right."),
        ("5. Left. Soft.", "5. Left."),
    ]


def test_quick_turns_have_their_numbers_alone() -> None:
    """A bell and "1. Left." take 2.35 s."""
    for move, told in ((1.1, {"1.", "2.", "3."}), (1.2, {"1. Left.", "2. Right.", "3."})):
        dose = DoseLayer(reps=2, move=move, back=move, sides="alternate")
        timeline = timeline_of(step("some"), dose=dose, prepare=0.0, coaching=TURNS)
        assert {cue.say for cue in timeline.cues if cue.event == "count"} == told


def test_a_long_cue_waits_for_a_repetition_that_need_not_tell_the_side() -> None:
    timeline = timeline_of(
        step("some", sides="alternate"), cues=("Turn the breastbone, hips quite still.",), prepare=0.0, coaching=TURNS
    )
    assert [(cue.say, cue.brief) for cue in timeline.cues if cue.event == "form"] == [
        ("3. Turn the breastbone, hips quite still.", "3."),
        ("7. Turn the breastbone, hips quite still.", "7."),
    ]
    told = [cue.say for cue in timeline.cues if cue.event == "count"]
    assert told == ["1. Left.", "2. Right.", "4.", "5. Left.", "6. Right."]


def test_a_long_cue_that_no_repetition_has_time_for_is_not_said() -> None:
    each = with_events(count=CoachingEvent(says("{rep}. {turn}.", "{rep}.")), **{"last-rep": CoachingEvent()})
    some = step("some", reps=3, sides="alternate")
    timeline = timeline_of(some, cues=("Turn the breastbone, hips quite still.",), prepare=0.0, coaching=each)
    assert [cue.say for cue in timeline.cues if cue.event in ("count", "form")] == [
        *("1. Left.", "2. Right.", "3. Turn the breastbone, hips quite still."),
        *("4.", "5. Left.", "6. Right."),
    ]


@pytest.mark.parametrize(("at", "told"), [(1.1, None), (1.3, "5."), (1.7, "5."), (1.8, "5. Left.")])
def test_where_there_is_no_time_for_the_side_the_number_stands_alone(at: float, told: str | None) -> None:
    """A number takes 1.2 s, with its side 1.75 s."""
    cue = CueAt(16.0 + at, say=Text("Slow."))
    timeline = timeline_of(step("some", cue, sides="alternate"), prepare=0.0, coaching=TURNS)
    assert [c.say for c in timeline.cues if c.event == "count" and c.at == 16.0] == ([told] if told else [])


SPOKEN_IN = with_events(count=CoachingEvent(says("{rep}.")), describe=CoachingEvent(says("{describe}")))
SENTENCES = "Hold the band with both hands, arms long. Draw your elbows back. Pause, and return slowly."


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        # all of it where one repetition is long enough
        (DoseLayer(reps=4, move=2.0, hold=10.0, back=2.0), ["0 1. " + SENTENCES, "14 2.", "28 3."]),
        # a part in each, and its number before it
        (
            DoseLayer(reps=5, move=2.0, back=2.0),
            [
                "0 1. Hold the band with both hands, arms long.",
                "4 2. Draw your elbows back.",
                "8 3. Pause, and return slowly.",
                "12 4.",
            ],
        ),
        # what is left in the last but one
        (
            DoseLayer(reps=3, move=2.0, back=3.0),
            ["0 1. Hold the band with both hands, arms long.", "5 2. Draw your elbows back. Pause, and return slowly."],
        ),
        # what no repetition holds runs over, and the number beneath it is left out
        (
            DoseLayer(reps=8, move=1.0, back=1.0),
            [
                "0 1. Hold the band with both hands, arms long.",
                "4 3. Draw your elbows back.",
                "8 5. Pause, and return slowly.",
                "12 7.",
            ],
        ),
        (DoseLayer(reps=1, hold=10.0), ["0 1. " + SENTENCES]),
        (DoseLayer(reps=1), ["0 1."]),  # the end would cut it
        (DoseLayer(for_seconds=10.0), ["0 " + SENTENCES]),
        (DoseLayer(reps=4, own_pace=True), ["0 " + SENTENCES]),
    ],
)
def test_a_description_in_the_work_leaves_nobody_without_a_count(dose: DoseLayer, told: list[str]) -> None:
    timeline = timeline_of(step("some"), dose=dose, describe=SENTENCES, prepare=0.0, coaching=SPOKEN_IN)
    words = [f"{c.at:g} {c.say}" for c in timeline.cues if c.say is not None and c.event in ("describe", "count")]
    assert words == told


def test_form_waits_until_all_of_a_description_is_told() -> None:
    dose = DoseLayer(reps=9, move=2.0, back=3.0)
    timeline = timeline_of(
        step("some"), dose=dose, cues=("Soft.",), describe=SENTENCES, prepare=0.0, coaching=SPOKEN_IN
    )
    assert said(timeline, "form") == ['20 "5. Soft."', '35 "8. Soft."']


# --- an exercise's own cues: form ------------------------------------------------------------------------------------

BACK, LONG = "Back.", "Long neck."


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        # counted: repetitions 2, 5, 8 ..., but not the last
        (DoseLayer(reps=9), ['4 "Back."', '16 "Long neck."', '28 "Back."']),
        (DoseLayer(reps=8), ['4 "Back."', '16 "Long neck."']),
        (DoseLayer(reps=2), []),
        (DoseLayer(reps=3), ['4 "Back."']),
        (DoseLayer(reps=3, sides="alternate"), ['4 "Back."', '16 "Long neck."']),
        # timed: from the sixth second, each thirty, none in the last four
        (DoseLayer(for_seconds=9.0), []),
        (DoseLayer(for_seconds=10.0), ['6 "Back."']),
        (DoseLayer(for_seconds=39.0), ['6 "Back."']),
        (DoseLayer(for_seconds=40.0), ['6 "Back."', '36 "Long neck."']),
        (DoseLayer(for_seconds=90.0), ['6 "Back."', '36 "Long neck."', '66 "Back."']),
        (DoseLayer(reps=4, own_pace=True), ['6 "Back."']),
        # in turn through the session
        (DoseLayer(for_seconds=10.0, sets=3, rest=10.0), ['6 "Back."', '26 "Long neck."', '46 "Back."']),
        # one that would overlap another sentence is left out and keeps its turn: "Halfway." at 36 s
        (DoseLayer(for_seconds=72.0), ['6 "Back."', '66 "Long neck."']),
    ],
)
def test_form(dose: DoseLayer, told: list[str]) -> None:
    timeline = timeline_of(step("some"), dose=dose, cues=(BACK, LONG), prepare=0.0)
    assert table(timeline, "form") == told


@pytest.mark.parametrize(
    ("every", "dose", "told"),
    [
        (60.0, DoseLayer(for_seconds=100.0), [6, 66]),
        ("once", DoseLayer(for_seconds=100.0), [6]),
        ("once", DoseLayer(for_seconds=10.0, sets=2, rest=10.0), [6, 26]),
        ("once", DoseLayer(reps=9), [4]),
        ("once", DoseLayer(reps=2), []),
        (60.0, DoseLayer(reps=9), [4, 16, 28]),
    ],
)
def test_how_often_is_the_exercise_s_own(every: float | Literal["once"], dose: DoseLayer, told: list[float]) -> None:
    some = replace(exercise("some", dose, (BACK, LONG)), cues_every=every)
    timeline = compile_routine(routine(step("some"), prepare=0.0), catalogue(some))
    assert [cue.at for cue in timeline.cues if cue.event == "form"] == told


@pytest.mark.parametrize(
    ("dose", "told"),
    [
        (DoseLayer(for_seconds=400.0), ["2 go", "12 Softly.", "402 stop"]),
        (
            DoseLayer(reps=6, move=2.0, hold=4.0, back=2.0),
            ["2 go", "12 Softly."],
        ),
    ],
)
def test_over_what_is_quiet_nobody_speaks_but_the_step(dose: DoseLayer, told: list[str]) -> None:
    some = replace(exercise("some", dose, (BACK, LONG)), quiet=True)
    timeline = compile_routine(routine(step("some", CueAt(10.0, say=Text("Softly."))), prepare=2.0), catalogue(some))
    at_work = [cue for cue in timeline.cues if cue.interval == 1]
    assert [f"{cue.at:g} {cue.sound or cue.say}" for cue in at_work if cue.event != "countdown"] == told


@pytest.mark.parametrize(
    ("cues", "told"),
    [
        ((CueAt(1.0, say=Text("Sit.")),), [31, 61, 91]),
        ((CueAt(10.0, say=Text("Sit.")),), [40, 70]),
        ((CueAt(1.0, sound="go"),), [6, 36, 66]),
        ((CueEvery(25.0, says("Sit.")),), []),
        ((CueAt(50.0, say=Text("Sit.")),), [6, 80]),
    ],
)
def test_what_the_step_says_counts_as_one(cues: tuple[object, ...], told: list[float]) -> None:
    timeline = timeline_of(step("some", *cues), dose=DoseLayer(for_seconds=96.0), cues=(BACK,), prepare=0.0)
    assert [cue.at for cue in timeline.cues if cue.event == "form"] == told


def test_form_waits_for_words_that_run_over() -> None:
    words = "A" * 15 * 12  # twelve seconds long in an interval of five
    timeline = timeline_of(
        SayStep(Text(words), 5.0), step("some"), dose=DoseLayer(for_seconds=50.0), cues=(BACK,), prepare=0.0
    )
    assert table(timeline, "form") == ['41 "Back."']  # not at 11


def test_form_cues_do_not_talk_into_each_other() -> None:
    timeline = timeline_of(step("some"), dose=DoseLayer(reps=9, move=0.5, back=0.5), cues=("A" * 50, "B"), prepare=0.0)
    assert [cue.at for cue in timeline.cues if cue.event == "form"] == [1.0, 7.0]


def test_a_form_cue_may_have_a_sound() -> None:
    coaching = with_events(form=CoachingEvent(sound="half"))
    timeline = timeline_of(step("some"), cues=(BACK,), prepare=0.0, coaching=coaching)
    assert table(timeline, "form") == ["4 half", '4 "Back."']


# --- sounds in a row -------------------------------------------------------------------------------------------------


def rows(timeline: Timeline, sound: str = "tick") -> list[tuple[float, int, int]]:
    """Each such sound: when, how many are in its row, how many of them are to come."""
    return [(cue.at, cue.row, cue.left) for cue in timeline.cues if cue.sound == sound]


def test_a_countdown_is_a_row_that_says_how_many_are_to_come() -> None:
    assert rows(timeline_of(step("some"))) == [(7, 3, 3), (8, 3, 2), (9, 3, 1)]
    assert rows(timeline_of(step("some")), "go") == [(10, 1, 1)]


def test_whatever_its_sound_is() -> None:
    coaching = with_events(countdown=CoachingEvent(sound="half", last=2.0))
    assert rows(timeline_of(step("some"), coaching=coaching), "half") == [(8, 2, 2), (9, 2, 1)]


def test_one_at_the_same_moment_is_in_no_row() -> None:
    cue = CueAt(before_end=3.0, sound="tick")
    timeline = timeline_of(step("some", cue), dose=DoseLayer(for_seconds=12.0), prepare=0.0)
    assert rows(timeline) == [(9, 3, 3), (9, 1, 1), (10, 3, 2), (11, 3, 1)]


def test_a_step_s_own_sounds_may_be_a_row() -> None:
    four = [CueAt(from_start=second, sound="tick") for second in (1.0, 2.0, 3.0, 4.0)]
    assert rows(timeline_of(step("some", *four), prepare=0.0)) == [(1, 4, 4), (2, 4, 3), (3, 4, 2), (4, 4, 1)]
    apart = [CueAt(from_start=second, sound="tick") for second in (1.0, 2.0, 4.0, 5.0, 7.5)]
    assert [row for _, row, _ in rows(timeline_of(step("some", *apart), prepare=0.0))] == [2, 2, 2, 2, 1]


def test_other_sounds_between_them_break_no_row() -> None:
    cues = [CueAt(from_start=second, sound="tick") for second in (1.0, 2.0)]
    timeline = timeline_of(step("some", *cues, CueAt(from_start=1.5, sound="half")), prepare=0.0)
    assert (rows(timeline), rows(timeline, "half")) == ([(1, 2, 2), (2, 2, 1)], [(1.5, 1, 1)])


def test_what_moves_with_the_end_is_in_no_row_with_what_does_not() -> None:
    cues = (CueAt(from_start=8.0, sound="tick"), CueAt(before_end=11.0, sound="tick"))
    timeline = timeline_of(step("some", *cues), dose=DoseLayer(for_seconds=20.0), prepare=0.0)
    assert rows(timeline)[:2] == [(8, 1, 1), (9, 1, 1)]


BEAT = Coaching(
    {
        "beat": CoachingEvent(sound="go"),
        "half": CoachingEvent(sound="half"),
        "countdown": CoachingEvent(sound="tick", last=3.0),
    }
)


@pytest.mark.parametrize(
    ("dose", "at"),
    [
        (DoseLayer(for_seconds=18.0, every=4.0), [4.0, 8.0, 12.0]),  # at 16 s the countdown ticks
        (DoseLayer(for_seconds=24.0, every=6.0), [6.0, 18.0]),  # at 12 s it is halfway
        (DoseLayer(as_long_as_possible=True, up_to=12.0, every=4.0), [4.0, 8.0]),
        (DoseLayer(for_seconds=18.0, every=2.0), []),
        (DoseLayer(for_seconds=18.0), []),
    ],
)
def test_the_beat_of_timed_work_is_heard_where_no_other_sound_is(dose: DoseLayer, at: list[float]) -> None:
    some = exercise("some", dose)
    timeline = compile_routine(routine(step("some"), prepare=0.0), catalogue(some, coaching=BEAT))
    assert [cue.at for cue in timeline.cues if cue.event == "beat"] == at


def test_nothing_beats_over_breathing_in_ones_own_rhythm() -> None:
    some = replace(exercise("some", DoseLayer(for_seconds=24.0, every=6.0)), quiet=True)
    timeline = compile_routine(routine(step("some"), prepare=0.0), catalogue(some, coaching=BEAT))
    assert [cue.event for cue in timeline.cues if cue.event == "beat"] == []


REP_REST = Coaching({"rep-rest": CoachingEvent(says("Rest."))})


@pytest.mark.parametrize(
    ("pause", "cues", "at"),
    [
        (10.0, (), [5.0, 20.0]),
        (5.0, (), [5.0, 15.0]),
        (4.5, (), []),
        (10.0, (CueAtPhase("pause", Text("Rest a while.")),), []),
    ],
)
def test_a_pause_of_some_length_between_repetitions_is_a_rest(
    pause: float, cues: tuple[CueAtPhase, ...], at: list[float]
) -> None:
    some = exercise("some", DoseLayer(reps=3, move=1.0, hold=3.0, back=1.0, pause=pause))
    steps = replace(step("some"), cues=cues)
    timeline = compile_routine(routine(steps, prepare=0.0), catalogue(some, coaching=REP_REST))
    assert [cue.at for cue in timeline.cues if cue.event == "rep-rest"] == at
