"""A language of translations, without Qt: as Qt has it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from coach.languages.files import compiled
from coach.words.translated import Translated, form_of
from tests.languages.trial import Words, with_lrelease, write_ts

PLURAL = ("Finish", "%n exercises", "1 exercise")
POLISH: Words = {
    PLURAL: ("%n ćwiczenie", "%n ćwiczenia", "%n ćwiczeń"),
    ("Finish", "Done", ""): "Gotowe",
    ("Names", "May", ""): "maj",
    ("Names", "May", "short"): "maj.",
    ("Names", "Monday", ""): "poniedziałek",
}
COUNTS = (0, 1, 2, 3, 5, 11, 12, 14, 21, 22, 25, 100, 101, 102, 111, 112, 122, 1000, 1002)


def made(folder: Path, tag: str, words: Words) -> Path:
    write_ts(folder, tag, words)
    path = compiled(tag, folder)
    assert path is not None
    return path


@with_lrelease
@pytest.mark.parametrize(
    ("tag", "forms"), [("pl", 3), ("de", 2), ("fr", 2), ("ru", 3), ("ar", 6), ("cs", 3), ("ja", 1)]
)
def test_every_count_has_the_form_that_qt_gives_it(tag: str, forms: int, tmp_path: Path):
    path = made(tmp_path, tag, {PLURAL: tuple(f"%n in form {number}" for number in range(forms))})
    language, qt = Translated(tag, path), QTranslator()
    assert qt.load(str(path))
    for count in COUNTS:
        told = qt.translate(*PLURAL[:2], PLURAL[2], count).replace("%n", str(count))
        assert language.translate(*PLURAL, count) == told


@with_lrelease
def test_the_words_of_the_file_are_told_and_english_else(tmp_path: Path):
    language = Translated("pl", made(tmp_path, "pl", POLISH))
    assert [language.translate(*PLURAL, n) for n in (1, 2, 5, 12, 22)] == [
        "1 ćwiczenie",
        "2 ćwiczenia",
        "5 ćwiczeń",
        "12 ćwiczeń",
        "22 ćwiczenia",
    ]
    assert language.translate("Finish", "Done") == "Gotowe"
    assert language.translate("Today", "Done") == "Done"
    assert language.translate("Finish", "%n sets", "1 set", 1) == "1 set"
    assert (language.month_name(5), language.month_name(5, short=True), language.day_name(1)) == (
        "maj",
        "maj.",
        "poniedziałek",
    )
    assert language.day_name(2) == "Tuesday"


def test_without_rules_there_is_one_form():
    assert form_of(b"", 1) == form_of(b"", 7) == 0


@with_lrelease
def test_a_damaged_file_is_said(tmp_path: Path):
    path = made(tmp_path, "pl", POLISH)
    data = path.read_bytes()
    with pytest.raises(ValueError, match="no file of translations"):
        Translated("pl", _kept(path, b"no such file"))
    for length in range(len(data)):  # cut off at any place: refused, or between two sections read with less in it
        try:
            language = Translated("pl", _kept(path, data[:length]))
        except ValueError:
            continue
        for count in COUNTS:
            language.translate(*PLURAL, count)


def _kept(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_file_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(OSError, match="xx"):
        Translated("xx", tmp_path / "xx.qm")
