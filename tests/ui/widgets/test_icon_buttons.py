"""Buttons with an icon alone: as large as a finger, named, and never squeezed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.icon_buttons import IconButton, RoundButton, StageButton, TileButton


@pytest.mark.parametrize("kind", [RoundButton, TileButton, StageButton])
def test_an_icon_button_has_one_size_that_grows_with_the_text(
    qtbot: QtBot, look: WindowLook, kind: type[IconButton]
) -> None:
    button = kind(look, "next", "Skip", 40)
    qtbot.addWidget(button)
    assert button.sizeHint() == button.minimumSizeHint() == QSize(40, 40)
    look.set_scale(2.0)
    assert button.sizeHint() == button.minimumSizeHint() == QSize(80, 80)


@pytest.mark.parametrize("kind", [RoundButton, TileButton, StageButton])
def test_another_name_and_another_icon_are_seen(qtbot: QtBot, look: WindowLook, kind: type[IconButton]) -> None:
    button = kind(look, "next", "Skip")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    before = button.grab().toImage()
    button.set_name("Go on")
    button.set_icon("play")
    assert (button.accessibleName(), button.toolTip()) == ("Go on", "Go on")
    assert button.grab().toImage() != before


def test_a_button_of_the_stage_tells_both_at_once(qtbot: QtBot, look: WindowLook) -> None:
    button = StageButton(look, "steps", "The steps")
    qtbot.addWidget(button)
    button.tell("turn", "The figure")
    assert (button.accessibleName(), button.toolTip()) == ("The figure", "The figure")


def test_a_round_one_stays_round_in_a_larger_place(qtbot: QtBot, look: WindowLook) -> None:
    button = RoundButton(look, "close", "Close", 32)
    qtbot.addWidget(button)
    button.resize(100, 60)
    box, radius = button.outline()
    assert (box.width(), box.height(), radius) == (32, 32, 16)
    assert box.center().toPoint() == button.rect().toRectF().center().toPoint()


@pytest.mark.parametrize("kind", [RoundButton, TileButton, StageButton])
def test_in_high_contrast_it_has_an_edge(qtbot: QtBot, look: WindowLook, kind: type[IconButton]) -> None:
    look.set_theme("contrast")
    button = kind(look, "next", "Skip")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert button.grab().toImage().pixelColor(22, 1) == look.theme.edge
