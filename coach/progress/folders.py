"""Where the person's own things lie: data, files of their own, and what may be thrown away."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from coach.files import make_private
from coach.values import dataclass

__all__ = ["APP_NAME", "HOME_VARIABLE", "Home", "make_private"]

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
