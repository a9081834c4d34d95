"""Three ticks a second apart are one clip, and what is left of one that was cut off ticks by itself."""

from __future__ import annotations

import pytest

from coach.content.model import Coaching, CoachingEvent, CueAt, DoseLayer
from coach.session.compile import compile_routine
from coach.session.events import AskPain, Ended, Event, IntervalFinished, Outcome, Paused, Resumed, Sound
from coach.session.timeline import Interval, Timeline
from coach.sound.countdown import Countdown
from tests.session.library import COACHING, catalogue, exercise, routine, step
from tests.simulator import ORIGIN, Simulator


def timed(*cues: CueAt, **events: CoachingEvent) -> Timeline:
    """Prepare from 0 to 5 s, work until 35 s; a countdown at the end of each."""
    library = catalogue(exercise("some", DoseLayer()), coaching=Coaching({**COACHING.events, **events}))
    return compile_routine(routine(step("some", *cues, for_seconds=30.0), prepare=5.0), library)


def heard(run: Simulator, until: float, countdown: Countdown | None = None) -> list[str]:
    """What is played and where it is cut off, by what the player told: `SECOND NAME`."""
    countdown = countdown or Countdown()
    lines = []
    for event in run.run(until).events:
        second = f"{round(event.due - ORIGIN, 3):g}"
        if countdown.is_cut_off_by(event):
            lines.append(f"{second} silence")
        if isinstance(event, Sound) and (name := countdown.sound(event)) is not None:
            lines.append(f"{second} {name}")
    return lines


# --- played whole ---


def test_each_countdown_is_one_clip() -> None:
    assert heard(Simulator(timed()), 36) == ["2 tick-3", "5 go", "20 half", "32 tick-3", "35 stop", "35 done"]


def test_so_is_the_way_back_into_work() -> None:
    run = Simulator(timed()).at(9, "pause").at(20, "resume")
    assert heard(run, 24) == ["2 tick-3", "5 go", "20 tick-3"]


def test_a_sound_within_the_clip_neither_ends_nor_joins_it() -> None:
    run = Simulator(timed(CueAt(before_end=2.5, sound="half")))
    assert heard(run, 35)[-4:] == ["32 tick-3", "32.5 half", "35 stop", "35 done"]


def test_a_row_of_another_length_is_single_ticks() -> None:
    five = timed(countdown=CoachingEvent(sound="tick", last=4.0))
    assert heard(Simulator(five), 5) == ["1 tick", "2 tick", "3 tick", "4 tick", "5 go"]
    two = timed(countdown=CoachingEvent(sound="tick", last=2.0))
    assert heard(Simulator(two), 5) == ["3 tick", "4 tick", "5 go"]


def test_there_is_a_clip_of_ticks_alone() -> None:
    bells = timed(countdown=CoachingEvent(sound="half"), resume=CoachingEvent(sound="half"))
    run = Simulator(bells).at(6, "pause").at(7, "resume")
    assert heard(run, 10) == ["2 half", "3 half", "4 half", "5 go", "7 half", "8 half", "9 half"]


def test_a_clip_cannot_be_hurried() -> None:
    assert heard(Simulator(timed()), 5, Countdown(hurried=True)) == ["2 tick", "3 tick", "4 tick", "5 go"]


# --- cut off ---


def test_a_pause_silences_it_and_the_rest_ticks_singly() -> None:
    run = Simulator(timed()).at(2.5, "pause").at(10, "resume")
    assert heard(run, 16) == ["2 tick-3", "2.5 silence", "10 tick-3", "13.5 tick", "14.5 tick", "15.5 go"]


def test_so_does_a_machine_that_stood_still() -> None:
    run = Simulator(timed()).sleep(3.25, 60).at(70, "resume")
    assert heard(run, 76)[:3] == ["2 tick-3", "3 silence", "70 tick-3"]


def test_so_does_what_hurts() -> None:
    run = Simulator(timed()).at(3.5, "hurts").at(9, "answer_pain", 0).at(10, "resume")
    assert heard(run, 15) == ["2 tick-3", "3.5 silence", "10 tick-3", "13.5 tick", "14.5 go"]


def test_a_pause_within_the_way_back_silences_that() -> None:
    run = Simulator(timed()).at(9, "pause").at(20, "resume").at(21.5, "pause").at(30, "resume")
    assert heard(run, 34) == ["2 tick-3", "5 go", "20 tick-3", "21.5 silence", "30 tick-3"]


@pytest.mark.parametrize(
    ("command", "after"),
    [("next", ["2.5 silence", "2.5 go"]), ("back", ["2.5 silence", "4.5 tick-3"]), ("end", ["2.5 silence"])],
)
def test_who_leaves_the_interval_leaves_its_countdown(command: str, after: list[str]) -> None:
    run = Simulator(timed()).at(2.5, command)
    assert heard(run, 6) == ["2 tick-3", *after]


def test_ten_seconds_more_bring_it_again_at_the_new_end() -> None:
    run = Simulator(timed()).at(33.5, "more")
    assert heard(run, 46)[3:] == ["32 tick-3", "42 tick-3", "45 stop", "45 done"]


def test_a_clip_that_was_not_begun_is_made_up_for_by_its_ticks() -> None:
    """Its first tick came too late to be heard: also where one had been played whole in the same interval before."""
    countdown = Countdown()
    assert countdown.sound(tick(3, due=20.0)) == "tick-3"
    assert [countdown.sound(tick(left, due=33.0 - left)) for left in (2, 1)] == ["tick", "tick"]


def test_a_tick_that_has_moved_is_not_in_the_clip_that_was_begun() -> None:
    countdown = Countdown()
    countdown.sound(tick(3, due=20.0))
    assert countdown.sound(tick(2, due=21.0)) is None
    assert countdown.sound(tick(1, due=22.25)) == "tick"


def tick(left: int, due: float) -> Sound:
    return Sound(0.0, due, "tick", "countdown", 3, left)


# --- what cuts off, and what does not ---

WORK = Interval("work", 0.0, 30.0)


def finished(outcome: Outcome) -> IntervalFinished:
    return IntervalFinished(0.0, 0.0, 0, WORK, 30.0, outcome)


@pytest.mark.parametrize(
    "event",
    [
        Paused(0.0, 0.0, "person"),
        AskPain(0.0, 0.0),
        finished("skipped"),
        finished("lost"),
        finished("ended"),
        finished("repeated"),
        Ended(0.0, 0.0, "ended"),
        Ended(0.0, 0.0, "pain"),
    ],
)
def test_what_cuts_a_clip_off_does_so_once(event: Event) -> None:
    countdown = Countdown()
    assert not countdown.is_cut_off_by(event), "no clip is under way"
    countdown.sound(tick(3, due=20.0))
    assert countdown.is_cut_off_by(event)
    assert not countdown.is_cut_off_by(event)
    assert countdown.sound(tick(2, due=21.0)) == "tick"


@pytest.mark.parametrize("event", [finished("done"), Resumed(0.0, 0.0)])
def test_what_comes_after_a_whole_clip_is_not_silenced_for_it(event: Event) -> None:
    countdown = Countdown()
    countdown.sound(tick(3, due=20.0))
    assert not countdown.is_cut_off_by(event)
    assert not countdown.is_cut_off_by(Paused(0.0, 0.0, "person")), "it was played to its end"
    assert not countdown.cut_off()


def test_the_last_interval_s_clip_rings_out() -> None:
    countdown = Countdown()
    countdown.sound(tick(3, due=20.0))
    assert not countdown.is_cut_off_by(Ended(0.0, 0.0, "finished"))
    assert countdown.cut_off()
    assert not countdown.cut_off()


def test_other_events_and_sounds_leave_it_alone() -> None:
    countdown = Countdown()
    countdown.sound(tick(3, due=20.0))
    assert countdown.sound(Sound(0.0, 20.5, "half", "cue")) == "half"
    assert not countdown.is_cut_off_by(Sound(0.0, 20.5, "half", "cue"))
    assert countdown.sound(tick(2, due=21.0)) is None
