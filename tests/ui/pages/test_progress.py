"""Progress: pictures of what became of tests, days and sessions, the same as tables, and what rises next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from coach.session.timeline import Interval
from coach.settings import PROGRESS_AS
from coach.ui.pages.progress_next import NextStepCard
from coach.ui.widgets.chart import Chart, Course, Ratings
from coach.ui.widgets.dayyear import DayYear
from coach.ui.widgets.table import Table
from coach.ui.widgets.thennow import ThenNow
from coach.ui.widgets.week import Week
from tests.ui.parts import shipped
from tests.ui.seeing import button, faults, settle, texts

STRENGTH = "upper-back-strength"


def show(window, way: str = "picture"):
    """Progress, as pictures or as tables."""
    window.parts.store.keep(PROGRESS_AS, way)
    window.go("progress")
    settle()
    return window.pages["progress"]


def cells(page) -> list[list[str]]:
    """Every row of every table."""
    settle()
    return [row for table in page.findChildren(Table) if table.isVisibleTo(page) for row in table.texts()]


def one(page, kind):
    """The widget of a kind that is shown."""
    settle()
    [found] = [each for each in page.findChildren(kind) if each.isVisibleTo(page)]
    return found


def trained(parts, *, days_ago: int, effort: int = 5, pain: int = 1) -> None:
    """A whole session of strength, every interval of it done."""
    now = parts.clock.wall()
    parts.clock.set_wall(now - timedelta(days=days_ago))
    timeline = parts.timeline("routine", STRENGTH)
    session = parts.store.begin_session("routine", STRENGTH, timeline.title, timeline.seconds, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals):
        parts.store.add_interval(session, index, interval, interval.seconds, "done")
    parts.store.finish_session(session, "finished")
    parts.store.rate_session(session, effort, pain)
    parts.clock.set_wall(now)


# --- as pictures ---


def test_the_test_is_a_course_with_what_has_changed_since_the_first(lived_in, window):
    page = show(window)
    assert {"Hold", "5 s longer than on 3 May"} <= set(texts(page))
    assert one(page, Course).accessibleDescription() == "10 May: 24 s"
    button(page, "What of the wall test: Contact").click()
    assert "the same as on 3 May" in texts(page)
    assert one(page, Course).accessibleDescription() == "10 May: 9"
    assert window.focusWidget() is button(page, "What of the wall test: Contact")
    button(page, "What of the wall test: Carry-over").click()
    assert {"Carry-over", "the same as on 3 May"} <= set(texts(page))


def test_graphs_are_drawn_once_the_page_stands_there(qtbot, lived_in, window):
    page = show(window)
    qtbot.waitUntil(lambda: all(chart.is_drawn for chart in page.findChildren(Chart)))
    window.look.set_theme("dark")
    settle()
    assert all(chart.is_drawn for chart in page.findChildren(Chart) if chart.isVisibleTo(page))


def test_after_one_test_there_is_nothing_to_compare(window):
    window.parts.tested(days_ago=0, hold=18)
    page = show(window)
    assert "The next test shows what changes." in texts(page)
    assert one(page, ThenNow).accessibleDescription().count("12 May") == 1


def test_tension_is_shown_then_and_now_and_only_what_is_beyond_noise_is_named(window):
    for days_ago, neck, blades in ((20, 6, 5), (10, 7, 5), (1, 4, 4)):
        now = window.parts.clock.wall()
        window.parts.clock.set_wall(now - timedelta(days=days_ago))
        tension = {"neck": neck, "between-blades": blades}
        window.parts.store.add_test("wall-test", {"test_id": "wall-test", "tension": tension})
        window.parts.clock.set_wall(now)
    page = show(window)
    areas = shipped().areas
    assert f"{areas['neck'].title} 2 less. That may be real; see whether it stays." in texts(page)
    told = one(page, ThenNow).accessibleDescription()
    assert f"22 Apr: {areas['neck'].title} 6, 6" in told
    assert f"11 May: {areas['neck'].title} 4, 4" in told
    assert "2 May" not in told


def test_other_tests_are_not_compared_with_it(window):
    window.parts.tested(days_ago=9, hold=11)
    window.parts.store.add_test("of-mine", {"test_id": "of-mine", "hold_seconds": 60.0, "hold_most": 90.0})
    page = show(window)
    assert one(page, Course).accessibleDescription() == "12 May: 60 s"
    assert not page.findChildren(ThenNow)
    page = show(window, "table")
    assert [row[:3] for row in cells(page)[:2]] == [
        ["12 May", "of-mine", "60 of 90 s"],
        ["3 May", "30-second wall test", "11 of 30 s"],
    ]


def test_the_year_says_what_became_of_the_days(window):
    window.parts.store.start_plan("eight-weeks", window.parts.clock.wall().date() - timedelta(days=1))
    window.parts.finish("anti-slouch-daily", days_ago=1, minutes=7)
    page = show(window)
    told = one(page, DayYear).accessibleDescription()
    assert told.startswith("11 May: part, 1 of")
    assert "12 May: today, open, 0 of" in told
    assert any(text.endswith("done since the plan began") for text in texts(page))
    assert "1 session finished on 1 day, 7 min moved and held within a year" in texts(page)
    year = one(page, DayYear)
    assert year.day_at(year._box(year._today).center()).state == "open"
    assert year.day_at(year._box(year._first()).center()) is None


def test_nothing_of_the_plan_done_is_no_number_to_feel_guilty_of(window):
    window.parts.store.start_plan("eight-weeks", window.parts.clock.wall().date() - timedelta(days=10))
    window.parts.finish("chair-only" if "chair-only" in shipped().routines else "desk-reset", days_ago=20)
    assert not any("70 %" in text for text in texts(show(window)))


def test_pain_and_effort_are_drawn_of_the_sessions_that_told_them(window):
    window.parts.finish("desk-reset", days_ago=3, effort=6, pain=4)
    window.parts.finish("desk-reset", days_ago=1, effort=5, pain=2)
    ratings = one(show(window), Ratings)
    assert ratings.accessibleDescription() == "Pain in the last 2 sessions that told it: 2 to 4, last 2."
    assert ratings._sessions == [(6, 4), (5, 2)]


def test_where_nothing_was_told_yet_it_is_said_what_will_stand_there(window):
    window.parts.store.finish_session(window.parts.begin("desk-reset"), "finished")
    page = show(window)
    assert not page.findChildren(Ratings)
    assert any(text.startswith("After a session you are asked") for text in texts(page))


def test_a_test_is_no_session_of_exercise(window):
    """Reading questions at a wall is not moving: Progress, the week and Today count exercise."""
    parts = window.parts
    measured = parts.store.begin_session("test", "wall-test", "30-second wall test", 129.0, 8)
    work = Interval("work", 0.0, 30.0)
    parts.store.add_interval(measured, 3, work, 30.0, "done")
    parts.store.finish_session(measured, "finished")
    parts.tested(days_ago=0, hold=20)
    page = show(window, "table")
    assert not any("finished on" in text for text in texts(page))
    assert "Sessions" not in texts(page)
    window.go("today")
    shown = texts(window.pages["today"])
    assert window.pages["today"].findChild(Week).accessibleDescription().count("wall test") == 0
    assert "1 done" not in shown
    parts.finish("desk-reset", minutes=82 / 60)
    page = show(window, "table")
    shown = texts(page)
    assert {"1 session finished on 1 day, 1 min 22 s moved and held within a year", "1:22"} <= set(shown)
    assert "30-second wall test" not in shown


def test_only_tests_are_no_empty_page(window):
    window.parts.tested(days_ago=2, hold=24)
    shown = texts(show(window))
    assert "Tension" in shown
    assert "Nothing here yet" not in shown


# --- what rises next ---


def test_what_rises_next_is_told_and_can_be_taken_now(window):
    trained(window.parts, days_ago=1)
    page = show(window)
    card = one(page, NextStepCard)
    before = window.parts.coming()
    assert any(text.startswith("It went well once, with effort 5 and pain 1.") for text in texts(card))
    button(card, "Take it").click()
    [choice] = window.parts.store.choices()
    assert (choice.routine, choice.exercise, choice.what) == (STRENGTH, before[1].named, "up")
    assert window.focusWidget() is button(page, "Undo")
    button(page, "Undo").click()
    assert window.parts.store.choices() == ()
    assert window.parts.coming() == before
    assert window.focusWidget() is button(page, "Take it")


def test_who_stays_where_they_are_is_asked_of_the_next_exercise_later(window):
    trained(window.parts, days_ago=1)
    page = show(window)
    named = window.parts.coming()[1].named
    stay = next(b for b in page.findChildren(type(button(page, "Take it"))) if b.text().startswith("Stay"))
    stay.click()
    assert window.parts.store.choices()[0].what == "hold"
    assert any(text.endswith("stays as it is until you take more.") for text in texts(page))
    page = show(window)
    assert window.parts.coming()[1].named != named
    with pytest.raises(LookupError):
        button(page, "Undo")


def test_what_rose_lately_is_told_with_its_reason(window):
    for days_ago in (3, 2, 1):
        trained(window.parts, days_ago=days_ago)
    told = texts(one(show(window), NextStepCard))
    assert any("now: twice at effort 5 or less with pain 1 or less." in text for text in told)


def test_with_some_pain_it_can_wait_and_while_locked_nothing_rises(window):
    trained(window.parts, days_ago=0, pain=4)
    page = show(window)
    assert "Some pain was told lately: it can wait." in texts(one(page, NextStepCard))
    locking = next(q.id for q in shipped().safety.questions if shipped().safety.tiers[q.tier].lock)
    window.parts.store.add_safety([locking])
    assert not show(window).findChildren(NextStepCard, options=Qt.FindChildOption.FindDirectChildrenOnly)
    with pytest.raises(LookupError):
        button(page, "Take it")


def test_a_routine_that_is_gone_has_no_next_step(window):
    session = window.parts.store.begin_session("routine", "of-another-library", "Mine", 60.0, 1)
    window.parts.store.finish_session(session, "finished")
    assert "Next step" not in texts(show(window))


# --- as tables ---


def test_the_same_as_tables_stays_chosen(lived_in, window):
    page = show(window)
    button(page, "Shown as: Table").click()
    assert window.focusWidget() is button(page, "Shown as: Table")
    assert window.parts.store.get(PROGRESS_AS) == "table"
    assert {"Wall tests", "Tension", "Days", "Sessions"} <= set(texts(page))
    window.go("today")
    window.go("progress")
    assert "Sessions" in texts(page)
    button(page, "Shown as: Picture").click()
    assert "Sessions" not in texts(page)


def test_a_click_on_tables_leaves_no_ring_and_a_key_does(qtbot, lived_in, window):
    window.go("progress")
    settle()
    qtbot.mouseClick(button(window.pages["progress"], "Shown as: Table"), Qt.MouseButton.LeftButton)
    settle()
    chosen = button(window.pages["progress"], "Shown as: Table")
    assert window.focusWidget() is chosen
    assert not chosen.focus_ring.is_shown
    assert window.pages["progress"].verticalScrollBar().value() == 0
    other = button(window.pages["progress"], "Shown as: Picture")
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Space)
    settle()
    assert button(window.pages["progress"], "Shown as: Picture").focus_ring.is_shown


def test_tables_hold_what_the_pictures_show(lived_in, window):
    page = show(window, "table")
    areas = shipped().areas
    neck, blades = areas["neck"].title, areas["between-blades"].title
    found = cells(page)
    assert found[0] == ["10 May", "24 of 30 s", "9 of 14", "5 of 7", "-", f"{blades} 6; {neck} 4", f"{blades}; {neck}"]
    assert [str(neck), "4", "4", "4", "4"] in found
    assert ["Sun 10 May", "all", "-"] in found


def test_what_was_measured_stands_in_centimetres(window):
    step = next(step.id for step in shipped().tests["wall-test"].steps if type(step).__name__ == "MeasureStep")
    window.parts.store.add_test("wall-test", {"test_id": "wall-test", "answers": {"measures": {step: 7.5}}})
    assert cells(show(window, "table"))[0][4] == "7.5 cm"


def test_a_keyboard_walks_through_the_cells_and_out_again(qtbot, lived_in, window):
    page = show(window, "table")
    table = page.findChildren(Table)[0]
    assert table.accessibleName() == "Wall tests"
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentRow(), table.currentColumn()) == (1, 1)
    assert table.item(1, 1).text() == "19 of 30 s"
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert window.focusWidget() is not table


@pytest.mark.parametrize(("width", "height", "scale"), [(1180, 760, 1.0), (800, 560, 2.0)])
def test_nothing_is_cut_in_tables(lived_in, window, width, height, scale):
    window.look.set_scale(scale)
    window.resize(width, height)
    page = show(window, "table")
    assert faults(page) == []
    for table in page.findChildren(Table):
        if table.isVisibleTo(page):
            wide = sum(table.columnWidth(column) for column in range(table.columnCount()))
            assert wide >= table.viewport().width()


def test_a_table_has_words_where_it_has_no_room(lived_in, window):
    page = show(window, "table")
    assert "Felt like" in texts(page)
    window.resize(640, 560)
    window.look.set_scale(1.25)
    page = show(window, "table")
    assert "Felt like" not in texts(page)
    assert "12 May, 10:48; 5:00; finished; effort 2, pain 1" in texts(page)
    window.resize(1180, 760)
    assert "Felt like" in texts(page)


def test_the_pictures_lead_to_the_list_in_which_sessions_are_put_right(window):
    window.parts.finish("desk-reset")
    page = show(window)
    button(page, "See and correct sessions").click()
    assert window.focusWidget() is button(page, "Change Desk reset, 12 May, 10:48")
    window.go("today")
    window.go("progress")
    assert "Sessions" not in texts(page), "to look once is not to want tables from now on"


def test_more_sessions_are_counted_than_are_listed_and_the_older_ones_come_when_asked_for(window):
    for _ in range(45):
        window.parts.finish("desk-reset")
    page = show(window, "table")
    shown = texts(page)
    assert "45 sessions finished on 1 day, 1 h 30 min moved and held within a year" in shown
    assert shown.count("2:00") == 20
    button(page, "Show older ones").click()
    assert texts(page).count("2:00") == 40
    button(page, "Show older ones").click()
    assert texts(page).count("2:00") == 45
    with pytest.raises(LookupError):
        button(page, "Show older ones")


def test_two_tests_of_one_day_are_told_apart_by_their_time(window):
    clock = window.parts.clock
    window.parts.tested(days_ago=2, hold=18)
    window.parts.tested(days_ago=0, hold=24)
    clock.set_wall(clock.wall() + timedelta(hours=3, minutes=5))
    window.parts.tested(days_ago=0, hold=27)
    assert [row[0] for row in cells(show(window, "table"))[:3]] == ["12 May, 14:53", "12 May, 11:48", "10 May"]
    assert one(show(window), Course).accessibleDescription() == "12 May, 14:53: 27 s"


def test_a_test_of_another_year_says_so(window):
    window.parts.tested(days_ago=400, hold=18)
    window.parts.tested(days_ago=1, hold=24)
    assert [row[0] for row in cells(show(window, "table"))[:2]] == ["11 May", "7 Apr 2025"]


def test_progress_names_every_end(window):
    target = next(iter(shipped().routines))
    for how in ("ended", "pain", "abandoned"):
        window.parts.store.finish_session(window.parts.begin(target), how)
    window.parts.begin(target)
    page = show(window, "table")
    assert {"ended early", "stopped for pain", "left", "interrupted"} <= set(texts(page))


@pytest.mark.parametrize(
    ("effort", "pain", "felt"),
    [(3, 1, "effort 3, pain 1"), (None, 4, "pain 4"), (0, None, "effort 0"), (None, None, None)],
)
def test_what_it_felt_like_is_as_much_as_was_said(window, effort, pain, felt):
    session = window.parts.begin("desk-reset")
    window.parts.store.finish_session(session, "finished")
    window.parts.store.rate_session(session, effort, pain)
    told = [text for text in texts(show(window, "table")) if text.startswith(("effort", "pain"))]
    assert told == ([felt] if felt else [])


def test_the_newest_stands_first(window):
    titles = {name: str(shipped().routines[name].title) for name in ("desk-reset", "anti-slouch-daily")}
    window.parts.finish("desk-reset", days_ago=3)
    window.parts.finish("anti-slouch-daily", days_ago=1)
    shown = texts(show(window, "table"))
    assert [text for text in shown if text in titles.values()] == [titles["anti-slouch-daily"], titles["desk-reset"]]


def test_a_test_without_a_focus_and_one_of_an_area_that_is_gone_have_a_dash(window):
    window.parts.tested(days_ago=9, hold=19, focus=())
    window.parts.tested(days_ago=2, hold=24, focus=("of-another-library",))
    assert [row[-1] for row in cells(show(window, "table"))[:2]] == ["-", "-"]


# --- empty ---


def test_progress_begins_with_one_sentence_and_one_button(window):
    page = show(window)
    assert not any(text.startswith("0") for text in texts(page))
    with pytest.raises(LookupError):
        button(page, "Shown as: Table")
    button(page, "See the routines").click()
    assert window.page == "routines"


def test_what_is_done_meanwhile_stands_there_when_one_comes_back(window):
    assert "Nothing here yet" in texts(show(window))
    window.parts.finish("desk-reset")
    window.go("today")
    assert "What you did" in texts(show(window))


# --- the report ---


@pytest.fixture
def report(window, tmp_path):
    """Progress of somebody with a session; the report goes to `report.pdf`, or nowhere where `chosen` is empty."""
    window.parts.finish("desk-reset", days_ago=1)
    page = show(window)
    page.chosen = str(tmp_path / "report.pdf")
    page.asked = []
    page._ask = lambda *asked: page.asked.append(asked[1:]) or page.chosen
    return page


@pytest.mark.parametrize(("name", "file"), [("report.pdf", "report.pdf"), ("mine", "mine.pdf")])
def test_a_report_is_written_where_one_says(report, window, tmp_path, name, file):
    report.chosen = str(tmp_path / name)
    button(report, "Report to take along").click()
    assert (tmp_path / file).read_bytes().startswith(b"%PDF")
    assert f"Saved as {tmp_path / file}." in texts(report)
    assert window.focusWidget() is button(report, "Report to take along")
    [(_, suggested, _)] = report.asked
    assert suggested.endswith("progress-2026-05-12.pdf")
    button(report, "Close").click()
    window.go("today")
    window.go("progress")
    assert not any(text.startswith("Saved") for text in texts(report))


def test_a_report_that_cannot_be_written_is_said(report, tmp_path):
    report.chosen = str(tmp_path / "none" / "report.pdf")
    button(report, "Report to take along").click()
    assert any("cannot be written: No such file" in text for text in texts(report))


def test_who_leaves_the_dialog_has_no_report(report, tmp_path):
    report.chosen = ""
    button(report, "Report to take along").click()
    assert list(tmp_path.iterdir()) == []
    assert not any(text.startswith("Saved") for text in texts(report))


def test_where_all_of_it_is_long_ago_it_is_said_that_there_is_nothing_to_report(report, window, tmp_path):
    window.parts.clock.set_wall(window.parts.clock.wall() + timedelta(days=200))
    button(report, "Report to take along").click()
    assert any(text.startswith("There is nothing to report") for text in texts(report))
    assert list(tmp_path.iterdir()) == []
