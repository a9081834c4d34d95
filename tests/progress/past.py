"""A past of four entries: a reminder, a session left, a wall test, a session finished."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from coach.progress.records import HistoryEntry
from coach.session.timeline import Interval
from coach.walltest.answers import Answers
from coach.walltest.score import Result
from tests.fakes import FakeClock
from tests.stores import memory_store

VIENNA = timezone(timedelta(hours=2))
AT = datetime(2026, 5, 14, 9, 0, tzinfo=VIENNA)


def lived() -> list[HistoryEntry]:
    clock = FakeClock(AT)
    store = memory_store(clock)
    store.add_reminder("change-position", "shown", "30 min at the desk")
    clock.pass_time(60)
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    store.add_interval(session, 0, Interval("work", 0.0, 25.0, "chin-tuck"), 24.5, "done", 5)
    store.add_interval(session, 1, Interval("work", 25.0, 25.0, "plank"), 0.0, "skipped")
    clock.pass_time(60)
    answers = Answers(ratings={"tension": {"neck": (6, 2)}})
    result = Result("wall-test", 11, 14, 27.5, 30.0, 5, 7, {"neck": 6}, focus=("neck", "chest"), answers=answers)
    store.add_test("wall-test", result.as_json())
    clock.pass_time(60)
    other = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    store.finish_session(other, "finished")
    store.rate_session(other, 3, 0)
    return store.history(lambda kind, name: f"{kind} {name}")
