"""The program in the desktop's menu: entry and icons written, the same again, and removed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from coach.desktop import desktop_entry
from coach.desktop.at_login import Start
from coach.desktop.linux_at_login import XdgAtLogin
from coach.desktop.linux_menu import SIZES, Listed, Menu

START = Start(("/opt/a b/posture-coach",), {"POSTURE_COACH_HOME": "/home/ä $x%\\`\"'"})
LISTED = Listed("Exercise coach", "What it does", ("posture", "break"))


def icon(side: int) -> bytes:
    return b"%d" % side


@pytest.fixture
def menu(tmp_path: Path) -> Menu:
    return Menu({}, tmp_path)


def files(folder: Path) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_all_is_where_desktops_look_and_again_it_is_the_same(menu: Menu, tmp_path: Path) -> None:
    told = list(menu.install(START, icon, LISTED))
    found = files(tmp_path)
    assert {tmp_path / file for file in found} == set(told)
    data = Path(".local/share")
    assert found[data / "icons/hicolor/48x48/apps/posture-coach.png"] == b"48"
    assert len(found) == len(SIZES) + 2
    for_portals = desktop_entry.read(found[data / "applications/io.github.posture_coach.desktop"].decode())
    assert (for_portals["Name"], for_portals["NoDisplay"]) == ("Posture Coach", "true")
    assert "StartupWMClass" not in for_portals, "its windows are those of the other"
    keys = desktop_entry.read(found[data / "applications/posture-coach.desktop"].decode())
    assert desktop_entry.command_of(keys["Exec"]) == START.exec_words
    assert keys["StartupWMClass"] == keys["Icon"] == "posture-coach"
    assert list(menu.install(START, icon, LISTED)) == told
    assert files(tmp_path) == found


def test_it_is_taken_out_again_and_nothing_else(menu: Menu, tmp_path: Path) -> None:
    told = list(menu.install(START, icon, LISTED))
    other = menu.entry.with_name("other.desktop")
    other.write_text("another program's")
    assert set(menu.remove()) == set(told)
    assert list(files(tmp_path)) == [other.relative_to(tmp_path)]
    assert list(menu.remove()) == []


def test_where_nothing_was_ever_there_is_nothing_to_remove(tmp_path: Path) -> None:
    assert list(Menu({}, tmp_path / "nobody").remove()) == []
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_the_one_that_the_environment_names(tmp_path: Path) -> None:
    assert Menu({"XDG_DATA_HOME": str(tmp_path / "own")}, tmp_path).entry.is_relative_to(tmp_path / "own")
    assert Menu({"XDG_DATA_HOME": "own"}, tmp_path).entry.is_relative_to(tmp_path / ".local")


def test_what_starts_another_program_is_left_as_it_is(menu: Menu, tmp_path: Path) -> None:
    menu.entry.parent.mkdir(parents=True)
    menu.entry.write_text("[Desktop Entry]\nExec=/bin/true\n")
    before = files(tmp_path)
    for ways in (menu.install(START, icon, LISTED), menu.remove()):
        with pytest.raises(FileExistsError):
            list(ways)
    assert files(tmp_path) == before


def test_a_cache_of_icons_is_found_older(menu: Menu, tmp_path: Path) -> None:
    import os

    list(menu.install(START, icon, LISTED))
    theme = tmp_path / ".local/share/icons/hicolor"
    os.utime(theme, (1, 1))
    list(menu.install(START, icon, LISTED))
    assert theme.stat().st_mtime > 1


@pytest.mark.slow
def test_the_desktops_own_judge_finds_nothing(menu: Menu, tmp_path: Path) -> None:
    judge = shutil.which("desktop-file-validate")
    if judge is None:
        pytest.skip("desktop-file-utils is not installed")
    list(menu.install(START, icon, LISTED))
    XdgAtLogin(
        Start((*START.command, "--hidden"), START.environ), {"XDG_CONFIG_DIRS": "/nowhere"}, tmp_path
    ).switch_on()
    entries = [menu.entry, menu.for_portals, tmp_path / ".config/autostart/posture-coach.desktop"]
    for entry in entries:
        ran = subprocess.run([judge, str(entry)], capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
