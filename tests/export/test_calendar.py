"""Calendar entries, read back with the same library that other programs' files are read with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

icalendar = pytest.importorskip("icalendar")

from coach.content.model import DoseLayer, Plan, PlanItem, PlanWeeks, Routine, Text  # noqa: E402 (after the reason to skip)
from coach.export.calendar import plan_calendar, routine_calendar  # noqa: E402
from coach.session.timeline import Timeline  # noqa: E402

THURSDAY = datetime(2026, 5, 14, 21, 0, tzinfo=timezone(timedelta(hours=2)))


def timeline(kind: str, ident: str) -> Timeline:
    """Takes half as long as a plan has it as by itself."""
    own, _, planned = ident.partition("@")
    seconds = {"short": 120.0, "long": 890.0, "test": 129.0}[own] / (2 if planned else 1)
    return Timeline(ident, own.capitalize(), seconds, False, 1, (), (), kind="test" if kind == "test" else "routine")


def entries(data: bytes) -> list[tuple[str, str, int, str]]:
    """Title, first start, minutes, rule."""
    return [
        (
            str(event["summary"]),
            event.decoded("dtstart").strftime("%a %d %H:%M"),
            event.decoded("duration").seconds // 60,
            event["rrule"].to_ical().decode() if "rrule" in event else "",
        )
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    ]


def uids(data: bytes) -> list[str]:
    return [str(event["uid"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("daily", ("Short", "Fri 15 18:00", 5, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU")),
        ("desk", ("Short", "Fri 15 18:00", 5, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        ("strength", ("Short", "Fri 15 18:00", 5, "FREQ=WEEKLY;BYDAY=TU,FR")),
        ("warm-up", ("Short", "Fri 15 18:00", 5, "")),
    ],
)
def test_a_routine_comes_back_on_the_days_of_its_goal(goal, expected):
    routine = Routine("short", Text("Short"), (), goal=goal)
    assert entries(routine_calendar(routine, timeline("routine", "short"), THURSDAY, "me")) == [expected]


def test_a_plan_begins_on_monday_and_its_evenings_are_in_order():
    every = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    plan = Plan(
        "eight",
        Text("Eight weeks"),
        (
            PlanWeeks(
                1,
                2,
                (
                    PlanItem(every, routine="short"),
                    PlanItem(("tue", "fri"), routine="long"),
                    PlanItem(("mon",), test="test"),
                    PlanItem(every[:5], routine="short", times=2),
                ),
            ),
            PlanWeeks(9, None, (PlanItem(("tue",), routine="long", volume=0.5, if_sore="short"),)),
        ),
    )
    data = plan_calendar(plan, timeline, THURSDAY, {}, "me")
    assert entries(data) == [
        ("Test", "Mon 18 18:00", 5, "FREQ=WEEKLY;UNTIL=20260531T235959;BYDAY=MO"),
        ("Short", "Mon 18 18:05", 5, "FREQ=WEEKLY;UNTIL=20260531T235959;BYDAY=MO,TU,WE,TH,FR,SA,SU"),
        ("Long", "Tue 19 18:10", 15, "FREQ=WEEKLY;UNTIL=20260531T235959;BYDAY=TU,FR"),
        ("Short", "Mon 18 11:00", 5, "FREQ=WEEKLY;UNTIL=20260531T235959;BYDAY=MO,TU,WE,TH,FR"),
        ("Short", "Mon 18 15:00", 5, "FREQ=WEEKLY;UNTIL=20260531T235959;BYDAY=MO,TU,WE,TH,FR"),
        ("Long", "Tue 14 18:00", 10, "FREQ=WEEKLY;BYDAY=TU"),  # half of it
    ]
    last = icalendar.Calendar.from_ical(data).walk("VEVENT")[-1]
    assert str(last["description"]) == "At 50% of the usual volume. If you are sore: Short."
    assert last.decoded("dtstamp") == THURSDAY.astimezone(UTC)
    assert [str(alarm["action"]) for alarm in last.walk("VALARM")] == ["DISPLAY"]


def test_each_entry_has_a_name_of_its_own_that_stays():
    plan = Plan("p", Text("P"), (PlanWeeks(1, None, (PlanItem(("mon",), routine="short", times=3),)),))
    assert uids(plan_calendar(plan, timeline, THURSDAY, {}, "me")) == [
        "p-1-0-0-me@posture-coach",
        "p-1-0-1-me@posture-coach",
        "p-1-0-2-me@posture-coach",
    ]
    later = THURSDAY + timedelta(days=20)
    same = uids(plan_calendar(plan, timeline, later, {}, "me"))
    assert same == uids(plan_calendar(plan, timeline, THURSDAY, {}, "me"))
    other = uids(plan_calendar(plan, timeline, THURSDAY, {}, "you"))
    assert set(same).isdisjoint(other)


def test_a_routines_entry_too_is_one_persons():
    routine = Routine("short", Text("Short"), ())
    mine, yours = (
        uids(routine_calendar(routine, timeline("routine", "short"), THURSDAY, who)) for who in ("me", "you")
    )
    assert mine == ["routine-short-me@posture-coach"]
    assert mine != yours


EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@pytest.mark.parametrize("hour", [0, 7, 10, 12, 15, 18, 20, 23])
@pytest.mark.parametrize("day", range(11, 18))
def test_no_entry_begins_in_the_past(day, hour):
    """On no day of the week, at no hour: what is over today begins the next time."""
    now = THURSDAY.replace(day=day, hour=hour, minute=30)
    items = (
        PlanItem(EVERY_DAY, routine="short"),
        PlanItem(("mon",), test="test"),
        PlanItem(EVERY_DAY[:5], routine="short", times=2),
        PlanItem(("mon", "wed"), routine="long", times=5),
    )
    plan = Plan("p", Text("P"), (PlanWeeks(1, 1, items), PlanWeeks(2, None, items)))
    routine = Routine("short", Text("Short"), (), goal="daily")
    starts = [
        event.decoded("dtstart")
        for data in (
            plan_calendar(plan, timeline, now, {}, "me"),
            routine_calendar(routine, timeline("routine", "short"), now, "me"),
        )
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    ]
    assert min(starts) >= now.replace(tzinfo=None)


def test_what_was_only_to_be_this_morning_is_left_out():
    monday_noon = THURSDAY.replace(day=18, hour=12)
    items = (PlanItem(("mon",), routine="short", times=2), PlanItem(("mon",), routine="long"))
    plan = Plan("p", Text("P"), (PlanWeeks(1, 1, items),))
    titles = [entry[:2] for entry in entries(plan_calendar(plan, timeline, monday_noon, {}, "me"))]
    assert titles == [("Short", "Mon 18 15:00"), ("Long", "Mon 18 18:00")]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Neck, back; and more", rb"X-WR-CALNAME:Neck\, back\; and more"),
        ("a\\b", rb"X-WR-CALNAME:a\\b"),
        ("My morning\nback care", rb"X-WR-CALNAME:My morning\nback care"),
    ],
)
def test_a_calendars_name_is_written_as_a_text_is(title, line):
    routine = Routine("short", Text(title), ())
    assert line in routine_calendar(routine, timeline("routine", "short"), THURSDAY, "me")


def test_the_doses_of_a_week_are_told():
    doses = (
        PlanItem(("mon",), routine="short", dose=DoseLayer(sets=1)),
        PlanItem(("tue",), routine="short", dose=DoseLayer(reps=5, hold=5.0)),
        PlanItem(("wed",), routine="short", dose=DoseLayer(sets=3), only=("row", "gone")),
        PlanItem(("thu",), routine="short", dose=DoseLayer(for_seconds=90.0), volume=0.5),
    )
    data = plan_calendar(Plan("p", Text("P"), (PlanWeeks(1, 1, doses),)), timeline, THURSDAY, {"row": "Band row"}, "me")
    assert [str(event["description"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")] == [
        "Each exercise: 1 set.",
        "Each exercise: 5 repetitions, hold 5 seconds.",
        "Band row, gone: 3 sets.",
        "Each exercise: 90 seconds. At 50% of the usual volume.",
    ]
