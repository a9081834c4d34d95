"""A step's dose laid over its exercise: judged merged, told at the step's key (line 7, the map begins at 11)."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf

CASES = [
    ("chin-tuck", "{sets: 2}", []),
    ("chin-tuck", "{}", []),
    ("chin-tuck", "{for: 30s}", []),
    ("chin-tuck", "{for: 30s, hold: 5s}", ["7:22: hold goes only with reps, and this dose has for; take hold out"]),
    ("chin-tuck", "{every: 2s}", ["7:12: every goes only with for, and this dose has reps; take every out"]),
    ("chin-tuck", "{up_to: 1m}", ["7:12: up_to goes only with for: max; take it out, or write for: max"]),
    ("chin-tuck", "{pace: own}", ["7:12: hold and pace exclude each other; keep one of them"]),
    (
        "chin-tuck",
        "{move: 1s, pace: own}",
        ["7:22: pace excludes move and hold; take pace out, or all of these"],
    ),
    ("chin-tuck", "{switch: 3s}", ["7:12: switch goes only with sides: both; take it out, or write sides: both"]),
    ("chin-tuck", "{sides: both, switch: 3s}", []),
    ("chin-tuck", "{reps: 8, for: 30s}", ["7:21: reps and for exclude each other; keep one of them"]),
    ("chin-tuck", "{for: 30s, reps: 8}", ["7:22: for and reps exclude each other; keep one of them"]),
    ("plank", "{hold: 5s}", ["7:12: hold goes only with reps, and this dose has for; take hold out"]),
    ("plank", "{reps: 5, hold: 5s}", []),
    (
        "plank",
        "{sides: alternate}",
        ["7:12: sides: alternate goes only with reps, and this dose has for; write sides: both"],
    ),
    ("plank", "{up_to: 1m}", ["7:12: up_to goes only with for: max; take it out, or write for: max"]),
    ("plank", "{for: max}", []),
    ("march", "{reps: 10}", []),
    ("march", "{every: 2s}", []),
    ("march", "{reps: 10, every: 2s}", ["7:22: every goes only with for, and this dose has reps; take every out"]),
    ("wall-sit", "{for: 30s}", ["7:12: up_to goes only with for: max; take it out, or write for: max"]),
    ("wall-sit", "{reps: 5}", []),
    ("wall-sit", "{up_to: 2m}", []),
    ("own-row", "{hold: 3s}", ["7:12: pace and hold exclude each other; keep one of them"]),
    ("own-row", "{for: 30s}", []),
    ("own-row", "{reps: 8}", []),
    ("side-plank", "{sides: left}", []),  # the time between the sides goes with the other side
    (
        "side-plank",
        "{sides: left, switch: 3s}",
        ["7:25: switch goes only with sides: both; take it out, or write sides: both"],
    ),
    ("side-plank", "{sides: both}", []),
    (
        "bird-dog",
        "{for: 30s}",
        ["7:12: sides: alternate goes only with reps, and this dose has for; write sides: both"],
    ),
    ("bird-dog", "{for: 30s, sides: none}", []),
    (
        "chin-tuck",
        "{hold: 1:30, every: 2s}",
        [
            "7:18: 1:30 is not a length of time; write 1m30s",
            "7:24: every goes only with for, and this dose has reps; take every out",
        ],
    ),
    (
        "nobody",
        "{hold: 5s}",
        [("6:15: nobody is not known; write bird-dog, chin-tuck, march, own-row, plank, side-plank or wall-sit")],
    ),
    ("chin-tuck", "5", ["7:11: 5 is not a map of keys; write {reps: 8}"]),
    ("chin-tuck", "{reps: }", ["7:17: a value is missing here; write one, or leave the key or the item out"]),
    ("chin-tuck", "{for: 1:30, every: 2s}", ["7:17: 1:30 is not a length of time; write 1m30s"]),
    ("chin-tuck", "{for: soon}", ["7:17: soon is not a length of time; write one such as 90s or 1m30s"]),
]


@pytest.mark.parametrize(("exercise", "dose", "problems"), CASES)
def test_laid_dose(shelf: Shelf, exercise: str, dose: str, problems: list[str]) -> None:
    assert shelf.of("routine", f"steps:\n  - exercise: {exercise}\n    dose: {dose}\n") == problems
