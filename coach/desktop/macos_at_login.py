"""Starting with the computer on macOS: a LaunchAgent of the person's own."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coach.desktop.at_login import Entry, OtherProgramError, Start, is_ours, is_there, unread
from coach.files import write_whole

LABEL = "posture-coach.hidden"


class LaunchAgentAtLogin:
    """A property list in ~/Library/LaunchAgents."""

    def __init__(self, start: Start, home: Path) -> None:
        self._start = start
        self._file = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"

    def entry(self) -> Entry:
        """As launchd reads it at the next login."""
        where = str(self._file)
        try:
            job = plistlib.loads(self._file.read_bytes())
        except FileNotFoundError:
            return Entry("off", where)
        except OSError as problem:
            return Entry("unknown", where, why=unread(problem))
        except Exception:  # noqa: BLE001 - plistlib raises whatever its parsers do; launchd passes such a file over
            return Entry("off", where)
        command = _command(job)
        if command and not is_ours(command):
            return Entry("other", where, command[0])
        if not command or job.get("Disabled") is True or job.get("RunAtLoad") is not True:
            return Entry("off", where, command[0] if command else "")
        return Entry("on" if is_there(command[0]) else "gone", where, command[0])

    def switch_on(self) -> None:
        """Written anew, even where it stood."""
        self._refuse_what_is_not_ours()
        job: dict[str, Any] = {
            "Label": LABEL,
            "ProgramArguments": list(self._start.command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        if self._start.environ:
            job["EnvironmentVariables"] = dict(self._start.environ)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._file, plistlib.dumps(job))

    def switch_off(self) -> None:
        """Ours is removed."""
        self._refuse_what_is_not_ours()
        self._file.unlink(missing_ok=True)

    def _refuse_what_is_not_ours(self) -> None:
        if self.entry().state == "other":
            raise OtherProgramError(str(self._file))


def _command(job: Any) -> list[str]:
    words = job.get("ProgramArguments") if isinstance(job, Mapping) else None
    return [str(word) for word in words] if isinstance(words, list) else []
