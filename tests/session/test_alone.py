"""An exercise by itself: a session of one step, with its own dose."""

from __future__ import annotations

from coach.content.model import DoseLayer
from coach.session.compile import alone, compile_exercise, compile_routine
from tests.session.library import SILENT, catalogue, exercise


def test_an_exercise_by_itself_has_its_own_dose_and_is_no_routine() -> None:
    some = exercise("some", DoseLayer(sets=2, for_seconds=8.0, rest=5.0))
    library = catalogue(some, coaching=SILENT)
    timeline = compile_exercise(some, library)
    assert (timeline.kind, timeline.id, timeline.title, timeline.exercises) == ("exercise", "some", "Some", 1)
    assert [(one.kind, one.seconds) for one in timeline.intervals] == [
        ("prepare", 10.0), ("work", 8.0), ("rest", 5.0), ("work", 8.0)
    ]  # fmt: skip
    assert timeline.intervals == compile_routine(alone(some), library).intervals
