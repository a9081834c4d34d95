"""Today in words, to the letter."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args

import pytest

from coach.content.model import Text
from coach.progression.past import Morning, PlanFollowed, Session
from coach.today.agenda import Item, Known, Today, week
from coach.today.agenda import today as find
from coach.today.calendar import Calendar, Planned
from coach.today.doing import DayItem, State
from coach.today.first import First
from coach.today.keeping import Adherence
from coach.today.offers import DueAgain, Offer
from coach.today.safety import AfterPain, AskedLongAgo, NeverAsked, QuestionsDue, SeeSomeone
from coach.today.soreness import SoreFromMorning, SoreFromPain, Soreness
from coach.today.wishes import Lacked
from coach.words import today
from coach.words.language import ENGLISH
from tests.fakes import EMPTY
from tests.today.people import day, did, item, on, plan, routine, shelf, weeks
from tests.words.languages import Bracketed, outside_brackets

ROW = Planned("routine", "row", "row")


def planned(state: State, sore: Soreness | None = None) -> Item:
    return Item("routine", "row", "row", state, DayItem(ROW, state, sore=sore))


def offered(offer: Offer) -> Item:
    return Item(offer.kind, offer.id, offer.id, "offered", offer)


ITEMS = {
    "In your plan for this day": planned("due"),
    "Done": planned("done"),
    "Not done. Just go on from here": planned("missed"),
    "A day with pain: it does not count as missed": planned("sore"),
    "Your last pain was 5 of 10: something gentler instead, or this if it feels right": planned(
        "sore", SoreFromPain(5)
    ),
    "This morning was worse after yesterday: something gentler instead, or this if it feels right": planned(
        "sore", SoreFromMorning()
    ),
    "Your last pain was 4 of 10: something gentle": offered(Offer("routine", "ease", SoreFromPain(4))),
    "This morning was worse after yesterday: something gentle": offered(Offer("routine", "ease", SoreFromMorning())),
    "Last done 8 days ago: time to see what has changed": offered(Offer("test", "wall", DueAgain(8))),
    "Two full weeks behind you: something small counts, too": offered(Offer("routine", "fly", Adherence(1, 9))),
    "In your plan for this day. Needs a mat, which you said you do not have": replace(planned("due"), lacks=("mat",)),
    "A good start. Fly needs a band, which you said you do not have": offered(
        Offer("routine", "row", "good-start", Lacked("fly", Text("Fly"), ("band",)))
    ),
    "From your wall test": offered(Offer("routine", "row", "focus-areas")),
}


@pytest.mark.parametrize("told", ITEMS)
def test_every_item_says_why(told: str) -> None:
    assert today.why(ENGLISH, ITEMS[told]) == told
    assert outside_brackets(today.why(Bracketed(), ITEMS[told])).strip() == ""


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (NeverAsked(), "The safety questions come before the first session"),
        (AskedLongAgo(31), "31 days since the safety questions: they come every month"),
        (AfterPain(day(1), None), "The session of 3 Mar was stopped for pain: the safety questions again"),
        (AfterPain(day(1), 7), "Pain of 7 in the session of 3 Mar: the safety questions again"),
    ],
)
def test_why_the_questions_come(due: QuestionsDue, told: str) -> None:
    assert today.questions(ENGLISH, due) == told
    assert outside_brackets(today.questions(Bracketed(), due)) == ""


def test_why_they_do_not() -> None:
    told = "Answered; they come again every month, and after a session that hurt much"
    assert today.not_due(ENGLISH) == told


@pytest.mark.parametrize("why", get_args(SeeSomeone))
def test_the_advice_names_its_reason_and_what_to_do(why: SeeSomeone) -> None:
    told = today.advice(ENGLISH, why)
    assert {"two-red": "Your last two sessions hurt", "no-better": "Sessions have hurt for two weeks"}[why] in told
    assert "Please have a professional look at it." in told


def test_the_plan_and_its_week() -> None:
    of = Calendar(shelf(plan(weeks(item("row"), last=2), ident="spring")), (PlanFollowed("spring", day(0)),))
    second, over = of.week_on(day(8)), of.week_on(day(14))
    assert second is not None
    assert over is not None
    assert today.plan(ENGLISH, second) == "spring, week 2 of two"
    assert today.plan(ENGLISH, over) == "spring: its last week is behind you"
    assert outside_brackets(today.plan(Bracketed(), second)) == ""


@pytest.mark.parametrize(
    ("last", "told"), [(None, "week 1"), (1, "week 1 of one"), (8, "week 1 of eight"), (13, "week 1 of 13")]
)
def test_the_weeks_of_a_plan_are_told_as_one_says_them(last: int | None, told: str) -> None:
    of = Calendar(shelf(plan(weeks(item("row"), last=last))), (PlanFollowed("spring", day(0)),))
    followed = of.week_on(day(0))
    assert followed is not None
    assert today.week_of_plan(ENGLISH, followed) == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Spring", ["week 1", "week 4", "week 5"]),  # it does not end after four
        ("Four weeks of spring", ["week 1 of four", "week 4 of four", "week 5"]),
    ],
)
def test_of_a_plan_that_goes_on_a_week_is_told_by_its_number(title: str, told: list[str]) -> None:
    goes_on = plan(weeks(item("row"), last=4), weeks(item("row"), first=5))
    of = Calendar(shelf(replace(goes_on, title=Text(title))), (PlanFollowed("spring", day(0)),))
    found = [of.week_on(day(number)) for number in (0, 21, 28)]
    assert [today.week_of_plan(ENGLISH, week) for week in found if week is not None] == told


@pytest.mark.parametrize(
    ("kept", "days", "told"),
    [
        (Adherence(7, 10), 14, "70 % of what was planned in the last two weeks; 70 % is a good aim"),
        (Adherence(5, 10), 40, "50 % of what was planned in the last two weeks; 70 % is a good aim"),
        (Adherence(4, 10), 40, "4 of 10 done in the last two weeks"),
        (Adherence(7, 10), 13, "7 of 10 done since the plan began"),
    ],
)
def test_how_much_of_the_plan_was_done(kept: Adherence, days: int, told: str) -> None:
    assert today.adherence(ENGLISH, kept, days) == told


def found_on(number: int, *sessions: Session, planned: bool = True) -> Today:
    """A plan with one routine twice a day, or none, on a day."""
    library = replace(EMPTY, routines={"row": routine("row")}, plans={"spring": plan(weeks(item("row", times=2)))})
    plans = (PlanFollowed("spring", day(0)),) if planned else ()
    return find(library, Known(sessions, plans=plans), on(number, 20), lambda _ident: 60.0)


def test_how_it_goes_leaves_out_what_tells_nothing() -> None:
    often = [did(on(number, hour)) for number in range(3) for hour in (8, 9)]
    assert list(today.how_it_goes(ENGLISH, found_on(2, *often))) == [
        "4 of 4 done since the plan began",
        "3 days in a row",
    ]
    assert list(today.how_it_goes(ENGLISH, found_on(9, *often))) == ["6 of 18 done since the plan began"]
    assert list(today.how_it_goes(ENGLISH, found_on(2))) == []
    assert list(today.how_it_goes(ENGLISH, found_on(0, did(on(0, 8))))) == []
    assert list(today.how_it_goes(ENGLISH, found_on(1, did(on(0)), did(on(1)), planned=False))) == ["2 days in a row"]


def test_what_was_done_is_counted() -> None:
    assert today.counted(ENGLISH, found_on(0, did(on(0, 8)))) == "1 of 2 done"
    assert today.counted(ENGLISH, found_on(0, did(on(0, 8)), planned=False)) == "1 done"
    assert today.counted(ENGLISH, found_on(0, did(on(0, 8), "wall", kind="test"), planned=False)) == ""


@pytest.mark.parametrize(
    ("what", "title", "sentence"),
    [
        ("done", "Done for today", "What you did today counts. The rest of the day is yours."),
        ("rest", "A day of rest", "Nothing is planned for today. Rest is a part of it."),
        ("nothing", "Nothing to coach yet", "There is no routine that you could do now."),
        ("measure", "Nothing to coach yet", "Thirty seconds at a wall show where to begin."),
    ],
)
def test_what_stands_where_nothing_is_to_be_started(
    what: Literal["done", "rest", "nothing", "measure"], title: str, sentence: str
) -> None:
    assert today.first_title(ENGLISH, First(what)) == title
    assert today.first_sentence(ENGLISH, First(what)) == sentence


def days_until(number: int, *sessions: Session, planned: bool = True) -> list[tuple[str, ...]]:
    """What stands beside the days of the first week, on one of them: a plan has row twice and fly on weekdays."""
    weekdays = ("mon", "tue", "wed", "thu", "fri")
    found = plan(weeks(item("row", *weekdays, times=2), item("fly", *weekdays)))
    library = replace(EMPTY, routines={one: routine(one) for one in ("row", "fly")}, plans={"spring": found})
    plans = (PlanFollowed("spring", day(0)),) if planned else ()
    at = on(number, 20)
    return [today.day(ENGLISH, one, at.date(), library) for one in week(library, Known(sessions, plans=plans), at).days]


def test_what_stands_beside_the_days_of_a_plan() -> None:
    whole = [did(on(0, hour), "row") for hour in (8, 9)] + [did(on(0, 10), "fly")]
    told = days_until(3, *whole, did(on(1), "row"), did(on(2, 8), "gone", pain=5))
    assert told == [
        ("row", "fly"),
        ("1 of 3",),
        ("pain told", "gone"),
        ("0 of 3",),
        ("row", "fly"),
        ("Rest",),
        ("Rest",),
    ]
    assert days_until(1)[:2] == [(), ("0 of 3",)], "and no word of what was not done"


def test_what_stands_beside_days_without_a_plan() -> None:
    others = did(on(1), "wall", kind="test"), did(on(1), "pull", kind="exercise")
    sessions = did(on(0), "row"), did(on(0, 19), "row"), *others
    assert days_until(2, *sessions, planned=False) == [("row",), ("pull",), ("not yet",), (), (), (), ()]


def test_days_in_a_row() -> None:
    assert [today.streak(ENGLISH, days) for days in (0, 1, 2)] == [
        "0 days in a row",
        "1 day in a row",
        "2 days in a row",
    ]


def test_the_question_of_the_next_morning() -> None:
    assert today.morning(ENGLISH, did(on(1)), "Row") == "How was the morning after Row, 3 Mar?"
    assert today.morning_asked(ENGLISH) == "How was the morning after?"
    assert today.morning_of(ENGLISH, did(on(1)), "Row") == "Row, 3 Mar"


@pytest.mark.parametrize(
    ("answer", "worked", "said"),
    [
        ("better", True, "Thank you. It goes on as it is."),
        ("same", False, "Thank you. It goes on as it is."),
        ("worse", True, "Thank you for telling it. Its exercises rest until 4 Mar, 18:00."),
    ],
)
def test_what_follows_from_a_morning(answer: Morning, worked: bool, said: str) -> None:
    assert today.after_morning(ENGLISH, did(on(0), worked=worked), answer) == said


def test_a_worse_morning_after_nothing_in_particular() -> None:
    session = Session("row", on(0))
    assert today.after_morning(ENGLISH, session, "worse") == "Thank you for telling it. Take it gently today."


def test_the_answers() -> None:
    assert [today.morning_answer(ENGLISH, answer) for answer in get_args(Morning)] == ["Better", "The same", "Worse"]
    assert today.not_now(ENGLISH) == "Not now"


@pytest.mark.parametrize(
    ("seconds", "asked"),
    [
        (20.0, "Only a minute?"),
        (89.0, "Only a minute?"),
        (91.0, "Only two minutes?"),
        (125.0, "Only two minutes?"),
        (153.4, "Only three minutes?"),
        (720.0, "Only twelve minutes?"),
        (800.0, "Only 13 minutes?"),
    ],
)
def test_a_small_way_out_is_asked_in_whole_minutes(seconds: float, asked: str) -> None:
    assert today.only(ENGLISH, seconds) == asked
    assert outside_brackets(today.only(Bracketed(), seconds)) == ""
