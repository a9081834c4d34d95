"""What is said while the answers to the safety questions keep somebody from exercising. Kind, with the way out."""

from __future__ import annotations

from coach.today.standing import Standing
from coach.words import dates, library
from coach.words.language import Language


def heading(language: Language, *, is_emergency: bool) -> str:
    """Help at once reads unlike an appointment."""
    if is_emergency:
        return language.translate("Safety", "Get help now.")
    return language.translate("Safety", "Not today.")


def locked(language: Language, standing: Standing) -> str:
    """`By your answers of 14 May: Do not exercise. Contact a doctor today.` Empty where nothing locks."""
    if standing.locked is None or standing.answered is None:
        return ""
    told = language.translate("Safety", "By your answers of {date}: {what_to_do}")
    date = dates.short_date(standing.answered, language)
    return told.format(date=date, what_to_do=library.say(standing.locked.say, language))


def way_out(language: Language, *, is_emergency: bool) -> str:
    """How exercises come back."""
    if is_emergency:
        return language.translate("Safety", "Once you were seen and it is over, answer the questions again.")
    return language.translate("Safety", "Have it checked. Then say so here: each question can be answered again.")


def where(language: Language) -> str:
    """Where to answer again."""
    return language.translate("Safety", "That is under Safety in Settings, or 'posture-coach safety ask'.")


def refusal(language: Language, standing: Standing) -> str:
    """Why nothing begins and nothing is exported now, and what to do."""
    parts = (locked(language, standing), way_out(language, is_emergency=standing.is_emergency), where(language))
    return " ".join(parts)
