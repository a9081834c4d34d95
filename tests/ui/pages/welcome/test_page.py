"""The first start: a step each, every one can be gone past, and what was chosen is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.content.model import Window
from coach.reminders.desk_hours import DeskHours
from coach.settings import AIM, DESK_HOURS, KIT_MISSING, WELCOMED
from coach.ui.pages.at_login import AtLoginSwitch
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.welcome.page import WelcomePage
from coach.ui.pages.welcome.steps import LastStep, Step
from coach.words.keys import listed
from coach.words.language import ENGLISH
from tests.ui.seeing import button, faults, settle, texts


@pytest.fixture
def welcome(qtbot, parts, look):
    page = WelcomePage(parts, look)
    qtbot.addWidget(page)
    page.resize(1180, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.ways = []
    page.left.connect(page.ways.append)
    return page


def titles(page) -> str:
    return " | ".join(texts(page.step))


def past_safety(page) -> None:
    """None of the questions applies."""
    button(page.step, "Begin").click()
    button(page.step, "No").click()
    button(page.step, "Go on").click()
    while "You can begin." not in texts(page.step):
        button(page.step, "None of these apply").click()
        button(page.step, "Go on").click()
    button(page.step, "Go on").click()


def test_it_says_what_it_is_and_skipping_is_a_real_choice(welcome, parts):
    told = " ".join(texts(welcome))
    for words in ("A few safety questions", "What you want it for", "When it suits you"):
        assert words in told
    assert "Everything stays on this computer. General exercise information, not a diagnosis and not a" in told
    assert faults(welcome) == []
    button(welcome, "Skip, look around first").click()
    assert welcome.ways == [False]
    assert parts.store.get(WELCOMED)
    assert parts.store.get(AIM) is None
    assert parts.store.safety() == ()


def test_all_the_way_with_clicks(welcome, parts):
    button(welcome, "Begin").click()
    assert isinstance(welcome.step, SafetyPage)
    past_safety(welcome)
    assert len(parts.store.safety()) == 1
    assert "Tick what you say yes to" in titles(welcome)
    condition = next(iter(parts.library.catalogue.safety.conditions.values()))
    button(welcome.step, str(condition)).click()
    button(welcome.step, "Go on").click()
    button(welcome.step, "Running. Before a run and after it").click()
    button(welcome.step, "Go on").click()
    button(welcome.step, "Band").click()
    button(welcome.step, "Go on").click()
    button(welcome.step, "Friday").click()
    button(welcome.step, "Go on").click()
    assert isinstance(welcome.step, LastStep)
    assert welcome.ways == []
    button(welcome.step, "To the wall test").click()
    assert welcome.ways == [True]
    store = parts.store
    assert (store.get(AIM), store.get(KIT_MISSING), store.get(WELCOMED)) == ("running", {"band"}, True)
    assert store.get(DESK_HOURS) == DeskHours(("mon", "tue", "wed", "thu"), Window(540, 1050))
    assert len(store.conditions()[-1].told) == 1


def test_all_the_way_with_keys_alone_nothing_is_set(qtbot, welcome, parts):
    QTest.keyClick(welcome, Qt.Key.Key_Return)
    for _ in range(5):
        QTest.keyClick(welcome.step, Qt.Key.Key_Escape)
    assert isinstance(welcome.step, LastStep)
    QTest.keyClick(welcome.step, Qt.Key.Key_Escape)
    assert welcome.ways == [False]
    assert parts.store.safety() == parts.store.conditions() == ()
    assert (parts.store.get(AIM), parts.store.get(KIT_MISSING), parts.store.get(DESK_HOURS)) == (None, set(), None)


def test_return_goes_on_to_the_wall_test(welcome):
    QTest.keyClick(welcome, Qt.Key.Key_Return)
    QTest.keyClick(welcome.step, Qt.Key.Key_Escape)
    for _ in range(5):
        QTest.keyClick(welcome.step, Qt.Key.Key_Return)
    assert welcome.ways == [True]


def test_a_line_of_the_opening_begins_there_and_back_leads_to_where_it_says(welcome):
    button(welcome, "What you want it for. Desk, running, or both; what you have at hand").click()
    assert "3 of 5" in texts(welcome.step)
    button(welcome.step, "Back").click()
    assert "2 of 5 | Tick what you say yes to" in titles(welcome)
    button(welcome.step, "Back").click()
    assert isinstance(welcome.step, SafetyPage)
    assert "1 of 5 | A few safety questions" in titles(welcome)
    button(welcome.step, "Back").click()
    assert welcome.step is welcome.opening_page
    QTest.keyClick(welcome, Qt.Key.Key_Escape)
    assert welcome.ways == [False]


def test_what_was_chosen_stands_there_when_one_comes_back_and_skip_takes_it_back(welcome, parts):
    welcome.forward()
    welcome.forward()
    welcome.forward()
    button(welcome.step, "Running. Before a run and after it").click()
    button(welcome.step, "Go on").click()
    button(welcome.step, "Mat").click()
    button(welcome.step, "Skip").click()
    assert parts.store.get(KIT_MISSING) == set()
    button(welcome.step, "Monday").click()
    button(welcome.step, "Skip").click()
    assert parts.store.get(DESK_HOURS) is None
    for _ in range(3):
        button(welcome.step, "Back").click()
    assert button(welcome.step, "Running. Before a run and after it").isChecked()
    button(welcome.step, "Desk. A back that sits all day: short breaks, and a routine for every day").click()
    button(welcome.step, "Skip").click()
    assert parts.store.get(AIM) == "running"


def test_who_is_told_to_see_somebody_is_asked_nothing_more(welcome, parts):
    button(welcome, "Begin").click()
    button(welcome.step, "Begin").click()
    button(welcome.step, "Yes").click()
    button(welcome.step, "Go on").click()
    welcome.step.list.fact_rows["chest-pain"][0].click()
    button(welcome.step, "Go on").click()
    button(welcome.step, "Look around without starting").click()
    assert welcome.ways == [False]


def test_a_library_without_reminders_kit_or_conditions_asks_for_less(qtbot, parts, look):
    catalogue = parts.library.catalogue
    bare = {ident: replace(one, needs=()) for ident, one in catalogue.exercises.items()}
    safety = replace(catalogue.safety, conditions={}, tiers={})
    parts.library.catalogue = replace(catalogue, reminders={}, exercises=bare, safety=safety, tests={})
    page = WelcomePage(parts, look)
    qtbot.addWidget(page)
    page.show()
    page.ways = []
    page.left.connect(page.ways.append)
    button(page, "Begin").click()
    assert "1 of 1" in texts(page.step)
    button(page.step, "Go on").click()
    assert "Ready" in texts(page.step)
    QTest.keyClick(page.step, Qt.Key.Key_Return)
    assert page.ways == [False]


@pytest.mark.parametrize("size", [(1180, 760), (800, 560), (640, 480)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_at_any_size(qtbot, parts, look, size, scale):
    look.set_scale(scale)
    page = WelcomePage(parts, look)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle()
    assert faults(page.opening_page) == []
    for _ in range(6):
        page.forward()
        settle()
        found = [fault for fault in faults(page.step) if not fault.endswith("no tip")]  # a row to tick says all of it
        assert found == [], type(page.step)
    look.set_scale(1.0)


def test_the_steps_say_where_one_is(welcome):
    welcome.forward()
    for number in range(3, 6):
        welcome.forward() if number > 3 else [welcome.forward(), welcome.forward()]
        assert isinstance(welcome.step, Step)
        assert f"{number} of 5" in texts(welcome.step)


def test_conditions_told_before_stand_there(welcome, parts):
    parts.store.add_conditions({next(iter(parts.library.catalogue.safety.conditions))})
    welcome.forward()
    welcome.forward()
    row = button(welcome.step, str(next(iter(parts.library.catalogue.safety.conditions.values()))))
    assert row.isChecked()


def to_hours(page) -> None:
    page._begin(next(number for number, step in enumerate(page._steps) if step == page._hours))


def test_the_reminders_can_start_with_the_computer(welcome, parts):
    to_hours(welcome)
    switch = welcome.step.findChild(AtLoginSwitch)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert parts.at_login.now.state == "on"
    button(welcome.step, "Go on").click()
    assert parts.at_login.now.state == "on"


def test_who_skips_has_it_as_it_was_before(welcome, parts):
    to_hours(welcome)
    welcome.step.findChild(AtLoginSwitch).click()
    button(welcome.step, "Skip").click()
    assert parts.at_login.now.state == "off"
    to_hours(welcome)
    parts.at_login.switch_on()  # elsewhere, meanwhile
    button(welcome.step, "Skip").click()
    assert parts.at_login.now.state == "on"


def test_what_is_said_of_escape_is_what_it_does(welcome):
    def said() -> str:
        (line,) = [one for ground in welcome.key_grounds for one in listed(ground, ENGLISH) if "Esc" in one.caps]
        return line.what

    assert said() == "Close, or a step back"
    button(welcome, "Begin").click()
    seen = [welcome.step]
    while not isinstance(welcome.step, LastStep):
        assert said() == "Skip this step"
        QTest.keyClick(welcome.step, Qt.Key.Key_Escape)
        assert welcome.step is not seen[-1]
        seen.append(welcome.step)
    assert len(seen) > 3
    assert said() == "Close, or a step back"
    QTest.keyClick(welcome.step, Qt.Key.Key_Escape)
    assert welcome.ways == [False]
