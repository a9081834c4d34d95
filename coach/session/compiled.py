"""Timelines that were compiled already: pages ask for the same ones again and again, to tell how long a routine is."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.model import Coaching, Exercise, Routine
from coach.session.compile import Catalogue, compile_routine
from coach.session.timeline import Timeline


class CompiledRoutines:
    """Keeps the last timeline of each routine and language, as long as the exercises and the coaching are the same."""

    def __init__(self) -> None:
        self._exercises: Mapping[str, Exercise] | None = None
        self._coaching: Coaching | None = None
        self._kept: dict[tuple[str, str], tuple[Routine, Timeline]] = {}

    def timeline(self, routine: Routine, catalogue: Catalogue, language: str = "en") -> Timeline:
        """What `compile_routine` gives. Of other exercises, or the same id with other content, it is compiled anew."""
        if catalogue.exercises is not self._exercises or catalogue.coaching is not self._coaching:
            self._exercises, self._coaching, self._kept = catalogue.exercises, catalogue.coaching, {}
        kept = self._kept.get((routine.id, language))
        if kept is None or kept[0] != routine:
            kept = self._kept[routine.id, language] = (routine, compile_routine(routine, catalogue, language))
        return kept[1]
