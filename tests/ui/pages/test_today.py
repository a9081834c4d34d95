"""Today: what it says at which moment, and what its controls do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from coach.content.model import WEEKDAYS, Plan, PlanItem, PlanWeeks, Text
from coach.progression.focus import FOCUS
from coach.today.suggestion import daily_routine
from coach.ui.widgets.buttons import Button
from coach.ui.widgets.chip import Chip
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.ring import Ring
from tests.ui.parts import TUESDAY, shipped
from tests.ui.seeing import button, settle, texts


def at_desk(parts, minutes: float) -> None:
    for _ in range(round(minutes * 2)):
        parts.clock.pass_time(30)
        parts.desk.tick()


def today(window) -> list[str]:
    window.go("today")
    return texts(window.pages["today"])


@pytest.mark.parametrize(("hour", "greeting"), [(7, "Good morning"), (12, "Good afternoon"), (20, "Good evening")])
def test_the_greeting_knows_the_hour(window, hour, greeting):
    window.parts.clock.set_wall(TUESDAY.replace(hour=hour))
    assert greeting in today(window)


@pytest.fixture
def started(window) -> list[tuple[str, str]]:
    """What the window was asked to start."""
    asked: list[tuple[str, str]] = []
    window.to.start.disconnect()
    window.to.start.connect(lambda kind, name: asked.append((kind, name)))
    return asked


def follow(parts, *items: PlanItem, begun: int = 0) -> None:
    """Follow a plan of these items from `begun` days ago on."""
    plan = Plan("spring", Text("Spring"), (PlanWeeks(1, 8, items),))
    parts.library.catalogue = replace(parts.library.catalogue, plans={"spring": plan})
    parts.store.start_plan("spring", (TUESDAY - timedelta(days=begun)).date())


def every_day(routine: str, times: int = 1, if_sore: str | None = None) -> PlanItem:
    return PlanItem(WEEKDAYS, routine, times=times, if_sore=if_sore)


def seen(window, kind):
    """What of a kind the page shows now."""
    window.go("today")
    settle()
    page = window.pages["today"]
    return [found for found in page.findChildren(kind) if found.isVisibleTo(page)]


def hero(window) -> list[str]:
    return texts(seen(window, Hero)[0])


def test_somebody_new_begins_at_the_wall_with_something_else_below(window, started):
    assert hero(window)[:2] == ["A calm beginning", "30-second wall test"]
    page = window.pages["today"]
    daily = shipped().routines[daily_routine(shipped())].title
    button(page, "Do the test").click()
    button(page, f"Start {daily}").click()
    button(page, "Start Desk reset").click()
    assert started == [("test", "wall-test"), ("routine", "anti-slouch-daily"), ("routine", "desk-reset")]
    button(page, "Look at Eight weeks for your upper back").click()
    assert window.page == "plan"


def test_the_questions_that_are_due_can_be_answered_from_here(window):
    asked = []
    window.to.safety.disconnect()
    window.to.safety.connect(lambda: asked.append(True))
    assert "The safety questions come before the first session." in today(window)
    button(window.pages["today"], "Answer them").click()
    assert asked == [True]
    window.parts.store.add_safety(())
    assert "Answer them" not in [one.text() for one in buttons(window)]


def buttons(window) -> list[Button]:
    return seen(window, Button)


def test_the_plan_comes_first_with_its_reason_and_a_way_out(window, started):
    half = replace(every_day("anti-slouch-daily"), volume=0.5)
    follow(window.parts, half, every_day("desk-reset", 2))
    assert hero(window)[:2] == ["In your plan for this day", "Anti-slouch daily"]
    shown = today(window)
    assert "Tuesday 12 May, week 1 of eight" in shown
    assert "0 of 3 done" in shown
    page = window.pages["today"]
    start = button(page, "Start")
    assert start.height() == max(one.height() for one in buttons(window))
    start.click()
    button(page, "Only two minutes?").click()
    assert started == [("routine", "anti-slouch-daily@spring.1"), ("routine", "desk-reset")]


def test_what_was_done_of_the_plan_has_its_tick_and_the_next_one_comes_first(window):
    follow(window.parts, every_day("desk-reset", 2), every_day("anti-slouch-daily"))
    window.parts.finish("desk-reset", effort=3)
    assert hero(window)[1] == "Desk reset"
    shown = today(window)
    assert {"1 of 3 done", "2 min, at 10:48", "effort 3"} <= set(shown)
    assert shown.index("2 min, at 10:48") < shown.index("Anti-slouch daily")


def test_a_plan_that_is_done_invites_to_nothing_more(window):
    follow(window.parts, every_day("desk-reset"))
    window.parts.finish("desk-reset")
    assert hero(window)[0] == "Done for today"
    page = window.pages["today"]
    assert "1 of 1 done" in texts(page)
    assert not [one.text() for one in buttons(window) if "Start" in one.accessibleName()]
    button(page, "Look at Progress").click()
    assert window.page == "progress"


def test_a_day_of_rest_is_one(window):
    follow(window.parts, PlanItem(("mon",), "desk-reset"))
    assert hero(window)[0] == "A day of rest"
    assert "Start Anti-slouch daily" in [one.accessibleName() for one in buttons(window)], "only for who likes"


def test_who_is_sore_finds_something_gentler_and_what_was_planned_beside_it(window, started):
    follow(window.parts, every_day("anti-slouch-daily", 2, if_sore="gentle-recovery"), every_day("desk-reset"))
    window.parts.finish("desk-reset", pain=5)
    assert hero(window)[:2] == ["Your last pain was 5 of 10", "Gentle recovery"]
    page = window.pages["today"]
    assert not [one.text() for one in buttons(window) if one.text().startswith("Only")]
    button(page, "As planned").click()
    button(page, "Start Gentle recovery").click()
    button(page, "As planned: Anti-slouch daily").click()
    planned = ("routine", "anti-slouch-daily")
    assert started == [planned, ("routine", "gentle-recovery"), planned]
    assert any("in place of Anti-slouch daily. Your last pain was 5 of 10" in text for text in texts(page))


def test_who_is_sore_is_not_pressed_where_the_plan_has_nothing_gentler(window):
    follow(window.parts, every_day("anti-slouch-daily"), every_day("desk-reset"))
    window.parts.finish("desk-reset", pain=5)
    assert hero(window)[:2] == ["Your last pain was 5 of 10", "Anti-slouch daily"]
    assert any("to rest is right, too" in text for text in hero(window))
    (decision,) = seen(window, Hero)
    assert [one.text() for one in decision.findChildren(Button)] == ["Start"]


def test_where_it_hurt_much_nothing_stronger_stands_beside_the_gentle_one(window):
    follow(window.parts, every_day("anti-slouch-daily", if_sore="gentle-recovery"))
    window.parts.finish("desk-reset", pain=6)
    assert hero(window)[1:3] == ["Gentle recovery", "Something gentle, or rest: both are right today."]
    (decision,) = seen(window, Hero)
    assert [one.text() for one in decision.findChildren(Button)] == ["Start"]


def test_what_rests_after_a_worse_morning_is_no_first_thing(window, trained):
    trained.morning.buttons["worse"].click()
    follow(window.parts, every_day("desk-reset"), every_day("anti-slouch-daily"))
    assert hero(window)[1] == "Anti-slouch daily"
    page = window.pages["today"]
    assert any(text.startswith("Nothing of Desk reset is left for you now.") for text in texts(page))
    assert "Start Desk reset" not in [one.accessibleName() for one in buttons(window)]


def test_where_little_was_done_the_way_out_is_what_the_plan_offers(window, started):
    follow(window.parts, every_day("anti-slouch-daily"), begun=20)
    window.parts.finish("desk-reset", days_ago=20)
    assert hero(window)[1] == "Anti-slouch daily"
    button(window.pages["today"], "Only three minutes?").click()  # with the time to fetch the band
    assert started == [("routine", "two-minute-band")]
    assert any("something small counts, too" in text for text in today(window))


def test_how_it_goes_is_told_below_the_week(window):
    follow(window.parts, every_day("desk-reset"), begun=20)
    for days in range(1, 12):
        window.parts.finish("desk-reset", days_ago=days)
    shown = today(window)
    assert "78 % of what was planned in the last two weeks; 70 % is a good aim" in shown
    assert "11 days in a row" in shown


def test_two_red_sessions_advise_to_see_somebody(window):
    for days in (2, 1):
        window.parts.finish("desk-reset", days_ago=days, pain=6)
    window.parts.store.add_safety(())
    shown = today(window)
    assert any(text.startswith("Your last two sessions hurt") for text in shown)
    button(window.pages["today"], "What to show there").click()
    assert window.page == "progress"


def test_after_the_wall_test_the_routine_for_its_areas_stands_there(window, started):
    window.parts.tested(days_ago=2, hold=24)
    today(window)
    title = str(window.parts.routine(FOCUS).title)
    button(window.pages["today"], f"Start {title}").click()
    assert started == [("routine", FOCUS)]


def test_while_the_answers_lock_nothing_can_be_started(window):
    follow(window.parts, every_day("desk-reset"))
    window.parts.store.add_safety({"infection"})
    shown = today(window)
    assert "Have this checked first." in shown
    assert seen(window, Hero) == []
    assert not [one for one in buttons(window) if "Start" in one.accessibleName()]


def test_a_plan_whose_file_is_gone_is_none(window):
    window.parts.store.start_plan("gone", TUESDAY.date())
    assert "Tuesday 12 May" in today(window)


def test_an_exercise_by_itself_is_told_by_its_name(window):
    store, exercise = window.parts.store, window.parts.library.catalogue.exercises["chin-tuck"]
    store.finish_session(store.begin_session("exercise", exercise.id, str(exercise.title), 60, 1), "finished")
    shown = today(window)
    assert str(exercise.title) in shown
    assert "1 done" in shown


def test_the_way_to_an_empty_library_is_told(window):
    window.parts.library.catalogue = replace(shipped(), routines={}, tests={}, plans={})
    assert hero(window)[0] == "Nothing to coach yet"
    button(window.pages["today"], "Look at Routines").click()
    assert window.page == "routines"


def test_what_was_done_stands_there_with_its_time(window):
    window.parts.finish("desk-reset")
    shown = today(window)
    assert "1 done" in shown
    assert "2 min, at 10:48" in shown
    assert "effort 2" in shown
    assert "1 of 7 days" in shown


def test_the_decision_keeps_its_height_whatever_the_reminder_says(window):
    window.parts.tested(days_ago=2, hold=24)
    at_desk(window.parts, 18)
    today(window)
    page = window.pages["today"]
    settle()
    (decision,) = seen(window, Hero)
    settle()
    heights = [decision.height()]
    page = window.pages["today"]
    page.reminder.on.click()
    settle()
    assert not page.reminder.when.isVisibleTo(page)
    assert page.reminder.later.isVisibleTo(page), "at rest it is one line"
    heights.append(decision.height())
    assert len(set(heights)) == 1


def test_the_wall_test_tells_of_the_change_and_the_day(window):
    window.parts.tested(days_ago=9, hold=19)
    window.parts.tested(days_ago=2, hold=24)
    shown = today(window)
    assert "5 s longer" in shown
    window.parts.tested(days_ago=0, hold=20)
    assert "4 s shorter" in today(window)
    window.parts.tested(days_ago=0, hold=20, focus=())
    shown = today(window)
    assert "The same as before" in shown
    assert "No area stands out." in shown


def test_a_test_that_the_plan_has_for_today_is_not_said_to_be_due_later(window):
    window.parts.tested(days_ago=1, hold=12)
    assert "in 6 days" in [chip.text() for chip in seen(window, Chip)]
    [test] = window.parts.library.catalogue.tests
    follow(window.parts, PlanItem(WEEKDAYS, test=test))
    told = [chip.text() for chip in seen(window, Chip)]
    assert "today" in told
    assert "in 6 days" not in told


def test_a_change_of_the_hold_is_the_one_between_the_seconds_shown(window):
    window.parts.tested(days_ago=9, hold=24.6)  # shown as 25
    window.parts.tested(days_ago=2, hold=27.4)
    assert "2 s longer" in today(window)


def test_without_a_test_the_card_leads_there(window):
    window.parts.finish("desk-reset")
    today(window)
    button(window.pages["today"], "Do the test").click()
    assert window.page == "walltest"


def test_the_first_test_is_called_the_first(window):
    window.parts.tested(days_ago=30, hold=12)
    shown = today(window)
    assert "Your first hold" in shown


def test_the_switch_pauses_the_reminders(window):
    today(window)
    page = window.pages["today"]
    page.reminder.on.click()
    assert window.parts.desk.status().paused
    assert "Paused until you resume" in texts(page)
    page.reminder.on.click()
    assert not window.parts.desk.status().paused


def test_the_next_reminder_follows_the_clock(window):
    at_desk(window.parts, 18)
    today(window)
    page = window.pages["today"]
    before = page.reminder.when.text()
    at_desk(window.parts, 5)
    page.tick()
    assert page.reminder.when.text() != before


def test_the_ring_on_today_grows_with_its_number(lived_in, window):
    window.look.set_scale(2.0)
    window.go("today")
    assert window.pages["today"].findChildren(Ring)[-1].width() == 184


def test_a_click_on_todays_decision_starts_nothing(qtbot, window):
    started = []
    window.to.start.disconnect()
    window.to.start.connect(lambda *what: started.append(what))
    window.go("today")
    hero = window.pages["today"].findChild(Hero)
    qtbot.mouseClick(hero, Qt.MouseButton.LeftButton, pos=hero.rect().bottomRight() - QPoint(40, 40))
    assert started == []


def test_a_window_that_stays_open_over_midnight_shows_the_new_day(window):
    follow(window.parts, every_day("desk-reset"))
    window.parts.finish("desk-reset")
    assert hero(window)[0] == "Done for today"
    window.parts.clock.set_wall(TUESDAY + timedelta(days=1))
    window.pages["today"].tick()
    settle()
    assert "Wednesday 13 May, week 1 of eight" in texts(window.pages["today"])


def test_what_is_done_in_the_terminal_meanwhile_is_shown(window):
    follow(window.parts, every_day("desk-reset"))
    today(window)
    page = window.pages["today"]
    before = page.reminder
    page.tick()
    assert page.reminder is before, "nothing was built anew"
    window.parts.finish("desk-reset")
    page.tick()
    settle()
    assert "1 of 1 done" in texts(page)


# --- the morning after ---


@pytest.fixture
def trained(window):
    """A session with work in it, the evening before; today's page is shown."""
    parts = window.parts
    now = parts.clock.wall()
    parts.clock.set_wall(TUESDAY.replace(day=11, hour=18, minute=0))
    timeline = parts.timeline("routine", "desk-reset")
    session = parts.store.begin_session("routine", "desk-reset", timeline.title, 60, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals):
        parts.store.add_interval(session, index, interval, interval.seconds, "done", None, interval.named)
    parts.store.finish_session(session, "finished")
    parts.clock.set_wall(now)
    window.go("today")
    return window.pages["today"]


def mornings(window) -> list[str | None]:
    return [session.morning for session in window.parts.store.past()]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("better", "Thank you. It goes on as it is."),
        ("same", "Thank you. It goes on as it is."),
        ("worse", "Thank you for telling it. Its exercises rest until 13 May, 18:00."),
    ],
)
def test_the_morning_after_is_asked_once_and_what_follows_is_told(window, trained, answer, said):
    assert "How was the morning after Desk reset, 11 May?" in texts(trained)
    assert list(trained.morning.buttons) == ["better", "same", "worse", "not-now"]
    trained.morning.buttons[answer].click()
    assert mornings(window) == [answer]
    assert said in texts(trained)
    assert trained.morning.announcer.said == [said]
    assert trained.morning.buttons["undo"].accessibleDescription() == said
    shown = today(window)
    assert said not in shown
    assert not any("morning after" in text for text in shown)


def test_worse_rests_its_exercises_and_undo_brings_them_back(window, trained):
    parts = window.parts
    trained.morning.buttons["worse"].click()
    assert parts.own("desk-reset").is_empty
    trained.morning.buttons["undo"].click()
    assert mornings(window) == [None]
    assert not parts.own("desk-reset").is_empty
    assert "better" in trained.morning.buttons, "it is asked again"


def test_not_now_is_not_asked_again_in_this_window(window, trained):
    trained.morning.buttons["not-now"].click()
    assert mornings(window) == [None]
    assert trained.morning.buttons == {}
    today(window)
    assert trained.morning.buttons == {}


def test_a_day_without_a_session_before_it_asks_nothing(window):
    window.parts.finish("desk-reset")
    today(window)
    assert window.pages["today"].morning.buttons == {}


def test_what_locks_and_a_plan_that_are_told_in_the_terminal_meanwhile_are_shown(window):
    today(window)
    page = window.pages["today"]
    follow(window.parts, every_day("desk-reset"))
    page.tick()
    assert "Tuesday 12 May, week 1 of eight" in texts(page)
    window.parts.store.add_safety(["infection"])
    page.tick()
    assert "Have this checked first." in texts(page)
