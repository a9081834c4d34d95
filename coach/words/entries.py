"""What a desktop shows of the program where it lists programs: in its menu, and among those that start at a login."""

from __future__ import annotations

from coach.desktop.linux_menu import Listed
from coach.words.language import ENGLISH, Language


def in_the_menu(language: Language = ENGLISH) -> Listed:
    """The words of its entry."""
    keywords = language.translate(
        "Entries", "posture;exercise;stretch;break;reminder;back", "what a person may search for, with ; between"
    )
    return Listed(
        language.translate("Entries", "Exercise coach"),
        language.translate("Entries", "Wall posture test, guided routines and reminders at the desk"),
        tuple(keywords.split(";")),
    )


def at_login(language: Language = ENGLISH) -> str:
    """What it is that starts at a login."""
    return language.translate("Entries", "Reminders at the desk")
