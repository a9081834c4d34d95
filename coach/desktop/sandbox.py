"""Which sandbox the program runs in, if any: from outside, only the desktop's portals can start it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FLATPAK_INFO = Path("/.flatpak-info")
"""Flatpak lays it into every sandbox of its own, and nobody else has a file there."""


def flatpak_id(environ: Mapping[str, str]) -> str | None:
    """The name by which Flatpak knows the program, and so does the desktop; None outside of one."""
    return environ.get("FLATPAK_ID") if FLATPAK_INFO.exists() else None


def is_boxed(environ: Mapping[str, str]) -> bool:
    """Whether it is a sandbox of Flatpak or Snap."""
    return bool(environ.get("SNAP")) or FLATPAK_INFO.exists()
