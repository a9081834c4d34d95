"""How hard a text is to read: the grade of Flesch and Kincaid, years of school in the United States.

0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975). Syllables are counted by rule, so
a word may be one off; over a passage of some sentences that evens out. A few words say little: a heading is judged with
what stands below it, a list as a whole.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*")
_ENDS = re.compile(r"[.!?]+(?=[\s\"')*]|$)|\n+")
_SILENT = re.compile(
    r"(?<=[^aeiouytdl])ed$|(?<=[aeiouyrl]l)ed$|(?<=[aeiou][wy])ed$"
    r"|(?<=[^aeiouyscgxzhl])es$|(?<=[aeiouyl]l)es$|(?<=[^aeiouyl])e$|(?<=[aeiouyrl]l)e$"
)
_APART = re.compile(
    r"i[ao](?!n|us)|(?<![xtc])i(?=ou)|eo(?!us)|ua(?=[tl])|[aeiou](?=ing)|ia[bn]|ea$|ie(?=nc)|ism$|[sd](?=n't)"
)
_IRREGULAR = {
    "being": 2, "clothes": 1, "create": 2, "diet": 2, "evening": 2, "every": 2, "everybody": 4, "everything": 3,
    "forearm": 2, "forearms": 2, "forehead": 2, "hour": 1, "hours": 1, "maybe": 2, "people": 2, "quiet": 2,
    "science": 2, "somebody": 3, "someone": 2, "something": 2, "sometimes": 2, "tongue": 1,
}  # fmt: skip


def syllables(word: str) -> int:
    """How many syllables a word has when it is said; a number counts as one."""
    plain = word.lower().replace("’", "'")
    if plain[0].isdigit():
        return 1
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    stem = plain.removesuffix("'s")
    spoken = _SILENT.sub("", stem) if len(stem) > 3 else stem
    return max(1, len(re.findall(r"[aeiouy]+", spoken)) + len(_APART.findall(stem)))


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence; the end of a line ends one, too."""
    return [words for part in _ENDS.split(text) if (words := _WORD.findall(part))]


def grade(text: str) -> float:
    """The grade of a passage; 0 where it has no word."""
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
