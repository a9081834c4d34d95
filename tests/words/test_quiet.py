"""The reasons to be quiet: one table of words, which everybody reads."""

from __future__ import annotations

import ast
import re
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
    text = path.read_text(encoding="utf-8")
    if sum(reason in text for reason in _TELLING) < 2:  # most files need not be parsed
        return set()
    keys: list[ast.expr | ast.pattern | None] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Dict):
            keys += node.keys
        elif isinstance(node, ast.match_case):
            keys.append(node.pattern)
    constants = [part for key in keys if key is not None for part in ast.walk(key) if isinstance(part, ast.Constant)]
    return {part.value for part in constants if isinstance(part.value, str)} & _TELLING


def test_there_is_no_second_table():
    told = {path.relative_to(COACH).as_posix() for path in COACH.rglob("*.py") if len(keyed_words(path)) > 1}
    assert told == {"words/quiet.py"}


def named_in_one_text(path: Path, names: list[str]) -> bool:
    """Whether a text of a file holds more than one of the names."""
    source = path.read_text(encoding="utf-8")
    joined = re.sub(r"[\"'\s]+", " ", source.lower())  # as one text of several lines is joined
    if sum(name in joined for name in names) < 2:  # most files need not be parsed
        return False
    constants = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)]
    texts = [value.lower() for value in constants if isinstance(value, str)]
    return any(sum(name in text for name in names) > 1 for text in texts)


def test_what_is_seen_is_named_by_hand_nowhere():
    """A sentence that names all that is watched would be a table as well."""
    names = [quiet.name(key).lower() for key in SEEN]
    assert [path.relative_to(COACH).as_posix() for path in COACH.rglob("*.py") if named_in_one_text(path, names)] == []


def test_a_text_of_several_lines_is_read_as_one(tmp_path: Path):
    by_hand = tmp_path / "by_hand.py"
    by_hand.write_text('SEEN = (\n    "waits for full "\n    "screen and the camera"\n)\n', encoding="utf-8")
    assert named_in_one_text(by_hand, ["full screen", "camera"])
    assert not named_in_one_text(by_hand, ["full screen", "do not disturb"])
