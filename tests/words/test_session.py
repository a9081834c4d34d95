"""A part of a session has one name, whichever screen shows it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import get_args

import pytest

from coach.session.timeline import Interval, IntervalKind
from coach.terminal.words import heading
from coach.words.session import interval_name
from tests.words.languages import Bracketed, outside_brackets


@pytest.mark.parametrize("kind", get_args(IntervalKind))
def test_every_kind_of_part_has_a_name_in_every_language(kind):
    assert outside_brackets(interval_name(Interval(kind, 0, 5), Bracketed())) == ""


@pytest.mark.parametrize(
    ("interval", "name"),
    [
        (Interval("prepare", 0, 5), "Get ready"),
        (Interval("work", 0, 5), "Hold"),
        (Interval("rest", 0, 5), "Rest"),
        (Interval("switch", 0, 5), "Other side"),
        (Interval("between", 0, 5), "Change over"),
        (Interval("say", 0, 5, text="Lie down."), "Listen"),
        (Interval("say", 0, 5, text="Lie down.", wait=True), "Your turn"),
    ],
)
def test_the_name_of_a_part(interval, name):
    assert interval_name(interval) == name


@pytest.mark.parametrize("kind", ["prepare", "work", "rest", "switch"])
def test_the_terminal_calls_it_the_same(kind):
    interval = Interval(kind, 0, 5)
    assert heading(interval, SimpleNamespace(exercises={})) == interval_name(interval)
