"""Which libraries are missing, and what to type on each system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from coach.bootstrap import opens_window, provide_libraries, system_libraries
from coach.bootstrap.display import NoWindow, display_available, why_no_window, x_display_answers
from coach.bootstrap.system_libraries import (
    NEEDED,
    Library,
    Part,
    family,
    install_line,
    installs_itself,
    missing_libraries,
    os_release,
    packages_for,
    parts_for,
)

ALL: tuple[Part, ...] = ("qt", "xcb", "sound")

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'
UBUNTU = 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\nUBUNTU_CODENAME=noble\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = 'NAME="Fedora Linux"\nID=fedora\nVERSION_ID=42\n'
ROCKY = 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\n'
ARCH = '# the rolling one\nNAME="Arch Linux"\nID=arch\n\n'
TUMBLEWEED = 'NAME="openSUSE Tumbleweed"\nID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n'
ALPINE = 'NAME="Alpine Linux"\nID=alpine\n'

CURSOR_AND_GL = ("libxcb-cursor.so.0", "libGL.so.1")


def release(tmp_path: Path, text: str) -> dict[str, str]:
    path = tmp_path / "os-release"
    path.write_text(text, encoding="utf-8")
    return os_release(path)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (DEBIAN, "sudo apt-get install --no-install-recommends libgl1 libxcb-cursor0"),
        (UBUNTU, "sudo apt-get install --no-install-recommends libgl1 libxcb-cursor0"),
        (MINT, "sudo apt-get install --no-install-recommends libgl1 libxcb-cursor0"),
        (FEDORA, "sudo dnf install libglvnd-glx xcb-util-cursor"),
        (ROCKY, "sudo dnf install libglvnd-glx xcb-util-cursor"),
        (ARCH, "sudo pacman -S --needed libglvnd xcb-util-cursor"),
        (TUMBLEWEED, "sudo zypper install Mesa-libGL1 libxcb-cursor0"),
        (ALPINE, "install the packages that hold libGL.so.1 libxcb-cursor.so.0"),
        ("", "install the packages that hold libGL.so.1 libxcb-cursor.so.0"),
    ],
)
def test_the_line_to_type(tmp_path: Path, text: str, line: str) -> None:
    missing = missing_libraries(ALL, "linux", lambda soname: soname not in CURSOR_AND_GL)
    assert install_line(missing, release(tmp_path, text)) == line


def test_nothing_is_missing_where_all_loads_or_where_it_is_not_linux() -> None:
    assert missing_libraries(ALL, "linux", lambda soname: True) == []
    for platform in ("win32", "darwin"):
        assert missing_libraries(ALL, platform, lambda soname: False) == []


def test_a_package_that_holds_several_libraries_is_named_once() -> None:
    missing = missing_libraries(ALL, "linux", lambda soname: False)
    assert len(missing) == len([library for library in NEEDED if library.part in ALL])
    packages = packages_for(missing, {"ID": "fedora"})
    assert packages.count("libxcb") == 1
    assert len(packages) == len(set(packages))


@pytest.mark.parametrize(
    ("environ", "needed", "not_needed"),
    [
        ({"DISPLAY": ":0"}, "libxcb-cursor.so.0", "libwayland-client.so.0"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "libxcb-cursor.so.0", "libwayland-client.so.0"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-client.so.0", "libxcb-cursor.so.0"),
    ],
)
def test_each_kind_of_display_needs_its_own_libraries(environ: dict[str, str], needed: str, not_needed: str) -> None:
    missing = [library.soname for library in missing_libraries(parts_for(environ), "linux", lambda soname: False)]
    assert needed in missing
    assert not_needed not in missing
    assert {"libEGL.so.1", "libpulse.so.0"} <= set(missing)


def lacking(monkeypatch: pytest.MonkeyPatch, *sonames: str) -> None:
    lacks = [library for library in NEEDED if library.soname in sonames]

    def missing(parts: Sequence[str], *_: object) -> list[Library]:
        return [library for library in lacks if library.part in parts]

    monkeypatch.setattr(system_libraries, "missing_libraries", missing)
    monkeypatch.setattr(system_libraries, "os_release", lambda: {"ID": "debian"})


def test_why_there_is_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    assert why_no_window({}, "linux") == NoWindow("no-display")
    lacking(monkeypatch, "libxcb-cursor.so.0", "libpulse.so.0")
    assert why_no_window({"DISPLAY": ":0"}, "linux") == NoWindow(
        "lacks-libraries", "libxcb-cursor.so.0", "sudo apt-get install --no-install-recommends libxcb-cursor0 libpulse0"
    )
    lacking(monkeypatch, "libpulse.so.0")
    assert why_no_window({"DISPLAY": ":0"}, "linux", lambda name: True) is None
    assert why_no_window({"DISPLAY": ":7"}, "linux", lambda name: False) == NoWindow("display-silent", ":7")
    assert why_no_window({"WAYLAND_DISPLAY": "wayland-0"}, "linux", lambda name: False) is None
    assert why_no_window({}, "win32") is None


def test_a_display_without_a_server_does_not_answer() -> None:
    if missing_libraries(("xcb",)):
        pytest.skip("needs libxcb")
    assert not x_display_answers(":98765")


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [("", True), ("play desk-reset", True), ("play desk-reset --terminal", False), ("list", False), ("test", False)],
)
def test_which_commands_open_a_window(arguments: str, opens: bool) -> None:
    assert opens_window(arguments.split()) is opens


def test_without_qts_libraries_the_tests_that_draw_are_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "installs_itself", lambda release: False)
    lacking(monkeypatch, "libEGL.so.1")
    assert provide_libraries(["test"]) is False
    told = capsys.readouterr().err
    assert "are left out, because they need libEGL.so.1" in told
    assert "to have them: sudo apt-get install --no-install-recommends libegl1" in told
    lacking(monkeypatch, "libpulse.so.0")
    assert provide_libraries(["test"]) is True


def test_commands_without_a_window_ask_for_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("nothing should be looked for")

    monkeypatch.setattr(system_libraries, "missing_libraries", asked)
    provide_libraries(["list"])
    provide_libraries(["play", "desk-reset", "--terminal"])


def test_a_system_without_a_description_of_itself_has_no_family(tmp_path: Path) -> None:
    assert os_release(tmp_path / "nothing-here") == {}
    assert family({}) is None


def test_packages_are_installed_only_on_a_debian_like_system_with_apt(tmp_path: Path) -> None:
    assert not installs_itself({"ID": "fedora"})
    assert not installs_itself({"ID": "debian"}, {"PATH": str(tmp_path)})


@pytest.mark.parametrize(
    ("environ", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "freebsd14", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_window_can_appear(environ: dict[str, str], platform: str, there: bool) -> None:
    assert display_available(environ, platform) is there
