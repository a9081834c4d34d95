"""Idle time from events, as timetables. Both kinds: one that sees through programs that keep the screen on, and not."""

from __future__ import annotations

import pytest

from coach.desktop.wayland.counting import Counting

NEVER = None


def at(counting: Counting, *moments: float) -> list[float | None]:
    return [counting.seconds(moment) for moment in moments]


@pytest.mark.parametrize("sees_through", [True, False])
def test_counted_on_from_where_the_short_while_began(sees_through):
    counting = Counting(100.0, sees_through).idled(105.0)
    assert at(counting, 105.0, 106.5, 705.0) == [5.0, 6.5, 605.0]


@pytest.mark.parametrize("sees_through", [True, False])
def test_a_touch_ends_it(sees_through):
    counting = Counting(100.0, sees_through).idled(105.0).resumed(300.0)
    assert at(counting, 300.0, 304.0) == [0.0, 0.0]
    assert at(counting.idled(400.0), 400.0, 410.0) == [5.0, 15.0]


@pytest.mark.parametrize("sees_through", [True, False])
def test_nothing_is_known_before_the_first_short_while_is_over(sees_through):
    assert at(Counting(100.0, sees_through), 100.0, 104.9) == [NEVER, NEVER]


def test_silence_is_somebody_at_work_where_nothing_else_can_silence_it():
    assert at(Counting(100.0, sees_through=True), 106.9, 107.1, 9999.0) == [NEVER, 0.0, 0.0]


def test_silence_from_the_start_may_be_a_film():
    assert at(Counting(100.0, sees_through=False), 107.1, 9999.0) == [NEVER, NEVER]


def test_long_silence_after_a_touch_may_be_a_film():
    counting = Counting(100.0, sees_through=False).idled(105.0).resumed(200.0)
    assert at(counting, 320.0, 320.1, 9999.0) == [0.0, NEVER, NEVER]


def test_it_is_known_again_when_the_film_is_over():
    counting = Counting(100.0, sees_through=False).idled(105.0).resumed(200.0).idled(5000.0)
    assert at(counting, 5000.0, 5010.0) == [5.0, 15.0]


def test_never_less_than_nothing():
    assert Counting(0.0, sees_through=True).idled(10.0).seconds(4.0) == 0.0
