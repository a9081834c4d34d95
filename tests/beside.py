"""What of a test's cases is gone through beside the everyday suite alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet


def slow(cases: Iterable[object]) -> list[ParameterSet]:
    """These cases of a parametrised test, each marked slow: more of the same, or too much for every day."""
    return every_day((), cases)


def every_day(chosen: Collection[Any], cases: Iterable[Any], *, of_several: bool = False) -> list[ParameterSet]:
    """All cases of a parametrised test in their order: what is not `chosen` is marked slow. A case is one argument, or
    with `of_several` one for each name.
    """
    cases = list(cases)
    assert all(one in cases for one in chosen), "one of those chosen for every day is no case"
    return [
        pytest.param(*(case if of_several else (case,)), marks=() if case in chosen else pytest.mark.slow)
        for case in cases
    ]
