"""How exactly the cues of a long session sound: `python -m tests.benchmarks.lateness [ROUNDS] [--busy N]`.

Plays a routine of ROUNDS minutes (10 if not said) in real time with the real program, into a sound server of its own
that records, and prints which cues were there, missing or extra, and how far each lies from its place: median, 99 of
100, worst. Limits: 99 of 100 within 8 ms and the worst within 25 ms, none missing and none extra; beside N busy loops
(`--busy 2` on two processors) the worst within 60 ms. Exit 1 beyond them, 3 where nothing can be recorded.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.machine import busy, busy_loops, load, positional
from tests.benchmarks.memory import keep
from tests.journeys.on_tape import Comparison, play_and_listen, prepare_home
from tests.journeys.recording import private_pulse, why_no_pulse

WHOLE_MINUTES = 10  # as the goal has it; fewer keep nothing
MOST_SECONDS, WORST_SECONDS, BUSY_SECONDS = 0.008, 0.025, 0.060

ROUTINE = """\
kind: routine
format: 1
id: lateness
title: Lateness
prepare: 5s
between: 5s
steps:
  - rounds: {rounds}
    rest: 5s
    steps:
      - exercise: chin-tuck
        dose: {{sets: 1, for: 20s, sides: none}}
      - exercise: chin-tuck
        dose: {{sets: 1, for: 10s, sides: both, switch: 5s}}
      - exercise: chin-tuck
        dose: {{sets: 1, reps: 1, move: 1s, hold: 1s, back: 1s, sides: none}}
"""


def report(result: Comparison) -> str:
    far = sorted(abs(late) for _, _, late in result.late)
    missing, extra = dict(result.missing) or "none", dict(result.extra) or "none"
    lines = [
        f"cues that were due and heard: {len(far)}; missing: {missing}; extra: {extra}",
        f"from its place, in ms: median {1e3 * median(far):.1f}",
        f"99 of 100 within {1e3 * ninety_nine(far):.1f} ms, worst {1e3 * far[-1]:.1f} ms",
    ]
    furthest = sorted(result.late, key=lambda one: -abs(one[2]))[:5]
    lines += [f"  {due:7.2f} s {1e3 * late:+6.1f} ms {name}" for name, due, late in furthest]
    return "\n".join(lines)


def ninety_nine(far: list[float]) -> float:
    """The hundredth part that is furthest off begins here; `far` is sorted."""
    return far[min(len(far) - 1, int(0.99 * len(far)))]


def is_within(result: Comparison, *, is_busy: bool) -> bool:
    far = sorted(abs(late) for _, _, late in result.late)
    if result.missing or result.extra or not far:
        return False
    return far[-1] <= BUSY_SECONDS if is_busy else ninety_nine(far) <= MOST_SECONDS and far[-1] <= WORST_SECONDS


def main(arguments: list[str]) -> int:
    why_not = why_no_pulse()
    if why_not:
        print(f"cannot record here: {why_not}", file=sys.stderr)
        return 3
    named, loops = positional(arguments), busy_loops(arguments)
    rounds = int(named[0]) if named else 10
    print(f"{rounds} minutes beside {loops} busy loops; {load()}", flush=True)
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        home, pulse = Path(name) / "home", Path(name) / "pulse"
        pulse.mkdir()
        prepare_home(home, "lateness", ROUTINE.format(rounds=rounds))
        with private_pulse(pulse) as server, busy(loops):
            result = play_and_listen(server, home, "lateness")
    print(report(result))
    if rounds >= WHOLE_MINUTES and not (result.missing or result.extra):
        far = sorted(abs(late) for _, _, late in result.late)
        where = f"{len(far)} cues, none missing; {load()}"
        keep({"cues-busy": 1e3 * far[-1]} if loops else {"cues-99": 1e3 * ninety_nine(far)}, how=where)
    return 0 if is_within(result, is_busy=loops > 0) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
