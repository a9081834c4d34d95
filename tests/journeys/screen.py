"""A screen of its own for whole-program journeys: Xvfb with a window manager, keys and pictures through xdotool."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop.real import an_x_server

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "openbox", "xdotool")
PATIENCE_SECONDS = 90.0
"""Of a test for a program: a machine with other work needs a minute for what otherwise is there in two seconds, and no
test is of how fast that is.
"""


def need_screen() -> None:
    """Skip the test, with the reason, where the machine cannot offer a screen."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


def wait_for(what: str, condition: Callable[[], object], seconds: float = PATIENCE_SECONDS) -> object:
    """Ask `condition` until it gives something true; AssertionError with `what` after `seconds`."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:g} s for {what}")


def processes_of(home: Path) -> list[int]:
    """The processes of the program, with a window or without, over this folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            environ = (place / "environ").read_bytes()
        except OSError:
            continue
        if b"coach" in words and f"POSTURE_COACH_HOME={home}".encode() in environ.split(b"\0"):
            found.append(int(place.name))
    return found


def command(environ: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """The program in this environment, waited for."""
    return subprocess.run(
        [sys.executable, "-m", "coach", *words],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@dataclass
class Screen:
    """A running display. `environ` is what a program on it must be started with."""

    display: str
    environ: dict[str, str]
    server: subprocess.Popen[bytes] | None = None

    def run(self, *words: str) -> str:
        result = subprocess.run(words, env=self.environ, capture_output=True, text=True, timeout=30, check=False)
        return result.stdout.strip()

    def windows(self, name: str) -> list[str]:
        """Ids of the visible windows whose title matches `name`."""
        return self.run("xdotool", "search", "--onlyvisible", "--name", name).split()

    def key(self, *keys: str) -> None:
        for key in keys:
            self.run("xdotool", "key", "--clearmodifiers", key)

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The program on it, waited for."""
        return command(self.environ, *words)

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """The program as a user starts it, from the checkout."""
        return subprocess.Popen(
            [sys.executable, "-m", "coach", *arguments],
            cwd=ROOT,
            env=self.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


@contextmanager
def screen(home: Path, size: str = "1280x800x24") -> Iterator[Screen]:
    """A display with a window manager; the program on it keeps its data in `home`."""
    need_screen()
    with an_x_server(size) as (display, server), tempfile.TemporaryDirectory(prefix="coach") as folder:
        environ = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        environ |= {"DISPLAY": display, "POSTURE_COACH_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}
        # a window that comes while a window manager is starting may never be shown: neither of them asks again
        started = Path(folder) / "started"
        words = ["openbox", "--startup", f"touch {shlex.quote(str(started))}"]
        manager = subprocess.Popen(words, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for("the window manager", started.exists)
            yield Screen(display, environ, server)
        finally:
            manager.terminate()
            manager.wait(timeout=10)
