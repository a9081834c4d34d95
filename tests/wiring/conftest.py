"""The parts that a test of the wiring stands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.parts import FakeParts


@pytest.fixture
def parts(request: pytest.FixtureRequest) -> Iterator[FakeParts]:
    """The real parts; a test may say how this run was started."""
    made = FakeParts(**getattr(request, "param", {}))
    yield made
    made.close()
