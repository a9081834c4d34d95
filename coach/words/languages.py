"""The language that the program speaks, as the settings and `doctor` tell of it."""

from __future__ import annotations

from coach.words.language import Language


def own_name(language: Language) -> str:
    """The language's name in itself, which who speaks it finds in any list: `English`, `Deutsch`."""
    return language.translate("Languages", "English", "the name of this language, in itself")


def as_the_system(language: Language, now: Language) -> str:
    """What following the system comes to now: `System follows the desktop, ...: now Deutsch.`"""
    told = language.translate(
        "Languages", "System follows the desktop, as far as a language is complete: now {language}."
    )
    return told.format(language=own_name(now))


def cannot_be_spoken(language: Language, named: str, variable: str) -> str:
    """That the environment's `variable` names a language of which there is nothing, and which one is spoken."""
    told = language.translate("Languages", "There is no language {named}, as {variable} has it; {language} is spoken.")
    return told.format(named=named, variable=variable, language=own_name(language))


def from_the_next_start(language: Language) -> str:
    """When a choice takes effect."""
    return language.translate("Languages", "Another language is spoken from the next time this window is opened.")


def is_the_only_one(language: Language) -> str:
    """Why there is nothing to choose."""
    told = language.translate("Languages", "{language}. Others can be chosen here as soon as they are complete.")
    return told.format(language=own_name(language))
