"""What was done, counted: sessions, days and seconds of exercise. A test measures and is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.progress.records import SessionRecord


@dataclass(frozen=True, slots=True)
class Totals:
    """`finished` sessions, on how many `days`, and the `seconds` of all exercise, of what was cut short as well."""

    finished: int
    days: int
    seconds: float


def exercise(sessions: Sequence[SessionRecord]) -> list[SessionRecord]:
    """The sessions of exercise among all, in their order."""
    return [record for record in sessions if record.is_exercise]


def finished_exercise(sessions: Sequence[SessionRecord]) -> list[SessionRecord]:
    """Those that came to their end."""
    return [record for record in exercise(sessions) if record.how == "finished"]


def totals(sessions: Sequence[SessionRecord]) -> Totals:
    """All that was done: a session that was cut short is none that was finished, but its seconds count."""
    finished = finished_exercise(sessions)
    days = {record.started.date() for record in finished}
    return Totals(len(finished), len(days), sum(record.seconds for record in exercise(sessions)))
