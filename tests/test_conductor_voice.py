"""When the conductor lets a sentence finish, and when it does not; how late it says what it hands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Unpack

import pytest

from coach.conductor import Conductor
from coach.content.model import DoseLayer, Exercise, ExerciseStep, Routine, Text
from coach.progress.records import IntervalRecord
from coach.session.compile import compile_routine
from coach.session.lateness import Lateness
from coach.session.timeline import Timeline
from tests.conducting import Library, hold_timeline, run_for, written
from tests.fakes import FakeClock, FakeCues, FakeVoice
from tests.session.library import DoseKeys
from tests.stores import memory_store


def work_timeline(**dose: Unpack[DoseKeys]) -> Timeline:
    exercise = Exercise("one", Text("One"), ("neck",), "standing", Text("One."), DoseLayer(**dose))
    return compile_routine(Routine("r", Text("R"), (ExerciseStep("one"),) * 2), Library({"one": exercise}))


class Session:
    """Twelve seconds into `timeline`, in its first work, with a voice that was not hushed yet."""

    def __init__(
        self,
        timeline: Timeline,
        questions: Sequence[str] = (),
        tell_lateness: Callable[[Lateness], None] | None = None,
    ) -> None:
        self.clock, self.cues = FakeClock(), FakeCues()
        self.voice = FakeVoice("all", self.clock)
        self.conductor = Conductor(
            timeline,
            self.clock,
            self.cues,
            memory_store(self.clock),
            voice=self.voice,
            questions=questions,
            tell_lateness=tell_lateness,
        )
        self.conductor.start()
        run_for(self.conductor, self.clock, 12)
        self.forget()

    def forget(self) -> None:
        self.voice.calls.clear()
        self.voice.said.clear()

    @property
    def is_hushed(self) -> bool:
        return "hush" in [what for what, _ in self.voice.calls]


def test_a_sentence_is_said_with_how_late_it_is() -> None:
    session = Session(hold_timeline())
    run_for(session.conductor, session.clock, 17)
    session.forget()
    session.clock.pass_time(2.0)  # the end was due a second ago
    session.conductor.advance()
    assert [(said.text, round(said.late, 3)) for said in session.voice.said] == [("Well done.", 1.0)]


@pytest.mark.parametrize(
    "leave",
    [
        Conductor.next,
        Conductor.back,
        Conductor.pause,
        Conductor.hurts,
        Conductor.end,
        Conductor.close,
    ],
)
def test_what_is_being_said_ends_with_what_it_belongs_to(leave: Callable[[Conductor], object]) -> None:
    session = Session(hold_timeline())
    leave(session.conductor)
    assert session.is_hushed


def test_at_ones_own_pace_done_leaves_what_was_said_behind() -> None:
    session = Session(work_timeline(reps=5, own_pace=True))
    session.conductor.done()
    assert session.is_hushed


def test_a_hold_that_was_lost_cuts_no_sentence_off() -> None:
    session = Session(work_timeline(as_long_as_possible=True))
    session.conductor.lost()
    assert not session.is_hushed


def test_nothing_is_cut_off_where_time_goes_on_by_itself() -> None:
    session = Session(work_timeline(for_seconds=20.0))
    run_for(session.conductor, session.clock, 60)
    assert session.conductor.ended is not None
    session.conductor.close()
    assert not session.is_hushed


def test_the_end_by_the_person_silences_the_countdown_that_had_begun() -> None:
    session = Session(hold_timeline())
    run_for(session.conductor, session.clock, 16)
    assert session.cues.played[-1] == "tick-3"
    session.conductor.end()
    assert session.cues.stopped == 1


def test_a_question_that_follows_from_what_is_said_waits_and_another_takes_its_place() -> None:
    session = Session(hold_timeline(), questions=("Well?",))
    session.conductor.ask("Well?", follows=True)
    assert session.voice.calls == [("say", "Well?")]
    session.forget()
    session.conductor.ask("Well?")
    assert [what for what, _ in session.voice.calls] == ["hush", "say"]
    assert [(said.text, said.late) for said in session.voice.said] == [("Well?", 0.0)]


def test_a_timer_is_never_set_to_a_time_that_has_gone() -> None:
    session = Session(hold_timeline())
    run_for(session.conductor, session.clock, 14)
    session.clock.pass_time(2.0)  # the countdown was due a second ago
    assert session.conductor.seconds_until_next() == 0.0


def test_how_late_sounds_were_is_told_at_the_end_as_their_number_the_median_and_the_worst() -> None:
    told: list[Lateness] = []
    session = Session(hold_timeline(), tell_lateness=told.append)
    run_for(session.conductor, session.clock, 14.9)
    session.clock.pass_time(0.3)  # the second countdown's first tick comes 0.2 s late; four sounds were in time
    session.conductor.end()
    assert [one.count for one in told] == [5]
    assert (told[0].median, told[0].worst) == pytest.approx((0.0, 0.2), abs=1e-6)


def test_a_session_without_a_sound_tells_no_lateness() -> None:
    told: list[Lateness] = []
    session = Session(replace(hold_timeline(), cues=()), tell_lateness=told.append)
    session.conductor.end()
    assert told == []


# --- a session that goes on ---


def kept(timeline: Timeline, *indices: int) -> list[IntervalRecord]:
    moment = FakeClock().wall()
    return [
        IntervalRecord(at, i.kind, i.exercise, i.set, i.side, 7.0, "done", None, moment)
        for at, i in ((at, timeline.intervals[at]) for at in indices)
    ]


def test_a_session_that_goes_on_counts_what_was_spent_and_knows_what_was_done() -> None:
    timeline, clock = work_timeline(for_seconds=20.0), FakeClock()
    conductor = Conductor(
        timeline,
        clock,
        FakeCues(),
        memory_store(clock),
        first=2,
        session=3,
        kept=kept(timeline, 0, 1),
        planned=4,
    )
    assert conductor.spent_seconds == 14.0
    assert conductor.view().outcomes == {0: "done", 1: "done"}


def test_what_goes_on_in_an_edited_routine_is_recorded_under_numbers_of_its_own() -> None:
    before = hold_timeline()
    other = Exercise("other", Text("Other"), ("neck",), "standing", Text("O."), DoseLayer(for_seconds=5.0))
    exercises = {"hold": replace(other, id="hold", title=Text("Hold")), "other": other}
    steps = (ExerciseStep("other"), ExerciseStep("hold"))
    after = compile_routine(Routine("one-hold", Text("One hold"), steps), Library(exercises))
    clock = FakeClock()
    store = memory_store(clock)
    session = store.begin_session("routine", "one-hold", "One hold", 30.0, len(before.intervals))
    conductor = Conductor(
        after,
        clock,
        FakeCues(),
        store,
        first=3,
        session=session,
        kept=kept(before, 0),
        planned=len(before.intervals),
    )
    conductor.start()
    run_for(conductor, clock, 9)
    assert [(number, kind) for number, kind, _, _ in written(store)] == [(2 + 3, "work")], "0 is the one before"
