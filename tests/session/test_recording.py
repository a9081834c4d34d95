"""A file of sound cannot be waited for: its waits are as long as one needs, and say so."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

import pytest

from coach.content.model import Coaching, CoachingEvent, DoseLayer, Phrase, SayStep, Text
from coach.session.compile import compile_exercise, compile_routine
from coach.session.recording import recorded
from coach.session.speech import voiced_seconds
from coach.session.timeline import Interval, TimedCue, Timeline
from tests.session.library import catalogue, exercise, routine, says, step

COACHING = Coaching(
    {
        "wait": CoachingEvent(says("Press Enter.")),
        "recorded": CoachingEvent(says("On in {seconds} seconds.")),
        "countdown": CoachingEvent(sound="tick", last=3.0),
        "stop": CoachingEvent(sound="stop"),
        "done": CoachingEvent(says("Well done.")),
    }
)
PLAIN = exercise("some", DoseLayer(for_seconds=8.0))


def told(text: str, *, needs: tuple[str, ...] = (), position: str = "standing") -> tuple[Timeline, float]:
    some = replace(PLAIN, needs=needs, position=position)
    library = catalogue(some, coaching=COACHING)
    timeline = compile_routine(routine(SayStep(Text(text)), step("some")), library)
    return timeline, recorded(timeline, library.exercises, COACHING).intervals[0].seconds


@pytest.mark.parametrize(
    ("text", "needs", "position", "seconds"),
    [
        ("Sit up.", (), "standing", 15.0),
        ("Stand near a wall.", (), "standing", 15.0),
        ("Fetch a band.", ("band",), "standing", 20.0),
        ("Put out a mat and a towel.", ("mat", "towel"), "standing", 30.0),
        ("Put out a mat and a towel. Lie down.", ("mat", "towel"), "prone", 40.0),
        ("Put out a mat; you need a wall.", ("mat",), "standing", 25.0),
        ("Fetch a band, and fix it to an anchor.", ("band", "anchor"), "standing", 55.0),
        ("Now fix it higher.", ("anchor",), "standing", 30.0),
    ],
)
def test_a_wait_lasts_as_long_as_its_words_and_what_they_ask_for(
    text: str, needs: tuple[str, ...], position: str, seconds: float
) -> None:
    timeline, length = told(text, needs=needs, position=position)
    assert timeline.intervals[0].seconds == 15.0, "the plan has the estimate"
    assert length == ceil(voiced_seconds(f"{text} On in {seconds:g} seconds.")) + seconds


def test_what_is_at_hand_is_not_fetched_again_nor_fixed_for_the_same_exercise() -> None:
    row = replace(PLAIN, id="row", needs=("band", "anchor"))
    library = catalogue(row, coaching=COACHING)
    again = [SayStep(Text("Fetch a band.")), step("row"), SayStep(Text("Take the band.")), step("row")]
    timeline = recorded(compile_routine(routine(*again), library), library.exercises, COACHING)
    said = [cue.say for cue in timeline.cues if cue.event == "recorded"]
    assert said == ["On in 50 seconds.", "On in 15 seconds."]


def test_everything_behind_moves_and_nobody_is_asked_for_a_key() -> None:
    library = catalogue(PLAIN, coaching=COACHING)
    timeline = compile_routine(routine(SayStep(Text("Ready?")), step("some")), library)
    assert [(cue.at, cue.say) for cue in timeline.cues if cue.say][1] == (0.0, "Press Enter.")
    file = recorded(timeline, library.exercises, COACHING)
    more = file.seconds - timeline.seconds
    assert more > 0.0
    assert [one.start for one in file.intervals] == [0.0, *(one.start + more for one in timeline.intervals[1:])]
    assert [(cue.at, cue.say or cue.sound) for cue in file.cues] == [
        (0.0, "Ready?"),
        (0.0, "On in 15 seconds."),
        *((cue.at + more, cue.say or cue.sound) for cue in timeline.cues if cue.at > 0.0),
    ]


def test_without_a_sentence_for_it_the_wait_is_long_enough_all_the_same() -> None:
    library = catalogue(PLAIN, coaching=Coaching({}))
    timeline = compile_routine(routine(SayStep(Text("Fetch a band.")), step("some")), library)
    file = recorded(timeline, library.exercises, Coaching({}))
    assert file.intervals[0].seconds == ceil(voiced_seconds("Fetch a band. ")) + 20.0
    assert [cue.say for cue in file.cues] == ["Fetch a band."]


def test_a_wait_at_the_end_is_one_for_nothing_to_come() -> None:
    library = catalogue(PLAIN, coaching=COACHING)
    timeline = compile_routine(routine(step("some"), SayStep(Text("Rest."))), library)
    file = recorded(timeline, library.exercises, COACHING)
    assert [cue.say for cue in file.cues if cue.say] == ["Rest.", "On in 15 seconds.", "Well done."]
    assert file.cues[-1].at == file.seconds


def test_a_test_stays_as_it_is() -> None:
    asked = Interval("say", 0.0, 15.0, text="Does it touch?", wait=True)
    test = Timeline("t", "T", 15.0, True, 0, (asked,), (TimedCue(0.0, 0, "say", say="Does it touch?"),), kind="test")
    assert recorded(test, {}, COACHING) is test


@pytest.mark.parametrize(
    ("needs", "waits"),
    [
        ((), False),
        (("chair",), False),
        (("wall", "doorway", "desk"), False),
        (("mat",), True),
        (("chair", "towel"), True),
        (("step",), True),
        (("anchor",), True),
    ],
)
def test_an_exercise_by_itself_waits_where_something_has_to_be_fetched_or_fixed(
    needs: tuple[str, ...], waits: bool
) -> None:
    some = replace(PLAIN, needs=needs)
    timeline = compile_exercise(some, catalogue(some, coaching=COACHING))
    assert [one.kind for one in timeline.intervals] == [*(["say"] if waits else []), "prepare", "work"]
    assert timeline.estimated is waits


def test_it_names_what_to_take_care_of() -> None:
    care = {name: Phrase(Text(text), Text(text)) for name, text in
            (("care-band", "Look it over."), ("care-anchor", "Fix it well."))}  # fmt: skip
    some = replace(PLAIN, needs=("anchor", "band"))
    timeline = compile_exercise(some, catalogue(some, coaching=replace(COACHING, phrases=care)))
    assert timeline.intervals[0].text == "You need an anchor and a band. Look it over. Fix it well."


def test_it_says_how_to_make_ready_before_the_key() -> None:
    chair = replace(PLAIN, needs=("chair",), set_up=Text("Take a firm one."))
    timeline = compile_exercise(chair, catalogue(chair, coaching=COACHING))
    assert (timeline.intervals[0].text, timeline.intervals[0].wait) == ("You need a chair. Take a firm one.", True)
    shoes = replace(PLAIN, needs=(), set_up=Text("Put shoes on."))
    assert compile_exercise(shoes, catalogue(shoes, coaching=COACHING)).intervals[0].text == "Put shoes on."
    fixed = replace(PLAIN, needs=("anchor", "band"), set_up=Text("Fix it at rib height."))
    care = {"care-anchor": Phrase(Text("To something firm."), Text("To something firm."))}
    timeline = compile_exercise(fixed, catalogue(fixed, coaching=replace(COACHING, phrases=care)))
    assert timeline.intervals[0].text == "You need an anchor and a band. Fix it at rib height. To something firm."


def test_what_else_is_set_up_has_its_time_once() -> None:
    shod = replace(PLAIN, needs=("band",), set_up=Text("Put shoes on."))
    library = catalogue(shod, coaching=COACHING)
    steps = [SayStep(Text("Shoes on, and fetch a band.")), step("some"), SayStep(Text("Again?")), step("some")]
    timeline = recorded(compile_routine(routine(*steps), library), library.exercises, COACHING)
    said = [cue.say for cue in timeline.cues if cue.event == "recorded"]
    assert said == ["On in 35 seconds.", "On in 15 seconds."]
