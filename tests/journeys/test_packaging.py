"""What is beside the program for those who make packages of it: the Flatpak's rights, its names, what is pinned."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml

from coach.desktop.app_id import PORTAL_ID
from coach.desktop.linux_awake import SCREEN_SAVER, SESSION_MANAGER
from coach.desktop.mpris import NAME

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    return dict(yaml.safe_load((PACKAGING / f"{PORTAL_ID}.yaml").read_text("utf-8")))


def test_a_flatpak_has_one_name(manifest: dict[str, Any]) -> None:
    assert (manifest["id"], manifest["command"]) == (PORTAL_ID, "posture-coach")
    assert f"<id>{PORTAL_ID}</id>" in (PACKAGING / "posture-coach.metainfo.xml").read_text("utf-8")


def test_a_flatpak_may_do_what_the_program_asks_of_a_desktop_and_nothing_else(manifest: dict[str, Any]) -> None:
    given = set(manifest["finish-args"])
    buses = {
        f"--own-name={NAME}", f"--own-name={NAME}.*", "--system-talk-name=org.freedesktop.login1",
        *(f"--talk-name={keeper.inhibit.service}" for keeper in (SCREEN_SAVER, SESSION_MANAGER)),
        "--talk-name=org.freedesktop.Notifications", "--talk-name=org.gnome.Mutter.IdleMonitor",
        "--talk-name=org.kde.StatusNotifierWatcher",
    }  # fmt: skip
    assert {line for line in given if "-name=" in line} == buses
    assert not [line for line in given if "network" in line or "filesystem" in line]


def test_what_a_desktop_shows_of_a_flatpak_is_named_like_it() -> None:
    pytest.importorskip("PySide6.QtGui", exc_type=ImportError)
    made = dict(runpy.run_path(str(PACKAGING / "share.py"))["flatpak"]())
    assert all(Path(place).name.startswith(PORTAL_ID) for place in made)
    entry = made[f"share/applications/{PORTAL_ID}.desktop"].decode()
    assert f"\nIcon={PORTAL_ID}\n" in entry
    assert "NoDisplay" not in entry
    described = made[f"share/metainfo/{PORTAL_ID}.metainfo.xml"].decode()
    assert f">{PORTAL_ID}.desktop</launchable>" in described
    assert f">{PORTAL_ID}</icon>" in described


def test_what_is_pinned_is_what_linux_needs() -> None:
    wanted = {line.split(">")[0].split("<")[0] for line in runpy.run_path(str(PACKAGING / "pinned.py"))["wanted"]()}
    assert {"PySide6-Essentials", "jeepney", "hibari-tts", "fontpkg-manrope"} <= wanted
    assert not wanted & {"pycaw", "wakepy"}


def test_what_lies_on_this_machine_alone_is_named() -> None:
    only_here = runpy.run_path(str(PACKAGING / "pinned.py"))["only_here"]
    own, others = "file:///opt/wheels/one.whl", "https://example.org/two.whl"
    assert only_here({"sources": [{"url": own}, {"url": others}]}) == [own]
