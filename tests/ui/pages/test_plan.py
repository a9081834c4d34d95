"""Plans: a card among the routines, a page with its weeks, a calendar to take along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coach.ui.pages import take_along
from coach.ui.pages.plan import PlanCard
from coach.ui.widgets.chip import Chip
from coach.ui.words import common as words
from tests.ui.parts import shipped
from tests.ui.seeing import button, faults, settle, texts

NAME = "Eight weeks to an easier back"
EVERY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def card(window) -> PlanCard | None:
    window.go("routines")
    return next((each for each in window.pages["routines"].findChildren(PlanCard) if each.isVisible()), None)


@pytest.fixture
def page(qtbot, window):
    """The plan's page, reached as a person does."""
    qtbot.mouseClick(card(window), Qt.MouseButton.LeftButton)
    assert window.page == "plan"
    return window.pages["plan"]


def test_the_card_says_what_the_plan_holds(window):
    assert card(window).accessibleName() == (
        f"{NAME}. A plan for 8 weeks. Anti-slouch daily, Desk reset, Deep neck flexors, Upper-back strength, "
        "30-second wall test"
    )


@pytest.mark.parametrize(("search", "is_found"), [("eight weeks", True), ("neck flex", True), ("calf", False)])
def test_a_plan_is_found_by_its_words(window, search, is_found):
    window.go("routines")
    window.pages["routines"].field.edit.setText(search)
    settle()
    assert any(each.isVisible() for each in window.pages["routines"].findChildren(PlanCard)) == is_found


def test_without_a_plan_there_is_no_card(window):
    window.parts.library.catalogue = replace(shipped(), plans={})
    assert card(window) is None
    window.parts.library.catalogue = replace(shipped(), routines={})
    assert card(window) is None, "a plan of which no routine is there"


def test_the_weeks_in_words(page):
    told = texts(page)
    assert NAME in told
    weeks = ["Week 1", "Week 2", "Week 3", "Week 4", "Weeks 5 to 6", "Week 7", "Week 8", "From week 9 on"]
    assert sorted(each for each in told if each in weeks) == sorted(weeks)
    for sentence in (
        "Mon to Fri, twice a day", "5 repetitions, hold 5 seconds", "With one set. If sore: Gentle recovery",
        "Band row with 3 sets. If sore: Gentle recovery", "Half the volume. If sore: Gentle recovery",
    ):  # fmt: skip
        assert sentence in told


@pytest.mark.parametrize(("width", "height", "scale"), [(1180, 760, 1.0), (800, 560, 1.0), (800, 560, 2.0)])
def test_nothing_of_the_page_is_cut(window, page, width, height, scale):
    window.look.set_scale(scale)
    window.resize(width, height)
    window.go("plan", "eight-weeks")
    assert faults(page) == []
    assert page.accessibleName() == NAME


def test_a_row_leads_to_its_routine_and_back(qtbot, window, page):
    row = button(page, "Desk reset. Mon to Fri, twice a day")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert window.page == "routine"
    assert "Desk reset" in texts(window.pages["routine"])
    window.back()
    assert window.page == "plan"
    qtbot.mouseClick(button(page, "30-second wall test. Mon"), Qt.MouseButton.LeftButton)
    assert window.page == "walltest"


def test_a_routine_of_a_week_has_the_doses_of_that_week(qtbot, window, page):
    window.parts.store.add_safety(())
    row = "Deep neck flexors. Every day. 10 repetitions, hold 5 seconds"
    qtbot.mouseClick(button(page, row), Qt.MouseButton.LeftButton)
    told = texts(window.pages["routine"])
    assert "Week 3: 10 repetitions, hold 5 seconds" in told
    as_it_is, then = (
        window.parts.timeline("routine", name) for name in ("deep-neck-flexors", "deep-neck-flexors@eight-weeks.3")
    )
    assert words.total(then) in [chip.text() for chip in window.pages["routine"].findChildren(Chip)]
    qtbot.mouseClick(button(window.pages["routine"], "Start"), Qt.MouseButton.LeftButton)
    timeline = window.covers.page.conductor.timeline
    assert timeline == then
    assert timeline.seconds > as_it_is.seconds + 60
    assert [i.reps for i in timeline.intervals if i.kind == "work"] == [10]
    window.covers.page.skip()
    window.leave_session()
    window.resume_session()
    assert window.covers.page.conductor.timeline == then
    window.leave_session()
    button(window.pages["routine"], NAME).click()
    assert window.page == "plan"


def test_its_calendar_is_taken_along(qtbot, window, page, tmp_path, monkeypatch):
    pytest.importorskip("icalendar")
    asked = []
    along = page.findChild(take_along.TakeAlong)
    monkeypatch.setattr(along, "_ask", lambda *given: asked.append(given[2]) or str(tmp_path / "weeks"))
    assert "The calendar begins on Monday 18 May." in texts(page)
    qtbot.mouseClick(button(page, "Calendar"), Qt.MouseButton.LeftButton)
    assert asked[0].endswith("eight-weeks.ics")
    data = (tmp_path / "weeks.ics").read_bytes()
    assert b"X-WR-CALNAME:Eight weeks" in data
    assert b"DTSTART:20260518T180000" in data
    assert f"Saved as {tmp_path / 'weeks.ics'}." in texts(page)
    for word in ("Audio", "Sheet"):
        with pytest.raises(LookupError):
            button(page, word)


def test_a_plan_that_is_gone_is_said_and_leads_back(window):
    window.go("plan", "gone")
    assert texts(window.pages["plan"]) == ["This plan is not there any more."]
    button(window.pages["plan"], "Routines").click()
    assert window.page == "routines"
