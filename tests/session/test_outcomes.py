"""What became of each part: skipped is not done, done stays done."""

from __future__ import annotations

from coach.session.outcomes import steps_done, with_outcome
from coach.session.player import Player
from coach.session.timeline import Interval, Timeline

INTERVALS = (
    Interval("prepare", 0.0, 5.0, exercise="angel"),
    Interval("work", 5.0, 20.0, exercise="angel", step=1, set=1, sets=2),
    Interval("rest", 25.0, 10.0, exercise="angel", step=1),
    Interval("work", 35.0, 20.0, exercise="angel", step=1, set=2, sets=2),
    Interval("between", 55.0, 5.0, exercise="plank"),
    Interval("work", 60.0, 30.0, exercise="plank", step=2),
)
TIMELINE = Timeline("a", "A", 90.0, False, 2, INTERVALS, ())


def test_the_view_tells_what_became_of_each_part():
    player = Player(TIMELINE)
    player.start(0.0)
    player.next(1.0)
    player.next(2.0)
    view = player.view(2.0)
    assert view.outcomes == {0: "skipped", 1: "skipped"}
    for now in range(3, 33):
        player.advance(float(now))
    assert player.view(32.0).outcomes == {0: "skipped", 1: "skipped", 2: "done", 3: "done"}
    assert steps_done(INTERVALS, player.view(32.0).outcomes) == 1


def test_a_session_skipped_to_its_end_has_done_nothing():
    player = Player(TIMELINE)
    player.start(0.0)
    for _ in INTERVALS:
        player.next(0.5)
    assert player.view(0.5).state == "ended"
    assert steps_done(INTERVALS, player.view(0.5).outcomes) == 0


def test_what_was_done_stays_done_when_it_is_gone_back_to():
    assert with_outcome({1: "done"}, 1, "skipped") == {1: "done"}
    assert with_outcome({1: "skipped"}, 1, "done") == {1: "done"}
    assert with_outcome({1: "repeated"}, 1, "skipped") == {1: "skipped"}
