"""How was the morning after? Asked before the menu, while it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from coach.progression.past import Morning
from coach.terminal.ask import Asker
from coach.today.morning import morning_to_ask
from coach.words import asking
from coach.words import today as words
from coach.words.titles import title_of

if TYPE_CHECKING:
    from coach.wiring import Parts

LATER = "n"


def ask_morning(asker: Asker, parts: Parts) -> bool:
    """Ask about the morning after the last session, where that is due, and say what follows. Whether it may be asked
    again in this sitting: not where it was left for later. Left.
    """
    session = morning_to_ask(parts.store, parts.clock.wall())
    if session is None:
        return True
    language, heading = asker.language, asking.morning_after(asker.language)
    title = title_of(parts.library.catalogue, session.kind, session.target, language)
    answers: dict[str, Morning] = dict(zip("123", get_args(Morning), strict=True))
    options = [(key, words.morning_answer(language, answer)) for key, answer in answers.items()]
    later = (LATER, words.not_now(language))
    key = asker.choose(heading, words.morning(language, session, title), [*options, later])
    if key == LATER:
        return False
    parts.store.tell_morning(session.uid, answers[key])
    asker.read(heading, [words.after_morning(language, session, answers[key])])
    return True
