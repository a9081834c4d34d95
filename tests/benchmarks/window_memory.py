"""What a program whose window was closed to the tray holds of memory, with a long history and with an empty one."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Sequence

from coach.progress.folders import Home

ROUNDS = 3

HIDDEN = """
import os, sys, time
from pathlib import Path
from coach.clock import SystemClock
from coach.progress.folders import Home
from coach.settings import WELCOMED
from coach.ui.app import Program
from coach.ui.application import make_application
from coach.ui.offscreen import without_platform_notes
from coach.wiring import Parts

app = make_application()

def settle(seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)

def use_it(folder, pages):
    parts = Parts(Home(folder, folder / "cache"), SystemClock(), sound=False)
    parts.store.keep(WELCOMED, True)  # both show the same pages
    program = Program(app, parts)
    program.begin()
    settle(2.5)
    for page in pages:
        program.window.go(page)
        settle(0.5)
    program.window.close()
    program.window.hide()
    settle(1.0)
    return program  # as long as it is measured

with without_platform_notes():
    program = use_it(Path(sys.argv[1]), sys.argv[2:])
told = Path("/proc/self/smaps_rollup").read_text().splitlines()
print(next(line.split()[1] for line in told if line.startswith("Pss:")), flush=True)
os._exit(0)
"""


LOOKS = {"after a look at Today": (), "after all pages": ("progress", "routines", "today")}


def hidden_kilobytes(home: Home, pages: Sequence[str] = ()) -> int:
    """The share of memory that is its own (PSS), after a look at Today and at these pages."""
    command = [sys.executable, "-c", HIDDEN, str(home.data), *pages]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    return int(told.stdout.split()[-1])


def resident(long: Home, small: Home, what: str) -> str:
    """Both, and what is between them, in a line for each of the looks. A page with graphs loads what draws them, which
    one without does not: compare that with a short history.
    """
    lines = []
    for name, pages in LOOKS.items():
        pairs = [(hidden_kilobytes(long, pages), hidden_kilobytes(small, pages)) for _ in range(ROUNDS)]
        own, other = (statistics.median(each) / 1024 for each in zip(*pairs, strict=True))
        more = statistics.median((a - b) / 1024 for a, b in pairs)
        lines.append(f"hidden {name}: {own:.1f} MB, with {what} {other:.1f} MB; {more:+.1f} MB between them")
    return "\n".join(lines)
