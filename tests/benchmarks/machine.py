"""What benchmarks need of the machine: somebody else who keeps it busy, and how much processor time passed."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def busy_loops(arguments: Sequence[str]) -> int:
    """N of `--busy N`, 0 without it."""
    return int(arguments[list(arguments).index("--busy") + 1]) if "--busy" in arguments else 0


def positional(arguments: Sequence[str]) -> list[str]:
    """The arguments that are neither an option nor the number after `--busy`."""
    taken = {i + 1 for i, argument in enumerate(arguments) if argument == "--busy"}
    return [one for i, one in enumerate(arguments) if not one.startswith("-") and i not in taken]


@contextmanager
def busy(loops: int) -> Iterator[None]:
    """So many processes that do nothing but count, as long as the body runs."""
    processes = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def load() -> str:
    """How much else is going on, for who reads the figures later."""
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"


def helpers_seconds() -> float:
    """Processor time of all child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
