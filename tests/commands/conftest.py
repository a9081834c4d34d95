"""A command line with folders of its own, and a program that runs already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.desktop.single import Single
from tests.command_line import CommandLine


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(home, capsys)


@pytest.fixture
def running(home: Path) -> Iterator[Single]:
    """A program that was started before."""
    first = Single(home)
    assert first.claim()
    yield first
    first.close()
