"""Whether somebody may begin by the safety questions, at a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coach.content.model import Safety, SafetyQuestion, Text, Tier
from coach.progression.past import SafetyTold, Session
from coach.today.safety import AfterPain, AskedLongAgo, NeverAsked
from coach.today.standing import standing_of
from tests.fakes import FakeClock
from tests.stores import memory_store

SAFETY = Safety(
    {"emergency": Tier("emergency", Text("Call."), lock=True), "urgent": Tier("urgent", Text("See one."), lock=True),
     "soon": Tier("soon", Text("Book."))},
    (
        SafetyQuestion("chest", Text("Chest?"), "emergency"),
        SafetyQuestion("lump", Text("Lump?"), "urgent", checkable=True),
        SafetyQuestion("cold", Text("Cold?"), "soon"),
    ),
)  # fmt: skip
START = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("yes", "checked", "locked", "is_emergency"),
    [
        ((), (), None, False),
        (("cold",), (), None, False),
        (("lump",), (), "urgent", False),
        (("lump",), ("lump",), None, False),
        (("lump", "chest"), ("lump",), "emergency", True),
    ],
)
def test_what_locks_and_whether_it_is_an_emergency(
    yes: tuple[str, ...], checked: tuple[str, ...], locked: str | None, is_emergency: bool
) -> None:
    store = memory_store(FakeClock(START))
    store.add_safety(yes, checked)
    found = standing_of(SAFETY, store, START)
    assert (found.locked.id if found.locked else None) == locked
    assert found.is_emergency is is_emergency
    assert found.may_begin is (locked is None)
    assert found.answered == START


def test_due_when_never_answered_after_thirty_dates_and_after_pain() -> None:
    clock = FakeClock(START)
    store = memory_store(clock)
    assert standing_of(SAFETY, store, START).due == NeverAsked()
    store.add_safety(())
    assert standing_of(SAFETY, store, START - timedelta(seconds=1)).due == NeverAsked(), "nothing later counts"
    assert standing_of(SAFETY, store, START + timedelta(days=29, hours=14)).due is None
    assert standing_of(SAFETY, store, START + timedelta(days=29, hours=15)).due == AskedLongAgo(30)
    clock.pass_time(60)
    session = store.begin_session("routine", "any", "Any", 60.0, 1)
    store.finish_session(session, "finished")
    store.rate_session(session, 5, 5)
    assert standing_of(SAFETY, store, clock.wall()).may_begin
    store.rate_session(session, 5, 6)
    assert standing_of(SAFETY, store, clock.wall()).due == AfterPain(START.date(), 6)
    clock.pass_time(60)
    store.add_safety(())
    assert standing_of(SAFETY, store, clock.wall()).may_begin, "once answered, that session is behind"


def test_nothing_is_read_where_the_answers_are_so_old_that_they_are_asked_again_anyhow() -> None:
    asked: list[tuple[datetime, datetime]] = []

    class Store:
        def safety(self) -> tuple[SafetyTold, ...]:
            return (SafetyTold(START),)

        def past_without_work(self, since: datetime, until: datetime) -> tuple[Session, ...]:
            asked.append((since, until))
            return ()

    assert standing_of(SAFETY, Store(), START + timedelta(days=32)).due == AskedLongAgo(32)
    assert asked == [(START, START + timedelta(days=32))]
    assert standing_of(SAFETY, Store(), START + timedelta(days=4000)).due == AskedLongAgo(4000)
    assert len(asked) == 1
