"""What follows from a session for the next one of its routine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from coach.content.model import DoseLayer, ExerciseStep, Progress, ProgressUp, Routine
from coach.progression.follows import Follows, follows
from coach.progression.own import Person
from coach.progression.past import Choice, Session, What, Work
from coach.progression.reason import Chosen, FellAmber, FellRed, Rose
from tests.progression.past import day, exercise, library_of, routine, session, told

EXERCISES = library_of(
    exercise("row", DoseLayer(reps=8), harder="pull"),
    exercise("pull", DoseLayer(reps=6)),
    exercise("press", DoseLayer(reps=12, sets=3)),
    exercise("wave", check_first=("bone",)),
).exercises


def after(
    *past: Session,
    of: Routine | None = None,
    choices: Sequence[Choice] = (),
    conditions: frozenset[str] = frozenset(),
    later: timedelta = timedelta(hours=1),
) -> Follows | None:
    """What the last of them leads to, so much later."""
    file = of or routine("row", "press")
    return follows(file, EXERCISES, Person(past, choices, conditions), past[-1], past[-1].started + later)


def both(number: int, **of: object) -> Session:
    """A session of both on a day; good where nothing else is said."""
    return session(day(number), "row", "press", **of)  # type: ignore[arg-type]


def skipped(ident: str) -> Work:
    return Work(0, ident, ident, "skipped")


@pytest.mark.parametrize(
    ("of", "what", "named", "is_all"),
    [
        ({}, "well", (), False),
        ({"effort": 7, "pain": 3}, "well", (), False),
        ({"effort": 8}, "harder-than-meant", (), False),
        ({"effort": 8, "how": "ended"}, "harder-than-meant", (), False),
        ({"effort": None}, "same", (), False),
        ({"effort": None, "pain": None}, "same", (), False),
        ({"how": "ended"}, "unfinished", (), False),
        ({"how": "ended", "effort": None}, "unfinished", (), False),
        ({"how": None}, "unfinished", (), False),
        ({"pain": 4}, "some-pain", ("row", "press"), True),
        ({"pain": 5, "effort": 9}, "some-pain", ("row", "press"), True),
        ({"pain": None, "pains": {"press": 4}}, "some-pain", ("press",), False),
        ({"pain": 6}, "easier", ("row", "press"), True),
        ({"pain": None, "pains": {"row": 6}}, "easier", ("row",), False),
        ({"pain": None, "pains": {"row": 7}, "how": "pain"}, "easier", ("row", "press"), True),
        ({"pain": 2, "how": "pain"}, "easier", ("press",), False),
    ],
)
def test_after_one_session(of: dict[str, object], what: str, named: tuple[str, ...], is_all: bool) -> None:
    found = after(both(0, **of))
    assert found is not None
    assert (found.what, found.named, found.is_all) == (what, named, is_all)


@pytest.mark.parametrize(
    ("past", "why"),
    [
        ([both(0, pain=6)], FellRed("pain", 6)),
        ([both(0, how="pain")], FellRed("stopped", 1)),
        ([both(0, pain=4), both(2, pain=5)], FellAmber(2, 5)),
        ([both(0), both(2, morning="worse")], FellRed("morning", 1)),
    ],
)
def test_why_it_gets_easier(past: list[Session], why: object) -> None:
    found = after(*past)
    assert found is not None
    assert (found.what, found.why) == ("easier", why)


def test_amber_at_the_lowest_stays_and_red_there_is_the_easiest() -> None:
    assert after(both(0, pain=6), both(2, pain=6)) == Follows("easiest", ("row", "press"), True)
    found = after(both(0, pain=6), both(2, pain=4), both(4, pain=4))
    assert found == Follows("some-pain", ("row", "press"), True)


def test_what_rises_comes_with_what_is_done_next() -> None:
    found = after(both(0), both(2, effort=6, pain=0))
    assert found is not None
    assert found.rung is not None
    assert (found.what, found.named, found.why) == ("rises", ("row",), Rose(2, 6, 1))
    assert told(found.rung) == "row 1x10"


def test_from_below_it_rises_to_the_file() -> None:
    found = after(both(0, pain=6), both(2), both(4))
    assert found is not None
    assert found.rung is not None
    assert (found.what, told(found.rung), found.rung.key) == ("rises", "row 1x8", None)


def test_what_hurt_comes_before_what_rises() -> None:
    found = after(both(0), both(2, pain=None, pains={"press": 6}))
    assert found is not None
    assert (found.what, found.named) == ("easier", ("press",))


def test_what_hurt_some_is_told_beside_what_rises() -> None:
    found = after(both(0), both(2, pain=None, pains={"press": 4}))
    assert found is not None
    assert (found.what, found.named, found.hurting) == ("rises", ("row",), ("press",))
    well = after(both(0), both(2))
    assert well is not None
    assert (well.what, well.hurting) == ("rises", ())


@pytest.mark.parametrize(("needed", "left"), [(1, None), (2, 1), (3, 2), (7, 6)])
def test_how_many_more_until_something_rises(needed: int, left: int | None) -> None:
    found = after(both(0), of=routine("row", progress=Progress(up=ProgressUp(after=needed))))
    assert found is not None
    assert (found.what, found.left) == (("well", left) if left else ("rises", None))


def test_one_that_waits_for_another_rises_after_the_next() -> None:
    file = routine("row", "wave")
    two = [session(day(2 * at), "row", "wave") for at in range(2)]
    found = after(*two, session(day(4), "wave", effort=5), of=file)
    assert found is not None
    assert (found.what, found.named) == ("rises", ("wave",))


def test_where_nothing_can_rise_nothing_is_promised() -> None:
    top = routine("press", progress=Progress(steps=()))
    assert after(session(day(0), "press"), session(day(2), "press"), of=top) == Follows("well")


def test_nothing_that_would_be_too_long_is_promised() -> None:
    file = routine(
        ExerciseStep("row", DoseLayer(for_seconds=20, sets=1)), progress=Progress(steps=Progress().steps[1:2])
    )
    assert after(session(day(0), "row"), of=file) == Follows("well", left=None)


@pytest.mark.parametrize(("what", "found"), [("hold", "held"), ("up", "well"), ("reset", "well")])
def test_what_is_held_stays(what: What, found: str) -> None:
    one = after(session(day(1), "row"), choices=[Choice("strong", "row", what, day(0))])
    assert one is not None
    assert one.what == found


@pytest.mark.parametrize(("what", "found"), [("easier", "easier"), ("harder", "rises")])
def test_a_choice_in_the_session_is_told(what: What, found: str) -> None:
    last = both(0)
    one = after(last, choices=[Choice("strong", "row", what, last.started + timedelta(minutes=5))])
    assert one is not None
    assert (one.what, one.named, one.why) == (found, ("row",), Chosen(what))


def test_a_routine_without_levels_and_a_session_of_nothing_lead_to_nothing() -> None:
    assert after(both(0), of=routine("row", progress=None)) is None
    assert after(session(day(0)), of=routine("row")) is None
    assert after(session(day(0), "other"), of=routine("row")) is None


def test_what_was_skipped_is_not_what_went_well() -> None:
    found = after(session(day(0), skipped("row"), effort=5))
    assert found == Follows("unfinished")
    found = after(session(day(0), skipped("row"), Work(1, "press", "press", "done")))
    assert found == Follows("well"), "what went well is at its top already"


def test_a_pause_before_it_is_none_of_what_follows() -> None:
    assert after(*[session(day(at), "row") for at in (0, 2, 12)], of=routine("row")) == Follows("well", left=1)


def test_an_exercise_that_is_barred_by_now_says_nothing_of_a_rise() -> None:
    past = [session(day(at), "wave") for at in (0, 2)]
    assert after(*past, of=routine("wave"), conditions=frozenset({"bone"})) == Follows("well")


def test_the_order_of_sessions_does_not_matter() -> None:
    first, second = both(0), both(2)
    assert follows(routine("row", "press"), EXERCISES, Person([second, first]), second, day(3)) == after(first, second)
