"""kind: pronunciations: the words that the voice gets wrong, and how they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from coach.content.kinds.first_keys import FileRecord
from coach.content.lists import ListOf, SetOf
from coach.content.model import Pronunciation
from coach.content.node import Map, Mark, Node, Scalar, Seq
from coach.content.notes import Notes
from coach.content.records import Field, Record
from coach.content.rules import AnyOf
from coach.content.shape import Defs, Schema, Shape
from coach.content.spelling import shown
from coach.content.texts import Words

SIGNS = "iɪeɛæaɑɒɔoʊuʌəɚɜɝɐᵊᵻpbtdkgɡfvθðszʃʒhmnŋlrɹjwʧʤɾːAIOWY"
"""The signs of the International Phonetic Alphabet that English needs, and the neural voice's capitals for diphthongs.
ˈ and ˌ stand before the syllable, or the vowel, that is stressed."""

_VOWELS = "iɪeɛæaɑɒɔoʊuʌəɚɜɝɐᵊᵻAIOWY"
_STRESS = "ˈˌ"
_WORD = re.compile(r"[^\W_](?:[\w'’-]*[\w'’])?")
_MARKUP = re.compile(r"[\[\](){}/\\|*_]")


def words_of(text: str) -> list[str]:
    """The words of a phrase, without what stands between them."""
    return _WORD.findall(text)


def key_of(text: str) -> str:
    """What is the same for the same words, however they are written: capitals, spaces and apostrophes do not count."""
    return " ".join(text.replace("’", "'").casefold().split())


class _Phrase(Words):
    """A word, or several: letters, and what stands between words in a sentence."""

    hint = "WORD"

    def read(self, node: Node, notes: Notes) -> str | None:
        """The text on one line; None where it has no letters, or signs that are never spoken."""
        text = super().read(node, notes)
        if text is None:
            return None
        if (sign := _MARKUP.search(text)) is not None:
            notes.add(node.mark, f"{sign[0]} is no part of a word; write the word as it stands in a sentence")
            return None
        if not any(map(str.isalpha, text)):
            notes.add(node.mark, f"{shown(text)} has no letters; write a word or a phrase")
            return None
        return text


class _Phonemes(Shape):
    """Groups of phonetic signs, one for each word, between spaces."""

    hint = "PHONEMES"

    def read(self, node: Node, notes: Notes) -> tuple[str, ...] | None:
        """The groups; None where a sign is not one of the alphabet, or a group has no vowel to carry its stress."""
        text = Words(one_line=True).read(node, notes)
        if text is None:
            return None
        problem = next(_wrong_with(text.split()), None)
        if problem is not None:
            notes.add(node.mark, problem)
            return None
        return tuple(text.split())

    def schema(self, _defs: Defs) -> Schema:
        """A text of those signs."""
        return {"type": "string", "minLength": 1, "pattern": rf"^\s*[{SIGNS}{_STRESS}]+(\s+[{SIGNS}{_STRESS}]+)*\s*$"}


def _wrong_with(groups: list[str]) -> Iterator[str]:
    for group in groups:
        for sign in group:
            if sign not in SIGNS + _STRESS:
                alphabet = "the International Phonetic Alphabet, such as kənˈtrækt"
                yield f"{shown(sign)} in {shown(group)} is no phoneme of English; write {alphabet}, or say: a spelling"
        if not any(sign in _VOWELS for sign in group):
            yield f"{shown(group)} has no vowel; write one group of phonemes for each word, such as kənˈtrækt"
        if re.search(rf"[{_STRESS}](?![^{_STRESS}]*[{_VOWELS}])", group):
            yield f"{shown(group)} has a stress with no vowel behind it; write ˈ before the syllable that is stressed"


class _Entry(Record):
    """The phonemes have a group for each word, and each phrase holds the word."""

    def judge(self, node: Map, values: dict[str, Any], notes: Notes) -> bool:
        word, fine = values.get("word"), True
        if word is None:
            return True
        count, groups = len(words_of(word)), len(values.get("phonemes", ())) or None
        if groups not in (None, count):
            given = "1 group of phonemes" if groups == 1 else f"{groups} groups of phonemes"
            wanted = "1 word" if count == 1 else f"{count} words"
            notes.add(
                _mark(node, "phonemes"), f"{given} for {wanted}; write one group for each word, with a space between"
            )
            fine = False
        phrases = node.get("in")
        for inner in phrases.items if isinstance(phrases, Seq) and "within" in values else ():
            if isinstance(inner, Scalar) and not _holds(inner.text, word):
                notes.add(
                    inner.mark, f"{shown(inner.text)} does not hold {shown(word)}; write a phrase with that word in it"
                )
                fine = False
        return fine


def _holds(phrase: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(key_of(word))}(?!\w)", key_of(phrase)) is not None


def _mark(node: Map, key: str) -> Mark:
    value = node.get(key)
    return value.mark if value is not None else node.mark


class _File(FileRecord):
    """No word has two entries."""

    def judge(self, node: Map, _values: dict[str, Any], notes: Notes) -> bool:
        entries = node.get("words")
        seen: dict[str, Mark] = {}
        fine = True
        for entry in entries.items if isinstance(entries, Seq) else ():
            word = entry.get("word") if isinstance(entry, Map) else None
            if not isinstance(word, Scalar) or not isinstance(word.value, str):
                continue
            first = seen.setdefault(key_of(word.text), word.mark)
            if first != word.mark:
                lines = f"in lines {first.line} and {word.mark.line}"
                notes.add(
                    word.mark, f"{shown(word.text)} has two entries, {lines}; keep one, and tell senses apart by in"
                )
                fine = False
        return fine


_ENTRY = _Entry(
    Pronunciation,
    (
        Field(
            "word", _Phrase(one_line=True), "the word or phrase as it stands in a sentence; capitals do not count", True
        ),
        Field(
            "phonemes",
            _Phonemes(),
            "how it is said, in the International Phonetic Alphabet, a group for each word; for the neural voice",
            such_as="səˈreɪtəs",
        ),
        Field(
            "say",
            Words(one_line=True),
            "a spelling that is read right; where phonemes stand too, for the voices that do not know them",
            such_as="lyve tall",
        ),
        Field("sense", Words(one_line=True), "which meaning this is, for who reads the file"),
        Field(
            "in",
            SetOf(_Phrase(one_line=True), 1),
            "only in these phrases, `. close` where a sentence begins with it; left out: wherever the word stands",
            name="within",
        ),
    ),
    (AnyOf(("phonemes", "say"), "phonemes: PHONEMES"),),
    hint="{word: WORD, phonemes: PHONEMES}",
)


def _by_word(words: tuple[Pronunciation, ...] = (), **_: Any) -> dict[str, Pronunciation]:
    return {key_of(entry.word): entry for entry in words}


PRONUNCIATIONS = _File(
    "pronunciations",
    _by_word,
    (
        Field(
            "words", ListOf(_ENTRY), "one entry a word; yours stands in the place of the shipped one for the same word"
        ),
    ),
    ident="pronunciations",
)
