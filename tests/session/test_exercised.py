"""What counts as exercise, and until when somebody is taken to be there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.session.exercised import LET_GO_SECONDS, Exercised, ExerciseWatch, attended_for
from coach.session.timeline import Interval
from coach.session.view import View


def interval(kind: str, seconds: float = 60.0, **more: object) -> Interval:
    return Interval(kind, 0.0, seconds, **more)  # type: ignore[arg-type]


def exercised(*spent: tuple[Interval, float]) -> float:
    tally = Exercised()
    for one, seconds in spent:
        tally.add(one, seconds)
    return tally.seconds()


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("work", 40.0), ("rest", 10.0), ("switch", 10.0), ("between", 10.0), ("prepare", 0.0), ("say", 0.0)],
)
def test_work_and_what_belongs_to_moving_count_and_getting_ready_and_listening_do_not(kind, counted) -> None:
    base = exercised((interval("work"), 20.0))
    more = 40.0 if kind == "work" else 10.0
    assert exercised((interval("work"), 20.0), (interval(kind), more)) - base == counted


def test_skipping_from_rest_to_rest_is_no_exercise() -> None:
    """21 seconds of work and a minute of change-overs: no minute of exercise."""
    assert exercised((interval("work"), 21.0), *[(interval("between"), 10.0)] * 6) == 42.0
    assert exercised(*[(interval("between"), 10.0)] * 60) == 0.0


def test_a_set_at_ones_own_pace_that_was_left_open_counts_as_its_estimate() -> None:
    assert exercised((interval("work", 30.0, reps=10, open="own"), 7200.0)) == 30.0
    assert exercised((interval("work", 30.0, reps=10, open="own"), 20.0)) == 20.0


def test_ten_seconds_more_of_a_hold_count() -> None:
    assert exercised((interval("work", 30.0), 40.0)) == 40.0


def test_the_interval_under_way_is_among_them_and_is_not_counted_twice() -> None:
    tally = Exercised()
    work = interval("work")
    assert tally.seconds_with(work, 50.0) == 50.0
    assert tally.seconds_with(interval("prepare"), 50.0) == 0.0
    tally.add(work, 60.0)
    assert tally.seconds() == tally.seconds_with(interval("say"), 9.0) == 60.0


spent = st.tuples(st.sampled_from(["work", "rest", "switch", "between", "prepare", "say"]), st.floats(0.0, 600.0))


@given(st.lists(spent, max_size=30))
def test_no_session_counts_for_longer_than_it_ran_nor_for_less_than_its_work(parts) -> None:
    counted = exercised(*((interval(kind), seconds) for kind, seconds in parts))
    ran = sum(seconds for _, seconds in parts)
    worked = sum(seconds for kind, seconds in parts if kind == "work")
    assert worked - 1e-6 <= counted <= min(ran, 2 * worked) + 1e-6


def view(state: str, of: Interval, elapsed: float = 0.0) -> View:
    return View(state, 0, of, elapsed, of.seconds, max(0.0, of.seconds - elapsed), elapsed, 0.0)  # type: ignore[arg-type]


WORK, OWN, WAIT = interval("work"), interval("work", 30.0, reps=8, open="own"), interval("say", 10.0, wait=True)


@pytest.mark.parametrize(
    ("moment", "untouched", "left"),
    [
        (view("running", WORK), 5000.0, None),
        (view("reentry", WORK), 5000.0, None),
        (view("running", interval("work", 60.0, open="max"), 50.0), 50.0, None),  # ends at its limit by itself
        (view("paused", WORK), 0.0, LET_GO_SECONDS),
        (view("paused", WORK), 100.0, LET_GO_SECONDS - 100.0),
        (view("paused", WORK), 9999.0, 0.0),
        (view("asking-pain", WORK), LET_GO_SECONDS, 0.0),
        (view("running", OWN, 30.0), 30.0, LET_GO_SECONDS),
        (view("running", OWN, 500.0), 500.0, 0.0),
        (view("running", WAIT, 100.0), 100.0, 10.0 + LET_GO_SECONDS - 100.0),
        (view("running", WAIT, 500.0), 20.0, 10.0 + LET_GO_SECONDS - 20.0),  # answered just now
        (view("running", WAIT, 20.0), 900.0, 10.0 + LET_GO_SECONDS - 20.0),  # it came by itself
        (view("ready", WORK), 0.0, 0.0),
        (view("ended", WORK), 0.0, 0.0),
    ],
)
def test_somebody_is_there_until_nothing_was_touched_for_some_minutes(moment, untouched, left) -> None:
    assert attended_for(moment, untouched) == left


# --- telling it ---


@pytest.mark.parametrize(("speed", "real"), [(1.0, 1.0), (4.0, 0.25)])
def test_who_begins_and_who_leaves_is_told_once_and_with_the_seconds_since(speed: float, real: float) -> None:
    told: list[tuple[bool, float]] = []
    watch = ExerciseWatch(lambda goes_on, seconds: told.append((goes_on, seconds)), speed)
    watch.look(view("paused", WORK, 0.0), goes_on=False)
    assert told == [], "nobody has begun"
    watch.look(view("running", WORK, 0.0), goes_on=True)
    watch.look(view("running", WORK, 20.0), goes_on=True)
    assert (told, watch.seconds) == ([(True, 0.0)], 20.0 * real)
    watch.look(view("paused", WORK, 24.0), goes_on=False)
    watch.look(view("paused", WORK, 24.0), goes_on=False)
    assert (told, watch.seconds) == ([(True, 0.0), (False, 24.0 * real)], 0.0)
    watch.look(view("running", WORK, 24.0), goes_on=True)
    watch.add(interval("work"), 40.0)
    watch.look(view("ended", WORK, 0.0), goes_on=False)
    assert told[2:] == [(True, 0.0), (False, 16.0 * real)], "what was told already is not told again"


def test_it_may_be_watched_though_nobody_is_told() -> None:
    watch = ExerciseWatch(None)
    watch.look(view("running", WORK, 0.0), goes_on=True)
    watch.look(view("running", WORK, 5.0), goes_on=True)
    assert watch.seconds == 5.0
    watch.look(view("ended", WORK, 5.0), goes_on=False)
    assert watch.seconds == 0.0
