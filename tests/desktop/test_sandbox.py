"""What says that the program runs in a sandbox, and what follows beside starting with the computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.desktop import sandbox
from coach.progress.folders import Home
from coach.wiring.own_start import own_start

NAME = "io.github.posture_coach"


@pytest.fixture
def boxed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "flatpak-info"
    info.touch()
    monkeypatch.setattr(sandbox, "FLATPAK_INFO", info)
    monkeypatch.setenv("FLATPAK_ID", NAME)


def test_out_of_one_nothing_is_boxed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "FLATPAK_INFO", tmp_path / "none")
    assert (sandbox.flatpak_id({"FLATPAK_ID": NAME}), sandbox.is_boxed({})) == (None, False)
    assert sandbox.is_boxed({"SNAP": "/snap/posture-coach/1"})


@pytest.mark.usefixtures("boxed")
def test_a_login_is_not_told_where_flatpak_puts_the_data(tmp_path: Path) -> None:
    environ = {"XDG_DATA_HOME": str(tmp_path / "data"), "FLATPAK_ID": NAME}
    assert own_start(Home.from_environ({}), environ).environ == {}
