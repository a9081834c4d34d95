"""What is told of a painted widget is told once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from coach.ui.widgets.role import ToldOnce


class Counted(QAbstractButton):
    """Keeps what Qt would tell a screen reader of."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def setAccessibleName(self, name: str) -> None:
        self.told.append(f"name {name}")
        super().setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        self.told.append(f"description {description!r}")
        super().setAccessibleDescription(description)

    def paintEvent(self, _event: object) -> None:
        """Nothing."""


class Told(ToldOnce, Counted):
    """As the program's own."""


@pytest.fixture
def button(qtbot):
    made = Told()
    qtbot.addWidget(made)
    return made


def test_what_is_said_again_is_not_told_again(button):
    for _ in range(3):
        button.setAccessibleName("Done")
        button.setToolTip("Done")
        button.setAccessibleDescription("")
    assert button.told == ["name Done", "description ' '"]


def test_what_is_new_is_told(button):
    button.setAccessibleName("Done")
    button.setAccessibleDescription("Key: Enter")
    button.setAccessibleName("Finished")
    button.setAccessibleDescription("")
    assert button.told == ["name Done", "description 'Key: Enter'", "name Finished", "description ''"]
    assert button.accessibleDescription() == ""
