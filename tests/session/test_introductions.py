"""Which exercises of a session begin before anybody can be ready."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import DoseLayer, Exercise, RestStep, RoundsStep, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.introductions import Rushed, rushed
from coach.session.speech import voiced_seconds
from tests.session.library import COACHING, catalogue, exercise, routine, step

DOSE = DoseLayer(reps=4, move=2.0, back=2.0)
NEXT = voiced_seconds("Next: Some. 4 repetitions. Sit tall.")
FIRST = voiced_seconds("A routine. First: Some. 4 repetitions. Sit tall.")


def an(id_: str, position: str = "standing", *needs: str) -> Exercise:
    return replace(exercise(id_, DOSE), position=position, needs=needs)


def found(
    *steps: object, prepare: float = 60.0, between: float = 10.0, had: frozenset[str] = frozenset(), **positions: str
) -> list[Rushed]:
    exercises = catalogue(
        an("some", "standing", "band"),
        an("bare"),
        an("roll", "supine"),
        an("crawl", "all-fours"),
        an("low", "sitting", "mat"),
        an("seat", "sitting"),
        an("lean", "standing", "wall", "towel"),
        an("push", "standing", "wall"),
    )
    timeline = compile_routine(routine(*steps, prepare=prepare, between=between), exercises)  # type: ignore[arg-type]
    return list(rushed(timeline, exercises.exercises, COACHING, had))


def tasks(*steps: object, prepare: float = 60.0, between: float = 10.0) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(one.step, one.task, one.things) for one in found(*steps, prepare=prepare, between=between)]


def test_what_is_to_be_fetched_in_no_time_is_told_with_the_times() -> None:
    (one,) = found(step("bare"), step("some"))
    assert (one.step, one.exercise, one.task, one.things) == (2, "some", "fetch", ("band",))
    assert (one.takes, one.has) == (pytest.approx(NEXT), 10.0)
    assert one.spare == pytest.approx(10.0 - NEXT)


def test_talk_that_is_longer_than_its_time_leaves_none() -> None:
    (one,) = found(step("some"), prepare=3.3)
    assert one.takes > one.has
    assert one.spare == 0.0


@pytest.mark.parametrize(("between", "told"), [(NEXT + 7.9, 1), (NEXT + 8.0, 0)])
def test_eight_seconds_are_enough_to_fetch_a_thing(between: float, told: int) -> None:
    assert len(found(step("bare"), step("some"), between=round(between + 0.0005, 3))) == told


def test_what_was_needed_before_or_is_at_hand_is_not_fetched_again() -> None:
    assert tasks(step("some"), step("bare"), step("some")) == []
    assert found(step("bare"), step("some"), had=frozenset({"band"})) == []


def test_a_step_s_sets_and_sides_are_led_to_once() -> None:
    assert tasks(step("some", sets=3, rest=1.0, sides="both", switch=1.0)) == []


def test_one_goes_to_a_wall_sooner_than_one_fetches_a_towel() -> None:
    talk = voiced_seconds("Next: Push. 4 repetitions. Sit tall.")
    assert tasks(step("bare"), step("push"), between=talk + 4.1) == []
    assert tasks(step("bare"), step("push"), between=talk + 3.9) == [(2, "go", ("wall",))]
    assert tasks(step("bare"), step("lean"), between=talk + 6.0) == [(2, "fetch", ("towel",))]


def test_the_longest_task_is_told_where_there_are_several() -> None:
    assert tasks(step("bare"), step("lean"), between=3.0) == [(2, "fetch", ("towel",))]


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((step("bare"), step("roll")), [(2, "down", ())]),
        ((step("roll"), step("bare")), [(2, "up", ())]),
        ((step("roll"), step("crawl")), []),  # on the floor all the time
        ((step("bare"), step("bare")), []),
        ((RoundsStep(2, (step("bare"), step("roll")), 30.0),), [(2, "down", ()), (2, "down", ())]),
        ((step("bare"), RestStep(9.0), step("roll")), [(2, "down", ())]),  # a rest announces it
    ],
)
def test_getting_down_and_up(steps: tuple[object, ...], told: list[object]) -> None:
    assert tasks(*steps, between=8.0) == told


def test_who_sits_on_a_mat_is_down_and_who_sits_else_is_not() -> None:
    mat = SayStep(Text("Put out a mat."), 60.0)
    assert tasks(mat, step("seat"), step("low"), step("seat"), between=8.0) == [(2, "down", ()), (3, "up", ())]
    assert tasks(mat, step("roll"), step("low"), between=8.0) == []


def test_at_the_beginning_one_stands() -> None:
    assert tasks(step("roll"), prepare=4.0) == [(1, "down", ())]
    assert tasks(step("bare"), prepare=4.0) == []


def test_words_of_the_author_give_the_time_that_they_leave() -> None:
    words = SayStep(Text("Lie down."), 8.0)
    assert tasks(step("bare"), words, step("roll")) == []
    assert tasks(step("bare"), replace(words, seconds=5.0), step("roll")) == [(2, "down", ())]
    assert tasks(step("bare"), RestStep(60.0), replace(words, seconds=5.0), step("roll")) == [(2, "down", ())]


def test_words_that_wait_give_all_the_time() -> None:
    assert tasks(step("bare"), SayStep(Text("Get ready."), None), step("some")) == []


@pytest.mark.parametrize(
    ("say", "told"),
    [
        (SayStep(Text("Lay out your Band and a mat."), None), []),
        (SayStep(Text("Lay out your bands."), None), []),
        (SayStep(Text("Get ready."), None), [(2, "fetch", ("band",))]),
        (SayStep(Text("Lay out your band."), 12.0), []),
        (SayStep(Text("Lay out your band."), 5.0), [(2, "fetch", ("band",))]),
        (SayStep(Text("Husband your strength."), None), [(2, "fetch", ("band",))]),
    ],
)
def test_what_was_named_before_may_have_been_fetched_then(say: SayStep, told: list[object]) -> None:
    assert tasks(say, step("bare"), step("some")) == told


def test_a_routine_without_exercises_has_no_introduction() -> None:
    assert tasks(SayStep(Text("Breathe."), 5.0)) == []
