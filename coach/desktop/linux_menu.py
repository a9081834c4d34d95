"""The program's place in the menus of X and Wayland desktops: its entry, and its icons in the theme that all have."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from coach.desktop import desktop_entry
from coach.desktop.app_id import APP_ID, PORTAL_ID
from coach.desktop.at_login import OtherProgramError, Start, is_ours
from coach.files import write_whole
from coach.values import dataclass

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""The icon's sides in pixels, of those that hicolor has folders for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of the entry, in the person's language: what such a program is called in general, what it does, and by
    what else it is searched for.
    """

    kind: str
    purpose: str
    keywords: tuple[str, ...]


class Menu:
    """`home` is where the person's own things lie where XDG_DATA_HOME does not say otherwise."""

    def __init__(self, environ: Mapping[str, str], home: Path) -> None:
        named = Path(environ.get("XDG_DATA_HOME", ""))
        data = named if named.is_absolute() else home / ".local" / "share"
        self.entry = data / "applications" / f"{APP_ID}.desktop"
        self.for_portals = data / "applications" / f"{PORTAL_ID}.desktop"
        self._icons = data / "icons" / "hicolor"

    def install(self, start: Start, icon: Callable[[int], bytes], listed: Listed) -> Iterator[Path]:
        """Write entry and icons, as PNG by their side; each file as it is there. OSError where one cannot be written,
        or something else has our name.
        """
        self._refuse_what_is_not_ours()
        for side in SIZES:
            yield _written(self._icon(side), icon(side))
        self._tell()
        yield _written(self.for_portals, entry_for_portals(start).encode())
        yield _written(self.entry, entry(start, listed).encode())

    def remove(self) -> Iterator[Path]:
        """Remove what `install` wrote; each file that was there."""
        self._refuse_what_is_not_ours()
        for file in (self.entry, self.for_portals, *(self._icon(side) for side in SIZES)):
            if file.is_file() or file.is_symlink():
                file.unlink()
                yield file
        if self._icons.is_dir():
            self._tell()

    def _icon(self, side: int) -> Path:
        return self._icons / f"{side}x{side}" / "apps" / f"{APP_ID}.png"

    def _refuse_what_is_not_ours(self) -> None:
        try:
            text = self.entry.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return
        command = desktop_entry.command_of(desktop_entry.read(text).get("Exec", ""))
        if command and not is_ours(command):
            raise OtherProgramError(str(self.entry))

    def _tell(self) -> None:
        """A cache of the icons is looked through anew once their folder is younger than it."""
        os.utime(self._icons)


def _written(file: Path, data: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, data)
    return file


def entry(start: Start, listed: Listed) -> str:
    """The file by which a desktop starts it with this command, and shows it with these words."""
    return desktop_entry.written(
        {
            "Type": "Application",
            "Name": "Posture Coach",
            "GenericName": listed.kind,
            "Comment": listed.purpose,
            "Exec": desktop_entry.command_line(start.exec_words),
            "Icon": APP_ID,
            "Terminal": "false",
            "Categories": "Utility;",
            "Keywords": "".join(f"{word};" for word in listed.keywords),
            "StartupNotify": "true",
            "StartupWMClass": APP_ID,
        }
    )


def entry_for_portals(start: Start) -> str:
    """The file by which the desktop's portals know it (PORTAL_ID); no menu shows it."""
    return desktop_entry.written(
        {
            "Type": "Application",
            "Name": "Posture Coach",
            "Exec": desktop_entry.command_line(start.exec_words),
            "Icon": APP_ID,
            "Terminal": "false",
            "NoDisplay": "true",
        }
    )
