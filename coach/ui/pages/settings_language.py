"""Settings of the language: the system's, or one of those that are complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from coach.languages.choosing import SYSTEM
from coach.settings import LANGUAGE
from coach.ui.look.theme import Look
from coach.ui.pages.settings_rows import setting_row, telling_row
from coach.ui.widgets.segmented import Segmented
from coach.ui.words import common as words
from coach.words import languages

if TYPE_CHECKING:
    from coach.wiring import Parts


def language_row(parts: Parts, look: Look, column: QVBoxLayout) -> Segmented | None:
    """The row of the language, and what chooses it; None where there is nothing to choose from, which the row tells.

    What stands in a window is not said again: a choice is kept, and spoken by the next window.
    """
    title = words.LANGUAGE.translate("LanguageRow", "Language")
    if len(parts.languages) == 1:
        telling_row(look, column, title, languages.is_the_only_one(words.LANGUAGE))
        return None
    system = words.LANGUAGE.translate("LanguageRow", "System")
    choices = [(SYSTEM, system), *((one.tag, languages.own_name(one)) for one in parts.languages)]
    kept = parts.store.get(LANGUAGE)
    known = kept if kept in dict(choices) else parts.language.tag  # one that is offered no more
    chosen = Segmented(look, title, choices, known)
    note = languages.as_the_system(words.LANGUAGE, parts.language_of_system)
    told = setting_row(look, column, title, f"{note} {languages.from_the_next_start(words.LANGUAGE)}", chosen)
    chosen.setAccessibleDescription(told.text())
    chosen.chosen.connect(lambda tag: parts.store.keep(LANGUAGE, tag))
    return chosen
