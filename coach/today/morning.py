"""Which session's next morning is to be asked about."""

from __future__ import annotations

from datetime import timedelta

from coach.progression.past import Session
from coach.today.past import Past, between

ASKED_FOR = timedelta(hours=48)
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
