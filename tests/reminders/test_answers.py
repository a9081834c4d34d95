"""What a person answers to a reminder, or asks of it."""

from __future__ import annotations

import pytest

from coach.reminders import answers
from tests.reminders.simulator import Simulator, active, reminder

STRETCH = reminder("stretch", every=30)


def asked(day: Simulator) -> None:
    day.state, decision = answers.asked_for(day.policy, day.state, day.observation(), STRETCH)
    assert (decision.show, decision.why) == ("stretch", "asked-for")


def test_one_that_goes_without_an_answer_is_open_no_more() -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=30)
    assert day.state.open == "stretch"
    closed = answers.put_away(day.state)
    assert closed.open is None
    assert answers.put_away(closed) == closed, "where none is open nothing changes"


@pytest.mark.parametrize("snoozes", [False, True])
def test_who_asks_for_one_is_not_reminded_once_less_and_a_snooze_counts_as_it_would(snoozes: bool) -> None:
    day = Simulator(STRETCH)
    day.tick(active, minutes=30)
    before = day.state.of("stretch").shown
    if snoozes:
        day.snooze("stretch", 5)
    asked(day)
    assert day.state.of("stretch").shown == before


def test_an_answer_to_none_tells_what_there_is() -> None:
    error = answers.NotOpenError("stretch", {"stretch": "Stretch"}, [])
    assert (error.wanted, error.known, error.came, str(error)) == ("stretch", {"stretch": "Stretch"}, [], "stretch")


def test_who_took_the_longer_break_is_not_asked_for_the_shorter_one() -> None:
    day = Simulator(reminder("walk", every=60), STRETCH, reminder("rest", every=90))
    day.tick(active, minutes=25)
    day.state, noted = answers.covered(day.policy, day.state, "walk")
    assert noted == ("stretch",)
    assert [day.state.of(name).count for name in ("walk", "stretch", "rest")] == [1500.0, 0.0, 1500.0]


@pytest.mark.parametrize("seconds", [-1.0, answers.LONGEST_PAUSE_SECONDS + 1.0])
def test_no_pause_is_longer_than_thirty_days(seconds: float) -> None:
    with pytest.raises(ValueError, match="at most 30 days"):
        answers.judge_length(seconds)


@pytest.mark.parametrize("seconds", [0.0, answers.LONGEST_PAUSE_SECONDS])
def test_up_to_them_it_is_a_length(seconds: float) -> None:
    answers.judge_length(seconds)


@pytest.mark.parametrize(
    ("seconds", "taken"), [(59.0, ()), (60.0, ("stretch",)), (299.0, ("stretch",)), (300.0, ("walk", "stretch"))]
)
def test_a_minute_of_exercise_is_a_change_of_position_and_a_break_is_as_long_as_being_away(
    seconds: float, taken: tuple[str, ...]
) -> None:
    day = Simulator(reminder("walk", every=60, away=5), STRETCH)
    day.tick(active, minutes=20)
    state, found = answers.exercised(day.policy, day.state, seconds)
    assert found == taken
    assert [state.of(name).count for name in ("walk", "stretch")] == [
        0.0 if name in taken else 1200.0 for name in ("walk", "stretch")
    ]
    assert state.at_desk == (0.0 if taken else day.state.at_desk)


@pytest.mark.parametrize(
    ("every", "away", "least"),
    [
        (30, 5, answers.A_REAL_SESSION_SECONDS),  # it asks to change position, and a minute is one
        (answers.BREAK_EVERY_SECONDS / 60, 5, 300),  # it asks for the break
        (answers.BREAK_EVERY_SECONDS / 60, 0.1, answers.A_REAL_SESSION_SECONDS),
    ],
)
def test_exercise_is_the_break_that_one_asks_for_from_some_seconds_on(every: float, away: float, least: float) -> None:
    one = reminder("walk", every=every, away=away)
    assert [answers.is_break_of(one, seconds) for seconds in (least - 0.1, least)] == [False, True]


def test_exercise_is_no_break_for_one_that_comes_at_set_times() -> None:
    assert not answers.is_break_of(reminder("lunch", at=("12:00",)), 3600.0)
