"""Somebody who trains and tests: sessions and results in the store of the parts."""

from __future__ import annotations

from tests.ui.parts import FakeParts

STRENGTH = "upper-back-strength"
DAY = 24 * 3600.0


def train(parts: FakeParts, ident: str = STRENGTH, *, effort: int = 5, pain: int = 1, how: str = "finished") -> int:
    """A whole session of what it is now, done in a minute, and a day of rest."""
    timeline = parts.timeline("routine", ident)
    session = parts.store.begin_session("routine", ident, timeline.title, timeline.seconds, len(timeline.intervals))
    for index, interval in enumerate(timeline.intervals):
        parts.store.add_interval(session, index, interval, interval.seconds, "done", None, interval.named)
    parts.clock.pass_time(60.0)
    parts.store.finish_session(session, how)  # type: ignore[arg-type]
    parts.store.rate_session(session, effort, pain)
    parts.clock.pass_time(DAY)
    return session


def tested(parts: FakeParts, *areas: str) -> None:
    parts.store.add_test("wall-test", {"test_id": "wall-test", "focus": list(areas)})
    parts.clock.pass_time(60.0)
