"""The settings say of the desktop what `doctor` says: how each thing is known, or what follows where it is not."""

from __future__ import annotations

import pytest

from coach.desktop.how import How
from coach.desktop.protocol import SERVICES, Told
from coach.doctor import examine
from coach.ui.pages.settings_desk import DeskCard
from coach.words import desk_services
from tests.ui.parts import FakeParts
from tests.ui.seeing import texts


@pytest.fixture
def card_of(qtbot, look):
    def show(parts: FakeParts) -> DeskCard:
        card = DeskCard(parts, look)
        qtbot.addWidget(card)
        card.resize(900, 600)
        card.show()
        return card

    return show


def test_each_service_how_it_is_known(card_of):
    told = texts(card_of(FakeParts()))
    assert [text for text in told if text in {desk_services.name(service) for service in SERVICES}] == [
        "Time away", "Do not disturb", "Full screen", "Camera", "Screen kept on", "Locked screen",
        "Media keys", "Screen reader", "Key to the reminder", "Less motion",
    ]  # fmt: skip
    assert "Known (a test); breaks away from the desk count by themselves." in told
    assert "Possible (a test); the screen stays on while a session runs." in told


NOBODY = How("said", "nobody tells")


def test_what_is_unknown_and_what_follows_as_doctor_says_it(card_of):
    parts = FakeParts()
    parts.idle.now = parts.lock.now = None
    parts.awake.told = lambda: Told("awake", False, (NOBODY,))
    parts.quiet.told = lambda: tuple(Told(one, False, (NOBODY,)) for one in SERVICES)
    told = texts(card_of(parts))
    assert "Unknown (a test); all time counts as time at the desk." in told
    assert "Unknown (nobody tells); reminders come even while the camera is in use." in told
    said = {finding.name: finding.text for finding in examine(parts, no_window=None)}
    for service in SERVICES:
        sentence = said[service]
        assert f"{sentence[0].upper()}{sentence[1:]}." in told


def test_the_page_has_it(window):
    window.go("settings")
    assert "What your desktop tells" in texts(window.pages["settings"])
