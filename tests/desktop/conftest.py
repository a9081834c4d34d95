"""A message bus of its own for all tests of a module that want one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop.real import NotHereError, a_bus


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where it listens."""
    try:
        with a_bus() as environ:
            yield environ["DBUS_SESSION_BUS_ADDRESS"]
    except NotHereError as why:
        pytest.skip(str(why))
