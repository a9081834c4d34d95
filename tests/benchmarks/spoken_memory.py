"""What a spoken session leaves behind in the program that lives on: `python -m tests.benchmarks.spoken_memory ROUTINE`.

Run by tests.benchmarks.voice with a sound server of its own. Prints the resident megabytes of this very process, the
helper not counted: with everything loaded and sound open, before the session and after it.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path

from coach.wiring import build
from tests.benchmarks.memory import keep

LOOK_SECONDS = 0.02


def resident_megabytes() -> float:
    """Of this process, by Linux's own count (proc(5), VmRSS)."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def main(arguments: list[str]) -> int:
    parts = build(os.environ)
    timeline = parts.timeline("routine", arguments[0])
    parts.cues.open()
    parts.cues.play("go")
    parts.cues.close()
    gc.collect()
    before = resident_megabytes()
    conductor = parts.conductor(timeline, has_keyboard=False)
    conductor.start()
    most = 0.0
    while conductor.ended is None:
        conductor.advance()
        most = max(most, resident_megabytes())
        time.sleep(LOOK_SECONDS)
    trouble = conductor.trouble
    conductor.close()
    gc.collect()
    after = resident_megabytes()
    print(f"memory: before {before:.1f} MB, most {most:.1f} MB, after {after:.1f} MB, {after - before:+.1f} MB", end="")
    print(f"; trouble: {trouble or 'none'}")
    parts.close()
    keep({"spoken-memory": after - before}, how=arguments[0])
    return 0 if after - before <= 15.0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
