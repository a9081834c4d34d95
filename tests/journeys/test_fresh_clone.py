"""From nothing to a program that runs: a fresh clone, an interrupted set-up, two starts at once, a wheel."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from coach.bootstrap.stamp import STAMP, read_stamp
from tests.mistakes import has_mistake

ROOT = Path(__file__).resolve().parents[2]
PYTHON = getattr(sys, "_base_executable", sys.executable)  # the one that a person types, not that of our environment
NO_INDEX = "does not reach its package index"
SECONDS = 600

pytestmark = [pytest.mark.slow, pytest.mark.timeout(2 * SECONDS)]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files under version control, as they are now, and nothing else."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    folder = tmp_path / "a clone"
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def environ(home: Path, **changes: str) -> dict[str, str]:
    """A machine without a display, with a home of its own."""
    ours = ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONPATH", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return {**kept, "POSTURE_COACH_HOME": str(home), **changes}


def begin(clone: Path, *arguments: str, **changes: str) -> subprocess.Popen[str]:
    """`python3 app.py ARGUMENTS` from another folder, nobody at it, in a process group of its own."""
    return subprocess.Popen(
        [PYTHON, str(clone / "app.py"), *arguments],
        cwd=clone.parent,
        env=environ(clone.parent / "home", **changes),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def start(clone: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """The same to its end, with nothing worse than a sentence."""
    with begin(clone, *arguments, **changes) as process:
        try:
            said, told = process.communicate(timeout=SECONDS)
        finally:
            process.kill()
    if NO_INDEX in told:
        pytest.skip("needs pip's package index")
    assert not has_mistake(said + told)
    return subprocess.CompletedProcess(process.args, process.returncode, said, told)


def test_two_first_starts_at_once_coach_and_need_no_network_the_second_time(clone: Path) -> None:
    starts = [begin(clone), begin(clone, "--version")]
    (said, told), (version, also_told) = (process.communicate(timeout=SECONDS) for process in starts)
    if NO_INDEX in told + also_told:
        pytest.skip("needs pip's package index")
    assert [process.returncode for process in starts] == [0, 0], told + also_told
    assert not has_mistake(said + told + version + also_told)
    for sentence in ("setting up in .venv", "the set-up is done", "another start is setting up; waiting for it"):
        assert (told + also_told).count(sentence) == 1, "they do not spoil each other"
    assert "there is no display here" in told
    assert said.splitlines()[-1].endswith("Done.")
    assert version.startswith("posture-coach ")

    offline = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    second = start(clone, "list", "--json", **offline)
    assert second.returncode == 0, second.stderr
    assert second.stderr == "", "nothing is set up, and nothing asked of an index that nobody reaches"
    assert {entry["kind"] for entry in json.loads(second.stdout)} >= {"exercise", "routine", "test", "reminder"}


TESTED = "tests/session/test_layout.py"


@pytest.mark.skipif(sys.platform == "win32", reason="process groups as on POSIX")
def test_a_set_up_that_was_killed_is_repaired_by_the_next_start_and_the_tests_run_in_it(clone: Path) -> None:
    for moment in ("downloading", "installing"):  # to come to the second one is to have begun anew after the first
        is_killed(clone, moment)
        assert not (clone / ".venv" / STAMP).exists()
    done = start(clone, "test", TESTED)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "setting up in .venv" in done.stderr
    assert f"running: pytest {TESTED}" in done.stderr
    assert "passed" in done.stdout
    assert read_stamp(clone / ".venv") is not None
    assert start(clone, "test", "--no-such-option").returncode == 4, "the exit code of the tests comes through"
    assert start(clone, "--version").stdout.startswith("posture-coach ")


def is_killed(clone: Path, moment: str) -> None:
    """The set-up for the tests, with pip and all, at the line that says so."""
    with begin(clone, "test", TESTED) as process:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        cached = "using cached" if moment == "downloading" else NO_INDEX
        seen = next((line for line in lines if moment in line or cached in line or NO_INDEX in line), "")
        os.killpg(process.pid, signal.SIGKILL)
    if not seen or NO_INDEX in seen:
        pytest.skip("needs pip's package index")


def test_without_a_network_a_sentence_says_so(clone: Path) -> None:
    offline = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL": "", "PIP_RETRIES": "1"}
    done = subprocess.run(
        [PYTHON, str(clone / "app.py"), "list"],
        env=environ(clone.parent / "home", PIP_CONFIG_FILE=os.devnull, **offline),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 3
    assert "posture-coach: pip does not reach its package index; is there a network?" in done.stderr
    assert not has_mistake(done.stderr)
    assert done.stdout == ""


def test_an_installed_wheel_has_its_content_inside(clone: Path) -> None:
    environment = clone.parent / "installed"
    venv.create(environment, with_pip=True)
    folder = environment / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(folder / "python"), "-m", "pip"]
    for command in (
        [*pip, "wheel", "--no-deps", "--wheel-dir", str(clone.parent / "dist"), str(clone)],
        [*pip, "install", "--no-compile", "--find-links", str(clone.parent / "dist"), "posture-coach"],
    ):
        done = subprocess.run(command, cwd=clone.parent, capture_output=True, text=True, timeout=SECONDS, check=False)
        if done.returncode and any(
            sign in done.stderr + done.stdout for sign in ("connection broken", "Could not find")
        ):
            pytest.skip("needs pip's package index")
        assert done.returncode == 0, done.stderr
    [wheel] = (clone.parent / "dist").glob("posture_coach-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "coach/routines/guided/desk-reset.yaml" in names
    assert "coach/media/sounds/go.wav" in names
    assert not [name for name in names if name.startswith(("tests/", "routines/", "media/")) or "__pycache__" in name]

    listed = subprocess.run(
        [str(folder / "posture-coach"), "list", "--json"],
        cwd=clone.parent,
        env=environ(clone.parent / "home"),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    entries = json.loads(listed.stdout)
    shipped = {path.stem for path in (clone / "routines" / "guided").glob("*.yaml")}
    assert {entry["id"] for entry in entries if entry["kind"] == "routine"} == shipped
    assert all(str(environment) in entry["file"] for entry in entries)
