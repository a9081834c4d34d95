"""What a session costs of a processor while its page is shown: in a set, in a hold, in a rest, at a change-over.

    python3 app.py bench session [--beside DIR ...] [--rounds N]

Plays one routine of a minute and a half in real time with the whole program, its window 1180 x 760, and prints the
processor time of each part of it as a share of one processor, with the figure's frames a second: those that were shown,
and those of them that were painted anew. `--beside` names other checkouts of the project, which play it turn about with
this one; all use this Python and its libraries. The window is on a screen of its own (Xvfb), whose server's work is not
counted. Sound goes nowhere (SDL's dummy driver).

What has a goal (tests/benchmarks/goals.py) is the dearest second of a set, whose figure moves in all of its frames
here, and of a change-over: the median of those.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.goals import goal
from tests.benchmarks.machine import load
from tests.benchmarks.memory import keep
from tests.journeys.screen import screen

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 3
SAMPLE_SECONDS = 0.05
LONGEST_SECONDS = 200.0  # for a routine of two minutes, and a start on a machine that has much else to do
PEAK_SECONDS = 1.0
_PARTS = ("set", "hold", "rest", "change-over")
_KEPT = {"set": "session-set", "change-over": "session-change-over"}
_FIRST = 2  # intervals that do not count: the window is shown in them, and the first figure is made

ROUTINE = """\
kind: routine
format: 1
id: weighed
title: Weighed
prepare: 6s
between: 10s
steps:
  - exercise: chin-tuck
    dose: {sets: 1, reps: 1, move: 1s, hold: 1s, back: 1s, sides: none}
  - exercise: band-row
    dose: {sets: 1, reps: 8, move: 1s, hold: 0s, back: 1s}
  - exercise: cat-cow
    dose: {sets: 1, reps: 8, move: 1s, hold: 0s, back: 1s}
  - exercise: prone-t
    dose: {sets: 2, reps: 6, move: 1s, hold: 0s, back: 1s, rest: 10s}
  - exercise: doorway-stretch
    dose: {sets: 1, for: 10s}
"""

# What runs in a checkout, this one or another: it tells when each interval begins, and how many frames there were.
_PREPARE = """
import os, sys
from pathlib import Path
from tests.journeys.on_tape import prepare_home
prepare_home(Path(os.environ["POSTURE_COACH_HOME"]), "weighed", sys.argv[1])
"""
_PLAY = """
import sys, time
from coach.cli import main
from coach.conductor import Conductor
from coach.session.events import Ended, IntervalStarted
from coach.ui.figure.painter import FigurePainter
count = {"shown": 0, "fresh": 0}
from coach.ui.widgets.stagefigure import StageFigure
def counting(name, function):
    def counted(*given, **named):
        count[name] += 1
        return function(*given, **named)
    return counted
view = next(one for one in StageFigure.__mro__ if "paintEvent" in vars(one))
view.paintEvent = counting("shown", view.paintEvent)
FigurePainter.figure = counting("fresh", FigurePainter.figure)
perform = Conductor._perform
def performed(self, events):
    found = perform(self, events)
    for event in found:
        if isinstance(event, (IntervalStarted, Ended)):
            interval = getattr(event, "interval", None)
            kind = "end" if interval is None else "set" if interval.reps else interval.kind
            print(time.monotonic(), kind, count["shown"], count["fresh"], flush=True)
    return found
Conductor._perform = performed
sys.exit(main(["play", "weighed"]))
"""


@dataclass(frozen=True)
class Stretch:
    """One interval as it was played: `share` of a processor, `peak` of its dearest second, frames a second."""

    part: str
    share: float
    peak: float
    shown: float
    fresh: float


@dataclass(frozen=True)
class _Mark:
    """What a checkout tells at the beginning of an interval."""

    moment: float
    kind: str
    shown: int
    fresh: int

    @classmethod
    def read(cls, line: str) -> _Mark:
        moment, kind, shown, fresh = line.split()
        return cls(float(moment), kind, int(shown), int(fresh))


class _Meter:
    """Processor seconds of a process and its threads by the clock, looked at again and again until it ends."""

    def __init__(self, pid: int) -> None:
        self._folder = Path(f"/proc/{pid}/task")
        self._threads: dict[str, float] = {}
        self._seen: list[tuple[float, float]] = []
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._is_over.set()
        self._thread.join()

    def _look_on(self) -> None:
        while not self._is_over.wait(SAMPLE_SECONDS):
            for thread in self._folder.glob("*/schedstat"):
                try:
                    self._threads[thread.parent.name] = int(thread.read_text().split()[0]) / 1e9
                except OSError:
                    continue  # it has ended; what it used is kept
            self._seen.append((time.monotonic(), sum(self._threads.values())))

    def share(self, begin: float, end: float) -> float:
        """Of one processor, between two moments of the clock."""
        inside = [one for one in self._seen if begin <= one[0] <= end]
        return (inside[-1][1] - inside[0][1]) / (inside[-1][0] - inside[0][0])

    def peak(self, begin: float, end: float) -> float:
        """The share of the dearest second between them."""
        starts = [moment for moment, _ in self._seen if begin <= moment <= end - PEAK_SECONDS]
        return max((self.share(moment, moment + PEAK_SECONDS) for moment in starts), default=self.share(begin, end))


def part_of(kind: str) -> str:
    """What an interval's kind is called here; empty for one that is not told."""
    return {"set": "set", "work": "hold", "rest": "rest", "between": "change-over"}.get(kind, "")


def stretches(marks: Sequence[_Mark], meter: _Meter) -> list[Stretch]:
    """All intervals but the first, in which the window is made."""
    found = []
    for mark, after in zip(marks[_FIRST:], marks[_FIRST + 1 :], strict=False):
        if part := part_of(mark.kind):
            seconds = after.moment - mark.moment
            span = mark.moment, after.moment
            frames = (after.shown - mark.shown) / seconds, (after.fresh - mark.fresh) / seconds
            found.append(Stretch(part, meter.share(*span), meter.peak(*span), *frames))
    return found


def play(checkout: Path, environ: Mapping[str, str]) -> list[Stretch]:
    """The routine once with the program of a checkout; as far as it came where it stood still, as one does that takes
    its own slow start for a machine that slept.
    """
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        home = {"POSTURE_COACH_HOME": str(Path(name) / "home"), "PYTHONPATH": str(checkout)}
        own = {**environ, **home}
        subprocess.run([sys.executable, "-c", _PREPARE, ROUTINE], cwd=checkout, env=own, check=True)
        with subprocess.Popen(
            [sys.executable, "-c", _PLAY], cwd=checkout, env=own, stdout=subprocess.PIPE, text=True
        ) as program:
            meter, marks = _Meter(program.pid), []
            patience = threading.Timer(LONGEST_SECONDS, program.kill)
            patience.start()
            assert program.stdout is not None
            for line in program.stdout:
                marks.append(_Mark.read(line))
                if marks[-1].kind == "end":
                    break
            patience.cancel()
            meter.stop()
            program.kill()
    return stretches(marks, meter)


def dearest(part: str, found: Sequence[Stretch]) -> float:
    """The median of the dearest seconds of a part, as a share of one processor."""
    return statistics.median(one.peak for one in found if one.part == part)


def told(name: str, found: Sequence[Stretch]) -> list[str]:
    """One line for each part: medians of all its stretches, least and most."""
    lines = []
    for part in _PARTS:
        those = [one for one in found if one.part == part]
        if not those:
            continue
        shares, peaks = [100 * one.share for one in those], [100 * one.peak for one in those]
        frames = statistics.median(one.shown for one in those), statistics.median(one.fresh for one in those)
        lines.append(
            f"{name:10} {part:12} {statistics.median(shares):5.1f} %  ({min(shares):.1f} to {max(shares):.1f});"
            f" dearest second {statistics.median(peaks):5.1f} %  ({min(peaks):.1f} to {max(peaks):.1f});"
            f" frames a second {frames[0]:.1f}, {frames[1]:.1f} anew"
        )
    return lines


def main(arguments: Sequence[str]) -> int:
    """0 where every share is within its goal, 1 where one is beyond."""
    words = list(arguments)
    rounds = int(words[words.index("--rounds") + 1]) if "--rounds" in words else ROUNDS
    beside = [Path(words[i + 1]).resolve() for i, word in enumerate(words) if word == "--beside"]
    checkouts = {"this": ROOT, **{path.name: path for path in beside}}
    found: dict[str, list[Stretch]] = {name: [] for name in checkouts}
    print(f"{rounds} rounds; {load()}", flush=True)
    with tempfile.TemporaryDirectory(prefix="coach") as folder, screen(Path(folder)) as desktop:
        for _ in range(rounds):
            for name, checkout in checkouts.items():
                found[name] += play(checkout, desktop.environ)
                print(f"  {name} played, {len(found[name])} intervals so far; {load()}", flush=True)
    for name, those in found.items():
        print("\n".join(told(name, those)))
    weighed = {name: 100 * dearest(part, found["this"]) for part, name in _KEPT.items()}
    beside_it = "".join(
        f"; {name} beside it {100 * dearest('set', those):.1f} and {100 * dearest('change-over', those):.1f}"
        for name, those in list(found.items())[1:]
    )
    keep(weighed, how=f"{rounds} rounds{beside_it}; {load()}")
    return int(not all(goal(name).is_met(value) for name, value in weighed.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
