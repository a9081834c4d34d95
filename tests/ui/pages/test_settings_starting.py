"""Starting with the computer, in Settings: read from where the system keeps it, changed by click and key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coach.desktop.at_login import Entry, NullAtLogin
from coach.desktop.how import How
from coach.settings import WITHOUT_TRAY
from coach.ui.pages.at_login import AtLoginSwitch
from coach.ui.pages.settings_starting import StartingCard
from tests.ui.seeing import texts


@pytest.fixture
def card_of(qtbot, look):
    def show(parts) -> StartingCard:
        card = StartingCard(parts, look)
        qtbot.addWidget(card)
        card.resize(900, 400)
        card.show()
        return card

    return show


def test_it_is_switched_by_click_and_key(card_of, parts):
    card = card_of(parts)
    assert not card.at_login.isChecked()
    assert card.at_login.accessibleName() == "Start with the computer"
    QTest.mouseClick(card.at_login, Qt.MouseButton.LeftButton)
    assert parts.at_login.now.state == "on"
    assert "On: the reminders start when you log in, without a window." in texts(card)
    card.at_login.setFocus()
    QTest.keyClick(card.at_login, Qt.Key.Key_Space)
    assert parts.at_login.now.state == "off"
    assert not card.at_login.isChecked()


def test_what_was_changed_elsewhere_is_seen_when_it_is_shown_again(card_of, parts):
    card = card_of(parts)
    card.hide()
    parts.at_login.switch_on()
    card.show()
    assert card.at_login.isChecked()


def test_what_points_to_nothing_is_off_and_can_be_mended(card_of, parts):
    parts.at_login.now = Entry("gone", "a file", "/gone/posture-coach")
    card = card_of(parts)
    assert not card.at_login.isChecked()
    assert any("/gone/posture-coach is gone" in text for text in texts(card))
    card.at_login.click()
    assert parts.at_login.now.state == "on"


def test_what_cannot_be_changed_says_why_and_stays(card_of, parts):
    parts.at_login.trouble = PermissionError(13, "Permission denied", "/a/file")
    card = card_of(parts)
    card.at_login.click()
    assert not card.at_login.isChecked()
    assert "It could not be changed: /a/file: Permission denied." in texts(card)


def test_where_nothing_can_be_had_to_start_it_says_so(card_of, parts):
    parts.at_login = NullAtLogin(How("said", "it is not offered here"))
    card = card_of(parts)
    assert not card.at_login.isEnabled()
    assert "Unknown: it is not offered here." in texts(card)


def test_the_page_has_it(window):
    window.go("settings")
    assert window.pages["settings"].findChild(AtLoginSwitch) is not None


def test_what_becomes_of_the_program_when_it_is_closed(card_of, parts):
    card = card_of(parts)
    assert card.closing.value() == ""
    for way in ("minimise", "end", "go-on"):
        card.closing.thumb(way).click()
        assert parts.store.get(WITHOUT_TRAY) == way
    card.closing.thumb("").click()
    assert parts.store.get(WITHOUT_TRAY) is None
    card.hide()
    parts.store.keep(WITHOUT_TRAY, "end")
    card.show()
    assert card.closing.value() == "end"
