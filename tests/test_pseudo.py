"""English as a translation would be."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.pseudo import LONGER, pseudo, pseudo_markdown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Done", "[Dööñéé]"),
        ("{n} min", "[{n} míííñ]"),
        ("%n exercises", "[%n ééxéérçííšééš]"),
        ("s", "[šé]"),
        ("9:36", "9:36"),
        ("", ""),
        ("{title}: {n}", "{title}: {n}"),
    ],
)
def test_it_is_longer_accented_and_in_brackets(text: str, told: str):
    assert pseudo(text) == told


def test_markdown_stays_what_it_was():
    text = "# Sit tall\n\n- Rest **well**\n\n![A chair](figure:chair)\n\nSee [the test](test:wall-test)."
    told = pseudo_markdown(text)
    assert re.findall(r"\]\(([^)]*)\)", told) == ["figure:chair", "test:wall-test"]
    assert [line[:2] for line in told.split("\n")] == ["# ", "", "- ", "", "![", "", r"\["]
    assert told.count("**") == 2


@given(st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz ABCXYZ.,{}%n'0123456789")))
def test_every_text_is_longer_once(text: str):
    told = pseudo(text)
    assert pseudo(told) == told, "what is in the pseudo-language is not made anew"
    places = re.findall(r"\{[^{}]*\}|%n", text)
    assert re.findall(r"\{[^{}]*\}|%n", told) == places
    letters = sum(map(str.isalpha, re.sub(r"\{[^{}]*\}|%n", "", text)))
    grown = sum(map(str.isalpha, re.sub(r"\{[^{}]*\}|%n", "", told)))
    assert grown >= letters * LONGER
