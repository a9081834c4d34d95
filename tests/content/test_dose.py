"""docs/format.md, Dose: the table, key by key, and which keys go together. The dose stands on line 8, from column 7."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

BEFORE = "areas: [neck]\nposition: sitting\ndescribe: Sit tall.\ndose: "

CASES = [
    ("{reps: 8}", []),
    ("8", ["8:7: 8 is not a map of keys; write {reps: 8}"]),
    ("[8]", ["8:7: a list is not a map of keys; write {reps: 8}"]),
    ("{}", ["8:7: reps or for is missing; write reps: 8 or for: 30s"]),
    ("{sets: 2}", ["8:7: reps or for is missing; write reps: 8 or for: 30s"]),
    ("{rep: 8, hold: 5s}", ["8:8: rep is not known; did you mean reps?"]),
    ("{rep: 8, for: 30s}", ["8:8: rep is not known; did you mean reps?"]),
    (
        "{reps: 8, move: 2s, hold: 5s, pace: own}",
        ["8:37: pace excludes move and hold; take pace out, or all of these"],
    ),
    (
        "{reps: 8, move: 2s, pace: own, hold: 5s, back: 1s}",
        [
            "8:27: move and pace exclude each other; keep one of them",
            "8:38: pace and hold exclude each other; keep one of them",
            "8:48: pace and back exclude each other; keep one of them",
        ],
    ),
    ("{reps: 8, for: 30s}", ["8:17: reps and for exclude each other; keep one of them"]),
    ("{for: 30s, reps: 8}", ["8:18: for and reps exclude each other; keep one of them"]),
    ("{reps: 0}", ["8:14: 0 is too small; write 1 to 100"]),
    ("{reps: 101}", ["8:14: 101 is too large; write 1 to 100"]),
    ("{reps: 100, sets: 20, move: 60s, hold: 5m, back: 60s, pause: 60s, rest: 10m}", []),
    ("{reps: 8.5}", ["8:14: 8.5 is not a whole number; write 1 to 100"]),
    ("{reps: '8'}", ['8:14: "8" is a text where a whole number is wanted; write 8 without quotes']),
    ("{reps: eight}", ["8:14: eight is not a whole number; write 1 to 100"]),
    ("{reps: 0310}", ["8:14: 0310 is not a whole number; write 1 to 100"]),
    ("{reps: 1e3}", ["8:14: 1e3 is not a whole number; write 1 to 100"]),
    ("{reps: +2}", ["8:14: +2 is not a whole number; write 2"]),
    (
        "{reps: 1234567890}",
        ["8:14: 1234567890 has more than nine digits; write a smaller number, or put a text in quotes"],
    ),
    ("{reps: true}", ["8:14: true is not a whole number; write 1 to 100"]),
    ("{reps: -1}", ["8:14: -1 is too small; write 1 to 100"]),
    ("{reps: 8, sets: 0}", ["8:23: 0 is too small; write 1 to 20"]),
    ("{reps: 8, sets: 21}", ["8:23: 21 is too large; write 1 to 20"]),
    ("{reps: 8, rest: 11m}", ["8:23: 11m is too long; write 0s to 10m"]),
    ("{reps: 8, rest: 0s}", []),
    ("{reps: 8, rest: 30}", ["8:23: 30 has no unit; did you mean 30s?"]),
    ("{reps: 8, rest: 1:30}", ["8:23: 1:30 is not a length of time; write 1m30s"]),
    ("{reps: 8, rest: 1.5s}", ["8:23: 1.5s is not a length of time; write whole numbers such as 1s or 2s"]),
    (
        "{reps: 8, rest: 1.5}",
        ["8:23: 1.5 is not a length of time; write whole numbers with a unit, such as 90s or 1m30s"],
    ),
    ("{reps: 8, rest: 1.5m}", ["8:23: 1.5m is not a length of time; write 1m30s"]),
    ("{reps: 8, rest: 60s1m}", ["8:23: 60s1m is not a length of time, its units go from small to large; write 2m"]),
    ("{reps: 8, rest: 30s30s}", ["8:23: 30s30s is not a length of time, s stands in it more than once; write 1m"]),
    ("{reps: 8, rest: 5 s}", ["8:23: 5 s is not a length of time; write 5s"]),
    ("{reps: 8, rest: 2min}", ["8:23: 2min is not a length of time; write 2m"]),
    ("{reps: 8, rest: 05s}", ["8:23: 05s is not a length of time; write 5s"]),
    ("{reps: 8, rest: 5S}", ["8:23: 5S is not a length of time; write 5s"]),
    ("{reps: 8, rest: -5s}", ["8:23: -5s is not a length of time; write 5s"]),
    ("{reps: 8, rest: -5}", ["8:23: -5 is not a length of time; write 5s"]),
    ("{reps: 8, rest: soon}", ["8:23: soon is not a length of time; write one such as 90s or 1m30s"]),
    ("{reps: 8, rest: ''}", ["8:23: an empty text is not a length of time; write one such as 90s or 1m30s"]),
    (
        "{reps: 8, rest: [5s]}",
        ["8:23: a list stands where a length of time from 0s to 10m is wanted; write one such as 30s"],
    ),
    (
        "{reps: 8, rest: 1d}",
        [("8:23: 1d is counted in days, which make no sense here; write hours, minutes or seconds, such as 30m")],
    ),
    ("{reps: 8, rest: '90s'}", []),
    ("{reps: 8, rest: 0:45}", ["8:23: 0:45 is not a length of time; write 45s"]),
    ("{reps: 8, rest: 1:00:00}", ["8:23: 1:00:00 is not a length of time; write 1h"]),
    ("{reps: 8, rest: true}", ["8:23: true is not a length of time; write one such as 90s or 1m30s"]),
    ("{reps: 8, rest: 5x}", ["8:23: 5x is not a length of time; write one such as 90s or 1m30s"]),
    ("{reps: 8, move: 61s}", ["8:23: 61s is too long; write 0s to 60s"]),
    ("{reps: 8, move: 60s, back: 1m}", []),
    ("{reps: 8, back: 2m}", ["8:23: 2m is too long; write 0s to 60s"]),
    ("{reps: 8, hold: 6m}", ["8:23: 6m is too long; write 0s to 5m"]),
    ("{reps: 8, pause: 61s}", ["8:24: 61s is too long; write 0s to 60s"]),
    ("{reps: 8, pace: own}", []),
    ("{reps: 8, pace: slow}", ["8:23: slow is not known; write own"]),
    ("{reps: 8, pace: own, move: 2s}", ["8:28: pace and move exclude each other; keep one of them"]),
    ("{reps: 8, hold: 2s, pace: own}", ["8:27: hold and pace exclude each other; keep one of them"]),
    (
        "{reps: 8, pace: own, back: 2s, pause: 1s}",
        [
            "8:28: pace and back exclude each other; keep one of them",
            "8:38: pace and pause exclude each other; keep one of them",
        ],
    ),
    ("{for: 30s, pace: own}", ["8:18: pace goes only with reps, and this dose has for; take pace out"]),
    ("{for: 0s}", ["8:13: 0s is too short; write 1s to 60m"]),
    ("{for: 61m}", ["8:13: 61m is too long; write 1s to 60m"]),
    ("{for: 60m}", []),
    ("{for: 1h}", []),
    ("{for: max}", []),
    ("{for: maximum}", ["8:13: maximum is not known; did you mean max?"]),
    ("{for: 30}", ["8:13: 30 has no unit; did you mean 30s?"]),
    ("{for: max, up_to: 10m}", []),
    ("{for: max, up_to: 0s}", ["8:25: 0s is too short; write 1s to 10m"]),
    ("{for: max, up_to: 11m}", ["8:25: 11m is too long; write 1s to 10m"]),
    ("{for: 30s, up_to: 1m}", ["8:18: up_to goes only with for: max; take it out, or write for: max"]),
    ("{reps: 8, up_to: 1m}", ["8:17: up_to goes only with for: max; take it out, or write for: max"]),
    ("{for: 30s, every: 1s}", []),
    ("{for: max, every: 1s}", []),
    ("{for: 30s, every: 61s}", ["8:25: 61s is too long; write 1s to 60s"]),
    ("{for: 30s, every: 0s}", ["8:25: 0s is too short; write 1s to 60s"]),
    ("{reps: 8, every: 2s}", ["8:17: every goes only with for, and this dose has reps; take every out"]),
    (
        "{for: 30s, move: 1s, hold: 1s, back: 1s, pause: 1s}",
        [
            "8:18: move goes only with reps, and this dose has for; take move out",
            "8:28: hold goes only with reps, and this dose has for; take hold out",
            "8:38: back goes only with reps, and this dose has for; take back out",
            "8:48: pause goes only with reps, and this dose has for; take pause out",
        ],
    ),
    ("{reps: 8, sides: both, switch: 0s}", []),
    ("{reps: 8, sides: both, switch: 61s}", ["8:38: 61s is too long; write 0s to 60s"]),
    ("{reps: 8, switch: 5s}", ["8:17: switch goes only with sides: both; take it out, or write sides: both"]),
    (
        "{reps: 8, sides: left, switch: 5s}",
        ["8:30: switch goes only with sides: both; take it out, or write sides: both"],
    ),
    (
        "{for: 30s, sides: alternate}",
        ["8:18: sides: alternate goes only with reps, and this dose has for; write sides: both"],
    ),
    ("{for: 30s, sides: both}", []),
    ("{reps: 6, sides: alternate}", []),
    ("{reps: 6, sides: right}", []),
    ("{reps: 6, sides: each}", ["8:24: each is not known; write alternate, both, left, none or right"]),
    ("{reps: 6, side: both}", ["8:17: side is not known; did you mean sides?"]),
    (
        "{for: 1:30, hold: 5s}",
        [
            "8:13: 1:30 is not a length of time; write 1m30s",
            "8:19: hold goes only with reps, and this dose has for; take hold out",
        ],
    ),
    ("{reps: 8, sides: bth, switch: 5s}", ["8:24: bth is not known; did you mean both?"]),
    ("{for: 1:30, up_to: 1m}", ["8:13: 1:30 is not a length of time; write 1m30s"]),
]


@pytest.mark.parametrize(("body", "problems"), CASES)
def test_dose(shelf: Shelf, body: str, problems: list[str]) -> None:
    assert shelf.of("exercise", BEFORE + body + "\n") == problems
