"""Worked without a break, the program holds no more at the end than in the middle: `python3 app.py bench soak`.

    python3 app.py bench soak [--minutes 60] [--seed N]

The real window on a screen of its own, a hundred times as fast as the world: pages, sessions with keys pressed at
random, reminders that fall due, are shown and answered, files saved over, the look changed (soaked.py). What it holds
is looked at after every round, when it rests. 0 where it is flat, each sort by its own bound; 1 where it grows, ended
by itself or said anything of an error. Of a short run memory is told and not judged: what is kept on
purpose fills up first.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.clock import SystemClock
from coach.progress.store import open_store
from coach.settings import WELCOMED
from tests.benchmarks.machine import load
from tests.journeys.screen import NEEDED, ROOT, Screen, screen

MINUTES = 60.0
SPEED = "100"
JUDGED_FROM_MINUTES = 30.0
"""From here on memory is judged: the kept pictures and the C library's own reserves are full by then."""
BOUNDS: Mapping[str, float] = {"handles": 1.0, "threads": 1.0, "widgets": 40.0, "objects": 4000.0, "megabytes": 6.0}
"""By so much the line through the last half may climb from its begin to its end, and the end may be above the first
half: a handle or a thread, the widgets of one short page, what Python has for one, and a fortieth of what the program
weighs."""
_SETTLING_ROUNDS = 2
"""In which each page is made."""
LEAST_ROUNDS = _SETTLING_ROUNDS + 6
"""To tell anything at all."""
_END_SECONDS = 60.0


@dataclass(frozen=True)
class Course:
    """How one sort of thing went: at the first look, in the middle, at the end, at most; its climb over the last
    half, by a straight line through all of its looks (least squares); and its usual height in the first half, for a
    line through a few looks climbs, too, where one of them was low.
    """

    first: float
    middle: float
    last: float
    most: float
    climb: float
    before: float

    def grows_by(self) -> float:
        """What it surely gained: what grows climbs in the last half and ends above the first."""
        return min(self.climb, self.last - self.before)


def course(seconds: Sequence[float], values: Sequence[float]) -> Course:
    """Of at least four looks; the middle and the end are medians of a tenth of them, at least three."""
    some, half = max(3, len(values) // 10), len(values) // 2
    slope = statistics.linear_regression(seconds[half:], values[half:]).slope
    middle, last = (statistics.median(one) for one in (values[half : half + some], values[-some:]))
    climb = slope * (seconds[-1] - seconds[half])
    return Course(values[0], middle, last, max(values), climb, statistics.median(values[:half]))


def courses(looks: Sequence[Mapping[str, Any]]) -> dict[str, Course]:
    """Of each sort, without the first rounds, in which each page is made."""
    settled = looks[_SETTLING_ROUNDS:]
    seconds = [one["seconds"] for one in settled]
    return {name: course(seconds, [one[name] for one in settled]) for name in BOUNDS}


def climbing(found: Mapping[str, Course], minutes: float) -> list[str]:
    """What is not flat."""
    judged = {name: one for name, one in found.items() if name != "megabytes" or minutes >= JUDGED_FROM_MINUTES}
    return [name for name, one in judged.items() if one.grows_by() > BOUNDS[name]]


def table(found: Mapping[str, Course]) -> str:
    """As docs/performance.md has it."""
    lines = ["| | first | middle | end | most | climb of the last half | bound |", "|---|---|---|---|---|---|---|"]
    for name, one in found.items():
        numbers = " | ".join(f"{each:,.1f}" for each in (one.first, one.middle, one.last, one.most))
        lines.append(f"| {name} | {numbers} | {one.climb:+,.1f} | {BOUNDS[name]:,g} |")
    return "\n".join(lines)


@dataclass(frozen=True)
class Soaked:
    """What a run wrote down at each look, what it said of errors, and its exit code."""

    looks: Sequence[Mapping[str, Any]]
    errors: str
    code: int


def soak(folder: Path, minutes: float, seed: int, rounds: int | None = None) -> Soaked:
    """Work the program for so long, or for so many rounds where those are done before, in `folder`, and end it as a
    session manager does.
    """
    home, log = folder / "home", folder / "log"
    home.mkdir()
    store = open_store(home, SystemClock())
    store.add_safety(())
    store.keep(WELCOMED, True)
    store.close()
    with screen(home) as desktop, (folder / "errors").open("w+", encoding="utf-8") as errors:
        command = [sys.executable, "-m", "tests.benchmarks.soaked", str(log), str(seed)]
        process = subprocess.Popen(
            [*command, "play", "desk-reset", "--speed", SPEED], cwd=ROOT, env=desktop.environ, stderr=errors
        )
        try:
            _stay(desktop, minutes, lambda: process.poll() is not None or rounds in _rounds(log))
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_END_SECONDS)
            process.kill()
            code = process.wait()
        errors.seek(0)
        return Soaked(list(_rounds(log).values()), errors.read(), code)


def _rounds(log: Path) -> dict[int, Mapping[str, Any]]:
    """What was written of each so far, by its number."""
    lines = log.read_text("utf-8").split("\n")[:-1] if log.exists() else []  # without the one that is being written
    return {number: json.loads(line) for number, line in enumerate(lines, 1)}


def _stay(desktop: Screen, minutes: float, is_over: Callable[[], bool]) -> None:
    """At the desk: reminders come to nobody who is away."""
    until, number = time.monotonic() + minutes * 60, 0
    while time.monotonic() < until and not is_over():
        number += 1
        desktop.run("xdotool", "mousemove", str(300 + number % 2), "5")
        time.sleep(min(5.0, max(0.0, until - time.monotonic())))


def main(arguments: Sequence[str] = ()) -> int:
    """As the module says."""
    parser = argparse.ArgumentParser(prog="bench soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args(arguments)
    if missing := [name for name in NEEDED if shutil.which(name) is None]:
        sys.stdout.write(f"needs {', '.join(missing)}\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="coach") as folder:
        run = soak(Path(folder), options.minutes, options.seed)
    sys.stdout.write(f"seed {options.seed}; {options.minutes:g} minutes; {load()}\n")
    if run.code or run.errors.strip():
        sys.stdout.write(f"it ended with {run.code} and said:\n{run.errors}\n")
    if len(run.looks) < LEAST_ROUNDS:
        sys.stdout.write(f"only {len(run.looks)} rounds: too few to tell\n")
        return 1
    found = courses(run.looks)
    did = ", ".join(f"{count:,} {name}" for name, count in sorted(run.looks[-1]["did"].items()))
    sys.stdout.write(f"{did}\n{table(found)}\n")
    for name in (grew := climbing(found, options.minutes)):
        sys.stdout.write(f"NOT FLAT: {name}\n")
    return 1 if grew or run.code or run.errors.strip() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
