"""What a person wants, has, and when, to the letter."""

from __future__ import annotations

import pytest

from coach.content.model import Window
from coach.progression.aim import AIMS
from coach.reminders.desk_hours import DeskHours
from coach.words import about_you
from tests.words.languages import Bracketed, outside_brackets

WORKDAYS = ("mon", "tue", "wed", "thu", "fri")


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (None, "No hours chosen: each reminder keeps its own."),
        (DeskHours(WORKDAYS, Window(540, 1050)), "Mon to Fri, 9:00 to 17:30."),
        (DeskHours(("mon", "thu"), Window(1320, 360)), "Mon, Thu, 22:00 to 6:00."),
        (DeskHours(WORKDAYS, Window(0, 1440)), "Mon to Fri, all day."),
        (DeskHours(WORKDAYS, Window(480, 480)), "Mon to Fri, all day."),
        (DeskHours(WORKDAYS, Window(480, 1440)), "Mon to Fri, 8:00 to 24:00."),
        (DeskHours((), Window(480, 1440)), "On no day: only what has an hour of its own comes."),
    ],
)
def test_hours(hours: DeskHours | None, told: str) -> None:
    assert about_you.hours(hours) == told


def test_aims() -> None:
    assert [about_you.aim(aim) for aim in AIMS] == ["Desk", "Running", "Both"]
    for aim in AIMS:
        assert outside_brackets(about_you.aim(aim, Bracketed()) + about_you.aim_note(aim, Bracketed())) == ""


def test_what_is_missing() -> None:
    assert about_you.missing(()) == "You have all of it."
    assert about_you.missing({"mat", "band"}) == "Without a band and a mat."


def test_what_is_used_and_that_nothing_is_any_more() -> None:
    assert about_you.uses("Band row", "red band") == "What you use for Band row: red band."
    assert about_you.uses("Band row", "") == "What you use for Band row is not kept any more."
    for load in ("", "[3 kg]"):
        assert outside_brackets(about_you.uses("[Row]", load, Bracketed())) == ""
