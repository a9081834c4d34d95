"""Plans: a card among the routines, a page with its weeks, a calendar to take along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from coach.content.model import Plan, PlanItem, PlanWeeks, Text
from coach.demonstration.which_figure import Emblems
from coach.ui.pages import take_along
from coach.ui.pages.plan_begin import BeginPlan
from coach.ui.pages.plan_card import PlanCard, figure_in_the_open
from coach.ui.widgets.card import RowButton
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.place import FigurePlace
from coach.ui.words import common as words
from tests.beside import every_day
from tests.ui.parts import TUESDAY, shipped
from tests.ui.seeing import button, faults, settle, texts

NAME = "Eight weeks for your upper back"
_SIZES = [(1180, 760, 1.0), (800, 560, 1.0), (800, 560, 2.0)]
SIZES = every_day(_SIZES[-1:], _SIZES, of_several=True)

EVERY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def card(window) -> PlanCard | None:
    window.go("routines")
    return next((each for each in window.pages["routines"].findChildren(PlanCard) if each.isVisible()), None)


@pytest.fixture
def page(window):
    """The plan's page."""
    window.go("plan", "eight-weeks")
    return window.pages["plan"]


def test_the_card_says_what_the_plan_holds_and_leads_to_it(qtbot, window):
    found = card(window)
    assert found.accessibleName() == (
        f"{NAME}. A plan for 8 weeks. Upper-back strength; Anti-slouch daily; Gentle recovery; Desk reset; "
        "Deep neck flexors; 30-second wall test"
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert window.page == "plan"
    assert window.pages["plan"].title == NAME


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


EASIER = "Wall push-up plus in place of Push-up plus. Side plank on your knees in place of Side plank"


def test_the_weeks_in_words(page):
    told = texts(page)
    assert NAME in told
    weeks = ["Week 1", "Week 2", "Week 3", "Week 4", "Weeks 5 to 6", "Week 7", "Week 8", "From week 9 on"]
    assert sorted(each for each in told if each in weeks) == sorted(weeks)
    for sentence in (
        "Mon to Fri, twice a day", "5 repetitions, hold 5 seconds", f"{EASIER}. With one set. If sore: Gentle recovery",
        "Band row with 3 sets. If sore: Gentle recovery", "Half the volume. If sore: Gentle recovery",
    ):  # fmt: skip
        assert sentence in told


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
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
    window.beginning.resume()
    assert window.covers.page.conductor.timeline == then
    window.leave_session()
    button(window.pages["routine"], NAME).click()
    assert window.page == "plan"


def test_its_calendar_is_taken_along(qtbot, window, page, tmp_path, monkeypatch):
    pytest.importorskip("icalendar")
    asked = []
    along = page.findChild(take_along.TakeAlong)
    monkeypatch.setattr(along, "_ask", lambda *given: asked.append(given[2]) or str(tmp_path / "weeks"))
    qtbot.mouseClick(button(page, "Calendar"), Qt.MouseButton.LeftButton)
    assert any("The first is Monday 18 May, 11:00." in text for text in texts(page))
    qtbot.mouseClick(button(page, "Save the calendar"), Qt.MouseButton.LeftButton)
    assert asked[0].endswith("eight-weeks.ics")
    data = (tmp_path / "weeks.ics").read_bytes()
    assert b"X-WR-CALNAME:Eight weeks" in data
    assert b"DTSTART:20260518T180000" in data
    assert any(text.startswith(f"Saved as {tmp_path / 'weeks.ics'}.") for text in texts(page))
    for word in ("Audio", "Sheet"):
        with pytest.raises(LookupError):
            button(page, word)


# --- to follow it ----------------------------------------------------------------------------------------------------


def asks(page) -> BeginPlan:
    """The card that asks for the first day."""
    settle()
    return next(one for one in page.findChildren(BeginPlan) if one.isVisibleTo(page))


def begin(qtbot, page) -> None:
    qtbot.mouseClick(button(page, "Begin this plan"), Qt.MouseButton.LeftButton)


def followed(window) -> list[tuple[str, date, date | None]]:
    return [(one.plan, one.begun, one.until) for one in window.parts.store.plans()]


@pytest.mark.parametrize(
    ("chip", "steps", "first"),
    [
        ("today", 0, date(2026, 5, 12)),
        ("monday", 0, date(2026, 5, 18)),
        ("another", 2, date(2026, 5, 14)),
        ("another", -8, date(2026, 5, 4)),
    ],
)
def test_it_is_begun_on_the_day_that_was_chosen(qtbot, window, page, chip, steps, first):
    card = asks(page)
    qtbot.mouseClick(card.chips[chip], Qt.MouseButton.LeftButton)
    for _ in range(abs(steps)):
        qtbot.mouseClick(card.field.more if steps > 0 else card.field.less, Qt.MouseButton.LeftButton)
    assert any(f"{first.day} May" in text and text.startswith("Week 1 ") for text in texts(page))
    begin(qtbot, page)
    assert followed(window) == [("eight-weeks", first, None)]
    assert f"{NAME}: from {first:%A} {first.day} May on." in texts(page)
    assert page._announcer.said[-1].startswith(f"{NAME}: from ")


def test_with_the_keyboard_alone(qtbot, window, page):
    chip = button(page, "Next Monday, 18 May")
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    start = asks(page).button
    start.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(start, Qt.Key.Key_Return)
    assert followed(window) == [("eight-weeks", date(2026, 5, 18), None)]
    assert "Begins on Monday 18 May" in texts(page)


def test_a_beginning_is_undone(qtbot, window, page):
    begin(qtbot, page)
    qtbot.mouseClick(button(page, "Undo"), Qt.MouseButton.LeftButton)
    assert followed(window) == []
    assert asks(page).chips["today"].isChecked()


def test_the_rail_follows(qtbot, window, page):
    def shown() -> bool:
        settle()
        return window.rail.week.isVisible()

    assert not shown()
    begin(qtbot, page)
    assert shown()
    qtbot.mouseClick(button(page, "Stop this plan"), Qt.MouseButton.LeftButton)
    assert not shown()
    qtbot.mouseClick(button(page, "Undo"), Qt.MouseButton.LeftButton)
    assert shown()


def test_a_stop_is_said_and_undone(qtbot, window, page):
    begin(qtbot, page)
    qtbot.mouseClick(button(page, "Stop this plan"), Qt.MouseButton.LeftButton)
    assert f"Stopped: {NAME}. What was done stays." in texts(page)
    assert "You are here" not in [chip.text() for chip in page.findChildren(Chip) if chip.isVisible()]
    qtbot.mouseClick(button(page, "Undo"), Qt.MouseButton.LeftButton)
    assert followed(window) == [("eight-weeks", TUESDAY.date(), None)]
    assert any(text.startswith("You are in week 1") for text in texts(page))


def with_another(window) -> None:
    """A plan besides the shipped one."""
    other = replace(shipped().plans["eight-weeks"], id="other", title=Text("Other"))
    window.parts.library.catalogue = replace(shipped(), plans={**shipped().plans, "other": other})


def test_to_switch_says_so_before_and_after(qtbot, window):
    with_another(window)
    window.parts.store.start_plan("other", date(2026, 5, 4))
    window.go("plan", "eight-weeks")
    page = window.pages["plan"]
    ends = "Other ends on Monday 11 May; what was done stays."
    assert any(ends in text for text in texts(page))
    begin(qtbot, page)
    assert any(ends in text and text.startswith(NAME) for text in texts(page))
    window.go("plan", "other")
    assert "Begin this plan" in texts(window.pages["plan"])


def test_another_that_was_begun_later_counts(window):
    with_another(window)
    window.parts.store.start_plan("eight-weeks", date(2026, 5, 4))
    window.parts.store.start_plan("other", date(2026, 5, 11))
    window.go("plan", "eight-weeks")
    told = texts(window.pages["plan"])
    assert "Other was begun later, and is followed instead" in told
    assert "This week" not in told
    button(window.pages["plan"], "Stop this plan")


def test_another_first_day_is_no_second_following(qtbot, window, page):
    begin(qtbot, page)
    qtbot.mouseClick(button(page, "Another first day"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(asks(page).chips["another"], Qt.MouseButton.LeftButton)
    for _ in range(8):
        asks(page).field.less.click()
    begin(qtbot, page)
    assert [one for one in followed(window) if one[2] is None] == [("eight-weeks", date(2026, 5, 4), None)]
    assert window.parts.week().plan.number == 2


# --- its week --------------------------------------------------------------------------------------------------------


@pytest.fixture
def third_week(window):
    """In week 3, with some of it done."""
    window.parts.store.add_safety(())
    window.parts.store.start_plan("eight-weeks", date(2026, 4, 27))
    window.parts.finish("upper-back-strength", days_ago=1)
    window.parts.finish("desk-reset", days_ago=1)
    window.parts.finish("desk-reset")
    window.go("plan", "eight-weeks")
    return window.pages["plan"]


def names(page) -> list[str]:
    settle()
    return [one.accessibleName() for one in page.findChildren(RowButton) if one.isVisibleTo(page)]


def test_you_are_here(third_week):
    chips = [chip.text() for chip in third_week.findChildren(Chip) if chip.isVisibleTo(third_week)]
    assert sorted(chips) == ["Behind you", "Behind you", "You are here", "You are here"]
    assert any(text.startswith("You are in week 3") for text in texts(third_week))


def test_the_days_of_the_week_say_what_became_of_them(third_week):
    assert {
        "Upper-back strength. Done", "Desk reset. 1 of 2 done", "Deep neck flexors. Not done",
        "30-second wall test. Not done", "Desk reset. 2 times",
    } <= set(names(third_week))  # fmt: skip
    assert "Tuesday 12 May" in texts(third_week)


@pytest.mark.parametrize(
    ("title", "target"),
    [("Anti-slouch daily", "anti-slouch-daily"), ("Deep neck flexors", "deep-neck-flexors@eight-weeks.3")],
)
def test_what_is_due_today_is_started_as_the_plan_has_it(qtbot, window, third_week, title, target):
    begun = []
    window.to.start.connect(lambda kind, ident: begun.append((kind, ident)))
    qtbot.mouseClick(button(third_week, f"Start {title}"), Qt.MouseButton.LeftButton)
    assert begun == [("routine", target)]
    window.leave_session()


def test_a_row_of_a_day_opens_the_routine_of_that_week(qtbot, window, third_week):
    qtbot.mouseClick(button(third_week, "Upper-back strength. Done"), Qt.MouseButton.LeftButton)
    assert window.page == "routine"
    assert window.pages["routine"]._id == "upper-back-strength@eight-weeks.3"


def test_what_is_done_has_no_start(window, third_week):
    window.parts.finish("desk-reset")
    third_week.refresh()
    with pytest.raises(LookupError):
        button(third_week, "Start Desk reset")


def test_when_sore_the_gentle_one_is_offered_and_why(window, third_week):
    window.parts.clock.pass_time(600)  # what was told last counts
    window.parts.finish("two-minute-band", pain=5)
    third_week.refresh()
    assert any(text.startswith("Your last pain was 5 of 10") for text in texts(third_week))
    button(third_week, "Start Gentle recovery")
    button(third_week, "Start Anti-slouch daily")


def test_while_the_safety_questions_lock_nothing_is_started(window, third_week):
    window.parts.clock.pass_time(60)
    window.parts.store.add_safety({"infection"})
    third_week.refresh()
    assert any("Contact a doctor" in text for text in texts(third_week))
    with pytest.raises(LookupError):
        button(third_week, "Start Anti-slouch daily")


def test_nothing_is_planned_before_its_first_day(window):
    window.parts.store.start_plan("eight-weeks", TUESDAY.date())
    window.go("plan", "eight-weeks")
    told = texts(window.pages["plan"])
    assert "Monday 11 May" not in told
    assert "Sunday 17 May" in told


def test_a_routine_of_which_nothing_is_left_is_nowhere_to_be_done(window, third_week):
    window.parts.store.add_conditions(["neck-injury"])
    third_week.refresh()
    assert "Left out of the plan for you: Deep neck flexors." in texts(third_week)
    assert any(text.startswith("Desk reset: Left out for you: Chin tuck") for text in texts(third_week))
    assert not any(name.startswith("Deep neck flexors") for name in names(third_week))


def test_a_day_of_rest(window):
    weeks = (PlanWeeks(1, None, (PlanItem(("mon",), routine="desk-reset"),)),)
    rare = Plan("rare", Text("Rare"), weeks)
    window.parts.library.catalogue = replace(shipped(), plans={"rare": rare})
    window.parts.store.start_plan("rare", date(2026, 5, 11))
    window.go("plan", "rare")
    assert texts(window.pages["plan"]).count("Rest") == 6


def test_the_card_among_the_routines_says_where_one_is(window, third_week):
    assert "You are in week 3" in card(window).accessibleName()


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_nothing_of_its_week_is_cut(window, third_week, width, height, scale):
    window.parts.store.add_conditions(["pregnancy", "neck-injury"])
    window.look.set_scale(scale)
    window.resize(width, height)
    window.go("plan", "eight-weeks")
    assert faults(third_week) == []


def test_one_that_is_followed_and_gone_can_still_be_stopped(qtbot, window):
    window.parts.store.start_plan("gone", TUESDAY.date())
    window.go("plan", "gone")
    qtbot.mouseClick(button(window.pages["plan"], "Stop this plan"), Qt.MouseButton.LeftButton)
    assert "Stopped: gone. What was done stays." in texts(window.pages["plan"])
    assert window.parts.planned().course_of("gone", TUESDAY.date()) is None


def test_a_plan_that_is_gone_is_said_and_leads_back(window):
    window.go("plan", "gone")
    assert texts(window.pages["plan"]) == ["This plan is not there any more."]
    button(window.pages["plan"], "Routines").click()
    assert window.page == "routines"


def test_plans_are_told_apart_by_their_figures(window):
    window.go("routines")
    cards = [each for each in window.pages["routines"].findChildren(PlanCard) if each.isVisible()]
    on_cards = [place.figure.id for each in cards for place in each.findChildren(FigurePlace)]
    assert len(on_cards) == len(set(on_cards)) == len(shipped().plans) == 2
    heroes = [figure_in_the_open(shipped(), plan, Emblems(shipped())).id for plan in shipped().plans.values()]
    assert len(set(heroes)) == 2
