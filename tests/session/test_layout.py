"""docs/format.md, How a routine becomes a timeline: rules 1 to 6 as tables."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer, RestStep, RoundsStep, SayStep, Text
from coach.session.compile import compile_routine
from coach.session.timeline import Timeline
from tests.session.library import catalogue, exercise, routine, step

TEN = exercise("ten", DoseLayer(for_seconds=10.0))
ONE = exercise("one", DoseLayer(for_seconds=1.0))
LIBRARY = catalogue(TEN, ONE)


def say(seconds: float | None = 5.0) -> SayStep:
    return SayStep(Text("Lie down."), seconds)


def rest(seconds: float) -> RestStep:
    return RestStep(seconds)


def rounds(number: int, *steps: object, rest: float = 30.0) -> RoundsStep:
    return RoundsStep(number, steps, rest)  # type: ignore[arg-type]


def compiled(*steps: object, **lengths: float) -> Timeline:
    return compile_routine(routine(*steps, **lengths), LIBRARY)  # type: ignore[arg-type]


def in_short(timeline: Timeline) -> str:
    return " ".join(f"{interval.kind}{interval.seconds:g}" for interval in timeline.intervals)


TEN_STEP = step("ten")


@pytest.mark.parametrize(
    ("steps", "intervals"),
    [
        # 1. prepare, once, directly before the first exercise
        ([TEN_STEP], "prepare10 work10"),
        ([TEN_STEP, TEN_STEP], "prepare10 work10 between10 work10"),
        ([say(), TEN_STEP], "say5 prepare10 work10"),
        ([rest(7), TEN_STEP], "rest7 prepare10 work10"),
        ([say(), rest(7), say(), TEN_STEP], "say5 rest7 say5 prepare10 work10"),
        ([rounds(2, TEN_STEP), TEN_STEP], "prepare10 work10 rest30 work10 between10 work10"),
        # 2. between, unless a rest, a say or a round rest stands directly before
        ([TEN_STEP, rest(7), TEN_STEP], "prepare10 work10 rest7 work10"),
        ([TEN_STEP, say(), TEN_STEP], "prepare10 work10 say5 work10"),
        ([TEN_STEP, say(None), TEN_STEP], "prepare10 work10 say15 work10"),
        ([TEN_STEP, rest(7), say(), TEN_STEP], "prepare10 work10 rest7 say5 work10"),
        ([TEN_STEP, rounds(1, TEN_STEP)], "prepare10 work10 between10 work10"),
        ([TEN_STEP, rounds(1, rest(7)), TEN_STEP], "prepare10 work10 rest7 work10"),
        ([rounds(2, TEN_STEP, TEN_STEP)], "prepare10 work10 between10 work10 rest30 work10 between10 work10"),
        ([rounds(2, TEN_STEP, rest(7))], "prepare10 work10 rest7 rest30 work10"),
        ([rounds(2, rest(7), TEN_STEP)], "rest7 prepare10 work10 rest30 rest7 work10"),
        ([rounds(2, say(), TEN_STEP)], "say5 prepare10 work10 rest30 say5 work10"),
        (
            [rounds(2, rounds(2, TEN_STEP, rest=5), rest=40)],
            "prepare10 work10 rest5 work10 rest40 work10 rest5 work10",
        ),
        # 5. nothing trails; a say may end it
        ([TEN_STEP, rest(7)], "prepare10 work10"),
        ([TEN_STEP, rest(7), rest(8)], "prepare10 work10"),
        ([TEN_STEP, rounds(2, rest(7))], "prepare10 work10"),
        ([TEN_STEP, rest(7), say()], "prepare10 work10 rest7 say5"),
        ([TEN_STEP, say(), rest(7)], "prepare10 work10 say5"),
        # 6. a rest of zero counts as none
        ([TEN_STEP, rest(0), TEN_STEP], "prepare10 work10 between10 work10"),
        ([TEN_STEP, say(), rest(0), TEN_STEP], "prepare10 work10 say5 work10"),
        ([rounds(2, TEN_STEP, rest=0)], "prepare10 work10 between10 work10"),
        ([rounds(2, TEN_STEP, rest(7), rest=0)], "prepare10 work10 rest7 work10"),
        # without an exercise
        ([say()], "say5"),
        ([say(), rest(30), say(None)], "say5 rest30 say15"),
        ([rest(30)], ""),
    ],
)
def test_running_order(steps: list[object], intervals: str) -> None:
    assert in_short(compiled(*steps)) == intervals


@pytest.mark.parametrize(
    ("lengths", "intervals"),
    [
        ({"prepare": 0.0}, "work10 between10 work10"),
        ({"between": 0.0}, "prepare10 work10 work10"),
        ({"prepare": 0.0, "between": 0.0}, "work10 work10"),
        ({"prepare": 3.0, "between": 4.0}, "prepare3 work10 between4 work10"),
    ],
)
def test_a_zero_duration_makes_no_interval(lengths: dict[str, float], intervals: str) -> None:
    assert in_short(compiled(TEN_STEP, TEN_STEP, **lengths)) == intervals


REPS = DoseLayer(reps=4, move=1.0, hold=2.0, back=3.0)  # 6 s a repetition


@pytest.mark.parametrize(
    ("below", "above", "intervals"),
    [
        # 3. sets, rests between them, sides
        (REPS, {}, "work24"),
        (REPS, {"sets": 3}, "work24 rest30 work24 rest30 work24"),
        (REPS, {"sets": 2, "rest": 0.0}, "work24 work24"),
        (REPS, {"sides": "both"}, "work24 switch5 work24"),
        (REPS, {"sides": "both", "switch": 0.0}, "work24 work24"),
        (
            REPS,
            {"sides": "both", "switch": 2.0, "sets": 2, "rest": 9.0},
            "work24 switch2 work24 rest9 work24 switch2 work24",
        ),
        (REPS, {"sides": "left"}, "work24"),
        # 4. the length of a set
        (REPS, {"pause": 1.0}, "work27"),
        (REPS, {"reps": 1, "pause": 9.0}, "work6"),
        (REPS, {"sides": "alternate"}, "work48"),
        (REPS, {"sides": "alternate", "reps": 6, "pause": 2.0}, "work94"),
        (REPS, {"hold": 0.0, "back": 0.0}, "work4"),
        (DoseLayer(reps=8), {}, "work32"),
        (DoseLayer(reps=8, own_pace=True), {}, "work32"),
        (DoseLayer(reps=8, own_pace=True), {"sides": "alternate"}, "work64"),
        (DoseLayer(reps=8, own_pace=True), {"sides": "both"}, "work32 switch5 work32"),
        # timed and as long as possible
        (DoseLayer(for_seconds=30.0), {"sets": 2, "rest": 10.0}, "work30 rest10 work30"),
        (DoseLayer(for_seconds=30.0), {"sides": "both"}, "work30 switch5 work30"),
        (DoseLayer(as_long_as_possible=True), {}, "work120"),
        (DoseLayer(as_long_as_possible=True), {"up_to": 45.0}, "work45"),
        # a step lays its dose over the exercise's
        (REPS, {"for_seconds": 20.0}, "work20"),
        (DoseLayer(for_seconds=20.0, every=2.0, sets=2), {"reps": 3}, "work12 rest30 work12"),
        (DoseLayer(as_long_as_possible=True, up_to=60.0), {"for_seconds": 20.0}, "work20"),
    ],
)
def test_sets(below: DoseLayer, above: dict[str, object], intervals: str) -> None:
    library = catalogue(exercise("some", below))
    timeline = compile_routine(routine(step("some", **above), prepare=0.0), library)
    assert in_short(timeline) == intervals


def test_work_of_no_length_makes_no_interval_and_nothing_leads_to_it() -> None:
    library = catalogue(exercise("none", DoseLayer(reps=3, move=0.0, back=0.0)), TEN)
    timeline = compile_routine(routine(step("ten"), step("none")), library)
    assert in_short(timeline) == "prepare10 work10"


def test_the_example_of_the_format_lasts_160_seconds() -> None:
    dose = DoseLayer(sets=2, reps=5, move=2.0, hold=1.0, back=2.0, rest=20.0)
    library = catalogue(exercise("first", dose), exercise("second", dose))
    timeline = compile_routine(routine(step("first"), step("second")), library)
    assert timeline.seconds == 160.0
    assert not timeline.estimated
    assert [i.start for i in timeline.intervals] == [0.0, 10.0, 35.0, 55.0, 80.0, 90.0, 115.0, 135.0]


def test_anti_slouch_daily_lasts_nine_minutes_and_thirty_six_seconds() -> None:
    """docs/evidence.md, section 3: 8@5; 6 a side@4; 8@7; 2x8@5 rest 30; 2x30 s rest 10; 2x5@8 rest 30; 6 a side@6."""
    reps = {5: {"hold": 1.0}, 4: {}, 7: {"hold": 3.0}, 8: {"hold": 4.0}, 6: {"hold": 2.0}}
    library = catalogue(exercise("reps", DoseLayer(reps=8)), TEN)
    timeline = compile_routine(
        routine(
            step("reps", **reps[5]),
            step("reps", reps=6, sides="alternate"),
            step("reps", **reps[7]),
            step("reps", sets=2, rest=30.0, **reps[5]),
            step("ten", sets=2, rest=10.0, for_seconds=30.0),
            step("reps", sets=2, rest=30.0, **{**reps[8], "reps": 5}),
            step("reps", sides="alternate", **{**reps[6], "reps": 6}),
        ),
        library,
    )
    assert timeline.seconds == 9 * 60 + 36
    assert timeline.exercises == 7


def test_two_thousand_lengths_add_up_without_drift() -> None:
    library = catalogue(exercise("tenth", DoseLayer(for_seconds=0.1)))
    timeline = compile_routine(routine(rounds(1000, step("tenth"), rest=0.3), prepare=0.0), library)
    assert len(timeline.intervals) == 1999
    assert timeline.seconds == 399.7
    assert timeline.intervals[1000].start == 200.0


def test_what_an_interval_knows_of_its_place() -> None:
    """Exercise steps count in the file's order, the same again in every round; rests know what comes."""
    timeline = compiled(
        TEN_STEP, rounds(2, step("one", sets=2), rounds(2, TEN_STEP, rest=3.0)), rest(8), say(), step("one")
    )
    table = [(i.kind, i.exercise, i.step, i.round, i.rounds, i.set, i.sets) for i in timeline.intervals]
    inner_rounds = [
        ("work", "ten", 3, 1, 2, 1, 1),
        ("rest", "ten", 3, 2, 2, None, None),
        ("work", "ten", 3, 2, 2, 1, 1),
    ]
    assert table == [
        ("prepare", "ten", 1, None, None, None, None),
        ("work", "ten", 1, None, None, 1, 1),
        ("between", "one", 2, 1, 2, None, None),
        ("work", "one", 2, 1, 2, 1, 2),
        ("rest", "one", 2, 1, 2, None, None),
        ("work", "one", 2, 1, 2, 2, 2),
        ("between", "ten", 3, 1, 2, None, None),
        *inner_rounds,
        ("rest", "one", 2, 2, 2, None, None),
        ("work", "one", 2, 2, 2, 1, 2),
        ("rest", "one", 2, 2, 2, None, None),
        ("work", "one", 2, 2, 2, 2, 2),
        ("between", "ten", 3, 1, 2, None, None),
        *inner_rounds,
        ("rest", "one", 4, None, None, None, None),
        ("say", None, None, None, None, None, None),
        ("work", "one", 4, None, None, 1, 1),
    ]
    assert timeline.exercises == 4


def test_a_rest_before_the_last_words_leads_nowhere() -> None:
    timeline = compiled(TEN_STEP, rest(8), say())
    assert timeline.intervals[2].exercise is None


def test_texts_come_in_the_language_that_is_asked_for() -> None:
    words = SayStep(Text("Lie down.", {"de": "Hinlegen."}), 5.0)
    one = routine(words)
    assert compile_routine(one, LIBRARY, "de").intervals[0].text == "Hinlegen."
    assert compile_routine(one, LIBRARY, "fr").intervals[0].text == "Lie down."


def sides(timeline: Timeline) -> str:
    return " ".join(f"{interval.kind}:{interval.side}" for interval in timeline.intervals)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("left", "prepare:left work:left rest:left work:left"),
        ("right", "prepare:right work:right rest:right work:right"),
        (
            "both",
            "prepare:left work:left switch:right work:right rest:left work:left switch:right work:right",
        ),
        ("alternate", "prepare:None work:alternate rest:None work:alternate"),
        ("none", "prepare:None work:None rest:None work:None"),
    ],
)
def test_what_leads_to_work_knows_the_side_to_come(given: str, expected: str) -> None:
    dose = {"reps": 2} if given == "alternate" else {"for_seconds": 10.0}
    library = catalogue(exercise("one-sided", DoseLayer(sets=2, rest=5.0, sides=given, **dose)))  # type: ignore[arg-type]
    timeline = compile_routine(routine(step("one-sided")), library)
    assert sides(timeline) == expected
    leading = [interval.as_json() for interval in timeline.intervals if interval.kind != "work"]
    assert all("side" not in entry for entry in leading)  # docs/format.md lists no such key there


def test_the_side_to_come_is_that_of_the_next_exercise() -> None:
    left, right = (exercise(side, DoseLayer(for_seconds=10.0, sides=side)) for side in ("left", "right"))
    timeline = compile_routine(
        routine(step("left"), step("right"), SayStep(Text("Rest."), 5.0)), catalogue(left, right)
    )
    assert sides(timeline) == "prepare:left work:left between:right work:right say:None"
