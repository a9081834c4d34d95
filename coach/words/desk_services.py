"""What this desktop tells and does for the program, in words, for `doctor` and Settings: how each thing is known, or
that it is unknown and what follows.
"""

from __future__ import annotations

from coach.desktop.protocol import Service, Told
from coach.reminders.quiet import SEEN
from coach.words import how_known, quiet
from coach.words.language import ENGLISH, Language


def name(service: Service, language: Language = ENGLISH) -> str:
    """What it is about."""
    match service:
        case "idle":
            return language.translate("DeskServices", "Time away")
        case "awake":
            return language.translate("DeskServices", "Screen kept on")
        case "lock":
            return language.translate("DeskServices", "Locked screen")
        case "media-keys":
            return language.translate("DeskServices", "Media keys")
        case "screen-reader":
            return language.translate("DeskServices", "Screen reader")
        case "reminder-key":
            return language.translate("DeskServices", "Key to the reminder")
        case "less-motion":
            return language.translate("DeskServices", "Less motion")
        case _:
            return quiet.name(service, language)


def sentence(told: Told, language: Language = ENGLISH) -> str:
    """How it is known and what the program does with it, or that it is unknown and what follows; without a full stop.

    Several who do it are named one after the other; where nobody does, why each does not.
    """
    text = _known(told.service, language) if told.is_known else _unknown(told.service, language)
    how = how_known.said(told.how, language, between=", " if told.is_known else "; ")
    return text.format(how=how, reason=_reason(told.service, language))


def idle_unknown(language: Language = ENGLISH) -> str:
    """What follows where nobody knows whether the person is there, as a sentence."""
    return language.translate(
        "DeskServices", "Whether you are away is unknown here: all time counts as time at the desk."
    )


def _known(service: Service, language: Language) -> str:
    match service:
        case "idle":
            return language.translate("DeskServices", "known ({how}); breaks away from the desk count by themselves")
        case "awake":
            return language.translate("DeskServices", "possible ({how}); the screen stays on while a session runs")
        case "lock":
            return language.translate("DeskServices", "known ({how}); a locked screen counts as time away")
        case "media-keys":
            return language.translate("DeskServices", "possible ({how}); they pause a session and go on")
        case "screen-reader":
            return language.translate("DeskServices", "known ({how}); who speaks in a session is asked where one runs")
        case "reminder-key":
            return language.translate("DeskServices", "possible ({how}); one that you choose leads to what waits")
        case "less-motion":
            return language.translate("DeskServices", "known ({how}); it holds here until you choose in Settings")
        case _:
            return language.translate("DeskServices", "known ({how}); reminders wait while {reason}")


def _unknown(service: Service, language: Language) -> str:
    match service:
        case "idle":
            return language.translate("DeskServices", "unknown ({how}); all time counts as time at the desk")
        case "awake":
            return language.translate("DeskServices", "not possible ({how}); the screen may go dark in a session")
        case "lock":
            return language.translate("DeskServices", "unknown ({how}); only what is not touched counts as time away")
        case "media-keys":
            return language.translate("DeskServices", "not possible ({how}); a session has its own keys alone")
        case "screen-reader":
            return language.translate("DeskServices", "unknown ({how}); who speaks in a session is set in Settings")
        case "reminder-key":
            return language.translate("DeskServices", "not possible ({how}); a reminder is answered on Reminders")
        case "less-motion":
            return language.translate("DeskServices", "unknown ({how}); how much moves is set in Settings")
        case _:
            return language.translate("DeskServices", "unknown ({how}); reminders come even while {reason}")


def _reason(service: Service, language: Language) -> str:
    """That what is watched for holds; of what is no reason to be quiet nothing."""
    return next((quiet.reason(reason, language) for reason in SEEN if reason == service), "")
