"""Rules of the house that a linter alone cannot see, tried in a fresh interpreter."""

from __future__ import annotations

import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import coach
from coach import resources

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
