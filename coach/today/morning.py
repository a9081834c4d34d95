"""Which session's next morning is to be asked about."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from coach.progression.own import REST_AFTER_WORSE
from coach.progression.past import Session
from coach.today.past import Past, between, past_up_to

ASKED_FOR = REST_AFTER_WORSE
"""After the session: longer nobody remembers that morning, and the rest that a worse one asks for is over."""


def morning_due(past: Past) -> Session | None:
    """The last session of exercise before today, where its morning is still to be told. None where there is none."""
    for session in reversed(past.sessions):
        if session.kind == "test" or session.started.date() >= past.today:
            continue
        if between(session.started, past.at) >= ASKED_FOR:
            return None
        if session.counts or session.how == "finished":
            return session if session.morning is None else None
    return None


class Remembered(Protocol):
    """What this needs of the store."""

    def past(self, *, since: datetime, until: datetime) -> tuple[Session, ...]:
        """The sessions that began between two moments, with their work."""
        ...


def morning_to_ask(store: Remembered, at: datetime) -> Session | None:
    """The session whose morning is to be asked about at the moment `at`, of those that the store has."""
    return morning_due(past_up_to(at, store.past(since=at - ASKED_FOR, until=at)))
