"""What is true of the person: asked once after the safety questions, changed in Settings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.content.model import Text
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.conditions import ConditionsPage
from coach.ui.pages.safety import SafetyPage
from tests.ui.seeing import button, settle, texts
from tests.ui.session_parts import SAFETY, WindowParts

CONDITIONS = {"bone": Text("Osteoporosis?"), "wrist": Text("Sore wrists?")}


@pytest.fixture
def parts():
    made = WindowParts()
    made.library.catalogue = replace(made.library.catalogue, safety=replace(SAFETY, conditions=CONDITIONS))
    yield made
    made.store.close()


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1000, 760)
    page.show()
    return page


def told(parts):
    return [(set(one.told), set(one.cleared)) for one in parts.store.conditions()]


def test_what_is_ticked_is_told_and_what_was_cleared_stands_below_it(qtbot, look, parts):
    page = shown(qtbot, ConditionsPage(parts, look))
    form = page.form
    assert not form.cleared_rows["bone"].isVisible()
    form.rows["bone"].click()
    form.rows["wrist"].click()
    form.cleared_rows["wrist"].click()
    with qtbot.waitSignal(page.closed):
        button(page, "Save").click()
    assert told(parts) == [({"bone", "wrist"}, {"wrist"})]


def test_it_begins_from_what_was_told_and_a_tick_taken_back_takes_its_clearance(qtbot, look, parts):
    parts.store.add_conditions({"bone", "of another library"}, {"bone"})
    parts.clock.pass_time(60)
    page = shown(qtbot, ConditionsPage(parts, look))
    assert page.form.rows["bone"].isChecked()
    assert page.form.cleared_rows["bone"].isChecked()
    page.form.rows["bone"].click()
    page.form.rows["wrist"].click()
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert told(parts)[-1] == ({"wrist", "of another library"}, set())


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_can_be_left_as_it_is(qtbot, look, parts, way):
    page = shown(qtbot, ConditionsPage(parts, look))
    page.form.rows["bone"].click()
    with qtbot.waitSignal(page.closed):
        if way == "button":
            button(page, "Leave it as it is").click()
        else:
            QTest.keyClick(page, Qt.Key.Key_Escape)
    assert told(parts) == []


def asked_until_conditions(page):
    page.next_button.click()
    for _ in page.answers.tiers:
        page.list.none_row.click()
        page.next_button.click()
    page.next_button.click()
    return page.form


@pytest.mark.parametrize("skips", [True, False])
def test_they_come_once_after_the_safety_questions(qtbot, look, parts, skips):
    page = shown(qtbot, SafetyPage(parts, look))
    form = asked_until_conditions(page)
    assert form is not None
    with qtbot.waitSignal(page.passed):
        (page.leave_button if skips else page.next_button).click()
    assert told(parts) == ([] if skips else [(set(), set())])
    parts.clock.pass_time(60)
    again = shown(qtbot, SafetyPage(parts, look))
    assert (asked_until_conditions(again) is not None) is skips, "what was told is not asked again"


def test_the_keyboard_alone_is_enough(qtbot, look, parts):
    page = shown(qtbot, SafetyPage(parts, look))
    form = asked_until_conditions(page)
    QTest.keyClick(form.rows["bone"], Qt.Key.Key_Space)
    with qtbot.waitSignal(page.passed):
        QTest.keyClick(page, Qt.Key.Key_Return)
    assert told(parts) == [({"bone"}, set())]


def test_settings_say_what_was_told_and_lead_to_the_list(window):
    window.go("settings")
    page = window.pages["settings"]
    assert any(text.startswith("Not told yet.") for text in texts(page))
    button(page, "Change").click()
    cover = window.covers.page
    assert cover.windowTitle() == "What is true of you"
    cover.form.rows["bone"].click()
    cover.form.rows["wrist"].click()
    cover.form.cleared_rows["wrist"].click()
    button(cover, "Save").click()
    settle()
    assert window.covers.page is None
    assert "2 of the list are true of you, 1 cleared by a professional." in texts(window.pages["settings"])


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_row_has_a_name_of_its_own_and_fits_in_a_small_window(qtbot, parts, theme):
    page = ConditionsPage(parts, WindowLook(theme, 2.0, reduced_motion=True))
    qtbot.addWidget(page)
    page.resize(800, 560)
    page.show()
    rows = [*page.form.rows.values(), *page.form.cleared_rows.values()]
    assert len({row.accessibleName() for row in rows}) == len(rows)
    assert page.form.width() <= page.width()
