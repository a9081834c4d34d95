"""What the routines are for, as a person looks for them, and which stand first."""

from __future__ import annotations

import math
import re
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

_NUMBER = re.compile(r"[0-9]+")


def purpose_of(goal: str) -> str:
    """What a goal is for: several goals may be for one thing; one that is not known stands for itself."""
    return next((purpose for purpose, goals in _PURPOSES.items() if goal in goals), goal)


def purposes_of(routines: Iterable[Routine]) -> list[str]:
    """What these routines are for, each once, in the order in which they are shown."""
    found = {purpose_of(routine.goal) for routine in routines}
    return [*(purpose for purpose in _PURPOSES if purpose in found), *sorted(found - set(_PURPOSES))]


def in_order(routines: Iterable[Routine], aim: Aim | None, seconds_of: SecondsOf) -> list[Routine]:
    """What the person wants it for first, then by what they are for, the shorter first. Stages of one thing, whose
    titles differ in a number, stay together in the order of their numbers, where the shortest of them would stand.
    """
    routines = list(routines)
    goals = list(dict.fromkeys((*goals_first(aim), *(goal for each in _PURPOSES.values() for goal in each))))

    def place(routine: Routine) -> int:
        return goals.index(routine.goal) if routine.goal in goals else len(goals)

    shortest: dict[tuple[int, str], float] = {}
    for routine in routines:
        series = place(routine), _without_number(routine)
        shortest[series] = min(seconds_of(routine.id), shortest.get(series, math.inf))

    def rank(routine: Routine) -> tuple[int, float, str, tuple[int, ...]]:
        series = _without_number(routine)
        return place(routine), shortest[place(routine), series], series, _numbers(routine)

    return sorted(routines, key=rank)


def _without_number(routine: Routine) -> str:
    return _NUMBER.sub("#", str(routine.title))


def _numbers(routine: Routine) -> tuple[int, ...]:
    return tuple(int(number) for number in _NUMBER.findall(str(routine.title)))


def is_for_a_desk(needs: Iterable[str]) -> bool:
    """Whether a routine with these needs can be done where one sits."""
    return AT_A_DESK.issuperset(needs)
