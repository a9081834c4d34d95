"""The focus routine: from areas and a length to exercises and sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import resources
from coach.content.extent import extent
from coach.content.laid_doses import exercise_steps
from coach.content.library import Folders, load
from coach.content.model import ExerciseStep, Progress, SayStep, Text
from coach.progression.focus import FOCUS, Focus, NoFocus, focus_routine, named
from coach.progression.focus_steps import Spoken
from coach.progression.own import LeftOut
from coach.session.arriving import ON_THE_FLOOR
from coach.session.compile import compile_routine
from coach.session.introductions import rushed
from coach.session.phrases import Phrases
from tests.beside import slow
from tests.progression.areas import Library, lists

SHIPPED = load(Folders(resources.routines(), resources.media()))
RATED = tuple(ident for ident, area in SHIPPED.areas.items() if area.rated)


def taken(made: Focus | NoFocus, library: Library) -> str:
    """The exercises in their order, with the sets that they have, and the seconds of the whole."""
    assert isinstance(made, Focus)
    steps = [f"{step.exercise}{'' if step.dose.sets is None else f' x{step.dose.sets}'}" for step in made.routine.steps]  # type: ignore[union-attr]
    return f"{', '.join(steps)}: {extent(made.routine, library.exercises).seconds:g}"


# --- what is taken ---


@pytest.mark.parametrize(
    ("areas", "wanted", "told"),
    [
        ({"neck": "a b c"}, 40, "a: 40"),
        ({"neck": "a b c"}, 80, "a, b: 80"),
        ({"neck": "a b c", "chest": "d e"}, 120, "a, d, b: 120"),
        ({"neck": "a b", "chest": "a d e"}, 160, "a, d, b, e: 160"),  # none twice
        ({"neck": "a b", "chest": "d"}, 200, "a x2, d x2, b: 200"),  # sets in turn, after the lists
        ({"neck": "a b", "chest": "d"}, 360, "a x3, d x3, b x3: 360"),
        ({"neck": "a long", "chest": "d"}, 120, "a x2, d: 120"),  # what would be too long is passed over
        ({"neck": "long b", "chest": "d"}, 80, "b, d: 80"),
        ({"neck": "max"}, 140, "max: 130"),
        ({"neck": "max a"}, 300, "max, a x3: 250"),  # which has gone as far as it goes
        ({"neck": "a gone b"}, 80, "a, b: 80"),
    ],
)
def test_areas_in_turn_from_the_strongest(areas: Mapping[str, str], wanted: float, told: str) -> None:
    library = lists(**areas)
    assert taken(focus_routine(tuple(areas), wanted, library, ()), library) == told


def test_the_strongest_area_begins() -> None:
    library = lists(neck="a b", chest="d e")
    assert taken(focus_routine(("chest", "neck"), 120, library, ()), library) == "d, a, e: 120"


@pytest.mark.parametrize(("wanted", "is_short"), [(150, False), (151, True), (136, False)])
def test_a_list_that_does_not_reach_gives_what_there_is(wanted: float, is_short: bool) -> None:
    made = focus_routine(("neck",), wanted, lists(neck="a"), ())
    assert isinstance(made, Focus)
    assert (extent(made.routine, lists(neck="a").exercises).seconds, made.is_short) == (120, is_short)


def test_what_taking_in_turn_would_miss_is_found() -> None:
    library = lists(neck="max longer", chest="longer")  # after `max`, 130 s, each choice would be longer than 242
    assert taken(focus_routine(("neck", "chest"), 220, library, ()), library) == "longer: 210"


def test_it_is_of_strength_and_rises_by_the_defaults() -> None:
    made = focus_routine(("neck",), 40, lists(neck="a"), ())
    assert isinstance(made, Focus)
    made = named(made, Text("For you"), Text("Because."))
    assert (made.routine.id, made.routine.goal, made.routine.progress) == (FOCUS, "strength", Progress())
    assert (str(made.routine.title), str(made.routine.why)) == ("For you", "Because.")


# --- what is not ---


def test_what_a_condition_bars_is_left_out_and_told() -> None:
    library = lists(neck="bone a heart", chest="d")
    made = focus_routine(("neck", "chest"), 80, library, {"bone", "heart"})
    assert taken(made, library) == "a, d: 80"
    assert made.left_out == (LeftOut("bone", ("bone",)), LeftOut("heart", ("heart",)))


@pytest.mark.parametrize(
    ("areas", "of", "why"),
    [
        ({"neck": "a"}, (), NoFocus("no-area")),
        ({"neck": "a"}, ("gone",), NoFocus("no-area")),
        ({"neck": "gone"}, ("neck",), NoFocus("no-exercise", ("neck",))),
        ({"neck": ""}, ("neck",), NoFocus("no-exercise", ("neck",))),
        ({"neck": "bone"}, ("neck",), NoFocus("all-barred", ("neck",), (LeftOut("bone", ("bone",)),))),
        ({"neck": "long max"}, ("neck",), NoFocus("too-short", ("neck",), (), 110)),
    ],
)
def test_why_there_is_none(areas: Mapping[str, str], of: Sequence[str], why: NoFocus) -> None:
    assert focus_routine(of, 60, lists(**areas), {"bone"}) == why


# --- every focus that the shipped library can have ---


def is_right(made: Focus | NoFocus, areas: Sequence[str], minutes: int, conditions: frozenset[str]) -> None:
    listed = {one for area in areas for one in SHIPPED.areas[area].exercises}
    barred = {one for one in listed if conditions.intersection(SHIPPED.exercises[one].check_first)}
    assert {one.named for one in made.left_out} == barred
    if isinstance(made, NoFocus):
        assert made.why == ("all-barred" if listed == barred else "too-short")
        return
    timeline = compile_routine(made.routine, SHIPPED)
    done = [step.exercise for step in made.routine.steps]  # type: ignore[union-attr]
    assert len(done) == len(set(done)) > 0
    assert set(done) <= listed - barred
    assert all(interval.sets <= 3 for interval in timeline.intervals if interval.sets is not None)
    assert timeline.seconds <= 66 * minutes
    assert made.is_short == (timeline.seconds < 48 * minutes)


@pytest.mark.parametrize("condition", [None, *slow(list(SHIPPED.safety.conditions))])
def test_every_pair_of_areas_at_the_lengths_of_the_page(condition: str | None) -> None:
    conditions = frozenset() if condition is None else frozenset((condition,))
    of = [*((area,) for area in RATED), *permutations(RATED, 2)]
    for areas, minutes in product(of, (5, 8, 12)):
        is_right(focus_routine(areas, 60.0 * minutes, SHIPPED, conditions), areas, minutes, conditions)


@given(
    st.lists(st.sampled_from(RATED), min_size=1, max_size=4, unique=True),
    st.integers(3, 30),
    st.frozensets(st.sampled_from(sorted(SHIPPED.safety.conditions))),
)
def test_any_areas_any_length_and_any_conditions(areas: list[str], minutes: int, conditions: frozenset[str]) -> None:
    made = focus_routine(areas, 60.0 * minutes, SHIPPED, conditions)
    is_right(made, areas, minutes, conditions)
    assert made == focus_routine(areas, 60.0 * minutes, SHIPPED, conditions)


def test_eight_minutes_for_anybody_are_eight_minutes() -> None:
    short = [
        areas
        for areas in permutations(RATED, 2)
        if not isinstance(made := focus_routine(areas, 480.0, SHIPPED, ()), Focus) or made.is_short
    ]
    assert short == []


# --- with eyes shut ---

PHRASES = Phrases(SHIPPED.coaching.phrases)
SPOKEN = Spoken(
    PHRASES.fetch, PHRASES.fix, lambda: PHRASES.words("take-off"), lambda position: f"Come up slowly, {position}."
)


def speaking(areas: Sequence[str], minutes: int) -> Focus | None:
    made = focus_routine(areas, 60.0 * minutes, SHIPPED, (), (), SPOKEN)
    return made if isinstance(made, Focus) else None


def test_one_that_speaks_waits_for_what_is_to_be_fetched_and_goes_down_once() -> None:
    made = speaking(["below-blades"], 8)
    assert made is not None
    timeline = compile_routine(made.routine, SHIPPED)
    first, last = timeline.intervals[0], timeline.intervals[-1]
    assert (first.text, first.wait) == (
        "You need a free wall, a chair, a mat and a towel. Take a firm chair without wheels.",
        True,
    )
    assert last.text == "Come up slowly, prone."
    lies = [SHIPPED.exercises[step.exercise].position in ON_THE_FLOOR for step in exercise_steps(made.routine.steps)]
    assert lies == sorted(lies)
    assert set(lies) == {False, True}


def test_a_band_is_fixed_at_its_height_and_taken_off_where_the_routine_waits_and_never_oftener() -> None:
    fixed = 0
    for areas in (
        ["between-blades"],
        ["shoulders-back"],
        ["between-blades", "shoulders-back"],
        ["shoulders-back", "chest"],
    ):
        for minutes in (5, 8, 12, 15, 20):
            made = speaking(areas, minutes)
            assert made is not None
            heights: list[Text | None] = []  # at which a band was fixed; None where it was taken off
            words = ""
            for step in made.routine.steps:
                words += str(step.say) if isinstance(step, SayStep) and step.seconds is None else ""
                if isinstance(step, ExerciseStep):
                    one = SHIPPED.exercises[step.exercise]
                    now = one.set_up if "anchor" in one.needs else heights[-1] if heights else None
                    if "anchor" in one.needs:
                        assert one.set_up is not None
                        is_new = not heights or heights[-1] != one.set_up
                        assert (f"{one.set_up} Fix it only to something that cannot give way" in words) == is_new
                    elif "band" in one.needs and now is not None:
                        assert PHRASES.words("take-off") in words
                        now = None
                    if now is not None and (not heights or heights[-1] != now):
                        heights.append(now)
                    words = ""
            assert len(heights) == len(set(heights)), "each height once"
            fixed += len(heights)
    assert fixed


def test_what_needs_nothing_and_no_floor_says_nothing() -> None:
    made = focus_routine(("neck",), 90, lists(neck="a b c"), (), (), SPOKEN)
    assert isinstance(made, Focus)
    assert not any(isinstance(step, SayStep) for step in made.routine.steps)


@pytest.mark.parametrize("minutes", [8, *slow([3, 5, 12, 20, 45])])
def test_whatever_it_holds_nobody_is_rushed_and_its_length_is_as_asked(minutes: int) -> None:
    for areas in ((area,) for area in RATED) if minutes != 8 else (*((a,) for a in RATED), *permutations(RATED, 2)):
        made = speaking(areas, minutes)
        if made is not None:
            timeline = compile_routine(made.routine, SHIPPED)
            assert list(rushed(timeline, SHIPPED.exercises, SHIPPED.coaching)) == [], areas
            assert timeline.seconds <= 66 * minutes
            assert made.is_short == (timeline.seconds < 48 * minutes)


# --- what the person has not got ---


def test_an_exercise_for_which_something_is_missing_is_left_out_and_says_so() -> None:
    made = focus_routine(["chest"], 480, SHIPPED, (), {"band"})
    assert isinstance(made, Focus)
    used = [SHIPPED.exercises[step.exercise] for step in made.routine.steps]  # type: ignore[union-attr]
    assert not any("band" in one.needs for one in used)
    lacking = [one for one in SHIPPED.areas["chest"].exercises if "band" in SHIPPED.exercises[one].needs]
    assert lacking
    assert made.left_out == tuple(LeftOut(one, lacks=("band",)) for one in lacking)


def test_a_condition_goes_before_what_is_missing() -> None:
    told = {one: exercise for one, exercise in SHIPPED.exercises.items() if exercise.check_first and exercise.needs}
    ident, exercise = next((one, told[one]) for area in RATED for one in SHIPPED.areas[area].exercises if one in told)
    area = next(area for area in RATED if ident in SHIPPED.areas[area].exercises)
    made = focus_routine([area], 480, SHIPPED, exercise.check_first[:1], exercise.needs)
    assert LeftOut(ident, exercise.check_first[:1]) in made.left_out


def test_where_everything_needs_what_is_missing_there_is_none() -> None:
    everything = {thing for exercise in SHIPPED.exercises.values() for thing in exercise.needs}
    for area in RATED:
        made = focus_routine([area], 480, SHIPPED, (), everything)
        free = [one for one in SHIPPED.areas[area].exercises if not SHIPPED.exercises[one].needs]
        assert isinstance(made, NoFocus) is not bool(free) or (isinstance(made, NoFocus) and made.why == "too-short")
        if not free:
            assert isinstance(made, NoFocus)
            assert made.why == "all-lacking"
