"""The wide stage at the top of a page."""

from __future__ import annotations

import pytest

from coach.demonstration.choice import STANDING
from coach.ui.stills.pictures import pictures_of
from coach.ui.widgets.hero import Hero
from tests.ui.seeing import settle


@pytest.mark.parametrize("height", [170, 320])
def test_on_the_narrow_floor_of_a_flat_one_the_figure_stands(qtbot, look, height):
    hero = Hero(look, flat=True, figure=STANDING)
    qtbot.addWidget(hero)
    hero.resize(900, height)
    hero.show()
    settle()
    hero.grab()
    pictures_of(look).finish()
    picture = hero.grab().toImage()
    stage, floor, right = look.theme.stage, picture.pixel(450, height - 3), range(650, 880)
    assert picture.pixelColor(450, height - 25) == stage
    assert any(picture.pixel(x, height - 12) != floor for x in right)  # feet within the floor
    assert all(picture.pixel(x, height - 2) == floor for x in right)  # and not cut by the edge
