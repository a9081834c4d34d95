"""Whether a change of tension stays: what one repeat cannot tell, several tests in a row may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import takewhile

from coach.values import dataclass
from coach.walltest.advice import BEYOND_NOISE_POINTS
from coach.walltest.score import Result

STAYED_TESTS = 2
"""So many tests in a row, on days of their own, have to show a change before it is said to stay (our choice)."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A result, and when it came out."""

    at: datetime
    result: Result


@dataclass(frozen=True, slots=True)
class Stayed:
    """The last `tests` in a row all lie at least `points` above the one of the day `since`, or below where that is
    negative.
    """

    points: int
    since: date
    tests: int


def stayed(area: str, now: Earlier, earlier: Sequence[Earlier]) -> Stayed | None:
    """Whether the tension of an area has stayed beyond the noise around an earlier value: around the latest such one.

    A single value that stood out from those around it is none to compare with. `earlier` are the newest first. Of
    several tests on one day only the last counts, and none that did not rate the area.
    """
    rated = _by_day(area, (now, *earlier))
    values = [value for _, value in rated]
    for place in range(STAYED_TESTS, len(rated)):
        for sign in (1, -1):
            lasting = _lasting(values[:place], values[place : place + 2], sign)
            if len(lasting) >= STAYED_TESTS:
                least = min(sign * (value - values[place]) for value in lasting)
                return Stayed(sign * least, rated[place][0], len(lasting))
    return None


def _lasting(since: Sequence[int], before: Sequence[int], sign: int) -> list[int]:
    """The newest of the values `since`, as long as they lie beyond the noise around all of those `before`."""
    return list(takewhile(lambda value: all(sign * (value - one) >= BEYOND_NOISE_POINTS for one in before), since))


def _by_day(area: str, results: Sequence[Earlier]) -> list[tuple[date, int]]:
    """What was rated, the newest first, one value a day."""
    found: dict[date, int] = {}
    for one in results:
        if area in one.result.tension:
            found.setdefault(one.at.date(), one.result.tension[area])
    return list(found.items())
