"""A text as it is read aloud: "8 x 5 s" becomes "8 times 5 seconds". For English; others are read as they stand.

The voice reads plain numbers itself. What it cannot know is put in words here: the notation of doses, units, ranges and
shares (coach.sound.voice.notation), letters that stand alone, marks that are not spoken.
"""

from __future__ import annotations

import re
import unicodedata

from coach.sound.voice.notation import AMOUNTS, DOSE, NOTATION, Rule

_ABBREVIATIONS = {"e.g.": "for example", "i.e.": "that is", "approx.": "about", "vs.": "versus", "etc.": "and so on"}
_ABBREVIATION = re.compile("|".join(map(re.escape, _ABBREVIATIONS)), re.IGNORECASE)
_LONG_DASH = re.compile(r"(?<=\d)—(?=\d)")
_MINUS = re.compile("−")  # the sign itself, which the voice leaves out
_SYMBOLS = {
    " / ": ", ",
    "->": ", ",
    ">=": " at least ",
    "<=": " at most ",
    ">": " more than ",
    "<": " less than ",
    "%": " percent",
    "&": " and ",
    "→": ", ",
    "•": ", ",
    "*": " ",
    "_": " ",
    "#": " number ",
    "~": " about ",
    "≈": " about ",
    "≤": " at most ",
    "≥": " at least ",
    "±": " plus or minus ",
}
_SYMBOL = re.compile(rf"\s?({'|'.join(map(re.escape, _SYMBOLS))})")

# "No." is a whole answer and never short for number, though engines take it for that: "If it hurts, no. Stop at once."
_NO = re.compile(r"\b(no)\.(?!\.)(?=(\w)?)", re.IGNORECASE)
_NO_TRAILS_OFF = re.compile(r"\b(no)\.{2,}", re.IGNORECASE)

# A stop behind a lone capital is taken for that of an initial and swallowed: "Prone T. 2 sets" is heard as "prone T2".
_LETTER_STOPS = re.compile(r"(?<![\w.'’])([A-Z][)\"”’']*)\.(?=\s+\S)")
_LETTER_AND_DOSE = re.compile(rf"(?<=[a-z] )([A-Z]) (?={DOSE})")
_HUNDRED_OR_FIFTY = re.compile(
    r"\b(class|grade|level|part|phase|round|section|stage|type) ([CL])\b(?!['’])", re.IGNORECASE
)
_LETTERS = re.compile(r"(?<![\w'’])([B-HJ-LN-TV-Z])s\b(?!['’])")  # As, Is, Ms and Us are words
_WORD_OR_LETTERS = re.compile(r"(?<![\w'’])([AI])s(?=(?:, (?:and |or )?| and | or )[A-Z](?:'s|s)\b)")
_AFTER_LETTERS = re.compile(r"(?<=[A-Z]'s)((?:,| and| or|, and|, or) )([AI])s\b(?!['’])")
_LETTERS_IN_ONE = re.compile(r"(?<![\w/])[AILTWY](?:/[AILTWY])+(?![\w/])")
_SIDES = re.compile(r"(?<![\w/])(?:(L/R)|R/L)(?![\w/])")
_ONE_OR_MORE = re.compile(r"\b([A-Za-z]{2,})\((e?s)\)")
_LEAST_LATIN = 0.5  # of its letters: below this a voice for Latin script would read nonsense


def spoken(text: str, language: str = "en") -> str:
    """`text` with everything in words that a voice would stumble over, on one line."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if language.partition("-")[0] == "en":
        for pattern, replace in _ENGLISH:
            text = pattern.sub(replace, text)
    return " ".join(text.split())


def can_be_read(text: str, language: str = "en") -> bool:
    """Whether a voice for this language can read it. What scripts one reads is known of English alone."""
    return is_latin(text) if language == "en" else any(map(str.isalnum, text))


def is_latin(text: str) -> bool:
    """Whether an English voice can read it: it has letters or digits, and at least half of them are Latin."""
    letters = [c for c in text if c.isalnum()]
    latin = sum(1 for c in letters if c.isascii() or unicodedata.name(c, "").startswith("LATIN"))
    return bool(letters) and latin >= _LEAST_LATIN * len(letters)


_LETTER_RULES: tuple[Rule, ...] = (
    (_NO_TRAILS_OFF, r"\1…"),
    (_NO, lambda found: f"{found[1]}!{' ' if found[2] else ''}"),
    (_SIDES, lambda found: "left and right" if found[1] else "right and left"),
    (_LETTERS_IN_ONE, lambda found: found[0].replace("/", ", ")),
    (_HUNDRED_OR_FIFTY, lambda found: f"{found[1]} {found[2].lower()}"),
    (_LETTER_STOPS, r"\1:"),
    (_LETTER_AND_DOSE, r"\1: "),
    (_LETTERS, r"\1's"),
    (_WORD_OR_LETTERS, r"\1's"),
    (_AFTER_LETTERS, r"\1\2's"),
    (_ONE_OR_MORE, r"\1 or \1\2"),
)
_ENGLISH: tuple[Rule, ...] = (
    (_LONG_DASH, "–"),
    (_MINUS, "-"),
    (_ABBREVIATION, lambda found: _ABBREVIATIONS[found[0].lower()]),
    *NOTATION,
    *_LETTER_RULES,
    *AMOUNTS,
    (_SYMBOL, lambda found: _SYMBOLS[found[1]]),
)
