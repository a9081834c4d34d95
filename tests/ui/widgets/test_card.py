"""Cards: what stands beside a picture has three fifths of them."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.look.typography import BODY
from coach.ui.look.window_look import WindowLook
from coach.ui.widgets.card import CardButton, beside_picture
from coach.ui.widgets.labels import Label


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
