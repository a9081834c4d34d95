"""The conductor: player, sound and store joined, over simulated time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from coach.conductor import QUESTION_PATIENCE_SECONDS, Conductor
from coach.content.model import Coaching, CoachingEvent, CueAt, DoseLayer, Exercise, ExerciseStep, Routine, Text
from coach.progress.store import Store
from coach.session.compile import compile_routine
from coach.session.events import AskPain, Ended, IntervalStarted, Paused, Say
from coach.session.exercised import LET_GO_SECONDS
from coach.session.player import GAP_SECONDS, Player
from coach.session.timeline import Interval, Timeline
from coach.settings import VOLUME
from coach.sound.voice.turns import JOINED_SECONDS, LATEST_SECONDS
from tests.conducting import COACHING, Library, hold_timeline, run_for, written
from tests.fakes import EVERY_SYSTEM, FakeClock, FakeCues, FakeVoice, troubled
from tests.stores import memory_store, noticed


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def cues() -> FakeCues:
    return FakeCues()


@pytest.fixture
def store(clock: FakeClock) -> Store:
    return memory_store(clock)


@pytest.fixture
def conductor(clock: FakeClock, cues: FakeCues, store: Store) -> Conductor:
    return Conductor(hold_timeline(), clock, cues, store)


def test_a_whole_session_sounds_and_is_written_down(conductor, clock, cues, store) -> None:
    conductor.start()
    assert cues.is_open
    assert conductor.caption == "First: Hold."
    events = run_for(conductor, clock, 31)
    assert cues.played == ["tick-3", "go", "tick-3", "stop", "done"]
    (record,) = store.sessions()
    assert (record.kind, record.target, record.title) == ("routine", "one-hold", "One hold")
    assert (record.planned_seconds, record.intervals, record.how) == (30.0, 2, "finished")
    assert written(store) == [(0, "prepare", 10.0, "done"), (1, "work", 20.0, "done")]
    assert [e for e in events if isinstance(e, Ended)]
    assert conductor.caption == "Well done."
    conductor.rate(3, 1)
    (record,) = store.sessions()
    assert (record.effort, record.pain) == (3, 1)


def test_a_sound_more_than_a_quarter_second_late_is_dropped_and_a_step_never(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 9.5)
    cues.played.clear()
    clock.pass_time(0.9)  # `go` was due 0.4 s ago
    events = conductor.advance()
    assert cues.played == []
    assert [e.index for e in events if isinstance(e, IntervalStarted)] == [1]


def test_the_sound_is_told_how_late_it_is_so_that_the_device_can_make_up_for_it(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 9.5)
    cues.late.clear()
    clock.pass_time(0.512)  # `go` was due 12 ms ago
    conductor.advance()
    assert cues.late == [pytest.approx(0.012)]


def test_to_be_looked_at_thirty_times_a_second_it_works_out_once_how_it_stands(conductor, clock, monkeypatch) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    asked: list[float] = []
    view = Player.view
    monkeypatch.setattr(Player, "view", lambda player, now: asked.append(now) or view(player, now))
    conductor.advance()
    assert len(asked) == 1


def test_in_a_hurried_session_nothing_is_made_up_for(clock, cues, store) -> None:
    conductor = Conductor(hold_timeline(), clock, cues, store, speed=10.0)
    conductor.start()
    run_for(conductor, clock, 9)
    assert cues.late == [None] * len(cues.played) != []


def test_a_pause_within_the_countdown_silences_the_clip_and_the_rest_of_it_ticks_singly(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 7.5)
    assert cues.played == ["tick-3"]
    conductor.pause()
    assert cues.stopped == 1
    conductor.resume()
    cues.played.clear()
    run_for(conductor, clock, 3.0 + 2.6)
    assert cues.played[-3:] == ["tick", "tick", "go"]


def test_ten_more_seconds_in_the_countdown_bring_it_again(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 7.5)
    conductor.more()
    assert cues.stopped == 1
    cues.played.clear()
    run_for(conductor, clock, 13)
    assert cues.played == ["tick-3", "go"]


def test_a_countdown_whose_beginning_was_missed_ticks_singly_after_a_way_back_too(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    conductor.pause()
    conductor.resume()
    run_for(conductor, clock, 17.8)  # three of them in the way back
    assert cues.played[-1] == "tick-3"
    cues.played.clear()
    clock.pass_time(0.6)  # the first tick was due 0.4 s ago
    conductor.advance()
    run_for(conductor, clock, 2)
    assert cues.played == ["tick", "tick"]


def test_a_pause_after_the_way_back_silences_nothing_else(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    for _ in range(2):
        conductor.pause()
        conductor.resume()
        run_for(conductor, clock, 3.5)
    assert cues.played == ["tick-3", "go", "tick-3", "tick-3"]
    assert cues.stopped == 0


def test_a_hurried_clock_plays_single_ticks(clock, cues, store) -> None:
    conductor = Conductor(hold_timeline(), clock, cues, store, speed=10.0)
    conductor.start()
    run_for(conductor, clock, 10.5)
    assert cues.played == ["tick", "tick", "tick", "go"]


def test_pain_of_six_ends_the_session_and_is_kept(conductor, clock, store) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    conductor.hurts()
    events = conductor.answer_pain(6)
    assert [e.how for e in events if isinstance(e, Ended)] == ["pain"]
    (record,) = store.sessions()
    assert (record.how, record.effort, record.pain) == ("pain", None, 6)


def test_a_closed_session_stays_open_in_the_store(conductor, clock, store, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    conductor.close()
    assert [record.how for record in store.sessions()] == [None]
    assert [index for index, *_ in written(store)] == [0]
    assert cues.stopped == 1


def test_the_last_sound_of_a_finished_session_is_not_cut_off(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 60)
    assert conductor.ended is not None
    conductor.close()
    assert cues.stopped == 0


def test_a_session_that_was_cut_off_goes_on_under_its_number(clock, cues, store) -> None:
    session = store.begin_session("routine", "one-hold", "One hold", 30.0, 2)
    conductor = Conductor(hold_timeline(), clock, cues, store, first=1, session=session)
    conductor.start()
    run_for(conductor, clock, 3 + 21)  # counted in first, since it was cut off in the middle of work
    assert [(record.id, record.how) for record in store.sessions()] == [(session, "finished")]
    assert written(store) == [(1, "work", 20.0, "done")]


def test_space_pauses_and_goes_on(conductor, clock) -> None:
    conductor.start()
    run_for(conductor, clock, 2)
    conductor.toggle()
    assert conductor.view().state == "paused"
    assert conductor.seconds_until_next() is None
    conductor.toggle()
    assert conductor.view().state == "reentry"


def test_that_nothing_is_saved_comes_before_that_there_is_no_sound_and_both_are_said(
    conductor, cues, monkeypatch
) -> None:
    assert conductor.trouble is None
    cues.trouble = troubled("There is no sound.")
    assert conductor.trouble == "There is no sound."
    monkeypatch.setattr(Store, "notices", ("closed", "saved"))
    assert conductor.trouble == "What could not be saved before is saved now. There is no sound."
    cues.trouble = None
    assert conductor.trouble == "What could not be saved before is saved now."


def test_a_machine_that_slept_pauses_the_session_where_it_was(conductor, clock) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    clock.sleep_machine(600)
    events = conductor.advance()
    assert [e.reason for e in events if isinstance(e, Paused)] == ["gap"]
    assert conductor.view().elapsed == pytest.approx(2.0)


def test_a_sound_of_the_step_within_the_clip_does_not_double_its_ticks(clock, cues, store) -> None:
    hold = Exercise("hold", Text("Hold"), ("neck",), "standing", Text("Hold."), DoseLayer(for_seconds=20))
    step = ExerciseStep("hold", cues=(CueAt(before_end=2.5, sound="half"),))
    timeline = compile_routine(Routine("r", Text("R"), (step,)), Library({"hold": hold}))
    conductor = Conductor(timeline, clock, cues, store)
    conductor.start()
    run_for(conductor, clock, 31)
    assert cues.played == ["tick-3", "go", "tick-3", "half", "stop", "done"]


# --- the clocks come first ---


@pytest.fixture(params=EVERY_SYSTEM.values(), ids=EVERY_SYSTEM.keys())
def every_clock(request) -> FakeClock:
    return FakeClock(**request.param)


def begun(
    clock: FakeClock, *, speed: float = 1.0, tell_exercising: Callable[[bool, float], None] | None = None
) -> Conductor:
    conductor = Conductor(
        hold_timeline(), clock, FakeCues(), memory_store(clock), speed=speed, tell_exercising=tell_exercising
    )
    conductor.start()
    return conductor


@pytest.mark.parametrize("command", ["resume", "toggle"])
def test_one_space_goes_on_after_a_pause_in_which_the_machine_slept(every_clock, command: str) -> None:
    conductor = begun(every_clock)
    run_for(conductor, every_clock, 12)
    conductor.toggle()
    every_clock.sleep_machine(600)
    getattr(conductor, command)()
    assert conductor.view().state == "reentry"
    events = run_for(conductor, every_clock, 4)
    assert not [e for e in events if isinstance(e, Paused)]
    assert conductor.view().state == "running"
    assert conductor.view().elapsed == pytest.approx(3.0, abs=0.06)


def test_setting_the_clock_forward_in_a_pause_does_not_pause_again(every_clock) -> None:
    conductor = begun(every_clock)
    conductor.pause()
    every_clock.set_wall(every_clock.wall() + timedelta(hours=1))
    conductor.resume()
    run_for(conductor, every_clock, 4)
    assert conductor.view().state == "running"


def test_setting_the_clock_forward_pauses_no_session_where_the_system_counts_its_sleep() -> None:
    clock = FakeClock(tells_sleep=True)
    conductor = begun(clock)
    clock.set_wall(clock.wall() + timedelta(hours=1))
    conductor.advance()
    assert conductor.view().state == "running"


@pytest.mark.parametrize("command", ["advance", "pause", "resume", "toggle", "next", "back", "more", "done", "lost"])
def test_a_key_pressed_right_after_waking_meets_a_session_that_the_gap_has_paused(every_clock, command: str) -> None:
    conductor = begun(every_clock)
    run_for(conductor, every_clock, 4)
    every_clock.sleep_machine(600)
    events = getattr(conductor, command)()
    (paused,) = [e for e in events if isinstance(e, Paused)]
    assert (paused.reason, paused.gap_seconds) == ("gap", pytest.approx(600, abs=0.1))
    assert paused.at == pytest.approx(4.0)
    assert (conductor.view().state, conductor.view().pause_reason) == ("paused", "gap")


def test_this_hurts_and_the_end_are_heard_right_after_waking(every_clock) -> None:
    conductor = begun(every_clock)
    run_for(conductor, every_clock, 14)
    every_clock.sleep_machine(600)
    events = conductor.hurts()
    assert [type(e) for e in events if isinstance(e, Paused | AskPain)] == [Paused, AskPain]
    every_clock.sleep_machine(600)
    assert [e.how for e in conductor.end() if isinstance(e, Ended)] == ["ended"]


def test_a_hold_as_long_as_possible_does_not_end_with_the_key_that_woke_the_machine(every_clock) -> None:
    sit = Exercise("sit", Text("Sit"), ("neck",), "standing", Text("Sit."), DoseLayer(as_long_as_possible=True))
    timeline = compile_routine(Routine("r", Text("R"), (ExerciseStep("sit"),)), Library({"sit": sit}))
    conductor = Conductor(timeline, every_clock, FakeCues(), memory_store(every_clock))
    conductor.start()
    run_for(conductor, every_clock, 15)
    every_clock.sleep_machine(600)
    conductor.lost()
    assert conductor.view().state == "paused"
    assert conductor.view().interval.open == "max"
    assert conductor.view().elapsed == pytest.approx(5.0)


@pytest.mark.parametrize("seconds", [1.9, 3.5, 30.0])
def test_the_first_paint_of_a_session_is_no_sleep(every_clock, seconds: float) -> None:
    conductor = begun(every_clock)
    every_clock.pass_time(seconds)
    events = conductor.advance()
    assert not [e for e in events if isinstance(e, Paused)]
    assert conductor.view().state == "running"
    assert conductor.view().elapsed == pytest.approx(seconds if seconds <= 3 else 0.0)
    every_clock.pass_time(3.5)
    assert [e.reason for e in conductor.advance() if isinstance(e, Paused)] == ["gap"]


def test_a_sleep_before_the_first_paint_is_one_where_the_system_tells() -> None:
    clock = FakeClock(tells_sleep=True)
    conductor = begun(clock)
    clock.sleep_machine(600)
    assert [e.reason for e in conductor.advance() if isinstance(e, Paused)] == ["gap"]


def test_a_gap_is_three_real_seconds_at_any_speed() -> None:
    clock = FakeClock(speed=10.0)
    conductor = Conductor(hold_timeline(600.0), clock, FakeCues(), memory_store(clock), speed=10.0)
    conductor.start()
    run_for(conductor, clock, 1)
    clock.pass_time(29.0)
    assert not [e for e in conductor.advance() if isinstance(e, Paused)]
    clock.pass_time(31.0)
    assert [e.reason for e in conductor.advance() if isinstance(e, Paused)] == ["gap"]


# --- the caption ---


def test_a_count_never_takes_the_place_of_a_sentence_that_is_to_be_read_in_peace(clock, cues, store) -> None:
    squat = Exercise(
        "squat", Text("Squat"), ("neck",), "standing", Text("Down."), DoseLayer(reps=4, move=2.0, hold=1.0, back=2.0)
    )
    events = {**COACHING.events, "count": CoachingEvent(say=(Text("{rep}."),))}
    step = ExerciseStep("squat", cues=(CueAt(from_start=1.0, say=Text("Back, not down.")),))
    timeline = compile_routine(Routine("r", Text("R"), (step,)), Library({"squat": squat}, Coaching(events=events)))
    conductor = Conductor(timeline, clock, cues, store)
    conductor.start()
    said = run_for(conductor, clock, 10)
    assert conductor.caption == "", "what led to the exercise goes with the time to get ready"
    said = run_for(conductor, clock, 18)
    assert [e.text for e in said if isinstance(e, Say) and e.event == "count"]
    assert conductor.caption == "Back, not down.", "the screen counts by itself, and the number would soon be old"
    run_for(conductor, clock, 5)
    assert conductor.caption == "Well done."


def test_two_sentences_of_one_moment_are_read_together_as_they_are_heard(clock, cues, store) -> None:
    hold = Exercise("hold", Text("Hold"), ("neck",), "standing", Text("Hold."), DoseLayer(for_seconds=20.0))
    events = {**COACHING.events, "half": CoachingEvent(say=(Text("Halfway."),), sound="half")}
    step = ExerciseStep("hold", cues=(CueAt(share=0.5, say=Text("Head over chest.")),))
    timeline = compile_routine(Routine("r", Text("R"), (step,)), Library({"hold": hold}, Coaching(events=events)))
    conductor = Conductor(timeline, clock, cues, store)
    conductor.start()
    said = run_for(conductor, clock, 21)
    assert [(e.text, e.joined) for e in said if isinstance(e, Say)] == [("Halfway.", False), ("Head over chest.", True)]
    assert conductor.caption == "Halfway. Head over chest."


# --- who is there ---


class Told:
    """What a session tells of its exercise."""

    def __init__(self) -> None:
        self.calls: list[tuple[bool, float]] = []

    def __call__(self, goes_on: bool, seconds: float) -> None:
        self.calls.append((goes_on, round(seconds, 1)))


@pytest.fixture
def told() -> Told:
    return Told()


def test_a_session_is_exercised_from_its_start_to_its_end(clock, told) -> None:
    conductor = begun(clock, tell_exercising=told)
    assert told.calls == [(True, 0.0)]
    run_for(conductor, clock, 31)
    assert told.calls == [(True, 0.0), (False, 20.0)], "the ten seconds to get ready are none"
    run_for(conductor, clock, 600)
    conductor.close()
    assert len(told.calls) == 2, "an end page left open tells nothing"


def test_a_pause_of_some_minutes_lets_go_and_going_on_takes_it_again(clock, told) -> None:
    conductor = begun(clock, tell_exercising=told)
    run_for(conductor, clock, 20)
    conductor.pause()
    clock.pass_time(LET_GO_SECONDS - 1)
    conductor.advance()
    assert told.calls == [(True, 0.0)]
    assert conductor.attended_for() == pytest.approx(1.0)
    clock.pass_time(1)
    conductor.advance()
    assert told.calls == [(True, 0.0), (False, 10.0)]
    clock.pass_time(3600)
    conductor.resume()
    assert told.calls[2:] == [(True, 0.0)]
    run_for(conductor, clock, 14)
    assert told.calls[3:] == [(False, 10.0)], "what was told before is not told again"


def test_a_key_in_a_pause_is_a_sign_of_life(clock, told) -> None:
    conductor = begun(clock, tell_exercising=told)
    conductor.pause()
    for _ in range(5):
        clock.pass_time(LET_GO_SECONDS - 10)
        conductor.more()
    assert told.calls == [(True, 0.0)]


def test_a_question_about_pain_left_open_lets_go_too(clock, told) -> None:
    conductor = begun(clock, tell_exercising=told)
    conductor.hurts()
    clock.pass_time(LET_GO_SECONDS)
    conductor.advance()
    assert [goes_on for goes_on, _ in told.calls] == [True, False]


def test_a_session_that_is_left_without_an_end_is_no_longer_exercised(clock, told) -> None:
    conductor = begun(clock, tell_exercising=told)
    run_for(conductor, clock, 15)
    conductor.close()
    conductor.close()
    assert told.calls == [(True, 0.0), (False, 5.0)]


def test_what_was_exercised_so_far_can_be_read_at_any_time_and_begins_anew_with_each_telling(clock, told) -> None:
    conductor = begun(clock, tell_exercising=told)
    run_for(conductor, clock, 17)
    assert conductor.exercise.seconds == pytest.approx(7.0)
    conductor.pause()
    clock.pass_time(60)
    conductor.advance()
    assert conductor.exercise.seconds == pytest.approx(7.0), "a pause is none"
    clock.pass_time(LET_GO_SECONDS)
    conductor.advance()
    assert told.calls[-1] == (False, 7.0)
    assert conductor.exercise.seconds == 0.0
    conductor.resume()
    run_for(conductor, clock, 3 + 5)
    assert conductor.exercise.seconds == pytest.approx(5.0)


def test_a_rehearsal_is_as_much_exercise_as_it_really_took(told) -> None:
    clock = FakeClock(speed=20.0)
    conductor = begun(clock, tell_exercising=told, speed=20.0)
    run_for(conductor, clock, 31)
    assert told.calls == [(True, 0.0), (False, 1.0)], "twenty seconds of work in one"


def test_a_machine_that_wakes_in_a_session_is_given_the_same_patience(told) -> None:
    clock = FakeClock(tells_sleep=True)
    conductor = begun(clock, tell_exercising=told)
    run_for(conductor, clock, LET_GO_SECONDS / 10)
    clock.sleep_machine(8 * 3600)
    conductor.advance()
    assert conductor.attended_for() == LET_GO_SECONDS
    assert [goes_on for goes_on, _ in told.calls] == [True]


class TestSoundDevice:
    """A session holds the device while it goes on by itself, and not for somebody who has left."""

    def test_from_its_start_to_its_end(self, conductor: Conductor, clock: FakeClock, cues: FakeCues) -> None:
        conductor.start()
        run_for(conductor, clock, 10.0)
        assert cues.held == {conductor: float("inf")}
        run_for(conductor, clock, 60.0)
        assert conductor.ended is not None
        assert cues.held == {conductor: 0.0}

    def test_a_pause_gives_it_back_after_some_minutes(
        self, conductor: Conductor, clock: FakeClock, cues: FakeCues
    ) -> None:
        conductor.start()
        conductor.pause()
        assert cues.held == {conductor: LET_GO_SECONDS}

    def test_going_on_takes_it_again_before_the_first_tick(
        self, conductor: Conductor, clock: FakeClock, cues: FakeCues, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        conductor.start()
        conductor.pause()
        clock.pass_time(600.0)
        done: list[str] = []
        monkeypatch.setattr(cues, "hold", lambda by: done.append("held"))
        monkeypatch.setattr(cues, "play", lambda name, _late: done.append(name))
        conductor.resume()
        assert done == ["held", "tick-3"]

    def test_a_session_that_is_left_lets_go(self, conductor: Conductor, cues: FakeCues) -> None:
        conductor.start()
        conductor.close()
        assert cues.held == {conductor: 0.0}

    def test_to_end_a_session_that_stands_opens_nothing(
        self, conductor: Conductor, clock: FakeClock, cues: FakeCues, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        conductor.start()
        conductor.pause()
        clock.pass_time(600.0)
        monkeypatch.setattr(cues, "hold", lambda by: pytest.fail("nothing more is to be heard"))
        conductor.end()
        assert cues.held == {conductor: 0.0}


# --- what it hands on ---


def test_a_session_that_goes_on_wants_its_own_sentences_first(clock: FakeClock, cues: FakeCues, store: Store) -> None:
    voice = FakeVoice("all", clock)
    Conductor(hold_timeline(), clock, cues, store, first=1, voice=voice, questions=["Does it hurt?"])
    (lines,) = voice.prepared
    assert [line.text for line in lines] == ["Well done.", "First: Hold.", "Does it hurt?"]


def test_what_is_not_saved_is_told_before_what_is_not_heard(clock: FakeClock, cues: FakeCues, store: Store) -> None:
    voice = FakeVoice("all", clock)
    conductor = Conductor(hold_timeline(), clock, cues, store, voice=voice)
    assert conductor.trouble is None
    voice.trouble = troubled("Nobody speaks.")
    assert conductor.trouble == "Nobody speaks."
    cues.trouble = troubled("There is no sound.")
    assert conductor.trouble == "There is no sound."
    store.close()
    store.keep(VOLUME, 0.5)
    said = (*noticed(store)[-1:], "There is no sound.")
    assert conductor.trouble == " ".join(said)


def test_a_question_takes_the_floor_or_waits_for_it(clock: FakeClock, cues: FakeCues, store: Store) -> None:
    voice = FakeVoice("all", clock)
    conductor = Conductor(hold_timeline(), clock, cues, store, voice=voice, questions=["Does it hurt?"])
    for follows, calls in ((True, ["say"]), (False, ["hush", "say"])):
        voice.calls.clear()
        conductor.ask("Does it hurt?", follows=follows)
        assert [what for what, _ in voice.calls] == calls
        assert voice.said[-1].patience == QUESTION_PATIENCE_SECONDS


def test_a_key_that_means_nothing_opens_no_sound(clock: FakeClock, cues: FakeCues, store: Store) -> None:
    conductor = Conductor(hold_timeline(), clock, cues, store)
    assert conductor.toggle() == []
    assert cues.held == {}, "it has not begun"


def test_nothing_that_is_due_is_waited_for_backwards(conductor: Conductor, clock: FakeClock) -> None:
    conductor.start()
    clock.pass_time(60.0)
    assert conductor.seconds_until_next() == 0.0


@pytest.mark.parametrize(("slept", "pauses"), [(GAP_SECONDS, []), (GAP_SECONDS + 0.5, ["gap"])])
def test_a_nap_that_is_no_longer_than_a_gap_is_none(
    cues: FakeCues, store: Store, slept: float, pauses: list[str]
) -> None:
    clock = FakeClock(tells_sleep=True)
    conductor = Conductor(hold_timeline(), clock, cues, store)
    conductor.start()
    run_for(conductor, clock, 5)
    clock.sleep_machine(slept)
    assert [event.reason for event in conductor.advance() if isinstance(event, Paused)] == pauses


def test_what_was_spent_is_the_time_of_its_intervals_without_pauses(conductor: Conductor, clock: FakeClock) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    assert conductor.spent_seconds == pytest.approx(10.0)
    conductor.pause()
    clock.pass_time(2.0)
    conductor.end()
    assert conductor.spent_seconds == pytest.approx(12.0)


@pytest.mark.parametrize("stand", [Conductor.pause, Conductor.hurts, Conductor.back, Conductor.next, Conductor.end])
def test_who_stands_or_leaves_is_not_talked_on_to(
    clock: FakeClock, cues: FakeCues, store: Store, stand: Callable[[Conductor], object]
) -> None:
    voice = FakeVoice("all", clock)
    conductor = Conductor(hold_timeline(), clock, cues, store, voice=voice)
    conductor.start()
    run_for(conductor, clock, 1)
    voice.calls.clear()
    stand(conductor)
    assert "hush" in [what for what, _ in voice.calls]


def test_a_sentence_is_handed_on_with_how_late_it_is_and_whether_it_is_joined(
    clock: FakeClock, cues: FakeCues, store: Store
) -> None:
    voice = FakeVoice("all", clock)
    events = {**COACHING.events, "go": CoachingEvent(say=(Text("Go."),))}
    step = ExerciseStep("hold", cues=(CueAt(from_start=0.0, say=Text("Soft.")),))
    hold = Exercise("hold", Text("Hold"), ("neck",), "standing", Text("Hold."), DoseLayer(for_seconds=20.0))
    timeline = compile_routine(Routine("r", Text("R"), (step,)), Library({"hold": hold}, Coaching(events)))
    conductor = Conductor(timeline, clock, cues, store, voice=voice)
    conductor.start()
    run_for(conductor, clock, 9.5)
    voice.said.clear()
    clock.pass_time(1.0)
    conductor.advance()
    assert [(one.text, round(one.late, 3), one.patience) for one in voice.said] == [
        ("Go.", 0.5, LATEST_SECONDS),
        ("Soft.", 0.5, JOINED_SECONDS),
    ]


def test_the_pain_that_ended_a_session_is_kept_with_it(conductor: Conductor, clock: FakeClock, store: Store) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    conductor.hurts()
    conductor.answer_pain(8)
    (record,) = store.sessions()
    assert (record.how, record.pain) == ("pain", 8)


@pytest.mark.parametrize(
    ("kinds", "index", "exercise"),
    [
        (("prepare:row", "work:row"), 0, "row"),
        (("prepare:row", "work:row"), 1, "row"),
        (("work:row", "rest:fly", "work:fly"), 1, "row"),
        (("work:row", "rest:fly", "work:fly"), 2, "fly"),
        (("say:", "work:row"), 0, "row"),
    ],
)
def test_what_hurts_is_kept_with_the_exercise_that_was_being_done(
    kinds: tuple[str, ...], index: int, exercise: str, clock: FakeClock, cues: FakeCues, store: Store
) -> None:
    parts = [one.split(":") for one in kinds]
    intervals = tuple(
        Interval(kind, 10.0 * at, 10.0, name or None, text="Listen." if kind == "say" else None)  # type: ignore[arg-type]
        for at, (kind, name) in enumerate(parts)
    )
    conductor = Conductor(Timeline("three", "Three", 10.0 * len(kinds), False, 1, intervals, ()), clock, cues, store)
    conductor.start()
    run_for(conductor, clock, 10 * index + 5)
    conductor.hurts()
    conductor.answer_pain(4)
    [past] = store.past()
    assert conductor.named_now == exercise
    assert [(pain.exercise, pain.pain) for pain in past.pains] == [(exercise, 4)]
    assert past.pain is None
    conductor.end()
    conductor.rate(5, 1)
    [rated] = store.past()
    assert (rated.pain, [pain.pain for pain in rated.pains]) == (1, [4])


def test_no_pain_after_all_is_no_pain(conductor: Conductor, clock: FakeClock, store: Store) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    conductor.answer_pain(5)  # nobody asked
    conductor.hurts()
    conductor.answer_pain(0)
    assert store.past()[0].pains == ()


def test_what_ended_a_session_without_exercises_is_the_pain_of_all_of_it(
    clock: FakeClock, cues: FakeCues, store: Store
) -> None:
    """A test has no exercise that the pain could be kept with; one that ends otherwise tells none."""
    hold = (Interval("work", 0.0, 30.0, open="max"),)
    for pain in (8, None):
        conductor = Conductor(Timeline("wall", "Wall", 30.0, False, 0, hold, (), "test"), clock, cues, store)
        conductor.start()
        run_for(conductor, clock, 5)
        conductor.hurts()
        if pain is None:
            conductor.end()
        else:
            conductor.answer_pain(pain)
        assert store.past()[-1].pain == pain
        conductor.rate(5, None)
        assert (store.past()[-1].effort, store.past()[-1].pain) == (5, pain)
