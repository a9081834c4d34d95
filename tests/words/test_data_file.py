"""What is the matter with the data file, in sentences."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from coach.progress.notices import (
    Begun,
    Cause,
    CutOff,
    Fault,
    KeptAside,
    KeptInMemory,
    Kind,
    Lost,
    Newer,
    NotChanged,
    Notice,
    NotTakenIn,
    Refused,
    Unreadable,
    Word,
    WrittenDown,
)
from coach.words import data_file
from coach.words.language import ENGLISH
from coach.words.pseudo import PseudoLanguage

FILE = Path("data") / "posture-coach.sqlite"
KEPT = Path("data") / "broken.sqlite"


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        (
            KeptInMemory(Fault("full", FILE)),
            f"The disk is full: {FILE}. What you do now is kept in memory and saved as soon as that works again.",
        ),
        (
            NotChanged(Fault("file", FILE, "no such table")),
            f"The data file could not be used (no such table): {FILE}. Nothing was changed.",
        ),
        (
            Newer(FILE, 9, 3),
            (
                f"The data file {FILE} was written by a newer version of Posture Coach (format 9; this version "
                "knows 3). It stays untouched, and what you do now is not saved; install the newer version to go on "
                "with it."
            ),
        ),
        (
            Lost(Path("data"), "No space left on device"),
            "What you did could not be saved and is lost: data cannot be written (No space left on device).",
        ),
        (Refused("UNIQUE constraint failed"), "Something could not be saved (UNIQUE constraint failed)."),
        (Begun(FILE), f"The data file {FILE} was empty; a new one was begun."),
        (
            KeptAside(KEPT, CutOff(1)),
            (
                f"The data file could not be read (it is cut off after 1 byte). It was kept as {KEPT}, and a new one "
                "was begun."
            ),
        ),
        (
            KeptAside(KEPT, "malformed", {"session": 1, "test": 0, "setting": 12}),
            (
                f"The data file could not be read (malformed). It was kept as {KEPT}, and a new one was begun with "
                "what could be read of it: 1 session, 12 settings."
            ),
        ),
        (
            KeptAside(KEPT, "malformed", problem="disk I/O error"),
            (
                f"The data file could not be read (malformed). It was kept as {KEPT}, and a new one was begun; nothing "
                "could be copied into it (disk I/O error)."
            ),
        ),
        (
            Unreadable("interval"),
            "A part of a session in the data file cannot be read and is left out; the rest is all there.",
        ),
    ],
)
def test_notices(notice: Notice, told: str) -> None:
    assert data_file.notice(ENGLISH, notice) == told


EVERY: list[Notice] = [
    *get_args(Word),
    *(KeptInMemory(Fault(cause, FILE)) for cause in get_args(Cause)),
    *(Unreadable(kind) for kind in get_args(Kind)),
    *(WrittenDown(FILE), NotTakenIn(FILE)),
]


@pytest.mark.parametrize("notice", EVERY)
def test_each_is_a_sentence_of_its_own_in_every_language(notice: Notice) -> None:
    assert data_file.notice(ENGLISH, notice).endswith(".")
    assert data_file.notice(PseudoLanguage(), notice) != data_file.notice(ENGLISH, notice)


def test_what_could_not_be_closed() -> None:
    told = "Not all could be closed at the end: no such thing."
    assert data_file.not_closed(ENGLISH, "no such thing") == told
