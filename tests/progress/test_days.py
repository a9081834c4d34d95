"""The days of a long past, kept and counted anew."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from coach.progress.portable.form import Record, fitting, moment_text
from coach.progress.store import Store
from coach.progression.past import Days
from tests.beside import slow
from tests.fakes import FakeClock
from tests.stores import memory_store

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
BEFORE = NOW - timedelta(days=90)


def record(number: int, started: datetime, *, how: str | None = "finished", pain: int | None = 0) -> Record:
    at = moment_text(started)
    return fitting(
        {"type": "session", "uid": f"{number}", "changed": at, "kind": "routine", "target": "desk", "title": "Desk",
         "started": at, "how": how, "pain": pain}
    )  # fmt: skip


def lived(chance: random.Random, count: int = 200) -> Store:
    store = memory_store(FakeClock(NOW))
    take(store, [any_record(chance, number) for number in range(count)])
    return store


def any_record(chance: random.Random, number: int) -> Record:
    zone = timezone(timedelta(hours=chance.choice([0, 2, 13, -11])))
    started = (NOW - timedelta(hours=chance.randrange(24 * 400))).astimezone(zone)
    return record(number, started, how=chance.choice(["finished", "ended", None]), pain=chance.choice([None, 0, 3, 4]))


def take(store: Store, records: list[Record]) -> None:
    assert store.take(store.merge(records).changes) is None


def counted(store: Store, before: datetime, pain_from: int) -> Days:
    """One by one."""
    past = [one for one in store.past_without_work() if one.started < before]
    return Days(
        frozenset(one.started.date() for one in past if one.how == "finished"),
        frozenset(one.started.date() for one in past if (one.pain or 0) >= pain_from),
    )


@pytest.mark.parametrize("seed", [0, 1, *slow(range(2, 6))])
def test_days_are_those_of_each_session_whatever_becomes_of_one(seed: int) -> None:
    chance = random.Random(seed)
    store = lived(chance)
    for number in range(12):
        for before in (BEFORE, BEFORE + timedelta(days=chance.randrange(9)), NOW - timedelta(days=300)):
            assert store.days(before, 4) == counted(store, before, 4)
        chosen = chance.choice(store.past_without_work()).uid
        if number % 3:
            store.correct(chosen, {"pain": chance.choice([0, 5]), "how": chance.choice(["finished", "ended"])})
        elif number % 2:
            store.delete(chosen)
        else:
            take(store, [any_record(chance, 1000 + number)])
    assert store.days(BEFORE, 3) == counted(store, BEFORE, 3), "what was kept of another pain does not hold"


def kept(store: Store) -> datetime | None:
    state = store.folded.newest("", NOW, lambda _until: "pain-from-4")
    return None if state is None else state.until


def test_they_are_kept_where_there_are_many_and_they_are_asked_for_again() -> None:
    store = lived(random.Random(1))
    store.days(NOW - timedelta(days=200), 4)
    assert kept(store) is None, "nobody asks for that moment again"
    store.days(BEFORE, 4)
    assert kept(store) == BEFORE - timedelta(milliseconds=1)
    store.days(BEFORE + timedelta(days=1), 4)
    assert kept(store) == BEFORE - timedelta(milliseconds=1), "a few more are counted each time"
    few = lived(random.Random(1), 20)
    few.days(BEFORE, 4)
    assert kept(few) is None


def test_what_somebody_edited_is_counted_anew() -> None:
    store = lived(random.Random(2))
    found = store.days(BEFORE, 4)
    for state in ("no JSON", "[]", "[1, 2]", '[[1, "zz"], [1, ""]]', '[[-9, "ff"], [1, ""]]'):
        store._database.write("UPDATE folded SET state = ?", (state,))
        assert store.days(BEFORE, 4) == found
    store._database.write("UPDATE folded SET until_utc = ?", ("long ago",))
    assert store.days(BEFORE, 4) == found


def test_a_moment_of_no_day_is_left_out() -> None:
    """A number of a few digits is a day to SQLite, in the years before our calendar."""
    clock = FakeClock(NOW - timedelta(days=100))
    store = memory_store(clock)
    for _ in range(2):
        store.finish_session(store.begin_session("routine", "desk", "Desk", 60.0, 1), "finished")
        clock.pass_time(86_400.0)
    there = store.days(BEFORE, 4)
    assert len(there.finished) == 2
    store._database.write("UPDATE session SET started_utc = ? WHERE id = (SELECT min(id) FROM session)", ("0",))
    assert store.days(BEFORE, 4).finished == there.finished - {min(there.finished)}


def test_the_pain_of_the_middle_counts_and_nothing_is_no_day() -> None:
    clock = FakeClock(NOW - timedelta(days=100))
    store = memory_store(clock)
    assert store.days(BEFORE, 4) == Days()
    session = store.begin_session("routine", "desk", "Desk", 60.0, 1)
    store.add_pain(session, "row", 4)
    assert store.days(BEFORE, 4) == Days(frozenset(), frozenset({date(2026, 2, 3)}))
