"""What the advice on bones needs to know, asked once in the terminal, where the head's distance was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.at_the_wall import Kept, WallTest
from coach.settings import AGE_ASKED
from coach.terminal.ask import Asker, Left
from coach.walltest.advice import occiput_cm
from coach.walltest.age import OLDEST, YOUNGEST
from coach.wiring.bones import tell_age
from coach.words import asking
from coach.words.library import say

if TYPE_CHECKING:
    from coach.wiring import Parts


def ask_age(asker: Asker, parts: Parts, test: WallTest) -> None:
    """Ask, unless it was asked already, nothing was measured, or the test came to no result. Who leaves the questions
    is asked again after the next test.
    """
    if not isinstance(test.outcome, Kept) or parts.store.get(AGE_ASKED):
        return
    if occiput_cm(test.test, test.outcome.result) is None:
        return
    language = asker.language
    title = say(test.test.title, language)
    options = [("y", asking.yes(language)), ("n", asking.not_shorter(language))]
    try:
        years = asker.number(title, asking.how_old(language), YOUNGEST, OLDEST, skip=True)
        answer = asker.choose(title, asking.is_shorter(language), options)
    except Left:
        return
    tell_age(parts.store, parts.clock, None if years is None else int(years), is_shorter=answer == "y")
