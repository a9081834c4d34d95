"""What a reminder offers to start."""

from __future__ import annotations

import pytest

from coach.content.model import Message, Reminder, Routine, Test, Text

ROUTINES = {name: Routine(name, Text(name), ()) for name in ("reset", "wall")}
TESTS = {name: Test(name, Text(name), ()) for name in ("wall", "other")}


@pytest.mark.parametrize(
    ("offer", "offered"),
    [
        (None, ()),
        ("reset", (ROUTINES["reset"],)),
        ("other", (TESTS["other"],)),
        (("wall", "gone", "other"), (ROUTINES["wall"], TESTS["other"])),
    ],
)
def test_it_offers_what_is_known_of_its_ids_and_a_routine_before_a_test(
    offer: str | tuple[str, ...] | None, offered: tuple[Routine | Test, ...]
) -> None:
    reminder = Reminder("walk", Text("Walk"), (Message(Text("Go.")),), every=60.0, offer=offer)
    assert reminder.offered(ROUTINES, TESTS) == offered
