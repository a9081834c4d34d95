"""What the advice on bones needs to know, asked once in the terminal, where the head's distance was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.at_the_wall import Kept, WallTest
from coach.settings import AGE_ASKED
from coach.terminal.ask import Asker, Left
from coach.walltest.advice import occiput_cm
from coach.walltest.age import OLDEST, YOUNGEST
from coach.wiring.bones import tell_age

if TYPE_CHECKING:
    from coach.wiring import Parts

HOW_OLD = "How old are you? What the distance means depends on it. Optional, and asked once."
SHORTER = "Have you become shorter than you were?"


def ask_age(asker: Asker, parts: Parts, test: WallTest) -> None:
    """Ask, unless it was asked already, nothing was measured, or the test came to no result. Who leaves the questions
    is asked again after the next test.
    """
    if not isinstance(test.outcome, Kept) or parts.store.get(AGE_ASKED):
        return
    if occiput_cm(test.test, test.outcome.result) is None:
        return
    title = str(test.test.title)
    try:
        years = asker.number(title, HOW_OLD, YOUNGEST, OLDEST, skip=True)
        answer = asker.choose(title, SHORTER, [("y", "yes"), ("n", "no, or I would rather not say")])
    except Left:
        return
    tell_age(parts.store, parts.clock, None if years is None else int(years), is_shorter=answer == "y")
