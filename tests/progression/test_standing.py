"""What a past has come to, as a value that is kept and gone on from."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta
from typing import Any

import pytest

from coach.progression.levels import Course, folded, levels
from coach.progression.past import Choice, Session
from coach.progression.reason import Chosen, FellAmber, FellRed, Paused, Rose
from coach.progression.standing import Folded, Standing
from tests.beside import slow
from tests.progression.lived import any_past, course
from tests.progression.past import day, session

EVERY_REASON = [Rose(2, 5, 1), FellRed("morning", 0), FellAmber(2, 4), Paused(9), Chosen("up"), None]
FULL = Folded(
    day(9),
    {f"row{place}": Standing(place, 1, 2, place == 3, 4, (5, 1), why) for place, why in enumerate(EVERY_REASON)},
    day(8),
    7,
    16,
)


@pytest.mark.parametrize("kept", [FULL, Folded(day(1))], ids=["full", "of nothing"])
def test_what_is_kept_comes_back(kept: Folded) -> None:
    assert Folded.from_json(json.loads(json.dumps(kept.as_json()))) == kept


WRONG: list[Any] = [
    None,
    [],
    {},
    {**FULL.as_json(), "until": "yesterday"},
    {**FULL.as_json(), "of": []},
    {**FULL.as_json(), "of": {"row": [1, 2]}},
    {**FULL.as_json(), "of": {"row": [0, 0, 0, False, 0, 0, 0, ["grew", 1]]}},
]


@pytest.mark.parametrize("value", WRONG)
def test_what_somebody_else_wrote_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Folded.from_json(value)


def gone_on(of: Course, past: tuple[list[Session], list[Choice]], kept: Folded, at: datetime) -> bool:
    """Whether going on from what is kept gives what all of it gives: with all of it there, and with the rest alone."""
    sessions, choices = past
    rest = [one for one in sessions if one.started > kept.until], [one for one in choices if one.at > kept.until]
    whole = levels(of, sessions, choices, at)
    return whole == levels(of, sessions, choices, at, kept) == levels(of, *rest, at, kept)


@pytest.mark.parametrize("seed", [*range(8), *slow(range(8, 20))])
def test_a_past_that_is_folded_anywhere_gives_the_same(seed: int) -> None:
    chance = random.Random(seed)
    of, past = course(chance), any_past(chance)
    every = folded(of, *past, lambda _count, _when: True)
    assert [one.count for one in every][-1] == len(past[0]) + len(past[1])
    for kept in every:
        for at in (kept.until, kept.until + timedelta(days=chance.randrange(20)), day(200)):
            assert gone_on(of, past, kept, at)
            assert gone_on(of, past, Folded.from_json(kept.as_json()), at)


def test_a_past_that_is_folded_in_parts_is_folded_the_same() -> None:
    chance = random.Random(7)
    of, past = course(chance), any_past(chance)
    every = folded(of, *past, lambda _count, _when: True)
    for number in (0, len(every) // 2):
        assert folded(of, *past, lambda _count, _when: True, every[number]) == every[number + 1 :]


def test_what_is_of_one_moment_is_folded_together() -> None:
    told = Choice("strong", "row", "easier", day(0))
    asked = []
    of = course(random.Random(0))
    [kept] = folded(of, [session(day(0), "row")], [told], lambda count, when: not asked.append((count, when)))
    assert asked == [(2, day(0))]
    assert kept.of["row"] == Standing(-1, why=Chosen("easier"), rose=0)


def test_only_what_is_wanted_is_kept() -> None:
    past = [session(day(3 * number), "row") for number in range(9)]
    found = folded(course(random.Random(0)), past, [], lambda count, when: count % 4 == 0 and when <= day(15))
    assert [(one.count, one.until) for one in found] == [(4, day(9))]
