"""What the routines are for, as a person looks for them, and which stand first."""

from __future__ import annotations

from collections.abc import Iterable

from coach.content.model import Routine
from coach.progression.aim import Aim, goals_first
from coach.today.suggestion import AT_A_DESK, SecondsOf

_PURPOSES: dict[str, tuple[str, ...]] = {
    "posture": ("daily", "desk"),
    "strength": ("strength",),
    "running": ("warm-up", "running", "release"),
    "recovery": ("recovery",),
}
SHORT_SECONDS = 300
"""What takes no longer is short (our choice)."""


def purpose_of(goal: str) -> str:
    """What a goal is for: several goals may be for one thing; one that is not known stands for itself."""
    return next((purpose for purpose, goals in _PURPOSES.items() if goal in goals), goal)


def purposes_of(routines: Iterable[Routine]) -> list[str]:
    """What these routines are for, each once, in the order in which they are shown."""
    found = {purpose_of(routine.goal) for routine in routines}
    return [*(purpose for purpose in _PURPOSES if purpose in found), *sorted(found - set(_PURPOSES))]


def in_order(routines: Iterable[Routine], aim: Aim | None, seconds_of: SecondsOf) -> list[Routine]:
    """What the person wants it for first, then by what they are for, the shorter first."""
    goals = list(dict.fromkeys((*goals_first(aim), *(goal for each in _PURPOSES.values() for goal in each))))

    def rank(routine: Routine) -> tuple[int, float]:
        place = goals.index(routine.goal) if routine.goal in goals else len(goals)
        return place, seconds_of(routine.id)

    return sorted(routines, key=rank)


def is_for_a_desk(needs: Iterable[str]) -> bool:
    """Whether a routine with these needs can be done where one sits."""
    return AT_A_DESK.issuperset(needs)
