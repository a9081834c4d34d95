"""What stands under and beside the questions of the terminal: what its keys do, and what is asked there alone.

Keys are values: they are the same in every language.
"""

from __future__ import annotations

from coach.words.language import Language
from coach.words.numbers import number


def back(language: Language, key: str) -> str:
    """What leads to the question before."""
    return language.translate("Asking", "{key} back").format(key=key)


def leave(language: Language, key: str) -> str:
    """What leaves the questions."""
    return language.translate("Asking", "{key} leave").format(key=key)


def more(language: Language, page: int, pages: int) -> str:
    """That the answers go on on another page."""
    return language.translate("Asking", "space more ({n} of {all})").format(n=page, all=pages)


def skips(language: Language) -> str:
    """That a question may be left unanswered."""
    return language.translate("Asking", "Enter skips")


def escape_leaves(language: Language) -> str:
    """What leaves where every letter is text."""
    return language.translate("Asking", "Escape leaves")


def goes_on(language: Language) -> str:
    """What turns a page of text."""
    return language.translate("Asking", "any key goes on")


def ticks(language: Language) -> tuple[str, str]:
    """What ticks a fact, and what ends the ticking."""
    return language.translate("Asking", "number ticks"), language.translate("Asking", "Enter goes on")


def this_hurts(language: Language) -> str:
    """The answer that something hurts."""
    return language.translate("Asking", "this hurts")


def a_number(language: Language, low: float, high: float) -> str:
    """Which number is wanted."""
    told = language.translate("Asking", "A number from {low} to {high}, then Enter.")
    return told.format(low=number(low, language), high=number(high, language))


def a_line(language: Language) -> str:
    """How a line of text is given."""
    return language.translate("Asking", "Type it, then Enter. Enter leaves what stands there.")


def yes(language: Language) -> str:
    """The answer."""
    return language.translate("Asking", "yes")


def no(language: Language) -> str:
    """The answer."""
    return language.translate("Asking", "no")


def done(language: Language) -> str:
    """That nothing more is to be picked."""
    return language.translate("Asking", "done")


# --- before the first session ---


def before_you_begin(language: Language) -> str:
    """The title of the safety questions."""
    return language.translate("Asking", "Before you begin")


def true_of_you(language: Language) -> str:
    """The title of the conditions."""
    return language.translate("Asking", "What is true of you")


def first_conditions(language: Language) -> str:
    """Whether to tell conditions now."""
    return language.translate(
        "Asking",
        "Some exercises are to be looked at first with some conditions. Do you want to tell yours now?",
    )


def is_cleared(language: Language) -> str:
    """Of a condition."""
    return language.translate("Asking", "Has a professional said that you may do such exercises?")


def is_checked(language: Language) -> str:
    """Of an answer to the safety questions."""
    return language.translate("Asking", "Has a professional checked this?")


def again(language: Language) -> str:
    """Whether to answer anew what locks."""
    return language.translate("Asking", "Do you want to answer the questions again now?")


def begin(language: Language) -> str:
    """After an advice."""
    return language.translate("Asking", "Is that understood, and do you want to begin?")


def stop_at_once(language: Language) -> str:
    """What stands above the stop rules."""
    return language.translate("Asking", "Stop at once with any of these:")


# --- of the person ---


def how_old(language: Language) -> str:
    """The age, after a test that measured the head's distance."""
    return language.translate(
        "Asking", "How old are you? What the distance means depends on it. Optional, and asked once."
    )


def is_shorter(language: Language) -> str:
    """Whether the person has lost height."""
    return language.translate("Asking", "Have you become shorter than you were?")


def not_shorter(language: Language) -> str:
    """The answer that says no, or nothing."""
    return language.translate("Asking", "no, or I would rather not say")


def morning_after(language: Language) -> str:
    """The title of the question how the morning was."""
    return language.translate("Asking", "The morning after")
