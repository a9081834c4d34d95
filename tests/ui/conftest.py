"""The window's tests run without a screen and without the machine's own theme, fonts of ours where installed."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from coach.ui.theme import Look


@pytest.fixture
def look(qapp) -> Look:
    """Light, at normal size, without motion: what a test sees does not depend on the moment."""
    return Look("light", 1.0, reduced_motion=True)
