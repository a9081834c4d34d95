"""How levels follow sessions and choices."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone

import pytest

from coach.content.model import Progress, ProgressDown, ProgressUp
from coach.progression.levels import Course, Levels, levels
from coach.progression.past import Choice, Session, What, Work
from coach.progression.reason import Chosen, FellAmber, FellRed, Paused, Rose
from tests.progression.past import MONDAY, ZONE, day, session


def course(*exercises: str, top: int = 9, progress: Progress | None = None, most: int | None = None) -> Course:
    """A routine of these; `most` is the sum of levels that still fits."""
    names = exercises or ("row",)
    return Course(
        progress or Progress(),
        names,
        dict.fromkeys(names, top),
        dict.fromkeys(names, 3),
        lambda at: most is None or sum(at.values()) <= most,
    )


def after(*past: Session | Choice, at: datetime | None = None, of: Course | None = None) -> Levels:
    """The levels after these, an hour after the last of them."""
    sessions = [one for one in past if isinstance(one, Session)]
    choices = [one for one in past if isinstance(one, Choice)]
    last = max((one.at if isinstance(one, Choice) else one.started for one in past), default=MONDAY)
    return levels(of or course(), sessions, choices, at or last + timedelta(hours=1))


def level(*past: Session | Choice, at: datetime | None = None, of: Course | None = None) -> int:
    return after(*past, at=at, of=of).of["row"].level


def chosen(what: What, when: datetime, exercise: str = "row") -> Choice:
    return Choice("strong", exercise, what, when)


def row(number: int, **told: object) -> Session:
    """A session on a day; good where nothing else is said."""
    return session(day(number), "row", **told)  # type: ignore[arg-type]


def weeks(*told: Mapping[str, object]) -> list[Session]:
    """A session every third day."""
    return [row(3 * at, **one) for at, one in enumerate(told)]


GOOD: dict[str, object] = {}
NEUTRAL: dict[str, object] = {"effort": 8}
AMBER: dict[str, object] = {"pain": 4}
RED: dict[str, object] = {"pain": 6}


@pytest.mark.parametrize(
    ("told", "reached"),
    [
        ([], 0),
        ([GOOD], 0),
        ([GOOD, GOOD], 1),
        ([GOOD, GOOD, GOOD], 1),
        ([GOOD] * 4, 2),
        ([GOOD, NEUTRAL, GOOD], 0),
        ([GOOD, NEUTRAL, GOOD, GOOD], 1),
        ([GOOD, AMBER, GOOD, GOOD], 1),
        ([RED], -1),
        ([RED, RED], -1),
        ([RED, GOOD, GOOD], 0),
        ([GOOD, GOOD, RED], 0),
        ([AMBER], 0),
        ([AMBER, AMBER], -1),
        ([AMBER, GOOD, AMBER], 0),
        ([AMBER, NEUTRAL, AMBER], -1),
        ([AMBER, RED, AMBER], -1),
        ([GOOD, GOOD, AMBER, AMBER, AMBER, AMBER], -1),
        ([GOOD, RED, GOOD], -1),
    ],
)
def test_levels_follow_what_is_told(told: list[Mapping[str, object]], reached: int):
    assert level(*weeks(*told)) == reached


def test_the_files_own_counts():
    slow = Progress(ProgressUp(after=3), down=ProgressDown(amber_times=3))
    assert [level(*weeks(*[GOOD] * n), of=course(progress=slow)) for n in (2, 3, 6)] == [0, 1, 2]
    assert [level(*weeks(*[AMBER] * n), of=course(progress=slow)) for n in (2, 3)] == [0, -1]


def test_the_order_is_that_of_moments():
    past = weeks(GOOD, RED, GOOD, GOOD)
    assert {level(*random.Random(seed).sample(past, 4)) for seed in range(24)} == {level(*past)}


def test_moments_are_ordered_over_offsets():
    """Red at 9:00 in Tokyo is before good at 3:00 in Berlin on the same date."""
    tokyo = timezone(timedelta(hours=9))
    red = session(datetime(2026, 3, 4, 9, tzinfo=tokyo), "row", pain=6)
    good = [session(datetime(2026, 3, 4, 3, tzinfo=ZONE), "row"), session(datetime(2026, 3, 6, 3, tzinfo=ZONE), "row")]
    assert level(*good, red) == 0


def test_nothing_later_counts():
    past = weeks(GOOD, GOOD)
    assert level(*past, at=past[1].started) == 1
    assert level(*past, at=past[1].started - timedelta(seconds=1)) == 0


def test_another_exercise_is_not_spoken_for():
    told = after(session(day(0), "row"), session(day(2), "fly"), session(day(4), "row"), of=course("row", "fly"))
    assert (told.of["row"].level, told.of["fly"].level, told.of["fly"].good) == (1, 0, 1)


def test_what_took_its_place_counts_for_it():
    easy = Work(0, "easy-row", "row", "done")
    assert level(session(day(0), easy), session(day(2), easy)) == 1


# --- one thing at a time ---------------------------------------------------------------------------------------------

BOTH = ("row", "fly", "press")


def three(number: int, **told: object) -> Session:
    return session(day(2 * number), *BOTH, **told)  # type: ignore[arg-type]


def risen(count: int, **of: object) -> list[int]:
    known = after(*(three(number) for number in range(count)), of=course(*BOTH, **of)).of  # type: ignore[arg-type]
    return [known[ident].level for ident in BOTH]


def test_one_rises_at_a_time_the_one_that_rose_longest_ago():
    assert [risen(count) for count in range(1, 8)] == [
        [0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1], [2, 1, 1], [2, 2, 1], [2, 2, 2],
    ]  # fmt: skip


def test_what_may_not_rise_does_not_stand_in_the_way():
    assert risen(4, top=1) == [1, 1, 1]
    assert risen(9, top=1) == [1, 1, 1]


def test_nothing_rises_that_makes_the_routine_too_long_and_the_count_stays():
    known = after(*(three(number) for number in range(6)), of=course(*BOTH, most=2)).of
    assert [known[ident].level for ident in BOTH] == [1, 1, 0]
    assert known["press"].good == 6


def test_from_below_it_leads_back_one_at_a_time():
    past = [three(0, pain=6), three(1), three(2), three(3), three(4)]
    known = after(*past, of=course(*BOTH)).of
    assert [known[ident].level for ident in BOTH] == [0, 0, 0]


# --- pauses ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "reached", "half"),
    [(1, 1, None), (7, 1, None), (8, 0, None), (14, 0, None), (15, 0, 14), (60, 0, 59)],
    ids=["the day after", "six whole days", "seven", "thirteen", "fourteen", "long"],
)
def test_a_pause_costs_a_level_and_a_long_one_halves_the_next(days: int, reached: int, half: int | None):
    shown = after(*weeks(GOOD, GOOD), at=day(3 + days))
    assert (shown.of["row"].level, shown.half_after_days) == (reached, half)


def test_whole_days_are_counted_from_midnight_to_midnight():
    late, early = session(day(0, 23, 59), "row"), day(8, 0, 1)
    assert level(late, at=early) == -1
    assert level(session(day(0, 0, 1), "row"), at=day(7, 23, 59)) == 0


def test_a_flight_counts_the_dates_where_the_person_was():
    """Done on the 2nd in Auckland; a week and a day later by the clock of Los Angeles it is the 9th there."""
    auckland, los_angeles = timezone(timedelta(hours=13)), timezone(timedelta(hours=-8))
    done = session(datetime(2026, 3, 2, 8, tzinfo=auckland), "row")
    assert level(done, at=datetime(2026, 3, 9, 8, tzinfo=los_angeles)) == 0
    assert level(done, at=datetime(2026, 3, 10, 8, tzinfo=los_angeles)) == -1


def test_a_pause_costs_its_level_once_and_counts_stay():
    past = [*weeks(GOOD, GOOD, GOOD), row(20)]
    known = after(*past).of["row"]
    assert (known.level, known.good) == (1, 0)  # down to 0 by the pause, then the second good session led up again
    assert after(*past).half_after_days is None


def test_the_pause_comes_before_the_later_session_is_judged():
    assert level(*weeks(GOOD, GOOD), row(12, pain=6)) == -1


def test_a_session_without_anything_done_ends_no_pause():
    skipped = session(day(6), Work(0, "row", "row", "skipped"), how="ended")
    assert level(*weeks(GOOD, GOOD), skipped, at=day(12)) == 0


def test_a_pause_lowers_every_exercise_of_the_routine_and_none_below_the_lowest():
    known = after(three(0, pain=6), session(day(3), "row"), at=day(12), of=course(*BOTH)).of
    assert [known[ident].level for ident in BOTH] == [-1, -1, -1]
    assert after(session(day(0), "row"), at=day(9), of=course(*BOTH)).of["fly"].level == -1


def test_without_a_session_there_is_no_pause():
    assert after(at=day(90)).of["row"].level == 0


# --- choices ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "reached"), [("up", 2), ("down", 0), ("hold", 1), ("easier", -1), ("harder", 3), ("reset", 0)]
)
def test_choices(what: What, reached: int):
    assert level(*weeks(GOOD, GOOD), chosen(what, day(4))) == reached


def test_a_choice_starts_the_counts_anew():
    known = after(*weeks(GOOD, GOOD, GOOD), chosen("up", day(7))).of["row"]
    assert (known.level, known.good, known.amber) == (2, 0, 0)
    assert after(row(0, pain=4), chosen("down", day(1)), row(2, pain=4)).of["row"].amber == 1


def test_held_does_not_rise_until_up():
    held = [chosen("hold", day(1)), *weeks(*[GOOD] * 6)]
    assert level(*held) == 0
    assert level(*held, chosen("up", day(16))) == 1
    assert level(*held, chosen("up", day(16)), row(17), row(18)) == 2


def test_held_still_falls():
    assert level(chosen("hold", day(0, 8)), row(1, pain=6)) == -1


def test_up_stops_at_the_top_and_down_at_the_lowest():
    ups = [chosen("up", day(0, hour)) for hour in range(5)]
    assert level(*ups, chosen("down", day(0, 9)), of=course(top=2)) == 1
    assert level(chosen("down", day(0, 1)), chosen("down", day(0, 2)), chosen("up", day(0, 3))) == 0


def test_a_choice_of_an_exercise_that_is_not_there_is_nothing():
    assert set(after(chosen("up", day(0), "gone")).of) == {"row"}


def test_harder_where_there_is_none_changes_nothing():
    none = Course(Progress(), ("row",), {"row": 9}, {}, lambda _at: True)
    assert level(*weeks(GOOD, GOOD), chosen("harder", day(4)), of=none) == 1


def test_a_level_above_the_top_of_todays_file_counts_as_the_top():
    assert level(*weeks(*[GOOD] * 6), row(18, pain=6), of=course(top=1)) == 0


# --- reasons ---------------------------------------------------------------------------------------------------------


def test_every_change_has_its_reason():
    def why(*past: Session | Choice, at: datetime | None = None) -> object:
        return after(*past, at=at).of["row"].why

    assert why(row(0, effort=3, pain=1), row(2, effort=5, pain=0)) == Rose(2, 5, 1)
    assert why(row(0, pain=7)) == FellRed("pain", 7)
    assert why(row(0, morning="worse")) == FellRed("morning", 1)
    assert why(row(0, how="pain", pain=2)) == FellRed("stopped", 2)
    assert why(row(0, pain=4), row(2, pain=5)) == FellAmber(2, 5)
    assert why(row(0), at=day(9)) == Paused(8)
    assert why(chosen("easier", day(0))) == Chosen("easier")
    assert why(row(0), row(1, effort=9)) is None


# --- properties ------------------------------------------------------------------------------------------------------


def any_session(of: random.Random, number: int) -> Session:
    work = [
        Work(at, ident, ident, of.choice(["done", "done", "done", "skipped", "ended", "lost"]))
        for at, ident in enumerate(BOTH)
        if of.random() < 0.9
    ]
    return session(
        day(number, of.randrange(24)),
        *work,
        how=of.choice(["finished", "finished", "finished", "ended", "pain", "abandoned", None]),
        effort=of.choice([None, 3, 5, 7, 8]),
        pain=of.choice([None, 0, 1, 3, 4, 5, 6, 9]),
        morning=of.choice([None, None, "better", "same", "worse"]),
        pains={of.choice(BOTH): of.randrange(11)} if of.random() < 0.2 else {},
    )


def any_past(seed: int) -> Sequence[Session | Choice]:
    of = random.Random(seed)
    number, past = 0, list[Session | Choice]()
    for _ in range(of.randrange(1, 30)):
        number += of.choice([1, 1, 2, 3, 8, 9, 15, 20])
        if of.random() < 0.8:
            past.append(any_session(of, number))
        else:
            what = of.choice(["up", "down", "hold", "easier", "harder", "reset"])
            past.append(chosen(what, day(number, of.randrange(24)), of.choice(BOTH)))
    return sorted(past, key=lambda one: one.at if isinstance(one, Choice) else one.started)


@pytest.mark.parametrize("seed", range(60))
def test_levels_never_jump_by_two_and_stay_within_their_bounds(seed: int):
    past, of = any_past(seed), course(*BOTH, top=4, most=7)
    before = dict.fromkeys(BOTH, 0)
    for count in range(1, len(past) + 1):
        one = past[count - 1]
        when = one.at if isinstance(one, Choice) else one.started
        ahead = {ident: known.level for ident, known in after(*past[: count - 1], at=when, of=of).of.items()}
        now = {ident: known.level for ident, known in after(*past[:count], at=when, of=of).of.items()}
        assert all(-1 <= level <= 4 for level in now.values())
        if isinstance(one, Session):
            assert all(abs(now[ident] - ahead[ident]) <= 1 for ident in BOTH), (count, ahead, now)
            assert sum(now[ident] > ahead[ident] for ident in BOTH) <= 1
            assert all(now[ident] <= before[ident] + 1 for ident in BOTH)
        before = now


def test_a_level_above_the_top_counts_as_the_top_before_each_session():
    low = course(top=2)
    assert level(chosen("harder", day(0)), row(1, **RED), of=low) == 1
