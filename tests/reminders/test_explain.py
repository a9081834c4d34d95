"""Why did nothing come? An answer for every moment; and the state as it is written down."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from coach.content.model import Reminder
from coach.reminders.explain import Explanation
from coach.reminders.state import ReminderState, State
from coach.words.reminders import supposed, why_now
from tests.reminders.simulator import WORKDAYS, Simulator, active, idle, reminder


def line(day: Simulator) -> Explanation:
    (found,) = day.explained()
    return found


def seen(day: Simulator) -> tuple[float | None, str]:
    return line(day).due_in, why_now(line(day))


def seen_of(day: Simulator, name: str) -> tuple[float | None, str]:
    (found,) = (one for one in day.explained() if one.reminder_id == name)
    return found.due_in, why_now(found)


def test_time_at_the_desk() -> None:
    day = Simulator(reminder("stretch", every=30))
    day.tick(active, minutes=18)
    found = line(day)
    assert (found.due_in, why_now(found), found.at_desk) == (720, "18 min of 30 min at the desk", 1080)
    assert found.due_at is not None
    assert found.due_at.isoformat() == "2026-05-14T09:30:00+02:00"
    assert (str(found.title), found.enabled, found.is_due, found.reasons) == ("Stretch", True, False, ())


def test_a_reason_before_anything_is_due() -> None:
    day = Simulator(reminder("stretch", every=30))
    day.hush("camera", "full-screen")
    both = "the camera is in use, a program fills the screen"
    assert seen(day) == (1800, f"0 s of 30 min at the desk; now quiet: {both}")


def test_waiting_and_then_the_grace() -> None:
    day = Simulator(reminder("stretch", every=30))
    day.hush("camera")
    day.tick(active, minutes=31)
    assert seen(day) == (20, "waits: the camera is in use")
    assert line(day).is_due
    day.unhush("camera")
    day.tick(active, seconds=5)
    assert seen(day) == (15, "comes in 15 s")


def test_paused_until() -> None:
    day = Simulator(reminder("stretch", every=30))
    day.pause(60)
    day.tick(active, minutes=10)
    assert seen(day) == (3020, "10 min of 30 min at the desk; now quiet: you paused the reminders"), "and a grace"
    day.pause(None)
    assert line(day).due_in == 1200


def test_snoozed() -> None:
    day = Simulator(reminder("stretch", every=30))
    day.tick(active, minutes=30)
    day.snooze("stretch", 10)
    day.tick(active, minutes=3)
    assert seen(day) == (420, "snoozed, comes again in 7 min")


def test_a_snooze_that_outlasts_its_hours_is_promised_for_no_minute_of_this_day() -> None:
    day = Simulator(reminder("stretch", every=30, between="09:00-17:30"), start="2026-05-14 16:55")
    day.tick(active, minutes=30)
    day.snooze("stretch", 10)
    assert seen(day) == (16 * 3600 + 5 * 60, "snoozed for 10 min")


@pytest.mark.parametrize(
    ("one", "start", "due_in_hours", "why"),
    [
        (reminder("r", at=("15:00",)), "2026-05-14 09:00", 6, "at 15:00"),
        (reminder("r", at=("08:00",)), "2026-05-14 09:00", 23, "at 8:00 on Friday"),
        (reminder("r", at=("08:00",), days=("mon",)), "2026-05-14 08:00", 96, "at 8:00 on Monday"),
        (
            reminder("r", at=("08:00",), days=()),
            "2026-05-14 08:00",
            None,
            "it has no day and hour at which it could come",
        ),
        (reminder("r", every=30, days=()), "2026-05-14 08:00", None, "it has no day and hour at which it could come"),
        (reminder("r", every=30, enabled=False), "2026-05-14 08:00", None, "switched off"),
    ],
)
def test_clock_times_and_those_that_never_come(one: Reminder, start: str, due_in_hours: float | None, why: str) -> None:
    found = line(Simulator(one, start=start))
    assert found.due_in == (None if due_in_hours is None else due_in_hours * 3600)
    assert why_now(found) == why


def test_outside_its_hours() -> None:
    day = Simulator(reminder("r", every=30, between="09:00-17:30", days=WORKDAYS), start="2026-05-15 17:20")
    found = line(day)
    assert found.due_in == (2 * 24 + 16) * 3600 + 10 * 60, "Friday evening: half an hour is over on Monday at half past"
    assert supposed(found.supposed, found.sits_down) == "if you sit down at 9:00"
    day.tick(active, minutes=20)
    assert why_now(line(day)) == "20 min of 30 min at the desk; now quiet: outside its hours"


def test_as_often_as_it_may() -> None:
    day = Simulator(reminder("r", every=30, at_most=1))
    day.tick(active, minutes=65)
    found = line(day)
    assert why_now(found) == "waits: it came as often as it may today"
    assert found.due_at is not None
    assert found.due_at.isoformat() == "2026-05-15T00:30:00+02:00"
    assert supposed(found.supposed, found.sits_down) == "if you sit down at 0:00"


def test_what_is_locked_is_promised_for_no_moment_due_or_not_and_the_others_are() -> None:
    day = Simulator(reminder("test", at=("09:10",)), reminder("stretch", every=30))
    day.lock("test")
    for minutes in (5, 10):
        day.tick(active, minutes=minutes)
        test, stretch = day.explained()
        assert (test.due_in, test.due_at) == (None, None)
        assert why_now(test) == "waits: your answers to the safety questions keep it back"
        assert stretch.due_in is not None
    assert test.reasons == ("locked",)
    day.lock()
    assert seen_of(day, "test") == (20, "comes in 20 s")


def test_another_one_is_open_is_told_only_to_one_that_waits_for_it() -> None:
    day = Simulator(reminder("a", every=30), reminder("b", every=60))
    day.tick(active, minutes=30)
    assert [entry.reasons for entry in day.explained()] == [
        (),
        (),
    ]


def test_away() -> None:
    day = Simulator(reminder("a", every=30))
    day.tick(idle, minutes=6)
    assert line(day).reasons == ("away",)


# --- the state as it is written down ---


HALF_TEN = "2026-05-14T10:30:00"


def test_the_state_comes_back() -> None:
    state = State(
        {"a": ReminderState(12.5, HALF_TEN, 30.0, 300.0, ("camera",), 3.0, "2026-05-14", 2, 5, (HALF_TEN,))},
        paused=True,
        pause_left=60.0,
        at_desk=900.0,
        wall=datetime(2026, 5, 14, 9, 0, tzinfo=UTC),
    )  # fmt: skip
    assert State.from_json(json.loads(json.dumps(state.as_json()))) == state
    assert State.from_json(json.loads(json.dumps(State().as_json()))) == State()


GOOD = State({"a": ReminderState()}, wall=datetime(2026, 5, 14, 9, 0, tzinfo=UTC)).as_json()


@pytest.mark.parametrize(
    "damage",
    [
        {"wall": "2026-05-14T09:00:00"},
        {"wall": "yesterday"},
        {"pause_left": "long"},
        {"reminders": []},
        {"reminders": {"a": {"count": 1}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "count": "many"}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "pending": "noon"}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "fired": ["noon"]}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "pending": "2026-05-14T10:30:00+02:00"}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "shown": None}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "said": float("inf")}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "count": float("nan")}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "count": 10**400}}},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "snooze_left": 3.6e12}}},
        {"pause_left": 3.6e12},
        {"pause_left": float("inf")},
        {"at_desk": float("inf")},
        {"at_desk": True},
        {"reminders": {"a": {**GOOD["reminders"]["a"], "waiting": "camera"}}},
        {"wall": "9999-12-31T23:00:00+00:00"},
        {"wall": 5},
    ],
)
def test_what_cannot_be_understood_or_is_beyond_sense_is_a_fresh_state(damage: dict[str, object]) -> None:
    assert State.from_json(GOOD) != State()
    assert State.from_json({**GOOD, **damage}) == State()


@pytest.mark.parametrize("far", ["9999-12-31T23:00:00", "0001-01-01T00:00:00", "2026-05-29T09:00:00"])
def test_a_clock_time_of_another_age_is_left_out_and_the_rest_stays(far: str) -> None:
    entry = {**GOOD["reminders"]["a"], "count": 60, "pending": far, "fired": [far, HALF_TEN]}
    found = State.from_json({**GOOD, "reminders": {"a": entry}}).of("a")
    assert (found.count, found.pending, found.fired) == (60.0, None, (HALF_TEN,))
    assert State.from_json({**GOOD, "wall": None, "reminders": {"a": entry}}).of("a").fired == ()


def test_a_reason_that_nobody_knows_is_left_out_and_the_rest_stays() -> None:
    entry = {**GOOD["reminders"]["a"], "count": 60, "waiting": ["camera", "battery-low", 7, "limit"]}
    found = State.from_json({**GOOD, "reminders": {"a": entry}}).of("a")
    assert (found.count, found.waiting) == (60.0, ("camera", "limit"))
