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
    assert entries(routine_calendar(routine, timeline("routine", "short"), THURSDAY)) == [expected]


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
    data = plan_calendar(plan, timeline, THURSDAY, {})
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
    names = [
        str(e["uid"]) for e in icalendar.Calendar.from_ical(plan_calendar(plan, timeline, THURSDAY, {})).walk("VEVENT")
    ]
    assert names == ["p-1-0-0@posture-coach", "p-1-0-1@posture-coach", "p-1-0-2@posture-coach"]


def test_the_doses_of_a_week_are_told():
    doses = (
        PlanItem(("mon",), routine="short", dose=DoseLayer(sets=1)),
        PlanItem(("tue",), routine="short", dose=DoseLayer(reps=5, hold=5.0)),
        PlanItem(("wed",), routine="short", dose=DoseLayer(sets=3), only=("row", "gone")),
        PlanItem(("thu",), routine="short", dose=DoseLayer(for_seconds=90.0), volume=0.5),
    )
    data = plan_calendar(Plan("p", Text("P"), (PlanWeeks(1, 1, doses),)), timeline, THURSDAY, {"row": "Band row"})
    assert [str(event["description"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")] == [
        "Each exercise: 1 set.",
        "Each exercise: 5 repetitions, hold 5 seconds.",
        "Band row, gone: 3 sets.",
        "Each exercise: 90 seconds. At 50% of the usual volume.",
    ]
