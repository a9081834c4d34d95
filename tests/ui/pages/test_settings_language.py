"""The language in Settings: what may be chosen, and when it is spoken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from coach.languages import files
from coach.settings import LANGUAGE
from coach.ui.pages.settings_language import language_row
from coach.ui.pages.settings_rows import SettingsCard
from coach.ui.widgets.segmented import Segmented
from tests.fakes import FakeLibrary
from tests.languages.trial import TAG, translated, with_lrelease, write_ts
from tests.ui.parts import FakeParts, shipped
from tests.ui.seeing import texts

OWN_NAME = "the name of this language, in itself"


@pytest.fixture
def row_of(qtbot, look) -> Callable[[FakeParts], tuple[QWidget, Segmented | None]]:
    def show(parts: FakeParts) -> tuple[QWidget, Segmented | None]:
        card = SettingsCard(look, "How it looks")
        qtbot.addWidget(card)
        row = language_row(parts, look, card.column)
        card.resize(900, 300)
        card.show()
        return card, row

    return show


@pytest.fixture
def another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., FakeParts]:
    """A person whose system speaks a language that is there, complete or not."""
    write_ts(tmp_path, TAG, {("Languages", "English", OWN_NAME): "Ixisch"})
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)

    def of(lang: str = f"{TAG}_XX.UTF-8", *, is_complete: bool = True) -> FakeParts:
        monkeypatch.setenv("LANG", lang)
        parts = FakeParts()
        parts.__dict__["library"] = FakeLibrary(translated(shipped()) if is_complete else shipped())
        return parts

    return of


def words_of(row: Segmented) -> list[str]:
    return [thumb.text() for thumb in row.findChildren(QWidget) if thumb.accessibleName().startswith("Language: ")]  # type: ignore[attr-defined]


def test_with_english_alone_there_is_nothing_to_choose(row_of, parts: FakeParts):
    card, row = row_of(parts)
    assert row is None
    assert "English. Others can be chosen here as soon as they are complete." in texts(card)


@with_lrelease
def test_a_language_that_is_not_complete_is_not_offered(row_of, another):
    card, row = row_of(another(is_complete=False))
    assert row is None
    assert "Ixisch" not in " ".join(texts(card))


@with_lrelease
@pytest.mark.parametrize(("lang", "told"), [(f"{TAG}_XX.UTF-8", "Ixisch"), ("C", "English"), ("fr_FR", "English")])
def test_a_complete_one_may_be_chosen_and_what_the_system_comes_to_is_told(row_of, another, lang: str, told: str):
    card, row = row_of(another(lang))
    assert words_of(row) == ["System", "English", "Ixisch"]
    assert row.value() == "system"
    assert any(f"as far as a language is complete: now {told}." in text for text in texts(card))


@with_lrelease
def test_a_choice_is_kept_and_spoken_from_the_next_window_on(row_of, another):
    parts = another("C")
    assert parts.language.tag == "en"
    card, row = row_of(parts)
    QTest.mouseClick(row.thumb(TAG), Qt.MouseButton.LeftButton)
    assert parts.store.get(LANGUAGE) == TAG
    assert any("from the next time this window is opened" in text for text in texts(card))
    assert parts.language.tag == "en", "what stands in this window is not said again"
    following = another("C")
    following.store.keep(LANGUAGE, TAG)
    assert following.language.tag == TAG
    row.thumb("en").setFocus()
    QTest.keyClick(row.thumb("en"), Qt.Key.Key_Space)
    assert parts.store.get(LANGUAGE) == "en"


@with_lrelease
@pytest.mark.parametrize("kept", ["tlh", "qps"])
def test_one_that_is_offered_no_more_is_what_is_spoken_instead(row_of, another, kept: str):
    parts = another()
    parts.store.keep(LANGUAGE, kept)
    assert parts.language.tag == "en"
    _, row = row_of(parts)
    assert row.value() == "en"
    assert "qps" not in " ".join(words_of(row))
