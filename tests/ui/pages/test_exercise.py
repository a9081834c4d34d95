"""An exercise's page: what may be chosen for it in the routine that one comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coach.ui.pages.exercise import ExercisePage
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.session.page import SessionPage
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


def test_an_exercise_is_started_by_itself_from_its_page(window: MainWindow, qtbot) -> None:
    window.parts.store.add_safety(())
    page = page_of(window, "band-row", "")
    assert page.begin.start.isEnabled()
    with qtbot.waitSignal(window.to.start) as started:
        qtbot.mouseClick(page.begin.start, Qt.MouseButton.LeftButton)
    assert started.args == ["exercise", "band-row"]
    session = window.covers.under_way
    assert isinstance(session, SessionPage)
    assert session.conductor is not None
    assert (session.conductor.timeline.kind, session.conductor.timeline.id) == ("exercise", "band-row")
    (record,) = window.parts.store.sessions()
    assert (record.kind, record.target) == ("exercise", "band-row")
    window.leave_session()


def test_the_safety_questions_come_before_it_as_before_any_session(window: MainWindow) -> None:
    page = page_of(window, "band-row", "")
    page.begin.start.click()
    assert isinstance(window.covers.page, SafetyPage)
    assert window.parts.store.sessions() == []


def test_what_a_condition_bars_does_not_begin_and_says_what_stands_in_its_place(window: MainWindow) -> None:
    window.parts.store.add_conditions(["kneeling-pain"])
    page = page_of(window, "cat-cow", "")
    assert not page.begin.start.isEnabled()
    assert page.begin.about.text() == "Cat-cow is not for you now (kneeling pain). In its place: Seated cat-cow."
    window.start("exercise", "cat-cow")
    assert window.covers.page is None


def test_what_is_locked_does_not_begin(window: MainWindow) -> None:
    safety = window.parts.library.catalogue.safety
    worst = next(question.id for question in safety.questions if safety.tiers[question.tier].lock)
    window.parts.store.add_safety([worst])
    page = page_of(window, "cat-cow", "")
    assert not page.begin.start.isEnabled()
    assert page.begin.about.text()


def test_what_to_check_first_stands_before_how_it_is_done(window: MainWindow) -> None:
    told = texts(page_of(window, "cat-cow", ""))
    first = next(at for at, text in enumerate(told) if text.startswith("Ask a professional first"))
    assert first < told.index("In words") < told.index("How")
    library = window.parts.library
    plain = replace(library.catalogue.exercises["cat-cow"], check_first=())
    library.catalogue = replace(library.catalogue, exercises={**library.catalogue.exercises, "cat-cow": plain})
    assert not any(text.startswith("Ask a professional first") for text in texts(page_of(window, "cat-cow", "")))


@pytest.mark.parametrize("exercise", ["band-row", "easy-run", "wall-angel"])
def test_a_source_is_named_once(window: MainWindow, exercise: str) -> None:
    window.go("exercise", exercise)
    catalogue = window.parts.library.catalogue
    told = " | ".join(texts(window.pages["exercise"]))
    for name in catalogue.exercises[exercise].sources:
        assert told.count(str(catalogue.sources[name].title)) == 1
