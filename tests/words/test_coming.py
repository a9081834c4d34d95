"""What rises next, in words: what, after how much more, and that one may stay."""

from __future__ import annotations

import pytest

from coach.content.model import DoseLayer
from coach.progression.coming import Coming
from coach.progression.ladder import Rung
from coach.words import coming as words
from coach.words.language import ENGLISH
from tests.progression.past import exercise

ROW, PULL = exercise("row", DoseLayer(reps=10, sets=3)), exercise("pull", DoseLayer(reps=6))
EXERCISES = {"row": ROW, "pull": PULL}


def rung(key: str | None = None, of=ROW, **dose: float) -> Rung:
    return Rung(of, DoseLayer(**{"reps": 10, "sets": 3, **dose}), key)


def coming(now: Rung, then: Rung, *, left: int = 1, good: int = 0, effort: int = 0, pain: int = 0) -> Coming:
    return Coming("row", now, then, left, good, effort, pain, 7, 3)


@pytest.mark.parametrize(
    ("now", "then", "told", "stay"),
    [
        (rung(), rung("reps", reps=12), "Row: 12 repetitions", "Stay at 10"),
        (rung(), rung("sets", sets=4), "Row: 4 sets", "Stay at 3"),
        (rung(hold=3.0), rung("hold", hold=5.0), "Row: held for 5 s", "Stay at 3 s"),
        (rung(), rung("to", PULL), "Row: Pull", "Stay with this"),
        (rung("half", sets=2), rung(), "Row: in full again", "Stay with this"),
    ],
)
def test_what_rises_next_and_where_one_may_stay(now, then, told, stay) -> None:
    step = coming(now, then)
    assert words.next_step(ENGLISH, step, EXERCISES) == told
    assert words.stay(ENGLISH, step) == stay
    taken = words.chosen(ENGLISH, step, EXERCISES, is_taken=True)
    assert taken == f"Row from the next session on: {told.removeprefix('Row: ')}."
    assert words.chosen(ENGLISH, step, {}, is_taken=False) == "row stays as it is until you take more."


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (
            {"left": 2},
            (
                "After 2 more sessions that go well it comes by itself. "
                "Well is all of it done, effort up to 7, pain up to 3."
            ),
        ),
        (
            {"good": 1, "effort": 6, "pain": 2},
            "It went well once, with effort 6 and pain 2. After one more session that goes well it comes by itself.",
        ),
        (
            {"good": 3, "effort": 6, "pain": 0},
            (
                "It went well 3 times, with effort 6 and pain 0 at most. "
                "After one more session that goes well it comes by itself."
            ),
        ),
    ],
)
def test_what_it_takes_to_rise(step, told) -> None:
    assert words.when_it_rises(ENGLISH, coming(rung(), rung("reps", reps=12), **step)) == told
