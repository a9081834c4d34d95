"""A text as it is read aloud: "8 x 5 s" becomes "8 times 5 seconds". For English; others are read as they stand.

The voice reads plain numbers itself. What it cannot know is put in words here: units, "x", ranges, fractions of doses,
marks that are not spoken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

UNITS = {
    "s": ("second", "seconds"),
    "sec": ("second", "seconds"),
    "secs": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "mins": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "hrs": ("hour", "hours"),
    "mm": ("millimetre", "millimetres"),
    "cm": ("centimetre", "centimetres"),
    "m": ("metre", "metres"),
    "km": ("kilometre", "kilometres"),
    "kg": ("kilogram", "kilograms"),
    "lb": ("pound", "pounds"),
    "lbs": ("pound", "pounds"),
    "rep": ("repetition", "repetitions"),
    "reps": ("repetition", "repetitions"),
}
_ABBREVIATIONS = {"e.g.": "for example", "i.e.": "that is", "approx.": "about", "vs.": "versus", "etc.": "and so on"}
_NUMBER = r"(?<![\w.])(\d+(?:\.\d+)?)"
_UNIT = re.compile(rf"{_NUMBER}\s?({'|'.join(sorted(UNITS, key=len, reverse=True))})\b(?!['’])")
_TIMES = re.compile(r"(?<=\d)\s*[x×]\s*(?=\d)")
_TIMES_OVER = re.compile(r"(?<=\d)\s*[x×](?=\s|$)")
_AT_LEAST = re.compile(r"(?<![\w.])(\d+)\+(?=\s)")
_LENGTH = re.compile(r"(?<![\w.])(?=\d+[hm]\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?\b")
_OF_ALL = re.compile(r"\b(set|round|rep|repetition|step|side)\s+(\d+)/(\d+)\b", re.IGNORECASE)
_OUT_OF = re.compile(r"(?<![\w./])(\d+)/(\d{2,})(?![\w/])")
_VERTEBRAE = re.compile(r"\b([CTL]\d{1,2})\s?[-–]\s?([CTL]\d{1,2})\b")
_RANGE = re.compile(r"(?<![\w.-])(\d+)\s?[-–]\s?(\d+)(?![\w-])")
_CLOCK = re.compile(r"(?<![\w:])(\d{1,2}):([0-5]\d)\b(?!:)")
_ABBREVIATION = re.compile("|".join(map(re.escape, _ABBREVIATIONS)), re.IGNORECASE)
_SYMBOLS = {
    "%": " percent",
    "°": " degrees",
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
}
_SYMBOL = re.compile("|".join(map(re.escape, _SYMBOLS)))
_LEAST_LATIN = 0.5  # of its letters: below this a voice for Latin script would read nonsense


def spoken(text: str, language: str = "en") -> str:
    """`text` with everything in words that a voice would stumble over, on one line."""
    text = unicodedata.normalize("NFC", text)
    if language.partition("-")[0] == "en":
        for pattern, replace in _ENGLISH:
            text = pattern.sub(replace, text)
    return " ".join(text.split())


def is_latin(text: str) -> bool:
    """Whether an English voice can read it: it has letters or digits, and at least half of them are Latin."""
    letters = [c for c in text if c.isalnum()]
    latin = sum(1 for c in letters if c.isascii() or unicodedata.name(c, "").startswith("LATIN"))
    return bool(letters) and latin >= _LEAST_LATIN * len(letters)


def _with_unit(found: re.Match[str]) -> str:
    number, unit = found.groups()
    return f"{number} {UNITS[unit][number != '1']}"


def _length(found: re.Match[str]) -> str:
    """`1h30m` as the language of the files writes it."""
    told = zip(found.groups(), ("h", "min", "s"), strict=True)
    return " ".join(f"{n} {UNITS[unit][int(n) != 1]}" for n, unit in told if n is not None)


def _clock(found: re.Match[str]) -> str:
    """`1:30` as a length of time: nothing that the coach says is a time of day."""
    minutes, seconds = int(found[1]), int(found[2])
    parts = [f"{n} {UNITS[unit][n != 1]}" for n, unit in ((minutes, "min"), (seconds, "s")) if n]
    return " ".join(parts) or "0 seconds"


_ENGLISH: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_ABBREVIATION, lambda found: _ABBREVIATIONS[found[0].lower()]),
    (_CLOCK, _clock),
    (_LENGTH, _length),
    (_OF_ALL, r"\1 \2 of \3"),
    (_OUT_OF, r"\1 out of \2"),
    (_VERTEBRAE, r"\1 to \2"),
    (_AT_LEAST, r"\1 or more"),
    (_TIMES, " times "),
    (_TIMES_OVER, " times"),
    (_RANGE, r"\1 to \2"),
    (_UNIT, _with_unit),
    (_SYMBOL, lambda found: _SYMBOLS[found[0]]),
)
