"""How was the morning after? Asked before the menu, while it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from coach.progression.past import Morning
from coach.terminal.ask import Asker
from coach.today.morning import morning_to_ask
from coach.words import today as words
from coach.words.language import ENGLISH
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts

TITLE = "The morning after"
LATER = "n"


def ask_morning(asker: Asker, parts: Parts) -> bool:
    """Ask about the morning after the last session, where that is due, and say what follows. Whether it may be asked
    again in this sitting: not where it was left for later. Left.
    """
    session = morning_to_ask(parts.store, parts.clock.wall())
    if session is None:
        return True
    title = title_of(parts.library.catalogue, session.kind, session.target)
    answers: dict[str, Morning] = dict(zip("123", get_args(Morning), strict=True))
    options = [(key, words.morning_answer(ENGLISH, answer)) for key, answer in answers.items()]
    later = (LATER, words.not_now(ENGLISH))
    key = asker.choose(TITLE, words.morning(ENGLISH, session, title), [*options, later])
    if key == LATER:
        return False
    parts.store.tell_morning(session.uid, answers[key])
    asker.read(TITLE, [words.after_morning(ENGLISH, session, answers[key])])
    return True
