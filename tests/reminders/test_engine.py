"""Days at the desk as timetables."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.content.model import Message, Text
from coach.reminders import answers
from coach.reminders.engine import decide
from coach.words.reminders import why
from tests.reminders.simulator import WORKDAYS, Simulator, active, idle, reminder, unknown

STRETCH = reminder("stretch", every=30)
BREAK = reminder("break", every=60)


def test_every_half_hour_at_the_desk() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=65)
    day.expect("09:30:00", "nudge stretch", "30 min at the desk")
    day.expect("10:00:00", "nudge stretch")
    day.verify()


def test_done_begins_anew_from_the_moment_of_the_answer() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=31)
    day.done("stretch")
    day.tick(active, minutes=31)
    day.expect("09:30:00", "nudge stretch")
    day.expect("10:01:00", "nudge stretch")
    day.verify()


def test_five_minutes_away_are_the_break() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=20)
    day.tick(idle, minutes=7)
    day.tick(active, minutes=31)
    day.expect("09:27:00", "break stretch", "away 7 min, counted as your break")
    day.expect("09:57:00", "nudge stretch")
    day.verify()


def test_four_minutes_away_are_none() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=20)
    day.tick(idle, minutes=4)
    day.tick(active, minutes=7)
    day.expect("09:30:00", "nudge stretch")
    day.verify()


def test_a_break_that_is_hardly_long_enough_is_seen() -> None:
    day = Simulator(reminder("stretch", every=30, away=2.5))
    day.tick(active, minutes=20)
    day.tick(idle, seconds=120)
    assert day.wake_in == 30, "it looks just when the absence becomes a break"
    day.tick(idle, seconds=35)
    day.tick(active, minutes=1)
    day.expect("09:22:35", "break stretch")
    day.verify()


def test_a_break_with_a_nudge_open_closes_it() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=30)
    day.tick(idle, minutes=6)
    day.tick(active, minutes=1)
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:36:00", "break stretch")
    day.verify()
    assert day.state.open is None


def test_where_idle_is_unknown_the_person_counts_as_at_the_desk() -> None:
    day = Simulator(STRETCH)
    day.tick(unknown, minutes=61)
    day.expect("09:30:00", "nudge stretch")
    day.expect("10:00:00", "nudge stretch")
    day.verify()


def test_each_reminder_has_its_own_length_of_break() -> None:
    day = Simulator(reminder("short", every=30, away=2), reminder("long", every=60, away=10))
    day.tick(active, minutes=25)
    day.tick(idle, minutes=3)
    day.tick(active, minutes=31)
    day.tick(active, minutes=4)
    day.expect("09:28:00", "break short", "away 3 min, counted as your break")
    day.expect("09:58:00", "nudge short")
    day.expect("10:01:00", "nudge long")  # those three minutes were not spent at the desk, but were no break either
    day.verify()


# --- sleep and clocks ---


@pytest.mark.parametrize("knows_sleep", [False, True])
def test_a_short_sleep_goes_on_where_it_was(knows_sleep: bool) -> None:
    day = Simulator(STRETCH, knows_sleep=knows_sleep)
    day.tick(active, minutes=20)
    day.sleep(minutes=4)
    day.tick(active, minutes=11)
    day.expect("09:34:00", "nudge stretch")
    day.verify()


@pytest.mark.parametrize("knows_sleep", [False, True])
def test_a_long_sleep_counts_as_the_break(knows_sleep: bool) -> None:
    day = Simulator(STRETCH, knows_sleep=knows_sleep)
    day.tick(active, minutes=20)
    day.sleep(hours=1)
    day.tick(active, minutes=31)
    day.expect("10:20:00", "break stretch", "away 1 h, counted as your break")
    day.expect("10:50:00", "nudge stretch")
    day.verify()


def test_asleep_while_away_is_one_absence() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=20)
    day.tick(idle, minutes=10)
    day.sleep(minutes=50)
    day.tick(active, minutes=1)
    day.expect("10:20:00", "break stretch", "away 1 h, counted as your break")
    day.verify()


def test_a_clock_set_back_changes_nothing() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=20)
    day.set_clock("2026-05-14 08:00")
    day.tick(active, minutes=11)
    day.expect("08:10:00", "nudge stretch")
    day.verify()


def test_a_clock_set_forward_changes_nothing_where_the_system_counts_its_sleep() -> None:
    day = Simulator(STRETCH, knows_sleep=True)
    day.tick(active, minutes=20)
    day.set_clock("2026-05-14 15:00")
    day.tick(active, minutes=11)
    day.expect("15:10:00", "nudge stretch")
    day.verify()


def test_summer_time_is_no_sleep() -> None:
    day = Simulator(reminder("stretch", every=30), start="2026-03-29 01:45")
    day.tick(active, minutes=15)
    day.change_offset(3)
    day.tick(active, minutes=16)
    day.expect("03:15:00", "nudge stretch")
    day.verify()


def test_a_clock_time_that_summer_time_skips_comes_when_it_has_skipped_it() -> None:
    day = Simulator(reminder("walk", at=("02:05",)), start="2026-03-29 01:50")
    day.tick(active, minutes=10)
    day.change_offset(3)
    day.tick(active, minutes=5)
    day.expect("03:00:00", "nudge walk", "the clock was put forward past 2:05")
    day.verify()


def test_a_clock_time_in_the_hour_that_comes_twice_comes_once() -> None:
    day = Simulator(reminder("walk", at=("02:30",)), start="2026-10-25 02:20")
    day.tick(active, minutes=40)
    day.change_offset(1)
    day.tick(active, minutes=50)
    day.expect("02:30:00", "nudge walk")
    day.verify()


# --- reasons to be quiet ---


def test_quiet_defers_and_after_a_grace_it_comes() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=29)
    day.hush("camera")
    day.tick(active, minutes=30)
    day.unhush("camera")
    day.tick(active, minutes=2)
    day.expect("09:30:00", "deferred stretch", "waits: the camera is in use")
    day.expect("09:59:20", "nudge stretch", "waited while the camera is in use")
    day.verify()


def test_overlapping_reasons_each_take_back_only_their_own() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=25)
    day.hush("camera")
    day.tick(active, minutes=10)
    day.hush("full-screen")
    day.tick(active, minutes=10)
    day.unhush("camera")
    day.tick(active, minutes=10)
    day.unhush("full-screen")
    day.tick(active, minutes=1)
    day.expect("09:30:00", "deferred stretch")
    day.expect("09:55:20", "nudge stretch", "waited while the camera is in use, a program fills the screen")
    day.verify()


def test_a_reason_that_returns_within_the_grace_defers_again() -> None:
    day = Simulator(STRETCH)
    day.hush("camera")
    day.tick(active, minutes=31)
    day.unhush("camera")
    day.tick(active, seconds=15)
    day.hush("camera")
    day.tick(active, minutes=5)
    day.unhush("camera")
    day.tick(active, minutes=1)
    day.expect("09:30:00", "deferred stretch")
    day.expect("09:36:35", "nudge stretch")
    day.verify()


def test_quiet_that_is_over_before_anything_is_due_changes_nothing() -> None:
    day = Simulator(STRETCH)
    day.hush("camera")
    day.tick(active, minutes=29)
    day.unhush("camera")
    day.tick(active, minutes=2)
    day.expect("09:30:00", "nudge stretch", "30 min at the desk")
    day.verify()


def test_a_break_taken_while_one_waits_is_its_break() -> None:
    day = Simulator(STRETCH)
    day.hush("full-screen")
    day.tick(active, minutes=31)
    day.tick(idle, minutes=6)
    day.unhush("full-screen")
    day.tick(active, minutes=5)
    day.expect("09:30:00", "deferred stretch")
    day.expect("09:37:00", "break stretch")
    day.verify()


@pytest.mark.parametrize(("minutes", "resumes"), [(45, False), (None, True)])
def test_paused_for_a_while_or_until_resumed(minutes: float | None, resumes: bool) -> None:
    day = Simulator(STRETCH)
    day.pause(minutes)
    day.tick(active, minutes=45)
    if resumes:
        day.resume()
    day.tick(active, minutes=1)
    day.expect("09:30:00", "deferred stretch", "waits: you paused the reminders")
    day.expect("09:45:20", "nudge stretch")
    day.verify()


def test_a_pause_goes_on_through_sleep_and_a_restart_but_not_through_a_clock_change() -> None:
    day = Simulator(STRETCH)
    day.pause(60)
    day.sleep(minutes=20)
    day.set_clock("2026-05-14 08:00")
    day.tick(active, minutes=5)
    day.restart(minutes=10)
    assert day.state.pause_left == 25 * 60
    day.restart(minutes=25)
    assert not day.state.paused


# --- hours, days, how often ---


def test_outside_its_hours_it_waits_for_them() -> None:
    day = Simulator(reminder("stretch", every=30, between="09:00-17:30"), start="2026-05-14 08:20")
    day.tick(active, minutes=50)
    day.expect("09:00:20", "nudge stretch", "waited while outside its hours")
    day.verify()


def test_hours_across_midnight_belong_to_the_day_they_begin() -> None:
    night = reminder("stretch", every=30, between="22:00-02:00", days=("thu",))
    day = Simulator(night, start="2026-05-14 23:40")
    day.tick(active, minutes=35)
    day.done("stretch")
    day.tick(active, hours=2)
    day.expect("Fri 00:10:00", "nudge stretch")
    day.expect("Fri 00:45:00", "nudge stretch")
    day.expect("Fri 01:15:00", "nudge stretch")
    day.expect("Fri 01:45:00", "nudge stretch")
    day.verify()


def test_not_on_its_days() -> None:
    day = Simulator(reminder("stretch", every=30, days=WORKDAYS), start="2026-05-15 23:50")
    day.tick(active, hours=3)
    day.verify()


def test_at_most_so_often_a_day_and_again_tomorrow() -> None:
    day = Simulator(reminder("stretch", every=30, at_most=2), start="2026-05-14 22:00")
    day.tick(active, minutes=125)
    day.expect("22:30:00", "nudge stretch")
    day.expect("23:00:00", "nudge stretch")
    day.expect("Fri 00:00:20", "nudge stretch", "waited while it came as often as it may today")
    day.verify()


def test_what_came_as_often_as_it_may_waits_for_nothing_else_that_day() -> None:
    day = Simulator(reminder("stretch", every=30, at_most=1), start="2026-05-14 22:00")
    day.tick(active, minutes=70)
    day.expect("22:30:00", "nudge stretch")
    day.hush("camera")
    day.tick(active, minutes=40)
    assert day.explained()[0].reasons == ("limit", "camera"), "the camera is not told as what it waits for"
    day.tick(active, minutes=20)
    day.expect("Fri 00:00:00", "deferred stretch", "waits: the camera is in use")
    day.unhush("camera")
    day.tick(active, minutes=5)
    reasons = "it came as often as it may today, the camera is in use"
    day.expect("Fri 00:10:20", "nudge stretch", f"waited while {reasons}")
    day.verify()


# --- clock times ---


def test_clock_times() -> None:
    day = Simulator(reminder("walk", at=("10:30", "15:00"), days=WORKDAYS))
    day.tick(active, hours=7)
    day.expect("10:30:00", "nudge walk", "it is 10:30")
    day.expect("15:00:00", "nudge walk")
    day.verify()


def test_a_clock_time_waits_for_quiet_and_for_the_person() -> None:
    day = Simulator(reminder("walk", at=("10:30", "15:00")))
    day.hush("camera")
    day.tick(active, hours=2)
    day.unhush("camera")
    day.tick(active, minutes=1)
    day.tick(idle, hours=5)
    day.tick(active, minutes=1)
    day.expect("10:30:00", "deferred walk")
    day.expect("11:00:20", "nudge walk")
    day.expect("15:00:00", "deferred walk", "waits: you are away")
    day.expect("16:01:20", "nudge walk")
    day.verify()


def test_machine_off_for_long_is_missed_and_for_short_is_late() -> None:
    day = Simulator(reminder("walk", at=("10:30", "15:00")))
    day.sleep(minutes=110)
    day.tick(active, hours=4)
    day.sleep(minutes=31)
    day.tick(active, minutes=5)
    day.expect("10:50:00", "nudge walk", "it is 10:30")
    day.expect("15:21:00", "nudge walk")
    day.verify()
    other = Simulator(reminder("walk", at=("10:30",)))
    other.sleep(minutes=121)
    other.tick(active, minutes=1)
    other.expect("11:01:00", "missed walk", "the computer was off or asleep at 10:30")
    other.verify()


def test_a_restart_says_what_it_missed() -> None:
    day = Simulator(reminder("walk", at=("10:30", "15:00")), STRETCH)
    day.tick(active, minutes=20)
    day.restart(hours=7)
    day.expect("16:20:00", "missed walk")
    day.expect("16:20:00", "break stretch")
    assert [event for _, event in day.events] == ["break stretch", "missed walk", "missed walk"]
    assert day.reasons[1:] == ["the computer was off or asleep at 10:30", "the computer was off or asleep at 15:00"]


def test_off_for_days_says_all_that_was_missed() -> None:
    day = Simulator(reminder("walk", at=("10:30", "15:00"), days=WORKDAYS), start="2026-05-14 16:00")
    day.restart(hours=3 * 24 + 20)  # Thursday afternoon until Monday noon
    assert day.events == [("Mon 12:00:00", "missed walk")] * 2
    assert day.reasons == [
        "the computer was off or asleep at 2 of its times from Friday 15 May, 10:30 on",
        "the computer was off or asleep at 10:30",
    ]


def test_off_for_a_weekend_misses_nothing_of_the_week() -> None:
    day = Simulator(reminder("walk", at=("10:30",), days=WORKDAYS), start="2026-05-15 16:00")
    day.restart(hours=2 * 24 + 16)
    assert not day.events


def test_off_for_more_than_a_day_says_the_one_before_the_last_day() -> None:
    day = Simulator(reminder("walk", at=("10:30",)), start="2026-05-14 09:00")
    day.restart(hours=27)
    assert day.reasons == [
        "the computer was off or asleep on Thursday 14 May, 10:30",
        "the computer was off or asleep at 10:30",
    ]


def test_a_clock_put_forward_by_days_is_no_time_off() -> None:
    day = Simulator(reminder("walk", at=("10:30",)), knows_sleep=True)
    day.set_clock("2026-05-18 09:00")
    assert day.reasons == ["its hours were over before the one at 10:30 could come"]


def test_a_clock_that_had_lost_its_battery_missed_nothing_in_all_those_years() -> None:
    day = Simulator(reminder("walk", at=("10:30",)), start="1970-01-01 00:00")
    day.set_clock("2026-05-14 11:30")
    assert day.reasons == ["the computer was off or asleep at 10:30"]


def test_hours_that_were_slept_through_are_no_hours_that_it_waited_for() -> None:
    day = Simulator(reminder("walk", at=("17:20",), between="09:00-17:30"), start="2026-05-14 17:10")
    day.sleep(minutes=25)
    day.tick(active, minutes=5)
    day.expect("17:35:00", "missed walk", "the computer was off or asleep at 17:20")
    day.verify()


def test_hours_that_a_clock_was_put_past_are_said_to_be_over() -> None:
    day = Simulator(reminder("walk", at=("17:20",), between="09:00-17:30"), start="2026-05-14 17:10", knows_sleep=True)
    day.set_clock("2026-05-14 17:35")
    day.tick(active, minutes=5)
    day.expect("17:35:00", "missed walk", "its hours were over before the one at 17:20 could come")
    day.verify()


def test_hours_that_lie_in_what_summer_time_skips_are_said_to_be_skipped() -> None:
    day = Simulator(reminder("walk", at=("02:30",), between="02:00-03:00"), start="2026-03-29 01:50")
    day.tick(active, minutes=10)
    day.change_offset(3)
    day.tick(active, minutes=5)
    day.expect("03:00:00", "missed walk", "the clock was put forward past 2:30 and past its hours")
    day.verify()


def test_a_short_restart_goes_on() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=20)
    day.restart(minutes=1)
    day.tick(active, minutes=10)
    day.expect("09:31:00", "nudge stretch")
    day.verify()


def test_a_clock_time_that_waited_all_day_is_said_to_be_missed() -> None:
    day = Simulator(reminder("walk", at=("15:00",), between="09:00-17:30"))
    day.hush("do-not-disturb")
    day.tick(active, hours=10)
    day.expect("15:00:00", "deferred walk")
    day.expect("17:30:00", "missed walk", "the one at 15:00 waited all along: do not disturb is on")
    day.verify()


def test_two_clock_times_that_waited_come_as_one() -> None:
    day = Simulator(reminder("walk", at=("10:00", "11:00")))
    day.hush("camera")
    day.tick(active, minutes=125)
    day.unhush("camera")
    day.tick(active, minutes=1)
    day.expect("10:00:00", "deferred walk")
    day.expect("11:00:00", "missed walk", "the one at 10:00 still waited when 11:00 came")
    day.expect("11:05:20", "nudge walk")
    day.verify()


def test_a_clock_set_back_repeats_no_clock_time() -> None:
    day = Simulator(reminder("walk", at=("09:10",)))
    day.tick(active, minutes=15)
    day.set_clock("2026-05-14 09:00")
    day.tick(active, minutes=15)
    day.expect("09:10:00", "nudge walk")
    day.verify()


def test_clock_times_outside_the_hours_wait_for_them() -> None:
    day = Simulator(reminder("early", at=("08:00",), between="09:00-17:30"), start="2026-05-14 07:50")
    day.tick(active, minutes=90)
    day.expect("09:00:20", "nudge early")
    day.verify()


def test_clock_times_after_the_hours_are_missed_at_midnight() -> None:
    day = Simulator(reminder("late", at=("20:00",), between="09:00-17:30"), start="2026-05-14 19:50")
    day.tick(active, hours=5)
    day.expect("Fri 00:00:00", "missed late")
    day.verify()


# --- answers ---


def test_snoozed_it_comes_again_and_counts_once() -> None:
    day = Simulator(reminder("stretch", every=30, at_most=1))
    day.tick(active, minutes=30, seconds=10)
    day.snooze("stretch", 5)
    day.tick(active, minutes=6)
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:35:10", "nudge stretch", "snoozed for 5 min")
    day.verify()
    assert day.state.of("stretch").shown == 1


def test_a_break_during_the_snooze_is_the_break() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=30, seconds=10)
    day.snooze("stretch", 10)
    day.tick(active, minutes=2)
    day.tick(idle, minutes=6)
    day.tick(active, minutes=5)
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:38:10", "break stretch")
    day.verify()


@pytest.mark.parametrize("kind", [{"every": 30}, {"at": ("17:25",)}])
def test_a_snooze_across_the_end_of_the_hours_ends_with_the_day(kind: dict[str, object]) -> None:
    day = Simulator(reminder("stretch", between="09:00-17:30", **kind), start="2026-05-14 16:55")  # type: ignore[arg-type]
    day.tick(unknown, minutes=30, seconds=10)
    day.snooze("stretch", 15)
    day.tick(unknown, hours=7)
    day.expect("17:25:00", "nudge stretch")
    day.expect("Fri 00:00:00", "missed stretch", "its hours were over when the snooze ended")
    day.verify()


def test_a_snooze_over_midnight_comes_on_the_next_day() -> None:
    day = Simulator(STRETCH, start="2026-05-14 23:25")
    day.tick(active, minutes=30, seconds=10)
    day.snooze("stretch", 10)
    day.tick(active, minutes=11)
    day.expect("23:55:00", "nudge stretch")
    day.expect("Fri 00:05:10", "nudge stretch")
    day.verify()


# --- several at once ---


def test_several_at_once_are_told_as_one_the_longest_break_first() -> None:
    day = Simulator(STRETCH, BREAK, reminder("walk", at=("10:00",)))
    day.tick(active, minutes=30)
    day.done("stretch")
    day.tick(active, minutes=30)
    day.expect("09:30:00", "nudge stretch")
    day.expect("10:00:00", "nudge walk", "it is 10:00")
    day.expect("10:00:00", "nudge break", "1 h at the desk")
    day.expect("10:00:00", "nudge stretch", "30 min at the desk")
    assert day.state.told == ("walk", "break", "stretch")
    assert day.messages[-1] == ("walk", 0), "the first one's"
    day.tick(active, minutes=29)
    day.verify()


def test_those_that_waited_for_the_same_come_as_one() -> None:
    day = Simulator(STRETCH, BREAK)
    day.tick(active, minutes=25)
    day.hush("camera")
    day.tick(active, minutes=36)
    day.unhush("camera")
    day.tick(active, minutes=4)
    day.expect("09:30:00", "deferred stretch")
    day.expect("10:00:00", "deferred break")
    day.expect("10:01:20", "nudge break")
    day.expect("10:01:20", "nudge stretch")
    day.verify()


def test_one_that_is_due_a_moment_later_comes_by_itself() -> None:
    day = Simulator(STRETCH, reminder("walk", at=("09:31",)))
    day.tick(active, minutes=31)
    assert day.state.told == ("stretch",)
    day.done("stretch")
    day.tick(active, minutes=1)
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:31:20", "nudge walk")
    day.verify()


def test_one_that_goes_of_several_leaves_the_others_there_unless_it_is_the_first() -> None:
    day = Simulator(STRETCH, BREAK, reminder("walk", at=("10:00",)))
    day.tick(active, minutes=30)
    day.done("stretch")
    day.tick(active, minutes=30)
    day.done("stretch")
    assert day.state.told == ("walk", "break")
    day.done("walk")
    assert day.state.told == ()


# --- a pause in the typing ---


def test_it_waits_for_a_pause_in_the_typing() -> None:
    day = Simulator(STRETCH, typing_pause=3.0)
    day.tick(active, minutes=30, seconds=12)
    (line,) = day.explained()
    assert (line.is_due, line.why, why(line.why)) == (
        True,
        "pause-in-typing",
        "comes at the next pause in your typing",
    )
    day.tick(idle, seconds=10)
    day.expect("09:30:15", "nudge stretch", "30 min at the desk")
    day.verify()


def test_without_a_pause_it_comes_all_the_same() -> None:
    day = Simulator(STRETCH, typing_pause=3.0)
    day.tick(active, minutes=33)
    day.expect("09:31:00", "nudge stretch")
    day.verify()
    assert day.policy.longest_hold == 60.0


def test_where_nobody_can_tell_it_waits_for_no_pause() -> None:
    day = Simulator(STRETCH, typing_pause=3.0)
    day.tick(unknown, minutes=31)
    day.expect("09:30:00", "nudge stretch")
    day.verify()


def test_what_comes_due_while_another_waits_for_a_pause_comes_with_it() -> None:
    day = Simulator(STRETCH, reminder("walk", at=("09:30",)), reminder("water", every=30.5), typing_pause=3.0)
    day.tick(active, minutes=31)
    assert day.state.told == ("walk", "water", "stretch")


def test_a_reason_to_be_quiet_ends_the_wait_for_a_pause() -> None:
    day = Simulator(STRETCH, typing_pause=3.0)
    day.tick(active, minutes=30, seconds=30)
    day.hush("camera")
    assert day.state.held_for is None
    day.tick(active, minutes=1)
    day.unhush("camera")
    day.tick(active, seconds=50)
    day.tick(idle, seconds=5)
    day.expect("09:30:30", "deferred stretch")
    day.expect("09:32:23", "nudge stretch")
    day.verify()


@pytest.mark.parametrize("seconds", [1.0, 2.9, 3.0, 59.0, 60.0, 61.0])
def test_looking_without_showing_loses_none_that_waits_for_a_pause(seconds: float) -> None:
    day = Simulator(STRETCH, typing_pause=3.0)
    day.tick(active, minutes=30)
    day.monotonic += seconds
    day.wall += timedelta(seconds=seconds)
    day.idle_seconds = 3.5 if seconds > 3 else 0.0
    state, decision = decide(day.policy, day.state, day.observation(), may_show=False)
    assert decision.show is None
    assert decision.next_wake > 0
    _, decision = decide(day.policy, state, day.observation())
    assert (decision.show == "stretch") is (seconds > 3)


def test_a_nudge_without_an_answer_makes_room_after_two_minutes() -> None:
    day = Simulator(STRETCH, reminder("walk", at=("09:31",)))
    day.tick(active, minutes=35)
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:32:20", "nudge walk")  # two minutes later, and the grace
    day.verify()


def test_a_break_that_closes_a_nudge_lets_the_next_one_wait_for_the_grace() -> None:
    day = Simulator(STRETCH, reminder("water", every=30.1, away=30))
    day.tick(active, minutes=25, seconds=10)
    day.tick(idle, minutes=6)
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:30:30", "nudge water")  # the break began 20 seconds before
    day.verify()


def test_an_answer_to_one_that_is_not_open_closes_nothing() -> None:
    day = Simulator(STRETCH, BREAK)
    day.tick(active, minutes=30)
    day.done("break")
    assert day.state.open == "stretch"


# --- messages, switching off ---


def test_messages_take_turns_until_all_were_shown() -> None:
    day = Simulator(reminder("stretch", every=30, messages=("A", "B", "C")))
    day.tick(active, minutes=125)
    assert [message for _, message in day.messages] == [0, 1, 2, 0]


def asking(say: str, exercise: str) -> Message:
    return Message(Text(say), exercise)


MIXED = ("Shift.", asking("Tuck.", "chin-tuck"), "Stand.", asking("Turn.", "rotation"))


def test_a_message_that_asks_for_what_is_barred_is_passed_over() -> None:
    day = Simulator(reminder("stretch", every=30, messages=MIXED))
    day.barred = frozenset({"chin-tuck"})
    day.tick(active, minutes=185)
    assert [message for _, message in day.messages] == [0, 2, 3, 0, 2, 3]


def test_the_turn_goes_on_where_it_was_when_something_is_barred_no_longer_and_after_a_restart() -> None:
    day = Simulator(reminder("stretch", every=30, messages=MIXED))
    day.barred = frozenset({"chin-tuck", "rotation"})
    day.tick(active, minutes=95)
    assert [message for _, message in day.messages] == [0, 2, 0]
    day.restart()
    day.tick(active, minutes=31)
    day.barred = frozenset()
    day.tick(active, minutes=90)
    assert [message for _, message in day.messages] == [0, 2, 0, 2, 3, 0, 1]


def test_one_that_is_left_alone_comes_again_and_again() -> None:
    day = Simulator(reminder("stretch", every=30, messages=(asking("Tuck.", "chin-tuck"), "Shift.")))
    day.barred = frozenset({"chin-tuck"})
    day.tick(active, minutes=95)
    assert [message for _, message in day.messages] == [1, 1, 1]


def test_where_no_message_is_left_there_is_none_and_none_is_used_up() -> None:
    day = Simulator(reminder("stretch", every=30, messages=MIXED[1::2]))
    day.tick(active, minutes=31)
    day.barred = frozenset({"chin-tuck", "rotation"})
    day.tick(active, minutes=60)
    day.barred = frozenset()
    day.tick(active, minutes=60)
    assert [message for _, message in day.messages] == [0, None, None, 1, 0]


def test_of_a_reminder_that_has_lost_all_its_messages_there_is_none() -> None:
    day = Simulator(reminder("stretch", every=30, messages=()))
    day.tick(active, minutes=31)
    assert day.messages == [("stretch", None)]


def test_put_off_it_says_the_same_again_and_then_the_next_one_that_may_be_said() -> None:
    day = Simulator(reminder("stretch", every=30, messages=MIXED))
    day.barred = frozenset({"chin-tuck"})
    day.tick(active, minutes=31)
    day.snooze("stretch", 5)
    day.tick(active, minutes=36)
    assert [message for _, message in day.messages] == [0, 0, 2]


def test_switched_off_it_counts_nothing_and_switched_on_it_begins_anew() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=20)
    day.switch("stretch", on=False)
    day.tick(active, minutes=60)
    day.switch("stretch", on=True)
    day.tick(active, minutes=31)
    day.expect("10:50:00", "nudge stretch")
    day.verify()


def test_no_reminder_at_all() -> None:
    day = Simulator()
    day.tick(active, minutes=10)
    day.verify()
    assert day.explained() == []


def test_a_snooze_longer_than_its_reminder_wakes_nobody_meanwhile() -> None:
    day = Simulator(reminder("hurried", every=5))
    day.tick(active, minutes=5)
    day.snooze("hurried", 15)
    looks = day.looks
    day.tick(active, minutes=14)
    assert day.looks - looks < 20, "once a minute, not twenty times a second"


@pytest.mark.parametrize("every_seconds", [None, 5])
def test_a_snooze_that_ends_outside_the_hours_of_another_day_is_dropped_at_once(every_seconds: float | None) -> None:
    day = Simulator(reminder("late", every=30, between="22:00-05:00"), start="2026-05-14 04:50")
    day.tick(unknown, minutes=1)
    day.snooze("late", 30)
    day.every_seconds = every_seconds
    day.tick(unknown, minutes=40)
    assert day.events == [("05:21:00", "missed late")]
    assert day.state.of("late").count == 600


def test_the_program_sleeps_until_something_matters() -> None:
    day = Simulator(STRETCH, BREAK, reminder("walk", at=("10:30",)))
    day.tick(active, hours=1)
    assert day.looks <= 70, "about once a minute"


# --- what may not be begun ---

KEPT_BACK = "your answers to the safety questions keep it back"


def test_what_asks_for_a_locked_test_waits_alone_and_comes_once_it_may() -> None:
    day = Simulator(STRETCH, reminder("test", at=("09:10",)))
    day.lock("test")
    day.tick(active, minutes=40)
    day.lock()
    day.tick(active, minutes=2)
    day.expect("09:10:00", "deferred test", f"waits: {KEPT_BACK}")
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:40:20", "nudge test", f"waited while {KEPT_BACK}")
    day.verify()


def test_what_stays_locked_all_day_is_missed_and_this_is_said() -> None:
    day = Simulator(reminder("test", at=("09:10",), between="08:00-18:00"))
    day.lock("test")
    day.tick(active, hours=10)
    day.expect("09:10:00", "deferred test")
    day.expect("18:00:00", "missed test", f"the one at 9:10 waited all along: {KEPT_BACK}")
    day.verify()


def test_for_what_is_locked_the_machine_is_not_looked_at_more_often() -> None:
    day = Simulator(reminder("test", at=("09:10",)))
    day.lock("test")
    day.tick(active, minutes=15)
    assert day.wake_in == day.policy.longest_sleep


def test_right_after_a_new_start_the_next_one_waits_for_the_grace_too() -> None:
    day = Simulator(STRETCH, reminder("walk", at=("09:30",)))
    day.tick(active, minutes=29, seconds=55)
    day.state = answers.asked_for(day.policy, day.state, day.observation(), STRETCH)[0]
    day.restart(seconds=8)
    day.tick(active, minutes=1)
    (came,) = day.cards
    assert f"{came[0]:%H:%M:%S}" == "09:30:15", "20 s after the card went with the program"


def test_a_snooze_that_a_break_ends_is_not_lost_without_a_word() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=30)
    day.snooze("stretch", 5)
    day.tick(idle, minutes=4)
    day.sleep(minutes=20)
    day.tick(active, minutes=1)
    day.expect("09:30:00", "nudge stretch")
    day.expect("09:54:00", "break stretch", "away 24 min, counted as your break")
    day.verify()
