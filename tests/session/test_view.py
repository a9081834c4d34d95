"""What a screen sees of a session, and when it is asked to look again."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.player import Player, View
from coach.session.timeline import Timeline
from tests.session.library import catalogue, exercise, routine, step
from tests.simulator import ORIGIN, Simulator

SETS = DoseLayer(sets=2, reps=3, move=1.0, hold=1.0, back=1.0, rest=6.0)  # 9 s a set


def timeline_of(*steps: object, prepare: float = 5.0) -> Timeline:
    return compile_routine(routine(*steps, prepare=prepare), catalogue(exercise("some", SETS)))  # type: ignore[arg-type]


PLAIN = timeline_of(step("some"))  # prepare 0-5, work 5-14, rest 14-20, work 20-29
TIMED = timeline_of(step("some", for_seconds=30.0, sets=1))  # prepare 0-5, work 5-35


def seen(run: Simulator, second: float) -> View:
    return run.run(until=second).player.view(ORIGIN + second)


def test_before_the_start() -> None:
    view = Player(PLAIN).view(ORIGIN)
    assert (view.state, view.index, view.elapsed, view.left, view.session_left) == ("ready", 0, 0.0, 5.0, 29.0)


def test_in_a_repetition() -> None:
    view = seen(Simulator(PLAIN), 9.5)
    assert view == View(
        state="running",
        index=1,
        interval=PLAIN.intervals[1],
        elapsed=4.5,
        length=9.0,
        left=4.5,
        session_elapsed=9.5,
        session_left=19.5,
        repetition=2,
        repetitions=3,
        phase="hold",
        phase_share=0.5,
        next=PLAIN.intervals[2],
        lengths=(5.0, 9.0, 6.0, 9.0),
    )


def test_looking_ahead_of_advance_never_shows_more_than_the_interval() -> None:
    player = Player(PLAIN)
    player.start(ORIGIN)
    view = player.view(ORIGIN + 5.2)
    assert (view.index, view.elapsed, view.left, view.session_elapsed) == (0, 5.0, 0.0, 5.0)


def test_an_open_interval_counts_on() -> None:
    view = seen(Simulator(timeline_of(SayStep(Text("Lie down."), None), step("some"))), 20.0)
    assert (view.elapsed, view.length, view.left, view.session_elapsed) == (20.0, 15.0, 0.0, 20.0)
    assert view.session_left == 29.0


def test_paused_asking_and_counting_in() -> None:
    run = Simulator(PLAIN).at(9.5, "pause").at(20, "resume").at(22, "hurts")
    paused = seen(run, 15)
    assert (paused.state, paused.pause_reason, paused.elapsed) == ("paused", "person", 4.5)
    again = Simulator(PLAIN).at(9.5, "pause").at(20, "resume")
    entering = seen(again, 21)
    assert (entering.state, entering.pause_reason, entering.reentry_left, entering.elapsed) == (
        "reentry",
        None,
        2.0,
        4.5,
    )
    assert again.player.view(ORIGIN + 21.75).reentry_left == 1.25


def test_what_was_added_shows() -> None:
    view = seen(Simulator(TIMED).at(10, "more"), 15)
    assert (view.length, view.left, view.session_left, view.lengths) == (40.0, 30.0, 30.0, (5.0, 40.0))
    counted = seen(Simulator(PLAIN).at(6, "more"), 7)
    assert (counted.repetitions, counted.length, counted.lengths) == (7, 21.0, (5.0, 21.0, 6.0, 9.0))


def test_what_was_skipped_keeps_its_place_in_the_strip() -> None:
    view = seen(Simulator(PLAIN).at(1, "next"), 3)
    assert (view.index, view.elapsed, view.session_elapsed, view.session_left) == (1, 2.0, 3.0, 22.0)
    assert view.lengths == (5.0, 9.0, 6.0, 9.0)


def test_after_the_end() -> None:
    view = seen(Simulator(PLAIN), 35)
    assert (view.state, view.index, view.left, view.session_elapsed, view.session_left) == ("ended", 3, 0.0, 29.0, 0.0)
    ended = seen(Simulator(PLAIN).at(9.5, "end"), 20)
    assert (ended.state, ended.index, ended.elapsed, ended.left) == ("ended", 1, 4.5, 4.5)


@pytest.mark.parametrize(
    ("second", "due"),
    [
        (0.0, 1.0),  # the tick at 2 s is further away than a gap would be seen
        (1.5, 2.0),
        (4.25, 5.0),
        (5.0, 6.0),
        (7.5, 8.0),
    ],
)
def test_when_to_look_again(second: float, due: float) -> None:
    run = Simulator(PLAIN, tick=0.25).run(until=second)
    assert run.player.next_due(ORIGIN + second) == ORIGIN + due


def test_nothing_is_due_while_nothing_runs() -> None:
    player = Player(PLAIN)
    assert player.next_due(ORIGIN) is None
    player.start(ORIGIN)
    player.pause(ORIGIN + 1)
    assert player.next_due(ORIGIN + 1) is None
    player.resume(ORIGIN + 10)
    assert player.next_due(ORIGIN + 10.5) == ORIGIN + 11.0
    player.end(ORIGIN + 11)
    assert player.next_due(ORIGIN + 11) is None


def test_an_open_interval_is_looked_at_all_the_same() -> None:
    """Otherwise the next call would look like a machine that slept."""
    run = Simulator(timeline_of(SayStep(Text("Lie down."), None))).run(until=40)
    assert run.player.next_due(ORIGIN + 40) == ORIGIN + 41
