"""Workrave's settings, as its file and as dconf has them."""

from __future__ import annotations

import pytest

from coach.coming_from.breaks import Breaks, Rhythm
from coach.coming_from.workrave import USUAL, of_dconf, of_ini
from tests.desktop.dconf_file import FALSE, TRUE, gvdb_file, integer

INI = """\
[general]
usage-mode=0

[timers]
micro_pause.limit=240
micro_pause.auto_reset=20
rest_break.limit=3600
rest_break.auto_reset=480
daily_limit.limit=14400

[breaks]
micro_pause.enabled=true
rest_break.enabled=true
"""


def test_a_file() -> None:
    assert of_ini(INI) == Breaks("workrave", Rhythm(240, 20), Rhythm(3600, 480), is_set=True)


def test_what_a_file_lacks_is_as_it_comes() -> None:
    assert of_ini("[timers]\nmicro_pause.limit=300\n").short == Rhythm(300, 30)
    assert of_ini("[timers]\nmicro_pause.limit=300\n").long == USUAL.long
    assert of_ini("") == Breaks("workrave", USUAL.short, USUAL.long, is_set=True)


def test_what_is_switched_off_is_none() -> None:
    assert of_ini(INI.replace("micro_pause.enabled=true", "micro_pause.enabled=false")).short is None


def test_keys_as_qt_writes_them() -> None:
    assert of_ini("[timers]\nmicro_pause\\limit=300\nrest_break/limit=60\n").short == Rhythm(300, 30)


@pytest.mark.parametrize("told", ["0", "-5", "soon", "", "999999", "1.5", "²"])
def test_what_is_no_length_is_as_it_comes(told: str) -> None:
    assert of_ini(f"[timers]\nmicro_pause.limit={told}\n").short == USUAL.short


@pytest.mark.parametrize("text", ["micro_pause.limit=300\n", "[timers\n", "[a]\nno value\n", "{}"])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no settings of Workrave"):
        of_ini(text)


def test_dconf() -> None:
    database = gvdb_file(
        {
            "/org/workrave/timers/micro-pause/limit": integer(600),
            "/org/workrave/breaks/micro-pause/enabled": TRUE,
            "/org/workrave/breaks/rest-break/enabled": FALSE,
        }
    )
    assert of_dconf(database) == Breaks("workrave", Rhythm(600, 30), None, is_set=True)


def test_dconf_without_anything_of_it() -> None:
    with pytest.raises(ValueError, match="nothing of Workrave"):
        of_dconf(gvdb_file({"/org/gnome/desktop/notifications/show-banners": FALSE}))
    with pytest.raises(ValueError, match="GVDB"):
        of_dconf(b"another file")
