"""What rises next is what does rise when the sessions that it asks for go well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.content.model import DoseLayer
from coach.progression.coming import coming
from coach.progression.own import Person, own_routine
from coach.progression.past import Choice, Session
from tests.progression.past import day, exercise, library_of, routine, session, told

FILE = routine("row", "press", "twist")
LIBRARY = library_of(
    exercise("row", DoseLayer(reps=10, sets=3)),
    exercise("press", DoseLayer(reps=8, sets=3)),
    exercise("twist", DoseLayer(reps=8), check_first=("bone",)),
    routines=[FILE],
)
NAMES = ("row", "press", "twist")


def well(number: int, effort: int = 5, pain: int = 1) -> Session:
    return session(day(number), *NAMES, effort=effort, pain=pain)


def asked(person: Person, number: int = 40) -> str:
    found = coming(FILE, LIBRARY.exercises, person, day(number))
    if found is None:
        return "nothing"
    return f"{found.named} {told(found.now)} to {told(found.then)} in {found.left}, {found.good} so far"


def test_at_the_beginning_it_is_the_first_of_the_file() -> None:
    assert asked(Person()) == "row row 3x10 to row 3x12 in 2, 0 so far"


def test_the_nearest_of_them_and_of_those_the_one_that_rose_longest_ago() -> None:
    one = Person([well(0)])
    assert asked(one, 1) == "row row 3x10 to row 3x12 in 1, 1 so far"
    two = Person([well(0), well(1)])
    assert asked(two, 2) == "press press 3x8 to press 3x10 in 1, 2 so far"


@pytest.mark.parametrize("many", range(8))
def test_it_is_what_rises_then(many: int) -> None:
    past = [well(number) for number in range(many)]
    found = coming(FILE, LIBRARY.exercises, Person(past), day(many))
    assert found is not None
    going_on = [*past, *(well(many + number) for number in range(found.left))]
    for upto, has_risen in ((len(going_on) - 1, False), (len(going_on), True)):
        own = own_routine(FILE.id, LIBRARY, Person(going_on[:upto]), day(upto))
        assert own is not None
        doses = {one.named: told(one.rung) for one in own.changed}
        now = doses.get(found.named, told(replace(found.now, key=None)))
        assert (now == told(found.then)) is has_risen


def test_the_hardest_of_what_went_well_is_told_with_it() -> None:
    found = coming(FILE, LIBRARY.exercises, Person([well(0, effort=6, pain=2)]), day(1))
    assert found is not None
    assert (found.effort, found.pain) == (6, 2)
    assert (found.effort_up_to, found.pain_up_to) == (7, 3)


def test_what_is_held_or_barred_does_not_rise() -> None:
    held = [Choice(FILE.id, name, "hold", day(0)) for name in ("row", "press")]
    assert asked(Person((), held)).startswith("twist")
    assert asked(Person((), held, frozenset(["bone"]))) == "nothing"


def test_after_the_easier_one_it_is_the_file_again() -> None:
    found = coming(FILE, LIBRARY.exercises, Person((), [Choice(FILE.id, "row", "easier", day(0))]), day(1))
    assert found is not None
    assert (told(found.now), told(found.then), found.then.key) == ("row 2x10", "row 3x10", None)


def test_a_routine_without_levels_has_nothing_to_come() -> None:
    assert coming(routine("row", progress=None), LIBRARY.exercises, Person(), day(0)) is None


def test_where_there_is_no_time_for_more_nothing_rises() -> None:
    past = [well(number) for number in range(8)]
    assert asked(Person(past), 8) == "nothing"
    before, after = (own_routine(FILE.id, LIBRARY, Person(sessions), day(12)) for sessions in (past, [*past, well(8)]))
    assert before == after


def test_what_is_left_out_is_passed_over_though_it_was_made_easier() -> None:
    chosen = [Choice(FILE.id, "twist", "easier", day(0)), *(Choice(FILE.id, one, "hold", day(0)) for one in NAMES[:2])]
    assert asked(Person((), chosen, frozenset(["bone"]))) == "nothing"
