"""What is said to somebody who comes from another program."""

from __future__ import annotations

import pytest

from coach.coming_from.breaks import Breaks, Rhythm
from coach.coming_from.proposal import Proposal
from coach.content.model import Message, Reminder, Text
from coach.words.coming_from import was_set, where_from, would_be

SHIFT = Reminder("shift", Text("Shift", {"de": "Wechsel"}), (Message(Text("Now")),), every=1800.0, at_most=16)
LONG = (
    "Shift: every 3 min at the desk (now 30 min), 30 s away count as the break (now 5 min), "
    "as often as it is due (now at most 16 a day)"
)


@pytest.mark.parametrize(
    ("rhythm", "lifts", "on", "told"),
    [
        (Rhythm(180, 30), True, False, LONG),
        (Rhythm(1800, None), False, True, "Shift: switched on"),
        (Rhythm(1800, 600), False, False, "Shift: 10 min away count as the break (now 5 min)"),
    ],
)  # fmt: skip
def test_what_would_be_set(rhythm: Rhythm, lifts: bool, on: bool, told: str) -> None:
    assert would_be(Proposal(SHIFT, rhythm, lifts, on)) == told


def test_where_it_comes_from() -> None:
    assert where_from(Breaks("workrave", None, None, is_set=True)) == "As Workrave is set on this computer."
    assert where_from(Breaks("safe-eyes", None, None)) == (
        "No settings of Safe Eyes were found here: this is how it comes."
    )


def test_one_or_several() -> None:
    assert (was_set(1), was_set(2)) == (
        "Set. The pencil beside it changes it further.",
        "Set. The pencil beside each changes it further.",
    )
