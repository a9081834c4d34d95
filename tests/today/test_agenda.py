"""All of Today at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from coach.content.model import (
    DoseLayer,
    Exercise,
    ExerciseStep,
    Progress,
    ProgressDown,
    Safety,
    SafetyQuestion,
    Text,
    Tier,
)
from coach.progress.records import TestRecord
from coach.progression.past import ConditionsTold, Days, Kind, PlanFollowed, SafetyTold, Session
from coach.today.agenda import Known, Today, calendar_of, known_of, today, today_and_week, week
from coach.today.doing import DayItem
from coach.today.keeping import Adherence
from coach.today.past import past_up_to
from coach.today.safety import NeverAsked
from coach.today.year import year
from tests.fakes import EMPTY
from tests.today.people import day, did, item, on, plan, result, routine, weeks

PRONE = Exercise("prone", Text("Prone"), ("neck",), "prone", Text("Lie."), DoseLayer(reps=8), check_first=("pregnant",))
SAFETY = Safety({"now": Tier("now", Text("Call."), lock=True)}, (SafetyQuestion("chest", Text("Chest?"), "now"),))
LIBRARY = replace(
    EMPTY,
    exercises={"prone": PRONE},
    routines={
        "daily": routine("daily", "daily"),
        "ease": routine("ease", "recovery"),
        "fly": replace(routine("fly"), steps=(ExerciseStep("prone"),)),
        "row": replace(routine("row"), progress=Progress(down=ProgressDown(pain_from=8))),
    },
    plans={"spring": plan(weeks(item("row", "mon", "wed", times=2, if_sore="ease"), item("fly", "wed")))},
    safety=SAFETY,
)
SPRING = Known(plans=(PlanFollowed("spring", day(0)),), safety=(SafetyTold(on(0, 0)),))
SECONDS = {"daily": 300.0, "ease": 60.0, "fly": 90.0, "row": 600.0}


def now(known: Known, at: datetime) -> Today:
    return today(LIBRARY, known, at, SECONDS.__getitem__)


def told(found: Today) -> list[tuple[str, str]]:
    return [(item.target, item.state) for item in found.items]


def test_the_plan_of_the_day() -> None:
    found = now(replace(SPRING, sessions=(did(on(9, 8), "row"),)), on(9))
    assert told(found) == [("row", "done"), ("row", "due"), ("fly", "due")]
    assert found.plan is not None
    assert (found.plan.plan.id, found.plan.number, found.plan.followed.begun) == ("spring", 2, day(0))
    assert (found.adherence, found.streak_days, found.locked, found.questions) == (Adherence(0, 7), 1, None, None)


def test_a_day_for_which_the_plan_has_nothing_offers_something() -> None:
    assert told(now(SPRING, on(1))) == [("daily", "offered")]
    assert told(now(Known(), on(2))) == [("daily", "offered")]


def test_a_day_that_is_done_offers_nothing_more() -> None:
    sessions = (did(on(0, 8), "row"), did(on(0, 9), "row"))
    assert told(now(replace(SPRING, sessions=sessions), on(0))) == [("row", "done")] * 2


def test_sore_on_a_day_of_the_plan() -> None:
    found = now(replace(SPRING, sessions=(did(on(1), "daily", pain=5),)), on(2))
    assert told(found) == [("row", "sore"), ("row", "sore"), ("fly", "due")]
    assert [one.instead for one in found.items] == ["ease", "ease", None]


def test_under_half_for_two_weeks_offers_the_short_one_besides_unless_it_is_planned_or_somebody_is_sore() -> None:
    assert told(now(SPRING, on(14))) == [("row", "due"), ("row", "due"), ("fly", "offered")]
    assert told(now(SPRING, on(15))) == [("daily", "offered"), ("fly", "offered")]
    assert told(now(SPRING, on(16))) == [("row", "due"), ("row", "due"), ("fly", "due")]
    hurt = replace(SPRING, sessions=(did(on(13), "daily", pain=5),))
    assert told(now(hurt, on(14))) == [("row", "sore"), ("row", "sore")]


def test_while_a_tier_locks_nothing_is_offered() -> None:
    locked = replace(SPRING, safety=(SafetyTold(on(0, 0), frozenset({"chest"})),))
    found = now(locked, on(15))
    assert (told(found), found.locked, found.is_emergency) == ([], SAFETY.tiers["now"], True)
    again = replace(locked, safety=(*locked.safety, SafetyTold(on(15, 9), frozenset({"chest"}), frozenset({"chest"}))))
    assert now(again, on(15, 8)).locked is not None
    assert now(again, on(15, 9)).locked is None


def test_conditions_bar_from_the_moment_they_were_told() -> None:
    barred = replace(SPRING, conditions=(ConditionsTold(on(2, 12), frozenset({"pregnant"})),))
    assert told(now(barred, on(2, 11)))[-1] == ("fly", "due")
    assert told(now(barred, on(2, 13))) == [("row", "due"), ("row", "due")]
    cleared = ConditionsTold(on(2, 14), frozenset({"pregnant"}), frozenset({"pregnant"}))
    assert told(now(replace(barred, conditions=(*barred.conditions, cleared)), on(2, 15)))[-1] == ("fly", "due")


def test_what_is_to_be_asked() -> None:
    yesterday = did(on(1), "daily")
    found = now(Known(sessions=(yesterday,)), on(2, 9))
    assert (found.questions, found.morning, found.see_someone) == (NeverAsked(), yesterday, None)


@pytest.mark.parametrize(("target", "kind", "why"), [
    ("row", "routine", None), ("row@spring.1", "routine", None), ("fly", "routine", "two-red"),
    ("gone", "routine", "two-red"), ("row", "exercise", "two-red"),
])  # fmt: skip
def test_a_routine_says_itself_how_much_pain_is_red(target: str, kind: Kind, why: str | None) -> None:
    sessions = tuple(did(on(number), target, pain=7, kind=kind) for number in (0, 1))
    assert now(Known(sessions=sessions), on(2)).see_someone == why


def test_the_week_day_by_day() -> None:
    found = week(LIBRARY, replace(SPRING, sessions=(did(on(0), "row"),)), on(2))
    assert found.plan is not None
    assert (found.plan.plan.id, found.plan.number) == ("spring", 1)
    assert [one.date for one in found.days] == [day(number) for number in range(7)]
    assert [[item.state for item in one.items] for one in found.days] == [
        ["done", "missed"], [], ["due", "due", "due"], [], [], [], [],
    ]  # fmt: skip


def test_a_week_before_the_plans_first_day_is_empty_and_a_week_without_one_too() -> None:
    late = week(LIBRARY, Known(plans=(PlanFollowed("spring", day(1)),)), on(2))
    assert [len(one.items) for one in late.days] == [0, 0, 3, 0, 0, 0, 0]
    assert week(LIBRARY, Known(), on(2)).plan is None


class Kept:
    """coach.today.agenda.Remembered with one of everything."""

    def past(self, *, since: datetime, until: datetime) -> tuple[Session, ...]:
        return tuple(one for one in (did(on(0)), did(on(100)), did(on(102))) if since <= one.started <= until)

    def past_without_work(self, since: datetime, until: datetime) -> tuple[Session, ...]:
        some = (did(on(0)), did(on(60)), did(on(98)))
        return tuple(replace(one, work=()) for one in some if since <= one.started <= until)

    def days(self, before: datetime, pain_from: int) -> Days:
        return Days(frozenset({day(0)} if pain_from == 4 and before == on(11) else ()))

    def tests_of_late(self, since: datetime, until: datetime) -> list[TestRecord]:
        return [result(on(0))] if (since, until) == (on(11), on(101)) else []

    def plans(self) -> tuple[PlanFollowed, ...]:
        return (PlanFollowed("spring", day(0)),)

    def safety(self) -> tuple[SafetyTold, ...]:
        return (SafetyTold(on(0)),)

    def conditions(self) -> tuple[ConditionsTold, ...]:
        return (ConditionsTold(on(0)),)


def test_what_is_known_are_the_work_of_the_last_days_the_sessions_of_three_months_and_the_days_before() -> None:
    kept = Kept()
    earlier = Days(frozenset({day(0)}))
    assert known_of(kept, on(101)) == Known(
        (replace(did(on(60)), work=()), did(on(100))),
        [result(on(0))],
        kept.plans(),
        kept.safety(),
        kept.conditions(),
        earlier,
    )


def test_a_streak_goes_on_over_days_of_which_only_the_date_is_known() -> None:
    earlier = Days(frozenset(day(number) for number in (0, 2, 3, 5)), frozenset({day(4), day(5)}))
    known = Known(sessions=(did(on(6)),), earlier=earlier)
    assert now(known, on(6)).streak_days == 3
    assert now(replace(known, sessions=()), on(7)).streak_days == 0


def test_what_was_done_besides_the_plan_stands_beside_it() -> None:
    sessions = (did(on(9, 7), "row"), did(on(9, 8), "row"), did(on(9, 9), "row"), did(on(9, 10), "wall", kind="test"))
    found = now(replace(SPRING, sessions=sessions), on(9))
    assert [(deed.target, deed.at.hour) for deed in found.besides] == [("row", 9), ("wall", 10)]
    assert [item.why.by.at.hour for item in found.items if isinstance(item.why, DayItem) and item.why.by] == [7, 8]
    assert not found.is_new


def test_a_week_tells_rest_pain_and_what_was_exercised() -> None:
    sessions = (did(on(8, 9), "ease", pain=4), did(on(9, 7), "row"), did(on(9, 10), "wall", kind="test"))
    monday, tuesday, wednesday, *_, sunday = week(LIBRARY, replace(SPRING, sessions=sessions), on(9)).days
    assert [(one.is_rest, one.has_pain, one.done) for one in (monday, tuesday, wednesday, sunday)] == [
        (False, False, 0),
        (True, True, 0),
        (False, False, 1),
        (True, False, 0),
    ]
    assert [deed.target for deed in tuesday.exercised] == ["ease"]
    assert [deed.target for deed in wednesday.exercised] == ["row"]


@pytest.mark.parametrize(
    ("sessions", "states"),
    [
        ((), ["not", "rest", "not", "rest"]),
        ((did(on(7, 8)),), ["part", "rest", "not", "rest"]),
        ((did(on(7, 8)), did(on(7, 9))), ["all", "rest", "not", "rest"]),
        ((did(on(7, 8), "daily"),), ["part", "rest", "not", "rest"]),
        ((did(on(7, 8), "wall", kind="test"),), ["not", "rest", "not", "rest"]),
        ((did(on(8, 8), "daily"), did(on(9, 8), pain=4)), ["not", "all", "pain", "rest"]),
        ((did(on(8, 8), "daily", how="ended"),), ["not", "rest", "not", "rest"]),
    ],
)
def test_what_became_of_the_days(sessions: tuple[Session, ...], states: list[str]) -> None:
    days = week(LIBRARY, replace(SPRING, sessions=sessions), on(9)).days
    assert [one.state for one in days[:4]] == states


def test_without_a_plan_a_test_makes_no_day_green() -> None:
    days = week(LIBRARY, Known(sessions=(did(on(0), "wall", kind="test"), did(on(1)))), on(1)).days
    assert [one.state for one in days[:3]] == ["not", "all", "not"]


@pytest.mark.parametrize("known", [SPRING, Known()], ids=["plan", "no plan"])
@pytest.mark.parametrize("what", ["row", "daily", "wall"])
@pytest.mark.parametrize("pain", [None, 4])
def test_a_year_judges_a_day_as_its_week_does(known: Known, what: str, pain: int | None) -> None:
    first = did(on(0), what, kind="test" if what == "wall" else "routine", pain=pain)
    known = replace(known, sessions=(first, did(on(2)), did(on(2, 19))))
    days = year(calendar_of(LIBRARY, known.plans, known.conditions, on(6)), past_up_to(on(6), known.sessions)).days
    came_to = [
        [one.state if one.state in ("all", "part", "pain") else "" for one in them]
        for them in (days, week(LIBRARY, known, on(6)).days)
    ]
    assert came_to[0] == came_to[1]


@pytest.mark.parametrize("known", [SPRING, Known()], ids=["plan", "no plan"])
@pytest.mark.parametrize("pain", [None, 4])
@pytest.mark.parametrize("number", [2, 6])
def test_both_at_once_are_those_of_each(known: Known, pain: int | None, number: int) -> None:
    known = replace(known, sessions=(did(on(0), pain=pain), did(on(1), "daily")), earlier=Days(frozenset({day(-1)})))
    both = today_and_week(LIBRARY, known, on(number), SECONDS.__getitem__)
    assert both == (now(known, on(number)), week(LIBRARY, known, on(number)))


def test_without_a_plan_no_day_is_one_of_rest() -> None:
    days = week(LIBRARY, Known(sessions=(did(on(0), "row"),)), on(1)).days
    assert [one.is_rest for one in days] == [False] * 7
    assert [len(one.exercised) for one in days] == [1, 0, 0, 0, 0, 0, 0]
