"""What a person uses for an exercise is kept, stands in the place of the author's, and a broken one is ignored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import ExerciseStep, RestStep, RoundsStep, Routine, Text
from coach.progress.loads import LOAD, MOST_CHARACTERS, Used, keep_load, load_alone, own_load, used_in, with_own_loads
from coach.progress.store import Store
from coach.session.compile import compile_routine
from coach.session.events import Outcome
from tests.fakes import FakeClock
from tests.session.library import DoseLayer, catalogue, exercise
from tests.stores import memory_store

ROW = replace(exercise("row", DoseLayer(reps=8)), needs=("anchor", "band"))
LIBRARY = catalogue(ROW, exercise("squat", DoseLayer(reps=8))).exercises
STEPS = (
    ExerciseStep("row"),
    RoundsStep(2, (ExerciseStep("row", load=Text("Blue band")), ExerciseStep("squat"), RestStep(5.0))),
    ExerciseStep("squat", load=Text("3 kg")),
)
ROUTINE = Routine("pull", Text("Pull"), STEPS)


@pytest.fixture
def store() -> Store:
    return memory_store(FakeClock())


def loads(routine: Routine) -> list[str | None]:
    inner = routine.steps[1]
    assert isinstance(inner, RoundsStep)
    steps = (routine.steps[0], *inner.steps[:2], routine.steps[2])
    return [str(one.load) if one.load else None for one in steps if isinstance(one, ExerciseStep)]


def test_one_s_own_takes_the_place_of_the_author_s_and_gives_it_back(store: Store) -> None:
    assert with_own_loads(ROUTINE, LIBRARY, store) is ROUTINE
    keep_load("row", "  red   band ", store)
    assert loads(with_own_loads(ROUTINE, LIBRARY, store)) == ["red band", "red band", None, "3 kg"]
    keep_load("squat", "5 kg", store)  # only where a load is asked for: squats in the rounds are done without
    assert loads(with_own_loads(ROUTINE, LIBRARY, store)) == ["red band", "red band", None, "5 kg"]
    keep_load("row", " ", store)
    assert loads(with_own_loads(ROUTINE, LIBRARY, store)) == [None, "Blue band", None, "5 kg"]


@pytest.mark.parametrize("kept", [5, ["red"], "red\x00band", "x" * (MOST_CHARACTERS + 1), None])
def test_what_is_no_line_is_ignored_and_not_kept(store: Store, kept: object) -> None:
    store.set_setting(f"{LOAD}.row", kept)
    assert store.get(own_load("row")) == ""
    if isinstance(kept, str):
        with pytest.raises(ValueError, match="no line of at most 60"):
            keep_load("row", kept, store)
    keep_load("row", "x" * MOST_CHARACTERS, store)
    assert len(store.get(own_load("row"))) == MOST_CHARACTERS


def test_what_was_done_with_a_load_is_asked_for_once_and_with_what_is_kept(store: Store) -> None:
    timeline = compile_routine(ROUTINE, catalogue(ROW, exercise("squat", DoseLayer(reps=8))))
    works = [index for index, one in enumerate(timeline.intervals) if one.kind == "work"]
    loaded = [index for index in works if timeline.intervals[index].exercise == "row"]
    free = [index for index in works if timeline.intervals[index].load is None and index not in loaded]

    def used(outcomes: dict[int, Outcome]) -> tuple[Used, ...]:
        return used_in(timeline.intervals, outcomes, LIBRARY, store)

    assert used({}) == ()
    assert used(dict.fromkeys(loaded, "skipped")) == ()
    assert used(dict.fromkeys(free, "done")) == ()
    keep_load("squat", "3 kg", store)
    assert used({**dict.fromkeys(works, "done"), loaded[0]: "skipped"}) == (Used("row", ""), Used("squat", "3 kg"))
    assert used_in(timeline.intervals, dict.fromkeys(works, "done"), {}, store) == ()


def test_by_itself_a_band_is_one_s_own_and_a_weight_is_not_asked_for(store: Store) -> None:
    assert load_alone(ROW, store) is None
    keep_load("row", "red band", store)
    keep_load("squat", "3 kg", store)
    assert load_alone(ROW, store) == Text("red band")
    assert load_alone(LIBRARY["squat"], store) is None
