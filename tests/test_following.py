"""To follow a plan and to stop, and to take either back."""

from __future__ import annotations

from datetime import date

import pytest

from coach.following import Change, begin, going_on, stop, take_back
from coach.progress.store import Store
from tests.fakes import FakeClock
from tests.stores import memory_store

MONDAY, TUESDAY, NEXT = date(2026, 5, 11), date(2026, 5, 12), date(2026, 5, 18)


@pytest.fixture
def store() -> Store:
    return memory_store(FakeClock())


def followed(store: Store) -> list[tuple[str, date, date | None]]:
    return [(one.plan, one.begun, one.until) for one in store.plans()]


def test_one_begins_where_the_other_ends(store: Store) -> None:
    begin(store, "spring", MONDAY)
    found, _ = begin(store, "autumn", NEXT)
    assert [one.plan for one in found.ends] == ["spring"]
    assert followed(store) == [("spring", MONDAY, date(2026, 5, 17)), ("autumn", NEXT, None)]


def test_a_beginning_is_taken_back_as_if_it_had_not_been(store: Store) -> None:
    begin(store, "spring", MONDAY)
    _, change = begin(store, "autumn", TUESDAY)
    take_back(store, change)
    assert followed(store) == [("spring", MONDAY, None)]


def test_a_stop_is_taken_back(store: Store) -> None:
    begin(store, "spring", MONDAY)
    begin(store, "autumn", NEXT)
    change = stop(store, going_on(store, TUESDAY), TUESDAY)
    assert [until for *_, until in followed(store)] == [MONDAY, MONDAY]
    assert going_on(store, TUESDAY) == ()
    take_back(store, change)
    assert followed(store) == [("spring", MONDAY, date(2026, 5, 17)), ("autumn", NEXT, None)]


def test_to_stop_one_leaves_the_other(store: Store) -> None:
    begin(store, "spring", MONDAY)
    begin(store, "autumn", NEXT)
    stop(store, [one for one in going_on(store, TUESDAY) if one.plan == "autumn"], TUESDAY)
    assert [one.plan for one in going_on(store, TUESDAY)] == ["spring"]


def test_one_that_begins_later_and_is_stopped_is_never_followed(store: Store) -> None:
    begin(store, "autumn", NEXT)
    stop(store, going_on(store, TUESDAY), TUESDAY)
    assert followed(store) == [("autumn", NEXT, MONDAY)]
    assert going_on(store, NEXT) == ()


def test_nothing_is_taken_back_of_nothing(store: Store) -> None:
    take_back(store, Change(()))
    assert followed(store) == []
