"""The player over simulated time: what a person hears when they do nothing but follow."""

from __future__ import annotations

import pytest

from coach.content.model import Coaching, CueAt, DoseLayer, HoldStep, RoundsStep, SayStep, Test, Text
from coach.session.compile import compile_routine, compile_test
from coach.session.events import IntervalFinished, RepetitionStarted, Sound
from coach.session.player import Player
from coach.session.timeline import Timeline
from tests.session.library import COACHING, SILENT, Catalogue, catalogue, exercise, routine, step
from tests.simulator import ORIGIN, Simulator

SETS = DoseLayer(sets=2, reps=3, move=1.0, hold=1.0, back=1.0, rest=6.0)


def timeline_of(*steps: object, prepare: float = 5.0, coaching: Coaching = COACHING) -> Timeline:
    library = catalogue(exercise("some", SETS), coaching=coaching)
    return compile_routine(routine(*steps, prepare=prepare), library)  # type: ignore[arg-type]


def test_a_session_from_start_to_end() -> None:
    run = Simulator(timeline_of(step("some")))
    run.expect(
        *("0 start prepare", "0 say A routine. First: Some. 2 sets of 3, hold 1 second. Sit tall."),
        *("2 tick", "3 tick", "4 tick"),
        *("5 end prepare done", "5 start work", "5 rep 1/3", "5 go", "8 rep 2/3", "11 rep 3/3", "11 say Last one."),
        *("14 end work done 3", "14 start rest", "14 rest", "14 say Rest. 6 seconds."),
        *("17 tick", "18 tick", "19 tick"),
        *("20 end rest done", "20 start work", "20 rep 1/3", "20 go", "23 rep 2/3", "26 rep 3/3", "26 say Last one."),
        *("29 end work done 3", "29 done", "29 say Well done.", "29 ended finished"),
    )
    run.verify(until=40)


def test_what_ends_an_interval_comes_before_what_begins_the_next() -> None:
    timeline = timeline_of(step("some", for_seconds=5.0, sets=1), step("some"), prepare=0.0)
    run = Simulator(timeline).run(until=6)
    assert [line for line in run.told() if line.startswith("5 ")] == [
        "5 stop",
        "5 end work done",
        "5 start between",
        "5 say Next: Some. 2 sets of 3, hold 1 second. Sit tall.",
    ]


def test_the_simulator_names_what_is_missing_and_what_is_extra() -> None:
    run = Simulator(timeline_of(step("some")), kinds=["sound"]).expect("2 tick", "3 bell", "4 tick", "5 go")
    with pytest.raises(AssertionError) as failure:
        run.verify(until=6)
    assert "- 3 bell\n+ 3 tick" in str(failure.value)


def test_sides_in_turn_are_told_with_each_repetition() -> None:
    timeline = timeline_of(step("some", sides="alternate", sets=1, reps=2), prepare=0.0, coaching=SILENT)
    run = Simulator(timeline, kinds=["rep", "end"])
    run.expect("0 rep 1/4 left", "3 rep 2/4 right", "6 rep 3/4 left", "9 rep 4/4 right", "12 end work done 4")
    run.verify(until=20)


def test_late_calls_tell_everything_at_its_own_place() -> None:
    timeline = timeline_of(step("some"))
    assert Simulator(timeline, tick=2.9).run(35).told() == Simulator(timeline, tick=0.01).run(35).told()


def test_nothing_comes_twice_and_time_does_not_go_back() -> None:
    player = Player(timeline_of(step("some")))
    player.start(ORIGIN)
    assert len(player.advance(ORIGIN + 2.5)) == 1
    assert player.advance(ORIGIN + 2.5) == []
    assert player.advance(ORIGIN + 1.0) == []
    assert player.view(ORIGIN + 1.0).elapsed == 2.5


def test_equal_sounds_at_one_moment_are_one() -> None:
    cue = CueAt(before_end=3.0, sound="tick")
    timeline = timeline_of(step("some", cue, for_seconds=9.0, sets=1), prepare=0.0)
    run = Simulator(timeline, kinds=["sound"]).expect("0 go", "6 tick", "7 tick", "8 tick", "9 stop", "9 done")
    run.verify(until=12)
    ticks = [(e.row, e.left) for e in run.events if isinstance(e, Sound) and e.name == "tick"]
    assert ticks == [(3, 3), (3, 2), (3, 1)]


def test_an_empty_timeline_is_over_at_once() -> None:
    run = Simulator(timeline_of()).expect("0 done", "0 say Well done.", "0 ended finished").verify(until=1)
    view = run.player.view(ORIGIN + 1)
    assert (view.state, view.index, view.length, view.left, view.next) == ("ended", 0, 0.0, 0.0, None)


def test_an_hour_in_a_moment() -> None:
    timeline = timeline_of(RoundsStep(100, (step("some", for_seconds=30.0, sets=1),), 6.0), prepare=0.0)
    run = Simulator(timeline, tick=1.0).run(until=3600)
    assert timeline.seconds == 3594.0
    assert sum(isinstance(event, IntervalFinished) for event in run.events) == 199


# --- where the clock does not decide ---------------------------------------------------------------------------------

OWN = step("some", own_pace=True, reps=5, sets=1)
MAX = step("some", as_long_as_possible=True, up_to=30.0, sets=1)
WAIT = SayStep(Text("Lie down."), None)


def test_an_own_pace_set_ends_when_the_person_says_so() -> None:
    run = Simulator(timeline_of(OWN, prepare=0.0), kinds=["start", "end", "rep", "ended"])
    run.at(47.25, "done").at(50, "done")
    run.expect("0 start work", "47.25 end work done 5", "47.25 ended finished").verify(until=60)


def test_a_wait_lasts_until_the_person_goes_on() -> None:
    run = Simulator(timeline_of(WAIT), kinds=["start", "end", "ended"]).at(100, "done")
    run.expect("0 start say", "100 end say done", "100 ended finished").verify(until=110)


def test_without_a_keyboard_open_parts_end_after_their_guess() -> None:
    run = Simulator(timeline_of(WAIT, OWN, prepare=0.0), kinds=["end"], has_keyboard=False)
    run.expect("15 end say done", "35 end work done 5").verify(until=40)


def test_as_long_as_possible_ends_at_its_limit() -> None:
    for has_keyboard in (True, False):
        run = Simulator(timeline_of(MAX, prepare=0.0), kinds=["end", "sound"], has_keyboard=has_keyboard)
        run.expect("0 go", "30 stop", "30 end work done", "30 done").verify(until=40)


def test_a_hold_that_is_lost_ends_with_its_sound_and_what_follows_shifts() -> None:
    run = Simulator(timeline_of(MAX, step("some"), prepare=0.0), kinds=["start", "end", "sound"]).at(12, "lost")
    run.expect("0 start work", "0 go", "12 stop", "12 end work lost", "12 start between")
    run.expect("19 tick", "20 tick", "21 tick", "22 end between done", "22 start work", "22 go").verify(until=23)


def test_what_coaching_says_to_a_lost_hold_takes_the_place_of_stop() -> None:
    events = {**COACHING.events, "lost": COACHING.events["rest"]}
    run = Simulator(timeline_of(MAX, prepare=0.0, coaching=Coaching(events)), kinds=["sound", "say"]).at(12, "lost")
    run.expect("0 go", "12 rest", "12 say Rest. seconds.", "12 done", "12 say Well done.").verify(until=20)


def test_the_hold_of_a_test() -> None:
    wall_test = Test("wall-test", Text("Wall test"), (SayStep(Text("Stand."), 6.0), HoldStep("hold", 30.0)))
    run = Simulator(compile_test(wall_test, Catalogue()), kinds=["end", "sound"]).at(20, "lost")
    run.expect("3 tick", "4 tick", "5 tick", "6 end say done", "6 go", "20 stop", "20 end work lost", "20 done")
    run.verify(until=30)


@pytest.mark.parametrize("command", ["done", "lost"])
@pytest.mark.parametrize("steps", [[step("some")], [step("some", for_seconds=30.0)]])
def test_done_and_lost_mean_nothing_where_the_clock_decides(command: str, steps: list[object]) -> None:
    quiet = Simulator(timeline_of(*steps)).run(until=15).told()
    assert Simulator(timeline_of(*steps)).at(2, command).at(7, command).run(until=15).told() == quiet


def test_lost_means_nothing_at_one_s_own_pace_and_done_nothing_in_a_max() -> None:
    assert Simulator(timeline_of(OWN, prepare=0.0), kinds=["end"]).at(7, "lost").run(until=15).told() == []
    assert Simulator(timeline_of(MAX, prepare=0.0), kinds=["end"]).at(7, "done").run(until=15).told() == []


# --- resuming after a crash ------------------------------------------------------------------------------------------


def test_beginning_in_the_middle_of_work_counts_the_person_in() -> None:
    run = Simulator(timeline_of(step("some")), first=1, kinds=["start", "re-entry", "sound", "resumed", "end"])
    run.expect("0 start work", "0 re-entry", "0 tick", "1 tick", "2 tick", "3 resumed", "3 go", "12 end work done 3")
    run.expect("12 start rest", "12 rest")
    run.verify(until=13)
    assert [event.at for event in run.events if isinstance(event, RepetitionStarted)] == [5.0, 8.0, 11.0]


def test_beginning_at_a_rest_needs_no_counting_in() -> None:
    run = Simulator(timeline_of(step("some")), first=2, kinds=["start", "re-entry"])
    run.expect("0 start rest", "6 start work").verify(until=7)


@pytest.mark.parametrize(
    ("first", "lines"), [(-3, ["0 start prepare"]), (4, ["0 ended finished"]), (9, ["0 ended finished"])]
)
def test_beginning_outside_the_timeline(first: int, lines: list[str]) -> None:
    Simulator(timeline_of(step("some")), first=first, kinds=["start", "ended"]).expect(*lines).verify(until=1)
