"""Speech is lowered a little while a cue sounds over it, in steps too small to click."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

LOWERED = 0.6  # of its amplitude: 4 dB
DOWN_SECONDS, UP_SECONDS = 0.02, 0.12  # our choice
STEPS = 6  # each of a tenth of the amplitude or less, too small to click


class Ducking:
    """Calls `set_gain` with 1.0 to LOWERED, from a thread that lives only while something is lowered."""

    def __init__(
        self,
        set_gain: Callable[[float], None],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._set_gain = set_gain
        self._monotonic = monotonic
        self._sleep = sleep
        self._lock = threading.Lock()
        self._until = 0.0
        self._thread: threading.Thread | None = None

    def lower(self, seconds: float) -> None:
        """Lower speech for this long from now; what is lowered already stays so. Returns at once."""
        with self._lock:
            self._until = max(self._until, self._monotonic() + seconds)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="speech is lowered", daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Until speech is at its own loudness again."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        self._ramp(1.0, LOWERED, DOWN_SECONDS)
        while True:
            with self._lock:
                left = self._until - self._monotonic()
            if left > 0.0:
                self._sleep(left)
                continue
            self._ramp(LOWERED, 1.0, UP_SECONDS)
            with self._lock:
                if self._until <= self._monotonic():
                    self._thread = None
                    return
            self._ramp(1.0, LOWERED, DOWN_SECONDS)

    def _ramp(self, start: float, end: float, seconds: float) -> None:
        for step in range(1, STEPS + 1):
            self._set_gain(start + (end - start) * step / STEPS)
            self._sleep(seconds / STEPS)
