"""What holds for every routine and every way of ticking."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content.extent import extent
from coach.content.model import (
    CueAt,
    CueEach,
    CueEvery,
    DoseLayer,
    ExerciseStep,
    RestStep,
    RoundsStep,
    Routine,
    SayStep,
    Text,
)
from coach.session.compile import compile_routine
from coach.session.events import Ended, Event, IntervalFinished, IntervalStarted, RepetitionStarted, Say, Sound
from coach.session.lasting import length_of as compiled_length
from coach.session.player import Player
from coach.session.timeline import Length, Timeline
from tests.examples import examples
from tests.session.library import catalogue, exercise, says
from tests.simulator import ORIGIN

LIBRARY = catalogue(
    exercise("counted", DoseLayer(reps=5, hold=1.0), ("Back.", "Long neck.")),
    exercise("timed", DoseLayer(for_seconds=25.0), ("Breathe.",)),
    exercise("sided", DoseLayer(reps=3, sides="both", sets=2, rest=8.0)),
)


def seconds(least: int, most: int) -> st.SearchStrategy[float]:
    return st.integers(least, most).map(float)


def maybe(strategy: st.SearchStrategy[float]) -> st.SearchStrategy[float | None]:
    return st.none() | strategy


REPS = st.builds(
    DoseLayer,
    sets=st.none() | st.integers(1, 3),
    rest=maybe(seconds(0, 40)),
    reps=st.integers(1, 9),
    move=maybe(seconds(1, 4)),
    hold=maybe(seconds(0, 9)),
    back=maybe(seconds(0, 4)),
    pause=maybe(seconds(0, 4)),
    sides=st.sampled_from([None, "none", "both", "alternate", "left", "right"]),
    switch=maybe(seconds(0, 9)),
)
TIMED = st.builds(
    DoseLayer,
    sets=st.none() | st.integers(1, 3),
    rest=maybe(seconds(0, 40)),
    for_seconds=seconds(1, 90),
    sides=st.sampled_from([None, "none", "both", "left"]),
    switch=maybe(seconds(0, 9)),
)
CUES = st.lists(
    st.builds(CueAt, from_start=seconds(0, 9), say=st.just(Text("Ribs heavy.")))
    | st.builds(CueAt, before_end=seconds(0, 9), sound=st.just("tick"))
    | st.builds(CueEach, st.integers(1, 4), say=st.just(Text("Slow.")))
    | st.builds(CueEvery, seconds(1, 30), say=st.just(says("One.", "Two."))),
    max_size=2,
).map(tuple)
EXERCISES = st.builds(
    ExerciseStep, st.sampled_from(sorted(LIBRARY.exercises)), st.just(DoseLayer()) | REPS | TIMED, CUES
)
LEAVES = (
    EXERCISES | st.builds(RestStep, seconds(0, 40)) | st.builds(SayStep, st.just(Text("Lie down.")), seconds(1, 20))
)
STEPS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        RoundsStep, st.integers(1, 3), st.lists(inner, min_size=1, max_size=3).map(tuple), seconds(0, 40)
    ),
    max_leaves=6,
)
ROUTINES = st.builds(
    Routine,
    st.just("any"),
    st.just(Text("Any")),
    st.lists(STEPS, min_size=1, max_size=4).map(tuple),
    prepare=seconds(0, 12),
    between=seconds(0, 12),
)


# --- an oracle of its own: adds up lengths from the words of docs/format.md, knows nothing of intervals -------------


def unrolled(steps: tuple[object, ...]) -> list[tuple[str, object]]:
    order: list[tuple[str, object]] = []
    for one in steps:
        if isinstance(one, RoundsStep):
            once = unrolled(one.steps)
            for turn in range(one.rounds):
                order += ([("rest", one.rest)] if turn and one.rest else []) + once
        elif isinstance(one, RestStep):
            order += [("rest", one.seconds)] if one.seconds else []
        elif isinstance(one, SayStep):
            order.append(("say", one.seconds))
        else:
            order.append(("exercise", one))
    return order


def length_of_exercise(one: ExerciseStep) -> float:
    dose = one.dose.over(LIBRARY.exercises[one.exercise].dose).settled()
    if dose.reps is None:
        work = dose.for_seconds or 0.0
    else:
        repetitions = dose.reps * (2 if dose.sides == "alternate" else 1)
        work = repetitions * (dose.move + dose.hold + dose.back + dose.pause) - dose.pause
    a_set = 2 * work + dose.switch if dose.sides == "both" else work
    return dose.sets * a_set + (dose.sets - 1) * dose.rest


def length_of(routine: Routine) -> float:
    order = unrolled(routine.steps)
    while order and order[-1][0] == "rest":
        order.pop()
    total, is_first, before = 0.0, True, ""
    for kind, what in order:
        if kind == "exercise":
            assert isinstance(what, ExerciseStep)
            total += routine.prepare if is_first else routine.between if before == "exercise" else 0.0
            total += length_of_exercise(what)
            is_first = False
        else:
            assert isinstance(what, float)
            total += what
        before = kind
    return total


@settings(max_examples=examples(200), deadline=None)
@given(ROUTINES)
def test_a_timeline_is_whole_and_its_total_what_the_rules_add_up_to(routine: Routine) -> None:
    timeline = compile_routine(routine, LIBRARY)
    assert_whole(timeline)
    assert timeline.seconds == length_of(routine)
    told = compiled_length(routine, LIBRARY.exercises)
    assert told == Length(timeline.seconds, timeline.estimated, timeline.exercises)
    expected = extent(routine, LIBRARY.exercises)  # what the checker judges by, before there is a timeline
    assert (len(timeline.intervals), timeline.seconds) == (expected.intervals, expected.seconds)
    assert timeline.seconds == sum(interval.seconds for interval in timeline.intervals)


def assert_whole(timeline: Timeline) -> None:
    """Intervals without gaps or zero lengths, nothing trailing, cues in order and within their interval."""
    intervals = timeline.intervals
    assert all(first.end == second.start for first, second in pairwise(intervals))
    assert all(interval.seconds > 0 for interval in intervals)
    assert not intervals or (intervals[0].start == 0.0 and intervals[-1].kind in ("work", "say"))
    assert sum(interval.kind == "prepare" for interval in intervals) <= 1
    order = [(cue.at, cue.say is not None) for cue in timeline.cues]
    assert order == sorted(order)
    for cue in timeline.cues:
        assert (cue.say is None) != (cue.sound is None)
        if cue.interval >= 0:
            assert intervals[cue.interval].start <= cue.at <= intervals[cue.interval].end
        else:
            assert cue.at == timeline.seconds


def walked(timeline: Timeline, ticks: list[float], pauses: set[int] = frozenset()) -> list[Event]:  # type: ignore[assignment]
    """All events of a session, `advance` called after each of `ticks` in turn; before these calls it pauses a while."""
    player, now, calls = Player(timeline), ORIGIN, 0
    events = player.start(now)
    while not isinstance(events[-1], Ended):
        now += ticks[calls % len(ticks)]
        calls += 1
        if calls in pauses:
            events += player.pause(now)
            now += 1000.0
            events += player.resume(now)
        events += player.advance(now)
    return events


def places(events: list[Event]) -> list[tuple[object, ...]]:
    """What the timeline alone decides: not what pauses add, and not when it came."""
    told: list[tuple[object, ...]] = []
    for event in events:
        match event:
            case Sound() if event.event != "resume":
                told.append((round(event.at, 6), event.name))
            case Say():
                told.append((round(event.at, 6), event.text))
            case IntervalStarted():
                told.append((round(event.at, 6), event.index))
            case RepetitionStarted():
                told.append((round(event.at, 6), event.number, event.of, event.side))
            case IntervalFinished():
                told.append(
                    (round(event.at, 6), event.index, round(event.seconds, 6), event.outcome, event.repetitions)
                )
    return told


TICKS = st.lists(st.floats(0.001, 2.0), min_size=1, max_size=5).filter(lambda ticks: max(ticks) > 0.2)


@pytest.mark.parametrize("tick", [0.001, 0.0167, 0.33, 1.999, 2.0])
def test_ten_minutes_are_the_same_at_every_tick(tick: float) -> None:
    steps = [ExerciseStep(name) for name in ("counted", "timed", "sided")]
    ten_minutes = Routine("ten", Text("Ten minutes"), (RoundsStep(4, tuple(steps), 15.0), SayStep(Text("Rest."), 1.0)))
    timeline = compile_routine(ten_minutes, LIBRARY)
    assert timeline.seconds == 600.0
    assert walked(timeline, [tick]) == walked(timeline, [1.0])


@settings(max_examples=examples(60), deadline=None)
@given(ROUTINES, TICKS, st.sets(st.integers(1, 200), max_size=4))
def test_neither_ticks_nor_pauses_move_anything(routine: Routine, ticks: list[float], pauses: set[int]) -> None:
    timeline = compile_routine(routine, LIBRARY)
    steady = walked(timeline, [1.0])
    assert walked(timeline, ticks) == steady
    assert places(walked(timeline, ticks, pauses)) == places(steady)
    assert_every_cue_once(timeline, steady)


def assert_every_cue_once(timeline: Timeline, events: list[Event]) -> None:
    """Each at its place. Equal sounds at one moment of an interval are heard once."""
    spoken = sorted((event.at, event.text) for event in events if isinstance(event, Say))
    assert spoken == sorted((cue.at, cue.say) for cue in timeline.cues if cue.say)
    sounded = sorted((event.at, event.name) for event in events if isinstance(event, Sound))
    expected = {(cue.interval, cue.at, cue.sound) for cue in timeline.cues if cue.sound}
    assert sounded == sorted((at, sound) for _, at, sound in expected)


COMMANDS = st.sampled_from(
    [
        "advance",
        "pause",
        "resume",
        "next",
        "back",
        "more",
        "done",
        "lost",
        "hurts",
        "answer_pain",
        "by_mistake",
        "stop_for_pain",
        "end",
    ]
)


@settings(max_examples=examples(150), deadline=None)
@given(ROUTINES, st.lists(st.tuples(COMMANDS, st.floats(0.0, 5.0), st.integers(0, 10)), max_size=40))
def test_whatever_a_person_does_intervals_start_and_finish_in_pairs(
    routine: Routine, commands: list[tuple[str, float, int]]
) -> None:
    player, now = Player(compile_routine(routine, LIBRARY)), ORIGIN
    events = player.start(now)
    for name, wait, pain in commands:
        now += wait
        command = getattr(player, name)
        events += command(now, pain) if name in ("answer_pain", "stop_for_pain") else command(now)
        view = player.view(now)
        assert view.elapsed >= 0
        assert view.left >= 0
        assert view.session_elapsed >= 0
    events += player.end(now)
    steps = [e for e in events if isinstance(e, IntervalStarted | IntervalFinished)]
    assert all(isinstance(e, IntervalStarted) for e in steps[::2])
    assert all(isinstance(e, IntervalFinished) for e in steps[1::2])
    assert all(first.index == second.index for first, second in zip(steps[::2], steps[1::2], strict=True))
    assert all(first.at <= second.at + 1e-6 for first, second in pairwise(events))
