"""An exercise's page: what may be chosen for it in the routine that one comes from."""

from __future__ import annotations

import pytest

from coach.ui.pages.exercise import ExercisePage
from coach.ui.window import MainWindow
from tests.ui.seeing import texts
from tests.wiring.training import STRENGTH


def page_of(window: MainWindow, exercise: str, before: str) -> ExercisePage:
    window.go("exercise", exercise)
    page = window.pages["exercise"]
    assert isinstance(page, ExercisePage)
    page.appear(exercise, before)
    return page


def test_the_dose_in_the_routine_follows_what_is_chosen_and_can_be_taken_back(window: MainWindow) -> None:
    page = page_of(window, "band-row", STRENGTH)
    assert "In Upper-back strength" in texts(page)
    assert "Band row: 2 sets of 12, hold 1 second, rest 45 s" in texts(page)
    page.adjusting.buttons["band-row", "harder"].click()
    told = texts(page)
    assert "the harder exercise now: as you chose" in told
    assert "Band row from now on: One-arm band row." in told
    assert [(one.routine, one.exercise, one.what) for one in window.parts.store.choices()] == [
        (STRENGTH, "band-row", "harder")
    ]
    page.adjusting.buttons["band-row", "undo"].click()
    assert window.parts.store.choices() == ()
    assert "the harder exercise now: as you chose" not in texts(page)


def test_the_page_of_what_took_its_place_chooses_for_the_one_in_the_file(window: MainWindow) -> None:
    window.parts.store.add_choice(STRENGTH, "band-row", "harder")
    page = page_of(window, "band-row-one-arm", STRENGTH)
    page.adjusting.buttons["band-row", "reset"].click()
    assert [one.exercise for one in window.parts.store.choices()] == ["band-row", "band-row"]


def test_what_was_chosen_is_not_taken_back_from_a_page_that_appears_anew(window: MainWindow) -> None:
    page = page_of(window, "band-row", STRENGTH)
    page.adjusting.buttons["band-row", "hold"].click()
    assert ("band-row", "undo") in page.adjusting.buttons
    page = page_of(window, "band-row", STRENGTH)
    assert ("band-row", "undo") not in page.adjusting.buttons


@pytest.mark.parametrize("before", ["", "desk-reset", "band-row-one-arm", "gone"])
def test_without_a_routine_that_has_levels_there_is_nothing_to_choose(window: MainWindow, before: str) -> None:
    page_of(window, "band-row", STRENGTH)
    page = page_of(window, "band-row", before)
    assert page.adjusting.buttons == {}
    assert not any(text.startswith("In ") and text != "In words" for text in texts(page))
