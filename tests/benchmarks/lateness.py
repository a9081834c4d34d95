"""How exactly the cues of a long session sound: `python -m tests.benchmarks.lateness [ROUNDS]`.

Plays a routine of ROUNDS minutes (10 if not said) in real time with the real program, into a sound server of its own
that records, and prints how far each cue lies from its place: median, 99 of 100, worst. The limit of issue 2 is 25 ms.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.journeys.on_tape import Comparison, play_and_listen, prepare_home
from tests.journeys.recording import private_pulse, why_no_pulse

LIMIT_SECONDS = 0.025

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
    most = far[int(0.99 * len(far))]
    counted = f"cues {len(far)}, missing {dict(result.missing) or 'none'}, extra {dict(result.extra) or 'none'}"
    return (
        f"{counted}\nfrom its place, in ms: median {1e3 * median(far):.1f}, "
        f"99 of 100 within {1e3 * most:.1f}, worst {1e3 * far[-1]:.1f}"
    )


def main(arguments: list[str]) -> int:
    why_not = why_no_pulse()
    if why_not:
        print(f"cannot record here: {why_not}", file=sys.stderr)
        return 3
    rounds = int(arguments[0]) if arguments else 10
    with tempfile.TemporaryDirectory(prefix="coach") as name:
        home, pulse = Path(name) / "home", Path(name) / "pulse"
        pulse.mkdir()
        prepare_home(home, "lateness", ROUTINE.format(rounds=rounds))
        with private_pulse(pulse) as server:
            result = play_and_listen(server, home, "lateness")
    print(report(result))
    return 0 if not result.missing and not result.extra and result.worst <= LIMIT_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
