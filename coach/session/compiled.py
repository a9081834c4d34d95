"""Timelines that were compiled already: pages ask for the same ones again and again, to tell how long a routine is."""

from __future__ import annotations

from coach.content.model import Routine
from coach.session.compile import Catalogue, compile_routine
from coach.session.timeline import Timeline


class CompiledRoutines:
    """Keeps the last timeline of each routine and language, as long as the catalogue is the same one."""

    def __init__(self) -> None:
        self._catalogue: Catalogue | None = None
        self._kept: dict[tuple[str, str], tuple[Routine, Timeline]] = {}

    def timeline(self, routine: Routine, catalogue: Catalogue, language: str = "en") -> Timeline:
        """What `compile_routine` gives. Another catalogue, or the same id with other content, is compiled anew."""
        if catalogue is not self._catalogue:
            self._catalogue, self._kept = catalogue, {}
        kept = self._kept.get((routine.id, language))
        if kept is None or kept[0] != routine:
            kept = self._kept[routine.id, language] = (routine, compile_routine(routine, catalogue, language))
        return kept[1]
