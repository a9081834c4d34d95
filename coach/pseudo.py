"""The pseudo-language: English as a translation would be, for who looks whether a page is ready for one.

Its words are longer by two fifths, accented, and stand in brackets: so a text that is cut, and one that no translation
reaches, are seen by an eye that speaks no second language, and found by a test. It is nobody's language and is never
offered. `qps` is the tag that other programs give to theirs: ISO 639 keeps qaa to qtz for private use.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

TAG = "qps"

LONGER = 1.4
"""So much longer, at least. Translations of long texts take about 1.3 times the room of English, and short ones more
(W3C, "Text size in translation"): so each word is rounded up by itself."""

_ACCENTED = str.maketrans("aeiouyAEIOUYcnsCNS", "áéíöüýÁÉÍÖÜÝçñšÇÑŠ")
_VOWELS = "aeiouyAEIOUY"

# What is no word: a place for a value, Qt's count, an address behind a link's words, a figure's, an entity, a tag.
_KEPT = re.compile(r"(\{[^{}]*\}|%n|%L?\d+|!\[|\]\([^)]*\)|https?://\S+|&\w+;|</?\w[^>]*>)")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|'(?=[^\W\d_]))*")
_MARK = re.compile(r"^(\s*(?:#{1,6} |[-*] |\d+\. |> )?)(.*?)(\s*)$")  # of a line of Markdown


def pseudo(text: str) -> str:
    """`text` in the pseudo-language; places for values stay as they are, and what has no letter stays the same.

    >>> pseudo("Done"), pseudo("{n} min"), pseudo("9:36")
    ('[Dööñéé]', '[{n} míííñ]', '9:36')
    """
    told, has_words = _longer(text)
    return f"[{told}]" if has_words else text


def pseudo_markdown(text: str) -> str:
    """A text of Markdown: line by line, headings, lists, links and pictures being what they were."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    found = _MARK.match(line)
    if found is None:
        return line
    mark, words, end = found.groups()
    told, has_words = _longer(words)
    if not has_words or words.startswith("!["):
        return mark + told + end
    return rf"{mark}\[{told}\]{end}"


@lru_cache(maxsize=4096)  # a walk through all views says the same thousand texts again and again
def _longer(text: str) -> tuple[str, bool]:
    """Its words longer and accented, and whether there are any that were not."""
    parts = _KEPT.split(text)
    told = [part if place % 2 else _WORD.sub(_word, part) for place, part in enumerate(parts)]
    return "".join(told), told != parts


def _word(found: re.Match[str]) -> str:
    word = found[0]
    if not word.isascii():  # it is made already
        return word
    missing = math.ceil(len(word) * LONGER) - len(word)
    while missing > 0 and any(letter in _VOWELS for letter in word):
        doubled = ""
        for letter in word:
            doubled += letter
            if letter in _VOWELS and missing > 0:
                doubled += letter.lower()
                missing -= 1
        word = doubled
    return word.translate(_ACCENTED) + "é" * missing
