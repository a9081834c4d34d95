"""Which reminder would be set to what."""

from __future__ import annotations

from coach.coming_from import workrave
from coach.coming_from.breaks import Breaks, Rhythm
from coach.coming_from.proposal import proposals
from coach.content.model import Message, Reminder, Text


def reminder(name: str, minutes: float | None, *, on: bool = True, at_most: int | None = None) -> Reminder:
    every = None if minutes is None else minutes * 60
    at = (600,) if minutes is None else ()
    return Reminder(name, Text(name), (Message(Text("Now")),), every=every, at=at, enabled=on, at_most=at_most)


SHIFT, HOURLY = reminder("shift", 30, at_most=16), reminder("hourly", 60)
QUIET, DAILY = reminder("quiet", 20, on=False), reminder("daily", None)


def test_short_breaks_become_the_most_frequent_and_long_ones_the_rarest() -> None:
    found = proposals(workrave.USUAL, (QUIET, DAILY, HOURLY, SHIFT))
    assert [(one.reminder.id, one.keys()) for one in found] == [
        ("shift", {"every": "3m", "away_counts": "30s", "at_most": None}),
        ("hourly", {"every": "45m", "away_counts": "10m"}),
    ]


def test_where_one_is_on_the_other_is_switched_on() -> None:
    found = proposals(workrave.USUAL, (SHIFT, reminder("hourly", 60, on=False), DAILY))
    assert [(one.reminder.id, one.keys().get("enabled")) for one in found] == [("shift", None), ("hourly", True)]


def test_what_they_had_not_is_not_set() -> None:
    assert [one.reminder.id for one in proposals(Breaks("stretchly", None, Rhythm(1800, 300)), (SHIFT, HOURLY))] == [
        "hourly"
    ]
    away = proposals(Breaks("safe-eyes", Rhythm(900, None), None), (SHIFT, HOURLY))[0].keys()
    assert away == {"every": "15m", "at_most": None}


def test_what_is_so_already_is_no_proposal() -> None:
    assert proposals(Breaks("workrave", Rhythm(1800, 300), Rhythm(3600, None)), (SHIFT, HOURLY)) == ()
    assert proposals(workrave.USUAL, (DAILY,)) == ()
    rarer = proposals(Breaks("workrave", Rhythm(3000, None), None), (SHIFT,))[0]
    assert rarer.keys() == {"every": "50m"}
