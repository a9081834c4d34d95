"""Words that an engine would say wrong, marked in a text so that it says them right.

    Pronounce(catalogue.pronunciations.values(), phonemes=True)("Live tall.")    "[Live](/lˈɪv/) tall."

An engine that knows phonemes gets them behind the word, which stands there in brackets; another one gets a spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.content.model import Pronunciation

_MARKED = r"\[(?P<marked>[^\]]+)\]\(/[^)]*/\)"
_STOP = ". "
_BEGINNING = r"(?:^|(?<=[.!?:;]\s)|(?<=[.!?:;]\s[\"“]))"
_WORD = re.compile(r"[^\W_](?:[\w'’-]*[\w'’])?")

# From the International Phonetic Alphabet to the engine's own: one sign for each diphthong, r and l as in America, the
# stress right before its vowel.
_SOUNDS = {
    "tʃ": "ʧ",
    "dʒ": "ʤ",
    "eɪ": "A",
    "aɪ": "I",
    "aʊ": "W",
    "ɔɪ": "Y",
    "oʊ": "O",
    "əʊ": "O",
    "ɝ": "ɜɹ",
    "ɚ": "əɹ",
    "e": "ɛ",
    "a": "ɑ",
    "ɒ": "ɑ",
    "o": "O",
    "r": "ɹ",
    "g": "ɡ",
    "ɾ": "T",
    "ː": "",
}
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_VOWELS = "iɪɛæɑɔʊuʌəɜɐᵊᵻAIOWY"
_STRESS = re.compile(rf"([ˈˌ])([^{_VOWELS}]+)")
_VOWEL = re.compile(rf"[{_VOWELS}]")


class Pronounce:
    """Marks the words of `entries` in a text. With `phonemes` for an engine that knows them."""

    def __init__(self, entries: Iterable[Pronunciation] = (), *, phonemes: bool) -> None:
        self._phonemes = phonemes
        self._entries = dict(_phrases(entries))
        longest = sorted(self._entries, key=len, reverse=True)
        self._any = re.compile("|".join((_MARKED, *map(_pattern, longest))), re.IGNORECASE)

    def __call__(self, text: str) -> str:
        """`text` with the words marked that have an entry; what its author has marked stays for who knows phonemes."""
        return self._any.sub(self._said, text)

    def _said(self, found: re.Match[str]) -> str:
        if found["marked"] is not None:
            return found[0] if self._phonemes else found["marked"]
        entry = self._entry(found[0])
        return re.sub(_pattern(entry.word), lambda word: self._of(entry, word[0]), found[0], flags=re.IGNORECASE)

    def _entry(self, words: str) -> Pronunciation:
        """Whose the words are. Regular expressions take some letters for one another that lower case tells apart, as a
        dotless i for an i.
        """
        known = self._entries.get(_key(words))
        if known is not None:
            return known
        alike = (one for text, one in self._entries.items() if re.fullmatch(_pattern(text), words, re.IGNORECASE))
        return next(alike)

    def _of(self, entry: Pronunciation, words: str) -> str:
        if not self._phonemes or not entry.phonemes:
            return entry.say or words
        groups = iter(_stressed(entry.phonemes))
        return _WORD.sub(lambda word: f"[{word[0]}](/{engine_phonemes(next(groups))}/)", words)


def _stressed(groups: tuple[str, ...]) -> tuple[str, ...]:
    """In the engine's signs. A lone word of one syllable is stressed, though dictionaries leave the mark out there."""
    known = tuple(map(engine_phonemes, groups))
    is_plain = len(known) == 1 and "ˈ" not in known[0] and len(_VOWEL.findall(known[0])) == 1
    return (_VOWEL.sub(r"ˈ\g<0>", known[0]),) if is_plain else known


def engine_phonemes(group: str) -> str:
    """A group of phonetic signs as the neural engine knows them."""
    return _STRESS.sub(r"\2\1", _SOUND.sub(lambda found: _SOUNDS[found[0]], group))


def _phrases(entries: Iterable[Pronunciation]) -> Iterator[tuple[str, Pronunciation]]:
    """Each text to look for, and whose it is."""
    for entry in entries:
        for text in entry.within or (entry.word,):
            yield _key(text), entry


def _key(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split())


def _pattern(text: str) -> str:
    """A text as a whole word or phrase, with either apostrophe and any spaces; behind a stop a sentence's first."""
    key = _key(text)
    inner = r"\s+".join(re.escape(word).replace("'", "['’]") for word in key.removeprefix(_STOP).split())
    return rf"{_BEGINNING if key.startswith(_STOP) else ''}(?<!\w)(?<!\w['’]){inner}(?!\w|['’]\w)"
