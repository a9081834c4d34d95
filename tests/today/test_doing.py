"""What became of the items of a day."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from coach.progression.past import Kind, Session
from coach.today.calendar import Calendar, Planned
from coach.today.doing import DayItem, done_by, items_on
from coach.today.past import Deed
from coach.today.soreness import SoreFromPain
from tests.today.people import calendar, day, did, item, on, past, result

NOON = on(2, 12)


def became(of: Calendar, *sessions: Session, at: datetime = NOON, number: int = 2) -> list[DayItem]:
    items = items_on(day(number), of, past(at, *sessions))
    assert items is not None
    return list(items)


def states(of: Calendar, *sessions: Session, at: datetime = NOON, number: int = 2) -> list[str]:
    return [item.state for item in became(of, *sessions, at=at, number=number)]


@pytest.mark.parametrize(
    ("session", "state"),
    [
        (did(on(2, 9)), "done"),
        (did(on(2, 9), "row@spring.1"), "done"),
        (did(on(2, 9), "row@autumn.7.2"), "done"),
        (did(on(2, 0)), "done"),
        (did(on(1, 23, 59)), "due"),
        (did(on(2, 9), how="ended"), "due"),
        (did(on(2, 9), how="pain"), "due"),
        (did(on(2, 9), how="abandoned"), "due"),
        (did(on(2, 9), how=None), "due"),
        (did(on(2, 9), "fly"), "due"),
        (did(on(2, 9), kind="exercise"), "due"),
        (did(on(2, 13)), "due"),
    ],
)
def test_an_item_is_done_by_a_finished_session_of_its_routine_on_that_day(session: Session, state: str) -> None:
    assert states(calendar(item("row")), session) == [state]


@pytest.mark.parametrize("count", range(4))
def test_each_session_does_one_item(count: int) -> None:
    sessions = [did(on(2, 8 + number)) for number in range(count)]
    assert states(calendar(item("row", times=2)), *sessions) == ["done"] * min(count, 2) + ["due"] * (2 - min(count, 2))


def test_a_date_is_that_of_the_records_own_offset() -> None:
    """At half past eleven in Auckland it is still the evening before in Berlin."""
    auckland = timezone(timedelta(hours=13))
    begun = datetime(2026, 3, 4, 0, 30, tzinfo=auckland)
    assert states(calendar(item("row")), did(begun)) == ["done"]
    assert states(calendar(item("row")), did(begun), number=1) == ["missed"]


@pytest.mark.parametrize(
    ("by_session", "by_result", "done"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1), (2, 1, 2), (1, 2, 2)]
)
def test_a_test_is_done_once_by_its_session_and_its_result(by_session: int, by_result: int, done: int) -> None:
    sessions = [did(on(2, 8 + hour), "wall", kind="test") for hour in range(by_session)]
    results = [result(on(2, 8 + hour, 10)) for hour in range(by_result)]
    deeds = past(NOON, *sessions, tests=results).finished.get(day(2), ())
    by = done_by([Planned("test", "wall", "wall")] * 3, deeds)
    assert len([deed for deed in by if deed is not None]) == done


def test_a_test_of_another_kind_or_day_does_not() -> None:
    deeds = past(NOON, tests=[result(on(1)), result(on(2, 13)), result(on(2, 9), "balance")]).finished
    assert done_by([Planned("test", "wall", "wall")], deeds.get(day(2), ())) == [None]


# --- sore ------------------------------------------------------------------------------------------------------------

GENTLE = calendar(item("row", if_sore="ease"), item("fly"))
HURT = did(on(1), "fly", pain=5)


def test_when_sore_what_offers_something_gentle_is_offered_as_that() -> None:
    first, second = became(GENTLE, HURT)
    assert first == DayItem(first.planned, "sore", counts=False, instead="ease", sore=SoreFromPain(5))
    assert second == DayItem(second.planned, "due")


@pytest.mark.parametrize("does", ["ease", "ease@spring.3", "row", "row@spring.3"])
def test_either_does_it(does: str) -> None:
    assert states(GENTLE, HURT, did(on(2, 9), does)) == ["done", "due"]


def test_the_gentle_one_does_it_for_whoever_was_sore_then_and_is_no_more() -> None:
    items = became(GENTLE, HURT, did(on(2, 9), "ease", pain=1))
    assert [(one.state, one.counts) for one in items] == [("done", False), ("due", True)]


def test_the_gentle_one_does_it_for_whoever_is_sore_after_it() -> None:
    """By its own pain: it is not asked for again."""
    items = became(GENTLE, did(on(2, 9), "ease", pain=4))
    assert [(one.state, one.counts) for one in items] == [("done", False), ("due", False)]


def test_the_gentle_one_does_not_do_it_for_whoever_was_not_sore() -> None:
    assert states(GENTLE, did(on(2, 9), "ease")) == ["due", "due"]


def test_one_gentle_session_does_one_of_two() -> None:
    two = calendar(item("row", if_sore="ease"), item("fly", if_sore="ease"))
    assert states(two, HURT, did(on(2, 9), "ease")) == ["done", "sore"]
    assert states(two, HURT, did(on(2, 9), "ease"), did(on(2, 10), "fly")) == ["done", "done"]


def test_a_session_does_what_has_just_its_form_first() -> None:
    one, other = Planned("routine", "row", "row@spring.1"), Planned("routine", "row", "row@spring.1.2")
    second = Deed("routine", "row@spring.1.2", on(2))
    assert done_by([one, other], [second]) == [None, second]
    assert done_by([one, one], [second]) == [second, None]


@pytest.mark.parametrize("kind", ["exercise", "test"])
def test_nothing_but_a_routine_stands_in_for_a_routine(kind: Kind) -> None:
    planned = [Planned("routine", "row", "row", "ease")]
    assert done_by(planned, [Deed(kind, "ease", on(2)), Deed(kind, "row", on(2))], lambda _deed: True) == [None]


# --- other days ------------------------------------------------------------------------------------------------------


def test_what_was_not_done_on_a_past_day_is_missed_and_today_is_open_until_midnight() -> None:
    of = calendar(item("row"))
    assert states(of, number=1) == ["missed"]
    assert states(of, at=on(1, 23, 59), number=1) == ["due"]
    assert states(of, at=on(2, 0), number=1) == ["missed"]
    assert states(of, number=3) == ["due"]


def test_nobody_is_told_to_have_missed_something_on_a_day_with_pain() -> None:
    items = became(calendar(item("row")), did(on(1), "fly", pain=4), number=1)
    assert [(one.state, one.counts) for one in items] == [("sore", False)]


def test_a_past_day_is_as_its_end_was() -> None:
    """Sore from Monday at nine until Wednesday at nine: at the end of Tuesday, not at that of Wednesday."""
    hurt = did(on(0, 9), "fly", pain=4)
    assert states(GENTLE, hurt, at=on(5), number=1) == ["sore", "missed"]
    assert states(GENTLE, hurt, at=on(5), number=2) == ["missed", "missed"]
    assert states(GENTLE, hurt, at=on(2, 8)) == ["sore", "due"]


def test_tomorrow_nobody_is_sore_yet() -> None:
    assert states(GENTLE, did(on(2, 9), "fly", pain=5), number=3) == ["due", "due"]


def test_without_a_plan_there_are_no_items() -> None:
    assert items_on(day(2), Calendar(calendar().library), past(NOON)) is None
