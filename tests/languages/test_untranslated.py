"""What of the library has no words in a language yet, and which languages are offered."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, Library
from coach.content.model import Phrase, Text
from coach.languages.choosing import chosen, is_complete, language_named, offered
from coach.languages.untranslated import untranslated
from coach.pseudo import TAG as PSEUDO
from coach.pseudo import pseudo
from tests.languages.trial import TAG, translated, with_lrelease, write_ts

KINDS = {"safety", "coaching", "exercise", "routine", "plan", "test", "reminder", "area", "lesson"}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    none = tmp_path_factory.mktemp("mine")
    return Library(Folders(resources.routines(), resources.media()), Folders(none, none)).catalogue


@pytest.fixture(scope="module")
def complete(shipped: Catalogue) -> Catalogue:
    return translated(shipped)


def test_of_a_language_without_a_word_every_kind_is_named(shipped: Catalogue):
    found = list(untranslated(shipped, TAG))
    assert {one.kind for one in found} == KINDS
    assert len({(one.kind, one.id, one.key) for one in found}) == len(found), "each place once"
    assert all(one.text.strip() for one in found)
    assert all(one.file is not None for one in found if one.kind in ("exercise", "routine", "lesson"))


def test_nothing_is_missing_where_every_text_is_translated(complete: Catalogue):
    assert list(untranslated(complete, TAG)) == []


def test_a_text_that_is_taken_out_is_named(complete: Catalogue, shipped: Catalogue):
    ident = next(iter(complete.exercises))
    one = dataclasses.replace(complete.exercises[ident], title=shipped.exercises[ident].title)
    lacking = dataclasses.replace(complete, exercises={**complete.exercises, ident: one})
    (found,) = untranslated(lacking, TAG)
    assert (found.kind, found.id, found.key, found.text) == ("exercise", ident, "title", one.title.en)
    lesson = next(iter(complete.lessons))
    lacking = dataclasses.replace(complete, lessons={**complete.lessons, lesson: shipped.lessons[lesson]})
    assert [(found.kind, found.id) for found in untranslated(lacking, TAG)] == [("lesson", lesson)]


def test_a_text_of_blanks_is_no_translation(complete: Catalogue):
    ident = next(iter(complete.routines))
    title = Text(complete.routines[ident].title.en, {TAG: " "})
    one = dataclasses.replace(complete.routines[ident], title=title)
    lacking = dataclasses.replace(complete, routines={**complete.routines, ident: one})
    assert [found.key for found in untranslated(lacking, TAG)] == ["title"]


def test_a_phrase_needs_each_form_that_the_language_counts_in_and_one_that_does_not_count_a_single_text(
    shipped: Catalogue,
):
    polish = [one.key for one in untranslated(shipped, "pl") if one.kind == "coaching"]
    assert [key for key in polish if key.startswith("phrases.seconds")] == [
        "phrases.seconds.one",
        "phrases.seconds.few",
        "phrases.seconds.many",
        "phrases.seconds.other",
    ]
    assert [key for key in polish if key.startswith("phrases.hold")] == ["phrases.hold"]
    japanese = [one.key for one in untranslated(shipped, "ja") if one.key.startswith("phrases.seconds")]
    assert japanese == ["phrases.seconds.other"]
    there = Phrase(
        Text("{n} second", {"pl": "a"}),
        Text("{n} seconds", {"pl": "b"}),
        {"few": Text("{n} seconds", {"pl": "c"}), "many": Text("{n} seconds")},
    )
    phrases = {**shipped.coaching.phrases, "seconds": there}
    lacking = dataclasses.replace(shipped, coaching=dataclasses.replace(shipped.coaching, phrases=phrases))
    found = [one for one in untranslated(lacking, "pl") if one.key.startswith("phrases.seconds")]
    assert [(one.key, one.text) for one in found] == [("phrases.seconds.many", "{n} seconds")]


@with_lrelease
def test_a_language_is_offered_only_when_all_of_it_is_there(complete: Catalogue, shipped: Catalogue, tmp_path: Path):
    words = {("Finish", "Done", ""): pseudo("Done")}
    write_ts(tmp_path, TAG, words)
    assert offered(complete, tmp_path) == ("en", TAG)
    assert offered(shipped, tmp_path) == ("en",), "without its content it would be half English"
    language = language_named(TAG, tmp_path)
    assert (language.tag, language.translate("Finish", "Done")) == (TAG, pseudo("Done"))
    write_ts(tmp_path, TAG, {**words, ("Finish", "Again", ""): ""})
    assert offered(complete, tmp_path) == ("en",), "without our own words, too"
    (tmp_path / f"{TAG}.ts").write_text("none", encoding="utf-8")
    assert not is_complete(TAG, complete, tmp_path)


def test_without_a_file_there_is_english(complete: Catalogue, tmp_path: Path):
    assert offered(complete, tmp_path) == ("en",)
    assert language_named("en", tmp_path).tag == "en"
    assert language_named(PSEUDO, tmp_path).tag == PSEUDO
    with pytest.raises(KeyError):
        language_named(TAG, tmp_path)


@pytest.mark.parametrize(
    ("setting", "wishes", "told"),
    [
        ("system", ("xx",), "xx"),
        ("system", ("fr", "xx", "en"), "xx"),
        ("system", ("en", "xx"), "en"),
        ("system", ("fr",), "en"),
        ("system", (), "en"),
        ("xx", ("en",), "xx"),
        ("en", ("xx",), "en"),
        ("fr", ("xx",), "en"),
        ("qps", (), "en"),
    ],
)
def test_the_choice_goes_before_the_system_and_english_is_left(setting: str, wishes: tuple[str, ...], told: str):
    assert chosen(setting, wishes, ("en", "xx").__contains__) == told
