"""The benchmarks by name: `python3 app.py bench [NAME [ARGUMENT ...]]`. Without a name, those that take seconds.

They print medians, and ratios to something that ran beside them; no test asserts what they print. Figures that have a
goal are kept (memory.py): `bench --table` writes them beside their goals into docs/performance.md, and
`bench --keep NAME VALUE [HOW]` keeps one that was measured otherwise.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.memory import keep_by_hand, write_table


@dataclass(frozen=True)
class Benchmark:
    """One module of this folder; `is_long` takes minutes of real time."""

    module: str
    what: str
    is_long: bool = False


BENCHMARKS: Mapping[str, Benchmark] = {
    "start": Benchmark("start", "starting the program, reading the library"),
    "faults": Benchmark("faults.run", "each call to the disk failing in turn: [--every N]", is_long=True),
    "fuzz": Benchmark("fuzz.run", "files and rows changed at random: [--seconds N] [--seed N]", is_long=True),
    "pose": Benchmark("figure_bench", "solving a posture of every figure"),
    "paint": Benchmark("figure_paint_bench", "a fresh frame of the figure, and one from the cache"),
    "voice": Benchmark("voice", "making speech, exporting; with --record the session as it sounds (minutes)"),
    "history": Benchmark("history", "what a history of 20,000 sessions costs (a minute or two)", is_long=True),
    "many-files": Benchmark("many_files", "thousands of files of one's own: [COUNT], a thousand of each", is_long=True),
    "many-routines": Benchmark("many_routines", "a window over as many: [COUNT], a thousand of each", is_long=True),
    "style": Benchmark("style", "how the code is written, in numbers"),
    "mutants": Benchmark("mutants", "mistakes that tests let live: MODULE --tests FILE ...", is_long=True),
    "resident": Benchmark("resident", "the program without a window beside others of its kind", is_long=True),
    "soak": Benchmark("soak", "worked without a break, it grows no more: [--minutes N], 60 by default", is_long=True),
    "session": Benchmark("session", "what a session costs of a processor: [--beside CHECKOUT]", is_long=True),
    "sound": Benchmark("lateness", "how exactly cues sound: [MINUTES], ten by default", is_long=True),
}


def main(arguments: Sequence[str]) -> int:
    """Run the named benchmark, or all short ones; 2 for an unknown name."""
    if not arguments:
        codes = []
        for name, benchmark in BENCHMARKS.items():
            if not benchmark.is_long:
                print(f"\n== {name}: {benchmark.what}", flush=True)
                codes.append(_run(benchmark, ()))
        longer = ", ".join(name for name, benchmark in BENCHMARKS.items() if benchmark.is_long)
        print(f"\nNot run, since they take minutes: {longer}.")
        return max(code or 0 for code in codes)
    name, *rest = arguments
    if name == "--table":
        print(write_table())
        return 0  # what falls short is told, and no failure
    if name == "--keep":
        return keep_by_hand(rest)
    if name in ("-h", "--help"):
        print(f"bench [NAME [ARGUMENT ...]]: without a name those that take seconds.\n{_listed()}")
        return 0
    if name not in BENCHMARKS:
        print(f"{name} is not a benchmark; write one of these, or none:\n{_listed()}", file=sys.stderr)
        return 2
    if not {"-h", "--help"}.isdisjoint(rest):
        print(_module(BENCHMARKS[name]).__doc__)
        return 0
    return _run(BENCHMARKS[name], rest) or 0


def _listed() -> str:
    others = {
        "--table": "what was found beside its goal, into docs/performance.md",
        "--keep": "what was measured otherwise: NAME VALUE [HOW]",
    }
    every = {**{name: benchmark.what for name, benchmark in BENCHMARKS.items()}, **others}
    wide = max(map(len, every))
    return "\n".join(f"  {name:{wide}}  {what}" for name, what in every.items())


def _run(benchmark: Benchmark, arguments: Sequence[str]) -> int | None:
    run: Callable[[Sequence[str]], int | None] = _module(benchmark).main
    return run(list(arguments))


def _module(benchmark: Benchmark) -> Any:
    return importlib.import_module(f"tests.benchmarks.{benchmark.module}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
