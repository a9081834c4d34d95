"""A window over very many routines of one's own, beside the shipped ones alone: `python3 app.py bench many-routines
[COUNT]`, a thousand of each by default.

Processor time of the thread that serves the window. How long it served nothing else is told for each thing that is
done: the longest time between two looks at what waits.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.machine import load
from tests.benchmarks.many_files import fill
from tests.benchmarks.memory import keep

ROUNDS = 3
SCREENS = 12  # so many keys of Page down are pressed
Told = dict[str, float]


def main(arguments: Sequence[str] = ()) -> int:
    """Print medians, and the least and the most; of the shipped library the median."""
    count = int(arguments[0]) if arguments else 1000
    with tempfile.TemporaryDirectory(prefix="coach") as folder:
        many, few = Path(folder) / "many", Path(folder) / "few"
        fill(many, count)
        few.mkdir()
        for home in (many, few):  # the library is kept with the first start
            _measure(home)
        pairs = [(_measure(many), _measure(few)) for _ in range(ROUNDS)]
    print(f"{count} routines and {count} exercises of one's own beside the shipped library; {load()}")
    for name, what in _WHAT.items():
        own, other = ([each[place][name] for each in pairs] for place in (0, 1))
        print(f"{what:62} {_told(own)}; shipped alone {statistics.median(other):.0f}")
    first, again = (statistics.median(pair[0][name] for pair in pairs) for name in ("first", "again"))
    if count == 1000:
        keep({"routines-first": first / 1000, "routines-again": again}, how=f"processor time; {load()}")
    return 0


_WHAT: Mapping[str, str] = {
    "first": "the Routines page, first shown, ms",
    "again": "asked anew with nothing changed, ms",
    "typed": "a letter typed to find one, standing still for, ms",
    "down": "Page down, standing still for, ms at most",
    "looked": "a look at the files, nothing changed, standing still for, ms",
    "changed": "a file changed, standing still for, ms",
    "after": "the same again, ms",
    "cards": "cards made",
    "memory": "memory of the process, MB",
}


def _told(values: Sequence[float]) -> str:
    return f"{statistics.median(values):8.1f}   ({min(values):.1f} to {max(values):.1f})"


def _measure(home: Path) -> Told:
    command = [sys.executable, "-P", "-m", "tests.benchmarks.many_routines", "--within", str(home)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout
    found: Told = json.loads(told.splitlines()[-1])
    return found


def _within(home: Path) -> None:
    """Do all of it once, in a window of its own, and print what it took."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from coach.clock import SystemClock
    from coach.progress.folders import Home
    from coach.ui.application import make_application
    from coach.ui.look.window_look import WindowLook
    from coach.ui.pages.routines import RoutinesPage
    from coach.ui.window import MainWindow
    from coach.wiring import Parts

    app = make_application()
    parts = Parts(Home(home, home / "cache"), SystemClock(), sound=False)
    window = MainWindow(parts, WindowLook("light", reduced_motion=True))
    window.show()
    window.go("today")
    _settle()

    def first() -> None:
        window.go("routines")
        app.processEvents()

    found: Told = {"first": _took(first)}
    page = window.pages["routines"]
    assert isinstance(page, RoutinesPage)
    _settle()
    found["again"] = _took(page.refresh)
    found["typed"] = _stood_still(partial(page.field.edit.setText, "n"))
    page.field.edit.clear()
    _settle()
    page.setFocus()
    found["down"] = max(_stood_still(lambda: QTest.keyClick(page, Qt.Key.Key_PageDown)) for _ in range(SCREENS))
    _stood_still(window.tick)  # the first one loads what tells of the desk
    found["looked"] = _stood_still(window.tick)
    for name in ("changed", "after"):
        _change(home)
        found[name] = _stood_still(window.tick)
    found["cards"] = len(page.gallery.cards)
    found["memory"] = _resident_mb()
    print(json.dumps(found), flush=True)
    os._exit(0)  # how it ends is measured nowhere


def _took(what: Callable[[], object]) -> float:
    began = time.thread_time()
    what()
    return (time.thread_time() - began) * 1000


def _stood_still(what: Callable[[], object]) -> float:
    """Milliseconds of processor time: the most between two moments in which the window could answer, from when `what`
    is done on until all has come of it.
    """
    from PySide6.QtCore import QCoreApplication

    longest = _took(what)
    until = time.monotonic() + 0.4
    while time.monotonic() < until:
        longest = max(longest, _took(QCoreApplication.processEvents))
        time.sleep(0.001)
    return longest


def _settle() -> None:
    _stood_still(lambda: None)


def _change(home: Path) -> None:
    """Something in one of one's own files; a new one where there is none."""
    guided = home / "routines" / "guided"
    guided.mkdir(parents=True, exist_ok=True)
    file = min(guided.glob("*.yaml"), default=None)
    if file is None:
        file = guided / "mine.yaml"
        from coach import resources

        shipped = (resources.routines() / "guided" / "desk-reset.yaml").read_text(encoding="utf-8")
        file.write_text(shipped.replace("id: desk-reset", "id: mine"), encoding="utf-8")
        return
    file.write_text(f"{file.read_text(encoding='utf-8')}# {time.monotonic_ns()}\n", encoding="utf-8")


def _resident_mb() -> float:
    """Its own share of memory (PSS), where Linux tells it; else 0."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return 0.0
    return next(int(line.split()[1]) for line in rollup.read_text().splitlines() if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--within"]:
        _within(Path(sys.argv[2]))
    sys.exit(main(sys.argv[1:]))
