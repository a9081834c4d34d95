"""Records and stores for the history file."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from coach.progress.portable.form import Record, fitting
from coach.progress.portable.lines import write
from coach.progress.store import Store
from coach.session.timeline import Interval
from tests.fakes import FakeClock
from tests.stores import memory_store

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 6, 1, 8, 0, tzinfo=ZONE)

RESULT: Mapping[str, Any] = {}


def store_at(now: datetime = NOW) -> tuple[Store, FakeClock]:
    """An empty store in memory and its clock."""
    clock = FakeClock(now)
    return memory_store(clock), clock


def lived_in() -> Store:
    """A store in which one of each was done by the program itself."""
    store, clock = store_at()
    session = store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
    clock.pass_time(30)
    store.add_interval(session, 0, Interval("work", 0.0, 25.0, "chin-tuck", 1, 2), 24.5, "done", 5)
    store.add_interval(session, 1, Interval("work", 25.0, 25.0, "lean"), 20.0, "done", named="press")
    store.add_pain(session, "lean", 3)
    clock.pass_time(30)
    store.finish_session(session, "finished")
    store.rate_session(session, 5, 1)
    store.add_reminder("change-position", "shown", "30 min at the desk")
    store.add_choice("desk-reset", "press", "hold")
    store.add_safety(["fever"], ["fever"])
    store.add_conditions(["osteoporosis", "pregnancy"], ["pregnancy"])
    store.start_plan("eight-weeks", NOW.date())
    store.set_setting("theme", "dark")
    return store


def lines_of(store: Store, *, settings: bool = True) -> list[str]:
    """The lines of a file of all that a store remembers, but the first."""
    records = [one for one in store.shelf().records() if settings or one["type"] != "setting"]
    return list(write(records, NOW))[1:]


def session(uid: str = "one", changed: str = "2026-05-01T10:00:00+02:00", **keys: Any) -> Record:
    """A session's record."""
    opening = {"type": "session", "uid": uid, "changed": changed, "kind": "routine", "target": "strong"}
    return fitting({**opening, "title": "Strong", "started": "2026-05-01T09:00:00+02:00", **keys})


def choice(uid: str, changed: str, what: str = "up") -> Record:
    """A choice's record."""
    opening = {"type": "choice", "uid": uid, "changed": changed, "at": changed}
    return fitting({**opening, "routine": "strong", "exercise": "row", "what": what})


def deleted(uid: str, changed: str) -> Record:
    """A deletion."""
    return fitting({"type": "deleted", "uid": uid, "changed": changed})


def any_records(seed: int) -> list[Record]:
    """Some records, with few uids and few moments, so that they meet."""
    of = random.Random(seed)
    made: list[Record] = []
    for _ in range(of.randrange(1, 14)):
        uid, changed = f"u{of.randrange(5)}", f"2026-05-0{of.randrange(1, 4)}T10:00:00+02:00"
        kind = of.randrange(4)
        if kind == 0:
            made.append(deleted(uid, changed))
        elif kind == 1:
            made.append(choice(uid, changed, of.choice(["up", "down", "hold"])))
        else:
            pains = [{"at": changed, "exercise": "row", "pain": of.randrange(11)}] if of.random() < 0.3 else []
            work = [
                {"index": at, "kind": "work", "exercise": "row", "for": of.choice(["row", "press"]), "seconds": 5}
                | {"outcome": of.choice(["done", "skipped"]), "finished": changed, "own": of.randrange(3)}
                for at in range(of.randrange(3))
            ]
            told = {"pain": of.choice([None, 0, 4]), "morning": of.choice([None, "worse"]), "unknown": of.randrange(2)}
            made.append(session(uid, changed, pains=pains, intervals=work, **told))
    return made


def take(store: Store, records: list[Record]) -> tuple[dict[str, int], int]:
    """Take records in; what was taken, and how many were known."""
    merged = store.merge(records)
    assert store.take(merged.changes) is None
    return dict(merged.taken), merged.known
