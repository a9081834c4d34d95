"""An exercise by itself: a session of one step, with its own dose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import Coaching, CoachingEvent, DoseLayer
from coach.session.arriving import AT_A_DESK
from coach.session.compile import alone, compile_exercise, compile_routine
from coach.session.introductions import rushed
from tests.session.library import SILENT, catalogue, exercise, says


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


@pytest.mark.parametrize(
    ("position", "needs", "seconds"),
    [
        ("standing", (), 0.0),
        ("sitting", ("chair",), 0.0),
        ("standing", ("wall",), 4.0),
        ("supine", (), 6.0),
        ("supine", ("mat",), 8.0),
        ("standing", ("anchor", "band"), 8.0),
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
