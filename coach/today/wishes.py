"""What the person wants it for, and what they have not got: what is offered follows it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from coach.content.model import Routine, Text
from coach.progression.aim import Aim
from coach.values import dataclass

LacksOf = Callable[[str], tuple[str, ...]]
"""What the person has not got of what the routine with this id needs."""


def _nothing(_ident: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """Nothing set: no aim, and everything there."""

    aim: Aim | None = None
    lacks: LacksOf = _nothing

    def can_be_done(self, routines: Collection[str]) -> list[str]:
        """Those for which nothing is missing."""
        return [ident for ident in routines if not self.lacks(ident)]


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class Lacked:
    """A routine that would have been offered, and what the person has not got for it."""

    id: str
    title: Text
    things: tuple[str, ...]

    @classmethod
    def of(cls, routine: Routine, wishes: Wishes) -> Lacked | None:
        """None where nothing is missing."""
        things = wishes.lacks(routine.id)
        return cls(routine.id, routine.title, things) if things else None
