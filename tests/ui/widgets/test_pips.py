"""Repetition pips fit whatever their number."""

from __future__ import annotations

import pytest

from coach.ui.widgets.pips import Pips


@pytest.mark.parametrize("count", [1, 8, 12, 20, 40, 100])
@pytest.mark.parametrize("width", [120, 288, 396])
def test_every_pip_lies_inside_and_the_current_one_is_lit(qtbot, look, count, width):
    pips = Pips(look)
    qtbot.addWidget(pips)
    pips.resize(width, 20)
    pips.tell(count, count)
    image = pips.grab().toImage()
    inner = [image.pixelColor(x, 10) for x in range(image.width())]
    done = {look.theme.pine.name(), look.theme.accent.name(), look.theme.asoft.name()}
    assert any(colour.name() in done for colour in inner)
    assert pips.shown == (count, count)


def test_a_screen_reader_hears_the_count(qtbot, look):
    pips = Pips(look)
    qtbot.addWidget(pips)
    pips.tell(4, 8)
    assert pips.accessibleName() == "Repetition 4 of 8"
    pips.tell(0, 0)
    assert pips.accessibleName() == ""


def test_they_are_called_what_they_count(qtbot, look):
    for named in ("Questions 2 of 3", ""):
        pips = Pips(look, named=named)
        qtbot.addWidget(pips)
        pips.tell(2, 3)
        assert pips.accessibleName() == named
