"""What `doctor`, `render`, `test` and `bench` say."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from coach import resources
from coach.desktop import sandbox
from coach.desktop.protocol import SERVICES
from tests.command_line import CommandLine


def test_doctor_looks_at_everything(run: CommandLine) -> None:
    code, out, _ = run("doctor", "--json")
    assert code == 0
    names = {"content", "data", "display", "sound", "voice", "lateness", "others", "quiet", "extras"}
    names |= {service.replace("-", "_") for service in SERVICES}
    assert set(json.loads(out)) == {"version", *names}


@pytest.fixture
def boxed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Flatpak's sandbox, as far as it can be told from within."""
    info = tmp_path / "flatpak-info"
    info.touch()
    monkeypatch.setattr(sandbox, "FLATPAK_INFO", info)
    monkeypatch.setenv("FLATPAK_ID", "io.github.posture_coach")


@pytest.mark.usefixtures("boxed")
def test_doctor_names_the_sandbox(run: CommandLine) -> None:
    line = next(line for line in run("doctor")[1].splitlines() if " sandbox " in line)
    assert line.startswith("ok  sandbox        Flatpak, as io.github.posture_coach; ")


@pytest.mark.usefixtures("boxed")
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Flatpak is for Linux")
def test_flatpak_put_it_into_the_menu(run: CommandLine) -> None:
    code, out, err = run("install-desktop")
    assert (code, out) == (3, "")
    assert err.startswith("posture-coach: Flatpak has put it into the menu already")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("test", "the tests lie in a checkout of the project: python3 app.py test"),
        ("bench", "the benchmarks lie beside the tests, in a checkout of the project: python3 app.py bench"),
    ],
)
def test_an_installed_program_says_where_tests_and_benchmarks_are(
    run: CommandLine, command: str, sentence: str
) -> None:
    assert run(command, "start", "-x") == (3, "", f"posture-coach: {sentence}\n")


def test_it_does_not_list_what_it_cannot_do(run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for command in ("test", "bench"):
        assert f"    {command} " in run("--help")[1]
        assert f" {command}" in run("qqqq")[2]
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    for command in ("test", "bench"):
        assert f"    {command} " not in run("--help")[1]
        assert f" {command}" not in run("qqqq")[2]


def test_a_figure_that_is_not_there_is_not_painted(run: CommandLine, tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    code, out, err = run("render", "--figure", "chin-tuk", str(tmp_path))
    assert (code, out, err) == (1, "", "posture-coach: chin-tuk is not known; did you mean chin-tuck?\n")
