"""What can be taken or left acts alike on a click and on what a screen reader or voice control does."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.safety_answers import SafetyAnswers
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.page import Paths
from coach.ui.pages.safety import SafetyPage
from coach.ui.pages.safety_list import PainList
from coach.ui.pages.today_cards import ReminderCard
from coach.ui.widgets.chip import ChoiceChip
from coach.ui.widgets.segmented import Segmented
from coach.ui.widgets.switch import Switch
from coach.ui.widgets.tickrow import TickRow
from tests.ui.parts import FakeParts
from tests.ui.seeing import to_the_front


def take(widget: QWidget) -> None:
    """The first of what assistive technology is offered to do with it."""
    met = QAccessible.queryAccessibleInterface(widget)
    assert met is not None
    acts = met.actionInterface()
    acts.doAction(acts.actionNames()[0])


@pytest.mark.parametrize("kind", [Switch, ChoiceChip, TickRow])
def test_it_tells_of_a_click_as_the_mouse_does(kind: type[QAbstractButton], look: WindowLook, qtbot: QtBot) -> None:
    button = kind(look, "Sound")
    qtbot.addWidget(button)
    button.show()
    told: list[bool] = []
    button.clicked.connect(lambda on: told.append(on))
    button.click()
    take(button)
    assert (told, button.isChecked()) == ([True, False], False)
    button.setChecked(True)
    assert told == [True, False], "what the program sets is no click"


def test_one_of_several_gives_way_without_a_click(look: WindowLook, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row, group = QVBoxLayout(holder), QButtonGroup(holder)
    chips = [ChoiceChip(look, word) for word in ("One", "Two", "Three")]
    told: list[str] = []
    for chip in chips:
        group.addButton(chip)
        row.addWidget(chip)
        chip.clicked.connect(lambda on, chip=chip: told.append(f"{chip.text()} {on}"))
    holder.show()
    for chip in (chips[0], chips[2], chips[1]):
        take(chip)
    assert told == ["One True", "Three True", "Two True"]
    assert [chip.isChecked() for chip in chips] == [False, True, False]
    roles = {QAccessible.queryAccessibleInterface(chip).role() for chip in chips}
    assert roles == {QAccessible.Role.RadioButton}


@pytest.fixture
def asked(parts: FakeParts, look: WindowLook, qtbot: QtBot) -> PainList:
    """The question about pain, not answered yet."""
    made = PainList(look, SafetyAnswers(parts.library.catalogue.safety))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def _holding(asked: PainList) -> tuple[bool, bool]:
    return asked.yes.isChecked(), asked.none_row.isChecked()


def test_yes_and_no_are_one_question(asked: PainList) -> None:
    for act in (QAbstractButton.click, take):
        for row, holding in (
            (asked.yes, (True, False)),
            (asked.none_row, (False, True)),
            (asked.none_row, (False, True)),  # what was said stays said
        ):
            act(row)
            assert _holding(asked) == holding


def test_yes_and_no_tell_a_screen_reader_which_they_are(asked: PainList) -> None:
    met = [QAccessible.queryAccessibleInterface(row) for row in (asked.yes, asked.none_row)]
    assert [one.role() for one in met] == [QAccessible.Role.RadioButton] * 2
    assert [one.text(QAccessible.Text.Name) for one in met] == ["Yes, pain", "No pain"]


def test_tab_stops_at_one_of_yes_and_no_and_arrows_go_on(asked: PainList) -> None:
    rows = (asked.yes, asked.none_row)
    asked.yes.setFocus(Qt.FocusReason.TabFocusReason)
    assert _holding(asked) == (False, False), "to be there is no answer"
    for key, at in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Down, 1)):
        QTest.keyClick(asked.focusWidget(), key)
        assert rows[at].hasFocus()
        assert [bool(row.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in rows] == [at == 0, at == 1]
        assert _holding(asked) == (False, False)
    QTest.keyClick(asked.none_row, Qt.Key.Key_Space)
    assert _holding(asked) == (False, True)
    QTest.keyClick(asked.none_row, Qt.Key.Key_Up)
    assert _holding(asked) == (True, False), "an answer that stands goes along"


def test_a_choice_of_the_settings_is_made(look: WindowLook, qtbot: QtBot) -> None:
    choice = Segmented(look, "Theme", [("light", "Light"), ("dark", "Dark")], "light")
    qtbot.addWidget(choice)
    choice.show()
    with qtbot.waitSignal(choice.chosen) as told:
        take(choice.thumb("dark"))
    assert (told.args, choice.value()) == (["dark"], "dark")


def test_a_place_of_the_rail_is_gone_to(window) -> None:
    take(window.rail.items["learn"])
    assert window.page == "learn"


def test_the_reminders_are_switched_off(parts: FakeParts, look: WindowLook, qtbot: QtBot) -> None:
    card = ReminderCard(parts, look, Paths())
    qtbot.addWidget(card)
    card.show()
    for is_paused in (True, False):
        take(card.on)
        assert (parts.desk.status().paused, card.on.isChecked()) == (is_paused, not is_paused)


def test_none_of_the_safety_questions_applies(parts: FakeParts, look: WindowLook, qtbot: QtBot) -> None:
    page = SafetyPage(parts, look)
    qtbot.addWidget(page)
    page.show()
    if page.list is None:
        page.next_button.click()
    assert not page.next_button.isEnabled()
    take(page.list.none_row)
    assert page.next_button.isEnabled()


def test_tab_stops_at_the_page_that_is_shown(window) -> None:
    for page in ("today", "learn", "settings"):
        window.go(page)
        stops = [name for name, item in window.rail.items.items() if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [page]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a screen reader says it by itself")
def test_what_enter_chooses_of_several_is_said(look: WindowLook, qtbot: QtBot) -> None:
    """Orca 43 says it of Space and of arrows alone."""
    answers = SafetyAnswers(FakeParts().library.catalogue.safety)
    asked = PainList(look, answers)
    qtbot.addWidget(asked)
    to_the_front(qtbot, asked)
    asked.yes.setFocus()
    QTest.keyClick(asked.yes, Qt.Key.Key_Return)
    assert answers.has_pain is True
    assert asked.yes.accessibleDescription() == "chosen"
    asked.none_row.setFocus()
    qtbot.waitUntil(lambda: asked.yes.accessibleDescription() == "")
    QTest.keyClick(asked.none_row, Qt.Key.Key_Space)
    assert (answers.has_pain, asked.none_row.accessibleDescription()) == (False, "")
    tick = TickRow(look, "One of many", parent=asked)
    tick.show()
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert (tick.isChecked(), tick.accessibleDescription()) == (True, ""), "a box is always said"
