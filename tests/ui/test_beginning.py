"""What begins, what does not, and what is said then."""

from __future__ import annotations

import pytest

from tests.ui.parts import shipped
from tests.ui.seeing import texts

ROUTINE = "desk-reset"


def tell_at_the_questions(window, condition):
    """None of the questions applies, and this is true of the person."""
    page = window.covers.page
    while page.form is None:
        if page.list is not None:
            page.list.none_row.click()
        page.next_button.click()
    page.form.rows[condition].click()
    page.next_button.click()


@pytest.mark.parametrize(
    ("kind", "ident", "condition", "title"),
    [
        ("routine", "deep-neck-flexors", "neck-injury", "Deep neck flexors"),
        ("exercise", "superman", "painful-extension", "Superman"),
    ],
)
def test_what_a_condition_told_at_the_questions_bars_does_not_begin_after_them(window, kind, ident, condition, title):
    window.start(kind, ident)
    tell_at_the_questions(window, condition)
    assert not window.is_covered
    assert window.parts.store.sessions() == []
    assert any(title in text for text in texts(window) if "for you now" in text)


@pytest.mark.parametrize("way", ["resume", "anew"])
def test_a_cut_session_that_a_condition_bars_by_now_does_not_begin(window, way):
    window.parts.store.add_safety(())
    window.parts.begin("two-minute-band")
    window.parts.store.add_conditions(["shoulder-injury"])
    getattr(window.beginning, way)()
    assert not window.is_covered
    assert window.parts.store.unfinished() is not None


@pytest.mark.parametrize("way", ["resume", "anew"])
def test_a_cut_session_goes_on_or_begins_anew_after_the_questions(window, way):
    session = window.parts.begin(ROUTINE)
    getattr(window.beginning, way)()
    page = window.covers.page
    while page.form is None:
        if page.list is not None:
            page.list.none_row.click()
        page.next_button.click()
    page.leave_button.click()
    begun = window.covers.page.conductor.session
    assert (begun == session) is (way == "resume")


@pytest.mark.parametrize(("kind", "name"), [("routine", "gone"), ("test", "gone")])
def test_what_is_gone_is_said(window, kind, name):
    window.start(kind, name)
    assert "gone is not there any more." in texts(window)
    assert not window.is_covered


def test_a_test_leads_to_its_page(window):
    window.start("test", next(iter(shipped().tests)))
    assert window.page == "walltest"
