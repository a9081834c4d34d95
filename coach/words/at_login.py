"""Whether the reminders start with the computer, in words."""

from __future__ import annotations

from coach.desktop.at_login import Entry, OtherProgramError
from coach.desktop.how import NotHadError
from coach.words import how_known
from coach.words.language import ENGLISH, Language


def sentence(entry: Entry, language: Language = ENGLISH) -> str:
    """What holds now, and what to do where nothing would start; a sentence or two."""
    why = "" if entry.why is None else how_known.one(entry.why, language)
    text = _state(entry, language).format(program=entry.program, where=entry.where, reason=why)
    if entry.unread_by and entry.state == "on":
        note = language.translate(
            "AtLogin", "{desktop} by itself starts nothing from there: have its own configuration start it."
        )
        text = f"{text} {note.format(desktop=entry.unread_by)}"
    return text


def failed(error: OSError, language: Language = ENGLISH) -> str:
    """That it could not be changed, and why: what the system says of an error keeps its words."""
    told = reason(error, language)
    told = f"{error.filename}: {told}" if error.filename else told
    return language.translate("AtLogin", "It could not be changed: {reason}.").format(reason=told)


def reason(error: OSError, language: Language = ENGLISH) -> str:
    """Why a file of ours could not be written, as half a sentence."""
    if isinstance(error, NotHadError):
        return how_known.one(error.how, language)
    if isinstance(error, OtherProgramError):
        return language.translate("AtLogin", "it starts another program")
    return error.strerror or str(error)


def _state(entry: Entry, language: Language) -> str:
    match entry.state:
        case "on":
            return language.translate("AtLogin", "On: the reminders start when you log in, without a window.")
        case "off":
            return language.translate("AtLogin", "Off: the reminders run from when you start the program.")
        case "gone":
            return language.translate(
                "AtLogin",
                "On, but nothing starts: {program} is gone. Switch it on again and the program that runs now starts.",
            )
        case "other":
            return language.translate(
                "AtLogin",
                "Off: {where} starts another program ({program}) and is left as it is. Give that another name first.",
            )
        case _:
            return language.translate("AtLogin", "Unknown: {reason}.")
