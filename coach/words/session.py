"""A session in words: what its parts are called."""

from __future__ import annotations

from coach.session.timeline import Interval
from coach.words.language import ENGLISH, Language


def interval_name(interval: Interval, language: Language = ENGLISH) -> str:
    """The name of what `interval` is, without its exercise; the same on every screen."""
    match interval.kind:
        case "prepare":
            return language.translate("Session", "Get ready")
        case "work":  # without an exercise, as in a test
            return language.translate("Session", "Hold")
        case "rest":
            return language.translate("Session", "Rest")
        case "switch":
            return language.translate("Session", "Other side")
        case "between":
            return language.translate("Session", "Change over")
        case "say" if interval.wait:
            return language.translate("Session", "Your turn")
        case "say":
            return language.translate("Session", "Listen")
