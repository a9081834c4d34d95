"""What the desk has to know, of the whole library and all that the person has told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from coach.clock import Clock
from coach.content.catalogue import Catalogue
from coach.content.model import Reminder, Test
from coach.progress.store import Store
from coach.progression.barred import Barred
from coach.reminders.nudge import Offer
from coach.session.timeline import SessionKind, Timeline
from coach.today.barring import barred_of

TimelineOf = Callable[[SessionKind, str], Timeline]
"""What a session of this kind (routine, test) and id would be if it began now, at the length that the person chose."""


class LibrarySource(Protocol):
    """Where the catalogue is found: coach.content.catalogue.Library."""

    @property
    def catalogue(self) -> Catalogue:
        """What is in force now."""
        ...


class WholeLibrary:
    """A DeskLibrary that looks at everything anew each time.

    `timeline_of` gives what an offer would start, so that a nudge names its length; without it none is named.
    `has_kit_for` tells whether the person has what a routine needs: a nudge offers none other.
    """

    def __init__(
        self,
        clock: Clock,
        library: LibrarySource,
        store: Store,
        timeline_of: TimelineOf | None = None,
        has_kit_for: Callable[[str], bool] = lambda _ident: True,
    ) -> None:
        self._clock, self._library, self._store = clock, library, store
        self._timeline_of, self._has_kit_for = timeline_of, has_kit_for

    @property
    def reminders(self) -> Mapping[str, Reminder]:
        """As the protocol says."""
        return self._library.catalogue.reminders

    def is_yours(self, reminder_id: str) -> bool:
        """As the protocol says."""
        return self._library.catalogue.is_yours("reminder", reminder_id)

    @property
    def barred(self) -> Barred:
        """As the protocol says."""
        return barred_of(self._library.catalogue, self._store, self._clock.wall())

    @property
    def asking_for_a_test(self) -> frozenset[str]:
        """As the protocol says."""
        catalogue = self._library.catalogue
        asking = ((one.id, one.offered(catalogue.routines, catalogue.tests)) for one in catalogue.reminders.values())
        return frozenset(ident for ident, offered in asking if isinstance(offered, Test))

    def offer(self, reminder: Reminder) -> Offer | None:
        """As the protocol says."""
        catalogue = self._library.catalogue
        offered = reminder.offered(catalogue.routines, catalogue.tests)
        if offered is None or self.barred.locked or not self._has_kit_for(offered.id):
            return None
        kind: SessionKind = "test" if isinstance(offered, Test) else "routine"
        if self._timeline_of is None:
            return Offer(offered.id, kind, str(offered.title))
        timeline = self._timeline_of(kind, offered.id)
        if not timeline.intervals:
            return None
        return Offer(offered.id, kind, str(offered.title), timeline.seconds, timeline.estimated)
