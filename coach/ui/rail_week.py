"""The week of the plan that is followed, in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coach.ui.widgets.rail import Rail
from coach.ui.widgets.week import shown_days
from coach.ui.words.common import LANGUAGE
from coach.words import today as today_words

if TYPE_CHECKING:
    from coach.today.agenda import PlannedWeek
    from coach.wiring import Parts


class FollowedWeek(QObject):
    """Tells `rail` of the week, and reads it again only where something was written, or on another day."""

    def __init__(self, parts: Parts, rail: Rail) -> None:
        super().__init__(rail)
        self._parts, self._rail = parts, rail
        self._shown: object = None

    def follow(self) -> None:
        """As it is now."""
        if self._version() != self._shown:
            self.show(self._parts.week())

    def show(self, week: PlannedWeek) -> None:
        """This week, which was read just now."""
        self._shown = self._version()
        if week.plan is None or week.plan.is_over:
            self._rail.set_week("")
            return
        told = today_words.week_of_plan(LANGUAGE, week.plan)
        days = shown_days(week, self._parts.clock.wall().date(), self._parts.library.catalogue)
        self._rail.set_week(f"{told[:1].upper()}{told[1:]}", days)

    def _version(self) -> object:
        return self._parts.store.version, self._parts.clock.wall().date(), id(self._parts.library.catalogue)
