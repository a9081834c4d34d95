"""Which figure stands for what, over the shipped library."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from coach.content.model import Coaching, Lesson, Message, Reminder, Text
from coach.demonstration.which_figure import (
    STANDING,
    area_figure,
    at_the_desk,
    at_the_wall,
    emblem,
    figure_for_lesson,
    figure_for_reminder,
    figure_of,
    hips_up,
)
from coach.progression.barred import Barred
from tests.ui.parts import shipped


def test_every_exercise_has_a_figure():
    library = shipped()
    missing = [exercise.id for exercise in library.exercises.values() if figure_of(library, exercise) is None]
    assert missing == []


def test_every_routine_has_its_own_face():
    library = shipped()
    running = {routine.id for routine in library.routines.values() if routine.goal == "running"}  # all of them run
    faces = {one.id: emblem(library, one).id for one in library.routines.values() if one.id not in running}
    assert len(set(faces.values())) == len(faces), faces
    assert faces["anti-slouch-daily"] == "wall-angel"


def test_who_comes_back_to_running_walks_first_and_then_runs():
    library = shipped()
    faces = [emblem(library, library.routines[f"run-walk-{stage}"]).id for stage in range(1, 6)]
    assert faces == ["walk", "walk", "easy-run", "easy-run", "easy-run"]
    assert emblem(library, library.routines["run-walk-1"], {"walk"}).id == "easy-run"
    assert emblem(library, library.routines["run-tall"]).id == "easy-run"


def test_a_reminder_shows_what_it_offers_now():
    library = shipped()
    several = replace(library.reminders["desk-reset"], figure=None, offer=("desk-reset", "walking-break"))
    first, second = (emblem(library, library.routines[ident]) for ident in several.offers)
    assert figure_for_reminder(library, several) == first != second
    assert figure_for_reminder(library, several, offered=library.routines["walking-break"]) == second
    assert figure_for_reminder(library, replace(several, offer="focus"), offered=library.tests["wall-test"]) == (
        at_the_wall(library, library.tests["wall-test"])
    )


def test_every_reminder_has_a_figure():
    library = shipped()
    for reminder in library.reminders.values():
        assert figure_for_reminder(library, reminder) is not None, reminder.id
    assert figure_for_reminder(library, library.reminders["wall-test"]).id == "wall-test-back"


def test_a_lesson_shows_the_figure_that_it_names_else_somebody_standing():
    library = shipped()
    shown = {name: figure_for_lesson(library, lesson).id for name, lesson in library.lessons.items()}
    assert shown == {
        "why-the-upper-back-hurts": "scapular-squeeze",
        "sitting-well": "at-the-desk",
        "standing-phones-and-bags": "tall-standing",
        "driving-sleep-and-rest": "standing-rotation",
        "running-well": "easy-run",
        "the-wall-test": "wall-test-back",
        "ordinary-soreness": "walk",
        "sore-back-and-return": "childs-pose",
        "when-to-see-a-doctor": STANDING.id,
        "how-this-program-decides": "wall-angel",
    }
    assert figure_for_lesson(library, Lesson("own", Text("Own"), "Words.\n", figure="walk")).id == "walk"


def test_the_desk_is_shown_by_the_figure_that_the_coaching_names():
    library = shipped()
    assert at_the_desk(library).id == "at-the-desk"
    assert at_the_desk(replace(library, coaching=Coaching({}, figures={"desk": "walk"}))).id == "walk"
    assert at_the_desk(replace(library, coaching=Coaching({}))) is None


OWN = Reminder("own", Text("Own"), (Message(Text("Move.")),), every=1800.0)


def test_a_reminder_shows_its_own_figure_else_its_offer_else_what_is_done_at_the_desk():
    library = shipped()
    own = OWN
    shown = {
        name: figure_for_reminder(library, reminder).id
        for name, reminder in {
            "figure": replace(own, figure="walk"),
            "both": replace(own, figure="walk", offer="run-tall"),
            "routine": replace(own, offer="run-tall"),
            "test": replace(own, offer="wall-test"),
            "neither": own,
        }.items()
    }
    assert shown == {
        "figure": "walk",
        "both": "walk",
        "routine": "easy-run",
        "test": "wall-test-back",
        "neither": emblem(library, library.routines["desk-reset"]).id,
    }


@pytest.mark.parametrize(
    ("reminder", "barred", "shown"),
    [
        (replace(OWN, figure="walk"), {"chin-tuck"}, "walk"),
        (replace(OWN, figure="chin-tuck"), {"chin-tuck"}, STANDING.id),
        (replace(OWN, figure="at-the-desk"), {"chin-tuck"}, "at-the-desk"),
        (replace(OWN, offer="run-tall"), {"chin-tuck"}, "easy-run"),
        (replace(OWN, offer="wall-test"), {"chin-tuck"}, "wall-test-back"),
        (replace(OWN, offer="two-minute-band"), {"lateral-raise"}, STANDING.id),
    ],
)
def test_where_a_reminder_would_show_a_barred_exercise_somebody_just_stands(reminder, barred, shown):
    assert figure_for_reminder(shipped(), reminder, Barred(frozenset(barred))).id == shown


@pytest.mark.parametrize("offer", ["anti-slouch-daily", "desk-reset", None])
def test_the_face_of_a_routine_is_an_exercise_that_is_left(offer):
    library = shipped()
    reminder = replace(OWN, offer=offer)
    usual = figure_for_reminder(library, reminder)
    (face,) = [ident for ident, one in library.exercises.items() if one.figure == usual.id]
    other = figure_for_reminder(library, reminder, Barred(frozenset({face})))
    assert other.id not in (usual.id, STANDING.id)


@pytest.mark.parametrize("name", list(shipped().reminders))
def test_while_the_answers_lock_somebody_just_stands(name):
    assert figure_for_reminder(shipped(), shipped().reminders[name], Barred(locked=True)) is STANDING
    assert figure_for_reminder(shipped(), None, Barred(locked=True)) is None


def test_a_figure_that_a_barred_exercise_shares_is_not_shown():
    library = shipped()
    both = replace(library, exercises={**library.exercises, "other": replace(library.exercises["walk"], id="other")})
    assert figure_for_reminder(both, replace(OWN, figure="walk"), Barred(frozenset({"other"}))) is STANDING


def test_without_figures_there_is_none_to_show():
    library = shipped()
    bare = SimpleNamespace(
        exercises={name: replace(found, figure=None) for name, found in library.exercises.items()},
        routines=library.routines,
        figures={},
    )
    assert emblem(bare, library.routines["desk-reset"]) is None
    assert emblem(bare, None) is None
    assert figure_of(bare, None) is None
    nothing = SimpleNamespace(**vars(bare), tests={})
    assert figure_for_reminder(nothing, OWN) is None
    assert figure_for_reminder(nothing, OWN, Barred(frozenset({"walk"}))) is None


@pytest.mark.parametrize("area", ["neck", "chest", "between-blades", "low-back", "hips-front"])
def test_an_area_glows_on_somebody_who_stands(area):
    figure = area_figure(area)
    assert figure.highlight == (area,)
    assert hips_up(figure) == (area != "hips-front")


@pytest.mark.parametrize(("name", "whole"), [("wall-angel", False), ("march", True), ("plank", True), ("walk", True)])
def test_what_the_legs_do_is_not_left_out(name, whole):
    assert hips_up(shipped().figures[name]) != whole
