"""The morning after, asked at the desk: once for each session, in the first moment in which it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.clock import Clock
from coach.progression.past import Session
from coach.reminders.morning import Waiting, may_ask
from coach.settings import MORNING_ASKED
from coach.today.morning import morning_to_ask

if TYPE_CHECKING:
    from coach.desk import Desk
    from coach.progress.store import Store


class Mornings:
    """What the desk asks besides its reminders."""

    def __init__(self, clock: Clock, store: Store, desk: Desk) -> None:
        self._clock, self._store, self._desk = clock, store, desk
        self._waiting = Waiting()

    def to_ask(self) -> Session | None:
        """The session whose morning is to be asked about now; None where none is. Each is given once, restarts
        included: who does not answer finds the question on Today.
        """
        self._waiting, may = may_ask(*self._desk.seen, self._waiting)
        session = morning_to_ask(self._store, self._clock.wall()) if may else None
        if session is None or session.uid == self._store.get(MORNING_ASKED):
            return None
        self._store.keep(MORNING_ASKED, session.uid)
        return session
