"""Rules of the house that a linter alone cannot see: what is imported when, tried in a fresh interpreter, and where
the tests of a thing are.
"""

from __future__ import annotations

import ast
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest

import coach
from coach import resources
from coach.content.library import Folders, load

ROOT = Path(__file__).resolve().parent.parent

IMPORT_ALL = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps(sorted({m.split(".")[0] for m in sys.modules} & {"PySide6", "pygame", "numpy"})))
"""

PLAY_AND_LISTEN = """
import sys
seen = []
def listen(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        where = arguments[1] if len(arguments) > 1 else arguments[0]
        if isinstance(where, (str, bytes)) and event in ("socket.connect", "socket.bind"):
            return  # a local socket has a path for an address
        seen.append((event, repr(where)))
sys.addaudithook(listen)
from coach.cli import main
code = main(sys.argv[1:])
print("NETWORK", seen, file=sys.stderr)
sys.exit(code)
"""


def modules() -> list[str]:
    names = [m.name for m in pkgutil.walk_packages(coach.__path__, "coach.")]
    return [n for n in names if not n.startswith(("coach.ui", "coach.figure")) and n != "coach.__main__"]


def run(code: str, *arguments: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    if home is not None:
        environ["POSTURE_COACH_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environ, timeout=100, check=False
    )


def loaded(names: list[str]) -> list[str]:
    """Which of the large libraries a fresh interpreter has loaded after importing `names`."""
    result = run(IMPORT_ALL, json.dumps(names))
    assert result.returncode == 0, result.stderr
    return list(json.loads(result.stdout))


def test_everything_but_the_window_is_free_of_qt_and_loads_no_device() -> None:
    assert set(loaded(modules())) <= {"numpy"}


NUMBERS = (
    "coach.figure", "coach.sound.limiter", "coach.sound.loudness", "coach.sound.mixdown", "coach.sound.voice.levels",
)  # fmt: skip
"""Loaded only when a figure is shown, a file is exported, or the helper process makes speech."""


def test_numpy_is_loaded_by_nothing_that_lives_in_the_tray() -> None:
    assert loaded([name for name in modules() if not name.startswith(NUMBERS)]) == []


WHOLE = (
    "journeys", "ui/journeys", "benchmarks", "suite", "test_rules.py", "test_documents.py", "test_readme_pictures.py",
)  # fmt: skip
"""Tests that mirror no part of coach: the whole program, the whole window, and what stands beside them."""


def why_misplaced(test: Path, text: str, coach: Path) -> str | None:
    """Whether a file of tests, told from the folder of the tests, is where somebody who opens `coach` looks for it.

    It mirrors the module or room of its name, `test_strip.py` or `test_desk_elsewhere.py`, or, in a room, the room, of
    which, or of whose tests, it then names something.
    """
    folder, name = coach / test.parent, test.stem.removeprefix("test_")
    if any(test.is_relative_to(whole) for whole in WHOLE):
        return None
    if not folder.is_dir():
        return f"coach has no {test.parent}"
    words = name.split("_")
    for told in ("_".join(words[:count]) for count in range(len(words), 0, -1)):
        if (folder / f"{told}.py").is_file():
            return None
        if (folder / told).is_dir():
            return None if told == name else f"belongs to {test.parent / told}"
    if inner := [found for found in folder.glob(f"**/{name}.py") if found.parent != folder]:
        return f"belongs to {inner[0].parent.relative_to(coach)}"
    if rooms := list(folder.glob(f"**/{name}/__init__.py")):
        return f"belongs to {rooms[0].parent.relative_to(coach)}"
    room = "[./]".join(test.parent.parts)
    is_about_the_room = room and re.search(rf"\b(coach|tests)[./]{room}\b", text)
    return None if is_about_the_room else f"nothing in coach/{test.parent} is called {name}"


IMPORTS_A_TEST = re.compile(r"^\s*(from tests\S*\.test_\w+ import|from tests\S* import .*\btest_)", re.MULTILINE)


def test_no_file_of_tests_lives_on_another() -> None:
    """What several share lies beside them, under a name of its own, and is typed."""
    files = {file.relative_to(ROOT): file.read_text("utf-8") for file in (ROOT / "tests").rglob("*.py")}
    found = sorted(str(file) for file, text in files.items() if IMPORTS_A_TEST.search(text))
    assert found == []
    assert IMPORTS_A_TEST.search("from tests.sound.test_mixer import Device\n")


def test_tests_lie_where_the_code_lies() -> None:
    tests = ROOT / "tests"
    found = {
        str(test): why_misplaced(test, (tests / test).read_text("utf-8"), ROOT / "coach")
        for test in (file.relative_to(tests) for file in sorted(tests.rglob("test_*.py")))
    }
    assert len(found) > 100
    misplaced = {test: why for test, why in found.items() if why}
    assert misplaced == {}, "a test is called as its module is; one of a whole room names the room, as coach.ui.pages"


@pytest.mark.parametrize(
    ("test", "why"),
    [
        ("test_desk.py", None),
        ("test_desk_elsewhere.py", None),
        ("test_together.py", "nothing in coach/. is called together"),
        ("sound/voice/test_maker.py", None),
        ("sound/test_voice_maker.py", "belongs to sound/voice"),
        ("sound/test_maker.py", "belongs to sound/voice"),
        ("sound/test_together.py", None),
        ("ui/test_walltest.py", "belongs to ui/pages/walltest"),
        ("ui/test_together.py", "nothing in coach/ui is called together"),
        ("attic/test_desk.py", "coach has no attic"),
        ("journeys/test_killed.py", None),
        ("ui/journeys/test_plan.py", None),
        ("sound/journeys/test_plan.py", "coach has no sound/journeys"),
    ],
)
def test_what_lies_elsewhere_is_told(test: str, why: str | None) -> None:
    assert why_misplaced(Path(test), "from coach.sound.score import score\n", ROOT / "coach") == why


WORDS_OF_OUR_OWN = {"walk": "an icon", "-hand": "a hand of one side: left-hand", "-leg": "a leg of one side"}
"""Words of the code that happen to be an id as well, or the end of one, and what they mean there."""

WHERE_AREAS_LIE = (
    "coach/content/joints.py", "coach/content/kinds/pose_words.py", "coach/figure",
    "coach/demonstration/which_figure.py", "coach/ui/figure", "coach/ui/widgets/body_shapes.py",
)  # fmt: skip
"""Who draws a body has to know where on it an area of areas.yaml lies; an area of a person's own is not drawn."""


@cache
def ends_of(ids: frozenset[str]) -> frozenset[str]:
    """What stands behind an id in another one."""
    return frozenset(longer.removeprefix(ident) for ident in ids for longer in ids if longer.startswith(f"{ident}-"))


def ids_in(source: str, ids: Collection[str]) -> list[str]:
    """The ids that stand in a source as a text, or of which it writes the end behind another one: `f"{test}-back"`."""
    ends = ends_of(frozenset(ids))
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
            found += [part for part in parts if part in ends and part.startswith("-")]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ids:
            found.append(node.value)
    return found


def test_no_id_of_what_is_shipped_stands_in_the_code() -> None:
    """Everything that is coached is YAML: what shows, picks or leads to a thing is said in a file."""
    library = load(Folders(resources.routines(), resources.media()))
    ids = {kind: set(found) for kind, found in library.ids().items() if kind not in ("sound", "rated area")}
    areas = ids.pop("area")
    others = set().union(*ids.values(), (question.id for question in library.safety.questions))
    told = {}
    for file in sorted((ROOT / "coach").rglob("*.py")):
        place, source = file.relative_to(ROOT).as_posix(), file.read_text("utf-8")
        names = others if place.startswith(WHERE_AREAS_LIE) else others | areas
        if found := [ident for ident in ids_in(source, names) if ident not in WORDS_OF_OUR_OWN]:
            told[place] = found
    assert told == {}


def test_an_id_in_the_code_is_told() -> None:
    source = 'TEST = "wall-test"\nwho = figures[f"{test.id}-back"]\nword = f"{test}-like"\nsaid = "the wall-test"\n'
    assert sorted(ids_in(source, {"wall-test", "wall-test-back"})) == ["-back", "wall-test"]


@pytest.mark.slow
def test_a_session_opens_no_network_connection(tmp_path: Path) -> None:
    result = run(PLAY_AND_LISTEN, "play", "desk-reset", "--terminal", "--speed", "100", "--mute", home=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "NETWORK []" in result.stderr


@pytest.mark.slow
def test_looking_things_up_opens_no_network_connection(tmp_path: Path) -> None:
    figure = str(resources.media() / "figures" / "chin-tuck.yaml")
    for words in (["list"], ["show", "desk-reset", "--json"], ["check", figure], ["history"], ["doctor"]):
        result = run(PLAY_AND_LISTEN, *words, home=tmp_path)
        assert "NETWORK []" in result.stderr, (words, result.stderr)
