"""How long a posture takes to solve: python -m tests.benchmarks.figure_bench prints medians in milliseconds."""

from __future__ import annotations

import os
import statistics
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> None:
    from coach.figure.motion import Motion
    from tests.figure.shelf import shipped

    medians: dict[str, float] = {}
    for ident, figure in sorted(shipped().figures.items()):
        motion = Motion.of(figure)
        times = []
        for i in range(41):
            before = time.perf_counter()
            motion.at(i / 40)
            times.append((time.perf_counter() - before) * 1000)
        medians[ident] = statistics.median(times)
    slowest = sorted(medians, key=lambda ident: -medians[ident])[:5]
    print(f"median {statistics.median(medians.values()):.2f} ms over {len(medians)} figures")
    for ident in slowest:
        print(f"  {ident:32s} {medians[ident]:.2f} ms")


if __name__ == "__main__":
    main()
