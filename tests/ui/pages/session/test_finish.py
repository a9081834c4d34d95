"""The end screen: what was done, two questions, no guilt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from coach.ui.pages.session.finish import FinishPage, Outcome
from coach.ui.pages.session.used import Asked
from coach.ui.widgets.labels import Label
from tests.ui.seeing import faults, settle

Key = Qt.Key
DONE = Outcome("Desk reset", "finished", 125.0, 4, 4, effort_range=(2, 4))


@pytest.fixture
def end(qtbot, look) -> Callable[[Outcome], FinishPage]:
    """The end screen for an outcome."""

    def shown(outcome: Outcome) -> FinishPage:
        page = FinishPage(look, outcome)
        qtbot.addWidget(page)
        page.resize(800, 560)
        page.show()
        return page

    return shown


def place_of(widget: QWidget, page: FinishPage) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())


def texts(page: FinishPage) -> str:
    return " ".join(label.text() for label in page.findChildren(Label))


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (DONE, "Desk reset: 2 minutes 5 seconds, 4 exercises."),
        (Outcome("Desk reset", "ended", 60.0, 1, 4), "Desk reset: 1 minute, 1 of 4 exercises."),
        (Outcome("One thing", "finished", 1.0, 1, 1), "One thing: 1 second, 1 exercise."),
        (Outcome("Breathe", "finished", 0.0, 0, 0), "Breathe: 0 seconds."),
    ],
)
def test_what_was_done_in_one_sentence(end, outcome, sentence):
    page = end(outcome)
    assert page.summary(outcome) == sentence
    assert sentence in texts(page)


@pytest.mark.parametrize(("width", "height"), [(1180, 760), (800, 560)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_however_much_is_asked_saving_is_in_sight(end, look, width, height, scale):
    look.set_scale(scale)
    bands = tuple(Asked(f"row-{number}", f"Row {number}", "") for number in range(3))
    page = end(replace(DONE, used=bands))
    page.resize(width, height)
    settle()
    assert page.rect().contains(place_of(page.save_button, page))
    assert page.rect().contains(place_of(page.skip_button, page))
    assert page.save_button.mapTo(page, QPoint()).x() == page._questions.mapTo(page, QPoint()).x()
    assert faults(page) == []
    page.tell_next("The next time is as this one.")
    settle()
    assert page.rect().contains(place_of(page.done_button, page))
    assert page._rule.isVisible() is (page._scroll.verticalScrollBar().maximum() > 0)


@pytest.mark.parametrize(
    ("how", "title"),
    [("finished", "Well done."), ("ended", "That counts too."), ("pain", "Good that you stopped.")],
)
def test_every_end_has_a_kind_title(end, how, title):
    page = end(Outcome("Desk reset", how, 60.0, 1, 4, pain=7 if how == "pain" else None))
    assert title in texts(page)


def test_what_it_should_feel_like_is_said(end):
    page = end(DONE)
    assert "meant to feel like 2 to 4" in texts(page)


def test_after_pain_it_says_what_to_watch_and_does_not_ask_again(end):
    outcome = Outcome("Desk reset", "pain", 60.0, 1, 4, pain=7, emergency="Call 112.")
    page = end(outcome)
    assert "have it checked before you go on" in texts(page)
    assert "With chest pain or pressure, breathlessness, faintness or new weakness: Call 112." in texts(page)
    assert "meant to feel like" not in texts(page)
    assert page.pain is None


@pytest.mark.parametrize(
    ("effort", "pain", "told"),
    [
        (None, None, (None, None)),
        (Key.Key_4, None, (4, None)),
        (Key.Key_4, Key.Key_2, (4, 2)),
        (None, Key.Key_0, (None, 0)),
    ],
)
def test_save_takes_what_was_answered(end, qtbot, effort, pain, told):
    page = end(DONE)
    if effort is not None:
        QTest.keyClick(page.effort, effort)
    if pain is not None:
        QTest.keyClick(page.pain, pain)
    with qtbot.waitSignal(page.finished) as signal:
        qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    assert tuple(signal.args) == told


def test_return_in_a_scale_saves(end, qtbot):
    page = end(DONE)
    with qtbot.waitSignal(page.finished) as signal:
        QTest.keyClick(page.effort, Key.Key_6)
        QTest.keyClick(page.effort, Key.Key_Return)
    assert tuple(signal.args) == (6, None)


@pytest.mark.parametrize("way", ["button", "escape"])
def test_skipping_leaves_both_out(end, qtbot, way):
    page = end(DONE)
    QTest.keyClick(page.effort, Key.Key_6)
    with qtbot.waitSignal(page.finished) as signal:
        if way == "button":
            page.skip_button.click()
        else:
            QTest.keyClick(page.effort, Key.Key_Escape)
    assert tuple(signal.args) == (None, None)


def test_the_scales_say_what_their_ends_and_their_middles_are(end) -> None:
    shown = texts(end(DONE))
    for anchor in ("0 no effort", "5 hard work", "10 all I had", "0 none", "5 moderate", "10 the worst"):
        assert anchor in shown


def test_an_answer_can_be_taken_back_to_not_told(end, qtbot) -> None:
    page = end(DONE)
    QTest.keyClick(page.effort, Key.Key_5)
    QTest.keyClick(page.effort, Key.Key_Backspace)
    with qtbot.waitSignal(page.finished) as told:
        page.save_button.click()
    assert told.args == [None, None]


BANDS = (
    Asked("band-row", "Band row", "red band"),
    Asked("face-pull", "Face pull", ""),
    Asked("raise", "Raise", "3 kg"),
)


def test_which_band_was_used_may_be_told_and_stands_there_as_it_is_kept(end):
    page = end(Outcome("Strength", "finished", 900.0, 3, 3, used=BANDS))
    heard: list[object] = []
    page.used.connect(lambda *told: heard.append(told))
    page.finished.connect(lambda *told: heard.append(told))
    fields = page.loads.fields
    assert [field.edit.text() for field in fields.values()] == ["red band", "", "3 kg"]
    assert fields["face-pull"].edit.accessibleName() == "Which band or weight did you use for Face pull?"
    page.pain.setFocus()
    QTest.keyClick(page.pain, Key.Key_Tab)
    assert page.focusWidget() is fields["band-row"].edit, "the keyboard comes to it after the scales"
    QTest.keyClick(fields["band-row"].edit, Key.Key_Tab)
    assert page.focusWidget() is fields["face-pull"].edit
    QTest.keyClicks(fields["face-pull"].edit, "  Blue  band 2 q")
    fields["raise"].edit.clear()
    QTest.keyClick(fields["face-pull"].edit, Key.Key_Return)
    assert heard == [("face-pull", "Blue band 2 q"), ("raise", ""), (None, None)]


def test_who_skips_the_questions_keeps_what_was_kept(end):
    page = end(Outcome("Strength", "finished", 900.0, 3, 3, used=BANDS))
    heard: list[object] = []
    page.used.connect(lambda *told: heard.append(told))
    page.loads.fields["face-pull"].edit.setText("blue")
    page.skip_button.click()
    assert heard == []


def test_without_a_band_nothing_is_asked_of_one(end):
    page = end(DONE)
    assert page.loads is None
    assert "band" not in texts(page)
