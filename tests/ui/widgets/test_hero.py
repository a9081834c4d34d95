"""The wide stage at the top of a page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from coach.demonstration.which_figure import STANDING
from coach.ui.look.window_look import WindowLook
from coach.ui.stills.pictures import pictures_of
from coach.ui.widgets.hero import Hero
from coach.ui.widgets.labels import Label
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


def test_it_says_a_title_and_what_stands_around_it_where_there_is_something(qtbot: QtBot, look: WindowLook) -> None:
    hero = Hero(look)
    qtbot.addWidget(hero)
    hero.say("Nothing here yet")
    assert [label.text() for label in hero.findChildren(Label)] == ["Nothing here yet"]
    full = Hero(look)
    qtbot.addWidget(full)
    full.say("Sit well", "Why it matters.", over="Start here")
    assert [label.text() for label in full.findChildren(Label)] == ["Start here", "Sit well", "Why it matters."]


def test_what_it_offers_is_done_by_its_button(qtbot: QtBot, look: WindowLook) -> None:
    hero, done = Hero(look, least=320), []
    qtbot.addWidget(hero)
    button = hero.offer("Read", lambda: done.append("read"), "learn", height=64)
    assert (button.kind, button.sizeHint().height(), hero.minimumHeight()) == ("primary", 64, 320)
    button.click()
    assert done == ["read"]


def test_a_screen_reader_hears_its_words_before_its_buttons(qtbot: QtBot, look: WindowLook) -> None:
    hero = Hero(look)
    qtbot.addWidget(hero)
    hero.offer("Read", lambda: None, "learn")
    hero.say("Why the upper back hurts")
    hero.show()
    read = QAccessible.queryAccessibleInterface(hero)
    assert read is not None
    children = [read.child(number) for number in range(read.childCount())]
    roles = [child.role() for child in children if child is not None]
    assert roles == [QAccessible.Role.StaticText, QAccessible.Role.Client], "a title, and what holds the buttons"
