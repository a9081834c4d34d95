"""Cards: what stands beside a picture has three fifths of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.look.typography import BODY
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.card import Card, CardButton, beside_picture
from coach.ui.widgets.labels import Label
from tests.ui.seeing import settle


def test_a_picture_fills_two_fifths_of_a_wide_card_and_words_the_rest(qtbot: QtBot, look: WindowLook) -> None:
    card, picture = CardButton(look, "Eight weeks"), QWidget()
    qtbot.addWidget(card)
    picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
    words = Label(look, "Eight weeks", BODY, wrap=True)
    beside_picture(card, picture).addWidget(words)
    card.resize(500, 200)
    card.show()
    assert (picture.x(), picture.y(), picture.height()) == (0, 0, 200)
    assert abs(picture.width() - 200) <= 2
    assert words.x() > picture.geometry().right()


class Ground(QWidget):
    """Keeps what it was asked to paint anew."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += event.region()


def test_a_card_that_becomes_lower_or_moves_leaves_no_shadow_behind(qtbot: QtBot, look: WindowLook) -> None:
    ground = Ground()
    qtbot.addWidget(ground)
    ground.resize(500, 500)
    card = Card(look, parent=ground)
    card.setGeometry(100, 100, 200, 300)
    ground.show()
    settle()
    below = QPoint(200, 410)  # where the shadow of its lower edge was

    ground.painted = QRegion()
    card.setGeometry(100, 100, 200, 100)
    settle()
    assert ground.painted.contains(below)

    beside = QPoint(310, 150)
    ground.painted = QRegion()
    card.setGeometry(QRect(100, 300, 200, 100))
    settle()
    assert ground.painted.contains(beside)
