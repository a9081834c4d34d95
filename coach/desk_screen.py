"""Which reminders are on the screen, kept while they are: where the program dies meanwhile, the next start tells. And
what the nudge says there, for who answers it elsewhere.
"""

from __future__ import annotations

from coach.progress.desk_store import DeskStore
from coach.reminders.decision import Happening
from coach.reminders.nudge import Nudge
from coach.settings import REMINDERS_ON_SCREEN


class OnScreen:
    """Written at once, since whoever is killed writes nothing any more."""

    def __init__(self, store: DeskStore) -> None:
        self._store = store
        self._kept = store.get(REMINDERS_ON_SCREEN)
        self._nudge: Nudge | None = None

    @property
    def nudge(self) -> Nudge | None:
        """What waits for an answer there, with all that may be answered; None where nothing does."""
        return self._nudge if self._nudge is not None and self._nudge.id in self._kept else None

    def shows(self, nudge: Nudge) -> Nudge:
        """This one is put there; returns it."""
        self._nudge = nudge
        return nudge

    def left(self) -> tuple[Happening, ...]:
        """What a program that is no longer there had on the screen: it is over. Told once."""
        happened = tuple(Happening(one, "missed", "program-ended") for one in self._kept)
        self.keep(())
        return happened

    def keep(self, told: tuple[str, ...]) -> None:
        """These are on it now."""
        if told != self._kept:
            self._kept = told
            self._store.keep(REMINDERS_ON_SCREEN, told)
