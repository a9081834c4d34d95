"""Somebody makes a reminder of their own in the window: it comes, is changed while it is open, and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.ui.app import Program
from coach.ui.pages.reminder.page import ReminderPage
from tests.ui.parts import FakeParts
from tests.ui.seeing import button, texts


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    """A person with a data folder."""
    return FakeParts.at_home(tmp_path)


class AtTheDesk:
    """The program, and the time that goes by at the desk."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self._qtbot = qtbot
        self.program, self.parts, self.window = program, program.parts, program.window
        program.begin()

    @property
    def form(self) -> ReminderPage:
        page = self.window.pages["reminder"]
        assert isinstance(page, ReminderPage)
        return page

    def press(self, name: str) -> None:
        QTest.mouseClick(button(self.window, name), Qt.MouseButton.LeftButton)

    def works(self, minutes: int) -> None:
        assert isinstance(self.parts, FakeParts)
        for _ in range(minutes):
            self.parts.clock.pass_time(60)
            self.program.nudging.look()

    def sees(self, reminder: str) -> None:
        """Its card comes."""
        self._qtbot.waitUntil(lambda: self.parts.desk.open == reminder)

    def makes(self, title: str, message: str, minutes: int) -> None:
        self.window.go("reminders")
        self.press("New")
        assert self.form.form is not None
        QTest.keyClicks(self.form.form.title_field.edit, title)
        QTest.keyClicks(self.form.form.messages.lines[0].field.edit, message)
        self.form.form.rhythm.every.field.setValue(minutes * 60)
        self.press("Save")


@pytest.fixture
def person(qtbot: QtBot, program: Program) -> AtTheDesk:
    return AtTheDesk(qtbot, program)


def test_it_comes_is_answered_and_stands_in_the_days_line(person: AtTheDesk) -> None:
    person.makes("Water", "Drink a glass.", 12)
    assert "Water" in texts(person.window)
    person.works(13)
    person.sees("water")
    person.parts.desk.done("water")
    person.window.tick()
    assert {"Water", "1 came, 1 done"} <= set(texts(person.window))
    assert {line.reminder_id for line in person.parts.desk.status().lines} > {"water", "change-position"}


def test_changed_while_its_card_is_open_it_goes_on_and_deleted_the_card_goes(person: AtTheDesk) -> None:
    person.makes("Water", "Drink a glass.", 12)
    person.works(13)
    person.sees("water")
    person.window.go("reminder", "water")
    assert person.form.form is not None
    person.form.form.rhythm.every.field.setValue(40 * 60)
    person.press("Save")
    assert person.parts.desk.open == "water"
    person.parts.desk.done("water")
    person.works(30)
    assert "water" not in {entry.id for entry in person.parts.desk.status().log[-1:] if entry.what == "shown"}
    person.parts.desk.now("water")
    person.window.go("reminder", "water")
    person.press("Delete")
    person.press("Delete it")
    assert person.parts.desk.open is None
    person.works(60)
    assert "water" not in {line.reminder_id for line in person.parts.desk.status().lines}


def test_the_rest_goes_on_counting_and_the_next_start_has_it(person: AtTheDesk, tmp_path: Path) -> None:
    person.works(20)
    before = {line.reminder_id: line.due_in for line in person.parts.desk.status().lines}
    person.makes("Water", "Drink a glass.", 300)
    after = {line.reminder_id: line.due_in for line in person.parts.desk.status().lines}
    assert {name: after[name] for name in before} == before
    again = FakeParts.at_home(tmp_path)
    assert str(again.library.catalogue.reminders["water"].messages[0]) == "Drink a glass."
    assert "water" in {line.reminder_id for line in again.desk.status().lines if line.enabled}
