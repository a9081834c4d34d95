"""The small library, written once for all tests of a module; and what the tests of what is kept share."""

from __future__ import annotations

import pytest

from coach.content import assembling
from coach.content.document import Document, read_quickly
from coach.content.kept import standing
from coach.content.library_files import Listed
from tests.content.shelf import Shelf


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def the_clock_of_files_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test has just written is kept as well."""
    monkeypatch.setattr(standing, "GRAIN_NS", -1_000_000_000)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    names: list[str] = []

    def counted(listed: Listed) -> Document | None:
        names.append(listed.file.name)
        return read_quickly(listed)

    monkeypatch.setattr(assembling, "read_quickly", counted)
    return names
