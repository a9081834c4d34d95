"""A screen reader has heard of all that a card is made of when the card comes into sight."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from coach.ui.nudge import alert
from coach.ui.nudge.card import NudgeCard


class Reader:
    """Stands for Qt's way to a screen reader, which is open where `is_there`."""

    Event = QAccessible.Event

    def __init__(self, *, is_there: bool) -> None:
        self.is_there = is_there
        self.told: list[object] = []

    def isActive(self) -> bool:
        return self.is_there

    def updateAccessibility(self, event: object) -> None:
        self.told.append(event)


@pytest.fixture
def reader(monkeypatch, request):
    made = Reader(is_there=request.param)
    monkeypatch.setattr(alert, "QAccessible", made)
    return made


@pytest.fixture
def card(qtbot, look):
    made = NudgeCard(look, "Change position", "Your next posture is your best posture.")
    yield made
    if isValid(made):
        delete(made)


@pytest.mark.parametrize("reader", [False], indirect=True)
def test_without_a_reader_it_comes_at_once(card, reader):
    card.appear()
    assert card.isVisible()
    assert len(reader.told) == 1


@pytest.mark.parametrize("reader", [True], indirect=True)
@pytest.mark.parametrize("is_in_a_window", [False, True])
def test_with_a_reader_it_comes_a_moment_after_it_was_built(qtbot, card, reader, is_in_a_window):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    card.appear_in(window) if is_in_a_window else card.appear()
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible)
    assert card._life.state() == card._life.State.Running, "its time begins when it is seen"
    assert len(reader.told) == (0 if is_in_a_window else 1)


@pytest.mark.parametrize("reader", [True], indirect=True)
def test_one_that_goes_before_it_came_never_comes(qtbot, card, reader):
    card.appear()
    card.leave(at_once=True)
    with qtbot.waitSignal(card.destroyed):
        pass
    assert reader.told == []
