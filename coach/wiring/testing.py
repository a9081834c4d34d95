"""A wall test as this person does it: the questions at the wall, or afterwards from memory."""

from __future__ import annotations

from functools import partial

from coach.content.catalogue import Catalogue
from coach.content.model import Test
from coach.session.compile import compile_test
from coach.session.timeline import Timeline
from coach.walltest.memory import asked_afterwards
from coach.words.at_the_wall import how_it_is_answered, notice
from coach.words.language import ENGLISH, Language


def as_done(
    catalogue: Catalogue, ident: str, *, afterwards: bool, presses: bool = True, language: Language = ENGLISH
) -> tuple[Test, Timeline, str]:
    """The test in the order in which it is done, its timeline, and how to answer it; without `presses` only keys are
    heard. KeyError for an id that is not known.
    """
    test = catalogue.tests[ident]
    if afterwards:
        test = asked_afterwards(test, partial(notice, language))
    how = how_it_is_answered(language, afterwards=afterwards, presses=presses)
    return test, compile_test(test, catalogue, language.tag), how
