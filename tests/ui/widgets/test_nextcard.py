"""The card of what comes next: a whole name before a cut dose."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from coach.ui.look.typography import BODY, CONTROL, LEAST_PX, SMALL
from coach.ui.widgets.nextcard import NextCard


def test_where_there_is_no_room_the_dose_goes_before_the_name(qtbot, look):
    card = NextCard(look)
    qtbot.addWidget(card)
    card.tell("arrow", "Thoracic extension over a chair, 8 repetitions")
    assert card._fitting(BODY.bold, 500.0, SMALL.px)[0] == card.words
    text, font = card._fitting(CONTROL.bold, 220.0, LEAST_PX)
    assert text == "Thoracic extension over a chair"
    assert QFontMetricsF(font).horizontalAdvance(text) <= 220.0
    assert card.toolTip() == card.words
    card.tell("arrow", "Upward-facing-dog")
    assert card._fitting(CONTROL.bold, 10.0, LEAST_PX)[0] == "Upward-facing-dog"
