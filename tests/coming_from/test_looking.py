"""Where the other programs' settings are found, and what is said where there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.coming_from import safe_eyes, stretchly, workrave
from coach.coming_from.breaks import Rhythm
from coach.coming_from.looking import MOST_BYTES, look
from tests.desktop.dconf_file import gvdb_file, integer


def put(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def test_where_nothing_is_each_is_as_it_comes(tmp_path: Path) -> None:
    assert look({}, tmp_path) == (workrave.USUAL, safe_eyes.USUAL, stretchly.USUAL)


def test_what_is_set_comes_first(tmp_path: Path) -> None:
    put(tmp_path / ".config" / "Stretchly" / "config.json", '{"microbreakInterval": 900000}')
    found = look({}, tmp_path)
    assert [breaks.program for breaks in found] == ["stretchly", "workrave", "safe-eyes"]
    assert found[0].short == Rhythm(900, 300)


@pytest.mark.parametrize(
    "place",
    [
        ".workrave/workrave.ini", "config/Workrave/workrave.ini", "roaming/Workrave/workrave.ini",
        "Library/Application Support/Workrave/workrave.ini",
    ],
)  # fmt: skip
def test_each_place_of_workrave(tmp_path: Path, place: str) -> None:
    put(tmp_path / place, "[timers]\nmicro_pause.limit=300\n")
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "APPDATA": str(tmp_path / "roaming")}
    assert look(environ, tmp_path)[0].short == Rhythm(300, 30)


def test_dconf_goes_before_an_old_file(tmp_path: Path) -> None:
    put(tmp_path / ".workrave" / "workrave.ini", "[timers]\nmicro_pause.limit=300\n")
    put(tmp_path / ".config" / "dconf" / "user", gvdb_file({"/org/workrave/timers/micro-pause/limit": integer(420)}))
    assert look({}, tmp_path)[0].short == Rhythm(420, 30)
    put(tmp_path / ".config" / "dconf" / "user", gvdb_file({"/org/gnome/a": integer(420)}))
    assert look({}, tmp_path)[0].short == Rhythm(300, 30)


@pytest.mark.parametrize(
    "place",
    [
        ".var/app/net.hovancik.Stretchly/config/Stretchly/config.json",
        "snap/stretchly/current/.config/Stretchly/config.json",
    ],
)
def test_each_place_of_stretchly(tmp_path: Path, place: str) -> None:
    put(tmp_path / place, '{"microbreakInterval": 900000}')
    assert look({"XDG_CONFIG_HOME": "relative"}, tmp_path)[0].program == "stretchly"


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"", b"{", b" " * (MOST_BYTES + 1)], ids=["bytes", "empty", "half", "large"]
)
def test_a_file_that_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path, data: bytes) -> None:
    put(tmp_path / ".config" / "safeeyes" / "safeeyes.json", data)
    (tmp_path / ".config" / "Stretchly" / "config.json").mkdir(parents=True)
    assert look({}, tmp_path) == (workrave.USUAL, safe_eyes.USUAL, stretchly.USUAL)
