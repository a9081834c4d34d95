"""What may be chosen for an exercise of a routine, in words."""

from __future__ import annotations

from coach.progression.choosing import Option
from coach.progression.ladder import Rung, amount
from coach.words import durations
from coach.words.language import Language
from coach.words.library import say


def choice(language: Language, option: Option) -> str:
    """A choice as a button says it: `Easier: half as much`, `As in the file`."""
    match option.what:
        case "easier" | "down":
            return language.translate("Choosing", "Easier: {what}").format(what=what_of(language, option.rung))
        case "harder" | "up":
            return language.translate("Choosing", "Harder: {what}").format(what=what_of(language, option.rung))
        case "reset":
            return language.translate("Choosing", "As in the file")
        case "hold":
            return language.translate("Choosing", "Hold here")


def chosen(language: Language, option: Option, title: str) -> str:
    """What was chosen for an exercise, once it is kept."""
    match option.what:
        case "hold":
            told = language.translate("Choosing", "{exercise} stays as it is until you choose harder.")
        case "reset":
            told = language.translate("Choosing", "{exercise} is as in the file from now on.")
        case _:
            told = language.translate("Choosing", "{exercise} from now on: {what}.")
    return told.format(exercise=title, what=what_of(language, option.rung))


def what_of(language: Language, rung: Rung | None) -> str:
    """What a choice makes of an exercise: `10 repetitions`, `half as much`; empty where it leaves it as it is."""
    if rung is None:
        return ""
    count = amount(rung.dose.settled(), rung.key or "") or 0.0
    match rung.key:
        case "reps":
            return durations.counted(count, "repetition", language)
        case "sets":
            return durations.counted(count, "set", language)
        case "hold":
            return language.translate("Choosing", "held for {time}").format(time=durations.short(count, language))
        case "for":
            return durations.short(count, language)
        case "half":
            return language.translate("Choosing", "half as much")
        case None:
            return language.translate("Choosing", "as in the file")
        case _:
            return say(rung.exercise.title, language)
