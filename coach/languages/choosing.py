"""Which language the program speaks: the person's choice, else the system's where we have all of it, else English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from coach.content.catalogue import Catalogue
from coach.languages import files
from coach.languages.untranslated import untranslated
from coach.pseudo import TAG as PSEUDO
from coach.words.language import ENGLISH, Language
from coach.words.pseudo import PseudoLanguage
from coach.words.translated import Translated

SYSTEM = "system"
"""The setting that follows the system."""


def offered(catalogue: Catalogue, folder: Path = files.FOLDER) -> tuple[str, ...]:
    """English, and each language that has words for everything that is shipped. Nothing is looked through where there
    is no translation at all.
    """
    return (ENGLISH.tag, *(tag for tag in files.tags(folder) if is_complete(tag, catalogue, folder)))


def is_complete(tag: str, catalogue: Catalogue, folder: Path = files.FOLDER) -> bool:
    """Whether the program can speak this language with no word of English between: safety texts above all."""
    try:
        faults = [*files.unfinished(tag, folder), *files.misplaced(tag, folder)]
        has_our_words = not faults and files.compiled(tag, folder) is not None
    except (OSError, ValueError):
        return False
    return has_our_words and next(untranslated(catalogue, tag), None) is None


def chosen(setting: str, wishes: Iterable[str], can_be: Callable[[str], bool]) -> str:
    """The tag of the language: what is set where it can be had, else the first wish that can, else English. Only
    what is wished for is asked of `can_be`, which may take its time.

    >>> chosen("system", ["fr", "de"], ["de"].__contains__), chosen("de", ["fr"], [].__contains__)
    ('de', 'en')
    """
    for tag in wishes if setting == SYSTEM else (setting,):
        if tag == ENGLISH.tag or can_be(tag):
            return tag
    return ENGLISH.tag


def language_named(tag: str, folder: Path = files.FOLDER) -> Language:
    """The language of a tag, however much of it is there. KeyError where there is nothing."""
    if tag == ENGLISH.tag:
        return ENGLISH
    if tag == PSEUDO:
        return PseudoLanguage()
    file = files.compiled(tag, folder) if tag in files.tags(folder) else None
    if file is None:
        raise KeyError(tag)
    return Translated(tag, file)
