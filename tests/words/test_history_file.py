"""What is the matter with a history file."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.progress.portable.wrong import (
    FileProblem,
    LeftOut,
    Missing,
    OfFile,
    OneOf,
    Unusable,
    Wrong,
    WrongPart,
    WrongSetting,
    WrongValue,
)
from coach.unfit import NoneOf
from coach.words.history_file import left_out, problem
from coach.words.language import ENGLISH

FILE = Path("history.jsonl")
ALL_THE_TIME = "Something is being written to the data file all the time. Nothing was changed; try once more."


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (
            OfFile("not-written", FILE, "full"),
            "history.jsonl cannot be written (full); name a file in a folder of yours",
        ),
        (OfFile("not-read", FILE, "gone"), "history.jsonl cannot be read (gone); name a file that is there"),
        (OfFile("newer", FILE), "history.jsonl: made by a newer version of Posture Coach"),
        (Unusable(None), "the data file cannot be used"),
        (Unusable("closed"), "The data file is closed."),
        ("always-written", ALL_THE_TIME),
    ],
)
def test_problems(of: FileProblem, told: str) -> None:
    assert problem(ENGLISH, of) == told


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (Missing("uid"), "has no uid"),
        (
            WrongPart("pains", WrongValue("pain", OneOf(("a",)))),
            "has in pains a part that has a wrong pain; it is one of a",
        ),
        (WrongSetting("theme", NoneOf(("light",))), "has a wrong value of theme; it is none of light"),
        (WrongSetting("reminders-state"), "has a wrong value of reminders-state"),
    ],
)
def test_lines(why: Wrong, told: str) -> None:
    assert left_out(ENGLISH, LeftOut(7, why)) == f"line 7 {told}; it is left out"
