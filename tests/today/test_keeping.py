"""How much of what was planned was done, and for how many days something was."""

from __future__ import annotations

import random
from datetime import datetime, timedelta, timezone

import pytest

from coach.progression.past import PlanFollowed, Session
from coach.today.calendar import Calendar
from coach.today.doing import items_on
from coach.today.keeping import Adherence, adherence, streak_days
from tests.today.people import calendar, day, did, item, on, past, plan, result, shelf, weeks

NO_PLAN = Calendar(shelf())


def kept(of: Calendar, number: int, *sessions: Session) -> Adherence | None:
    return adherence(of, past(on(number), *sessions))


def streak(of: Calendar, number: int, *sessions: Session) -> int:
    return streak_days(of, past(on(number, 20), *sessions))


# --- adherence -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("today", "planned"), [(0, None), (1, 1), (13, 13), (14, 14), (15, 14), (60, 14)])
def test_fourteen_days_before_today_count_none_before_the_plan(today: int, planned: int | None) -> None:
    assert kept(calendar(item("row")), today) == (None if planned is None else Adherence(0, planned))


@pytest.mark.parametrize(
    ("session", "done"),
    [
        (did(on(14, 0)), 0),
        (did(on(13, 23, 59)), 1),
        (did(on(0, 0)), 1),
        (did(on(-1, 23, 59)), 0),
        (did(on(5), how="ended"), 0),
        (did(on(5), pain=3), 1),
    ],
)
def test_what_was_done_on_those_days_is_done(session: Session, done: int) -> None:
    assert kept(calendar(item("row"), begun=-20), 14, session) == Adherence(done, 14)


def test_more_than_planned_is_no_more_than_planned() -> None:
    assert kept(calendar(item("row", "mon")), 7, *(did(on(0, hour)) for hour in (8, 9, 10))) == Adherence(1, 1)
    assert kept(calendar(item("row", "mon", times=2)), 7, did(on(0))) == Adherence(1, 2)


@pytest.mark.parametrize("told", [did(on(3), pain=4), did(on(3), pains=(4,), pain=1), did(on(3), "fly", pain=9)])
def test_a_day_with_pain_is_left_out_whatever_was_done(told: Session) -> None:
    assert kept(calendar(item("row")), 7, did(on(3, 8)), did(on(5)), told) == Adherence(1, 6)


def test_a_gentle_offer_is_left_out_taken_or_not() -> None:
    of = calendar(item("row", if_sore="ease"), item("fly"))
    hurt = did(on(1), "fly", pain=5)
    assert kept(of, 3, hurt) == Adherence(0, 3)  # two of Monday, and to fly on Wednesday, which is sore to its end
    assert kept(of, 3, hurt, did(on(2, 9), "ease"), did(on(2, 10), "fly")) == Adherence(1, 3)


def test_the_days_of_the_plan_that_was_followed_then_count() -> None:
    plans = shelf(plan(weeks(item("row")), ident="old"), plan(weeks(item("fly")), ident="new"))
    followed = (PlanFollowed("old", day(0)), PlanFollowed("new", day(4), day(5)))
    done = [did(on(number), "fly") for number in (3, 4, 5, 6)]
    assert kept(Calendar(plans, followed), 8, *done) == Adherence(2, 8)
    assert kept(Calendar(plans, (followed[0], PlanFollowed("new", day(4)))), 8, *done) == Adherence(3, 4)


def test_without_a_plan_or_anything_planned_there_is_none() -> None:
    assert kept(NO_PLAN, 7, did(on(1))) is None
    assert kept(calendar(item("row", "sun")), 3) is None
    assert kept(calendar(item("row"), until=5), 7) is None


@pytest.mark.parametrize(("done", "planned", "under"), [(0, 1, True), (1, 2, False), (4, 9, True), (5, 9, False)])
def test_under_half(done: int, planned: int, under: bool) -> None:
    assert Adherence(done, planned).is_under_half is under


# --- streak ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "count"),
    [
        ((), 0),
        ((10,), 1),
        ((9,), 1),
        ((8,), 0),
        ((8, 9, 10), 3),
        ((8, 9), 2),
        ((7, 9, 10), 2),
        ((10, 10, 9), 2),
    ],
)
def test_days_with_something_finished_going_back_from_today(days: tuple[int, ...], count: int) -> None:
    """Today is day 10, and open until midnight."""
    assert streak(NO_PLAN, 10, *(did(on(number)) for number in days)) == count


@pytest.mark.parametrize(
    ("session", "count"),
    [
        (did(on(9), "wall", kind="test"), 2),
        (did(on(9), "pull", kind="exercise"), 2),
        (did(on(9), how="ended"), 1),
        (did(on(9), how=None), 1),
        (did(on(9), how="pain"), 1),
    ],
)
def test_whatever_was_finished_counts(session: Session, count: int) -> None:
    assert streak(NO_PLAN, 10, session, did(on(10))) == count


def test_a_tests_result_alone_counts() -> None:
    assert streak_days(NO_PLAN, past(on(10), tests=[result(on(9))])) == 1


@pytest.mark.parametrize("how", ["finished", "pain"])
def test_a_day_with_pain_neither_counts_nor_breaks(how: str) -> None:
    sore = did(on(9), pain=4, how="finished" if how == "finished" else "pain")
    assert streak(NO_PLAN, 10, did(on(8)), sore, did(on(10))) == 2
    assert streak(NO_PLAN, 9, did(on(8)), sore) == 1


def test_a_day_for_which_the_plan_has_nothing_neither_counts_nor_breaks() -> None:
    of = calendar(item("row", "mon", "wed", "fri"))
    assert streak(of, 4, *(did(on(number)) for number in (0, 2, 4))) == 3
    assert streak(of, 4, *(did(on(number)) for number in (0, 1, 2, 3, 4))) == 3
    assert streak(of, 5, did(on(0)), did(on(4))) == 1


def test_before_the_plan_and_after_its_last_week_a_day_without_a_session_breaks() -> None:
    assert streak(calendar(item("row", "mon"), begun=3), 7, did(on(1)), did(on(7))) == 1
    assert streak(calendar(item("row", "mon"), begun=1), 7, did(on(0)), did(on(7))) == 2
    assert streak(calendar(item("row", "mon"), last=1), 9, did(on(0))) == 0


def test_the_clocks_changing_costs_no_day() -> None:
    winter, summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    for before, after, first in ((winter, summer, 27), (summer, winter, 24)):
        month = 3 if first == 27 else 10
        evening = [datetime(2026, month, first + back, 23, 59, tzinfo=before) for back in (0, 1)]
        morning = datetime(2026, month, first + 2, 3, 1, tzinfo=after)
        assert streak_days(NO_PLAN, past(morning, *map(did, (*evening, morning)))) == 3


def test_a_flight_over_the_date_line_skips_a_date_or_has_it_twice() -> None:
    auckland, honolulu = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    there = [did(datetime(2026, 3, number, 18, tzinfo=auckland)) for number in (2, 3)]
    again = did(datetime(2026, 3, 3, 18, tzinfo=honolulu))
    assert streak_days(NO_PLAN, past(again.started, *there, again)) == 2
    assert streak_days(NO_PLAN, past(datetime(2026, 3, 3, 2, tzinfo=honolulu), *there)) == 2


# --- any past --------------------------------------------------------------------------------------------------------


def any_past(chance: random.Random) -> list[Session]:
    """Up to forty sessions in a month and a half."""
    return [
        did(
            on(chance.randrange(45), chance.randrange(24)),
            chance.choice(["row", "row@spring.1", "fly", "ease"]),
            how=chance.choice(["finished", "finished", "ended", "pain", None]),
            pain=chance.choice([None, 0, 2, 3, 4, 6]),
            morning=chance.choice([None, "same", "worse"]),
        )
        for _ in range(chance.randrange(40))
    ]


def any_calendar(chance: random.Random) -> Calendar:
    days = chance.sample(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), chance.randrange(1, 8))
    of = calendar(item("row", *days, times=chance.randrange(1, 3), if_sore="ease"), item("fly", *days[:1]))
    return chance.choice([NO_PLAN, of, calendar(item("row", *days), begun=chance.randrange(40), last=2)])


@pytest.mark.parametrize("seed", range(60))
def test_over_any_past(seed: int) -> None:
    chance = random.Random(seed)
    sessions, of, now = any_past(chance), any_calendar(chance), on(chance.randrange(45), chance.randrange(24))
    found, count = adherence(of, past(now, *sessions)), streak_days(of, past(now, *sessions))
    assert found is None or 0 <= found.done <= found.planned <= 14 * 3
    dates = {one.started.date() for one in sessions if one.how == "finished" and one.started <= now}
    assert 0 <= count <= len(dates)
    assert past(now, *sessions) == past(now, *[one for one in sessions if one.started <= now])
    shuffled = chance.sample(sessions, len(sessions))
    assert streak_days(of, past(now, *shuffled)) == count
    assert adherence(of, past(now, *shuffled)) == found
    since = on(chance.randrange(45), 0)
    assert streak_days(of, past(now, *[one for one in sessions if one.started >= since])) <= count


@pytest.mark.parametrize("seed", range(40))
def test_a_streak_is_what_each_day_adds_to_it(seed: int) -> None:
    """As the rule says it, asked of every day alike."""
    chance = random.Random(seed)
    sessions, of, now = any_past(chance), any_calendar(chance), on(chance.randrange(45), chance.randrange(24))
    known = past(now, *sessions)
    count = 0
    for back in range(60):
        which = known.today - timedelta(days=back)
        if which in known.pain_days or of.on(which) == ():
            continue
        if which not in known.finished_days and which != known.today:
            break
        count += which in known.finished_days
    assert streak_days(of, known) == count


@pytest.mark.parametrize("seed", range(40))
def test_adherence_is_what_each_day_said_at_its_end(seed: int) -> None:
    """However much came later: a day is as `today` told it, asked for with its date."""
    chance = random.Random(seed)
    sessions, of, now = any_past(chance), any_calendar(chance), on(30)
    begun = min((one.begun for one in of.followed), default=day(30))
    ends = [on(number, 23, 59) for number in range(16, 30) if day(number) >= begun]
    items = [item for end in ends for item in items_on(end.date(), of, past(end, *sessions)) or ()]
    counted = [item for item in items if item.counts]
    found = adherence(of, past(now, *sessions))
    assert found == (Adherence(sum(one.state == "done" for one in counted), len(counted)) if counted else None)
    assert all(item.state != "missed" for item in items)


@pytest.mark.parametrize(("done", "planned", "percent"), [(7, 10, 70), (2, 3, 66), (3, 3, 100), (1, 200, 0)])
def test_the_share_claims_no_more_than_was_done(done: int, planned: int, percent: int) -> None:
    assert Adherence(done, planned).percent == percent
