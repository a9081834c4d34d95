"""What the program without a window weighs beside others of its kind: `python3 app.py bench resident [SECONDS]`.

All run at once on a screen of their own, with a panel: a bare PySide6 icon, ours as it starts, ours after use (a window
was opened, a session rehearsed, the window closed), and Safe Eyes and Workrave where they are installed. Of each the
proportional set size, and over SECONDS (60) the processor time and the context switches of all its threads.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.benchmarks.machine import load
from tests.journeys.screen import ROOT, Screen, screen, wait_for

SECONDS = 60.0
SETTLE_SECONDS = 20.0

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


def _used(pids: Sequence[int]) -> tuple[float, int]:
    """Milliseconds of processor time and context switches so far."""
    nanoseconds = switches = 0
    for task in (task for pid in pids for task in Path(f"/proc/{pid}/task").iterdir()):
        nanoseconds += int((task / "schedstat").read_text().split()[0])
        lines = (task / "status").read_text().splitlines()
        switches += sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
    return nanoseconds / 1e6, switches


def weigh(processes: Mapping[str, int], seconds: float) -> dict[str, Weight]:
    """All of them at once, over the same time."""
    families = {name: _family(pid) for name, pid in processes.items()}
    before = {name: _used(family) for name, family in families.items()}
    time.sleep(seconds)
    found = {}
    for name, family in families.items():
        milliseconds, switches = _used(family)
        then = before[name]
        a_minute = 60 / seconds
        found[name] = Weight(
            _megabytes(family), (milliseconds - then[0]) * a_minute, round((switches - then[1]) * a_minute)
        )
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


def _ask(desktop: Screen, home: Path, *words: str) -> str:
    command = [sys.executable, "-m", "coach", *words]
    environ = {**desktop.environ, "POSTURE_COACH_HOME": str(home)}
    told = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    return told.stdout


def _ours(home: Path) -> int | None:
    """The process that runs the desk over this folder."""
    wanted = f"POSTURE_COACH_HOME={home}".encode()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            environ = (place / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"--hidden" in words and wanted in environ:
            return int(place.name)
    return None


def _start(desktop: Screen, home: Path, *words: str) -> subprocess.Popen[bytes]:
    environ = {**desktop.environ, "POSTURE_COACH_HOME": str(home)}
    home.mkdir(exist_ok=True)
    return subprocess.Popen([sys.executable, "-m", "coach", *words], cwd=ROOT, env=environ, stderr=subprocess.DEVNULL)


def _runs(desktop: Screen, home: Path) -> bool:
    told = _ask(desktop, home, "remind", "status", "--json")
    return bool(told) and json.loads(told)["running"] is True


def _used_window(desktop: Screen, home: Path) -> None:
    """A window that took over, a session in it at a hundred times the pace, and its end."""
    _start(desktop, home, "play", "desk-reset", "--speed", "100")
    wait_for("the window", lambda: desktop.windows("Posture Coach$"))
    window = desktop.windows("Posture Coach$")[0]
    time.sleep(SETTLE_SECONDS)
    for key in ("Escape", "Escape", "ctrl+w"):
        desktop.run("xdotool", "windowactivate", "--sync", window)
        desktop.key(key)
        time.sleep(1)
    desktop.run("xdotool", "windowclose", window)


def main(arguments: Sequence[str] = ()) -> int:
    """Print the table; 1 where there is no screen to be had."""
    if missing := [name for name in ("Xvfb", "openbox", "xdotool", "tint2") if shutil.which(name) is None]:
        sys.stdout.write(f"needs {', '.join(missing)}\n")
        return 1
    seconds = float(arguments[0]) if arguments else SECONDS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="coach")))
        desktop = stack.enter_context(screen(folder / "home"))
        quiet = {"env": desktop.environ, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

        def begin(*command: str) -> int:
            process = subprocess.Popen(command, **quiet)  # type: ignore[call-overload]
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return int(process.pid)

        begin("tint2")
        processes = {"a bare PySide6 icon": begin(sys.executable, "-c", BARE)}
        fresh, used = folder / "fresh", folder / "used"
        for home in (fresh, used):
            _start(desktop, home, "--hidden")
            wait_for("the desk", partial(_runs, desktop, home))
        before = _ours(used)
        _used_window(desktop, used)
        wait_for("the desk, without its window", lambda: _ours(used) not in (None, before))
        for name, home in {"Posture Coach, hidden": fresh, "Posture Coach, after use": used}.items():
            processes[name] = int(str(wait_for(name, partial(_ours, home))))
            stack.callback(os.kill, processes[name], 15)
        for name, command in OTHERS.items():
            if shutil.which(command) is not None:
                processes[name] = begin(command)
        time.sleep(SETTLE_SECONDS)
        sys.stdout.write(f"{load()}; {seconds:.0f} s\n{table(weigh(processes, seconds))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
