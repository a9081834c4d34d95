"""An exercise by itself: a session of one step, with its own dose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import (
    Coaching,
    CoachingEvent,
    DoseLayer,
    Phrase,
    RestStep,
    RoundsStep,
    SayStep,
    Text,
)
from coach.session.arriving import AT_A_DESK
from coach.session.compile import alone, compile_exercise, compile_routine
from coach.session.introductions import FLOOR_SECONDS, rushed, seconds_to_reach
from coach.session.phrases import Phrases
from tests.session.library import SILENT, catalogue, exercise, routine, says, step


def test_an_exercise_by_itself_has_its_own_dose_and_is_no_routine() -> None:
    some = exercise("some", DoseLayer(sets=2, for_seconds=8.0, rest=5.0))
    library = catalogue(some, coaching=SILENT)
    timeline = compile_exercise(some, library)
    assert (timeline.kind, timeline.id, timeline.title, timeline.exercises) == ("exercise", "some", "Some", 1)
    assert [(one.kind, one.seconds) for one in timeline.intervals] == [
        ("prepare", 10.0), ("work", 8.0), ("rest", 5.0), ("work", 8.0)
    ]  # fmt: skip
    assert timeline.intervals == compile_routine(alone(some), library).intervals


TOLD = Coaching(
    {"prepare": CoachingEvent(says("{routine}. First: {exercise}. {dose}.", "{exercise}. {dose}. {describe}"))}
)


def test_its_name_is_said_once_where_the_coaching_has_a_sentence_for_that() -> None:
    some = exercise("some", DoseLayer(for_seconds=8.0))
    (told,) = [cue.say for cue in compile_exercise(some, catalogue(some, coaching=TOLD)).cues]
    assert told == "Some. 8 seconds. Sit tall."


def test_a_coaching_without_such_a_sentence_still_speaks() -> None:
    some = exercise("some", DoseLayer(for_seconds=8.0))
    coaching = Coaching({"prepare": CoachingEvent(says("{routine}. First: {exercise}."))})
    (told,) = [cue.say for cue in compile_exercise(some, catalogue(some, coaching=coaching)).cues]
    assert told == "Some. First: Some."


DONE = Coaching({"done": CoachingEvent(says("{up} Well done."))})
UP = "Rest a moment, and come up slowly. Well done."
ROLL = "Roll to your side, rest, and come up slowly. Well done."


@pytest.mark.parametrize(
    ("position", "told"),
    [
        ("standing", "Well done."),
        ("sitting", "Well done."),
        ("kneeling", UP),
        ("all-fours", UP),
        ("prone", ROLL),
        ("supine", ROLL),
        ("side-lying", "Rest on your side, and come up slowly. Well done."),
    ],
)
def test_whoever_is_on_the_floor_at_its_end_is_told_how_to_come_up(position: str, told: str) -> None:
    some = replace(exercise("some", DoseLayer(sets=2, for_seconds=8.0)), position=position)
    assert [cue.say for cue in compile_exercise(some, catalogue(some, coaching=DONE)).cues] == [told]


def test_how_to_come_up_is_left_to_a_routine_that_says_it_and_to_phrases_of_ones_own() -> None:
    down = replace(exercise("down", DoseLayer(for_seconds=8.0)), position="prone")
    up = exercise("up", DoseLayer(for_seconds=8.0))
    own = replace(DONE, phrases={"come-up-lying": Phrase(Text("Up you come."), Text("Up you come."))})
    for steps, coaching, told in (
        ([step("down"), SayStep(Text("Come up."), 5.0)], DONE, "Well done."),
        ([step("down"), step("up")], DONE, "Well done."),
        ([step("up"), step("down")], DONE, ROLL),
        ([RoundsStep(2, (step("up"), step("down")), 9.0), RestStep(9.0)], own, "Up you come. Well done."),
    ):
        timeline = compile_routine(routine(*steps), catalogue(down, up, coaching=coaching))
        assert timeline.cues[-1].say == told


def test_an_exercise_that_is_also_done_seated_stays_there_at_the_end() -> None:
    """Behind one in which one sits there is nothing to come up from."""
    sits = exercise("sits", DoseLayer(for_seconds=8.0))
    either = replace(sits, id="either", position="kneeling", also_in=("sitting",))
    library = catalogue(sits, either, coaching=DONE)
    for steps, told in (([step("sits"), step("either")], "Well done."), ([step("either")], UP)):
        assert compile_routine(routine(*steps), library).cues[-1].say == told


def test_who_sits_on_a_mat_comes_up_from_the_floor() -> None:
    sits = replace(exercise("sits", DoseLayer(for_seconds=8.0)), position="sitting")
    for needs, told in (((), "Well done."), (("chair",), "Well done."), (("mat", "wall"), UP)):
        some = replace(sits, needs=needs)
        assert compile_exercise(some, catalogue(some, coaching=DONE)).cues[-1].say == told


FIRST = Coaching({"prepare": CoachingEvent(says("{routine}. {first} {exercise}."))})


def test_the_only_exercise_of_a_routine_is_no_first_one() -> None:
    one, two = (exercise(name, DoseLayer(for_seconds=8.0)) for name in ("one", "two"))
    library = catalogue(one, two, coaching=FIRST)
    rounds = RoundsStep(2, (step("one"),), 9.0)
    for steps, told in (
        ([step("one")], "A routine. One."),
        ([rounds], "A routine. One."),
        ([step("one"), step("two")], "A routine. First: One."),
    ):
        assert compile_routine(routine(*steps), library).cues[0].say == told


@pytest.mark.parametrize(
    ("position", "needs", "seconds"),
    [
        ("standing", (), 0.0),
        ("sitting", ("chair",), 0.0),
        ("standing", ("wall",), 4.0),
        ("supine", (), 6.0),
    ],
)
def test_before_it_there_is_time_to_hear_what_it_is_and_to_get_there(
    position: str, needs: tuple[str, ...], seconds: float
) -> None:
    plain = exercise("some", DoseLayer(for_seconds=8.0), describe=" ".join(["Stand or lie as you like."] * 6))
    some = replace(plain, position=position, needs=needs)
    library = catalogue(some, coaching=TOLD)
    timeline = compile_exercise(some, library)
    assert [cue.say for cue in timeline.cues] == [f"Some. 8 seconds. {some.describe}"]
    assert list(rushed(timeline, library.exercises, TOLD, AT_A_DESK)) == []
    free = compile_exercise(plain, library).intervals[0].seconds - 10.0
    assert free > 0.0, "longer than what it would be anyway"
    assert timeline.intervals[0].seconds >= 10.0 + free + seconds


def test_there_is_time_to_hear_it_in_the_language_that_is_spoken() -> None:
    long = {"de": " ".join(["Stehen oder liegen Sie, wie es Ihnen gefällt."] * 6)}
    some = replace(exercise("some", DoseLayer(for_seconds=8.0)), describe=Text("Sit tall.", long))
    spoken = replace(TOLD, phrases={"seconds": Phrase(Text("{n} s"), Text("{n} s", {"de": "ganze {n} Sekunden lang"}))})
    library = catalogue(some, coaching=spoken)
    english, german = (compile_exercise(some, library, language) for language in ("en", "de"))
    assert [cue.say for cue in german.cues] == [f"Some. Ganze 8 Sekunden lang. {long['de']}"]
    assert list(rushed(german, library.exercises, spoken, AT_A_DESK)) == []
    assert german.intervals[0].seconds > english.intervals[0].seconds == 10.0
    assert alone(some, phrases=Phrases(spoken.phrases, "de")).prepare == german.intervals[0].seconds


def test_who_sits_on_a_mat_has_the_seconds_of_the_floor() -> None:
    low = replace(exercise("some", DoseLayer(for_seconds=8.0)), position="sitting", needs=("mat", "wall"))
    high = replace(low, needs=("chair",))
    assert seconds_to_reach(low, low.needs) - seconds_to_reach(high, high.needs) == FLOOR_SECONDS
