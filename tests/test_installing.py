"""Each kind of environment is changed by what made it, with the versions that go with the program."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from coach import installing

LINES = ("PyYAML>=6.0", "hibari-tts<0.3,>=0.2.1; extra == 'voice'", "jeepney>=0.8; sys_platform == 'linux'")


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "declared", lambda: LINES)


@pytest.mark.parametrize(
    ("package", "asked"),
    [
        ("hibari-tts", "hibari-tts<0.3,>=0.2.1"),
        ("Hibari_TTS", "hibari-tts<0.3,>=0.2.1"),
        ("jeepney", "jeepney>=0.8"),
        ("hibari", "hibari"),
        ("tts", "tts"),
    ],
)
def test_a_package_is_asked_for_as_the_program_wants_it(package: str, asked: str) -> None:
    assert installing.requirement(package, LINES) == asked


@pytest.mark.parametrize(
    ("prefix", "has_pip", "typed"),
    [
        ("/home/me/coach/.venv", True, "/bin/python -m pip install 'hibari-tts<0.3,>=0.2.1'"),
        ("/home/me/.local/share/pipx/venvs/posture-coach", True, "pipx inject posture-coach 'hibari-tts<0.3,>=0.2.1'"),
        (
            "/home/me/.local/share/uv/tools/posture-coach",
            False,
            "uv pip install --python /bin/python 'hibari-tts<0.3,>=0.2.1'",
        ),
        ("/home/me/venvs/coach", True, "/bin/python -m pip install 'hibari-tts<0.3,>=0.2.1'"),
    ],
)
def test_what_made_the_environment_changes_it(prefix: str, has_pip: bool, typed: str) -> None:
    line = installing.line("hibari-tts", python="/bin/python", prefix=prefix, has_pip=has_pip, platform="linux")
    assert line == typed


def test_windows_has_a_shell_of_its_own() -> None:
    line = installing.line("hibari-tts", python=r"C:\A place\python.exe", prefix="C:\\", has_pip=True, platform="win32")
    assert line == r'"C:\A place\python.exe" -m pip install hibari-tts<0.3,>=0.2.1'


def test_several_at_once() -> None:
    typed = installing.line("jeepney", "other", python="p", prefix="/", has_pip=True, platform="linux")
    assert typed == "p -m pip install 'jeepney>=0.8' other"


def test_it_is_this_environment_that_is_meant() -> None:
    assert sys.executable in installing.line("jeepney", prefix="/somewhere")


def test_what_is_installed_tells_its_own_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(metadata, "requires", lambda name: [f"of {name}"])
    assert installing.declared() == ("of posture-coach",)


def test_a_checkout_tells_them_of_its_pyproject(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def absent(name: str) -> list[str]:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.undo()
    monkeypatch.setattr(metadata, "requires", absent)
    assert any(one.startswith("hibari-tts") for one in installing.declared())
    monkeypatch.setattr(installing, "package_parent", lambda: tmp_path)
    assert installing.declared() == ()


def test_a_session_that_lacks_nothing_does_not_load_what_finds_it_out() -> None:
    text = "import sys, coach.conductor; print({'importlib.metadata', 'email', 'tomllib'} & {*sys.modules})"
    told = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True, timeout=100)
    assert told.stdout == "set()\n"
