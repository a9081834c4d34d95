"""Which libraries are missing, and what to type on each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.bootstrap import display_available
from coach.bootstrap.system_libraries import (
    NEEDED,
    family,
    install_line,
    installs_itself,
    missing_libraries,
    os_release,
    packages_for,
)

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
    missing = missing_libraries("linux", lambda soname: soname not in CURSOR_AND_GL)
    assert install_line(missing, release(tmp_path, text)) == line


def test_nothing_is_missing_where_all_loads_or_where_it_is_not_linux() -> None:
    assert missing_libraries("linux", lambda soname: True) == []
    for platform in ("win32", "darwin"):
        assert missing_libraries(platform, lambda soname: False) == []


def test_a_package_that_holds_several_libraries_is_named_once() -> None:
    missing = missing_libraries("linux", lambda soname: False)
    assert len(missing) == len(NEEDED)
    packages = packages_for(missing, {"ID": "fedora"})
    assert packages.count("libxcb") == 1
    assert len(packages) == len(set(packages))


def test_the_window_can_do_without_the_sound_servers_library() -> None:
    missing = missing_libraries("linux", lambda soname: False, sound=False)
    assert "libpulse.so.0" not in [library.soname for library in missing]


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
