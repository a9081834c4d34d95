"""Why a file to take along cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.words import exporting
from coach.words.language import ENGLISH


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        (".ics", "wall-test is of the kind lesson; .ics is written of a routine, a test or a plan"),
        (".mp3", "wall-test is of the kind lesson; .mp3 is written of a routine, a test or an exercise"),
        (".pdf", "wall-test is of the kind lesson; a sheet is printed of a routine"),
    ],
)
def test_what_a_form_cannot_hold(ending: str, told: str) -> None:
    assert exporting.wrong_kind(ENGLISH, "wall-test", "lesson", ending) == told


def test_where_nothing_can_be_written() -> None:
    path = Path("out") / "a.mp3"
    assert exporting.no_folder(ENGLISH, path, Path("out")) == f"{path} cannot be written: there is no folder out"
    assert exporting.unknown_ending(ENGLISH, path, (".mp3", ".json")) == (
        f"{path}: its ending says what is written; use one of .mp3, .json"
    )


def test_a_silent_file_says_why() -> None:
    assert exporting.silent(ENGLISH, is_empty=True).endswith("nothing of this session sounds here.")
    assert exporting.silent(ENGLISH, is_empty=False).endswith("turn it up in Settings.")
