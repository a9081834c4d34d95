"""What the store has of the person that matters for every routine alike: read once while their past is the same."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.progress.store import Store
    from coach.progression.past import Choice, ConditionsTold, Session


class Told:
    """Asked for a thousand routines one after the other, it asks the store once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: object = None
        self._choices: tuple[Choice, ...] | None = None
        self._conditions: tuple[ConditionsTold, ...] | None = None
        self._lately: tuple[datetime, datetime, list[Session]] | None = None
        self._next: tuple[datetime, datetime | None] | None = None

    def choices(self) -> tuple[Choice, ...]:
        """What the person chose for exercises of routines, the oldest first."""
        self._look()
        if self._choices is None:
            self._choices = self._store.choices()
        return self._choices

    def conditions(self) -> tuple[ConditionsTold, ...]:
        """What was told of conditions, the newest last."""
        self._look()
        if self._conditions is None:
            self._conditions = self._store.conditions()
        return self._conditions

    def worse(self, since: datetime, until: datetime) -> list[Session]:
        """The sessions that began between two moments and after which the morning was worse."""
        self._look()
        kept = self._lately
        if kept is None or since < kept[0] or self._began_between(kept[1], until):
            lately = self._store.past(since=since, until=until)
            kept = self._lately = since, until, [one for one in lately if one.morning == "worse"]
        return [one for one in kept[2] if since <= one.started <= until]

    def next_moment(self, after: datetime) -> datetime | None:
        """When the first session or test later than a moment began; None where there is none."""
        self._look()
        kept = self._next
        if kept is None or after < kept[0] or (kept[1] is not None and kept[1] <= after):
            kept = self._next = after, self._store.next_moment(after)
        return kept[1]

    def _began_between(self, since: datetime, until: datetime) -> bool:
        """Whether anything began then that nobody wrote since: of a clock that was wrong."""
        later = self.next_moment(since) if until > since else None
        return later is not None and later <= until

    def _look(self) -> None:
        version = self._store.past_version
        if version != self._version:
            self._version = version
            self._choices = self._conditions = self._lately = self._next = None
