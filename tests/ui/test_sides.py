"""One side, or left first: pages, stills and sheet show the side that the words say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.commands import showing
from coach.content.model import Dose, DoseLayer, ExerciseStep, Routine, Text
from coach.session import routine_lines
from coach.session.compile import compile_routine
from coach.session.phrases import Phrases
from coach.session.player import Player
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.exercise import ExercisePage
from coach.ui.pages.page import Paths
from coach.ui.pages.routine_list import ExerciseRow
from coach.ui.sheet.pictures import make_pictures
from coach.ui.widgets.demonstration import Demonstration
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from coach.ui.words.session import StageWords
from coach.words.sheet import sheet_of
from tests.ui.parts import FakeParts, shipped

BOTH = [name for name, one in shipped().exercises.items() if one.dose.sides == "both"]
ONE_ARM = "band-external-rotation-one-arm"


def page_of(ident: str, *, reduced_motion: bool) -> ExercisePage:
    look = WindowLook()
    look.set_reduced_motion(reduced_motion)
    page = ExercisePage(FakeParts(), look, Paths())
    page.appear(ident)
    return page


def test_every_exercise_of_both_sides_says_left_in_its_text():
    """Which the pictures have to follow."""
    assert len(BOTH) >= 19
    for name in BOTH:
        told = shipped().exercises[name]
        assert "left" in " ".join([str(told.describe), *map(str, told.steps)]).lower(), name


@pytest.mark.parametrize("reduced_motion", [False, True])
@pytest.mark.parametrize("ident", BOTH)
def test_the_exercises_page_shows_the_left_side_first(qapp, ident, reduced_motion):
    page = page_of(ident, reduced_motion=reduced_motion)
    shots = [place.shot for place in page.findChildren(FigurePlace) if place.shot is not None]
    assert shots
    assert all(shot.mirrored for shot in shots)
    assert all(shown.is_mirrored for shown in page.findChildren(Demonstration))
    assert "left first" in words.dose(shipped().exercises[ident].dose.settled(), Phrases(shipped().coaching.phrases))


def test_an_exercise_without_sides_is_shown_as_its_file_has_it(qapp):
    page = page_of("chin-tuck", reduced_motion=True)
    assert not any(place.shot.mirrored for place in page.findChildren(FigurePlace) if place.shot is not None)


def routine_on(side: str) -> Routine:
    step = ExerciseStep(ONE_ARM, DoseLayer(sets=3, reps=12, sides=side))
    return Routine("mine", Text("Mine"), (step,))


@pytest.mark.parametrize(
    ("side", "is_left", "dose"),
    [
        ("left", True, "3 sets of 12 on the left side, hold 1 second"),
        ("right", False, "3 sets of 12 on the right side, hold 1 second"),
        ("both", True, "3 sets of 12 each side, left first, hold 1 second"),
    ],
)
def test_the_sheet_says_and_shows_the_side(qapp, side, is_left, dose):
    routine = routine_on(side)
    (row,) = sheet_of(routine, compile_routine(routine, shipped()), shipped()).rows
    assert row.dose.startswith(dose)
    assert row.mirrored is is_left
    assert ("your left hand" in row.describe, "your right hand" in row.describe) == (is_left, not is_left)
    assert ("change." in row.describe) is (side == "both")


def test_the_sheets_picture_of_the_left_side_is_the_mirrored_one(qapp):
    figure = shipped().figures[ONE_ARM]
    (_, left), *_ = make_pictures(figure, mirrored=True)
    (_, right), *_ = make_pictures(figure)
    assert left.toImage() != right.toImage()


def test_a_row_of_a_routine_shows_its_side(qapp):
    exercise = shipped().exercises[ONE_ARM]
    for sides, is_left in (("left", True), ("right", False)):
        line = routine_lines.RoutineLine(1, exercise, replace(exercise.dose.settled(), sides=sides), 1)
        row = ExerciseRow(WindowLook(), line, "", "", shipped().figures[ONE_ARM])
        (place,) = row.findChildren(FigurePlace)
        assert place.shot.mirrored is is_left


@pytest.mark.parametrize(
    ("side", "first", "then"), [("left", "left", "left"), ("right", "right", "right"), ("both", "left", "right")]
)
def test_on_screen_the_side_stands_before_the_work_too(qapp, side, first, then):
    timeline = compile_routine(routine_on(side), shipped())
    screen, player = StageWords(timeline, shipped()), Player(timeline)
    player.start(0.0)
    title = str(shipped().exercises[ONE_ARM].title)
    view = player.view(0.0)
    assert screen.subtitle(view) == f"First: {title}, {first} side"
    assert screen.next_line(view)[1].startswith(f"{title}, {first} side, 12 repetitions")
    player.next(0.0)
    player.next(0.0)
    assert f"{then} side" in screen.subtitle(player.view(0.0)).lower()
    lines = screen.scene(player.view(0.0)).lines
    assert ("Turn round for the other side." in lines) is (side == "both")
    assert "Stand side-on to it, and hold it in the hand that is further away." in lines


def test_an_exercise_of_ones_own_on_one_side_is_told_as_that_side():
    one = shipped().exercises[ONE_ARM]
    right = replace(one, dose=replace(one.dose, sides="right"))
    told = showing.describe("exercise", right, None, shipped())
    assert "Band fixed on your left, end in your right hand" in told
    assert "change." not in told
    assert "Turn round" not in told


def test_one_repetition_is_one(qapp):
    step = ExerciseStep("chin-tuck", DoseLayer(sets=1, reps=1))
    timeline = compile_routine(Routine("mine", Text("Mine"), (step,)), shipped())
    player = Player(timeline)
    player.start(0.0)
    assert StageWords(timeline, shipped()).next_line(player.view(0.0))[1] == "Chin tuck, 1 repetition"


def test_a_side_is_one_of_the_doses_words():
    assert Dose(reps=1, sides="both").first_side == "left"
