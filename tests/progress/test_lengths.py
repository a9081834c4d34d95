"""The length that a person chose for a run is kept, and a broken one is ignored."""

from __future__ import annotations

import pytest

from coach.content.model import ExerciseStep, Routine, Text
from coach.progress.lengths import LENGTH, keep_length, with_kept_length
from tests.fakes import FakeClock
from tests.stores import memory_store

RUN = Routine("run", Text("Run"), (ExerciseStep("easy-run"),))


def seconds(routine: Routine) -> float | None:
    step = routine.steps[0]
    assert isinstance(step, ExerciseStep)
    return step.dose.for_seconds


def test_it_is_kept_and_laid_over_the_dose():
    store = memory_store(FakeClock())
    assert with_kept_length(RUN, store) == RUN
    keep_length(RUN, 2700.0, store)
    assert seconds(with_kept_length(RUN, store)) == 2700.0


@pytest.mark.parametrize("kept", ["long", 0, 7200.0, [1], None])
def test_what_is_no_length_is_ignored(kept):
    store = memory_store(FakeClock())
    store.set_setting(f"{LENGTH}.run", kept)
    assert with_kept_length(RUN, store) == RUN


def test_a_length_that_cannot_be_is_not_kept():
    store = memory_store(FakeClock())
    with pytest.raises(ValueError, match=r"7200\.0 s for run"):
        keep_length(RUN, 7200.0, store)
    assert store.setting(f"{LENGTH}.run") is None
