"""A routine of one's own as a file: offered for these alone, with a name or without, and what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coach.ui.exporter import Exporter
from coach.ui.pages.take_along import TakeAlong
from tests.sharing.mine import FILES, write
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, faults, texts


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    write(tmp_path / "home", FILES)
    return FakeParts.at_home(tmp_path / "home")


def card_of(qtbot, look, parts: FakeParts, ident: str, answer: str = "") -> TakeAlong:
    card = TakeAlong(parts, look, Exporter(), parts.library.catalogue.routines[ident], lambda *_: answer)
    qtbot.addWidget(card)
    card.resize(520, 520)
    card.show()
    return card


def press(qtbot, card, name: str) -> None:
    qtbot.mouseClick(button(card, name), Qt.MouseButton.LeftButton)


def test_it_is_saved_with_who_it_is_from(qtbot, look, parts, tmp_path):
    path = tmp_path / "evening"
    card = card_of(qtbot, look, parts, "evening-back", str(path))
    press(qtbot, card, "Share")
    assert faults(card) == []
    qtbot.keyClicks(card._choice.field.edit, "Jane Doe")
    press(qtbot, card, "Save the file")
    made = tmp_path / "evening.posture-coach.yaml"
    told = f"Saved as {made}. Whoever gets it can take it in on the page Routines."
    qtbot.waitUntil(lambda: told in texts(card))
    assert 'by: "Jane Doe"' in made.read_text("utf-8")
    assert button(card, "Share").hasFocus()


def test_not_now(qtbot, look, parts):
    card = card_of(qtbot, look, parts, "evening-back")
    press(qtbot, card, "Share")
    press(qtbot, card, "Save the file")  # and no file is chosen
    press(qtbot, card, "Not now")
    assert card._choice is None


def test_what_cannot_come_along_is_said(qtbot, look, parts, tmp_path):
    write(tmp_path / "home", {"media/sounds/gong.wav": "RIFF"})
    routine = FILES["routines/guided/evening-back.yaml"] + "    cues: [{at: end-3s, sound: gong}]\n"
    write(tmp_path / "home", {"routines/guided/evening-back.yaml": routine})
    parts.library.refresh()
    card = card_of(qtbot, look, parts, "evening-back", str(tmp_path / "a.yaml"))
    press(qtbot, card, "Share")
    press(qtbot, card, "Save the file")
    told = "routine evening-back uses gong, a sound of yours; a shared routine is text alone: take that sound out"
    qtbot.waitUntil(lambda: told in texts(card))
    assert not (tmp_path / "a.yaml").exists()


def test_only_ones_own_is_shared(qtbot, look, parts):
    with pytest.raises(LookupError):
        button(card_of(qtbot, look, parts, "desk-reset"), "Share")
