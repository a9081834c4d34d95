"""What is offered where nothing is planned, and besides a plan that asks too much."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from coach.content.catalogue import Catalogue
from coach.content.model import Area, Test, Text
from coach.progress.records import TestRecord
from coach.progression.past import PlanFollowed, Session
from coach.today.calendar import Calendar
from coach.today.keeping import Adherence
from coach.today.offers import DueAgain, Offer, due_again, offers, something_small, wanted_but_lacked
from coach.today.soreness import SoreFromPain
from coach.today.wishes import NO_WISHES, Lacked, Wishes
from tests.fakes import EMPTY
from tests.today.people import day, did, item, on, past, plan, result, routine, weeks

WEEK_SECONDS = 7 * 86400.0
SECONDS = {"daily": 300.0, "long": 900.0, "short": 120.0, "ease": 60.0, "rest": 60.0}
LIBRARY = replace(
    EMPTY,
    routines={
        "daily": routine("daily", "daily"),
        "ease": routine("ease", "recovery"),
        "long": routine("long"),
        "rest": routine("rest", "recovery"),
        "short": routine("short"),
    },
    areas={"neck": Area("neck", Text("Neck"), routines=("long",))},
    tests={
        "wall": Test("wall", Text("Wall"), (), again_after=WEEK_SECONDS),
        "once": Test("once", Text("Once"), ()),
    },
    plans={"spring": plan(weeks(item("daily")))},
)
SORE = SoreFromPain(5)


def offered(
    *sessions: Session,
    tests: tuple[TestRecord, ...] = (),
    sore: SoreFromPain | None = None,
    barred: tuple[str, ...] = (),
    library: Catalogue = LIBRARY,
    wishes: Wishes = NO_WISHES,
) -> list[Offer]:
    calendar = Calendar(library, barred=frozenset(barred))
    return offers(library, calendar, past(on(10, 20), *sessions, tests=tests), tests, sore, wishes)


def without(*routines: str) -> Wishes:
    """Somebody who has no band, which these routines need."""
    return Wishes(lacks=lambda ident: ("band",) if ident in routines else ())


def lacked(ident: str) -> Lacked:
    return Lacked(ident, Text(ident), ("band",))


def test_what_areas_and_goals_suggest_is_offered() -> None:
    assert offered() == [Offer("routine", "daily", "good-start")]
    assert offered(tests=(result(on(9), focus=["neck"]),)) == [Offer("routine", "long", "focus-areas")]
    assert offered(did(on(10), "daily")) == [Offer("routine", "daily", "done-today")]


def test_the_latest_result_by_then_decides_in_whatever_order_they_come() -> None:
    tests = (result(on(8), focus=["neck"]), result(on(11), focus=[]), result(on(7), focus=[]))
    assert offered(tests=tests) == [Offer("routine", "long", "focus-areas")]


def test_what_was_done_in_a_plan_was_done() -> None:
    tests = (result(on(9), focus=["neck"]),)
    assert offered(did(on(10), "long@spring.1"), tests=tests) == [Offer("routine", "daily", "every-day")]
    assert offered(did(on(9), "long"), tests=tests) == [Offer("routine", "long", "focus-areas")]


def test_when_sore_something_gentle_and_nothing_else() -> None:
    tests = (result(on(0), focus=["neck"]),)
    assert offered(tests=tests, sore=SORE) == [Offer("routine", "ease", SORE)]
    assert offered(did(on(10), "ease"), tests=tests, sore=SORE) == [Offer("routine", "rest", SORE)]
    assert offered(did(on(10), "ease"), did(on(10), "rest"), tests=tests, sore=SORE) == []


def test_where_there_is_nothing_gentle_the_usual_is_offered() -> None:
    assert offered(sore=SORE, barred=("ease", "rest")) == [Offer("routine", "daily", "good-start")]


def test_what_conditions_leave_nothing_of_is_not_offered() -> None:
    tests = (result(on(9), focus=["neck"]),)
    assert offered(tests=tests, barred=("long",)) == [Offer("routine", "daily", "good-start")]
    assert offered(barred=tuple(LIBRARY.routines)) == []


@pytest.mark.parametrize(
    ("last", "due"), [(on(3, 23, 59), [("wall", 7)]), (on(4, 0), []), (on(0), [("wall", 10)]), (on(10, 21), [])]
)
def test_a_test_is_due_again_on_the_date_that_its_file_says(last: datetime, due: list[tuple[str, int]]) -> None:
    tests = [result(last, name) for name in ("wall", "once", "gone")]
    assert due_again(LIBRARY, tests, past(on(10, 20))) == due


def test_a_test_that_is_due_again_is_offered_besides() -> None:
    tests = (result(on(2)), result(on(3)))
    assert offered(tests=tests) == [Offer("routine", "daily", "good-start"), Offer("test", "wall", DueAgain(7))]
    bare = replace(LIBRARY, routines={})
    assert offered(tests=tests, library=bare) == [Offer("test", "wall", DueAgain(7))]


# --- something small -------------------------------------------------------------------------------------------------

LITTLE = Adherence(6, 14)


@pytest.mark.parametrize(
    ("begun", "kept", "done", "small"),
    [
        (0, LITTLE, None, Offer("routine", "short", LITTLE)),
        (1, LITTLE, None, None),
        (0, Adherence(7, 14), None, None),
        (0, None, None, None),
        (0, LITTLE, "short", None),
        (0, LITTLE, "long", Offer("routine", "short", LITTLE)),
    ],
)
def test_under_half_in_two_weeks_offers_the_shortest_strength(
    begun: int, kept: Adherence | None, done: str | None, small: Offer | None
) -> None:
    calendar = Calendar(LIBRARY, (PlanFollowed("spring", day(begun)),))
    sessions = [did(on(14, 8), done)] if done else []
    assert something_small(LIBRARY, calendar, past(on(14, 20), *sessions), kept, SECONDS.__getitem__) == small


def test_nothing_small_without_a_plan_or_a_routine_for_it() -> None:
    followed = (PlanFollowed("spring", day(0)),)
    assert something_small(LIBRARY, Calendar(LIBRARY), past(on(14)), LITTLE, SECONDS.__getitem__) is None
    none_left = Calendar(LIBRARY, followed, frozenset({"short", "long"}))
    assert something_small(LIBRARY, none_left, past(on(14)), LITTLE, SECONDS.__getitem__) is None
    one_left = Calendar(LIBRARY, followed, frozenset({"short"}))
    assert something_small(LIBRARY, one_left, past(on(14)), LITTLE, SECONDS.__getitem__) == Offer(
        "routine", "long", LITTLE
    )


# --- what the person has not got ---


def test_what_needs_something_missing_is_left_out_and_named() -> None:
    assert offered(wishes=without("daily")) == [Offer("routine", "ease", "good-start", lacked("daily"))]
    assert offered(wishes=without("long")) == [Offer("routine", "daily", "good-start")]
    neck = (result(on(9), focus=["neck"]),)
    assert offered(tests=neck, wishes=without("long")) == [Offer("routine", "daily", "good-start", lacked("long"))]


def test_who_is_sore_is_offered_something_gentle_that_can_be_done_or_nothing() -> None:
    assert offered(sore=SORE, wishes=without("ease")) == [Offer("routine", "rest", SORE, lacked("ease"))]
    assert offered(sore=SORE, wishes=without("ease", "rest")) == []


def test_where_nothing_can_be_done_it_is_told_what_would_be_offered() -> None:
    everything = without(*LIBRARY.routines)
    assert offered(wishes=everything) == []
    at = past(on(10, 20))
    assert wanted_but_lacked(LIBRARY, Calendar(LIBRARY), at, (), None, everything) == lacked("daily")
    assert wanted_but_lacked(LIBRARY, Calendar(LIBRARY), at, (), None, NO_WISHES) is None
    assert wanted_but_lacked(EMPTY, Calendar(EMPTY), at, (), None, everything) is None


def test_something_small_is_something_that_can_be_done() -> None:
    calendar = Calendar(LIBRARY, (PlanFollowed("spring", day(-30)),))
    kept = Adherence(1, 9)

    def small(wishes: Wishes) -> Offer | None:
        return something_small(LIBRARY, calendar, past(on(10, 20)), kept, SECONDS.__getitem__, wishes)

    assert small(without("daily")) == Offer("routine", "short", kept)
    assert small(without("short")) == Offer("routine", "long", kept, lacked("short"))
    assert small(without("short", "long")) is None
