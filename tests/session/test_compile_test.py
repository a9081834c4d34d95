"""The wall test as a timeline."""

from __future__ import annotations

from coach.content.model import (
    Answer,
    CheckStep,
    ContactPoint,
    CueAt,
    HoldStep,
    MeasureStep,
    RateStep,
    RecheckStep,
    SayStep,
    Test,
    Text,
)
from coach.session.compile import compile_test
from coach.session.lasting import length_of_test
from coach.session.timeline import Length
from tests.session.library import Catalogue

ANSWERS = (Answer(Text("Easily"), 2), Answer(Text("No"), 0))
ASK = Text("Does it touch the wall?", {"de": "Berührt es die Wand?"})
WALL_TEST = Test(
    "wall-test",
    Text("Wall test"),
    (
        SayStep(Text("Stand with your back to the wall."), 20.0),
        CheckStep("contact", ASK, ANSWERS, (ContactPoint("head", Text("Head"), ASK, ANSWERS),)),
        SayStep(Text("Take one step forward."), 6.0),
        HoldStep("hold", 30.0),
        RecheckStep("carry-over", "contact"),
        RateStep("tension", Text("Where is tension?"), ("neck",)),
        MeasureStep("occiput", Text("How wide is the gap?"), "cm", 0.0, 30.0),
        SayStep(Text("Thank you.")),
    ),
)


def test_every_step_is_one_interval() -> None:
    timeline = compile_test(WALL_TEST, Catalogue())
    assert [(i.kind, i.start, i.seconds, i.text, i.wait, i.step) for i in timeline.intervals] == [
        ("say", 0.0, 20.0, "Stand with your back to the wall.", False, 0),
        ("say", 20.0, 15.0, "Does it touch the wall?", True, 1),
        ("say", 35.0, 6.0, "Take one step forward.", False, 2),
        ("work", 41.0, 30.0, None, False, 3),
        ("say", 71.0, 15.0, "Does it touch the wall?", True, 4),
        ("say", 86.0, 15.0, "Where is tension?", True, 5),
        ("say", 101.0, 15.0, "How wide is the gap?", True, 6),
        ("say", 116.0, 15.0, "Thank you.", True, 7),
    ]
    assert (timeline.kind, timeline.seconds, timeline.estimated, timeline.exercises) == ("test", 131.0, True, 0)


def test_the_hold_lasts_as_long_as_it_can() -> None:
    hold = compile_test(WALL_TEST, Catalogue()).as_json()["intervals"][3]  # type: ignore[index]
    given = {"kind": "work", "start": 41.0, "seconds": 30.0, "open": "max"}
    assert {key: value for key, value in hold.items() if value is not None} == given
    assert len(hold) == 14


def test_the_hold_is_counted_in_and_questions_are_not() -> None:
    timeline = compile_test(WALL_TEST, Catalogue())
    assert [f"{cue.at:g} {cue.sound}" for cue in timeline.cues if cue.sound] == [
        *("38 tick", "39 tick", "40 tick"),
        *("41 go", "71 stop", "131 done"),
    ]


def test_a_hold_may_be_told_how_far_it_is() -> None:
    cues = (CueAt(share=0.5, say=Text("Breathe."), sound="half"), CueAt(before_end=10.0, say=Text("The last ten.")))
    timeline = compile_test(Test("t", Text("T"), (HoldStep("hold", 30.0, cues),)), Catalogue())
    told = [f"{cue.at:g} {cue.say or cue.sound}" for cue in timeline.cues if cue.event == "cue"]
    assert told == ["15 half", "15 Breathe.", "20 The last ten."]


def test_questions_are_spoken_in_their_language() -> None:
    timeline = compile_test(WALL_TEST, Catalogue(), "de")
    assert [cue.say for cue in timeline.cues if cue.event == "say"][1] == "Berührt es die Wand?"


def test_how_long_it_takes_is_known_without_its_sentences() -> None:
    timeline = compile_test(WALL_TEST, Catalogue(), "de")
    assert length_of_test(WALL_TEST) == Length(timeline.seconds, timeline.estimated, timeline.exercises)
    assert timeline.seconds == 131.0
