"""What becomes of the program when its window is closed on a desktop that shows no icons, in words."""

from __future__ import annotations

from coach.settings import WithoutTray
from coach.words.language import ENGLISH, Language


def name(way: WithoutTray | None, language: Language = ENGLISH) -> str:
    """What a button or a choice says; None: it is asked."""
    match way:
        case "go-on":
            return language.translate("WithoutTray", "Go on without a window")
        case "minimise":
            return language.translate("WithoutTray", "Keep it minimised")
        case "end":
            return language.translate("WithoutTray", "End")
        case _:
            return language.translate("WithoutTray", "Ask")


def note(way: WithoutTray, language: Language = ENGLISH) -> str:
    """What becomes of the reminders then."""
    match way:
        case "go-on":
            return language.translate(
                "WithoutTray", "Reminders come as before. Start Posture Coach again and the window is back."
            )
        case "minimise":
            return language.translate("WithoutTray", "Reminders come as before. The window waits in the task bar.")
        case _:
            return language.translate("WithoutTray", "No reminders until you start Posture Coach again.")
