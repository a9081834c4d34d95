"""The whole program where something is missing or broken: it goes on, says so in a sentence, and shows no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mistakes import has_mistake

pytestmark = pytest.mark.slow  # a process or two each

ROOT = Path(__file__).resolve().parents[2]
REHEARSAL = ("play", "desk-reset", "--terminal", "--speed", "200")


def coach(home: Path, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """The program in a pipe, without a display; its own greeting of errors must never be a traceback."""
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    result = subprocess.run(
        [sys.executable, "-m", "coach", *words],
        cwd=ROOT,
        env={**bare, "POSTURE_COACH_HOME": str(home), "SDL_AUDIODRIVER": "dummy", **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert not has_mistake(result.stderr + result.stdout)
    return result


LOST = 3  # it was done to its end, and is kept nowhere


def finished(result: subprocess.CompletedProcess[str], code: int = 0) -> bool:
    return result.returncode == code and "Chin tuck" in result.stdout and "Well done" in result.stdout


def test_no_sound_device(tmp_path: Path) -> None:
    result = coach(tmp_path, *REHEARSAL, SDL_AUDIODRIVER="no-such-driver")
    assert finished(result)
    assert "sound" in result.stdout + result.stderr


def test_no_bus_and_no_display(tmp_path: Path) -> None:
    result = coach(tmp_path, "doctor", DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")
    assert result.returncode == 0
    assert "sessions run in the terminal: there is no display here" in result.stdout


def test_an_empty_library_of_my_own(tmp_path: Path) -> None:
    for kind in ("exercises", "guided", "tests", "reminders"):
        (tmp_path / "routines" / kind).mkdir(parents=True)
    assert coach(tmp_path, "check").returncode == 0
    assert finished(coach(tmp_path, *REHEARSAL))


def test_unreadable_files_of_my_own_hide_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "routines" / "guided"
    folder.mkdir(parents=True)
    (folder / "desk-reset.yaml").mkdir()  # a folder where a file should be: unreadable for everybody
    (folder / "noise.yaml").write_bytes(bytes(range(256)))
    result = coach(tmp_path, "check")
    assert result.returncode == 1
    assert "noise.yaml:3:115: the byte 0x80 is not UTF-8; save the file as UTF-8" in result.stdout
    assert finished(coach(tmp_path, *REHEARSAL))


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    result = coach(tmp_path / "file", *REHEARSAL)
    assert finished(result, LOST)
    assert str(tmp_path / "file") in result.stderr + result.stdout


def test_a_broken_database_is_kept_aside(tmp_path: Path) -> None:
    assert finished(coach(tmp_path, *REHEARSAL))
    database = next(path for path in tmp_path.iterdir() if path.suffix in (".db", ".sqlite", ".sqlite3"))
    for path in tmp_path.glob(f"{database.name}*"):
        path.unlink()
    database.write_bytes(b"this is no database" * 400)
    result = coach(tmp_path, *REHEARSAL)
    assert finished(result)
    assert "kept" in result.stderr + result.stdout
    assert any(b"this is no database" in p.read_bytes()[:64] for p in tmp_path.iterdir() if p.is_file())


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A tiny file system with hardly a byte left."""
    folder = tmp_path / "full"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("needs the right to mount a file system")
    try:
        with (folder / "ballast").open("wb") as ballast:
            while True:
                ballast.write(b"x" * 4096)
                ballast.flush()
    except OSError:
        pass
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small file system")
def test_a_full_disk(full_disk: Path) -> None:
    result = coach(full_disk, *REHEARSAL)
    assert finished(result, LOST)
    assert "disk" in (result.stderr + result.stdout).lower()


def test_nothing_but_a_pipe_coaches_the_desk_reset(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "coach"],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        | {"POSTURE_COACH_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Chin tuck" in line:
            break
    process.terminate()
    _, errors = process.communicate(timeout=20)
    assert "Chin tuck" in lines[-1]
    assert "no display" in errors
    assert not has_mistake(errors)
