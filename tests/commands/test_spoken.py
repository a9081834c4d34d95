"""What the commands print in a language that is not English: every word of it, but for what is typed or is a name.

The pseudo-language stands for one: each of its words has an accent.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.bootstrap.display import NoWindow
from coach.clock import SystemClock
from coach.commands.kinds import LISTS
from coach.content.kind_names import WORDS
from coach.content.vocabulary import words_of
from coach.desktop.protocol import SERVICES
from coach.progress.folders import Home
from coach.progress.store import open_store
from coach.sound.protocol import NullCues
from coach.sound.trouble import Trouble
from coach.walltest.score import Result
from coach.wiring.machine import Machine
from coach.words.pseudo import PseudoLanguage
from tests.command_line import CommandLine
from tests.figure.shelf import shipped

CALLED = {"posture-coach", "Posture", "Coach"}
FINDINGS = {"ok", "content", "data", "display", "sound", "voice", "lateness", "others", "quiet", "extras", *SERVICES}
"""The names of `doctor`'s findings, as its JSON has them."""

CITED = ("source", "pronunciation", "sound", "figure")
"""Kinds whose titles are no words of ours: of somebody's work, of a file, how a name sounds."""

AS_IN_FILES = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", "movement", "dose", "general-knowledge", "own-choice"}
"""The file's own words, which `show` leaves as they are (coach/words/showing.py)."""

COMMANDS = (
    "doctor",
    "autostart",
    "autostart on",
    "autostart off",
    "remind status",
    "today",
    "plan status",
    "plan start eight-weeks",
    "plan status",
    "today",
    "plan stop",
    "safety",
    "you",
    "history",
    "show exercise/chin-tuck",
    "show routine/desk-reset",
    "show routine/desk-reset --mine",
    "show wall-test",
    "show plan/eight-weeks",
    "show change-position",
)


@pytest.fixture(autouse=True)
def another_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def language(machine: Machine) -> PseudoLanguage:
        return PseudoLanguage()

    monkeypatch.setattr(Machine.language, "func", language)
    monkeypatch.setattr(Machine, "cues", NullCues(Trouble("no-pygame")))  # a device tells of itself in its own words
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))


def english(printed: str, known: frozenset[str]) -> list[str]:
    """The words that are not of the pseudo-language, also where they stand within a sentence of it: no ids, paths,
    commands in quotes, and none of `known`.
    """
    found = []
    for line in printed.splitlines():
        rest = re.sub(r"'posture-coach[^']*'|pip install \S+", "", line)
        words = [word.strip("[](),;:.") for word in rest.split() if "/" not in word and "@" not in word]
        found += [word for word in words if word.isascii() and re.search("[A-Za-z]{2}", word) and word not in known]
    return found


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """All that is typed: ids, kinds, and the words that files are written in."""
    catalogue = shipped()
    ids = {entry.id for kind in LISTS for entry in catalogue.entries(kind)}
    words = {word for kind in WORDS for word in words_of(kind)}
    return frozenset(CALLED | FINDINGS | AS_IN_FILES | ids | words | set(LISTS))


@pytest.fixture
def lived(home: Path) -> None:
    """What was recorded keeps the words of its day: these were of this language."""
    store = open_store(Home.from_environ({"POSTURE_COACH_HOME": str(home)}).data, SystemClock())
    store.finish_session(store.begin_session("routine", "desk-reset", "Déééšk rééšéét", 120.0, 3), "ended")
    store.add_test("wall-test", Result("wall-test", 11, 14, 27.5, 30.0, 5, 7, {"neck": 6}).as_json())
    store.add_reminder("change-position", "shown", "30 míííñ")
    store.close()


@pytest.mark.usefixtures("lived")
def test_no_command_prints_a_word_of_english(run: CommandLine, known: frozenset[str]) -> None:
    told = {}
    for line in COMMANDS:
        code, out, err = run(*line.split(), why_no_window=lambda: NoWindow("no-display"))
        assert code == 0, (line, err)
        told[line] = english(out + err, known)
    assert {line: words for line, words in told.items() if words} == {}


@pytest.mark.parametrize("kind", [kind for kind in LISTS if kind not in CITED and kind not in WORDS])
def test_what_is_listed_has_its_titles_in_that_language(run: CommandLine, known: frozenset[str], kind: str) -> None:
    code, out, _ = run("list", kind)
    assert code == 0
    assert out
    assert english(out, known) == []


@pytest.mark.parametrize("line", ["doctor --json", "autostart --json", "today --json", "list --json"])
def test_json_is_for_programs_and_stays_english(run: CommandLine, line: str) -> None:
    assert re.search("[áéíöü]{2}", run(*line.split())[1]) is None


ENDINGS = {"wav", "ogg", "mp3", "ics", "pdf", "json"}
REFUSED: dict[str, set[str]] = {
    "export desk-reset FOLDER/out.foo": ENDINGS,
    "export chin-tuck FOLDER/out.ics": ENDINGS,
    "export desk-reset FOLDER/none/out.json": set(),
    "data import FOLDER/none.jsonl": {"No", "such", "file", "or", "directory"},  # as the system says it
    "data import FOLDER/other.jsonl": set(),
    "data import FOLDER/spoilt.jsonl": {"uid", "theme", "system", "light", "dark", "contrast"},
}
"""What cannot be done, and what of that is said in other words than ours."""


@pytest.mark.parametrize("line", REFUSED)
def test_what_cannot_be_done_is_told_in_that_language(
    run: CommandLine, known: frozenset[str], tmp_path: Path, line: str
) -> None:
    (tmp_path / "other.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "spoilt.jsonl").write_text(
        '{"format": "posture-coach-history", "version": 1}\n{"type": "deleted"}\n7\n'
        '{"type": "setting", "uid": "setting:theme", "changed": "2026-05-01T09:00:00Z", "key": "theme", "value": 1}\n',
        encoding="utf-8",
    )
    code, _, err = run(*line.replace("FOLDER", str(tmp_path)).split())
    assert code != 0
    assert english(err, known | REFUSED[line]) == []
