"""From nothing to a program that runs: a fresh clone, an interrupted set-up, two starts at once, a wheel."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import venv
import zipfile
from pathlib import Path

import pytest

from coach.bootstrap.stamp import STAMP, read_stamp

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


def start(clone: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """`python3 app.py ARGUMENTS` from another folder, nobody at it."""
    done = subprocess.run(
        [PYTHON, str(clone / "app.py"), *arguments],
        cwd=clone.parent,
        env=environ(clone.parent / "home", **changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if NO_INDEX in done.stderr:
        pytest.skip("needs pip's package index")
    assert "Traceback" not in done.stdout + done.stderr
    return done


def test_a_fresh_clone_coaches_at_once_and_needs_no_network_the_second_time(clone: Path) -> None:
    first = start(clone)
    assert first.returncode == 0, first.stderr
    assert "setting up in .venv" in first.stderr
    assert "there is no display here" in first.stderr
    assert first.stdout.splitlines()[-1].endswith("Done.")

    offline = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    began = time.monotonic()
    second = start(clone, "list", "--json", **offline)
    assert second.returncode == 0, second.stderr
    assert second.stderr == ""
    assert {entry["kind"] for entry in json.loads(second.stdout)} >= {"exercise", "routine", "test", "reminder"}
    assert time.monotonic() - began < 10


def test_the_tests_run_from_a_fresh_clone_and_their_exit_code_comes_through(clone: Path) -> None:
    done = start(clone, "test", "tests/session/test_layout.py")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "running: pytest tests/session/test_layout.py" in done.stderr
    assert "passed" in done.stdout
    assert start(clone, "test", "--no-such-option").returncode == 4


@pytest.mark.skipif(sys.platform == "win32", reason="process groups as on POSIX")
@pytest.mark.parametrize("moment", ["downloading", "installing"])
def test_a_set_up_that_was_killed_is_repaired_by_the_next_start(clone: Path, moment: str) -> None:
    with subprocess.Popen(
        [PYTHON, str(clone / "app.py"), "--version"],
        env=environ(clone.parent / "home"),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        seen = next((line for line in lines if moment in line or "using cached" in line or NO_INDEX in line), "")
        os.killpg(process.pid, signal.SIGKILL)
    if not seen or NO_INDEX in seen:
        pytest.skip("needs pip's package index")
    assert not (clone / ".venv" / STAMP).exists()
    repaired = start(clone, "--version")
    assert repaired.returncode == 0, repaired.stderr
    assert repaired.stdout.startswith("posture-coach ")
    assert read_stamp(clone / ".venv") is not None


def test_two_starts_at_once_do_not_spoil_each_other(clone: Path) -> None:
    starts = [
        subprocess.Popen(
            [PYTHON, str(clone / "app.py"), "--version"],
            env=environ(clone.parent / "home"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=SECONDS) for process in starts]
    if any(NO_INDEX in error for _, error in said):
        pytest.skip("needs pip's package index")
    assert [process.returncode for process in starts] == [0, 0], said
    assert sorted("the set-up is done" in error for _, error in said) == [False, True]
    assert any("another start is setting up; waiting for it" in error for _, error in said)


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
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_an_installed_wheel_has_its_content_inside(clone: Path) -> None:
    environment = clone.parent / "installed"
    venv.create(environment, with_pip=True)
    folder = environment / ("Scripts" if sys.platform == "win32" else "bin")
    pip = [str(folder / "python"), "-m", "pip"]
    for command in (
        [*pip, "wheel", "--no-deps", "--wheel-dir", str(clone.parent / "dist"), str(clone)],
        [*pip, "install", "--find-links", str(clone.parent / "dist"), "posture-coach"],
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
