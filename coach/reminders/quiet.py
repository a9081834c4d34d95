"""The reasons to be quiet, as keys. Their words stand in coach.words.quiet, their icons in the window."""

from __future__ import annotations

from typing import Literal, get_args

SeenReason = Literal["do-not-disturb", "full-screen", "camera"]
"""What the machine is watched for."""

QuietReason = Literal[
    SeenReason, "session", "paused", "away", "another", "outside-hours", "not-today", "limit", "locked"
]
"""All that keeps a reminder from coming.

session: somebody exercises; paused: by the person; away: nobody is there; another: another reminder is open, or was a
moment ago; outside-hours, not-today and limit: its own hours, days and how often it may come a day; locked: what it
asks for may not be begun, by the person's answers to the safety questions.
"""

SEEN: tuple[SeenReason, ...] = get_args(SeenReason)
QUIET_REASONS: tuple[QuietReason, ...] = get_args(QuietReason)


def known(keys: object) -> tuple[QuietReason, ...]:
    """Those of `keys` that are reasons, in their order: a record of another version may hold others.

    TypeError for what holds nothing.
    """
    if not isinstance(keys, (list, tuple)):
        raise TypeError(f"{keys!r} is no list of reasons")
    return tuple(reason for key in keys for reason in QUIET_REASONS if reason == key)
