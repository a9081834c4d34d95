"""What the desk has to know, of the whole library and all that the person has told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from coach.clock import Clock
from coach.content.catalogue import Catalogue
from coach.content.model import FOCUS_OFFER, Reminder, Routine, Test
from coach.progress.store import Store
from coach.progression.barred import Barred
from coach.reminders.nudge import Offer
from coach.session.timeline import SessionKind, Timeline
from coach.today.barring import barred_of
from coach.today.fitting import by_fit
from coach.today.soreness import LOOKED_AT, soreness

TimelineOf = Callable[[SessionKind, str], Timeline]
"""What a session of this kind (routine, test) and id would be if it began now, at the length that the person chose."""


class LibrarySource(Protocol):
    """Where the catalogue is found: coach.content.library.Library."""

    @property
    def catalogue(self) -> Catalogue:
        """What is in force now."""
        ...


class WholeLibrary:
    """A DeskLibrary that looks at everything anew each time.

    `timeline_of` gives what an offer would start, so that a nudge names its length; without it none is named, and
    nothing is put together. It raises KeyError where there is nothing for the focus areas.
    `has_kit_for` tells whether the person has what a routine needs: a nudge offers none other.
    """

    def __init__(
        self,
        clock: Clock,
        library: LibrarySource,
        store: Store,
        timeline_of: TimelineOf | None = None,
        has_kit_for: Callable[[str], bool] = lambda _ident: True,
        language: str = "en",
    ) -> None:
        self._clock, self._library, self._store = clock, library, store
        self._timeline_of, self._has_kit_for = timeline_of, has_kit_for
        self.language = language

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
        known = {one.id: one.offered(catalogue.routines, catalogue.tests) for one in catalogue.reminders.values()}
        focus = {one.id for one in catalogue.reminders.values() if FOCUS_OFFER in one.offers}
        asking = (ident for ident, offered in known.items() if all(isinstance(one, Test) for one in offered))
        return frozenset(ident for ident in asking if known[ident] and ident not in focus)

    def offer(self, reminder: Reminder) -> Offer | None:
        """As the protocol says."""
        if not reminder.offers or self.barred.locked:
            return None
        return next((offer for ident in self._by_fit(reminder.offers) if (offer := self._may_be(ident))), None)

    def _by_fit(self, idents: Sequence[str]) -> Sequence[str]:
        if len(idents) == 1:
            return idents
        now = self._clock.wall()
        test = next(iter(self._store.tests_of_late(now, now)), None)
        lately = self._store.past(since=now - LOOKED_AT, until=now)
        focus = () if test is None else test.scored.focus
        return by_fit(idents, focus, self._library.catalogue, is_sore=soreness(lately, now) is not None)

    def _may_be(self, ident: str) -> Offer | None:
        """What is offered of this id, where the person may begin it."""
        catalogue = self._library.catalogue
        known: Routine | Test | None = catalogue.routines.get(ident) or catalogue.tests.get(ident)
        if (known is None and ident != FOCUS_OFFER) or not self._has_kit_for(ident):
            return None
        if known is None:
            return self._put_together()
        kind: SessionKind = "test" if isinstance(known, Test) else "routine"
        if self._timeline_of is None:
            return Offer(ident, kind, known.title.in_language(self.language))
        return _as_long_as(self._timeline_of(kind, ident), kind, ident, known.title.in_language(self.language))

    def _put_together(self) -> Offer | None:
        """The routine for the focus areas, where there is one."""
        if self._timeline_of is None:
            return None
        try:
            timeline = self._timeline_of("routine", FOCUS_OFFER)
        except KeyError:
            return None
        return _as_long_as(timeline, "routine", FOCUS_OFFER, timeline.title)


def _as_long_as(timeline: Timeline, kind: SessionKind, ident: str, title: str) -> Offer | None:
    if not timeline.intervals:
        return None
    return Offer(ident, kind, title, timeline.seconds, timeline.estimated)
