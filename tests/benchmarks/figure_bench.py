"""How long a posture of each shipped figure takes to solve: `python3 app.py bench pose`."""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Sequence
from functools import partial

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from coach.figure.motion import Motion
from tests.benchmarks.beside import in_turn, time_once
from tests.figure.shelf import shipped

_SHARES = [i / 40 for i in range(41)]
_SMALL = np.eye(3)


def _turns() -> None:
    """What a posture is made of: products of small matrices."""
    turned = _SMALL
    for _ in range(200):
        turned = turned @ _SMALL


def main(arguments: Sequence[str] = ()) -> int:
    """Print the median over all figures (or those named) and the five slowest, in milliseconds."""
    figures = shipped().figures
    names = list(arguments) or sorted(figures)
    medians: dict[str, float] = {}
    for name in names:
        at = Motion.of(figures[name]).at
        medians[name] = statistics.median(time_once(partial(at, share)) for share in _SHARES)
    typical = sorted(names, key=medians.__getitem__)[len(names) // 2]
    motion = Motion.of(figures[typical])
    ratio = in_turn(lambda: motion.at(0.6), _turns, rounds=41).ratio
    print(f"median {statistics.median(medians.values()):.2f} ms over {len(medians)} figures")
    print(f"{typical}: {ratio:.2f} times 200 products of small matrices")
    for name in sorted(medians, key=medians.__getitem__, reverse=True)[:5]:
        print(f"  {name:32s} {medians[name]:.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
