"""What of a test's cases is gone through beside the everyday suite alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet


def slow(cases: Iterable[object]) -> list[ParameterSet]:
    """These cases of a parametrised test, each marked slow: more of the same, or too much for every day."""
    return [pytest.param(case, marks=pytest.mark.slow) for case in cases]
