"""A session at a large text size: what must be in sight is, the rest scrolls, and no word is smaller than asked."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QRect, QSize, Qt

from coach.ui.look.typography import CAPTION, HERO, HERO_NARROW, SUBTITLE, SUBTITLE_NARROW
from coach.ui.look.window_look import WindowLook
from coach.ui.pages.session.ask import Ask, Question
from coach.ui.pages.session.layout import NARROW, is_roomy
from coach.ui.pages.session.page import SessionPage
from tests.beside import every_day, slow
from tests.ui.parts import FakeParts
from tests.ui.seeing import settle

SIZES = [(1180, 760), (1280, 720), (800, 560)]
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def parts() -> FakeParts:
    return FakeParts()


def begun(qtbot, parts, size, scale) -> SessionPage:
    page = SessionPage(parts, WindowLook("light", scale, reduced_motion=True))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.begin(parts.timeline("routine", "desk-reset"), 1)
    for _ in range(18):
        parts.clock.pass_time(0.5)
        page.advance()
    settle()
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, *slow((1.25, 1.5)), 2.0])
def test_what_must_be_in_sight_is(qtbot, parts, size, scale):
    page = begun(qtbot, parts, size, scale)
    view = page.view_page
    assert view.is_large != is_roomy(*size, scale)
    seen = [view.ring, view.controls, view.close_button, view.controls.pause_button, view.controls.hurts_button]
    if view.is_large:
        seen += [view.scrolled.name, view.scrolled.line, view.scrolled]
    places = [QRect(widget.mapTo(view, widget.rect().topLeft()), widget.size()) for widget in seen]
    for place in places:
        assert view.rect().contains(place)
    if view.is_large:
        name, line, scrolls = places[-3:]
        assert name.bottom() < line.bottom() < scrolls.top() + 1
        assert scrolls.bottom() < places[1].top()
        assert scrolls.right() < places[0].left()
        assert scrolls.height() >= 96
    page.leave()


@pytest.mark.parametrize("size", SIZES)
def test_its_words_are_twice_as_large(qtbot, parts, size):
    page = begun(qtbot, parts, size, 2.0)
    view, is_narrow = page.view_page, size[0] < NARROW
    assert view.scrolled.name.font().pixelSize() == 2 * (HERO_NARROW if is_narrow else HERO).px
    assert view.scrolled.line.font().pixelSize() == 2 * (SUBTITLE_NARROW if is_narrow else SUBTITLE).px
    assert view.scrolled.said.font().pixelSize() == 2 * CAPTION[0].px
    assert view.scrolled.said.text() == view.stage.caption != ""
    page.leave()


def test_the_parts_come_back_where_there_is_room_again(qtbot, parts):
    look = WindowLook("light", 1.0, reduced_motion=True)
    page = SessionPage(parts, look)
    qtbot.addWidget(page)
    page.resize(1180, 760)
    page.show()
    page.begin(parts.timeline("routine", "desk-reset"), 1)
    settle()
    before = page.grab().toImage()
    look.set_scale(2.0)
    settle()
    assert page.view_page.is_large
    assert page.view_page.stage.parentWidget() is not page.view_page
    look.set_scale(1.0)
    settle()
    assert page.grab().toImage() == before
    page.leave()


@pytest.mark.parametrize("size", [*SIZES, (466, 333)])
def test_a_question_is_read_in_full_by_scrolling(qtbot, size):
    look = WindowLook("light", 2.0, reduced_motion=True)
    ask = Ask(look, None)
    qtbot.addWidget(ask)
    ask.resize(QSize(*size))
    ask.ask(
        Question("pain", "How much does it hurt?", "Sharp pain: stop, whatever the number. " * 3,
                 (("answer", "Confirm"), ("stop", "Stop the session")), "stop", scale="Pain", ends=("0", "10"))
    )  # fmt: skip
    settle()
    card = ask._card
    assert card is not None
    assert ask.rect().contains(card.geometry())
    content = card.place.widget()
    assert content.height() >= content.heightForWidth(content.width()) - 1
    assert content.width() <= card.place.viewport().width()


@pytest.mark.parametrize("size", SIZES)
def test_the_words_of_the_ring_stand_around_it_whole(qtbot, parts, size):
    page = begun(qtbot, parts, size, 2.0)
    ring, around = page.view_page.ring, page.view_page.round_ring
    assert around.over.text() == ring.over
    assert around.under.text() == f"{ring.word} {ring.count}".strip()
    for label in (around.over, around.under):
        assert not label.geometry().intersects(ring.geometry())
        assert label.width() >= label._natural_width()
    page.leave()


def test_they_stand_in_it_at_a_smaller_text_size_again(qtbot, parts):
    page = begun(qtbot, parts, SIZES[0], 2.0)
    assert not page.view_page.round_ring.under.isHidden()
    page.view_page._look.set_scale(1.0)
    settle()
    assert page.view_page.round_ring.under.isHidden()
    page.leave()


@pytest.mark.parametrize(
    ("size", "scale", "direction"),
    every_day(
        ((SIZES[0], 1.0, LEFT), (SIZES[-1], 2.0, RIGHT)),
        product(SIZES, (1.0, 1.5, 2.0), (LEFT, RIGHT)),
        of_several=True,
    ),
)
def test_what_stands_on_the_screen_is_what_it_says_now(qtbot, qapp, parts, size, scale, direction):
    """Only what changes is painted anew; a word that is left out of it stays as it was."""
    qapp.setLayoutDirection(direction)
    page = begun(qtbot, parts, size, scale)
    for _ in range(4):  # the minute that is left changes in them
        parts.clock.pass_time(1.0)
        page.advance()
        settle()
        shown = page.screen().grabWindow(page.winId()).toImage()
        assert shown.convertToFormat(shown.format()) == page.grab().toImage().convertToFormat(shown.format())
    page.leave()
