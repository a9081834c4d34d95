"""What holds for all tests."""

from __future__ import annotations

import os

import pytest


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A worker a core; none for the slow tests, whose real time and sound want the machine to themselves."""
    return 0 if config.option.markexpr == "slow" else os.cpu_count() or 1
