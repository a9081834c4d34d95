"""The reasons to be quiet, in words: the only table of them."""

from __future__ import annotations

from collections.abc import Iterable

from coach.reminders.quiet import QuietReason
from coach.values import dataclass
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list, raised


@dataclass(frozen=True, slots=True)
class _Words:
    """`holds`: that it is so; `name`: where there is room for little more."""

    holds: str
    name: str = ""


def reason(key: QuietReason, language: Language = ENGLISH) -> str:
    """That a reason holds: `the camera is in use`."""
    return _words(key, language).holds


def reasons(keys: Iterable[QuietReason], language: Language = ENGLISH) -> str:
    """The same of several, joined."""
    return comma_list((reason(key, language) for key in keys), language)


def name(key: QuietReason, language: Language = ENGLISH) -> str:
    """A reason as the name of a state: `Camera`; of those that have none, that it holds."""
    words = _words(key, language)
    return words.name or raised(words.holds)


def _words(key: QuietReason, language: Language) -> _Words:
    match key:
        case "session":
            return _Words(language.translate("Quiet", "a session is running"))
        case "do-not-disturb":
            return _Words(
                language.translate("Quiet", "do not disturb is on"),
                language.translate("Quiet", "Do not disturb"),
            )
        case "full-screen":
            return _Words(
                language.translate("Quiet", "a program fills the screen"),
                language.translate("Quiet", "Full screen"),
            )
        case "camera":
            return _Words(
                language.translate("Quiet", "the camera is in use"),
                language.translate("Quiet", "Camera"),
            )
        case "paused":
            return _Words(language.translate("Quiet", "you paused the reminders"))
        case "away":
            return _Words(language.translate("Quiet", "you are away"))
        case "another":
            return _Words(language.translate("Quiet", "another reminder is open"))
        case "outside-hours":
            return _Words(
                language.translate("Quiet", "outside its hours"), name=language.translate("Quiet", "Outside hours")
            )
        case "not-today":
            return _Words(language.translate("Quiet", "not on this day"))
        case "limit":
            return _Words(language.translate("Quiet", "it came as often as it may today"))
        case "locked":
            return _Words(language.translate("Quiet", "your answers to the safety questions keep it back"))
