"""What the program without a window weighs: `python3 app.py bench resident [SECONDS] [--hour | --desks | --open]`.

All run at once, with a panel: a bare PySide6 icon, ours as it starts, ours after use (a minute's, or an hour's: once
with windows and sessions, once with reminders alone), and Safe Eyes and Workrave where they are installed. With --desks
ours on desks of several kinds, beside a bare icon (resident_desks.py). Of each the proportional set size, and over
SECONDS (60) the processor time and the context switches of all its threads. With --open instead, how long a window
takes to be there (resident_open.py).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks import resident_open
from tests.benchmarks.machine import load
from tests.benchmarks.memory import keep
from tests.benchmarks.resident_desks import HELD_SECONDS, of_all
from tests.benchmarks.resident_use import HOUR_SECONDS, ROUND_SECONDS, Desk, desk_round, use, window_round
from tests.journeys.screen import Screen, screen, wait_for

SECONDS = 60.0
NEEDED = ("Xvfb", "openbox", "xdotool", "tint2", *resident_open.NEEDED)
SETTLE_SECONDS = 20.0
_A_LOOK_SECONDS = 1.0

BARE = """
import sys
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon
app = QApplication(sys.argv[:1])
app.setQuitOnLastWindowClosed(False)
pixmap = QPixmap(22, 22)
pixmap.fill("green")
menu = QMenu()
menu.addAction("Quit", app.quit)
icon = QSystemTrayIcon(QIcon(pixmap))
icon.setContextMenu(menu)
icon.show()
sys.exit(app.exec())
"""

OTHERS = {"Safe Eyes": "safeeyes", "Workrave": "workrave"}


@dataclass(frozen=True)
class Weight:
    """Of one process and those that it started."""

    megabytes: float
    milliseconds: float
    switches: int


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in children.read_text().split()]
    return found


def _megabytes(pids: Sequence[int]) -> float:
    lines = (line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


Used = dict[str, tuple[float, int]]
"""Milliseconds of processor time and context switches so far, of each thread."""


def _used(pid: int) -> Used:
    found = {}
    for task in (task for one in _family(pid) for task in Path(f"/proc/{one}/task").iterdir()):
        with suppress(OSError, IndexError):  # it has just ended
            nanoseconds = int((task / "schedstat").read_text().split()[0])
            lines = (task / "status").read_text().splitlines()
            switches = sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
            found[str(task)] = (nanoseconds / 1e6, switches)
    return found


def weigh(processes: Mapping[str, int], seconds: float) -> dict[str, Weight]:
    """All of them at once, over the same time. Looked at every second, since threads and processes come and go."""
    first = {name: _used(pid) for name, pid in processes.items()}
    last = {name: dict(used) for name, used in first.items()}
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(_A_LOOK_SECONDS)
        for name, pid in processes.items():
            last[name] |= _used(pid)
    a_minute = 60 / seconds
    found = {}
    for name, pid in processes.items():
        spent = [(now, first[name].get(task, (0.0, 0))) for task, now in last[name].items()]
        milliseconds = sum(now[0] - then[0] for now, then in spent)
        switches = sum(now[1] - then[1] for now, then in spent)
        found[name] = Weight(_megabytes(_family(pid)), milliseconds * a_minute, round(switches * a_minute))
    return found


def table(weights: Mapping[str, Weight]) -> str:
    """As docs/performance.md has it; the first is what the others are compared with."""
    first = next(iter(weights.values()))
    lines = ["| | PSS | beside the bare icon | processor, a minute | switches, a minute |", "|---|---|---|---|---|"]
    for name, weight in weights.items():
        times = weight.megabytes / first.megabytes
        lines.append(
            f"| {name} | {weight.megabytes:.1f} MB | {times:.2f} | {weight.milliseconds:.1f} ms | {weight.switches} |"
        )
    return "\n".join(lines)


def _begin(stack: ExitStack, desktop: Screen, *command: str) -> int:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=desktop.environ, stdout=quiet, stderr=quiet)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    return process.pid


def _desk(stack: ExitStack, desktop: Screen, home: Path) -> Desk:
    desk = Desk.of_somebody(desktop, home)
    stack.callback(desk.end)
    desk.start_hidden()
    return desk


def _measured(stack: ExitStack, folder: Path, for_seconds: float) -> Mapping[str, int]:
    """The processes to be weighed, when ours have been used for so long. The one whose windows are opened and closed
    has a screen of its own.
    """
    desktop, elsewhere = (stack.enter_context(screen(folder)) for _ in range(2))
    for one in (desktop, elsewhere):
        _begin(stack, one, "tint2")
    used, asked = _desk(stack, elsewhere, folder / "used"), _desk(stack, desktop, folder / "asked")
    rounds = use([partial(window_round, used), partial(desk_round, asked)], for_seconds)
    sys.stdout.write(f"used for {for_seconds / 60:.0f} min, {rounds} times\n")
    processes = {"a bare PySide6 icon": _begin(stack, desktop, sys.executable, "-c", BARE)}
    ours = {
        "Posture Coach, hidden": _desk(stack, desktop, folder / "fresh"),
        "Posture Coach, after windows and sessions": used,
        "Posture Coach, after reminders and saved files": asked,
    }
    processes |= {name: int(str(wait_for(name, partial(_pid, desk)))) for name, desk in ours.items()}
    for name, command in OTHERS.items():
        if shutil.which(command) is not None:
            processes[name] = _begin(stack, desktop, command)
    return processes


def _pid(desk: Desk) -> int | None:
    return desk.hidden


def _figures(weights: Mapping[str, Weight], *, has_hour: bool) -> dict[str, float]:
    """Those with a goal."""
    bare, fresh, used, asked, *_ = weights.values()
    found = {
        "resident": fresh.megabytes / bare.megabytes,
        "resident-processor": fresh.milliseconds,
        "resident-switches": fresh.switches,
    }
    if has_hour:
        found |= {
            "resident-windows": used.megabytes / bare.megabytes,
            "resident-reminders": asked.megabytes / bare.megabytes,
        }
    return found


def main(arguments: Sequence[str] = ()) -> int:
    """Print the table; 1 where there is no screen to be had."""
    if missing := [name for name in NEEDED if shutil.which(name) is None]:
        sys.stdout.write(f"needs {', '.join(missing)}\n")
        return 1
    if "--open" in arguments:
        return resident_open.main()
    given = [float(one) for one in arguments if not one.startswith("-")]
    seconds = given[0] if given else SECONDS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="coach")))
        if "--desks" in arguments:
            processes = of_all(stack, folder, BARE)
            seconds = min(seconds, HELD_SECONDS)
        else:
            processes = _measured(stack, folder, HOUR_SECONDS if "--hour" in arguments else ROUND_SECONDS)
            time.sleep(SETTLE_SECONDS)
        weights = weigh(processes, seconds)
        sys.stdout.write(f"{load()}; {seconds:.0f} s\n{table(weights)}\n")
        if "--desks" not in arguments:
            keep(_figures(weights, has_hour="--hour" in arguments), how=f"{seconds:.0f} s; {load()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
