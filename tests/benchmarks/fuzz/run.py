"""What others may have written, changed at random, through all that reads it.

    python3 app.py bench fuzz [--seconds 60] [--seed N] [--only TARGET ...] [--case TARGET/NUMBER] [--keep FOLDER]

One case after another, each target in turn: shipped YAML, the person's data file, what a program gave to the next one,
history files, settings of other programs, routines that somebody shared, what is kept of the library. Each case is
either taken or refused with a sentence; whatever else happens (an exception that escapes, more than so much processor
time) is a failure: it is printed, with the line that has it again. 0 where there was none, 1 else. Cases are numbered,
so that the same seed and number are always the same case.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.fuzz.content import Files
from tests.benchmarks.fuzz.foreign import foreign
from tests.benchmarks.fuzz.remembered import remembered
from tests.benchmarks.fuzz.shared import shared

SECONDS = 60.0
MOST_SECONDS = 20.0
"""Of the processor, for one case: the largest shipped file takes a tenth of a second."""

Case = Callable[[random.Random], str]
"""Makes one case by chance and puts it through; `taken` or `refused`. Whatever it raises is a failure."""


@dataclass
class Told:
    """What became of the cases."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def targets(folder: Path) -> dict[str, Case]:
    """By name; each keeps in `folder` what it needs, and its last case."""
    return {
        "files": Files(folder / "files").case, **remembered(folder / "remembered"), **foreign(folder / "foreign"),
        **shared(folder / "shared"),
    }  # fmt: skip


def cases(names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Without end, each target in turn."""
    number = 0
    while True:
        yield from ((name, number) for name in names)
        number += 1


def fuzz(every: Mapping[str, Case], wanted: Iterator[tuple[str, int]], seed: int, is_over: Callable[[], bool]) -> Told:
    """One case after another until it is over, each at least begun."""
    told = Told()
    for name, number in wanted:
        if is_over():
            break
        try:
            with _at_most(MOST_SECONDS):
                told.counts[f"{name}: {every[name](random.Random(f'{seed}/{name}/{number}'))}"] += 1
        except (Exception, SystemExit):  # noqa: BLE001 - each is what we look for
            told.counts[f"{name}: FAILED"] += 1
            again = f"python3 app.py bench fuzz --seed {seed} --case {name}/{number}"
            told.failures.append(f"{again}\n{traceback.format_exc()}")
    return told


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """TimeoutError after so much processor time; not on Windows, which has no such clock."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds:g} s of the processor")

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)
        signal.signal(signal.SIGVTALRM, before)


def main(arguments: Sequence[str] = ()) -> int:
    """As the module says."""
    parser = argparse.ArgumentParser(prog="bench fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", action="extend", nargs="+", metavar="TARGET")
    parser.add_argument("--case", metavar="TARGET/NUMBER", help="one case alone, as a failure names it")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="put the last case's files there")
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="coach"))
    try:
        every = targets(folder)
        if options.case:
            name, _, number = options.case.partition("/")
            told = fuzz(every, iter([(name, int(number))]), options.seed, lambda: False)
        else:
            until = time.monotonic() + options.seconds
            names = options.only or list(every)
            told = fuzz(every, cases(names), options.seed, lambda: time.monotonic() > until)
        if options.keep is not None:
            shutil.copytree(folder, options.keep, dirs_exist_ok=True)
    finally:
        with suppress(OSError):
            shutil.rmtree(folder)
    sys.stdout.write(f"seed {options.seed}; {sum(told.counts.values()):,} cases\n")
    for name, count in sorted(told.counts.items()):
        sys.stdout.write(f"  {count:>7,} {name}\n")
    sys.stdout.writelines(f"\n{one}" for one in told.failures)
    return 1 if told.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
