"""The small library, written once for all tests of a module."""

from __future__ import annotations

import pytest

from tests.content.shelf import Shelf


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"))
