"""What a session was of, by its title."""

from __future__ import annotations

from collections.abc import Mapping

from coach.content.catalogue import Catalogue
from coach.content.model import Exercise, Routine, Test
from coach.progression.focus import FOCUS
from coach.session.planned import routine_of
from coach.words.language import ENGLISH, Language
from coach.words.library import focus_title, say


def title_of(catalogue: Catalogue, kind: str, target: str, language: Language = ENGLISH) -> str:
    """The title of the routine (as a plan has it, too, or put together for focus areas), test or exercise of this id;
    the id itself where nothing has it any more.
    """
    ident = routine_of(target)
    known: Mapping[str, Mapping[str, Routine | Test | Exercise]] = {
        "routine": catalogue.routines,
        "test": catalogue.tests,
        "exercise": catalogue.exercises,
    }
    found = known.get(kind, {}).get(ident)
    if found is not None:
        return say(found.title, language)
    return say(focus_title(language), language) if (kind, ident) == ("routine", FOCUS) else ident
