"""What a lesson speaks of, so that a reader goes on from there: by its figures, and by the titles that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from coach.content.lesson import Pictured, opened
from coach.content.model import Lesson

if TYPE_CHECKING:
    from coach.content.catalogue import Catalogue

_LEAST_WORDS = 2  # a title of one word, as "Walk" is, may stand in any sentence


class Mention(NamedTuple):
    """A thing of the library, by its kind and id."""

    kind: Literal["test", "routine", "exercise", "plan"]
    id: str


def mentions(catalogue: Catalogue, lesson: Lesson) -> tuple[Mention, ...]:
    """The tests, routines, plans and exercises that `lesson` speaks of, each once, in this order and in that of the
    library: whose figure it shows, or whose title of two words or more stands in it.
    """
    shown = {part.figure for part in opened(lesson, lesson.body) if isinstance(part, Pictured)}
    text = re.sub(r"\s+", " ", lesson.body).casefold()

    def is_named(title: object) -> bool:
        words = str(title).casefold()
        return len(words.split()) >= _LEAST_WORDS and re.search(rf"\b{re.escape(words)}\b", text) is not None

    found = [
        Mention("test", test.id)
        for test in catalogue.tests.values()
        if is_named(test.title) or shown & {test.figures.wall, test.figures.step}
    ]
    found += [Mention("routine", one.id) for one in catalogue.routines.values() if is_named(one.title)]
    found += [Mention("plan", one.id) for one in catalogue.plans.values() if is_named(one.title)]
    found += [
        Mention("exercise", one.id)
        for one in catalogue.exercises.values()
        if one.figure in shown or is_named(one.title)
    ]
    return tuple(found)
