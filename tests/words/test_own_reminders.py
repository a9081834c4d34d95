"""What is said of the files of a person's own reminders."""

from __future__ import annotations

import errno

import pytest

from coach.content.rewriting import NotRewritableError
from coach.words.own_reminders import lies_in, not_saved, unreadable

NOT_ALLOWED = (
    "It could not be written: Permission denied. Nothing was changed. Allow yourself to write in /mine, then try again."
)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (
            PermissionError(errno.EACCES, "Permission denied", "/mine/.part"),
            NOT_ALLOWED,
        ),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "It could not be written: No space left on device. Nothing was changed.",
        ),
        (
            NotRewritableError("cannot-be-changed"),
            "It could not be written: it cannot be changed here; change it in the file itself. Nothing was changed.",
        ),
    ],
)
def test_why_nothing_was_written(problem: Exception, told: str) -> None:
    assert not_saved(problem, "/mine") == told


def test_why_it_cannot_be_read() -> None:
    told = unreadable(PermissionError(errno.EACCES, "Permission denied"))
    assert told == "The file of this reminder cannot be read: Permission denied."


def test_whose_file_it_is() -> None:
    assert lies_in("/mine/a.yaml", is_yours=True) == "Your own file: /mine/a.yaml"
    assert lies_in("/mine/a.yaml", is_yours=False).startswith("It came with the program.")
