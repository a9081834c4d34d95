"""The breaks of another program: how often, and what counted as one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from coach.values import dataclass

Program = Literal["workrave", "safe-eyes", "stretchly"]
PROGRAMS: tuple[Program, ...] = get_args(Program)

LONGEST_SECONDS = 86400
"""No reminder comes more rarely, and no absence has to be longer, than a day (content/kinds/reminder.py)."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A break every so many seconds at the desk; `away`: so long away counted as it, None where nothing did."""

    every: float
    away: float | None


@dataclass(frozen=True, slots=True)
class Breaks:
    """The short and the long breaks, None for those that are switched off. `is_set`: as the person set them on this
    machine, not as the program comes.
    """

    program: Program
    short: Rhythm | None
    long: Rhythm | None
    is_set: bool = False


def seconds(told: Any, usual: float, unit: float = 1.0) -> float:
    """A length that a file tells in units of so many seconds, `usual` where it tells none from a second to a day."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        return usual
    found = round(told * unit) if abs(told) <= LONGEST_SECONDS / min(unit, 1.0) else 0
    return float(found) if 1 <= found <= LONGEST_SECONDS else usual


def switched_on(settings: Mapping[str, Any], key: str) -> bool:
    """Whether something is on, as everything is that nobody switched off."""
    return settings.get(key) is not False
