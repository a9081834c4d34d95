"""Why a routine or an exercise by itself does not begin for this person now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.words.language import ENGLISH, Language
from coach.words.progression import why_not_alone, why_nothing_left

if TYPE_CHECKING:
    from coach.wiring.parts import Parts


def why_not(parts: Parts, kind: str, ident: str, language: Language = ENGLISH) -> str:
    """In a sentence; empty where it may begin, as far as conditions and a worse morning go. KeyError for a routine that
    is not known.
    """
    catalogue = parts.library.catalogue
    if kind == "exercise":
        alone = parts.doses.alone(ident, catalogue, parts.clock.wall())
        return "" if alone is None else why_not_alone(language, alone, catalogue.exercises)
    own = parts.own(ident) if kind == "routine" else None
    return why_nothing_left(language, own, catalogue.exercises) if own is not None and own.is_empty else ""
