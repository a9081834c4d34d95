"""What was worked out of the past is kept, and thrown away with whatever becomes of a session."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.progress.folded import EVERY, State, is_kept
from coach.progress.opening import FILE_NAME
from coach.progress.store import Store, open_store
from coach.session.timeline import Interval
from coach.settings import THEME
from tests.fakes import FakeClock
from tests.stores import memory_store, noticed

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
WORK = Interval("work", 10.0, 25.0, "row")


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def state(days: float, number: int = EVERY, rules: str = "these") -> State:
    return State(ago(days), number, rules, f"until {days}")


def newest(store: Store, of: str = "desk", until: datetime = NOW, rules: str = "these") -> str | None:
    found = store.folded.newest(of, until, lambda _until: rules)
    return None if found is None else found.state


def keep(store: Store, *made: State, of: str = "desk", base: State | None = None) -> None:
    store.folded.keep(of, made, store.version, base=base)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(ago(9))


@pytest.fixture
def store(clock: FakeClock) -> Store:
    return memory_store(clock)


def did(store: Store, target: str = "desk") -> int:
    return store.begin_session("routine", target, "Desk", 60.0, 1)


def test_the_last_until_a_moment_is_given_that_was_made_by_the_same_rules(store: Store) -> None:
    keep(store, state(9, 16), state(5, 32, "others"), state(3, 48))
    assert newest(store) == "until 3"
    assert newest(store, until=ago(3)) == "until 3"
    assert newest(store, until=ago(4)) == "until 9"
    assert newest(store, rules="others") == "until 5"
    assert newest(store, until=ago(10)) is newest(store, rules="none") is newest(store, of="run") is None


@pytest.mark.parametrize("how", ["begun", "finished", "rated", "interval", "pain", "deleted"])
def test_what_becomes_of_a_session_throws_away_what_was_folded_with_it(
    store: Store, clock: FakeClock, how: str
) -> None:
    """The clock stood at nine days ago when it began: wrong, as what was folded until three days ago shows."""
    session = 0 if how == "begun" else did(store, "desk@weeks.1")
    for of in ("desk", "", "run"):
        keep(store, state(10), state(3, 32), of=of)
    clock.set_wall(NOW)
    match how:
        case "begun":
            clock.set_wall(ago(9))
            did(store)
        case "finished":
            store.finish_session(session, "finished")
        case "rated":
            store.rate_session(session, 5, 1)
        case "interval":
            store.add_interval(session, 0, WORK, 20.0, "done")
        case "pain":
            store.add_pain(session, "row", 4)
        case _:
            store.delete(store.past()[0].uid)
    assert newest(store) == newest(store, "") == "until 10"
    of_others = "until 10" if how in ("interval", "pain") else "until 3"
    assert newest(store, "run") == of_others


def test_a_session_that_is_younger_throws_nothing_away(store: Store, clock: FakeClock) -> None:
    keep(store, state(10))
    session = did(store)
    store.add_interval(session, 0, WORK, 20.0, "done")
    store.add_pain(session, "row", 4)
    store.finish_session(session, "finished")
    store.rate_session(session, 5, 1)
    clock.pass_time(60.0)
    store.tell_morning(store.past()[0].uid, "worse")
    assert newest(store) == "until 10"


def test_delete_all_throws_it_away(store: Store) -> None:
    keep(store, state(10))
    assert store.forget_all() is None
    assert newest(store) is None


def test_nothing_is_kept_that_may_have_become_otherwise_meanwhile(store: Store) -> None:
    version = store.version
    store.keep(THEME, "dark")
    store.folded.keep("desk", [state(3)], version, base=None)
    assert newest(store) is None


def test_nothing_is_kept_that_another_program_changed_meanwhile(tmp_path: Path) -> None:
    store, other = open_store(tmp_path, FakeClock(ago(9))), open_store(tmp_path, FakeClock(ago(9)))
    version = store.version
    did(other)
    store.folded.keep("desk", [state(3)], version, base=None)
    assert newest(store) is None
    keep(store, state(10))
    assert newest(store) == newest(other) == "until 10"
    did(other)
    assert newest(store) == "until 10", "it began later"
    keep(store, state(3, 32), base=state(10))
    assert newest(other) == "until 3"
    did(other)
    assert newest(store) == "until 10"
    store.close()
    other.close()


def test_where_it_cannot_be_kept_nothing_is_said_and_nothing_waits(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeClock(NOW))
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        keep(store, state(3))
        other.execute("ROLLBACK")
    assert (noticed(store), newest(store), store.is_whole) == ((), None, True)
    keep(store, state(3))
    assert newest(store) == "until 3"
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store.keep(THEME, "dark")
        other.execute("ROLLBACK")
    assert not store.is_whole
    keep(store, state(2))
    assert newest(store) is None, "the copy in memory has nothing of it"
    store.close()


def test_an_end_keeps_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path, FakeClock(NOW))
    store.close()
    keep(store, state(3))
    assert newest(store) is None


def test_few_are_kept_and_the_more_the_younger() -> None:
    numbers = [number for number in range(20_001) if is_kept(number, 20_001)]
    assert numbers[-4:] == [19976, 19984, 19992, 20000]
    assert len(numbers) < 30
    gaps = [later - one for one, later in itertools.pairwise(numbers)]
    assert gaps == sorted(gaps, reverse=True)


def test_what_is_kept_is_thinned_as_it_grows(store: Store) -> None:
    base: State | None = None
    for number in range(EVERY, 60 * EVERY, EVERY):
        made = state(1000 - number, number)
        keep(store, made, base=base)
        base = made
    rows = store._database.read("SELECT number FROM folded ORDER BY number")
    assert [number for (number,) in rows] == [one for one in range(60 * EVERY) if one and is_kept(one, 59 * EVERY)]
