"""What of a routine, a test or a plan comes when."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from itertools import pairwise

import pytest

from coach.content.model import WEEKDAYS, Plan, PlanItem, PlanWeeks, Text
from coach.export.entries import GOAL_DAYS, Alone, Entry, Told, entries_alone, plan_entries
from coach.export.start import ANY_TIME, When, plan_start
from coach.progression.past import PlanFollowed
from coach.session.planned import PlanPlace

THURSDAY = datetime(2026, 5, 14, 21, 0, tzinfo=timezone(timedelta(hours=2)))
SHORT, LONG, TEST, DESK = (
    Told("Short", 120.0), Told("Long", 890.0), Told("Test", 129.0), Told("Desk", 130.0, is_at_desk=True),
)  # fmt: skip
BY_NAME = {"short": SHORT, "long": LONG, "test": TEST, "desk": DESK}


def about(place: PlanPlace) -> Told | None:
    return BY_NAME.get(place.item.routine or place.item.test or "")


def told(entries: list[Entry]) -> list[str]:
    """`Short Mon 18 18:00 mon,tue until 31`."""
    return [
        " ".join(
            (
                f"{one.told.title} {one.start:%a %d %H:%M}",
                ",".join(one.days) if len(one.days) < 7 else "daily",
                "" if one.last is None else f"until {one.last:%d.%m.}",
            )
        ).strip()
        for one in entries
    ]


def begun(plan: Plan, now: datetime = THURSDAY, until: date | None = None) -> PlanFollowed:
    return PlanFollowed(plan.id, plan_start(now), until)


# --- alone -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "told_of", "expected"),
    [
        ("daily", SHORT, "Short Fri 15 18:00 daily"),
        ("desk", DESK, "Desk Fri 15 11:00 mon,tue,wed,thu,fri"),
        ("strength", SHORT, "Short Fri 15 18:00 tue,fri"),
        ("warm-up", SHORT, "Short Fri 15 18:00"),
    ],
)
def test_a_routine_comes_back_on_the_days_of_its_goal_at_a_time_that_suits_it(goal, told_of, expected):
    alone = Alone("a", told_of, GOAL_DAYS.get(goal, ()))
    assert told(entries_alone(alone, [], ANY_TIME, THURSDAY)) == [expected]


def test_those_that_are_exported_one_by_one_do_not_lie_on_one_another():
    library = [
        Alone("a", TEST, every_days=7),
        Alone("b", LONG, WEEKDAYS),
        Alone("c", LONG, ("tue", "fri")),
        Alone("d", DESK, WEEKDAYS[:5]),
        Alone("e", DESK, WEEKDAYS[:5]),
        Alone("f", LONG),
    ]
    spans = sorted(
        (entry.start.time(), entry.told.title)
        for number, alone in enumerate(library)
        for entry in entries_alone(alone, library[:number], ANY_TIME, THURSDAY)
    )
    assert spans == [
        (time(11, 0), "Desk"), (time(11, 5), "Desk"), (time(18, 0), "Test"), (time(18, 5), "Long"),
        (time(18, 20), "Long"), (time(18, 35), "Long"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (When((time(12, 30),)), ["Short Fri 15 12:30 tue,fri"]),
        (When((), date(2026, 12, 7)), ["Short Tue 08 18:00 tue,fri"]),
        (When((time(6, 5),), date(2026, 12, 8)), ["Short Tue 08 06:05 tue,fri"]),
        (When((time(15), time(10))), ["Short Fri 15 10:00 tue,fri", "Short Fri 15 15:00 tue,fri"]),
        (When((), date(2026, 1, 1)), ["Short Fri 15 18:00 tue,fri"]),  # not in the past
    ],
)
def test_times_and_the_first_day_may_be_asked_for(when, expected):
    alone = Alone("a", SHORT, GOAL_DAYS["strength"])
    entries = entries_alone(alone, [], when, THURSDAY)
    assert told(entries) == expected
    assert [entry.uid for entry in entries] == ["a", "a-1"][: len(expected)]


def test_what_is_asked_for_today_and_past_there_comes_the_next_day():
    alone = Alone("a", SHORT, WEEKDAYS)
    when = When((time(9), time(22)), THURSDAY.date())
    assert told(entries_alone(alone, [], when, THURSDAY)) == [
        "Short Fri 15 09:00 daily",
        "Short Thu 14 22:00 daily",
    ]


@pytest.mark.parametrize(
    ("due", "begins", "expected"),
    [
        (None, None, date(2026, 5, 15)),
        (date(2026, 5, 18), None, date(2026, 5, 18)),  # by then it is to be done again
        (date(2026, 5, 1), None, date(2026, 5, 15)),
        (date(2026, 5, 18), date(2026, 5, 16), date(2026, 5, 16)),
        (None, date(2026, 5, 5), date(2026, 5, 19)),  # past, and every seven days from then on
    ],
)
def test_a_test_comes_back_after_so_many_days(due, begins, expected):
    alone = Alone("t", TEST, every_days=7, due=due)
    (entry,) = entries_alone(alone, [], When((), begins), THURSDAY)
    assert (entry.start, entry.every_days) == (datetime.combine(expected, time(18)), 7)


# --- a plan ----------------------------------------------------------------------------------------------------------

EIGHT = Plan(
    "eight",
    Text("Eight weeks"),
    (
        PlanWeeks(
            1,
            2,
            (
                PlanItem(WEEKDAYS, routine="short"),
                PlanItem(("tue", "fri"), routine="long"),
                PlanItem(("mon",), test="test"),
                PlanItem(WEEKDAYS[:5], routine="short", times=2),
            ),
        ),
        PlanWeeks(9, None, (PlanItem(("tue",), routine="long", volume=0.5, if_sore="short"),)),
    ),
)


def test_a_plan_begins_on_monday_and_its_evenings_are_in_order():
    assert told(plan_entries(EIGHT, begun(EIGHT), about, (), THURSDAY)) == [
        "Test Mon 18 18:00 mon until 31.05.",
        "Short Mon 18 18:05 daily until 31.05.",
        "Long Tue 19 18:10 tue,fri until 31.05.",
        "Short Mon 18 11:00 mon,tue,wed,thu,fri until 31.05.",
        "Short Mon 18 15:00 mon,tue,wed,thu,fri until 31.05.",
        "Long Tue 14 18:00 tue",
    ]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((time(12, 30),), ["12:30", "12:35", "12:40", "11:00", "15:00"]),
        ((time(11),), ["11:00", "11:05", "11:10", "11:25", "15:00"]),  # none lies on another
        ((time(7), time(16)), ["07:00", "07:05", "07:10", "07:25", "16:00"]),
        ((time(23, 55),), ["23:55", "23:50", "23:55", "11:00", "15:00"]),  # on its own day
    ],
)
def test_the_times_asked_for(times, expected):
    found = plan_entries(EIGHT, begun(EIGHT), about, times, THURSDAY)
    assert [f"{one.start:%H:%M}" for one in found[:5]] == expected
    assert all(WEEKDAYS[one.start.weekday()] in one.days for one in found)


def test_a_plan_that_is_followed_begins_where_it_began_and_does_not_move():
    """In week 2 what is left of week 2 is written, and week 9 lies where it did."""
    followed = PlanFollowed("eight", date(2026, 5, 6))  # a Wednesday
    then = plan_entries(EIGHT, followed, about, (), THURSDAY.replace(day=5, hour=8))
    assert told(then)[:3] == [
        "Test Mon 11 18:00 mon until 17.05.",  # nothing is planned before the plan's first day
        "Short Wed 06 18:05 daily until 17.05.",
        "Long Fri 08 18:10 tue,fri until 17.05.",
    ]
    now = plan_entries(EIGHT, followed, about, (), THURSDAY)
    assert told(now) == [
        "Short Fri 15 18:05 daily until 17.05.",
        "Long Fri 15 18:10 tue,fri until 17.05.",
        "Short Fri 15 11:00 mon,tue,wed,thu,fri until 17.05.",
        "Short Fri 15 15:00 mon,tue,wed,thu,fri until 17.05.",
        "Long Tue 30 18:00 tue",
    ]
    assert {one.uid for one in now} < {one.uid for one in then}
    assert [one.start for one in now if one.uid.startswith("eight-9")] == [
        one.start for one in then if one.uid.startswith("eight-9")
    ]


def test_nothing_comes_after_its_last_day():
    until = date(2026, 5, 19)
    found = plan_entries(EIGHT, begun(EIGHT, until=until), about, (), THURSDAY)
    assert [one.last for one in found] == [until] * 5
    assert plan_entries(EIGHT, begun(EIGHT, until=until), about, (), THURSDAY + timedelta(days=6)) == []


def test_what_nothing_is_told_of_is_left_out_and_the_others_keep_their_names():
    def without_long(place: PlanPlace) -> Told | None:
        return None if place.item.routine == "long" else about(place)

    some = plan_entries(EIGHT, begun(EIGHT), without_long, (), THURSDAY)
    every = plan_entries(EIGHT, begun(EIGHT), about, (), THURSDAY)
    assert [one.uid for one in some] == [one.uid for one in every if one.told is not LONG]


@pytest.mark.parametrize("hour", [0, 7, 10, 12, 15, 18, 20, 23])
@pytest.mark.parametrize("day", range(11, 18))
def test_no_entry_begins_in_the_past_and_none_lies_on_another(day, hour):
    """On no day of the week, at no hour: what is over today begins the next time."""
    now = THURSDAY.replace(day=day, hour=hour, minute=30)
    items = (
        PlanItem(WEEKDAYS, routine="short"),
        PlanItem(("mon",), test="test"),
        PlanItem(WEEKDAYS[:5], routine="desk", times=2),
        PlanItem(("mon", "wed"), routine="long", times=7),
    )
    plan = Plan("p", Text("P"), (PlanWeeks(1, 1, items), PlanWeeks(2, None, items)))
    entries = plan_entries(plan, begun(plan, now), about, (), now)
    assert min(one.start for one in entries) >= now.replace(tzinfo=None)
    for weekday in WEEKDAYS:
        second = [one for one in entries if one.last is None and weekday in one.days]
        spans = sorted((one.start.time(), one.told.seconds) for one in second)
        for (first, seconds), (after, _) in pairwise(spans):
            assert datetime.combine(now, first) + timedelta(seconds=seconds) <= datetime.combine(now, after)


def test_what_was_only_to_be_this_morning_is_left_out():
    monday_noon = THURSDAY.replace(day=18, hour=12)
    items = (PlanItem(("mon",), routine="short", times=2), PlanItem(("mon",), routine="long"))
    plan = Plan("p", Text("P"), (PlanWeeks(1, 1, items),))
    assert told(plan_entries(plan, begun(plan, monday_noon), about, (), monday_noon)) == [
        "Short Mon 18 15:00 mon until 24.05.",
        "Long Mon 18 18:00 mon until 24.05.",
    ]
