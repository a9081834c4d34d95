"""A gallery of many cards: few are made, and nobody finds out."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.lazy_gallery import Entry, LazyGallery
from coach.ui.widgets.scroll import Scroll
from tests.beside import slow
from tests.ui.seeing import settle

MANY = 400
KEY = Qt.Key


class Card(QPushButton):
    """Of a height of its own, which nobody knows before it is made; the first has a button on it."""

    made = 0

    def __init__(self, number: int) -> None:
        super().__init__()
        type(self).made += 1
        self.number = number
        self.setAccessibleName(f"card {number}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._high = random.Random(number).randrange(120, 360)
        if number == 0:
            QPushButton("on it", self)

    def sizeHint(self) -> QSize:
        return QSize(200, self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)


class Shelf(Scroll):
    """A page with words above a gallery."""

    def __init__(self, look: WindowLook, count: int) -> None:
        super().__init__(look)
        content = QWidget()
        column = QVBoxLayout(content)
        self.above = QLabel("above")
        self.above.setFixedHeight(150)
        column.addWidget(self.above)
        self.before = QPushButton("before")
        column.addWidget(self.before)
        self.gallery = LazyGallery(look, self, 270)
        column.addLayout(self.gallery)
        column.addStretch(1)
        self.set_content(content)
        self.show_numbers(range(count))

    def show_numbers(self, numbers) -> None:
        self.gallery.show_entries([Entry(str(one), lambda one=one: Card(one), 1 + (one % 7 == 0)) for one in numbers])

    def seen(self) -> list[int]:
        """The cards in sight, as one reads."""
        return [card.number for card in self.gallery.cards if not card.visibleRegion().isEmpty()]

    def place(self, number: int) -> int:
        """Where a card is from the upper edge of what is seen, pixels."""
        card = next(card for card in self.gallery.cards if card.number == number)
        return card.mapTo(self.viewport(), QPoint(0, 0)).y()

    def holes(self) -> list[QPoint]:
        """Places within what is seen of the gallery, row by row, where no card stands and one should."""
        box = self.gallery.geometry()
        rows, top = self.gallery._rows, self.verticalScrollBar().value() - box.y()
        seen = rows.between(max(0, top), top + self.viewport().height())
        made = {card.number for card in self.gallery.cards}
        return [cell.number for row in seen for cell in rows.rows[row] if cell.number not in made]

    def overlaps(self) -> list[tuple[int, int]]:
        cards = self.gallery.cards
        return [
            (one.number, other.number)
            for place, one in enumerate(cards)
            for other in cards[place + 1 :]
            if one.geometry().intersects(other.geometry())
        ]


@pytest.fixture
def shelf(qtbot, look) -> Shelf:
    Card.made = 0
    made = Shelf(look, MANY)
    qtbot.addWidget(made)
    made.resize(940, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_what_is_seen_is_made_and_little_else(qtbot, shelf):
    qtbot.waitUntil(lambda: not shelf.gallery._later.isActive())
    assert shelf.seen()[0] == 0
    assert Card.made < 30
    assert shelf.verticalScrollBar().maximum() > 20_000, "all of it can be scrolled to"


@pytest.mark.parametrize("way", ["wheel", *slow(("handle", "back"))])
def test_wherever_it_is_scrolled_to_there_are_cards(qtbot, shelf, way):
    bar = shelf.verticalScrollBar()
    steps = {"wheel": 90, "handle": 2711, "back": -613}[way]
    bar.setValue(bar.maximum() if steps < 0 else 0)
    for _ in range(40):
        bar.setValue(bar.value() + steps)
        assert shelf.holes() == []
        assert shelf.overlaps() == []
        assert len(shelf.gallery.cards) < 90, "what is far is given up"
        settle()


def test_what_is_seen_stays_where_it_is_whatever_is_made_above_it(qtbot, shelf):
    bar = shelf.verticalScrollBar()
    for value in (9000, 4000, 15000, 2000):
        bar.setValue(value)
        first = shelf.seen()[0]
        place = shelf.place(first)
        qtbot.waitUntil(lambda: not shelf.gallery._later.isActive())
        settle()
        assert (shelf.seen()[0], shelf.place(first)) == (first, place)


def test_the_end_is_the_end_and_the_beginning_the_beginning(qtbot, shelf):
    bar = shelf.verticalScrollBar()
    for _ in range(2):
        qtbot.keyClick(shelf, KEY.Key_End)
        assert bar.value() == bar.maximum(), "at once, too"
        qtbot.waitUntil(lambda: not shelf.gallery._later.isActive())
        settle()
        assert bar.value() == bar.maximum()
        assert shelf.seen()[-1] == last_of(shelf)
        assert shelf.holes() == []
        qtbot.keyClick(shelf, KEY.Key_PageUp)
        assert bar.value() < bar.maximum()
        assert shelf.holes() == []
        qtbot.keyClick(shelf, KEY.Key_Home)
        settle()
        assert bar.value() == 0
        assert shelf.seen()[0] == 0


def last_of(shelf: Shelf) -> int:
    return shelf.gallery._rows.rows[-1][-1].number


def test_page_down_passes_no_card_over(qtbot, shelf):
    shelf.show_numbers(range(60))
    seen: set[int] = set()
    for _ in range(60):
        seen |= set(shelf.seen())
        qtbot.keyClick(shelf, KEY.Key_PageDown)
        settle()
    assert seen == set(range(60))


def in_order(shelf: Shelf) -> list[int]:
    return [cell.number for row in shelf.gallery._rows.rows for cell in row]


def walk(qtbot, shelf: Shelf, key: Qt.Key, steps: int) -> list[object]:
    """What the keyboard comes to; each of it is in sight."""
    came = []
    for _ in range(steps):
        qtbot.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        came.append(getattr(now, "number", None) if isinstance(now, Card) else now.text())
        settle()
        if isinstance(now, Card):
            assert now.number in shelf.seen()
    return came


def test_the_keyboard_comes_to_every_card_as_one_reads(qtbot, shelf):
    shelf.show_numbers(range(80))
    shelf.before.setFocus()
    order: list[object] = [0, "on it", *in_order(shelf)[1:]]
    assert walk(qtbot, shelf, KEY.Key_Tab, 81) == order
    assert walk(qtbot, shelf, KEY.Key_Tab, 1) == ["before"]
    assert walk(qtbot, shelf, KEY.Key_Backtab, 81) == order[::-1], "and from the other end"


def test_the_keyboard_goes_on_from_its_card_however_far_one_scrolled(qtbot, shelf):
    order, bar = in_order(shelf), shelf.verticalScrollBar()
    card = shelf.gallery.card(str(order[30]))
    card.setFocus()
    for value in (bar.maximum(), 0, bar.maximum() // 2):
        bar.setValue(value)
        settle()
        assert QApplication.focusWidget() is card
    assert walk(qtbot, shelf, KEY.Key_Tab, 2) == order[31:33]
    assert walk(qtbot, shelf, KEY.Key_Backtab, 3) == order[29:32][::-1]


def test_a_screen_reader_finds_what_is_made_as_one_reads(qtbot, shelf):
    shelf.verticalScrollBar().setValue(9000)
    qtbot.waitUntil(lambda: not shelf.gallery._later.isActive())
    shelf.verticalScrollBar().setValue(5000)
    settle()
    content = QAccessible.queryAccessibleInterface(shelf.widget())
    met = [content.child(n) for n in range(content.childCount())]
    names = [one.text(QAccessible.Text.Name) for one in met if not one.state().invisible]
    told = [int(name.split()[1]) for name in names if name.startswith("card")]
    assert told == [card.number for card in shelf.gallery.cards]
    assert len(told) < 100


@pytest.mark.parametrize("width", [500, 640, 1300, 1700])
def test_at_another_width_what_was_seen_first_is_seen_first(qtbot, shelf, width):
    shelf.verticalScrollBar().setValue(12_000)
    settle()
    first = shelf.seen()[0]
    shelf.resize(width, 620)
    settle()
    assert first in shelf.seen()
    assert (shelf.holes(), shelf.overlaps()) == ([], [])


def test_a_higher_window_shows_more(qtbot, shelf):
    few = len(shelf.seen())
    shelf.resize(shelf.width(), 1500)
    settle()
    assert len(shelf.seen()) > few
    assert shelf.holes() == []


def test_larger_letters(qtbot, shelf, look):
    shelf.verticalScrollBar().setValue(6000)
    settle()
    first = shelf.seen()[0]
    look.set_scale(2.0)
    settle()
    assert shelf.gallery.columns(900) == 1
    assert first in shelf.seen()
    assert shelf.holes() == []


def test_mirrored_the_first_stands_at_the_right(qtbot, shelf):
    shelf.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    first, second = (shelf.gallery.card(str(one)).geometry() for one in in_order(shelf)[:2])
    assert first.left() > second.left()


def test_other_cards_keep_the_place_and_the_keyboard_where_the_same_are_there(qtbot, shelf):
    shelf.verticalScrollBar().setValue(8000)
    settle()
    first = shelf.seen()[0]
    place, number = shelf.place(first), shelf.seen()[1]
    shelf.gallery.card(str(number)).setFocus()
    shelf.show_numbers(range(MANY))
    assert QApplication.focusWidget().number == number
    settle()
    assert (shelf.seen()[0], shelf.place(first)) == (first, place)
    shelf.show_numbers(range(3))
    settle()
    assert shelf.seen() == [0, 1, 2]


def test_a_card_that_grows_takes_its_room(qtbot, shelf):
    card = shelf.gallery.card("1")
    card._high = 500
    card.updateGeometry()
    settle()
    assert card.height() == 500
    assert shelf.overlaps() == []


def test_nothing_is_made_while_nobody_looks(qtbot, shelf):
    shelf.hide()
    made = Card.made
    qtbot.wait(30)
    shelf.verticalScrollBar().setValue(0)
    assert Card.made == made


def test_without_cards_there_is_nothing(qtbot, shelf):
    shelf.show_numbers(())
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shelf.gallery.cards == []
    assert shelf.gallery.card("1") is None
    assert shelf.verticalScrollBar().maximum() == 0
