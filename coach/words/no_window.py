"""Why no window can open on this machine, in words: half a sentence, what to type at its end."""

from __future__ import annotations

from coach.bootstrap.display import NoWindow
from coach.words.language import ENGLISH, Language
from coach.words.sentences import comma_list

_NAMED = 3
"""Libraries that are named before the rest is counted: a bare system lacks 25, and what is to be typed has them all."""


def said(why: NoWindow, language: Language = ENGLISH) -> str:
    """To stand after a colon."""
    match why.what:
        case "no-display":
            return language.translate("NoWindow", "there is no display here")
        case "lacks-libraries":
            names = why.name.split(", ")
            if len(names) <= _NAMED + 1:
                told = language.translate("NoWindow", "the window needs {names}; to have all of it: {command}")
                return told.format(names=why.name, command=why.command)
            more = len(names) - _NAMED
            told = language.translate(
                "NoWindow",
                "the window needs {names} and %n more of the system's libraries; to have all of it: {command}",
                "the window needs {names} and 1 more of the system's libraries; to have all of it: {command}",
                more,
            )
            return told.format(names=comma_list(names[:_NAMED], language), command=why.command)
        case "display-silent":
            return language.translate("NoWindow", "the display {name} does not answer").format(name=why.name)


def no_card(why: NoWindow, language: Language = ENGLISH) -> str:
    """Why a reminder is not drawn."""
    told = language.translate("NoWindow", "no card can be drawn: {why}")
    return told.format(why=said(why, language))
