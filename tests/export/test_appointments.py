"""What is put into a calendar for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from coach.export.appointments import appointments, begins, comes
from coach.export.start import ANY_TIME, When
from coach.following import stop
from coach.session.planned import PlanPlace, planned_id
from coach.words.language import ENGLISH
from coach.words.safety import stop_if
from tests.ui.parts import TUESDAY, FakeParts, shipped

PLAN = next(iter(shipped().plans.values()))
TEST = next(iter(shipped().tests.values()))
DESK = next(name for name, routine in shipped().routines.items() if routine.goal == "desk")
STOP = stop_if(ENGLISH, shipped().safety)


@pytest.fixture
def parts() -> FakeParts:
    return FakeParts()


@pytest.mark.parametrize(("kind", "ident"), [("routine", DESK), ("test", TEST.id), ("plan", PLAN.id)])
def test_every_entry_says_when_to_stop(parts: FakeParts, kind: str, ident: str) -> None:
    found = appointments(parts, kind, ident, ANY_TIME)
    assert STOP
    assert found.entries
    assert all(entry.told.text.endswith(STOP) for entry in found.entries)


def test_what_is_done_at_the_desk_comes_while_one_is_there(parts: FakeParts) -> None:
    (entry,) = appointments(parts, "routine", DESK, ANY_TIME).entries
    assert (entry.start.time(), entry.days) == (time(11), ("mon", "tue", "wed", "thu", "fri"))


def test_no_two_of_the_library_lie_on_one_another(parts: FakeParts) -> None:
    things = [("test", TEST.id), *(("routine", name) for name in shipped().routines)]
    entries = [entry for kind, name in things for entry in appointments(parts, kind, name, ANY_TIME).entries]
    spans = sorted((one.start.time(), one.told.seconds) for one in entries)
    ends = [(TUESDAY.replace(hour=at.hour, minute=at.minute) + timedelta(seconds=long)).time() for at, long in spans]
    assert all(end <= begin for end, (begin, _) in zip(ends, spans[1:], strict=False))


def test_a_plans_form_of_a_routine_comes_where_the_routine_does(parts: FakeParts) -> None:
    item = next(item for item in PLAN.weeks[0].do if "@" in planned_id(PlanPlace(PLAN, PLAN.weeks[0], item)))
    planned = planned_id(PlanPlace(PLAN, PLAN.weeks[0], item))
    ours, its = (appointments(parts, "routine", name, ANY_TIME).first for name in (planned, item.routine or ""))
    assert ours == its


@pytest.mark.parametrize(
    ("kind", "ident", "told"),
    [
        ("routine", DESK, "Mon to Fri, 11:00."),
        ("test", TEST.id, "Every 7 days, 18:00."),
        ("routine", next(name for name, one in shipped().routines.items() if one.goal == "recovery"), "Once, "),
        ("plan", PLAN.id, "51 entries, each on the days of its weeks."),
    ],
)
def test_it_says_when_they_come(parts: FakeParts, kind: str, ident: str, told: str) -> None:
    assert comes(ENGLISH, appointments(parts, kind, ident, ANY_TIME)).startswith(told)


def test_nothing_lies_ahead_of_a_plan_that_is_over(parts: FakeParts) -> None:
    short = replace(PLAN, weeks=PLAN.weeks[:1])
    parts.library.catalogue = replace(shipped(), plans={PLAN.id: short})
    parts.store.start_plan(PLAN.id, date(2026, 3, 2))
    found = appointments(parts, "plan", PLAN.id, ANY_TIME)
    assert (found.first, comes(ENGLISH, found)) == (None, "")
    assert begins(ENGLISH, found) == f"Nothing of {PLAN.title} lies ahead."


def test_several_times_a_day(parts: FakeParts) -> None:
    found = appointments(parts, "routine", DESK, When((time(10, 30), time(15))))
    assert comes(ENGLISH, found) == "Mon to Fri, 10:30, 15:00."


def test_a_test_is_due_again_after_the_last_one(parts: FakeParts) -> None:
    (entry,) = appointments(parts, "test", TEST.id, ANY_TIME).entries
    assert (entry.start.date(), entry.every_days) == (date(2026, 5, 13), 7)
    parts.tested(days_ago=2, hold=20)
    (entry,) = appointments(parts, "test", TEST.id, When((time(12, 30),))).entries
    assert (entry.start.date(), entry.start.time()) == (date(2026, 5, 17), time(12, 30))


# --- a plan ----------------------------------------------------------------------------------------------------------


def first_weeks(parts: FakeParts, when: When = ANY_TIME) -> tuple[date, set[str]]:
    """The first day, and which ranges of weeks lie ahead."""
    found = appointments(parts, "plan", PLAN.id, when)
    assert found.first is not None
    return found.first.date(), {entry.uid.split("-")[-3] for entry in found.entries}


def test_a_plan_that_nobody_follows_begins_on_monday_or_on_the_day_asked_for(parts: FakeParts) -> None:
    assert first_weeks(parts)[0] == date(2026, 5, 18)
    assert first_weeks(parts, When((), date(2026, 12, 9)))[0] == date(2026, 12, 9)
    assert first_weeks(parts, When((), date(2026, 4, 28)))[1] >= {"3", "4"}  # two weeks ago: now is week 3
    assert "2" not in first_weeks(parts, When((), date(2026, 4, 28)))[1]


def test_a_plan_that_is_followed_begins_where_it_did(parts: FakeParts) -> None:
    parts.store.start_plan(PLAN.id, date(2026, 4, 30))
    first, weeks = first_weeks(parts)
    assert first == TUESDAY.date()
    assert "3" in weeks
    assert "2" not in weeks
    assert first_weeks(parts, When((), date(2026, 5, 18)))[1] >= {"1", "2"}  # asked for


def test_nothing_comes_after_the_day_on_which_a_plan_ends(parts: FakeParts) -> None:
    parts.store.start_plan(PLAN.id, TUESDAY.date())
    stop(parts.store, parts.store.plans(), date(2026, 5, 21))
    assert {entry.last for entry in appointments(parts, "plan", PLAN.id, ANY_TIME).entries} == {
        date(2026, 5, 17),
        date(2026, 5, 20),
    }


def test_it_says_when_the_first_one_is(parts: FakeParts) -> None:
    found = appointments(parts, "plan", PLAN.id, When((), date(2026, 12, 7)))
    assert begins(ENGLISH, found) == "The first is Monday 7 December, 11:00."


def test_what_conditions_leave_out_is_said_and_is_no_appointment(parts: FakeParts) -> None:
    parts.store.add_conditions(shipped().safety.conditions)
    found = appointments(parts, "plan", PLAN.id, ANY_TIME)
    titles = {entry.told.title for entry in found.entries}
    empty = {str(shipped().routines[name].title) for name in parts_left_out(parts)}
    assert empty
    assert titles.isdisjoint(empty)
    assert all(name in found.text for name in empty)
    routines = [entry for entry in found.entries if entry.told.title != str(TEST.title)]
    assert all(found.text in entry.told.text for entry in routines)


def parts_left_out(parts: FakeParts) -> set[str]:
    """The routines of the plan of which nothing is left."""
    names = {item.routine for weeks in PLAN.weeks for item in weeks.do if item.routine}
    return {name for name in names if parts.own(name).is_empty}


def test_a_rest_of_two_days_is_nothing_that_a_calendar_says(parts: FakeParts) -> None:
    session = parts.finish(DESK, days_ago=1)
    for number, interval in enumerate(parts.timeline("routine", DESK).intervals, 1):
        parts.store.add_interval(session, number, interval, interval.seconds, "done", None)
    uid = parts.store.uid_of_session(session)
    assert uid is not None
    before = appointments(parts, "plan", PLAN.id, ANY_TIME).entries
    parts.store.tell_morning(uid, "worse")
    assert parts.own(DESK).is_empty
    now = appointments(parts, "plan", PLAN.id, ANY_TIME).entries
    assert [entry.told.text for entry in now] == [entry.told.text for entry in before]
    assert min(entry.told.seconds for entry in now) > 0
