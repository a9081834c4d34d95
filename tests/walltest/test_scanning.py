"""Which answer is lit when, and which presses count."""

from __future__ import annotations

from math import inf

import pytest

from coach.walltest.scanning import PRESS_APART_SECONDS, ROUNDS, Debounce, Scan, timed

SCAN = Scan(lead=3.0, dwells=(2.0, 2.5, 1.5))
ROUND = 6.0


@pytest.mark.parametrize(
    ("seconds", "lit"),
    [(0.0, None), (2.9, None), (3.0, 0), (4.9, 0), (5.0, 1), (7.4, 1), (7.5, 2), (8.9, 2), (9.0, 0), (11.0, 1)],
)
def test_one_after_another_after_the_lead_again_and_again(seconds: float, lit: int | None) -> None:
    assert SCAN.lit(seconds) == lit
    assert not SCAN.rests(seconds)


def test_after_all_rounds_nothing_is_lit_any_more() -> None:
    end = 3.0 + ROUNDS * ROUND
    assert SCAN.lit(end - 0.01) == 2
    assert SCAN.lit(end) is None
    assert SCAN.rests(end)
    assert (SCAN.next_change(end - 0.01), SCAN.next_change(end)) == (end, inf)


def test_the_next_change_is_the_next_moment_at_which_another_one_is_lit() -> None:
    seen, moment = [], 0.0
    while (moment := SCAN.next_change(moment)) < 16.0:
        seen.append((moment, SCAN.lit(moment)))
    assert seen == [(3.0, 0), (5.0, 1), (7.5, 2), (9.0, 0), (11.0, 1), (13.5, 2), (15.0, 0)]


def test_an_option_takes_as_long_as_its_words_and_a_pause_to_press() -> None:
    assert timed(1.0, [0.5, 2.0], pause=1.5) == Scan(1.0, (2.0, 3.5))


def test_a_press_that_follows_another_too_closely_is_none() -> None:
    presses = Debounce()
    times = [0.0, 0.2, 0.79, 0.8, 1.5, 1.6, 10.0]
    assert [presses.counts(10.0 + time) for time in times] == [True, False, False, True, False, True, True]
    assert Debounce(0.1).counts(0.0)
    assert PRESS_APART_SECONDS == 0.8
