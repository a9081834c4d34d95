"""How long a routine takes is told without making its sentences."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer, ExerciseStep, RestStep, Routine, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.lasting import length_of
from coach.session.timeline import Length
from tests.session.library import catalogue, exercise

LIBRARY = catalogue(exercise("one", DoseLayer(reps=5)), exercise("two", DoseLayer(reps=3, own_pace=True)))


@pytest.mark.parametrize("names", [(), ("one",), ("one", "one"), ("one", "two")])
def test_it_is_that_of_the_timeline(names: tuple[str, ...]) -> None:
    steps = [step for name in names for step in (SayStep(Text("Now."), 4.0), ExerciseStep(name), RestStep(9.0))]
    routine = Routine("some", Text("Some"), tuple(steps))
    timeline = compile_routine(routine, LIBRARY)
    told = Length(timeline.seconds, timeline.estimated, timeline.exercises)
    assert length_of(routine, LIBRARY.exercises) == told
