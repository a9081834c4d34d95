"""The tutorial does what it says: its files are written and its commands typed in their order, in a fresh folder."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.content.library import Folders, load
from tests.command_line import CommandLine

TUTORIAL = Path(__file__).parents[2] / "docs" / "how-to" / "first-exercise.md"
LISTING = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ posture-coach (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
FILE = re.compile(r"# ([^\s,]+\.yaml)(?:, (?:line (\d+)|(at the end)))?\n")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folders that the reader makes, and where the reader's terminal is."""
    for folder in ("routines/exercises", "routines/guided", "media/figures"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def save(home: Path, text: str) -> None:
    """As the first line of a listing says: the whole file, one line of it, or one more at its end."""
    head = FILE.match(text)
    assert head is not None, text
    file, new = home / head[1], text[head.end() :]
    if head[2]:
        lines = file.read_text("utf-8").splitlines(keepends=True)
        lines[int(head[2]) - 1] = new
        file.write_text("".join(lines), "utf-8")
    else:
        file.write_text(file.read_text("utf-8") + new if head[3] else text, "utf-8")


def typed(text: str) -> Iterator[tuple[list[str], str]]:
    """The words of each command, and what the reader sees behind it."""
    for found in COMMAND.finditer(text):
        yield shlex.split(found[1]), found[2]


def test_the_tutorial_does_what_it_says(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run, commands = CommandLine(home, capsys), 0
    for kind, text in LISTING.findall(TUTORIAL.read_text("utf-8")):
        if kind == "yaml":
            save(home, text)
            continue
        for words, told in typed(text):
            commands += 1
            _, out, err = run(*words)
            assert out + err == told, " ".join(words)
    assert commands > 5
    mine = Folders(home / "routines", home / "media")
    found = load(Folders(*_shipped()), mine)
    assert found.problems == ()
    assert found.exercises["reach-up"].figure == "reach-up"
    assert found.is_yours("routine", "my-morning")


def _shipped() -> tuple[Path, Path]:
    from coach import resources

    return resources.routines(), resources.media()


def test_what_it_says_in_words_is_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = CommandLine(home, capsys)
    assert f"your own files go to {home / 'routines'}" in run("doctor")[1]
    for kind in ("area", "kit", "condition", "joint"):
        assert f"`list {kind}`" in TUTORIAL.read_text("utf-8").replace("posture-coach list", "list")
        assert run("list", kind)[0] == 0
