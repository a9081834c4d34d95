"""What became of each part: skipped is not done, done stays done, also in a session that was cut short."""

from __future__ import annotations

from dataclasses import dataclass

from coach.session.outcomes import earlier, steps_done, with_outcome
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


@dataclass(frozen=True)
class Row:
    index: int
    outcome: str
    kind: str = "work"
    exercise: str | None = "angel"
    set: int | None = None
    side: str | None = None


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


def test_a_session_that_was_cut_short_knows_what_was_done_and_skipped_before():
    kept = [
        Row(0, "done", kind="prepare"),
        Row(1, "skipped", set=1),
        Row(2, "done", kind="rest"),
        Row(3, "repeated", set=2),
        Row(3, "done", set=2),
    ]
    before = earlier(kept, INTERVALS)
    assert before == {0: "done", 1: "skipped", 2: "done", 3: "done"}
    view = Player(TIMELINE, first=4, before=before).view(0.0)
    assert view.outcomes == before
    assert steps_done(INTERVALS, view.outcomes) == 1


def test_a_part_that_is_another_by_now_counts_as_nothing():
    kept = [
        Row(1, "done", exercise="lunge", set=1),
        Row(3, "done", set=3),
        Row(5, "done", exercise="plank", side="left"),
        Row(9, "done"),
        Row(5, "of a later version", exercise="plank"),
    ]
    assert earlier(kept, INTERVALS) == {5: "skipped"}
