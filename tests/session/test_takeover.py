"""Another exercise takes over in a running session, over simulated time: every event, and every interval once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import DoseLayer, ExerciseStep, RestStep, RoundsStep, Routine, RoutineStep, SayStep, Text
from coach.session.compile import compile_routine, compile_taken_over
from coach.session.events import IntervalFinished, IntervalStarted
from coach.session.outcomes import steps_done
from coach.session.takeover import NothingLeft, TakenOver, Takeover
from coach.session.timeline import Timeline
from tests.session.library import SILENT, catalogue, exercise, routine, step
from tests.simulator import ORIGIN, Simulator

SETS = DoseLayer(sets=3, reps=3, move=1.0, hold=1.0, back=1.0, rest=6.0)
LIBRARY = catalogue(
    exercise("some", SETS),
    exercise("soft", DoseLayer(sets=2, for_seconds=8.0, rest=5.0), describe="Lie down."),
    exercise("sides", DoseLayer(sets=2, for_seconds=6.0, rest=5.0, sides="both", switch=4.0)),
    exercise("one-side", DoseLayer(for_seconds=6.0, sides="left")),
    exercise("other", DoseLayer(for_seconds=7.0)),
)
QUIET = replace(LIBRARY, coaching=SILENT)


def instead(whole: Routine, named: str, other: str) -> Routine:
    """The routine with another exercise in the place of `named`, wherever it stands."""

    def swapped(steps: tuple[RoutineStep, ...]) -> tuple[RoutineStep, ...]:
        return tuple(
            ExerciseStep(other, named=named)
            if isinstance(one, ExerciseStep) and named in (one.exercise, one.named)
            else replace(one, steps=swapped(one.steps))
            if isinstance(one, RoundsStep)
            else one
            for one in steps
        )

    return replace(whole, steps=swapped(whole.steps))


def taken(whole: Routine, at: int, named: str, other: str, library: object = QUIET) -> TakenOver:
    takeover = Takeover(at, named, instead(whole, named, other))
    return compile_taken_over("routine", whole, [takeover], library)  # type: ignore[arg-type]


def shape(timeline: Timeline) -> list[str]:
    """Every interval as `kind exercise set/sets side`."""
    found = []
    for one in timeline.intervals:
        words = [one.kind, one.exercise or "", f"{one.set}/{one.sets}" if one.set else "", one.side or ""]
        found.append(" ".join(word for word in words if word))
    return found


def test_what_is_left_of_the_sets_is_done_as_the_other_one_with_its_own_words() -> None:
    whole = routine(step("some"), step("other"), prepare=5.0)
    run = Simulator(compile_routine(whole, LIBRARY))
    run.at(24, "take_over", taken(whole, 3, "some", "soft", LIBRARY))
    run.expect(
        *("0 start prepare", "0 say A routine. First: Some. 3 sets of 3, hold 1 second. Sit tall."),
        *("2 tick", "3 tick", "4 tick"),
        *("5 end prepare done", "5 start work", "5 rep 1/3", "5 go", "8 rep 2/3", "11 rep 3/3", "11 say Last one."),
        *("14 end work done 3", "14 start rest", "14 rest", "14 say Rest. 6 seconds."),
        *("17 tick", "18 tick", "19 tick"),
        *("20 end rest done", "20 start work", "20 rep 1/3", "20 go", "23 rep 2/3"),
        *("24 end work skipped 1", "24 start between", "24 say Next: Soft. 2 times 8 seconds. Lie down."),
        *("31 tick", "32 tick", "33 tick"),
        *("34 end between done", "34 start work", "34 go", "39 tick", "40 tick", "41 tick", "42 stop"),
        *("42 end work done", "42 start rest", "42 rest", "42 say Rest. 5 seconds.", "44 tick", "45 tick", "46 tick"),
        *("47 end rest done", "47 start work", "47 go", "52 tick", "53 tick", "54 tick", "55 stop"),
        *("55 end work done", "55 start between", "55 say Next: Other. 7 seconds. Sit tall."),
        *("62 tick", "63 tick", "64 tick"),
        *("65 end between done", "65 start work", "65 go", "69 tick", "70 tick", "71 tick", "72 stop"),
        *("72 end work done", "72 done", "72 say Well done.", "72 ended finished"),
    )
    run.verify(until=90)


def test_what_was_lived_stays_and_its_number_stands_for_nothing_else() -> None:
    whole = routine(step("some"), step("other"))
    before, now = compile_routine(whole, QUIET), taken(whole, 3, "some", "soft")
    assert now.leaves
    assert now.timeline.intervals[:4] == before.intervals[:4]
    assert shape(now.timeline)[4:] == [
        "between soft", "work soft 1/2", "rest soft", "work soft 2/2", "between other", "work other 1/1"
    ]  # fmt: skip
    assert {one.named for one in now.timeline.intervals[5:8] if one.kind == "work"} == {"some"}
    assert (now.timeline.id, now.timeline.title, now.timeline.exercises) == (before.id, before.title, 2)


@pytest.mark.parametrize(
    ("at", "sets"),
    [(0, 2), (1, 2), (2, 2), (3, 2), (4, 1), (5, 1)],
    ids=["before it", "first set", "rest", "second set", "last rest", "last set"],
)
def test_not_more_sets_than_are_left_and_not_more_than_the_other_one_has(at: int, sets: int) -> None:
    works = [one for one in shape(taken(routine(step("some")), at, "some", "soft").timeline) if "work soft" in one]
    assert works == [f"work soft {number}/{sets}" for number in range(1, sets + 1)]


def test_the_right_side_alone_where_the_left_one_is_done() -> None:
    whole = routine(step("sides"))
    assert shape(compile_routine(whole, QUIET))[:4] == [
        "prepare sides left", "work sides 1/2 left", "switch sides right", "work sides 1/2 right"
    ]  # fmt: skip
    library = replace(QUIET, exercises={**QUIET.exercises, "pairs": exercise("pairs", QUIET.exercises["sides"].dose)})
    assert shape(taken(whole, 3, "sides", "pairs", library).timeline)[4:] == [
        "between pairs right", "work pairs 1/2 right", "rest pairs left",
        "work pairs 2/2 left", "switch pairs right", "work pairs 2/2 right",
    ]  # fmt: skip
    assert shape(taken(whole, 3, "sides", "one-side").timeline)[4:] == [
        "between one-side left",
        "work one-side 1/1 left",
    ]
    assert shape(taken(whole, 3, "sides", "soft").timeline)[4:] == [
        "between soft", "work soft 1/2", "rest soft", "work soft 2/2"
    ]  # fmt: skip


def test_a_later_round_has_the_other_one_too_and_all_else_stays() -> None:
    whole = routine(RoundsStep(2, (step("some", sets=1), step("other")), rest=20.0))
    now = taken(whole, 1, "some", "soft")
    assert now.leaves
    assert shape(now.timeline) == [
        "prepare some", "work some 1/1", "between soft", "work soft 1/1", "between other", "work other 1/1",
        "rest soft", "work soft 1/2", "rest soft", "work soft 2/2", "between other", "work other 1/1",
    ]  # fmt: skip


def test_what_is_under_way_goes_on_where_only_later_ones_are_replaced() -> None:
    whole = routine(RoundsStep(2, (step("some", sets=1), step("other")), rest=20.0))
    now = taken(whole, 2, "some", "soft")  # on the way to the other one
    assert not now.leaves
    assert now.timeline.intervals[:4] == compile_routine(whole, QUIET).intervals[:4]
    assert now.timeline.intervals[4].exercise == "soft"  # the rest before the second round leads to it
    run = Simulator(compile_routine(whole, QUIET), kinds=["start", "end"]).at(20, "take_over", now)
    run.expect("0 start prepare", "10 end prepare done", "10 start work", "19 end work done 3", "19 start between")
    run.expect("29 end between done", "29 start work", "36 end work done", "36 start rest", "56 end rest done")
    run.expect("56 start work", "64 end work done", "64 start rest", "69 end rest done", "69 start work")
    run.expect("77 end work done", "77 start between", "87 end between done", "87 start work", "94 end work done")
    run.verify(until=100)


def test_the_same_exercise_in_a_second_step_is_the_other_one_there_too() -> None:
    whole = routine(step("some", sets=1), SayStep(Text("And now."), 4.0), RestStep(9.0), step("some", sets=2))
    assert shape(taken(whole, 2, "some", "soft").timeline)[2:] == [
        "say", "rest soft", "work soft 1/2", "rest soft", "work soft 2/2"
    ]  # fmt: skip


def test_one_after_the_other_and_back_again() -> None:
    whole = routine(step("some"), step("other"))
    first = Takeover(1, "some", instead(whole, "some", "soft"))
    second = Takeover(3, "some", instead(first.routine, "some", "one-side"))
    now = compile_taken_over("routine", whole, [first, second], QUIET).timeline
    assert shape(now)[:6] == [
        "prepare some", "work some 1/3", "between soft", "work soft 1/2", "between one-side left",
        "work one-side 1/1 left",
    ]  # fmt: skip
    back = Takeover(5, "some", whole)
    again = compile_taken_over("routine", whole, [first, second, back], QUIET).timeline
    assert shape(again)[6:] == ["between some", "work some 1/1", "between other", "work other 1/1"]


def test_nothing_is_left_of_what_is_over() -> None:
    whole = routine(step("some"), step("other"))
    with pytest.raises(NothingLeft):
        taken(whole, 6, "some", "soft")
    with pytest.raises(NothingLeft):
        compile_taken_over("routine", whole, [Takeover(0, "some", routine(step("soft")))], QUIET)


def test_ten_seconds_more_are_kept_and_nothing_is_said_twice() -> None:
    whole = routine(RoundsStep(2, (step("other"), step("some", sets=1)), rest=20.0))
    timeline = compile_routine(whole, LIBRARY)
    run = Simulator(timeline, kinds=["say", "end"])
    run.at(1, "more").at(2, "take_over", taken(whole, 0, "some", "soft", LIBRARY)).at(3, "more")
    run.run(until=31)
    assert [line for line in run.told() if line.startswith(("0 ", "30 "))] == [
        "0 say A routine. First: Other. 7 seconds. Sit tall.", "30 end prepare done"
    ]  # fmt: skip
    assert len([line for line in run.told() if "First" in line]) == 1


def test_in_a_pause_it_stands_at_what_leads_to_the_other_one_and_counts_in() -> None:
    whole = routine(step("some"))
    run = Simulator(compile_routine(whole, QUIET), kinds=["start", "end", "paused", "resumed", "ask", "re-entry"])
    run.at(12, "hurts").at(13, "answer_pain", 4).at(14, "take_over", taken(whole, 1, "some", "soft")).at(15, "resume")
    run.expect("0 start prepare", "10 end prepare done", "10 start work", "12 paused hurts", "12 ask pain")
    run.expect("14 end work skipped 0", "14 start between", "15 re-entry", "18 resumed", "28 end between done")
    run.expect("28 start work")
    run.verify(until=30)


def test_a_session_that_has_gone_on_or_asks_is_not_taken_over() -> None:
    whole = routine(step("some"))
    run = Simulator(compile_routine(whole, QUIET), kinds=["start", "end"])
    run.at(12, "take_over", taken(whole, 0, "some", "soft")).at(13, "hurts")
    run.at(14, "take_over", taken(whole, 1, "some", "soft"))
    run.expect("0 start prepare", "10 end prepare done", "10 start work")
    run.verify(until=20)


@pytest.mark.parametrize("at", range(12))
@pytest.mark.parametrize("named", ["some", "sides"])
def test_every_interval_is_recorded_once_whenever_the_other_one_takes_over(at: int, named: str) -> None:
    whole = routine(step("some"), RoundsStep(2, (step("sides"), RestStep(5.0), step("some", sets=1)), rest=9.0))
    timeline = compile_routine(whole, QUIET)
    now = taken(whole, at, named, "soft")
    inside = timeline.intervals[at].start + 0.75
    run = Simulator(timeline, tick=0.25).at(inside, "take_over", now).run(until=now.timeline.seconds + 60)
    finished = [one for one in run.events if isinstance(one, IntervalFinished)]
    started = [one for one in run.events if isinstance(one, IntervalStarted)]
    assert [one.index for one in finished] == list(range(len(now.timeline.intervals)))
    assert [one.interval for one in finished] == [one.interval for one in started] == list(now.timeline.intervals)
    assert [one.index for one in finished if one.outcome == "skipped"] == ([at] if now.leaves else [])
    view = run.player.view(ORIGIN + 1000.0)
    assert view.state == "ended"
    assert steps_done(now.timeline.intervals, view.outcomes) == 3
