"""Starting with the computer where desktops follow the Desktop Application Autostart Specification."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coach.desktop import desktop_entry
from coach.desktop.app_id import APP_ID
from coach.desktop.at_login import Entry, OtherProgramError, Start, is_ours, is_there, unread
from coach.files import write_whole
from coach.values import replace

FILE_NAME = f"{APP_ID}.desktop"
_STARTS_NOTHING = frozenset({"sway", "labwc", "i3", "hyprland", "river", "niri", "wlroots"})
"""Desktops, by XDG_CURRENT_DESKTOP, that leave autostart to a program of their person's choice. LXQt on labwc has names
of both, and starts it.
"""


class XdgAtLogin:
    """A file in the person's autostart folder; it stands before one of the same name that the system has."""

    def __init__(self, start: Start, environ: Mapping[str, str], home: Path) -> None:
        self._start = start
        self._file = _folder(environ.get("XDG_CONFIG_HOME", ""), home / ".config") / "autostart" / FILE_NAME
        shared = environ.get("XDG_CONFIG_DIRS", "") or "/etc/xdg"
        self._shared = [Path(one) / "autostart" / FILE_NAME for one in shared.split(":") if Path(one).is_absolute()]
        names = [name for name in environ.get("XDG_CURRENT_DESKTOP", "").split(":") if name]
        starts_nothing = names and all(name.lower() in _STARTS_NOTHING for name in names)
        self._unread_by = names[0] if starts_nothing else ""

    def entry(self) -> Entry:
        """As the desktop reads it at the next login."""
        try:
            for file in (self._file, *self._shared):
                if file.exists():
                    return replace(_entry(file), unread_by=self._unread_by)
        except OSError as problem:
            return Entry("unknown", str(self._file), why=unread(problem))
        return Entry("off", str(self._file), unread_by=self._unread_by)

    def switch_on(self) -> None:
        """Written anew, even where it stood."""
        self._refuse_what_is_not_ours()
        self._write(Hidden="")

    def switch_off(self) -> None:
        """Ours is removed; where the system has one for everybody, ours says that this person wants none."""
        self._refuse_what_is_not_ours()
        if any(file.exists() for file in self._shared):
            self._write(Hidden="true")
        else:
            self._file.unlink(missing_ok=True)

    def _refuse_what_is_not_ours(self) -> None:
        entry = self.entry()
        if entry.state == "other" and entry.where == str(self._file):
            raise OtherProgramError(str(self._file))

    def _write(self, **more: str) -> None:
        keys = {
            "Type": "Application",
            "Name": "Posture Coach",
            **({"Comment": self._start.told} if self._start.told else {}),
            "Exec": desktop_entry.command_line(self._start.exec_words),
            "Icon": APP_ID,
            "Terminal": "false",
            **{key: text for key, text in more.items() if text},
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, desktop_entry.written(keys))


def _folder(named: str, otherwise: Path) -> Path:
    """What a variable names; by the specification a path that is not absolute counts for nothing."""
    return Path(named) if Path(named).is_absolute() else otherwise


def _entry(file: Path) -> Entry:
    keys = desktop_entry.read(file.read_text(encoding="utf-8", errors="replace"))
    command = desktop_entry.command_of(keys.get("Exec", ""))
    program = desktop_entry.program_of(command)
    if command and not is_ours(command):
        return Entry("other", str(file), program)
    if not command or keys.get("Hidden") == "true" or keys.get("X-GNOME-Autostart-enabled") == "false":
        return Entry("off", str(file), program)
    is_startable = is_there(program) and is_there(keys.get("TryExec") or program)
    return Entry("on" if is_startable else "gone", str(file), program)
