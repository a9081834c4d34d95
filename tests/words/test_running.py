"""What a second start and the command line hear of the program that runs already."""

from __future__ import annotations

from typing import Literal

import pytest

from coach.words import running
from coach.words.language import ENGLISH


@pytest.mark.parametrize(
    ("window", "told"),
    [
        (None, "Posture Coach is running already."),
        ("opens", "Posture Coach is running already; its window opens."),
        ("shown", "Posture Coach is running already; its window is shown."),
    ],
)
def test_already(window: Literal["opens", "behind", "shown"] | None, told: str) -> None:
    assert running.already(ENGLISH, window) == told


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("done", "nothing is done: no reminder has come yet"),
        ("start", "nothing to start: no reminder has come yet"),
        ("snooze", "nothing to snooze: no reminder has come yet"),
        ("skip", "nothing to skip: no reminder has come yet"),
    ],
)
def test_nothing_waits_for_an_answer(what: str, told: str) -> None:
    assert running.nothing_to(ENGLISH, what, "no reminder has come yet") == told


def test_files_with_problems_are_counted() -> None:
    assert running.problems(ENGLISH, 1) == "1 file has problems; 'posture-coach check' lists them."
    assert running.problems(ENGLISH, 3) == "3 files have problems; 'posture-coach check' lists them."
