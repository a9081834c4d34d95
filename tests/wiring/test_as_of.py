"""What a page was built from holds until something of it is another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.settings import AIM
from coach.wiring.as_of import AsOf
from tests.ui.parts import FakeParts, shipped


def longer(parts: FakeParts) -> None:
    parts.choose_length("run-tall", 1200, remember=False)


def midnight(parts: FakeParts) -> None:
    parts.clock.set_wall(parts.clock.wall() + timedelta(hours=13))


def another_library(parts: FakeParts) -> None:
    parts.library.catalogue = replace(shipped())


CHANGES = {
    "a setting": lambda parts: parts.store.keep(AIM, "desk"),
    "a session": lambda parts: parts.finish("desk-reset"),
    "conditions": lambda parts: parts.store.add_conditions(["neck-injury"]),
    "a length for this run": longer,
    "another day": midnight,
    "another library": another_library,
    "a clock that was wrong": lambda parts: parts.clock.set_wall(parts.clock.wall() - timedelta(minutes=1)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_it_holds_until(name):
    parts = FakeParts()
    parts.own("desk-reset")
    as_of = AsOf(parts)
    parts.clock.set_wall(parts.clock.wall() + timedelta(minutes=5))
    assert as_of.holds
    if name == "a clock that was wrong":
        parts.clock.set_wall(parts.clock.wall() - timedelta(minutes=5))
    CHANGES[name](parts)
    assert not as_of.holds


def test_it_holds_no_longer_than_what_was_worked_out():
    parts = FakeParts()
    session = parts.begin("desk-reset", days_ago=1)
    parts.store.add_interval(session, 1, parts.timeline("routine", "desk-reset").intervals[1], 25.0, "done", 5)
    parts.store.finish_session(session, "finished")
    uid = parts.store.uid_of_session(session)
    parts.store.tell_morning(uid, "worse")
    parts.clock.set_wall(parts.clock.wall() + timedelta(hours=21))  # the day on which the rest ends
    assert parts.own("desk-reset").left_out
    as_of = AsOf(parts)
    until = parts.doses.until
    assert until is not None
    parts.clock.set_wall(until - timedelta(seconds=1))
    assert as_of.holds
    parts.clock.set_wall(until)
    assert until.date() == (until - timedelta(seconds=1)).date(), "not for the day alone"
    assert not as_of.holds
