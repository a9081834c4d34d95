"""What was done, counted: a fortnight's timetable."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from coach.progress.records import SessionEnd, SessionKind, SessionRecord
from coach.today.done import Totals, exercise, finished_exercise, totals


def session(
    when: str, target: str, *, how: SessionEnd | None = "finished", kind: SessionKind = "routine", seconds: float = 60.0
) -> SessionRecord:
    """A session that began at `when`, of the length given."""
    began = datetime.fromisoformat(when).replace(tzinfo=timezone(timedelta(hours=2)))
    return SessionRecord(1, kind, target, target.title(), 90.0, 5, began, None, how, None, None, seconds, 5)


NEWEST_FIRST = (
    session("2026-05-12 18:00", "arms@eight-weeks.2"),
    session("2026-05-12 12:00", "wall", kind="test", seconds=500.0),
    session("2026-05-12 09:00", "desk"),
    session("2026-05-12 08:00", "arms", how="pain", seconds=20.0),
    session("2026-05-11 23:50", "desk"),
    session("2026-05-11 10:00", "run"),
    session("2026-05-11 09:00", "desk"),
    session("2026-05-10 23:59", "run"),
    session("2026-05-09 10:00", "arms", how=None, seconds=5.0),
)


def targets(sessions: list[SessionRecord]) -> list[str]:
    return [record.target for record in sessions]


def test_a_test_is_no_exercise_and_what_was_cut_short_is_not_finished() -> None:
    assert "wall" not in targets(exercise(NEWEST_FIRST))
    assert len(exercise(NEWEST_FIRST)) == 8
    assert [record.how for record in finished_exercise(NEWEST_FIRST)] == ["finished"] * 6


def test_all_seconds_of_exercise_count_and_the_days_of_what_was_finished() -> None:
    assert totals(NEWEST_FIRST) == Totals(finished=6, days=3, seconds=385.0)
    assert totals(()) == Totals(0, 0, 0)
