"""The exercises that nothing may ask a person for now."""

from __future__ import annotations

from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Barred:
    """The exercises that nothing may ask for or show now: these, or every one while the safety answers `lock`."""

    exercises: frozenset[str] = frozenset()
    locked: bool = False

    def __contains__(self, exercise: object) -> bool:
        return self.locked or exercise in self.exercises


NOTHING_BARRED = Barred()
