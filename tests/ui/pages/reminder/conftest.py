"""A person with a data folder, at the page of a reminder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.parts import FakeParts


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    """The real parts with a data folder, in which files may be written."""
    return FakeParts.at_home(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the person's own reminders lie."""
    made = tmp_path / "routines" / "reminders"
    made.mkdir(parents=True)
    return made
