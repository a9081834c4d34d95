"""Which libraries of a Linux system the window and its sound need, which are missing, and what to type to get them.

Qt's own wheel leaves these to the system and ends the whole process where one is missing, so they are looked for first.
The list was read from the wheels with `readelf -d` (PySide6-Essentials 6.11: QtCore, QtGui, QtDBus, the xcb platform
plugin); pygame-ce brings its own SDL, which looks for the sound server's library only at run time.

Standard library only, since it is used before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, cast

Family = Literal["apt-get", "dnf", "pacman", "zypper"]
Part = Literal["qt", "xcb", "wayland", "sound"]
"""What needs a library: Qt anywhere, its window on X11 or on Wayland, or the sound."""

TESTS: tuple[Part, ...] = ("qt", "xcb", "sound")
"""What the tests use: they draw off screen and, where there is an Xvfb, on it."""


class Library(NamedTuple):
    """A shared library by its soname, what needs it, and the package that holds it by family of distributions."""

    part: Part
    soname: str
    packages: Mapping[Family, str]


FAMILIES: tuple[Family, ...] = ("apt-get", "dnf", "pacman", "zypper")

# part     soname                   apt-get              dnf                  pacman               zypper
TABLE = """
qt       libglib-2.0.so.0         libglib2.0-0         glib2                glib2                libglib-2_0-0
qt       libgthread-2.0.so.0      libglib2.0-0         glib2                glib2                libgthread-2_0-0
qt       libzstd.so.1             libzstd1             libzstd              zstd                 libzstd1
qt       libEGL.so.1              libegl1              libglvnd-egl         libglvnd             Mesa-libEGL1
qt       libGL.so.1               libgl1               libglvnd-glx         libglvnd             Mesa-libGL1
qt       libfontconfig.so.1       libfontconfig1       fontconfig           fontconfig           libfontconfig1
qt       libfreetype.so.6         libfreetype6         freetype             freetype2            libfreetype6
qt       libdbus-1.so.3           libdbus-1-3          dbus-libs            dbus                 libdbus-1-3
qt       libxkbcommon.so.0        libxkbcommon0        libxkbcommon         libxkbcommon         libxkbcommon0
qt       libX11.so.6              libx11-6             libX11               libx11               libX11-6
xcb      libxkbcommon-x11.so.0    libxkbcommon-x11-0   libxkbcommon-x11     libxkbcommon-x11     libxkbcommon-x11-0
xcb      libX11-xcb.so.1          libx11-xcb1          libX11-xcb           libx11               libX11-xcb1
xcb      libxcb.so.1              libxcb1              libxcb               libxcb               libxcb1
xcb      libxcb-cursor.so.0       libxcb-cursor0       xcb-util-cursor      xcb-util-cursor      libxcb-cursor0
xcb      libxcb-icccm.so.4        libxcb-icccm4        xcb-util-wm          xcb-util-wm          libxcb-icccm4
xcb      libxcb-image.so.0        libxcb-image0        xcb-util-image       xcb-util-image       libxcb-image0
xcb      libxcb-keysyms.so.1      libxcb-keysyms1      xcb-util-keysyms     xcb-util-keysyms     libxcb-keysyms1
xcb      libxcb-randr.so.0        libxcb-randr0        libxcb               libxcb               libxcb-randr0
xcb      libxcb-render.so.0       libxcb-render0       libxcb               libxcb               libxcb-render0
xcb      libxcb-render-util.so.0  libxcb-render-util0  xcb-util-renderutil  xcb-util-renderutil  libxcb-render-util0
xcb      libxcb-shape.so.0        libxcb-shape0        libxcb               libxcb               libxcb-shape0
xcb      libxcb-shm.so.0          libxcb-shm0          libxcb               libxcb               libxcb-shm0
xcb      libxcb-sync.so.1         libxcb-sync1         libxcb               libxcb               libxcb-sync1
xcb      libxcb-util.so.1         libxcb-util1         xcb-util             xcb-util             libxcb-util1
xcb      libxcb-xfixes.so.0       libxcb-xfixes0       libxcb               libxcb               libxcb-xfixes0
xcb      libxcb-xkb.so.1          libxcb-xkb1          libxcb               libxcb               libxcb-xkb1
wayland  libwayland-client.so.0   libwayland-client0   libwayland-client    wayland              libwayland-client0
wayland  libwayland-cursor.so.0   libwayland-cursor0   libwayland-cursor    wayland              libwayland-cursor0
wayland  libwayland-egl.so.1      libwayland-egl1      libwayland-egl       wayland              libwayland-egl1
sound    libpulse.so.0            libpulse0            pulseaudio-libs      libpulse             libpulse0
"""


def _read(table: str) -> tuple[Library, ...]:
    rows = (line.split() for line in table.strip().splitlines())
    return tuple(
        Library(cast("Part", part), soname, dict(zip(FAMILIES, packages, strict=True)))
        for part, soname, *packages in rows
    )


NEEDED = _read(TABLE)


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def parts_for(environ: Mapping[str, str]) -> tuple[Part, ...]:
    """What a window needs on the display of `environ`. X11 is enough where there is both, as Qt falls back to it."""
    return ("qt", "xcb", "sound") if environ.get("DISPLAY") else ("qt", "wayland", "sound")


def missing_libraries(
    parts: Sequence[Part], platform: str = sys.platform, loads: Callable[[str], bool] = _loads
) -> list[Library]:
    """The libraries of `parts` that this system lacks; none anywhere but on Linux."""
    if not platform.startswith("linux"):
        return []
    return [library for library in NEEDED if library.part in parts and not loads(library.soname)]


def os_release(path: Path = Path("/etc/os-release")) -> dict[str, str]:
    """The system's own description of itself (os-release(5)); empty where there is none."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {key.strip(): value.strip().strip("\"'") for key, value in pairs}


SYSTEMS: Mapping[str, Family] = {
    "debian": "apt-get",
    "ubuntu": "apt-get",
    "fedora": "dnf",
    "rhel": "dnf",
    "centos": "dnf",
    "arch": "pacman",
    "suse": "zypper",
    "opensuse": "zypper",
}


def family(release: Mapping[str, str]) -> Family | None:
    """Whose packages this system uses, by its own name or by the one it says it is like."""
    for name in (release.get("ID", ""), *release.get("ID_LIKE", "").split()):
        known = SYSTEMS.get(name) or SYSTEMS.get(name.split("-")[0])
        if known is not None:
            return known
    return None


INSTALL: Mapping[Family, tuple[str, ...]] = {
    "apt-get": ("apt-get", "install", "--no-install-recommends"),
    "dnf": ("dnf", "install"),
    "pacman": ("pacman", "-S", "--needed"),
    "zypper": ("zypper", "install"),
}


def install_command(packages: Sequence[str], release: Mapping[str, str]) -> list[str] | None:
    """What installs `packages` on this system, without sudo; None where we do not know its packages."""
    which = family(release)
    return None if which is None else [*INSTALL[which], *packages]


def packages_for(missing: Sequence[Library], release: Mapping[str, str]) -> list[str]:
    """The packages that hold the missing libraries, each once."""
    which = family(release)
    return [] if which is None else list(dict.fromkeys(library.packages[which] for library in missing))


def install_line(missing: Sequence[Library], release: Mapping[str, str]) -> str:
    """What to type to get the missing libraries, or their names where we do not know this system's packages."""
    command = install_command(packages_for(missing, release), release)
    if command is None:
        return "install the packages that hold " + " ".join(library.soname for library in missing)
    return "sudo " + " ".join(command)


def installs_itself(release: Mapping[str, str], environ: Mapping[str, str] = os.environ) -> bool:
    """Whether we may install system packages ourselves: as root, on a Debian-like system."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and family(release) == "apt-get" and shutil.which("apt-get", path=environ.get("PATH")) is not None


def install_packages(packages: Sequence[str], tell: Callable[[str], None]) -> bool:
    """Install Debian packages as root, after saying the command. Everything goes to stderr; True when all are there."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if any(Path("/var/lib/apt/lists").glob("*Packages*")):
        tell("running: " + " ".join(install))
        if _run(install, environ):
            return True
    tell("running: apt-get update, then " + " ".join(install))
    return _run(["apt-get", "update"], environ) and _run(install, environ)


def _run(command: Sequence[str], environ: Mapping[str, str]) -> bool:
    import subprocess

    try:
        done = subprocess.run(
            [command[0], "-qq", "-o", "Dpkg::Use-Pty=0", *command[1:]],
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            check=False,
        )
    except OSError:
        return False
    return done.returncode == 0


def provide(parts: Sequence[Part], tell: Callable[[str], None]) -> list[Library]:
    """The libraries of `parts` that are missing after we did what we may: as root on Debian, install them."""
    missing = missing_libraries(parts)
    release = os_release()
    if missing and installs_itself(release):
        tell("this system lacks " + names(missing))
        if install_packages(packages_for(missing, release), tell):
            missing = missing_libraries(parts)
    return missing


def names(missing: Sequence[Library]) -> str:
    """The sonames in one line."""
    return ", ".join(library.soname for library in missing)
