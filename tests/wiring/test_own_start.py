"""How the program is started anew: which program, and what has to stand in its environment."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from coach.progress.folders import Home
from coach.wiring import own_start
from coach.wiring.own_start import _program

USUAL = Home.from_environ({})


@pytest.fixture
def command(tmp_path: Path) -> Path:
    made = tmp_path / "bin" / "posture-coach"
    made.parent.mkdir()
    made.write_text("#!/bin/sh\n")
    made.chmod(0o755)
    return made


@pytest.mark.skipif(os.name == "nt", reason="links and modes are otherwise there")
def test_the_command_that_was_called_else_the_one_beside_python(command: Path, tmp_path: Path) -> None:
    assert _program([str(command)], "/elsewhere/python3", "linux") == (str(command),)
    beside = str(command.with_name("python3"))
    assert _program(["/x/coach/__main__.py"], beside, "linux") == (str(command),)
    assert _program(["posture-coach"], "/elsewhere/python3", "linux") == ("/elsewhere/python3", "-P", "-m", "coach")
    assert _program([], "/elsewhere/python3", "linux") == ("/elsewhere/python3", "-P", "-m", "coach")
    link = tmp_path / "posture-coach"
    link.symlink_to(command)
    assert _program([str(link)], beside, "linux") == (str(link),)  # it stays when what it leads to is put up anew
    command.chmod(0o644)
    assert _program([str(command)], beside, "linux") == (beside, "-P", "-m", "coach")


def test_what_was_called_by_a_relative_path_is_found_from_everywhere(
    command: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(command.parent)
    assert _program([f".{os.sep}posture-coach"], "/elsewhere/python3", "linux") == (str(command),)


def test_windows_has_a_python_without_a_console(tmp_path: Path) -> None:
    python = str(tmp_path / "python.exe")
    assert _program([], python, "win32") == (python, "-P", "-m", "coach")
    (tmp_path / "pythonw.exe").write_text("")
    assert _program([], python, "win32")[0] == str(tmp_path / "pythonw.exe")


def test_a_data_folder_of_their_own_goes_along(tmp_path: Path) -> None:
    start = own_start.own_start(Home(tmp_path, tmp_path / "cache"), {}, "--hidden")
    assert start.environ == {"POSTURE_COACH_HOME": str(tmp_path)}
    assert start.command[-1] == "--hidden"


@pytest.mark.skipif(sys.platform != "linux", reason="there the variable moves nothing")
def test_a_moved_data_folder_of_all_programs_goes_along() -> None:
    assert own_start.own_start(USUAL, {}).environ == {}
    assert own_start.own_start(USUAL, {"XDG_DATA_HOME": str(Path.home() / ".local" / "share")}).environ == {}
    assert own_start.own_start(USUAL, {"XDG_DATA_HOME": "/x"}).environ == {"XDG_DATA_HOME": "/x"}
