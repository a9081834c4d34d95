"""When an environment serves, when it is repaired, and what is said where it cannot be made."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tomllib
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from coach import bootstrap
from coach.bootstrap import main, pip
from coach.bootstrap.environment import BEGUN, python_of, ready, version_in
from coach.bootstrap.pip import pip_environ, progress_line
from coach.bootstrap.saying import CannotStart
from coach.bootstrap.stamp import (
    STAMP,
    Requirements,
    Stamp,
    python_version,
    read_requirements,
    read_stamp,
    wanted,
    write_stamp,
)
from tests.ordinary_user import as_ordinary_user, closed_folder, folder_for_all, needs_permissions

PROJECT = """
[project]
dependencies = ["needed>=1"]
[project.optional-dependencies]
nice = ["nice-to-have"]
test = ["pytest"]
[tool.ruff]
line-length = 120
"""


class FakePip:
    """Stands in for pip: remembers what was asked for, cannot get what is named in `unavailable`."""

    def __init__(self, unavailable: tuple[str, ...] = ()) -> None:
        self.asked: list[list[str]] = []
        self.unavailable = unavailable

    def run(self, python: Path, requirements: list[str]) -> bool:
        self.asked.append(list(requirements))
        return not set(requirements) & set(self.unavailable)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with nothing but its pyproject.toml."""
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def fake_pip(monkeypatch: pytest.MonkeyPatch) -> FakePip:
    fake = FakePip()
    monkeypatch.setattr(pip, "run", fake.run)
    monkeypatch.setattr(pip, "ensure_pip", lambda python: None)
    return fake


def change(root: Path, old: str, new: str) -> None:
    path = root / "pyproject.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


# --- what is wanted ---------------------------------------------------------------------------------------------------


def test_an_extra_of_our_own_extras_is_passed_over_since_they_stand_for_themselves(root: Path) -> None:
    change(root, "[project]", '[project]\nname = "it"')
    change(root, 'test = ["pytest"]', 'all = ["it[nice]"]\ntest = ["pytest"]')
    assert set(read_requirements(root / "pyproject.toml")) == {"", "nice", "test"}


def test_the_extra_of_all_names_every_extra_but_the_tests(root: Path) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert extras["all"] == [f"posture-coach[{','.join(name for name in extras if name not in ('all', 'test'))}]"]
    assert project["name"] == "posture-coach"


def test_requirements_are_read_by_extra(root: Path) -> None:
    requirements = read_requirements(root / "pyproject.toml")
    assert requirements == {"": ("needed>=1",), "nice": ("nice-to-have",), "test": ("pytest",)}
    assert set(wanted(requirements, testing=False)) == {"", "nice"}
    assert set(wanted(requirements, testing=True)) == {"", "nice", "test"}


@pytest.mark.parametrize("text", ["[project", "[tool.x]\na = 1\n", "[project]\nname = 'x'\n"])
def test_a_broken_pyproject_is_said_in_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CannotStart, match=r"pyproject\.toml cannot be read: .*; get it back from the repository"):
        read_requirements(tmp_path / "pyproject.toml")


# --- the stamp --------------------------------------------------------------------------------------------------------

WANTS: Requirements = {"": ("needed>=1",), "nice": ("nice-to-have",)}


def test_a_stamp_comes_back_as_it_was_written(tmp_path: Path) -> None:
    stamp = Stamp(python_version(), "/somewhere", WANTS, ("nice",), theirs=True)
    write_stamp(tmp_path, stamp)
    assert read_stamp(tmp_path) == stamp
    assert [entry.name for entry in tmp_path.iterdir()] == [STAMP]


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "{}", '{"python": "3.11", "requirements": 3}'])
def test_a_stamp_that_is_not_understood_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / STAMP).write_text(text, encoding="utf-8")
    assert read_stamp(tmp_path) is None


@pytest.mark.parametrize(
    ("stamp", "serves"),
    [
        (Stamp(python_version(), "/here", WANTS), True),
        (Stamp(python_version(), "/here", WANTS, left_out=("nice",)), True),
        (Stamp(python_version(), "/here", {**WANTS, "test": ("pytest",)}), True),
        (Stamp("3.8", "/here", WANTS), False),
        (Stamp(python_version(), "/elsewhere", WANTS), False),
        (Stamp(python_version(), "/here", {**WANTS, "": ("needed>=0",)}), False),
        (Stamp(python_version(), "/here", {"": WANTS[""]}), False),
    ],
)
def test_when_an_environment_serves(stamp: Stamp, serves: bool) -> None:
    assert stamp.serves(WANTS, Path("/here")) is serves


# --- the set-up -------------------------------------------------------------------------------------------------------


def test_the_first_start_sets_up_and_the_second_does_nothing(root: Path, fake_pip: FakePip) -> None:
    python = ready(root, testing=False)
    assert python.exists()
    assert fake_pip.asked == [["needed>=1", "nice-to-have"]]
    assert not (root / ".venv" / BEGUN).exists()
    assert ready(root, testing=False) == python
    assert len(fake_pip.asked) == 1


def test_the_checkout_is_on_the_path_of_the_environment(root: Path, fake_pip: FakePip) -> None:
    (root / "a_module_of_the_checkout.py").touch()
    python = ready(root, testing=False)
    subprocess.run([python, "-P", "-c", "import a_module_of_the_checkout"], check=True, cwd="/")


def test_the_tests_extra_is_added_when_asked_for_and_kept(root: Path, fake_pip: FakePip) -> None:
    ready(root, testing=False)
    ready(root, testing=True)
    ready(root, testing=True)
    assert fake_pip.asked[1:] == [["needed>=1", "nice-to-have", "pytest"]]
    change(root, "needed>=1", "needed>=2")
    ready(root, testing=False)
    assert fake_pip.asked[2:] == [["needed>=2", "nice-to-have", "pytest"]]


def test_only_a_change_of_what_is_needed_is_a_change(root: Path, fake_pip: FakePip) -> None:
    ready(root, testing=False)
    change(root, "line-length = 120", "line-length = 100")
    change(root, 'test = ["pytest"]', 'test = ["pytest>=8"]')
    ready(root, testing=False)
    assert len(fake_pip.asked) == 1
    change(root, "nice-to-have", "nicer-to-have")
    ready(root, testing=False)
    assert fake_pip.asked[1:] == [["needed>=1", "nicer-to-have"]]


def test_an_extra_that_cannot_be_had_is_named_left_out_and_not_tried_at_each_start(
    root: Path, fake_pip: FakePip, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_pip.unavailable = ("nice-to-have",)
    ready(root, testing=False)
    assert "left out: nice;" in capsys.readouterr().err
    tried = len(fake_pip.asked)
    ready(root, testing=False)
    assert len(fake_pip.asked) == tried


@pytest.mark.parametrize(
    ("unavailable", "testing", "sentence"),
    [("needed>=1", False, "what the program needs"), ("pytest", True, "what the tests need")],
)
def test_what_cannot_be_done_without_stops_the_start(
    root: Path, fake_pip: FakePip, unavailable: str, testing: bool, sentence: str
) -> None:
    fake_pip.unavailable = (unavailable,)
    with pytest.raises(CannotStart, match=sentence):
        ready(root, testing=testing)
    assert read_stamp(root / ".venv") is None


@pytest.mark.parametrize(
    ("arguments", "can_draw", "module"),
    [
        (["test", "-x"], True, ["pytest", "-x"]),
        (["test", "-x"], False, ["pytest", "-p", "no:pytest-qt", "-x"]),
        (["bench", "start"], True, ["tests.benchmarks", "start"]),
    ],
)
def test_what_only_a_checkout_has_runs_in_it_with_what_tests_need(
    root: Path,
    fake_pip: FakePip,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    can_draw: bool,
    module: list[str],
) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "provide_libraries", lambda _: can_draw)
    monkeypatch.setattr(bootstrap, "go_on", lambda command: commands.append(command) or 0)
    monkeypatch.chdir(root.parent)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert main(arguments, str(root)) == 0
    assert ("PYTHONDONTWRITEBYTECODE" in os.environ) == (arguments[0] == "bench"), "what the tests compile is kept"
    assert commands == [[str(python_of(root / ".venv")), "-m", *module]]
    assert Path.cwd() == root
    stamp = read_stamp(root / ".venv")
    assert stamp is not None
    assert "test" in stamp.requirements


def test_an_interrupted_set_up_is_made_anew(root: Path, fake_pip: FakePip, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(python: Path, requirements: list[str]) -> bool:
        (root / ".venv" / "half-a-package").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(pip, "run", interrupted)
        assert main(["list"], str(root)) == 130
    assert (root / ".venv" / "half-a-package").exists()
    ready(root, testing=False)
    assert not (root / ".venv" / "half-a-package").exists()
    assert read_stamp(root / ".venv") is not None


def test_an_interrupted_update_is_made_anew_too(root: Path, fake_pip: FakePip, monkeypatch: pytest.MonkeyPatch) -> None:
    ready(root, testing=False)
    (root / ".venv" / "half-a-package").touch()
    change(root, "needed>=1", "needed>=2")
    fake_pip.unavailable = ("needed>=2",)
    with pytest.raises(CannotStart):
        ready(root, testing=False)
    fake_pip.unavailable = ()
    ready(root, testing=False)
    assert not (root / ".venv" / "half-a-package").exists()


def test_an_environment_whose_python_is_gone_is_rebuilt(root: Path, fake_pip: FakePip) -> None:
    python = ready(root, testing=False)
    python.unlink()
    (root / ".venv" / "old").touch()
    assert ready(root, testing=False).exists()
    assert not (root / ".venv" / "old").exists()


def test_an_environment_of_another_python_is_rebuilt(root: Path, fake_pip: FakePip) -> None:
    ready(root, testing=False)
    folder = root / ".venv"
    configuration = folder / "pyvenv.cfg"
    text = configuration.read_text(encoding="utf-8").replace(f"version = {python_version()}.", "version = 3.8.")
    configuration.write_text(text, encoding="utf-8")
    stamp = read_stamp(folder)
    assert stamp is not None
    write_stamp(folder, Stamp("3.8", stamp.root, stamp.requirements))
    (folder / "old").touch()
    ready(root, testing=False)
    assert not (folder / "old").exists()
    assert version_in(folder) == python_version()


def a_persons_own(root: Path, version: str) -> Path:
    folder = root / ".venv"
    python_of(folder).parent.mkdir(parents=True)
    python_of(folder).symlink_to(sys.executable)
    (folder / "lib" / f"python{python_version()}" / "site-packages").mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}.4\n", encoding="utf-8")
    (folder / "their-work").touch()
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="laid out as on POSIX")
def test_a_persons_own_environment_is_used_and_never_emptied(root: Path, fake_pip: FakePip) -> None:
    folder = a_persons_own(root, python_version())
    fake_pip.unavailable = ("needed>=1",)
    with pytest.raises(CannotStart):
        ready(root, testing=False)
    fake_pip.unavailable = ()
    ready(root, testing=False)
    change(root, "needed>=1", "needed>=2")
    ready(root, testing=False)
    assert (folder / "their-work").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="laid out as on POSIX")
def test_a_persons_own_environment_of_another_python_is_left_alone(root: Path, fake_pip: FakePip) -> None:
    folder = a_persons_own(root, "3.8")
    with pytest.raises(CannotStart, match="was not made by Posture Coach and has another Python; move it away"):
        ready(root, testing=False)
    assert (folder / "their-work").exists()


def test_a_file_in_the_way_is_said_in_a_sentence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ".venv").touch()
    assert main(["list"], str(root)) == 3
    error = capsys.readouterr().err
    assert ".venv cannot be set up: File exists; use a copy of this folder where you may write" in error


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_checkout_is_said_in_a_sentence(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root.chmod(0o500)
    try:
        assert main(["list"], str(root)) == 3
    finally:
        root.chmod(0o700)
    assert "Permission denied; use a copy of this folder where you may write" in capsys.readouterr().err


@needs_permissions
def test_an_environment_of_a_python_out_of_reach_is_said_in_a_sentence(
    fake_pip: FakePip, capsys: pytest.CaptureFixture[str]
) -> None:
    with folder_for_all() as root, closed_folder() as elsewhere:  # as root's own Python is
        (root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
        python = python_of(ready(root, testing=False).parents[1])
        python.unlink()
        python.symlink_to(elsewhere / "there")
        root.joinpath(".venv").chmod(0o555)
        with as_ordinary_user():
            assert main(["list"], str(root)) == 3
        root.joinpath(".venv").chmod(0o755)
    assert "use a copy of this folder where you may write" in capsys.readouterr().err


def test_a_python_that_does_not_start_is_said_in_a_sentence(
    root: Path, fake_pip: FakePip, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def of_another_machine(_command: list[str]) -> int:
        raise OSError(errno.ENOEXEC, "Exec format error")

    monkeypatch.setattr(bootstrap, "go_on", of_another_machine)
    assert main(["list"], str(root)) == 3
    assert capsys.readouterr().err.endswith(
        f"{python_of(root / '.venv')} cannot be started: Exec format error; "
        "delete the folder .venv, and it is made anew\n"
    )


# --- pip --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Collecting PySide6-Essentials<6.12,>=6.8", None),
        ("  Downloading x-1.0-py3-none-any.whl.metadata (5.4 kB)", None),
        ("Downloading x-1.0-py3-none-any.whl (80.3 MB)", "downloading x-1.0-py3-none-any.whl (80.3 MB)"),
        ("Using cached x-1.0-py3-none-any.whl (80.3 MB)", "using cached x-1.0-py3-none-any.whl (80.3 MB)"),
        ("Installing collected packages: a, b, c", "installing 3 packages"),
        ("ERROR: No matching distribution found for x", "ERROR: No matching distribution found for x"),
        ("", None),
    ],
)
def test_pips_words_are_shortened(line: str, said: str | None) -> None:
    assert progress_line(line) == said


def test_pip_keeps_the_persons_settings_but_not_another_place_to_install_to() -> None:
    environ = pip_environ({"PIP_INDEX_URL": "https://mirror", "HTTPS_PROXY": "p", "PIP_TARGET": "/x", "PIP_USER": "1"})
    assert environ["PIP_INDEX_URL"] == "https://mirror"
    assert environ["HTTPS_PROXY"] == "p"
    assert environ["PIP_USER"] == "0"
    assert "PIP_TARGET" not in environ


def test_no_network_is_said_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "python"
    script.write_text(
        "#!/bin/sh\n"
        "echo 'WARNING: Retrying (Retry(total=0)) after connection broken by NewConnectionError'\n"
        "echo 'ERROR: No matching distribution found for x'; exit 1\n",
        encoding="utf-8",
    )
    script.chmod(0o700)
    if sys.platform == "win32":
        pytest.skip("a shell script stands in for Python")
    with pytest.raises(CannotStart, match=r"pip does not reach its package index; is there a network\?"):
        pip.run(script, ["x"])


def test_the_set_up_compiles_the_program(root: Path, fake_pip: FakePip) -> None:
    (root / "coach").mkdir()
    source = root / "coach" / "one.py"
    source.write_text("ONE = 1\n", encoding="utf-8")
    ready(root, testing=False)
    assert Path(cache_from_source(str(source))).exists()


def test_what_it_compiles_later_is_kept(root: Path, fake_pip: FakePip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "provide_libraries", lambda _: True)
    monkeypatch.setattr(bootstrap, "go_on", lambda _command: 0)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert main([], str(root)) == 0
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ
