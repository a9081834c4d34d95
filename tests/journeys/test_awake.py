"""A session in the window keeps the screen on, and lets it go in a long pause: by the judgement of others."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from coach.clock import SystemClock
from coach.desktop.single import send
from coach.progress.store import open_store
from tests.desktop.real import running
from tests.desktop.wayland.real import REST, SOMEBODY, absent, kwin_words
from tests.desktop.wayland.real import running as compositor
from tests.desktop.wayland.real import wait_for as comes_to_be
from tests.journeys.screen import ROOT, Screen, screen, wait_for
from tests.mistakes import has_mistake

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

PATIENCE = 100.0
SESSION = ("run-tall", "--for", "60m", "--speed", "40")  # so fast a pause is long after seconds
JUDGE_SECONDS = 2
SAVER = """
import ctypes, sys, time
from pathlib import Path
from coach.desktop.linux_x11 import _ScreenSaverInfo, library_x11, library_xss
x, xss = library_x11(), library_xss()
display = x.XOpenDisplay(None)
x.XSetScreenSaver.argtypes = [ctypes.c_void_p] + [ctypes.c_int] * 4
x.XForceScreenSaver.argtypes = [ctypes.c_void_p, ctypes.c_int]
x.XSetScreenSaver(display, int(sys.argv[1]), 0, 1, 1)
x.XForceScreenSaver(display, 0)
info = _ScreenSaverInfo()
while not info.state:
    xss.XScreenSaverQueryInfo(display, x.XDefaultRootWindow(display), ctypes.byref(info))
    time.sleep(0.1)
Path(sys.argv[2]).touch()
"""


@contextmanager
def in_a_session(desktop: Screen, home: Path) -> Iterator[None]:
    """Somebody has begun one in the window."""
    store = open_store(home, SystemClock())
    store.add_safety(())
    store.close()
    program = desktop.start("play", *SESSION)
    try:
        wait_for("the session", lambda: "session" in (status(home).get("quiet") or ()), PATIENCE)
        yield
    finally:
        program.terminate()
        _, errors = program.communicate(timeout=60)
    assert not has_mistake(errors)


def status(home: Path) -> dict[str, Any]:
    return send(home, {"do": "remind-status"}, timeout=30) or {}


def is_kept_on_until(pause: Callable[[], object], idled: Path) -> None:
    """Whoever judges it makes the file."""
    assert not comes_to_be(idled.exists, JUDGE_SECONDS + 2.0), "a session runs"
    pause()
    wait_for("the screen to be let go in a long pause", idled.exists, PATIENCE)


def test_on_x(tmp_path: Path) -> None:
    idled = tmp_path / "idled"
    words = [sys.executable, "-c", SAVER, str(JUDGE_SECONDS), str(idled)]
    with screen(tmp_path) as desktop, in_a_session(desktop, tmp_path), running(words, desktop.environ, cwd=ROOT):
        is_kept_on_until(lambda: desktop.key("space"), idled)


@pytest.mark.parametrize("program", ["sway", "kwin_wayland"])
def test_on_wayland(tmp_path: Path, program: str) -> None:
    if why := absent(program):
        pytest.skip(why)
    with compositor(program) as made:
        idled = made.folder / "idled"
        environ = made.environ | {"POSTURE_COACH_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"}

        def pause() -> None:  # who has the keyboard asks for it when it hears of one
            if program == "kwin_wayland":
                words = kwin_words(f"{REST} ")
                subprocess.run(words, env=made.environ, check=True, timeout=60, cwd=made.folder, **SOMEBODY)
            else:
                subprocess.run(["wtype", "-s", "2000", "-k", "space"], env=environ, check=True, timeout=60)

        judge = made.run("swayidle", "timeout", str(JUDGE_SECONDS), f"touch {idled}")
        with in_a_session(Screen("", environ), tmp_path), judge:
            is_kept_on_until(pause, idled)
