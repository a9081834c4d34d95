"""A Wayland compositor without a screen, for whole-program journeys."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.desktop.wayland.real import SOMEBODY, RealDesktop, absent, running


@contextmanager
def wayland(program: str, *, with_x: bool) -> Iterator[tuple[RealDesktop, dict[str, str]]]:
    """A compositor without a screen, and what a program of ours on it needs."""
    needed = ["foot", "wtype", "grim", *(["Xwayland", *(["xhost"] if SOMEBODY else [])] if with_x else [])]
    missing = [name for name in needed if shutil.which(name) is None]
    if why := absent(program) or ", ".join(missing):
        pytest.skip(f"needs {why}")
    with running(program, with_x=with_x) as desktop:
        environ = desktop.environ
        if with_x:
            environ["DISPLAY"] = desktop.display
            if SOMEBODY:  # who runs these tests is another one than who runs the compositor
                subprocess.run(["xhost", "+local:"], env=environ, check=True, timeout=30, cwd="/", **SOMEBODY)
        yield desktop, environ
