"""Whether a program of this person has a camera open: a file descriptor that leads to /dev/video*."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

KEEP_SECONDS = 10.0  # an answer holds for so long, since looking goes through all processes
LONGEST_LOOK_SECONDS = 0.1  # then the look is broken off
NOT_A_CALL = frozenset({"pipewire", "wireplumber"})
"""They may keep every camera open while nobody looks through it."""


class Camera:
    """`is_used` looks at most every ten seconds, and not at all where there is no camera."""

    def __init__(
        self,
        processes: Path = Path("/proc"),
        devices: Path = Path("/dev"),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._processes = processes
        self._devices = devices
        self._monotonic = monotonic
        self._looked_at: float | None = None
        self._is_used: bool | None = False

    def is_used(self) -> bool | None:
        """None where it cannot be told in a tenth of a second."""
        now = self._monotonic()
        if self._looked_at is None or now - self._looked_at >= KEEP_SECONDS:
            self._looked_at = now
            self._is_used = self._look(now + LONGEST_LOOK_SECONDS)
        return self._is_used

    def _look(self, deadline: float) -> bool | None:
        try:
            if next(self._devices.glob("video*"), None) is None:
                return False
            processes = [path for path in self._processes.iterdir() if path.name.isdigit()]
        except OSError:
            return None
        for process in processes:
            if self._monotonic() > deadline:
                return None
            if self._has_camera(process):
                return True
        return False

    def _has_camera(self, process: Path) -> bool:
        camera = str(self._devices / "video")
        try:
            files = os.listdir(process / "fd")  # noqa: PTH208 (thousands; only our own processes let us in)
            found = any(os.readlink(f"{process}/fd/{file}").startswith(camera) for file in files)  # noqa: PTH115
            return found and (process / "comm").read_text().strip() not in NOT_A_CALL
        except OSError:
            return False
