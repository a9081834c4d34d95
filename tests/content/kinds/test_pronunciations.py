"""kind: pronunciations: a word, how it is said, and where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from coach.content.catalogue import Catalogue
from coach.content.examining import check
from coach.content.library import load
from coach.content.library_files import Folders
from coach.content.model import Pronunciation
from coach.content.schema import schema
from tests.content.shelf import Shelf, fill, small_library

HEAD = "kind: pronunciations\nformat: 1\nid: pronunciations\ntitle: Words\n"
ALPHABET = "write the International Phonetic Alphabet, such as kənˈtrækt, or say: a spelling"


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("words: []\n", []),
        ("summary: None yet.\n", []),
        ("words: [{word: serratus, phonemes: sɛˈreɪtəs}]\n", []),
        ("words: [{word: serratus, phonemes: sɛɹˈAtəs}]\n", []),  # as the neural voice writes it
        ("words: [{word: Pallof press, phonemes: ˈpælɒf  prɛs, say: pal-off press, sense: a hold}]\n", []),
        ("words: [{word: T-spine, say: tee spine}, {word: it's, phonemes: ɪts}]\n", []),
        ('words: [{word: close, phonemes: kloʊz, in: [close your, "open, close."]}]\n', []),
        ("words: [{word: Łódź, say: wootch}]\n", []),
        (
            "words: [{word: '', phonemes: a}]\n",
            ["5:16: the text is empty; write 1 to 2,000 characters, or leave the key or the item out"],
        ),
        (
            "words: [{word: , phonemes: a}]\n",
            ["5:15: a value is missing here; write one, or leave the key or the item out"],
        ),
        (
            "words: [{word: 90, say: ninety}]\n",
            ['5:16: 90 is a number where a text is wanted; write "90" in quotes'],
        ),
        (
            "words: [{word: 90/90, say: ninety}]\n",
            ["5:16: / is no part of a word; write the word as it stands in a sentence"],
        ),
        ("words: [{word: '...', say: dots}]\n", ["5:16: ... has no letters; write a word or a phrase"]),
        (
            "words: [{word: close}]\n",
            ["5:9: phonemes or say is missing; write phonemes: PHONEMES"],
        ),
        ("words: [{phonemes: kloʊz}]\n", ["5:9: word is missing; write word: WORD"]),
        (
            "words: [{word: close, phonemes: klQz}]\n",
            [f"5:33: Q in klQz is no phoneme of English; {ALPHABET}"],
        ),
        ("words: [{word: close, phonemes: '[kloʊz]'}]\n", [f"5:33: [ in [kloʊz] is no phoneme of English; {ALPHABET}"]),
        (
            "words: [{word: close, phonemes: klz}]\n",
            ["5:33: klz has no vowel; write one group of phonemes for each word, such as kənˈtrækt"],
        ),
        (
            "words: [{word: close, phonemes: kloʊzˈ}]\n",
            ["5:33: kloʊzˈ has a stress with no vowel behind it; write ˈ before the syllable that is stressed"],
        ),
        (
            "words: [{word: live tall, phonemes: lɪv}]\n",
            ["5:37: 1 group of phonemes for 2 words; write one group for each word, with a space between"],
        ),
        (
            "words: [{word: live, phonemes: lɪv tɔl}]\n",
            ["5:32: 2 groups of phonemes for 1 word; write one group for each word, with a space between"],
        ),
        (
            "words: [{word: live, phonemes: lɪv, in: [live tall, olive oil]}]\n",
            ["5:53: olive oil does not hold live; write a phrase with that word in it"],
        ),
        (
            "words: [{word: live, phonemes: lɪv, in: []}]\n",
            ["5:41: the list is empty; write at least one, such as [WORD]"],
        ),
        ("words: [{word: live, phonemes: lɪv, in: live tall}]\n", ["5:41: live tall is not a list; write [live tall]"]),
        (
            "words:\n  - {word: Live Tall, say: a}\n  - {word: live  tall, say: b}\n",
            ["7:12: live tall has two entries, in lines 6 and 7; keep one, and tell senses apart by in"],
        ),
        ("words: {live: lɪv}\n", ["5:8: a map is not a list; write [{word: WORD, phonemes: PHONEMES}]"]),
        ("words: [live]\n", ["5:9: live is not a map of keys; write {word: WORD, phonemes: PHONEMES}"]),
        (
            "words: [{word: live, phonemes: 5, in: [live 5]}]\n",
            ['5:32: 5 is a number where a text is wanted; write "5" in quotes'],
        ),
        ("words: [{word: live, phonems: lɪv}]\n", ["5:22: phonems is not known; did you mean phonemes?"]),
    ],
)
def test_what_an_entry_may_say(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("pronunciations", body) == problems


def library(root: Path, own: str | None) -> Catalogue:
    shipped = small_library(root / "shipped")
    fill(root / "shipped", {"media/pronunciations.yaml": HEAD + "words: [{word: live, say: a}, {word: bow, say: b}]\n"})
    return load(shipped, fill(root / "yours", {"media/pronunciations.yaml": HEAD + own} if own else {}))


def test_yours_is_laid_over_the_shipped_one_entry_by_entry(tmp_path: Path) -> None:
    catalogue = library(tmp_path, "words: [{word: Live, say: mine}, {word: tuck, say: tuk}]\n")
    assert {key: entry.say for key, entry in catalogue.pronunciations.items()} == {
        "live": "mine",
        "bow": "b",
        "tuck": "tuk",
    }
    assert [(e.id, e.title, e.yours) for e in catalogue.entries("pronunciation")] == [
        ("bow", "b", False),
        ("live", "mine", True),
        ("tuck", "tuk", True),
    ]
    assert catalogue.find("pronunciations/pronunciations") == ("pronunciations", catalogue.pronunciations)


def test_a_broken_file_of_yours_changes_nothing(tmp_path: Path) -> None:
    catalogue = library(tmp_path, "words: [{word: live}]\n")
    assert {key: entry.say for key, entry in catalogue.pronunciations.items()} == {"live": "a", "bow": "b"}
    assert [problem.text for problem in catalogue.problems] == ["phonemes or say is missing; write phonemes: PHONEMES"]


@pytest.mark.parametrize(
    ("name", "kind", "folder"),
    [("routines/pronunciations.yaml", "pronunciations", "media"), ("media/coaching.yaml", "coaching", "routines")],
)
def test_a_file_in_the_other_folder_is_told_where_it_belongs(tmp_path: Path, name: str, kind: str, folder: str) -> None:
    text = f"kind: {kind}\nformat: 1\nid: {kind}\ntitle: T\n" + ("events: {}\n" if kind == "coaching" else "")
    shipped = small_library(tmp_path / "shipped")
    yours = fill(tmp_path / "yours", {name: text})
    (problem,) = check([], shipped, yours)
    assert (
        problem.text == f"kind {kind} does not belong in this folder; move the file to {tmp_path / 'yours' / folder}/"
    )


def test_what_the_reference_shows_is_right(shelf: Shelf) -> None:
    text = (Path(__file__).parents[3] / "docs" / "format.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(kind: pronunciations\n.*?)```", text, re.DOTALL)
    assert shelf.of_text(example, "pronunciations.yaml") == []


def test_the_schema_takes_what_check_takes() -> None:
    form = json.loads(json.dumps(schema("pronunciations")))
    head = {"kind": "pronunciations", "format": 1, "id": "pronunciations", "title": "T"}
    jsonschema.validate({**head, "words": [{"word": "a b", "phonemes": "ə ˈbi", "in": ["a b c"]}]}, form)
    for wrong in ({"word": "a"}, {"say": "a"}, {"word": "a", "phonemes": "Q"}, {"word": "a", "say": "a", "in": []}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**head, "words": [wrong]}, form)


def test_the_shipped_ones_say_what_they_are_for() -> None:
    root = Path(__file__).parents[3]
    entries = load(Folders(root / "routines", root / "media")).pronunciations.values()
    assert all(entry.sense for entry in entries if entry.within), "a word with two senses tells which one"
    assert Pronunciation("live", ("lɪv",), sense="to be alive").title == "lɪv: to be alive"
