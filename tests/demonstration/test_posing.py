"""What the figure does at moments of a session: a timetable."""

from __future__ import annotations

import pytest

from coach.content.model import Dose, DoseLayer, ExerciseStep, Routine, Text
from coach.demonstration.posing import (
    DIM,
    breath,
    demonstrated,
    demonstration_seconds,
    is_mirrored,
    pose_of,
    shown_work,
)
from coach.session.compile import compile_routine
from coach.session.player import Player
from coach.session.timeline import Interval
from tests.ui.parts import shipped


def views(dose: DoseLayer, *moments: float, exercise: str = "chin-tuck", has_keyboard: bool = True):
    """(view, work) of a session of one exercise with this dose, `moments` seconds after its preparation of 5 s."""
    routine = Routine("one", Text("One"), (ExerciseStep(exercise, dose),), prepare=5.0)
    timeline = compile_routine(routine, shipped())
    player = Player(timeline, has_keyboard=has_keyboard)
    player.start(0.0)
    now = 0.0
    for moment in moments:
        while now < moment + 5.0:
            now = min(now + 1.0, moment + 5.0)
            player.advance(now)
        view = player.view(now)
        after = next((i for i in timeline.intervals[view.index :] if i.kind == "work"), None)
        yield view, shown_work(view, after)


def shares(dose: DoseLayer, *moments: float, is_cycle: bool = False, **more) -> list[float]:
    return [round(pose_of(view, work, is_cycle=is_cycle).share, 3) for view, work in views(dose, *moments, **more)]


COUNTED = DoseLayer(reps=3, move=2.0, hold=4.0, back=2.0, pause=1.0)


def test_out_during_the_move_still_during_the_hold_back_after_it():
    #                        out ........  held ...........  back .......  rest  out again
    moments = (0.0, 1.0, 1.5, 2.0, 4.0, 5.9, 6.0, 7.0, 7.5, 8.5, 10.0)
    expect = [0.0, 0.5, 0.75, 1.0, 1.0, 1.0, 1.0, 0.5, 0.25, 0.0, 0.5]
    assert shares(COUNTED, *moments) == expect


def test_a_hold_is_gone_to_once_in_two_seconds_and_kept():
    assert shares(DoseLayer(for_seconds=30.0), 0.0, 1.0, 2.0, 15.0, 29.9) == [0.0, 0.5, 1.0, 1.0, 1.0]


def test_every_goes_out_and_back_in_each_period():
    every = DoseLayer(for_seconds=30.0, every=4.0)
    assert shares(every, 0.0, 1.0, 2.0, 3.0, 4.0, 6.0) == [0.0, 0.5, 1.0, 0.5, 0.0, 1.0]
    assert shares(every, 0.0, 1.0, 3.0, 5.0, is_cycle=True) == [0.0, 0.25, 0.75, 0.25]


def test_as_long_as_possible_repeats_too_where_it_has_a_period():
    longest = DoseLayer(as_long_as_possible=True, up_to=60.0, every=4.0)
    assert shares(longest, 0.0, 1.0, 2.0, 3.0, 6.0, 41.0) == [0.0, 0.5, 1.0, 0.5, 1.0, 0.5]


def test_a_cycle_that_is_held_for_a_time_runs_at_its_own_pace():
    assert shares(DoseLayer(for_seconds=30.0), 0.0, 0.5, 1.5, 3.0, is_cycle=True) == [0.0, 0.25, 0.75, 0.5]


def test_at_ones_own_pace_it_shows_the_movement_again_and_again():
    own = DoseLayer(reps=6, own_pace=True, move=2.0, hold=0.0, back=2.0)
    assert shares(own, 0.0, 1.0, 2.0, 3.0, 4.5, 6.0, 7.0) == [0.0, 0.5, 1.0, 0.5, 0.0, 0.5, 1.0]


@pytest.mark.parametrize(
    ("sides", "mirrored"),
    [
        ("none", [False, False, False]),
        ("left", [True, True, True]),
        ("right", [False, False, False]),
        ("alternate", [True, False, True]),
    ],
)
def test_the_left_side_is_its_mirror_image(sides, mirrored):
    dose = DoseLayer(reps=3, move=2.0, hold=0.0, back=2.0, pause=0.0, sides=sides)
    found = [pose_of(view, work, is_cycle=False).mirrored for view, work in views(dose, 1.0, 5.0, 9.0)]
    assert found == mirrored


def test_both_sides_are_done_one_after_the_other():
    dose = DoseLayer(for_seconds=10.0, sides="both", switch=5.0)
    found = list(views(dose, 5.0, 12.0, 18.0))
    assert [view.interval.kind for view, _ in found] == ["work", "switch", "work"]
    sides = [pose_of(view, work, is_cycle=False).mirrored for view, work in found]
    assert sides == [work.side == "left" for _, work in found]
    assert sides[0] != sides[2]
    assert sides[1] == sides[2], "while changing over it shows the side to come"


def test_before_the_first_exercise_it_shows_what_comes():
    (begin, work), (later, _) = views(COUNTED, -5.0, -4.0)
    assert begin.interval.kind == "prepare"
    assert work.exercise == "chin-tuck"
    assert pose_of(begin, work, is_cycle=False).share == 0.0
    assert pose_of(later, work, is_cycle=False).share == pytest.approx(0.5)


def test_nobody_stands_on_the_stage_where_only_words_are_said():
    say = Interval("say", 0.0, 5.0, text="Shake out your arms.")
    view, work = next(views(COUNTED, 1.0))
    said = type(view)(**{**{name: getattr(view, name) for name in view.__slots__}, "interval": say})
    assert shown_work(said, work) is None


def test_a_pause_keeps_its_moment():
    routine = Routine("one", Text("One"), (ExerciseStep("chin-tuck", COUNTED),), prepare=0.0)
    player = Player(compile_routine(routine, shipped()))
    player.start(0.0)
    player.advance(1.0)
    player.pause(1.0)
    view = player.view(900.0)
    assert pose_of(view, view.interval, is_cycle=False).share == pytest.approx(0.5)


@pytest.mark.parametrize("seconds", [1.0, 2.0, 5.0, 30.0])
def test_the_glow_breathes_in_whole_breaths(seconds):
    glows = [breath(n / 200, seconds) for n in range(201)]
    assert glows[0] == pytest.approx(DIM)
    assert glows[-1] == pytest.approx(DIM)
    assert max(glows) == pytest.approx(1.0, abs=0.01)
    assert min(glows) >= DIM - 1e-9


def test_without_a_hold_it_does_not_breathe():
    assert breath(None, 5.0) == DIM
    assert breath(0.5, 0.0) == DIM


def test_a_demonstration_is_as_long_as_it_says():
    work = Interval("work", 0.0, 0.0, reps=4, move=1.0, hold=30.0, back=1.0, side="alternate")
    seconds = demonstration_seconds(work, is_cycle=False)
    assert seconds == pytest.approx(5.0), "a long hold is only hinted at"
    assert demonstrated(work, 0.5, is_cycle=False).mirrored
    assert not demonstrated(work, seconds + 0.5, is_cycle=False).mirrored
    assert demonstrated(work, seconds - 0.01, is_cycle=False).share == 0.0


@pytest.mark.parametrize(
    ("sides", "is_left"), [("left", True), ("both", True), ("alternate", True), ("right", False), ("none", False)]
)
def test_a_picture_shows_the_left_repetition_where_the_left_begins(sides, is_left):
    assert is_mirrored(Dose(reps=8, sides=sides)) is is_left
