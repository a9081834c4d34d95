"""At build: the .qm of each complete translation, which Qt loads, made of the .ts that a translator works on.

A checkout has the .ts alone, since the .qm follows from it. Where there is no .ts nothing is needed for this.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface):  # type: ignore[misc]  # hatchling is there at build only
    """hatchling's door."""

    def dependencies(self) -> list[str]:
        """What brings lrelease, where there is something to make."""
        return ["PySide6-Essentials>=6.8,<6.12"] if self._sources() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's)
        """Make them, and have them taken along."""
        for source in self._sources():
            if 'type="unfinished"' in source.read_text(encoding="utf-8"):
                continue
            release = _tool()
            made = source.with_suffix(".qm")
            subprocess.run([release, "-silent", source, "-qm", made], check=True, timeout=60)  # noqa: S603
            build_data["artifacts"].append(made.relative_to(self.root).as_posix())

    def _sources(self) -> list[Path]:
        return sorted(Path(self.root).glob("coach/translations/*.ts"))


def _tool() -> str:
    """lrelease of the place in which is built: pip puts it on the path, and others beside Python."""
    places = os.pathsep.join((os.environ.get("PATH", ""), sysconfig.get_path("scripts")))
    found = shutil.which("pyside6-lrelease", path=places)
    if found is None:
        raise RuntimeError("pyside6-lrelease is not there: a translation's .qm cannot be made")
    return found
