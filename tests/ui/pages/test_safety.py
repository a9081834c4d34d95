"""The safety questions: who may begin, who may not, and what is written down."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.content.model import SafetyQuestion, Text
from coach.today.standing import standing_of
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.safety import SafetyPage
from coach.ui.widgets.advice import AdviceCard
from coach.ui.widgets.labels import Label
from tests.ui.session_parts import SAFETY, WindowParts

Key = Qt.Key


@pytest.fixture
def parts():
    made = WindowParts()
    yield made
    made.store.close()


@pytest.fixture
def page(qtbot, look, parts) -> SafetyPage:
    widget = SafetyPage(parts, look)
    qtbot.addWidget(widget)
    widget.resize(1000, 760)
    widget.show()
    return widget


def words(page: SafetyPage) -> str:
    return " ".join(label.text() for label in page._scroll.widget().findChildren(Label))


def go_on(page: SafetyPage) -> None:
    assert page.next_button.isEnabled()
    page.next_button.click()


def answer(page: SafetyPage, *yes: str) -> None:
    """Answer this screen: what of it is in `yes`, else "None of these apply"."""
    here = [ident for ident in yes if ident in page.list.rows]
    for ident in here:
        page.list.rows[ident].click()
    if not here:
        page.list.none_row.click()
    go_on(page)


def test_why_they_come_again_is_said_before_them(qtbot, look, parts):
    parts.store.add_safety(())
    parts.clock.pass_time(40 * 86400.0)
    page = SafetyPage(parts, look)
    qtbot.addWidget(page)
    assert "40 days since the safety questions: they come every month." in words(page)


def test_the_disclaimer_and_the_stop_rules_come_first(page):
    assert "General exercise information, not a diagnosis." in words(page)
    assert "Pain of 6 or more." in words(page)
    assert "Dizziness." in words(page)


def test_each_tier_is_a_screen_the_gravest_first(page):
    go_on(page)
    assert list(page.list.rows) == ["chest-pain"]
    answer(page)
    assert list(page.list.rows) == ["fever", "upper-back-unchecked"]
    answer(page)
    assert list(page.list.rows) == ["six-weeks"]


def test_a_screen_without_an_answer_does_not_go_on(page):
    go_on(page)
    assert not page.next_button.isEnabled()
    page.list.none_row.click()
    assert page.next_button.isEnabled()
    page.list.none_row.click()
    assert not page.next_button.isEnabled()


def test_none_and_a_yes_exclude_each_other(page):
    go_on(page)
    page.list.none_row.click()
    page.list.rows["chest-pain"].click()
    assert not page.list.none_row.isChecked()
    page.list.none_row.click()
    assert not page.list.rows["chest-pain"].isChecked()
    assert page.answers.yes == set()


def test_without_a_yes_it_passes_with_its_day(page, parts, qtbot):
    go_on(page)
    for _ in range(3):
        answer(page)
    with qtbot.waitSignal(page.passed):
        go_on(page)
    [told] = parts.store.safety()
    assert (told.at, told.yes) == (parts.clock.wall(), frozenset())


# yes -> the tier that decides, its sentence, whether one may begin
TABLE = [
    (("chest-pain",), "emergency", "Call your emergency number now.", False),
    (("fever",), "urgent", "Contact a doctor today.", False),
    (("upper-back-unchecked",), "urgent", "Contact a doctor today.", False),
    (("six-weeks",), "soon", "Book before starting.", True),
]


@pytest.mark.parametrize(("yes", "tier", "sentence", "may_begin"), TABLE)
def test_the_highest_tier_with_a_yes_decides(page, parts, yes, tier, sentence, may_begin):
    go_on(page)
    while page.list:
        answer(page, *yes)
    assert sentence in words(page)
    assert (page.next_button is not None) is may_begin
    assert parts.store.safety()[-1].yes == set(yes)
    locked = standing_of(SAFETY, parts.store, parts.clock.wall()).locked
    assert (locked is None) is may_begin
    assert locked is None or locked.id == tier


def test_a_yes_to_the_gravest_tier_ends_the_questions_at_once(page):
    go_on(page)
    answer(page, "chest-pain")
    assert page.list is None


def test_an_earlier_pass_is_taken_back_by_a_yes_that_locks(page, parts):
    parts.store.add_safety(())
    assert standing_of(SAFETY, parts.store, parts.clock.wall()).may_begin
    parts.clock.pass_time(60)
    go_on(page)
    answer(page, "chest-pain")
    assert not standing_of(SAFETY, parts.store, parts.clock.wall()).may_begin


def test_only_the_checkable_question_passes_once_a_professional_checked_it(page, parts, qtbot):
    go_on(page)
    answer(page)
    assert not page.list.checked_rows["upper-back-unchecked"].isVisible()
    page.list.rows["upper-back-unchecked"].click()
    assert page.list.checked_rows["upper-back-unchecked"].isVisible()
    page.list.checked_rows["upper-back-unchecked"].click()
    go_on(page)
    answer(page)
    with qtbot.waitSignal(page.passed):
        go_on(page)
    assert parts.store.safety()[-1].checked == {"upper-back-unchecked"}
    assert standing_of(SAFETY, parts.store, parts.clock.wall()).may_begin


def test_the_check_does_not_pass_another_yes_of_the_tier(page):
    go_on(page)
    answer(page)
    page.list.rows["upper-back-unchecked"].click()
    page.list.checked_rows["upper-back-unchecked"].click()
    page.list.rows["fever"].click()
    go_on(page)
    assert not page.answers.may_begin
    assert page.next_button is None


def test_taking_the_yes_back_takes_the_check_back(page):
    go_on(page)
    answer(page)
    page.list.rows["upper-back-unchecked"].click()
    page.list.checked_rows["upper-back-unchecked"].click()
    page.list.rows["upper-back-unchecked"].click()
    assert not page.list.checked_rows["upper-back-unchecked"].isVisible()
    page.list.rows["upper-back-unchecked"].click()
    go_on(page)
    assert not page.answers.may_begin


def test_back_returns_to_the_screen_with_its_answers(page):
    go_on(page)
    answer(page)
    answer(page, "fever")
    page.back_button.click()
    assert page.list.rows["fever"].isChecked()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_one_may_look_around_without_starting(page, parts, qtbot, way):
    go_on(page)
    with qtbot.waitSignal(page.closed):
        if way == "button":
            page.leave_button.click()
        else:
            QTest.keyClick(page, Key.Key_Escape)
    assert parts.store.safety() == ()


def test_the_keyboard_alone_is_enough(page, qtbot):
    with qtbot.waitSignal(page.passed):
        QTest.keyClick(page, Key.Key_Return)
        for _ in range(3):
            page.list.none_row.setFocus()
            QTest.keyClick(page.list.none_row, Key.Key_Space)
            QTest.keyClick(page, Key.Key_Return)
        QTest.keyClick(page, Key.Key_Return)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("size", "scale"), [((1180, 760), 1.0), ((800, 560), 2.0)])
def test_it_shows_in_every_look(qtbot, parts, theme, size, scale):
    widget = SafetyPage(parts, WindowLook(theme, scale, reduced_motion=True))
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    go_on(widget)
    body = widget._scroll.widget()
    assert body.width() <= widget.width()
    for row in widget.list.rows.values():
        assert row.accessibleName()
        assert row.heightForWidth(row.width()) > 0
    assert not widget.grab().isNull()


def test_each_checkable_question_has_a_check_of_its_own(parts, look, qtbot):
    lump = SafetyQuestion("lump", Text("Is there a lump?"), "urgent", checkable=True)
    safety = replace(SAFETY, questions=(*SAFETY.questions, lump))
    parts.library.catalogue = replace(parts.library.catalogue, safety=safety)
    page = SafetyPage(parts, look)
    qtbot.addWidget(page)
    page.show()
    go_on(page)
    answer(page)
    for ident in ("upper-back-unchecked", "lump"):
        page.list.rows[ident].click()
    page.list.checked_rows["lump"].click()
    assert not page.answers.may_begin
    assert not page.list.checked_rows["upper-back-unchecked"].isChecked()
    page.list.checked_rows["upper-back-unchecked"].click()
    assert page.answers.may_begin


def locked_page(qtbot, look, parts, *yes: str) -> SafetyPage:
    """The page of somebody whose last answers lock."""
    parts.store.add_safety(yes)
    page = SafetyPage(parts, look)
    qtbot.addWidget(page)
    page.show()
    return page


def test_while_they_lock_the_state_comes_with_its_date_and_the_way_out(parts, look, qtbot):
    page = locked_page(qtbot, look, parts, "upper-back-unchecked")
    told = words(page)
    assert "Have this checked first." in told
    assert "By your answers of 14 May: Contact a doctor today." in told
    assert "Get it checked." in told
    assert "Once it was checked, say so here" in told
    go_on(page)
    assert list(page.list.rows) == ["chest-pain"]
    answer(page)
    assert page.list.rows["upper-back-unchecked"].isChecked(), "what was told stands until it is answered again"
    page.list.checked_rows["upper-back-unchecked"].click()
    parts.clock.pass_time(60)
    go_on(page)
    answer(page)
    with qtbot.waitSignal(page.passed):
        go_on(page)
    assert standing_of(SAFETY, parts.store, parts.clock.wall()).may_begin


def test_an_emergency_reads_unlike_an_appointment(parts, look, qtbot):
    told = words(locked_page(qtbot, look, parts, "chest-pain"))
    assert "Get help now." in told
    assert "Have this checked first." not in told
    assert "checked, say so" not in told


def test_answers_that_lock_and_are_due_are_asked_from_the_beginning(parts, look, qtbot):
    parts.store.add_safety(("fever",))
    parts.clock.pass_time(30 * 86400)
    page = SafetyPage(parts, look)
    qtbot.addWidget(page)
    assert "A few safety questions" in words(page)


@pytest.mark.parametrize(
    ("yes", "urgency", "tone"),
    [("chest-pain", "now", "accent"), ("fever", "today", "wsoft"), ("six-weeks", "later", "card")],
)
def test_help_at_once_looks_unlike_an_appointment_and_that_unlike_a_booking(page, yes, urgency, tone):
    go_on(page)
    while page.list:
        answer(page, yes)
    [card] = page.findChildren(AdviceCard)
    assert (card.urgency, card.tone) == (urgency, tone)
    assert page.next_button is None or page.next_button.kind == "secondary", "beginning outshines no advice"


def test_the_answer_names_the_question_and_then_what_is_told_with_it(page):
    go_on(page)
    answer(page)
    answer(page, "upper-back-unchecked")
    asked = next(one for one in SAFETY.questions if one.id == "upper-back-unchecked")
    told = words(page)
    assert told.index("You said yes to") < told.index(str(asked.ask)) < told.index(str(asked.note))
