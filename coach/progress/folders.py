"""Where the person's own things lie: data, files of their own, and what may be thrown away."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "posture-coach"
HOME_VARIABLE = "POSTURE_COACH_HOME"


@dataclass(frozen=True, slots=True)
class Home:
    """The person's folders. None of them is made before something is written there (`make_private`)."""

    data: Path
    cache: Path

    @property
    def routines(self) -> Path:
        """The person's own YAML files, in the same folders as the shipped ones."""
        return self.data / "routines"

    @property
    def media(self) -> Path:
        """The person's own figures and sounds."""
        return self.data / "media"

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] | None = None) -> Home:
        """The folders that POSTURE_COACH_HOME names, else those that this system keeps for programs."""
        chosen = (os.environ if environ is None else environ).get(HOME_VARIABLE, "").strip()
        if chosen:
            data = Path(os.path.abspath(os.path.expanduser(chosen)))  # noqa: PTH100,PTH111 - neither fails nor follows links
            return cls(data, data / "cache")
        import platformdirs

        return cls(
            platformdirs.user_data_path(APP_NAME, appauthor=False),
            platformdirs.user_cache_path(APP_NAME, appauthor=False),
        )


def make_private(folder: Path) -> Path:
    """`folder`, made with its parents if need be, readable by its owner alone (what is kept here is about health).

    Raises OSError where it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(OSError):  # somebody else's folder, or a file system without owners: still usable
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    return folder
