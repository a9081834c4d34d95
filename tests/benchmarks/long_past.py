"""Somebody who has trained for decades: the records of 20,000 sessions with 400,000 intervals, as a history file has
them, and a data folder that holds them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach.clock import SystemClock
from coach.content.catalogue import Catalogue
from coach.history_file import HistoryFile, take
from coach.progress.folders import Home
from coach.progress.portable.form import Record, fitting, moment_text
from coach.session.compile import compile_routine
from coach.session.timeline import Interval
from coach.wiring import Parts

SESSIONS, INTERVALS = 20_000, 20
A_DAY = 4
"""So many sessions a day: the first one thirteen years ago."""


def long_past(
    catalogue: Catalogue, ends: datetime, *, sessions: int = SESSIONS, salt: str = "a", only: str | None = None
) -> Iterator[Record]:
    """The records, of all routines in turn, or of one; `salt` makes another person of it."""
    chance = random.Random(salt)
    routines = [one for one in catalogue.routines.values() if only in (None, one.id)]
    made = [(one.id, str(one.title), _intervals(compile_routine(one, catalogue).intervals)) for one in routines]
    first = ends - timedelta(days=sessions // A_DAY + 1)
    for number in range(sessions):
        began = first + timedelta(hours=number * 24 // A_DAY, minutes=chance.randrange(60))
        yield _session(f"{salt}{number}", made[number % len(made)], began, chance)
    for number in range(0, sessions // A_DAY, 14):
        at = moment_text(first + timedelta(days=number, hours=1))
        result = {"test_id": "wall-test", "hold_seconds": 20.0 + number % 10, "focus": sorted(catalogue.areas)[:2]}
        yield fitting(
            {"type": "test", "uid": f"{salt}-test{number}", "changed": at, "at": at, "test": "wall-test",
             "result": result}
        )  # fmt: skip
    at = moment_text(ends - timedelta(days=3))
    yield fitting({"type": "safety", "uid": f"{salt}-safety", "changed": at, "at": at, "yes": []})
    for plan in list(catalogue.plans)[:1]:
        begun = (ends - timedelta(days=20)).date().isoformat()
        yield fitting(
            {"type": "plan", "uid": f"{salt}-plan", "changed": at, "plan": plan, "from": begun, "until": None}
        )


def _intervals(found: Sequence[Interval]) -> list[Interval]:
    """Just so many, the routine's own again and again."""
    return [found[place % len(found)] for place in range(INTERVALS)]


def _session(uid: str, routine: tuple[str, str, Sequence[Interval]], began: datetime, chance: random.Random) -> Record:
    ident, title, intervals = routine
    at, parts = began, []
    for index, interval in enumerate(intervals):
        at += timedelta(seconds=20)
        parts.append(
            {
                "index": index, "kind": interval.kind, "exercise": interval.exercise, "set": interval.set,
                "side": interval.side, "seconds": interval.seconds, "reps": None, "finished": moment_text(at),
                "outcome": "skipped" if chance.random() < 0.01 else "done",
            }
        )  # fmt: skip
    record = {
        "type": "session", "uid": uid, "changed": moment_text(at), "kind": "routine", "target": ident, "title": title,
        "started": moment_text(began), "ended": moment_text(at), "how": "finished", "effort": chance.randrange(3, 9),
        "pain": chance.choice([0, 0, 0, 1, 1, 2, 3, 4, 5]), "intervals": parts, "planned_intervals": len(parts),
        "morning": "worse" if chance.random() < 0.01 else None,
    }  # fmt: skip
    return fitting(record)


def live_long(folder: Path, *, sessions: int = SESSIONS, only: str | None = None) -> Home:
    """A data folder with such a past until now."""
    home = Home(folder, folder / "cache")
    parts = Parts(home, SystemClock(), sound=False)
    try:
        now = datetime.now(UTC).astimezone()
        records = list(long_past(parts.library.catalogue, now, sessions=sessions, only=only))
        take(parts.store, HistoryFile(records, []))
    finally:
        parts.close()
    return home
