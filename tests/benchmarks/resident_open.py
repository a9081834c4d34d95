"""How long the window takes to be there, for `bench resident --open`: with nothing running, and with the program
hidden, by a click on its icon and by a second start. Turn about, on a screen of their own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tests.benchmarks.machine import load
from tests.benchmarks.resident_use import Desk
from tests.journeys.screen import Screen, screen, wait_for

ROUNDS = 5
NEEDED = ("import", "xwininfo")
_CALM_SECONDS = 5  # until a hidden one has given back what its start took (ui/resident.py)
_MIDDLE = ("-crop", "64x64+600+300", "-depth", "8", "gray:-")
_BRIGHT, _SHARE = 200, 0.3  # the window is bright there; without it the screen is black


def opened(stack: ExitStack, folder: Path) -> Mapping[str, list[float]]:
    """Seconds until the window is painted, by how it was opened."""
    desktop = stack.enter_context(screen(folder))
    panel = subprocess.Popen(["tint2"], env=desktop.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(panel.wait)
    stack.callback(panel.terminate)
    desk = Desk.of_somebody(desktop, folder / "home")
    ways: Mapping[str, Callable[[Desk], float]] = {
        "started afresh": _fresh,
        "hidden, a click on the icon": partial(_hidden, click=True),
        "hidden, a second start": partial(_hidden, click=False),
    }
    found: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, way in ways.items():
            seconds = way(desk)
            _end(desk)
            if number:  # the first round reads the files
                found[name].append(seconds)
    return found


def table(found: Mapping[str, list[float]]) -> str:
    """As docs/performance.md has it; the first is what the others are compared with."""
    first = statistics.median(next(iter(found.values())))
    lines = ["| the window | median | beside a fresh start | least, most |", "|---|---|---|---|"]
    for name, seconds in found.items():
        median = statistics.median(seconds)
        lines.append(f"| {name} | {median:.2f} s | {median / first:.2f} | {min(seconds):.2f} s, {max(seconds):.2f} s |")
    return "\n".join(lines)


def _fresh(desk: Desk) -> float:
    time.sleep(_CALM_SECONDS)
    began = time.monotonic()
    desk.start()
    return _painted(desk.desktop) - began


def _hidden(desk: Desk, *, click: bool) -> float:
    desk.start_hidden()
    icon = str(wait_for("the icon", partial(_icon, desk.desktop)))
    time.sleep(_CALM_SECONDS)
    if click:
        desk.desktop.run("xdotool", "mousemove", "--window", icon, "11", "11")
        began = time.monotonic()
        desk.desktop.run("xdotool", "click", "1")
    else:
        began = time.monotonic()
        desk.start()
    return _painted(desk.desktop) - began


def _icon(desktop: Screen) -> str:
    lines = desktop.run("xwininfo", "-root", "-tree").splitlines()
    panels = [line.split()[0] for line in lines if '"tint2"' in line]
    inside = [line for panel in panels for line in desktop.run("xwininfo", "-id", panel, "-tree").splitlines()]
    return next((line.split()[0] for line in inside if '"Posture Coach"' in line), "")


def _painted(desktop: Screen) -> float:
    """The moment at which the screen shows the window."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        command = ["import", "-silent", "-window", "root", *_MIDDLE]
        seen = subprocess.run(command, env=desktop.environ, capture_output=True, check=True).stdout
        if sum(byte > _BRIGHT for byte in seen) > _SHARE * len(seen) > 0:
            return time.monotonic()
    raise AssertionError("waited 60 s for the window")


def _end(desk: Desk) -> None:
    wanted = f"POSTURE_COACH_HOME={desk.home}".encode()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            is_ours = b"coach" in words and wanted in (place / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if is_ours:
            os.kill(int(place.name), 15)
    for process in desk.started:
        process.wait(timeout=60)
    desk.started.clear()
    wait_for("the end of all", lambda: not desk.runs)


def main() -> int:
    """Print the table."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="coach")))
        sys.stdout.write(f"{load()}; {ROUNDS} rounds\n{table(opened(stack, folder))}\n")
    return 0
