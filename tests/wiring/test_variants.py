"""The easier and the harder exercise take over in a session as it is wired: records, choices, and after a kill."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.conductor import Conductor
from coach.content.model import ExerciseStep, Progress, Text
from coach.progression.neighbour import Variant
from coach.settings import KIT_MISSING, TAKEN_OVER, Swap
from coach.wiring.variants import Variants
from tests.ui.parts import FakeParts
from tests.ui.session_parts import EXERCISES, MIXED, SMALL, WindowParts, exercise

PLANK = replace(EXERCISES["plank"], easier="lean", harder="side-plank")
LIBRARY = replace(
    SMALL,
    exercises={
        **EXERCISES,
        "plank": PLANK,
        "lean": replace(exercise("lean", "Wall lean", for_seconds=15.0, sets=2), easier="sit"),
        "sit": replace(exercise("sit", "Sit tall", for_seconds=9.0), needs=()),
        "side-plank": exercise("side-plank", "Side plank", for_seconds=20.0, sides="both"),
    },
    routines={"mixed": replace(MIXED, progress=Progress()), "flat": replace(MIXED, id="flat")},
)


@pytest.fixture
def parts() -> FakeParts:
    return WindowParts(LIBRARY)


def begun(parts: FakeParts, ident: str = "mixed", kind: str = "routine") -> tuple[Conductor, Variants]:
    parts.clock.pass_time(1.0)
    conductor = parts.conductor(parts.timeline(kind, ident))
    conductor.start()
    return conductor, Variants(parts, conductor)


def to_the_plank(parts: FakeParts, conductor: Conductor, seconds: float = 2.0) -> None:
    while conductor.view().interval.exercise != "plank" or conductor.view().interval.kind != "work":
        conductor.next()
    go_by(parts, conductor, seconds)


def go_by(parts: FakeParts, conductor: Conductor, seconds: float) -> None:
    for _ in range(round(seconds * 2)):
        parts.clock.pass_time(0.5)
        conductor.advance()


def take(variants: Variants, variant: Variant, *, keep: bool) -> None:
    if keep:
        variants.keep(variant)
    variants.take_over(variant)


def works(parts: FakeParts) -> list[tuple[str, str, str]]:
    return [(one.exercise, one.named, one.outcome) for one in parts.store.past()[-1].work]


def chosen(parts: FakeParts) -> list[tuple[str, str, str]]:
    return [(one.routine, one.exercise, one.what) for one in parts.store.choices()]


def test_what_hurts_is_the_easier_one_from_now_on_and_kept_only_when_asked(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    conductor.hurts()
    conductor.answer_pain(5)
    variant = variants.of_what_hurts()
    assert variant is not None
    assert variant.now is not None
    assert (variant.now.id, variant.keeps) == ("lean", "easier")
    take(variants, variant, keep=False)
    assert chosen(parts) == []
    conductor.resume()
    go_by(parts, conductor, 13.0)
    assert (conductor.view().interval.exercise, conductor.view().interval.kind) == ("lean", "work")
    go_by(parts, conductor, 20.0)
    assert works(parts)[2:] == [("plank", "plank", "skipped"), ("lean", "plank", "done")]
    assert parts.store.past()[-1].pains[0].exercise == "plank"


def test_it_is_kept_for_the_next_times_where_the_person_says_so(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    variant = variants.beside("easier")
    assert variant is not None
    take(variants, variant, keep=True)
    assert chosen(parts) == [("mixed", "plank", "easier")]
    conductor.end()
    parts.clock.pass_time(1.0)
    done = [one.exercise for one in parts.timeline("routine", "mixed").intervals if one.named == "plank"]
    assert done == ["lean", "lean"]


def test_harder_and_back_again_one_exercise_at_a_time(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    for way, exercise_, what in (
        ("harder", "side-plank", "harder"),
        ("easier", "plank", "reset"),
        ("easier", "lean", "easier"),
        ("easier", "sit", None),
        ("harder", "lean", "easier"),
    ):
        variant = variants.beside(way)
        assert variant is not None
        assert variant.now is not None
        assert (variant.now.id, variant.keeps) == (exercise_, what)
        take(variants, variant, keep=True)
        assert conductor.view().interval.exercise == exercise_
        go_by(parts, conductor, 1.0)
    assert [what for _, _, what in chosen(parts)] == ["harder", "reset", "easier", "easier"]


def test_where_no_exercise_is_beside_it_the_dose_is_chosen_for_the_next_times_alone(parts) -> None:
    conductor, variants = begun(parts)
    before = conductor.timeline
    easier, harder = variants.beside("easier"), variants.beside("harder")  # of the angel
    assert easier is not None
    assert harder is not None
    assert (easier.now, easier.keeps, harder.now, harder.keeps) == (None, "easier", None, "up")
    variants.keep(easier)
    assert variants.take_over(easier) == []
    assert chosen(parts) == [("mixed", "angel", "easier")]
    assert conductor.timeline is before


def test_what_the_session_does_not_take_over_is_not_kept_as_if_it_had(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    variant = variants.beside("easier")
    assert variant is not None
    conductor.hurts()  # nothing takes over while it is asked how much
    variants.take_over(variant)
    assert parts.store.get(TAKEN_OVER).swaps == ()
    conductor.answer_pain(4)
    variants.take_over(variant)
    assert [swap.exercise for swap in parts.store.get(TAKEN_OVER).swaps] == ["lean"]


def test_a_routine_without_levels_has_it_for_this_session_alone(parts) -> None:
    conductor, variants = begun(parts, "flat")
    assert variants.beside("easier") is None
    to_the_plank(parts, conductor)
    variant = variants.beside("harder")
    assert variant is not None
    assert variant.now is not None
    assert (variant.now.id, variant.keeps) == ("side-plank", None)
    take(variants, variant, keep=True)
    assert chosen(parts) == []
    assert conductor.view().interval.exercise == "side-plank"


def test_an_exercise_by_itself_is_taken_over_too_and_moves_no_level(parts) -> None:
    conductor, variants = begun(parts, "plank", "exercise")
    go_by(parts, conductor, 12.0)
    variant = variants.beside("easier")
    assert variant is not None
    take(variants, variant, keep=True)
    go_by(parts, conductor, 60.0)
    assert conductor.ended is not None
    assert works(parts) == [("plank", "plank", "skipped"), ("lean", "plank", "done")]
    assert parts.store.past()[-1].kind == "exercise"
    assert chosen(parts) == []


def test_nothing_that_is_barred_or_for_which_something_is_missing(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    parts.store.keep(KIT_MISSING, ["wall"])
    variant = variants.beside("easier")
    assert variant is not None
    assert variant.now is None
    assert variant.keeps == "easier"


def test_files_that_changed_meanwhile_are_left_alone(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    longer = {**LIBRARY.routines, "mixed": replace(LIBRARY.routines["mixed"], prepare=9.0)}
    parts.library.catalogue = replace(LIBRARY, routines=longer)
    variant = variants.beside("easier")
    assert variant is None or variant.now is None
    parts.library.catalogue = replace(LIBRARY, exercises={}, routines={})
    assert variants.beside("easier") is None
    assert variants.of_what_hurts() is None


def test_nothing_is_left_once_it_is_over(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    conductor.next()
    hurts = variants.of_what_hurts()
    assert hurts is not None
    assert hurts.now is None, "the plank is over"
    coming = variants.beside("easier")
    assert coming is not None
    assert (coming.named, coming.now) == ("own", None), "the push-up comes next, and has nothing easier"


def test_a_test_has_none_of_it(parts) -> None:
    conductor = parts.wall_test("wall-test")
    conductor.start()
    assert Variants(parts, conductor).beside("easier") is None


@pytest.mark.parametrize("seconds", [0.5, 6.0, 15.0])
def test_what_is_killed_goes_on_with_the_easier_one(parts, seconds) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    variant = variants.beside("easier")
    assert variant is not None
    take(variants, variant, keep=False)
    go_by(parts, conductor, seconds)
    index, timeline, session = conductor.view().index, conductor.timeline, conductor.session
    assert parts.store.get(TAKEN_OVER).swaps == (Swap(5, "plank", "lean"),)
    cut = parts.cut_short()
    assert cut is not None
    assert cut.timeline == timeline
    assert cut.place.first == index
    again = parts.conductor(cut.timeline, index, cut.record.id)
    again.start()
    further = Variants(parts, again).beside("easier")
    assert further is not None
    assert further.now is not None
    assert further.now.id == "sit"
    take(Variants(parts, again), further, keep=False)
    assert again.session == session
    assert [one.exercise for one in parts.store.get(TAKEN_OVER).swaps] == ["lean", "sit"]


def test_where_what_took_over_is_gone_it_goes_on_as_it_was_begun(parts) -> None:
    conductor, variants = begun(parts)
    to_the_plank(parts, conductor)
    variant = variants.beside("easier")
    assert variant is not None
    take(variants, variant, keep=False)
    short = replace(LIBRARY.routines["mixed"], steps=(ExerciseStep("angel"),))
    parts.library.catalogue = replace(LIBRARY, routines={"mixed": replace(short, title=Text("Short"))})
    cut = parts.cut_short()
    assert cut is not None
    assert cut.timeline == parts.timeline("routine", "mixed")
