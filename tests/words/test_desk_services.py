"""What a desktop tells and does, in words; tests/test_doctor.py reads each sentence."""

from __future__ import annotations

import pytest

from coach.desktop.how import How
from coach.desktop.protocol import SERVICES, Service, Told
from coach.words import desk_services
from tests.words.languages import Bracketed, outside_brackets


def test_each_has_a_name():
    assert [desk_services.name(service) for service in SERVICES] == [
        "Time away", "Do not disturb", "Full screen", "Camera", "Screen kept on", "Locked screen",
        "Media keys", "Screen reader", "Key to the reminder", "Less motion",
    ]  # fmt: skip


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("is_known", [True, False])
def test_all_of_it_is_translated(service: Service, is_known: bool):
    language = Bracketed()
    assert outside_brackets(desk_services.name(service, language)) == ""
    assert outside_brackets(desk_services.sentence(Told(service, is_known, (How("nothing-tells"),)), language)) == ""
    assert outside_brackets(desk_services.idle_unknown(language)) == ""


def test_names_of_others_are_told_as_they_are():
    """Whatever they hold: a notification server gives itself its name."""
    told = desk_services.sentence(Told("do-not-disturb", False, (How("named-silent", "{how} {0} %n"),)))
    assert told == "unknown ({how} {0} %n does not answer); reminders come even while do not disturb is on"
