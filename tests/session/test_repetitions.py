"""Where in a set one is."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer
from coach.session.compile import compile_routine
from coach.session.repetitions import WithinWork, completed, seconds_more, within_work
from coach.session.timeline import Interval
from tests.session.library import catalogue, exercise, routine, step


def work(**dose: object) -> Interval:
    library = catalogue(exercise("some", DoseLayer(**dose)))  # type: ignore[arg-type]
    return compile_routine(routine(step("some"), prepare=0.0), library).intervals[0]


SET = work(reps=3, move=2.0, hold=4.0, back=1.0, pause=1.0)  # 7 s a repetition, 8 s from one to the next; 23 s
ALTERNATE = work(reps=2, move=1.0, back=1.0, sides="alternate")


@pytest.mark.parametrize(
    ("elapsed", "expected"),
    [
        (0.0, WithinWork(1, 3, "move", 0.0)),
        (1.0, WithinWork(1, 3, "move", 0.5)),
        (2.0, WithinWork(1, 3, "hold", 0.0)),
        (5.0, WithinWork(1, 3, "hold", 0.75)),
        (6.5, WithinWork(1, 3, "back", 0.5)),
        (7.5, WithinWork(1, 3, "pause", 0.5)),
        (8.0, WithinWork(2, 3, "move", 0.0)),
        (22.0, WithinWork(3, 3, "back", 0.0)),
        (23.0, WithinWork(3, 3, "back", 1.0)),
        (99.0, WithinWork(3, 3, "back", 1.0)),
    ],
)
def test_a_counted_set(elapsed: float, expected: WithinWork) -> None:
    assert within_work(SET, SET.seconds, elapsed) == expected


def test_a_phase_of_no_length_is_passed_over() -> None:
    assert within_work(work(reps=3, move=0.0, hold=0.0), 6.0, 0.0) == WithinWork(1, 3, "back", 0.0)


def test_sides_in_turn() -> None:
    sides = [within_work(ALTERNATE, ALTERNATE.seconds, second).side for second in (0.0, 2.0, 4.0, 6.0)]
    assert sides == ["left", "right", "left", "right"]


@pytest.mark.parametrize(
    ("interval", "elapsed", "expected"),
    [
        (Interval("rest", 0.0, 9.0), 3.0, WithinWork()),
        (work(for_seconds=20.0), 5.0, WithinWork(phase="hold", share=0.25)),
        (work(for_seconds=20.0), 25.0, WithinWork(phase="hold", share=1.0)),
        (work(for_seconds=20.0, sides="both"), 5.0, WithinWork(phase="hold", share=0.25, side="left")),
        (work(for_seconds=20.0, every=4.0), 5.0, WithinWork(share=0.25)),
        (work(reps=5, own_pace=True), 5.0, WithinWork(repetitions=5)),
        (work(reps=5, own_pace=True, sides="alternate"), 5.0, WithinWork(repetitions=10)),
        (work(reps=5, own_pace=True, sides="right"), 5.0, WithinWork(repetitions=5, side="right")),
    ],
)
def test_other_intervals(interval: Interval, elapsed: float, expected: WithinWork) -> None:
    assert within_work(interval, interval.seconds, elapsed) == expected


@pytest.mark.parametrize(
    ("elapsed", "done"), [(0.0, 0), (6.9, 0), (7.0, 1), (14.9, 1), (15.0, 2), (22.9, 2), (23.0, 3), (99.0, 3)]
)
def test_completed_repetitions(elapsed: float, done: int) -> None:
    assert completed(SET, SET.seconds, elapsed) == done


def test_repetitions_count_only_where_the_clock_counts_them() -> None:
    assert completed(work(reps=5, own_pace=True), 20.0, 20.0) is None
    assert completed(work(for_seconds=20.0), 20.0, 20.0) is None


@pytest.mark.parametrize(
    ("interval", "seconds"),
    [
        (SET, 16.0),
        (ALTERNATE, 10.0),
        (work(reps=2, hold=20.0), 24.0),
        (work(reps=2, move=3.0, back=3.0), 12.0),
        (work(for_seconds=30.0), 10.0),
        (Interval("rest", 0.0, 30.0), 10.0),
    ],
)
def test_ten_seconds_more_are_whole_repetitions(interval: Interval, seconds: float) -> None:
    assert seconds_more(interval, 10.0) == seconds
