"""A session put right or deleted on Progress, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coach.settings import PROGRESS_AS
from coach.ui.pages.correcting import CorrectionForm
from coach.ui.widgets.scale import Scale
from tests.ui.seeing import button, settle, texts


@pytest.fixture
def page(window):
    """Progress of somebody with one session, as tables."""
    window.parts.store.keep(PROGRESS_AS, "table")
    window.parts.finish("desk-reset", effort=2, pain=1)
    window.go("progress")
    return window.pages["progress"]


def change(page) -> CorrectionForm:
    button(page, "Change").click()
    settle()
    return page.findChild(CorrectionForm)


def test_effort_and_pain_are_corrected_and_undone(page, window, qtbot):
    form = change(page)
    assert (form.effort.value, form.pain.value) == (2, 1)
    qtbot.keyClick(form.effort, Qt.Key.Key_7)
    qtbot.keyClick(form.pain, Qt.Key.Key_4)
    button(form, "Save").click()
    [session] = window.parts.store.past()
    assert (session.effort, session.pain) == (7, 4)
    assert {"effort 7, pain 4", "The session was changed."} <= set(texts(page))
    button(page, "Undo").click()
    assert "effort 2, pain 1" in texts(page)
    assert "The session was changed." not in texts(page)


def test_a_session_is_moved_to_another_day_with_all_that_belongs_to_it(page, window):
    store = window.parts.store
    [before] = store.past()
    [record] = [one for one in store.shelf().records() if one["type"] == "session"]
    form = change(page)
    assert not form.later.isEnabled(), "nothing was done tomorrow"
    button(form, "A day earlier").click()
    button(form, "A day earlier").click()
    assert form.later.isEnabled()
    button(form, "Save").click()
    [after] = store.past()
    assert (before.started - after.started).days == 2
    assert after.started.time() == before.started.time()
    changed = store.record(record["uid"])
    assert changed["intervals"][0]["finished"] != record["intervals"][0]["finished"]
    button(page, "Undo").click()
    assert store.past() == (before,)


def test_a_session_is_deleted_and_put_back(page, window):
    store = window.parts.store
    before = store.past()
    button(change(page), "Delete this session").click()
    assert store.past() == ()
    assert {"The session was deleted.", "Nothing here yet"} <= set(texts(page))
    button(page, "Undo").click()
    assert store.past() == before
    assert "Desk reset" in texts(page)


@pytest.mark.parametrize("word", ["Leave it as it is", "Save"])
def test_what_is_left_as_it_is_changes_nothing(page, window, word):
    store = window.parts.store
    before = store.shelf().records()
    button(change(page), word).click()
    assert list(store.shelf().records()) == list(before)
    assert "Sessions" in texts(page)
    with pytest.raises(LookupError):
        button(page, "Undo")


def test_the_way_there_is_named_for_each_session_and_gone_after_leaving(page, window):
    assert button(page, "Change Desk reset, 12 May, 10:48").isEnabled()
    form = change(page)
    assert all(scale.accessibleName() for scale in form.findChildren(Scale))
    window.go("today")
    window.go("progress")
    settle()
    assert "Sessions" in texts(page)


def test_after_a_change_the_keyboard_is_at_undo(page, window):
    window.activateWindow()
    button(change(page), "Delete this session").click()
    assert window.focusWidget() is button(page, "Undo")


@pytest.mark.parametrize(("what", "left"), [("Effort", "pain 1"), ("Pain", "effort 2")])
def test_what_was_told_is_set_back_to_not_told(page, window, what, left):
    form = change(page)
    button(form, f"{what}: not told").click()
    assert "not chosen yet" in {"Effort": form.effort, "Pain": form.pain}[what].accessibleDescription()
    button(form, "Save").click()
    [session] = window.parts.store.past()
    assert (session.effort, session.pain) == ((None, 1) if what == "Effort" else (2, None))
    assert left in texts(page)
    button(page, "Undo").click()
    [session] = window.parts.store.past()
    assert (session.effort, session.pain) == (2, 1)


def test_what_was_put_right_is_not_to_be_undone_any_more_after_leaving(page, window):
    button(change(page), "Delete this session").click()
    window.go("today")
    window.go("progress")
    with pytest.raises(LookupError):
        button(page, "Undo")
    assert window.parts.store.past() == ()


def test_a_window_that_changes_its_size_takes_nothing_away_that_was_just_set(page, window, qtbot):
    form = change(page)
    qtbot.keyClick(form.pain, Qt.Key.Key_8)
    window.resize(640, 560)
    settle()
    assert page.findChild(CorrectionForm) is form
    assert form.pain.value == 8
