"""Stretchly's settings."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coach.coming_from.breaks import Breaks, Rhythm
from coach.coming_from.stretchly import USUAL, of_json


def read(**told: Any) -> Breaks:
    return of_json(json.dumps(told))


def test_as_it_comes() -> None:
    found = read(microbreakInterval=600000, breakInterval=2, naturalBreaks=True)
    assert (found.short, found.long, found.is_set) == (USUAL.short, USUAL.long, True)
    assert (read().short, read().long) == (USUAL.short, USUAL.long)


def test_as_a_person_has_it() -> None:
    found = read(microbreakInterval=1200000, breakInterval=3, naturalBreaksInactivityResetTime=240000)
    assert found == Breaks("stretchly", Rhythm(1200, 240), Rhythm(4800, 240), is_set=True)
    assert read(naturalBreaks=False).short == Rhythm(600, None)


def test_what_is_switched_off_is_none() -> None:
    assert read(microbreak=False) == Breaks("stretchly", None, USUAL.long, is_set=True)
    assert read(**{"break": False}).long is None


@pytest.mark.parametrize("told", [0, -600000, "600000", True, None, 1e15, 0.2])
def test_what_is_no_length_is_as_it_comes(told: Any) -> None:
    assert read(microbreakInterval=told).short == USUAL.short


def test_a_long_break_is_no_more_than_a_day_away() -> None:
    assert read(microbreakInterval=80000000, breakInterval=9).long == Rhythm(86400, 300)
    assert read(breakInterval=-1).long == USUAL.long


@pytest.mark.parametrize("text", ["", "[]", "null", "{"])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  JSON's own sentences
        of_json(text)
