"""A data file of somebody who never did, told or set anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.progress.store import Store
from coach.settings import CALENDAR_NAME, OF_THE_PROGRAM, REMINDERS_STATE, THEME, WELCOMED
from tests.fakes import FakeClock
from tests.stores import memory_store


@pytest.fixture
def store() -> Store:
    return memory_store(FakeClock())


def test_nothing_and_what_the_program_keeps_by_itself_is_nothing(store: Store) -> None:
    assert store.is_untouched(OF_THE_PROGRAM)
    store.keep(REMINDERS_STATE, {})
    store.keep(CALENDAR_NAME, "abc")
    assert store.is_untouched(OF_THE_PROGRAM)
    assert not store.is_untouched(())


DEEDS: dict[str, Callable[[Store], object]] = {
    "a session": lambda store: store.begin_session("routine", "row", "Row", 60.0, 1),
    "a test": lambda store: store.add_test("wall", {}),
    "a reminder": lambda store: store.add_reminder("stretch", "shown"),
    "answers": lambda store: store.add_safety(()),
    "conditions": lambda store: store.add_conditions(()),
    "a setting": lambda store: store.keep(THEME, "dark"),
    "the welcome": lambda store: store.keep(WELCOMED, True),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_a_person_did_told_or_set_is_something(store: Store, deed: str) -> None:
    DEEDS[deed](store)
    assert not store.is_untouched(OF_THE_PROGRAM)
