"""The window's first picture beside that of a bare PySide6 window, turn about: for `bench start`.

What is compared is processor time, since a machine is hardly ever idle: that of the process, from its very beginning
until its first picture is with the screen. The screen is one of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from coach.settings import WELCOMED
from coach.wiring import build
from tests.benchmarks import painted
from tests.benchmarks.machine import load
from tests.benchmarks.memory import keep
from tests.journeys.screen import NEEDED, screen

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7


@dataclass(frozen=True)
class _Way:
    """How a window is started: from which checkout, and what is done before."""

    name: str
    what: str
    home: Path
    root: Path = ROOT
    before: Callable[[], object] = lambda: None
    compiled: bool = True


def lines(rounds: int = ROUNDS, also: Path | None = None) -> list[str]:
    """The table; `also` is another checkout, such as one of an older version, run in the same turns."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        return [f"the window's first picture: not measured, it needs {', '.join(missing)}"]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="coach")))
        environ = stack.enter_context(screen(folder / "kept")).environ
        for home in ("kept", "anew", "bare-home", "first", "other"):
            parts = build({**environ, "POSTURE_COACH_HOME": str(folder / home)}, sound=False)
            parts.store.keep(WELCOMED, True)
            assert parts.library.catalogue.routines
            parts.close()
        ways = _ways(folder, also)
        found = _in_turn(ways, environ, rounds)
    if also is None:
        keep(
            {
                "first-paint": _ratio(found, ways[1], ways[0]),
                "first-paint-no-bytecode": _ratio(found, ways[3], ways[0]),
                "first-paint-first": _ratio(found, ways[4], ways[0]),
            },
            how=f"processor time; {load()}",
        )
    return _table(ways, found)


def _ways(folder: Path, also: Path | None) -> list[_Way]:
    kept, anew, bare, first = (folder / name for name in ("kept", "anew", "bare", "first"))
    for part in ("coach", "routines", "media", "tests/benchmarks"):
        shutil.copytree(ROOT / part, bare / part, ignore=shutil.ignore_patterns("__pycache__"))
    ways = [
        _Way("a bare PySide6 window", "bare", kept),
        _Way("Posture Coach", "ours", kept),
        _Way("its library not kept", "ours", anew, before=_emptied(anew / "cache")),
        _Way("where Python writes no bytecode", "ours", folder / "bare-home", bare, compiled=False),
        _Way("the very first, nothing compiled", "ours", first, bare, _emptied(first / "cache"), compiled=False),
    ]
    return ways if also is None else [*ways, _Way("the other checkout", "ours", folder / "other", also)]


def _emptied(folder: Path) -> Callable[[], object]:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def _in_turn(ways: Sequence[_Way], environ: Mapping[str, str], rounds: int) -> dict[str, list[dict[str, float]]]:
    """A, B, C, A, B, C, ... after one of each that does not count."""
    found: dict[str, list[dict[str, float]]] = {way.name: [] for way in ways}
    for number in range(rounds + 1):
        for way in ways:
            told = _painted(way, environ if number else {**environ, painted.KEEP: "1"})
            if number:
                found[way.name].append(told)
    return found


def _painted(way: _Way, environ: Mapping[str, str]) -> dict[str, float]:
    way.before()
    own = {name: value for name, value in environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own |= {"POSTURE_COACH_HOME": str(way.home), "PYTHONPATH": str(way.root), painted.BEGAN: str(time.monotonic())}
    if not way.compiled:
        own["PYTHONDONTWRITEBYTECODE"] = "1"
    command = [sys.executable, "-P", painted.__file__, way.what]
    done = subprocess.run(command, cwd=os.sep, env=own, capture_output=True, text=True, check=True, timeout=100)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _ratio(found: Mapping[str, Sequence[Mapping[str, float]]], way: _Way, beside: _Way) -> float:
    pairs = zip(found[way.name], found[beside.name], strict=True)
    return statistics.median(own["used"] / other["used"] for own, other in pairs)


def _table(ways: Sequence[_Way], found: Mapping[str, Sequence[Mapping[str, float]]]) -> list[str]:
    told = ["| until the first picture | processor, median (least, most) | beside a bare window | modules |"]
    told.append("|---|---|---|---|")
    for way in ways:
        used = [one["used"] for one in found[way.name]]
        ratio = _ratio(found, way, ways[0])
        modules = found[way.name][0]["modules"]
        span = f"{statistics.median(used):.0f} ms ({min(used):.0f}, {max(used):.0f})"
        told.append(f"| {way.name} | {span} | {ratio:.2f} | {modules} |")
    return told
