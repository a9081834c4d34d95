"""A hold that is over is told at once, before what follows, and in place of what the coach says of a lost one."""

from __future__ import annotations

from coach.session.events import Ended, Event, IntervalFinished, IntervalStarted, Outcome, Say, Sound
from coach.session.timeline import Interval
from coach.walltest.held import Held, held_by, with_time_told

HOLD = Interval("work", 10.0, 30.0, open="max", step=3)
BACK = Interval("say", 40.0, 6.0, text="Step back.", step=4)


def over(seconds: float, outcome: Outcome) -> IntervalFinished:
    return IntervalFinished(10.0 + seconds, 110.0 + seconds, 1, HOLD, seconds, outcome)


def lost_at(seconds: float, *after: Event) -> list[Event]:
    at, due = 10.0 + seconds, 110.0 + seconds
    before = [Sound(at, due, "stop", "lost"), Say(at, due, "Good, that is enough.", "lost", 50)]
    return [*before, over(seconds, "lost"), *after]


def words(hold: Held) -> str:
    return f"<{hold.whole_seconds}{' lost' if hold.was_lost else ''}>"


def said(events: list[Event]) -> list[tuple[str, bool]]:
    return [(event.text, event.joined) for event in with_time_told(events, words) if isinstance(event, Say)]


def test_a_lost_hold_is_told_before_the_sentence_that_follows_which_waits_for_it() -> None:
    events = lost_at(19.0, IntervalStarted(29.0, 129.0, 2, BACK), Say(29.0, 129.0, "Step back.", "say"))
    assert said(events) == [("<19 lost>", False), ("Step back.", True)]
    kinds = [type(event).__name__ for event in with_time_told(events, words)]
    assert kinds == ["Sound", "IntervalFinished", "IntervalStarted", "Say", "Say"]


def test_a_sentence_of_a_later_moment_is_none_that_follows() -> None:
    events = lost_at(19.0, IntervalStarted(29.0, 129.0, 2, BACK), Say(31.0, 131.0, "Breathe.", "cue"))
    assert said(events) == [("<19 lost>", False), ("Breathe.", False)]


def test_one_kept_to_its_end_is_told_too() -> None:
    assert said([over(30.0, "done"), IntervalStarted(40.0, 140.0, 2, BACK)]) == [("<30>", False)]


def test_the_last_thing_of_a_test_is_told_before_its_end() -> None:
    events = with_time_told(lost_at(4.0, Ended(14.0, 114.0, "finished")), words)
    assert [type(event).__name__ for event in events] == ["Sound", "IntervalFinished", "Say", "Ended"]
    assert said(lost_at(4.0)) == [("<4 lost>", False)]


def test_a_hold_after_a_hold_has_its_own_time() -> None:
    second = IntervalFinished(31.0, 131.0, 2, HOLD, 2.0, "lost")
    events = [*lost_at(19.0, IntervalStarted(29.0, 129.0, 2, HOLD)), second]
    assert said(events) == [("<19 lost>", False), ("<2 lost>", False)]


def test_what_was_no_hold_or_was_broken_off_says_nothing() -> None:
    assert held_by(IntervalFinished(1.0, 1.0, 0, BACK, 6.0, "done")) is None
    assert held_by(over(5.0, "ended")) is None
    assert said([over(5.0, "ended"), Ended(15.0, 115.0, "ended")]) == []
    assert held_by(over(30.5, "done")) == Held(30.0, 30.0, was_lost=False)
