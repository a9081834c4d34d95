"""How long a run shall be: by mouse, by key, by number; and everything that follows from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from coach.ui.exporter import Exporter
from coach.ui.pages.take_along import TakeAlong
from coach.ui.widgets.minutes import Minutes
from tests.ui.seeing import button, faults, settle, texts, to_the_front


@pytest.fixture
def minutes(qtbot, look):
    control = Minutes(look, "How long", 30)
    to_the_front(qtbot, control)
    control.heard = []
    control.chosen.connect(control.heard.append)
    return control


def test_less_and_more_with_the_mouse(qtbot, minutes):
    qtbot.mouseClick(minutes.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(minutes.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(minutes.less, Qt.MouseButton.LeftButton)
    assert minutes.heard == [35, 40, 35]
    assert faults(minutes) == []


def test_with_the_keyboard_alone(qtbot, minutes):
    minutes.setFocus(Qt.FocusReason.TabFocusReason)
    field = QApplication.focusWidget()
    assert field is minutes.field
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    field.selectAll()
    qtbot.keyClicks(field, "12")
    assert minutes.heard == [35, 30]  # 1 is no choice yet
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert minutes.heard == [35, 30, 12, 15, 10]


def test_the_ends_are_ends(qtbot, look):
    control = Minutes(look, "How long", 58)
    qtbot.addWidget(control)
    control.more.click()
    assert control.value() == 60
    assert not control.more.isEnabled()
    short = Minutes(look, "How long", 2)  # chosen elsewhere
    qtbot.addWidget(short)
    assert short.value() == 2
    assert not short.less.isEnabled()


def test_a_screen_reader_hears_name_and_value(minutes):
    heard = QAccessible.queryAccessibleInterface(minutes.field)
    assert heard.role() == QAccessible.Role.SpinBox
    assert heard.text(QAccessible.Text.Name) == "How long"
    assert minutes.field.text() == "30 min"
    assert minutes.less.accessibleName() == "Shorter"


def test_the_wheel_scrolls_the_page_unless_the_number_has_the_focus(minutes):
    def turn() -> None:
        middle = QPointF(minutes.field.rect().center())
        turned = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(minutes.field, turned)

    minutes.field.clearFocus()
    for _ in range(3):
        turn()
    assert minutes.heard == []
    assert minutes.field.focusPolicy() == Qt.FocusPolicy.StrongFocus, "the first turn would focus it for the others"
    minutes.field.setFocus()
    turn()
    assert minutes.heard == [35]


# --- on the page -----------------------------------------------------------------------------------------------------


def test_the_page_follows(qtbot, window):
    window.go("routine", "run-tall")
    page = window.pages["routine"]
    settle()
    (minutes,) = page.findChildren(Minutes)
    minutes.setFocus(Qt.FocusReason.TabFocusReason)
    assert {"30:00", "30 minutes", "25:13"} <= set(texts(page))
    for _ in range(3):
        qtbot.mouseClick(minutes.more, Qt.MouseButton.LeftButton)
    shown = texts(page)
    assert {"45:00", "45 minutes", "40:13", "With 45 min, as chosen before Start."} <= set(shown)
    assert "30 minutes" not in shown
    assert page.findChild(Minutes) is minutes  # the control stays, and the keyboard in it
    assert minutes.field.hasFocus()
    assert faults(page) == []
    assert window.parts.timeline("routine", "run-tall").seconds == 2713.0
    window.go("today")
    window.go("routine", "run-tall")
    settle()
    assert page.findChildren(Minutes)[-1].value() == 45


def test_the_session_is_as_long_as_chosen(qtbot, window):
    window.parts.store.add_safety(())
    window.go("routine", "run-tall")
    page = window.pages["routine"]
    settle()
    page.findChild(Minutes).more.click()
    qtbot.mouseClick(button(page, "Start"), Qt.MouseButton.LeftButton)
    assert window.covers.page.conductor.timeline.seconds == 2113.0
    window.leave_session()


def test_the_file_is_named_and_made_by_the_length(qtbot, look, parts, tmp_path):
    asked = []
    parts.choose_length("run-tall", 2700.0)

    def ask(_parent, _title, suggested, _filters):
        asked.append(suggested.rsplit("/", 1)[-1].rsplit("\\", 1)[-1])
        return str(tmp_path / "a.ics")

    card = TakeAlong(parts, look, Exporter(), parts.routine("run-tall"), ask)
    qtbot.addWidget(card)
    card.show()
    button(card, "Calendar").click()
    button(card, "Save the calendar").click()
    assert asked == ["run-tall-45min.ics"]
    assert b"DURATION:PT50M" in (tmp_path / "a.ics").read_bytes()


@pytest.mark.parametrize("routine", ["desk-reset", "anti-slouch-daily", "deep-neck-flexors"])
def test_other_routines_have_a_length_of_their_own(window, routine):
    window.go("routine", routine)
    settle()
    assert window.pages["routine"].findChildren(Minutes) == []
