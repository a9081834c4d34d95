"""What the program is to weigh and how long it may take: each figure with its limit, and what measures it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """One figure. It is to be `most` at most, or `least` at least, in `unit`; `by` is what measures it.

    `why` says why it falls short where it does; nothing of it is told while it does not.
    """

    what: str
    unit: str
    by: str
    most: float | None = None
    least: float | None = None
    why: str = ""

    def is_met(self, value: float) -> bool:
        """Whether `value` is within its limits."""
        return (self.most is None or value <= self.most) and (self.least is None or value >= self.least)

    @property
    def limit(self) -> str:
        """As the table has it: "≤ 2 times"."""
        sign, number = ("≤", self.most) if self.most is not None else ("≥", self.least)
        return f"{sign} {number:g} {self.unit}"


_HAND = "by hand"

GOALS: Mapping[str, Mapping[str, Goal]] = {
    "Starting": {
        "first-paint": Goal(
            "the window's first paint, beside a bare PySide6 window's",
            "times",
            "bench start",
            most=2.0,
            why="half of what is ours is the page and its widgets until they are painted, a third is modules of Python,"
            " a tenth the enumerations of Qt's namespace, which a bare window does not ask for (docs/performance.md)",
        ),
        "first-paint-no-bytecode": Goal(
            "the same, where Python may write no bytecode, from the second start on",
            "times",
            "bench start",
            most=2.0,
            why="the same, and what leads to the kept modules, the command line among it, is compiled at each start",
        ),
        "first-paint-first": Goal(
            "the very first start, with nothing compiled and nothing kept",
            "times",
            "bench start",
            most=2.0,
            why="three hundred modules are compiled, and the library is read; the set-up of a checkout and pip compile"
            " them beforehand",
        ),
    },
    "A session": {
        "session-set": Goal(
            "the dearest second of a set, of one processor",
            "%",
            "bench session",
            most=10.0,
            why="thirty pictures a second take seven of it, and two frames of the figure to come one",
        ),
        "session-change-over": Goal(
            "of a change-over",
            "%",
            "bench session",
            most=15.0,
            why="after a set of a few seconds the film of the next figure is not whole, and each frame that it lacks"
            " takes seven milliseconds",
        ),
        "cues-99": Goal(
            "99 of 100 cues of ten minutes, from their place",
            "ms",
            "bench sound",
            most=8.0,
        ),
        "cues-busy": Goal(
            "the worst beside two busy loops",
            "ms",
            "bench sound 10 --busy 2",
            most=15.0,
            why="a sound server that gets no processor for longer than its 60 ms goes on later by what it lacked",
        ),
        "first-sentence": Goal(
            "the first sentence of a routine never opened, after Start", "s", "bench voice", most=0.9
        ),
        "spoken-memory": Goal("memory after a spoken session, above before", "MB", "bench voice --memory", most=15.0),
    },
    "Voice and export (a routine of ten minutes)": {
        "speech-made": Goal("all its sentences made", "s", "bench voice", most=10.0),
        "speech-again": Goal("all its sentences found made", "s", "bench voice", most=0.1),
        "export-wav": Goal("exported as wav, beside real time", "times", "bench voice", least=100.0),
        "export-ogg": Goal("exported as ogg", "times", "bench voice", least=100.0),
        "export-mp3": Goal("exported as mp3", "times", "bench voice", least=40.0),
    },
    "The figure (600 x 600 pixels)": {
        "frame-fresh": Goal(
            "a fresh frame, posed and painted",
            "ms",
            "bench paint",
            most=8.0,
        ),
        "frame-cached": Goal("a frame from the cache", "ms", "bench paint", most=1.0),
    },
    "20,000 sessions": {
        "history-today": Goal(
            "Today",
            "ms",
            "bench history",
            most=50.0,
            why="the window around it is made, too, and takes half of it, 30 with an empty history; what the page"
            " knows of so many sessions takes 25",
        ),
        "history-progress": Goal("Progress", "ms", "bench history", most=300.0),
        "history-merge": Goal("two such files merged", "s", "bench history", most=10.0),
    },
    "1,000 routines and 1,000 exercises of one's own": {
        "files-cold": Goal(
            "`list` beyond `--version`, nothing kept, beside PyYAML's events of the same files",
            "times",
            "bench many-files",
            most=2.5,
            why="a file's 110 events make 75 values, each a Python object, which what runs beside it slows more than "
            "it slows the events",
        ),
        "files-again": Goal(
            "the same again, nothing changed",
            "times",
            "bench many-files",
            most=0.6,
        ),
        "files-changed": Goal("one changed file, seen and checked", "ms", "bench many-files", most=50.0),
        "routines-first": Goal("the Routines page, first shown", "s", "bench many-routines", most=1.0),
        "routines-again": Goal("the same asked anew with nothing changed", "ms", "bench many-routines", most=1.0),
    },
    "Without a window, beside a bare PySide6 icon": {
        "resident": Goal("memory (PSS)", "times", "bench resident", most=1.25),
        "resident-windows": Goal("after an hour of windows and sessions", "times", "bench resident --hour", most=1.25),
        "resident-reminders": Goal("after an hour of reminders", "times", "bench resident --hour", most=1.25),
        "resident-processor": Goal("processor time, a minute", "ms", "bench resident", most=10.0),
        "resident-switches": Goal("context switches, a minute", "", "bench resident", most=60.0),
    },
    "The house": {
        "everyday-tests": Goal(
            "the everyday tests", "s", _HAND, most=180.0, why="more than half of it is pages, made and laid out anew"
        ),
        "ci-run": Goal(".ci/run", "min", _HAND, most=30.0),
    },
}
"""By what they are about; the names within are those under which benchmarks keep what they found."""


def goal(name: str) -> Goal:
    """By its name; KeyError for an unknown one."""
    return {name: one for goals in GOALS.values() for name, one in goals.items()}[name]


def known() -> list[str]:
    """All names, in their order."""
    return [name for found in GOALS.values() for name in found]
