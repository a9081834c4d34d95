"""Which exercises nothing may ask for, by conditions and answers, at their edges in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coach.content.model import DoseLayer, Exercise, Safety, SafetyQuestion, Text, Tier
from coach.progression.barred import NOTHING_BARRED, Barred
from coach.today.barring import barred_of
from tests.fakes import EMPTY, FakeClock
from tests.stores import memory_store

START = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)
TUCK = Exercise("tuck", Text("Tuck"), ("neck",), "sitting", Text("Tuck."), DoseLayer(), check_first=("neck", "arm"))
WALK = replace(TUCK, id="walk", check_first=())
LIBRARY = replace(
    EMPTY,
    exercises={one.id: one for one in (TUCK, WALK)},
    safety=Safety(
        {"urgent": Tier("urgent", Text("See one."), lock=True), "soon": Tier("soon", Text("Book."))},
        (
            SafetyQuestion("lump", Text("Lump?"), "urgent", checkable=True),
            SafetyQuestion("cold", Text("Cold?"), "soon"),
        ),
    ),
)


def test_who_told_nothing_is_barred_from_nothing() -> None:
    assert barred_of(LIBRARY, memory_store(FakeClock(START)), START) == NOTHING_BARRED


def test_what_was_told_last_by_the_moment_counts() -> None:
    clock = FakeClock(START)
    store = memory_store(clock)
    store.add_conditions({"neck", "arm"})
    clock.pass_time(60)
    store.add_conditions({"neck", "arm"}, {"neck"})
    clock.pass_time(60)
    store.add_conditions({"neck", "arm"}, {"neck", "arm"})
    clock.pass_time(60)
    store.add_conditions({"wrist"})
    found = [barred_of(LIBRARY, store, START + timedelta(seconds=s)) for s in (-1, 0, 59, 60, 119, 120, 180)]
    tuck = Barred(frozenset({"tuck"}))
    assert found == [NOTHING_BARRED, tuck, tuck, tuck, tuck, NOTHING_BARRED, NOTHING_BARRED]


def test_while_the_answers_lock_every_exercise_is_barred_also_one_that_nobody_knows() -> None:
    clock = FakeClock(START)
    store = memory_store(clock)
    store.add_safety({"lump"})
    barred = barred_of(LIBRARY, store, START)
    assert "walk" in barred
    assert "unheard-of" in barred
    clock.pass_time(60)
    store.add_safety({"lump", "cold"}, {"lump"})
    assert "walk" not in barred_of(LIBRARY, store, clock.wall())
