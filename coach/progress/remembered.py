"""What was done and told, as the rules of progression and Today look at it, and what was worked out of that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from coach.clock import Clock
from coach.progress import days, past, statements
from coach.progress.database import Database
from coach.progress.folded import FoldedPast
from coach.progress.told import NewIds, Told
from coach.progression.past import Days, Session

_LOOKED_BACK = timedelta(days=120)
"""What Today asks for is younger: days before another moment are asked for once."""


class Remembered(Told):
    """Reads the past. No method raises for the disk's sake."""

    def __init__(
        self, database: Database, clock: Clock, new_ids: NewIds, spoilt: Callable[[str], None] = lambda _what: None
    ) -> None:
        super().__init__(database, clock, new_ids, spoilt)
        self._past_version: tuple[tuple[int, int], tuple[Any, ...]] | None = None

    @property
    def version(self) -> tuple[int, int]:
        """Another one whenever anything was written, by this program or another; until then what was read holds."""
        return self._database.version

    def past(
        self,
        routine: str | None = None,
        *,
        since: datetime | None = None,
        after: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Session, ...]:
        """The sessions with their work, the oldest first: of a routine by its own id, as plans have it too, or all;
        those that began at the moment `since` (aware) or later, later than `after`, and at `until` or earlier.
        """
        span = past.Span(routine, since, after, until)
        return tuple(past.sessions(self._database, self._spoilt, span))

    @property
    def past_version(self) -> tuple[Any, ...]:
        """Another one whenever what `past`, `choices`, `conditions` or `tests` give is another."""
        if self._past_version is None or self._past_version[0] != self.version:
            self._past_version = self.version, (*past.version(self._database), self._mended)
        return self._past_version[1]

    def past_without_work(self, since: datetime | None = None, until: datetime | None = None) -> tuple[Session, ...]:
        """The sessions that began between two moments, or at any, without their work, which would be most of what is
        read.
        """
        span = past.Span(since=since, until=until)
        return tuple(past.sessions(self._database, self._spoilt, span, with_work=False))

    def routines_begun(self) -> frozenset[str]:
        """The ids of all routines that were ever begun, also as plans have them; other kinds may be among them."""
        return past.routines(self._database)

    def next_moment(self, after: datetime) -> datetime | None:
        """When the first session or test later than a moment (aware) began: of a clock that was wrong, or of a moment
        asked for that lies in the past. None where there is none.
        """
        return past.next_moment(self._database, after)

    @property
    def folded(self) -> FoldedPast:
        """What was worked out of the past, kept."""
        return FoldedPast(self._database)

    def days(self, before: datetime, pain_from: int) -> Days:
        """The dates of the sessions that began before a moment (aware): those with something finished, a test as well,
        and those on which so much pain was told, 0 to 10, or more.
        """
        return days.days(self._database, before, pain_from, keep=abs(self._clock.wall() - before) < _LOOKED_BACK)

    def add_pain(self, session: int, exercise: str, pain: int) -> None:
        """Note that it hurt in an exercise of a session, 0 to 10; it is in the file when this returns."""
        self._drop_folded_with(session)
        super().add_pain(session, exercise, pain)

    def _drop_folded_with(self, session: int) -> None:
        """A session is younger than all that is folded, unless the clock was wrong as it began."""
        folded = self._database.read(
            "SELECT 1 FROM folded WHERE until_utc >= (SELECT started_utc FROM session WHERE id = ?) LIMIT 1", (session,)
        )
        if folded:
            self._database.write(statements.DROP_FOLDED_WITH, (session,))
