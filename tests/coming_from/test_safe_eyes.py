"""Safe Eyes' settings, of its first version and since."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coach.coming_from.breaks import Breaks, Rhythm
from coach.coming_from.safe_eyes import USUAL, of_json

PLUGINS = [
    {"id": "notification", "enabled": True},
    {"id": "smartpause", "enabled": True, "settings": {"idle_time": 5, "interpret_idle_as_break": True}},
]


def read(**told: Any) -> Breaks:
    return of_json(json.dumps(told))


def test_as_it_comes() -> None:
    found = read(short_break_interval=15, long_break_interval=75, short_break_duration=15, long_break_duration=60)
    assert (found.short, found.long, found.is_set) == (USUAL.short, USUAL.long, True)
    assert (read().short, read().long) == (USUAL.short, USUAL.long)


def test_an_absence_counts_where_it_was_told_to() -> None:
    found = read(short_break_interval=20, long_break_interval=60, short_break_duration=25, plugins=PLUGINS)
    assert found == Breaks("safe-eyes", Rhythm(1200, 25), Rhythm(3600, 60), is_set=True)


@pytest.mark.parametrize(
    "plugin",
    [
        {"id": "smartpause", "enabled": False, "settings": {"interpret_idle_as_break": True}},
        {"id": "smartpause", "enabled": True, "settings": {"interpret_idle_as_break": False}},
        {"id": "smartpause", "enabled": True},
        "smartpause",
    ],
)
def test_an_absence_does_not_count(plugin: Any) -> None:
    assert read(plugins=[plugin]).short == Rhythm(900, None)


def test_breaks_that_were_taken_out_are_none() -> None:
    assert read(short_breaks=[]).short is None
    assert read(long_breaks=[]).long is None


def test_the_first_version() -> None:
    found = read(break_interval=10, no_of_short_breaks_per_long_break=4)
    assert (found.short, found.long) == (Rhythm(600, None), Rhythm(2400, None))


@pytest.mark.parametrize("told", [0, -1, "15", True, None, [], 1e9, 10**400])
def test_what_is_no_length_is_as_it_comes(told: Any) -> None:
    assert read(short_break_interval=told, no_of_short_breaks_per_long_break=told).short == USUAL.short


@pytest.mark.parametrize("text", ["", "[]", "15", "{", "[" * 3000, '{"a": NaN}'])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  JSON's own sentences
        of_json(text)
