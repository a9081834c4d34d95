"""`autostart`: what it writes, prints and refuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from coach.desktop import desktop_entry
from tests.command_line import CommandLine

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="it would be the machine's own")


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "etc"))
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    return tmp_path / "config"


def test_it_is_switched_on_and_off(run: CommandLine, config: Path, home: Path) -> None:
    assert run("autostart") == (0, "Off: the reminders run from when you start the program.\n", "")
    assert run("autostart", "on") == (0, "On: the reminders start when you log in, without a window.\n", "")
    file = config / "autostart" / "posture-coach.desktop"
    command = desktop_entry.command_of(desktop_entry.read(file.read_text())["Exec"])
    assert command[:2] == ("env", f"POSTURE_COACH_HOME={home}")
    assert command[-1] == "--hidden"
    assert Path(command[2]).is_absolute()
    assert run("autostart", "off")[1].startswith("Off")
    assert not file.exists()


def test_other_programs_read_it(run: CommandLine, config: Path) -> None:
    run("autostart", "on")
    told = json.loads(run("autostart", "status", "--json")[1])
    assert set(told) == {"version", "state", "where", "program", "text"}
    assert told["state"] == "on"
    assert told["where"] == str(config / "autostart" / "posture-coach.desktop")


def test_where_it_cannot_be_written_it_says_so(run: CommandLine, config: Path) -> None:
    config.write_text("no folder")
    code, out, err = run("autostart", "on")
    assert (code, out) == (3, "")
    assert err.startswith(f"posture-coach: It could not be changed: {config}")


def test_what_is_gone_says_what_to_do(run: CommandLine, config: Path) -> None:
    folder = config / "autostart"
    folder.mkdir(parents=True)
    (folder / "posture-coach.desktop").write_text("[Desktop Entry]\nExec=/gone/posture-coach --hidden\n")
    said = "On, but nothing starts: /gone/posture-coach is gone."
    assert run("autostart")[1].startswith(said)


def test_it_is_put_into_the_menu_and_taken_out(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    code, out, err = run("install-desktop")
    assert (code, err) == (0, "")
    files = out.splitlines()
    assert str(tmp_path / "data" / "applications" / "posture-coach.desktop") in files
    assert all(Path(file).is_file() for file in files)
    assert run("install-desktop") == (0, out, "")
    code, out, err = run("install-desktop", "--remove")
    assert (code, sorted(out.splitlines()), err) == (0, sorted(files), "")
    assert run("install-desktop", "--remove") == (0, "", "")


def test_a_menu_that_cannot_be_written_says_so(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    (tmp_path / "data").write_text("no folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    code, out, err = run("install-desktop")
    assert (code, out) == (3, "")
    assert err.startswith(f"posture-coach: {tmp_path / 'data'}")
