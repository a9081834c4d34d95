"""What the machine's clock said at each second of a recording, told from when its pieces came out of the recorder.

A null sink's clock is not the machine's: it counts whole microseconds a piece and runs up to some 110 ppm fast, more or
less as its pieces are cut, which is 65 ms in ten minutes. It loses nothing when it is held up: a server that was frozen
for two seconds played and recorded all that it had missed (measured). What does change is the recorder's delay: by
85 ms when the program's stream comes, and back when it goes, since the server then works in smaller pieces (measured),
and from one arrival to the next wherever somebody waits for a processor.

So: waiting only adds, and the arrivals that waited least show the drift, stretch by stretch. A step that no drift makes
is the recorder's delay and moves no sound. What the program does never enters here: its sounds lie on the tape.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

STRETCH_SECONDS = 5.0
"""Of some hundred arrivals one hardly waits: beside two busy loops the least of each stretch was within 0.5 ms."""

STEP_SECONDS = 0.002
"""More than a drift makes in a stretch: 400 ppm."""

_FAR_SECONDS = 1e5

Arrival = tuple[float, float]
"""Second of the tape, and of the machine's clock when all up to it had come."""


class TapeClock:
    """From a second of the tape to the machine's and back, up to one constant delay; without arrivals both are one."""

    def __init__(self, arrivals: Iterable[Arrival] = ()) -> None:
        knots = _least_waiting(arrivals)
        steps = [(b - a, wait_b - wait_a) for (a, wait_a), (b, wait_b) in pairwise(knots)]
        drifting = [(length, change) for length, change in steps if abs(change) <= STEP_SECONDS]
        usual = sum(change for _, change in drifting) / sum(length for length, _ in drifting) if drifting else 0.0
        behind = [0.0]
        for length, change in steps:
            behind.append(behind[-1] + (change if abs(change) <= STEP_SECONDS else usual * length))
        places = [place for place, _ in knots] or [0.0]
        self._tape = np.array([places[0] - _FAR_SECONDS, *places, places[-1] + _FAR_SECONDS])
        drift = [behind[0] - usual * _FAR_SECONDS, *behind, behind[-1] + usual * _FAR_SECONDS]
        self._machine = self._tape + np.array(drift)

    def machine(self, tape_second: float) -> float:
        return float(np.interp(tape_second, self._tape, self._machine))

    def tape(self, machine_second: float) -> float:
        return float(np.interp(machine_second, self._machine, self._tape))


def _least_waiting(arrivals: Iterable[Arrival]) -> Sequence[tuple[float, float]]:
    """Of each stretch the arrival that waited least: its second of the tape, and how long it waited."""
    least: dict[int, tuple[float, float]] = {}
    for place, came in arrivals:
        stretch, wait = int(place / STRETCH_SECONDS), came - place
        if stretch not in least or wait < least[stretch][1]:
            least[stretch] = (place, wait)
    return list(least.values())
