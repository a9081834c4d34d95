"""A routine's page: what is otherwise for this person, and what is left out, is said there and as a session begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.content.model import ExerciseStep, Text
from coach.progression.focus import NoFocus
from coach.settings import FOCUS_MINUTES, KIT_MISSING
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.adjusting import Adjusting
from coach.ui.pages.routine_list import ExerciseList, ExerciseRow
from coach.ui.pages.session.page import SessionPage
from coach.ui.widgets.chip import Chip
from coach.ui.window import MainWindow
from coach.ui.words import common as words
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import button, faults, texts
from tests.wiring.training import STRENGTH, tested, train

KNEELING = "In place of Cat-cow for you: Seated cat-cow (kneeling pain)."


def shown(window: MainWindow, ident: str) -> list[str]:
    window.go("routine", ident)
    return texts(window.pages["routine"])


def test_the_dose_of_now_stands_there_with_its_reason(window: MainWindow) -> None:
    why = "3 sets now: twice at effort 5 or less with pain 1 or less"
    assert why not in shown(window, STRENGTH)
    for _ in range(2):
        train(window.parts)
    told = shown(window, STRENGTH)
    assert told[told.index(why) - 1].startswith("3 sets of 12")


def test_what_is_missing_is_said_above_start_and_what_does_without_at_each_exercise(window: MainWindow) -> None:
    needs = "Needs a mat, which you said you do not have."
    assert needs not in shown(window, STRENGTH)
    window.parts.store.keep(KIT_MISSING, ["mat"])
    told = shown(window, STRENGTH)
    assert needs in told
    assert "Without a mat: Seated cat-cow" in told
    assert button(window.pages["routine"], "Start").isEnabled(), "it can be started all the same"
    window.parts.store.keep(KIT_MISSING, ["band"])
    assert "Needs a band; nothing takes its place" in shown(window, STRENGTH)


def test_what_is_left_out_and_replaced_is_said_on_the_page_and_as_the_session_begins(
    qtbot: QtBot, look: WindowLook, window: MainWindow
) -> None:
    window.parts.store.add_conditions(["kneeling-pain"])
    assert KNEELING in shown(window, STRENGTH)
    session = SessionPage(window.parts, look)
    qtbot.addWidget(session)
    session.begin(window.parts.timeline("routine", STRENGTH))
    session.advance()
    assert session.view_page.trouble.text() == KNEELING
    session.skip()
    assert session.view_page.trouble.text() == ""
    session.leave()


def test_a_routine_of_which_nothing_is_left_is_not_begun(window: MainWindow) -> None:
    window.parts.store.add_conditions(["neck-injury"])
    told = shown(window, "deep-neck-flexors")
    assert "Left out for you: Lying tiny nod (neck injury)." in told
    assert not button(window.pages["routine"], "Start").isEnabled()
    window.start("routine", "deep-neck-flexors")
    assert not window.is_covered


def test_the_focus_routine_has_a_page(window: MainWindow) -> None:
    tested(window.parts, "neck", "chest")
    told = shown(window, "focus")
    assert told.index("Made for you") == told.index("Focus routine") - 1
    assert "This routine is not there any more." not in told


def test_without_a_test_its_page_leads_to_one(qtbot: QtBot, window: MainWindow) -> None:
    assert "The focus routine follows from a test; take the wall test first." in shown(window, "focus")
    with pytest.raises(LookupError):
        button(window.pages["routine"], "Start")
    qtbot.mouseClick(button(window.pages["routine"], "To the wall test"), Qt.MouseButton.LeftButton)
    assert window.page == "walltest"


def test_a_test_without_a_focus_area_leads_to_the_other_routines(qtbot: QtBot, window: MainWindow) -> None:
    tested(window.parts)
    assert "The last test found no focus area; any routine will do." in shown(window, "focus")
    qtbot.mouseClick(button(window.pages["routine"], "See all routines"), Qt.MouseButton.LeftButton)
    assert window.page == "routines"


def test_where_even_the_shortest_is_too_long_another_length_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    tested(window.parts, "hips-front")
    window.parts.store.keep(FOCUS_MINUTES, 1.0)
    assert isinstance(window.parts.focus(), NoFocus)
    assert any("is as short as that" in text for text in shown(window, "focus"))
    qtbot.mouseClick(button(window.pages["routine"], "8 min"), Qt.MouseButton.LeftButton)
    assert "Made for you" in texts(window.pages["routine"])


def test_where_the_lists_do_not_reach_it_says_so(window: MainWindow) -> None:
    tested(window.parts, "neck")
    window.parts.store.keep(FOCUS_MINUTES, 60.0)
    told = shown(window, "focus")
    assert any("is what there is for these areas; 1 h was asked for." in text for text in told)
    assert button(window.pages["routine"], "Start").isEnabled()


def test_its_length_is_chosen_on_its_page(qtbot: QtBot, window: MainWindow) -> None:
    tested(window.parts, "neck", "chest")
    shown(window, "focus")
    page = window.pages["routine"]
    for minutes in (12, 5):
        qtbot.mouseClick(button(page, f"{minutes} min"), Qt.MouseButton.LeftButton)
        assert 48 * minutes <= window.parts.timeline("routine", "focus").seconds <= 66 * minutes
        assert words.total(window.parts.timeline("routine", "focus")) in [
            chip.text() for chip in page.findChildren(Chip)
        ]
        assert button(page, f"{minutes} min").isChecked()
    assert faults(page) == []


def test_it_is_kept_as_one_of_the_person_s_own(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tested(window.parts, "neck", "chest")
    shown(window, "focus")
    button(window.pages["routine"], "Save for later").click()
    [path] = tmp_path.rglob("*.yaml")
    assert any(text.startswith("Kept among your routines") for text in texts(window.pages["routine"]))
    button(window.pages["routine"], "Undo").click()
    assert not path.exists()


def test_a_file_of_the_person_s_own_with_its_id_is_a_routine_like_others(qtbot: QtBot, look: WindowLook) -> None:
    own = replace(shipped().routines["desk-reset"], id="focus", title=Text("My own focus"))
    parts = FakeParts(replace(shipped(), routines={**shipped().routines, "focus": own}))
    tested(parts, "neck", "chest")
    window = MainWindow(parts, look)
    qtbot.addWidget(window, before_close_func=lambda widget: widget.hide())
    window.show()
    told = shown(window, "focus")
    assert "My own focus" in told
    assert "Made for you" not in told
    with pytest.raises(LookupError):
        button(window.pages["routine"], "12 min")
    window.go("routines")
    assert "Your focus routine" not in texts(window.pages["routines"])


def test_the_way_back_names_what_it_leads_to(qtbot: QtBot, window: MainWindow) -> None:
    tested(window.parts, "neck", "chest")
    window.go("walltest")
    window.to.routine.emit("focus")
    window.pages["routine"].findChildren(ExerciseRow)[0].click()
    qtbot.mouseClick(button(window.pages["exercise"], "Focus routine"), Qt.MouseButton.LeftButton)
    assert (window.page, window._path[-1][1]) == ("routine", "focus")
    qtbot.mouseClick(button(window.pages["routine"], "Wall test"), Qt.MouseButton.LeftButton)
    assert window.page == "walltest"
    window.go("routines")
    window.to.routine.emit("focus")
    qtbot.mouseClick(button(window.pages["routine"], "Routines"), Qt.MouseButton.LeftButton)
    assert window.page == "routines"


# --- easier, harder, as in the file, hold here ---


def adjusting(window: MainWindow) -> Adjusting:
    return window.pages["routine"].findChildren(ExerciseList)[-1].adjusting


def choices(window: MainWindow) -> list[tuple[str, str, str]]:
    return [(one.routine, one.exercise, one.what) for one in window.parts.store.choices()]


def test_a_row_offers_what_may_be_chosen_and_shows_it_at_once(window: MainWindow) -> None:
    shown(window, STRENGTH)
    rows = adjusting(window)
    assert rows.buttons["cat-cow", "adjust"].accessibleName() == "Easier or harder: Cat-cow"
    rows.buttons["cat-cow", "adjust"].click()
    assert rows.buttons["cat-cow", "easier"].accessibleDescription() == "Cat-cow"
    assert [what for named, what in rows.buttons if named == "cat-cow"] == ["adjust", "easier", "up", "hold"]
    rows.buttons["cat-cow", "easier"].click()
    assert choices(window) == [(STRENGTH, "cat-cow", "easier")]
    told = texts(window.pages["routine"])
    assert "Seated cat-cow" in told
    assert "the easier exercise now: as you chose" in told
    assert "Cat-cow from now on: Seated cat-cow." in told
    assert rows.announcer.said == ["Cat-cow from now on: Seated cat-cow."]
    assert ("cat-cow", "easier") not in rows.buttons


def test_undo_takes_the_choice_back(window: MainWindow) -> None:
    shown(window, STRENGTH)
    rows = adjusting(window)
    rows.buttons["cat-cow", "adjust"].click()
    rows.buttons["cat-cow", "up"].click()
    assert "10 repetitions now: as you chose" in texts(window.pages["routine"])
    rows.buttons["cat-cow", "undo"].click()
    assert choices(window) == []
    told = texts(window.pages["routine"])
    assert "Cat-cow" in told
    assert "10 repetitions now: as you chose" not in told
    assert ("cat-cow", "undo") not in rows.buttons


def test_the_row_is_closed_again_and_only_one_is_open(window: MainWindow) -> None:
    shown(window, STRENGTH)
    rows = adjusting(window)
    rows.buttons["cat-cow", "adjust"].click()
    rows.buttons["band-row", "adjust"].click()
    assert {named for named, what in rows.buttons if what == "hold"} == {"band-row"}
    rows.buttons["band-row", "adjust"].click()
    assert not any(what == "hold" for _, what in rows.buttons)


def test_a_choice_in_a_plan_is_one_for_its_routine(window: MainWindow) -> None:
    shown(window, f"{STRENGTH}@eight-weeks.1")
    rows = adjusting(window)
    named = next(named for named, _ in rows.buttons)
    rows.buttons[named, "adjust"].click()
    rows.buttons[named, "hold"].click()
    assert choices(window) == [(STRENGTH, named, "hold")]


def test_another_routine_begins_closed_and_one_without_levels_offers_nothing(window: MainWindow) -> None:
    shown(window, STRENGTH)
    adjusting(window).buttons["cat-cow", "adjust"].click()
    shown(window, "desk-reset")
    assert adjusting(window).buttons == {}


def test_what_is_chosen_in_place_of_a_session_that_hurts_is_shown_once_it_is_over(window: MainWindow) -> None:
    window.parts.store.add_safety(())
    window.start("routine", STRENGTH)
    page = window.covers.page
    assert isinstance(page, SessionPage)
    page.skip()
    page.hurts()
    assert page.ask.scale is not None
    QTest.keyClick(page.ask.scale, Qt.Key.Key_5)
    page.ask.buttons["answer"].click()
    page.ask.buttons["instead"].click()
    assert page.finish is not None
    page.finish.skip_button.click()
    assert not window.is_covered
    assert "Gentle recovery" in texts(window.pages["routine"])


def test_a_row_shows_the_note_of_its_step(qtbot: QtBot, look: WindowLook) -> None:
    reset = shipped().routines["desk-reset"]
    first, *others = (step for step in reset.steps if isinstance(step, ExerciseStep))
    noted = replace(reset, steps=(replace(first, note=Text("A towel behind your head.")), *others))
    window = MainWindow(FakeParts(replace(shipped(), routines={**shipped().routines, "desk-reset": noted})), look)
    qtbot.addWidget(window, before_close_func=lambda widget: widget.hide())
    window.show()
    assert shown(window, "desk-reset").count("A towel behind your head.") == 1
    row, other = window.pages["routine"].findChildren(ExerciseRow)[:2]
    assert "A towel behind your head" in row.accessibleName()
    assert "towel behind" not in other.accessibleName()


def row_of(page: QWidget, title: str) -> str:
    """What a row is read as; of those that are yet to be deleted and the one in their place, the latter."""
    rows = [row.accessibleName() for row in page.findChildren(ExerciseRow)]
    return [name for name in rows if f". {title}." in name][-1]


def test_what_one_uses_is_written_under_its_row_and_shown_from_then_on(qtbot: QtBot, window: MainWindow) -> None:
    window.go("routine", STRENGTH)
    page = window.pages["routine"]
    loads = page.findChildren(ExerciseList)[0].loads
    assert set(loads.buttons) == {"band-row", "band-pull-apart", "face-pull"}
    assert loads.buttons["band-row"].text() == "Write down what you use"
    loads.buttons["band-row"].click()
    field = loads.field
    assert field is not None
    qtbot.waitUntil(field.isVisible)
    assert field.edit.hasFocus()
    QTest.keyClicks(field.edit, "red band")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert loads.buttons["band-row"].text() == "Change what you use"
    qtbot.waitUntil(lambda: loads.buttons["band-row"].hasFocus())
    assert "red band" in row_of(page, "Band row")
    loads.buttons["band-row"].click()
    again = loads.field
    assert again is not None
    assert again.edit.text() == "red band"
    again.edit.setText("")
    loads.buttons["band-row"].click()
    assert loads.buttons["band-row"].text() == "Write down what you use"
    assert "red band" not in row_of(page, "Band row")
