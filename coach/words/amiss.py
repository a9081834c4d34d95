"""What is wrong with a value that somebody typed into a form, and what to do instead."""

from __future__ import annotations

from typing import assert_never

from coach.content import units
from coach.content.amiss import Amiss, LongText, NobodyAsks, Plain, Twice, Unseen
from coach.content.reminder_file import Fault
from coach.words import dates
from coach.words.language import Language


def fault(language: Language, wrong: Fault) -> str:
    """What is wrong, in the person's language; the line of `check`, which is English, where it is the file's alone."""
    if wrong.amiss is not None:
        return amiss(language, wrong.amiss)
    told = language.translate("Amiss", "The file does not go with it. In English: {problem}")
    return told.format(problem=f"{wrong.key}: {wrong.text}" if wrong.key else wrong.text)


def amiss(language: Language, what: Amiss) -> str:
    """One fault, as a sentence or two."""
    match what:
        case LongText(characters, most):
            return language.translate(
                "Amiss",
                "This is %n characters long. At most {most} have room.",
                "This is 1 character long. At most {most} have room.",
                characters,
            ).format(most=most)
        case Unseen(code):
            return language.translate(
                "Amiss", "There is a character in it that cannot be seen, {code}. Type the words anew."
            ).format(code=f"U+{code:04X}")
        case Twice(written):
            told = language.translate("Amiss", "{what} stands here twice. Take one of them out.")
            return told.format(what=_as_told(written, language))
        case NobodyAsks("standing"):
            return language.translate("Amiss", "No message asks to stand. Turn one round, or add one.")
        case NobodyAsks(_):
            return language.translate("Amiss", "No message asks to sit. Turn one round, or add one.")
        case _:
            return _plain(language, what)


def _as_told(written: str, language: Language) -> str:
    """A time of day as the language has it; anything else as it is written."""
    try:
        return dates.of_day(units.clock_time(written), language)
    except units.Wrong:
        return written


def _plain(language: Language, what: Plain) -> str:
    match what:
        case "empty-text":
            return language.translate("Amiss", "Nothing is written here. Write something.")
        case "empty-list":
            return language.translate("Amiss", "There is none here. Add one at least.")
        case "no-position":
            return language.translate("Amiss", "The other messages ask to sit or to stand, this one does not.")
        case "too-large":
            return language.translate("Amiss", "All of it together is too long. Write less.")
        case "many-more":
            return language.translate("Amiss", "There is more like this. Mend what is told first.")
        case _:
            assert_never(what)
