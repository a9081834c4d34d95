"""The reasons to be quiet: one table of words, which everybody reads."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from coach.reminders.quiet import QUIET_REASONS, SEEN, QuietReason
from coach.words import quiet
from tests.words.languages import Bracketed, outside_brackets

COACH = Path(quiet.__file__).parents[1]
_TELLING = {*SEEN, "outside-hours", "not-today"}  # the other keys are words that JSON has as well


@pytest.mark.parametrize(
    ("key", "holds", "name"),
    [
        ("session", "a session is running", "A session is running"),
        ("do-not-disturb", "do not disturb is on", "Do not disturb"),
        ("full-screen", "a program fills the screen", "Full screen"),
        ("camera", "the camera is in use", "Camera"),
        ("paused", "you paused the reminders", "You paused the reminders"),
        ("away", "you are away", "You are away"),
        ("another", "another reminder is open", "Another reminder is open"),
        ("outside-hours", "outside its hours", "Outside hours"),
        ("not-today", "not on this day", "Not on this day"),
        ("limit", "it came as often as it may today", "It came as often as it may today"),
        (
            "locked",
            "your answers to the safety questions keep it back",
            "Your answers to the safety questions keep it back",
        ),
    ],
)
def test_every_reason(key: QuietReason, holds: str, name: str):
    assert (quiet.reason(key), quiet.name(key)) == (holds, name)


def test_several():
    assert quiet.reasons(("camera", "paused")) == "the camera is in use, you paused the reminders"
    assert quiet.reasons(()) == ""


def test_all_of_it_is_translated():
    language = Bracketed()
    for key in QUIET_REASONS:
        assert outside_brackets(quiet.reason(key, language)) == ""
        assert outside_brackets(quiet.name(key, language)) == ""


def keyed_words(path: Path) -> set[str]:
    """The reasons to which some table or `match` of a file gives something of its own."""
    keys: list[ast.expr | ast.pattern | None] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            keys += node.keys
        elif isinstance(node, ast.match_case):
            keys.append(node.pattern)
    constants = [part for key in keys if key is not None for part in ast.walk(key) if isinstance(part, ast.Constant)]
    return {part.value for part in constants if isinstance(part.value, str)} & _TELLING


def test_there_is_no_second_table():
    told = {path.relative_to(COACH).as_posix() for path in COACH.rglob("*.py") if len(keyed_words(path)) > 1}
    assert told == {"words/quiet.py"}


def test_what_is_seen_is_named_by_hand_nowhere():
    """A sentence that names all that is watched would be a table as well."""
    names = [quiet.name(key).lower() for key in SEEN]
    told = {
        path.relative_to(COACH).as_posix()
        for path in COACH.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if sum(name in node.value.lower() for name in names) > 1
    }
    assert told == set()
