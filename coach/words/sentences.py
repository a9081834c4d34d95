"""How a language joins texts of its own: lists with "and", and a sentence that stands within another.

Which letters are large within a sentence differs: in German a noun keeps its large letter. What is lowered here is so
only where the language says that it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach.words.language import ENGLISH, Language


def lowered(text: str, language: Language = ENGLISH) -> str:
    """A text as it stands behind a colon or within a sentence: with a small first letter, where the language does so.

    >>> lowered("Not yet done"), lowered("")
    ('not yet done', '')
    """
    return text[:1].lower() + text[1:] if _lowers(language) else text


def raised(text: str) -> str:
    """A text as it begins a sentence.

    >>> raised("every day")
    'Every day'
    """
    return text[:1].upper() + text[1:]


def comma_list(things: Iterable[str], language: Language = ENGLISH) -> str:
    """`a band, a mat, a chair`: what is named without an "and".

    >>> comma_list(["a band", "a mat", "a chair"])
    'a band, a mat, a chair'
    """
    told = language.translate("Sentences", "{first}, {second}", "of a list without an and: what stands between two")
    between = told.format(first="", second="")
    return between.join(things)


def apart_list(things: Iterable[str], language: Language = ENGLISH) -> str:
    """`Neck 4; Between the blades 6`: what is named where commas stand within.

    >>> apart_list(["Neck, left", "Jaw"])
    'Neck, left; Jaw'
    """
    told = language.translate("Sentences", "{first}; {second}", "of a list without an and: what stands between two")
    between = told.format(first="", second="")
    return between.join(things)


def and_list(things: Sequence[str], language: Language = ENGLISH) -> str:
    """`a band, a mat and a chair`.

    >>> and_list(["a band"]), and_list(["a band", "a mat", "a chair"])
    ('a band', 'a band, a mat and a chair')
    """
    if len(things) < 2:
        return "".join(things)
    told = language.translate("Sentences", "{first} and {last}")
    return told.format(first=comma_list(things[:-1], language), last=things[-1])


def or_list(things: Sequence[str], language: Language = ENGLISH) -> str:
    """`a band, a mat or a chair`.

    >>> or_list(["a band"]), or_list(["a band", "a mat", "a chair"])
    ('a band', 'a band, a mat or a chair')
    """
    if len(things) < 2:
        return "".join(things)
    told = language.translate("Sentences", "{first} or {last}")
    return told.format(first=comma_list(things[:-1], language), last=things[-1])


def joined(texts: Sequence[str]) -> str:
    """Sentences after one another, each with its end; empty ones are left out.

    >>> joined(["Paused", "", "Ready?"])
    'Paused. Ready?'
    """
    return " ".join(text if text.endswith((".", "?", "!", ":")) else f"{text}." for text in texts if text)


def _lowers(language: Language) -> bool:
    return (
        language.translate("Sentences", "small", "small, or as it is: a word's first letter behind a colon") == "small"
    )
