"""Why a routine is put first, in a few words above its name."""

from __future__ import annotations

from coach.today.suggestion import Reason
from coach.words.language import Language


def reason(language: Language, why: Reason) -> str:
    """What stands above a suggested routine."""
    match why:
        case "focus-areas":
            return language.translate("Suggestions", "From your wall test")
        case "for-desk":
            return language.translate("Suggestions", "For the desk, as you wanted")
        case "for-running":
            return language.translate("Suggestions", "For running, as you wanted")
        case "good-start":
            return language.translate("Suggestions", "A good start")
        case "every-day":
            return language.translate("Suggestions", "For every day")
        case "done-today":
            return language.translate("Suggestions", "Done today. Once more, if you like")
