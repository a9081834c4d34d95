"""At build: what follows from other files, and is in no checkout.

Of each complete translation the .qm, which Qt loads, made of the .ts that a translator works on. And what a system
wants of a program beside itself: manual page, completion of shells, the description for software centres
(packaging/share.py).
"""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Made(BuildHookInterface):  # type: ignore[misc]  # hatchling is there at build only
    """hatchling's door."""

    _beside: tempfile.TemporaryDirectory[str] | None = None

    def dependencies(self) -> list[str]:
        """What it is made with; what brings lrelease, only where there is something to make."""
        needs = list(self._share()["NEEDS"])
        return [*needs, "PySide6-Essentials>=6.9,<6.12"] if self._sources() else needs

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make them, and have them taken along. Nothing is made for a checkout that is installed as it stands."""
        for source in self._sources():
            if 'type="unfinished"' in source.read_text(encoding="utf-8"):
                continue
            release = _tool()
            made = source.with_suffix(".qm")
            subprocess.run([release, "-silent", source, "-qm", made], check=True, timeout=60)  # noqa: S603
            build_data["artifacts"].append(made.relative_to(self.root).as_posix())
        if version != "editable":
            sys.path.insert(0, self.root)
            self._beside = tempfile.TemporaryDirectory()
            for place, text in self._share()["files"]():
                file = Path(self._beside.name) / place
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
                build_data["shared_data"][str(file)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 (hatchling's)
        """What was made beside the checkout is gone again."""
        if self._beside is not None:
            self._beside.cleanup()

    def _sources(self) -> list[Path]:
        return sorted(Path(self.root).glob("coach/translations/*.ts"))

    def _share(self) -> dict[str, Any]:
        return runpy.run_path(str(Path(self.root) / "packaging" / "share.py"))


def _tool() -> str:
    """lrelease of the place in which is built: pip puts it on the path, and others beside Python."""
    places = os.pathsep.join((os.environ.get("PATH", ""), sysconfig.get_path("scripts")))
    found = shutil.which("pyside6-lrelease", path=places)
    if found is None:
        raise RuntimeError("pyside6-lrelease is not there: a translation's .qm cannot be made")
    return found
