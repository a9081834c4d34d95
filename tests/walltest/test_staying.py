"""Whether a change stays: tables of what was rated, the newest first."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from coach.walltest.score import Result
from coach.walltest.staying import Earlier, Stayed, stayed

NOW = datetime(2026, 5, 29, 18, 0, tzinfo=timezone(timedelta(hours=2)))


def rated(*values: int | None, days: int = 7) -> list[Earlier]:
    """A test every so many days, the newest first; None did not rate the neck."""
    return [
        Earlier(
            NOW - timedelta(days=days * number), Result("wall-test", tension={} if value is None else {"neck": value})
        )
        for number, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((6,), None),
        ((6, 8), None),  # one repeat proves nothing
        ((6, 6), None),
        ((6, 6, 8), (-2, 2, 2)),
        ((8, 8, 6), (2, 2, 2)),
        ((6, 5, 8), (-2, 2, 2)),
        ((6, 7, 8), None),  # one of the two is within the noise
        ((7, 6, 8), None),
        ((6, 10, 8), None),  # up and down
        ((10, 6, 8), None),
        ((6, 6, 6, 8), (-2, 3, 3)),
        ((4, 4, 6, 8), (-2, 2, 2)),  # the latest of two changes
        ((6, 6, 7, 8), (-2, 2, 3)),
        ((6, 6, 8, 6), None),  # the 8 stood out, and nothing has changed
        ((6, 6, 8, 7), None),
        ((6, 6, 8, 9), (-2, 2, 2)),
        ((5, 5, 6, 7, 8), (-2, 2, 3)),  # little by little
        ((6, None, 6, 8), (-2, 2, 3)),  # what was not rated tells nothing
        ((None, 6, 6, 8), (-2, 2, 3)),
    ],
)
def test_what_stays(values: tuple[int | None, ...], found: tuple[int, int, int] | None) -> None:
    """`found`: points, tests, and how many weeks ago the value was that they differ from."""
    now, *earlier = rated(*values)
    expected = None
    if found is not None:
        points, tests, weeks = found
        expected = Stayed(points, (NOW - timedelta(weeks=weeks)).date(), tests)
    assert stayed("neck", now, earlier) == expected


def test_two_tests_on_one_day_are_one() -> None:
    now, *earlier = rated(6, 6, 8, days=0)
    assert stayed("neck", now, earlier) is None
    before = [Earlier(NOW - timedelta(days=1), Result("wall-test", tension={"neck": 8}))]
    assert stayed("neck", now, [*earlier[:1], *before]) is None
