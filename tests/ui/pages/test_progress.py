"""Progress: what was done, counted and listed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.session.timeline import Interval
from coach.ui.widgets.week import Week
from tests.ui.parts import shipped
from tests.ui.seeing import button, texts


def test_progress_lists_what_was_done(lived_in, window):
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert str(len(shipped().routines)) in shown
    assert "24 of 30 s" in shown
    assert "effort 2, pain 1" in shown


def test_progress_has_words_where_a_table_has_no_room(qtbot, lived_in, window):
    window.go("progress")
    page = window.pages["progress"]
    assert "Carry-over" in texts(page)
    window.resize(640, 560)
    window.look.set_scale(1.25)
    window.go("progress")
    shown = texts(page)
    assert "Carry-over" not in shown
    assert "Hold: 24 of 30 s" in shown
    assert any(text.startswith("10 May; Contact: 9 of 14; Carry-over: 5 of 7; Focus: Between") for text in shown)
    assert "12 May, 10:48; 5:00; finished; effort 2, pain 1" in shown
    window.resize(1180, 760)
    assert "Carry-over" in texts(page)


def test_a_test_is_no_session_of_exercise(window):
    """Reading questions at a wall is not moving: Progress, the week and Today count exercise."""
    parts = window.parts
    measured = parts.store.begin_session("test", "wall-test", "30-second wall test", 129.0, 8)
    work = Interval("work", 0.0, 30.0)
    parts.store.add_interval(measured, 3, work, 30.0, "done")
    parts.store.finish_session(measured, "finished")
    parts.tested(days_ago=0, hold=20)
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert {"0", "0 s"} <= set(shown)
    assert "30-second wall test" not in shown
    window.go("today")
    shown = texts(window.pages["today"])
    assert "0 of 7 days" in shown
    assert "1 done" not in shown
    assert window.pages["today"].findChild(Week).accessibleDescription().count("wall test") == 0
    parts.finish("desk-reset", minutes=82 / 60)
    window.go("progress")
    assert {"session finished", "day with a session", "1 min 22 s", "1:22"} <= set(texts(window.pages["progress"]))
    window.go("today")
    assert {"1 of 7 days", "1 done", "1 min 22 s, at 10:48"} <= set(texts(window.pages["today"]))


def test_more_sessions_are_counted_than_are_listed(window):
    for _ in range(60):
        window.parts.finish("desk-reset")
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert {"60", "sessions finished", "2 h", "1", "day with a session"} <= set(shown)
    assert shown.count("2:00") == 50


def test_two_tests_of_one_day_are_told_apart_by_their_time(window):
    clock = window.parts.clock
    window.parts.tested(days_ago=2, hold=18)
    window.parts.tested(days_ago=0, hold=24)
    clock.set_wall(clock.wall() + timedelta(hours=3, minutes=5))
    window.parts.tested(days_ago=0, hold=27)
    window.go("progress")
    shown = [text for text in texts(window.pages["progress"]) if text.split(",")[0].endswith(" May")]
    assert shown == ["12 May, 14:53", "12 May, 11:48", "10 May"]


def test_progress_names_every_end(window):
    target = next(iter(shipped().routines))
    for how in ("ended", "pain", "abandoned"):
        window.parts.store.finish_session(window.parts.begin(target), how)
    window.parts.begin(target)
    window.go("progress")
    assert {"ended early", "stopped for pain", "left", "interrupted"} <= set(texts(window.pages["progress"]))


def test_progress_begins_with_one_sentence(window):
    window.go("progress")
    button(window.pages["progress"], "See the routines").click()
    assert window.page == "routines"


@pytest.mark.parametrize(
    ("effort", "pain", "felt"),
    [(3, 1, "effort 3, pain 1"), (None, 4, "pain 4"), (0, None, "effort 0"), (None, None, None)],
)
def test_what_it_felt_like_is_as_much_as_was_said(window, effort, pain, felt):
    session = window.parts.begin("desk-reset")
    window.parts.store.finish_session(session, "finished")
    window.parts.store.rate_session(session, effort, pain)
    window.go("progress")
    told = [text for text in texts(window.pages["progress"]) if text.startswith(("effort", "pain"))]
    assert told == ([felt] if felt else [])


def test_the_newest_stands_first(window):
    titles = {name: str(shipped().routines[name].title) for name in ("desk-reset", "anti-slouch-daily")}
    window.parts.finish("desk-reset", days_ago=3)
    window.parts.finish("anti-slouch-daily", days_ago=1)
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert [text for text in shown if text in titles.values()] == [titles["anti-slouch-daily"], titles["desk-reset"]]


def test_a_test_without_a_focus_and_one_of_an_area_that_is_gone_have_a_dash(window):
    window.parts.tested(days_ago=9, hold=19, focus=())
    window.parts.tested(days_ago=2, hold=24, focus=("of-another-library",))
    window.go("progress")
    assert texts(window.pages["progress"]).count("-") == 2


def test_two_areas_of_a_focus_are_named_both(window):
    window.parts.tested(days_ago=2, hold=24, focus=("neck", "between-blades"))
    window.go("progress")
    areas = shipped().areas
    assert f"{areas['neck'].title}; {areas['between-blades'].title}" in texts(window.pages["progress"])


def test_only_tests_are_no_empty_page(window):
    window.parts.tested(days_ago=2, hold=24)
    window.go("progress")
    shown = texts(window.pages["progress"])
    assert "Wall tests" in shown
    assert "What you did" not in shown
    assert "Nothing here yet" not in shown


def test_what_is_done_meanwhile_stands_there_when_one_comes_back(window):
    window.go("progress")
    assert "Nothing here yet" in texts(window.pages["progress"])
    window.parts.finish("desk-reset")
    window.go("today")
    window.go("progress")
    assert "What you did" in texts(window.pages["progress"])
