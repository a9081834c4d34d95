"""What is told of a person is read once, and anew whenever something of it is another."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach.wiring.told import Told
from tests.ui.parts import FakeParts

HOURS = timedelta(hours=48)


class Counted:
    """A store that counts what is asked of it."""

    def __init__(self, store) -> None:
        self._store, self.asked = store, []

    def __getattr__(self, name: str):
        found = getattr(self._store, name)
        if name != "past_version":
            self.asked.append(name)
        return found


@pytest.fixture
def parts() -> FakeParts:
    return FakeParts()


def all_of(told: Told, at) -> tuple[object, ...]:
    return told.choices(), told.conditions(), told.worse(at - HOURS, at), told.next_moment(at)


def test_for_a_thousand_routines_it_is_asked_once(parts):
    store = Counted(parts.store)
    told, now = Told(store), parts.clock.wall()
    found = [all_of(told, now + timedelta(milliseconds=number)) for number in range(1000)]
    assert found == [((), (), [], None)] * 1000
    assert sorted(store.asked) == ["choices", "conditions", "next_moment", "past"]


def test_it_is_what_the_store_has_whatever_is_done(parts):
    told, store = Told(parts.store), parts.store

    def same() -> None:
        now = parts.clock.wall()
        worse = [one for one in store.past(since=now - HOURS, until=now) if one.morning == "worse"]
        assert all_of(told, now) == (store.choices(), store.conditions(), worse, store.next_moment(now))

    same()
    store.add_conditions(["neck-injury"])
    same()
    uid = parts.store.uid_of_session(parts.finish("desk-reset", days_ago=1))
    same()
    store.tell_morning(uid, "worse")
    same()
    assert told.worse(parts.clock.wall() - HOURS, parts.clock.wall())
    parts.clock.set_wall(parts.clock.wall() + timedelta(hours=30))
    same()
    parts.clock.set_wall(parts.clock.wall() - timedelta(days=3))  # a clock that was wrong
    same()
    parts.clock.set_wall(parts.clock.wall() + timedelta(days=2))
    same()
    assert told.next_moment(parts.clock.wall() - timedelta(days=20)) is not None
    same()
