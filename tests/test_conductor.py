"""The conductor: player, sound and store joined, over simulated time."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from coach.conductor import Conductor
from coach.content.model import Coaching, CoachingEvent, CueAt, DoseLayer, Exercise, ExerciseStep, Routine, Text
from coach.session.compile import compile_routine
from coach.session.events import Ended, IntervalStarted, Paused
from coach.session.timeline import Interval, Timeline
from tests.fakes import FakeClock, FakeCues

COACHING = Coaching(
    events={
        "prepare": CoachingEvent(say=(Text("First: {exercise}."),)),
        "go": CoachingEvent(sound="go"),
        "countdown": CoachingEvent(sound="tick", last=3.0),
        "stop": CoachingEvent(sound="stop"),
        "done": CoachingEvent(sound="done", say=(Text("Well done."),)),
    }
)


@dataclass
class Library:
    exercises: dict[str, Exercise]
    coaching: Coaching = COACHING


@dataclass
class FakeStore:
    notices: tuple[str, ...] = ()
    begun: list[tuple[object, ...]] = field(default_factory=list)
    intervals: list[tuple[int, int, str, float, str]] = field(default_factory=list)
    finished: list[tuple[int, str]] = field(default_factory=list)
    rated: list[tuple[int, int | None, int | None]] = field(default_factory=list)

    def begin_session(self, *what: object) -> int:
        self.begun.append(what)
        return 7

    def add_interval(
        self, session: int, index: int, interval: Interval, seconds: float, outcome: str, repetitions: int | None
    ) -> None:
        self.intervals.append((session, index, interval.kind, round(seconds, 3), outcome))

    def finish_session(self, session: int, how: str) -> None:
        self.finished.append((session, how))

    def rate_session(self, session: int, effort: int | None, pain: int | None) -> None:
        self.rated.append((session, effort, pain))


def hold_timeline(seconds: float = 20.0) -> Timeline:
    hold = Exercise("hold", Text("Hold"), ("neck",), "standing", Text("Hold."), DoseLayer(for_seconds=seconds))
    routine = Routine("one-hold", Text("One hold"), (ExerciseStep("hold"),))
    return compile_routine(routine, Library({"hold": hold}))


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def cues() -> FakeCues:
    return FakeCues()


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def conductor(clock: FakeClock, cues: FakeCues, store: FakeStore) -> Conductor:
    return Conductor(hold_timeline(), clock, cues, store)


def run_for(conductor: Conductor, clock: FakeClock, seconds: float, tick: float = 0.05) -> list[object]:
    events: list[object] = []
    for _ in range(round(seconds / tick)):
        clock.pass_time(tick)
        events += conductor.advance()
    return events


def test_a_whole_session_sounds_and_is_written_down(conductor, clock, cues, store) -> None:
    conductor.start()
    assert cues.is_open
    assert conductor.caption == "First: Hold."
    events = run_for(conductor, clock, 31)
    assert cues.played == ["tick-3", "go", "tick-3", "stop", "done"]
    assert store.begun == [("routine", "one-hold", "One hold", 30.0, 2)]
    assert store.intervals == [(7, 0, "prepare", 10.0, "done"), (7, 1, "work", 20.0, "done")]
    assert store.finished == [(7, "finished")]
    assert [e for e in events if isinstance(e, Ended)]
    assert conductor.caption == "Well done."
    conductor.rate(3, 1)
    assert store.rated == [(7, 3, 1)]


def test_a_sound_more_than_a_quarter_second_late_is_dropped_and_a_step_never(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 9.5)
    cues.played.clear()
    clock.pass_time(0.9)  # `go` was due 0.4 s ago
    events = conductor.advance()
    assert cues.played == []
    assert [e.index for e in events if isinstance(e, IntervalStarted)] == [1]


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
    assert store.finished == [(7, "pain")]
    assert store.rated == [(7, None, 6)]


def test_a_closed_session_stays_open_in_the_store(conductor, clock, store, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 12)
    conductor.close()
    assert store.finished == []
    assert [i[1] for i in store.intervals] == [0]
    assert cues.stopped == 1


def test_the_last_sound_of_a_finished_session_is_not_cut_off(conductor, clock, cues) -> None:
    conductor.start()
    run_for(conductor, clock, 60)
    assert conductor.ended is not None
    conductor.close()
    assert cues.stopped == 0


def test_a_session_that_was_cut_off_goes_on_under_its_number(clock, cues, store) -> None:
    conductor = Conductor(hold_timeline(), clock, cues, store, first=1, session=3)
    conductor.start()
    run_for(conductor, clock, 3 + 21)  # counted in first, since it was cut off in the middle of work
    assert store.begun == []
    assert store.intervals == [(3, 1, "work", 20.0, "done")]
    assert store.finished == [(3, "finished")]


def test_space_pauses_and_goes_on(conductor, clock) -> None:
    conductor.start()
    run_for(conductor, clock, 2)
    conductor.toggle()
    assert conductor.view().state == "paused"
    assert conductor.seconds_until_next() is None
    conductor.toggle()
    assert conductor.view().state == "reentry"


def test_that_nothing_is_saved_comes_before_that_there_is_no_sound_and_both_are_said(conductor, cues, store) -> None:
    assert conductor.trouble is None
    cues.trouble = "There is no sound."
    assert conductor.trouble == "There is no sound."
    store.notices = ("An older one.", "The disk is full.")
    assert conductor.trouble == "The disk is full. There is no sound."
    cues.trouble = None
    assert conductor.trouble == "The disk is full."


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
