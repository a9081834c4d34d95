"""A language by its tag, for the program that only waits: nothing is looked through, and nothing made, to have it."""

from __future__ import annotations

from pathlib import Path

from coach.pseudo import TAG as PSEUDO
from coach.words.language import ENGLISH, Language
from coach.words.pseudo import PseudoLanguage
from coach.words.translated import Translated

FOLDER = Path(__file__).resolve().parent.parent / "translations"
"""Of the shipped languages: TAG.qm is what is spoken."""


def spoken(tag: str, folder: Path = FOLDER) -> Language:
    """The language of a tag; English where its file is not there, or is none."""
    if tag == PSEUDO:
        return PseudoLanguage()
    try:
        return ENGLISH if tag == ENGLISH.tag else Translated(tag, folder / f"{tag}.qm")
    except (OSError, ValueError):
        return ENGLISH
