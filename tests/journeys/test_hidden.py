"""Without a window and with one, as processes on a real screen: who runs the desk, and that nothing gets lost."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

import pytest

from coach.clock import SystemClock
from coach.desktop.single import is_running
from coach.progress.store import open_store
from tests.journeys.screen import ROOT, Screen, processes_of, screen, wait_for
from tests.mistakes import has_mistake

pytestmark = pytest.mark.slow


def status(desktop: Screen) -> dict[str, object]:
    told = desktop.command("remind", "status", "--json").stdout
    if not told:  # on a busy machine one that starts may not answer yet
        return {"running": False}
    found: dict[str, object] = json.loads(told)
    return found


def ended(process: subprocess.Popen[str]) -> int:
    """Its exit code; what it said is no traceback."""
    _, errors = process.communicate(timeout=60)
    assert not has_mistake(errors)
    return process.returncode


def end_all(desktop: Screen, home: Path) -> None:
    for pid in processes_of(home):
        desktop.run("kill", str(pid))
    wait_for("the end of all", lambda: not processes_of(home))


def close_window(desktop: Screen) -> None:
    (window,) = desktop.windows("Today - Posture Coach")
    desktop.run("xdotool", "windowactivate", "--sync", window)
    desktop.key("ctrl+w")


@pytest.fixture
def somebody(tmp_path: Path) -> Path:
    store = open_store(tmp_path, SystemClock())
    store.add_safety(())
    store.close()
    return tmp_path


def with_a_panel(desktop: Screen) -> subprocess.Popen[bytes]:
    if shutil.which("tint2") is None:
        pytest.skip("needs tint2")
    return subprocess.Popen(["tint2"], env=desktop.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_reminders_run_without_a_window_and_a_second_one_says_so(somebody: Path) -> None:
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        assert desktop.windows("Posture Coach") == []
        again = desktop.start("--hidden")
        assert again.communicate(timeout=60) == ("", "Posture Coach is running already.\n")
        assert again.returncode == 0
        end_all(desktop, somebody)
        assert ended(resident) == 0


def test_a_window_takes_over_and_gives_back_with_all_that_was_there(somebody: Path) -> None:
    with screen(somebody) as desktop:
        panel = with_a_panel(desktop)
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        desktop.command("remind", "now", "desk-reset")
        desktop.command("remind", "snooze", "10m")
        desktop.command("remind", "pause", "2h")
        until = status(desktop)["paused_until"]
        window = desktop.start()
        wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        assert ended(resident) == 0
        assert abs(len(str(status(desktop)["paused_until"])) - len(str(until))) == 0
        assert status(desktop)["paused"] is True
        close_window(desktop)
        assert ended(window) == 0
        wait_for("its answer", lambda: status(desktop)["running"])
        found = status(desktop)
        assert found["paused"] is True
        (reset,) = [one for one in found["reminders"] if one["id"] == "desk-reset"]  # type: ignore[attr-defined]
        assert reset["due_in_seconds"] > 500 or "paused" in reset["reasons"]
        assert len(processes_of(somebody)) == 1
        end_all(desktop, somebody)
        panel.terminate()
        panel.wait(timeout=10)


def test_a_window_that_dies_on_its_way_leaves_the_resident(somebody: Path) -> None:
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        window = desktop.start()
        wait_for("a second process", lambda: len(processes_of(somebody)) > 1)
        window.kill()
        window.communicate(timeout=30)
        wait_for("its answer", lambda: status(desktop)["running"])
        assert is_running(somebody)
        if resident.poll() is None:
            window = desktop.start()
            wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        end_all(desktop, somebody)
        ended(window)
        ended(resident)


def test_two_windows_at_once_are_one(somebody: Path) -> None:
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        both = [desktop.start(), desktop.start()]
        wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        assert ended(resident) == 0
        wait_for("one of them", lambda: [one.poll() for one in both].count(0) == 1)
        assert len(desktop.windows("Today - Posture Coach")) == 1
        end_all(desktop, somebody)
        assert [ended(one) for one in both] == [0, 0]


def test_a_reminder_written_meanwhile_is_taken_in(somebody: Path) -> None:
    folder = somebody / "routines" / "reminders"
    folder.mkdir(parents=True)
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        (folder / "drink.yaml").write_text(
            "kind: reminder\nformat: 1\nid: drink\ntitle: Drink\nevery: 1h\nmessages: [A glass of water.]\n", "utf-8"
        )
        desktop.command("remind", "resume")  # a look of the desk

        def has_come() -> bool:
            return any(one["id"] == "drink" for one in status(desktop)["reminders"])  # type: ignore[attr-defined]

        wait_for("the new reminder", has_come)
        end_all(desktop, somebody)
        assert ended(resident) == 0


def test_a_watch_goes_on_through_a_window_and_ends_with_the_program(somebody: Path) -> None:
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        watch = subprocess.Popen(
            [sys.executable, "-m", "coach", "remind", "watch"],
            cwd=ROOT,
            env=desktop.environ,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert watch.stdout is not None
        reading = Reading(watch.stdout)
        wait_for("that it listens", lambda: reading.hears(desktop))
        desktop.command("remind", "now", "desk-reset")
        assert "desk-reset: Desk reset, on" in desktop.command("remind", "list").stdout
        desktop.command("remind", "done")
        desktop.command("remind", "now", "desk-reset")
        desktop.command("remind", "start")  # a window takes over and begins the session
        wait_for("the session", lambda: desktop.windows("Desk reset"))
        assert ended(resident) == 0
        desktop.command("remind", "pause", "1h")
        wait_for("what the window tells", lambda: reading.names[-1:] == ["paused"])
        for pid in processes_of(somebody):
            if pid != watch.pid:
                desktop.run("kill", str(pid))
        assert watch.wait(timeout=60) == 0
        reading.thread.join()
        watch.stdout.close()
        at = reading.names.index("shown")
        assert reading.names[at:] == ["shown", "done", "shown", "started", "paused"]


class Reading:
    """The names of the events that a watch has printed so far."""

    def __init__(self, stream: IO[str]) -> None:
        self.names: list[str] = []
        self._stream = stream
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def hears(self, desktop: Screen) -> bool:
        """Whether a pause that is made now, or was a moment ago, has been told."""
        desktop.command("remind", "pause", "1h")
        desktop.command("remind", "resume")
        return "resumed" in self.names

    def _read(self) -> None:
        for line in self._stream:
            self.names.append(json.loads(line)["event"])


def icons(desktop: Screen) -> list[str]:
    """The windows of the icons of ours that the panel has taken in."""
    windows = desktop.run("xwininfo", "-root", "-tree").splitlines()
    panels = [line.split()[0] for line in windows if '"tint2"' in line]
    inside = (desktop.run("xwininfo", "-id", panel, "-tree") for panel in panels)
    lines = (line for told in inside for line in told.splitlines())
    return [line.split()[0] for line in lines if '"Posture Coach"' in line]


def need_xwininfo() -> None:
    if shutil.which("xwininfo") is None:
        pytest.skip("needs xwininfo")


def test_the_icon_is_there_all_the_time(somebody: Path) -> None:
    need_xwininfo()
    with screen(somebody) as desktop:
        panel = with_a_panel(desktop)
        resident = desktop.start("--hidden")
        wait_for("the icon", lambda: icons(desktop))
        gaps, is_over = [0.0], threading.Event()

        def watch() -> None:
            missing = None
            while not is_over.is_set():
                now = time.monotonic()
                if icons(desktop):
                    missing = None
                else:
                    missing = now if missing is None else missing
                    gaps.append(time.monotonic() - missing)

        watching = threading.Thread(target=watch)
        watching.start()
        window = desktop.start()
        wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        assert ended(resident) == 0
        close_window(desktop)
        assert ended(window) == 0
        wait_for("one icon", lambda: len(icons(desktop)) == 1)
        is_over.set()
        watching.join()
        assert max(gaps) <= 0.5
        end_all(desktop, somebody)
        panel.terminate()
        panel.wait(timeout=10)


def test_a_panel_that_comes_later_shows_the_icon_and_a_click_opens_the_window(somebody: Path) -> None:
    need_xwininfo()
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        panel = with_a_panel(desktop)
        wait_for("the icon", lambda: icons(desktop))
        (icon,) = icons(desktop)
        desktop.run("xdotool", "mousemove", "--window", icon, "11", "11", "click", "1")
        wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        assert ended(resident) == 0
        end_all(desktop, somebody)
        panel.terminate()
        panel.wait(timeout=10)


def test_a_session_in_a_terminal_is_known_to_whoever_takes_over(somebody: Path) -> None:
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        session = desktop.start("play", "desk-reset", "--terminal", "--mute")
        wait_for("the session", lambda: "session" in status(desktop)["quiet"])  # type: ignore[operator]
        window = desktop.start()
        wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        assert ended(resident) == 0
        assert "session" in status(desktop)["quiet"]  # type: ignore[operator]
        session.kill()
        session.communicate()
        end_all(desktop, somebody)
        assert ended(window) == 0
