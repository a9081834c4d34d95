"""What a long history costs: Today, Progress, a merge, and memory beside an empty one: `python3 app.py bench history`.

`--only ID` has all sessions of one routine, which is the worst for its levels; `--sessions N` another number.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from coach.clock import SystemClock
from coach.history_file import load, save, take
from coach.progress.folders import Home
from coach.settings import THEME
from coach.wiring import Parts
from tests.benchmarks.beside import Pair, table
from tests.benchmarks.long_past import SESSIONS, live_long, long_past
from tests.benchmarks.machine import load as load_of
from tests.benchmarks.memory import keep
from tests.benchmarks.window_memory import resident

ROUNDS = 5

Look = Callable[[Parts], object]


def main(arguments: Sequence[str] = ()) -> int:
    """Print medians, and ratios to the same with an empty history."""
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    sessions, only = int(options.get("--sessions", SESSIONS)), options.get("--only")
    print(f"{sessions} sessions{f' of {only}' if only else ''}; {load_of()}", flush=True)
    with tempfile.TemporaryDirectory(prefix="coach") as folder:
        long, empty = live_long(Path(folder) / "long", sessions=sessions, only=only), live_empty(Path(folder) / "empty")
        rows = [beside(name, look, long, empty) for name, look in LOOKS.items()]
        print(table(rows), flush=True)
        wall, processor = merge(Path(folder), long, sessions, only)
        print(f"a merge of two such files: {wall:.1f} s, {processor:.1f} s of the processor; {load_of()}", flush=True)
        if sessions == SESSIONS and only is None:
            own = {name: pair.milliseconds for name, pair, _ in rows}
            pages = {"history-today": own["the page Today"], "history-progress": own["the page Progress"]}
            keep({**pages, "history-merge": processor}, how=f"processor time; {load_of()}")
        if sys.platform == "linux":
            short = live_long(Path(folder) / "short", sessions=60)
            for name, other in (("an empty history", empty), ("one of 60 sessions", short)):
                print(resident(long, other, name), flush=True)
    return 0


def live_empty(folder: Path) -> Home:
    """A data folder of somebody who begins."""
    home = Home(folder, folder / "cache")
    parts = Parts(home, SystemClock(), sound=False)
    parts.store.keep(THEME, "light")
    parts.close()
    return home


def beside(name: str, look: Look, long: Home, empty: Home) -> tuple[str, Pair, str]:
    """The median of fresh programs; the first of each does not count."""
    pairs = [(once(look, long), once(look, empty)) for _ in range(ROUNDS + 1)][1:]
    own, other = (statistics.median(each) for each in zip(*pairs, strict=True))
    return name, Pair(own, other, statistics.median(a / b for a, b in pairs)), "with an empty history"


def once(look: Look, home: Home) -> float:
    """Milliseconds of processor time in a program that has read its library and opened its file."""
    parts = Parts(home, SystemClock(), sound=False)
    try:
        _ = parts.library.catalogue, parts.store.version
        began = time.process_time()
        look(parts)
        return (time.process_time() - began) * 1000
    finally:
        parts.close()


def opening(parts: Parts) -> None:
    """Another program that opens the file."""
    Parts(parts.home, SystemClock(), sound=False).store.close()


def after_a_setting(parts: Parts) -> None:
    """Today once more, when something was written that changes nothing of it."""
    parts.today()
    parts.store.keep(THEME, "dark")
    parts.today()


def every_routine(parts: Parts) -> None:
    """All routines as this person does them."""
    for ident in parts.library.catalogue.routines:
        parts.own(ident)


def page(name: str) -> Look:
    """A page of the window, built as it appears. What it is imported with does not count."""
    from PySide6.QtCore import QCoreApplication

    from coach.ui.application import make_application
    from coach.ui.look.window_look import look_from
    from coach.ui.window import MainWindow

    make_application()

    def look(parts: Parts) -> None:
        window = MainWindow(parts, look_from(parts.store))
        window.go(name)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, 52)

    return look


def reads_of_progress(parts: Parts) -> None:
    """Sessions and tests."""
    parts.store.sessions()
    parts.store.tests()


LOOKS: dict[str, Look] = {
    "opening the file": opening,
    "Today's values": lambda parts: parts.today(),
    "the week's values": lambda parts: parts.week(),
    "Today's values, twice": after_a_setting,
    "every routine of one's own": every_routine,
    "sessions and tests": reads_of_progress,
    "the page Today": page("today"),
    "the page Progress": page("progress"),
}


def merge(folder: Path, home: Home, sessions: int, only: str | None) -> tuple[float, float]:
    """Seconds, and those of the processor, for a whole file of another person's into this one, read and all."""
    parts = Parts(home, SystemClock(), sound=False)
    try:
        now = datetime.now(UTC).astimezone()
        other = Parts(Home(folder / "other", folder / "other" / "cache"), SystemClock(), sound=False)
        records = list(long_past(parts.library.catalogue, now, sessions=sessions, salt="b", only=only))
        other.store.take(other.store.merge(records).changes)
        save(other.store, now, folder / "other.jsonl")
        other.close()
        began = time.perf_counter(), time.process_time()
        take(parts.store, load(folder / "other.jsonl"))
        return time.perf_counter() - began[0], time.process_time() - began[1]
    finally:
        parts.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
