"""Without a window and with one, as processes on a real screen: who runs the desk, and that nothing gets lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.desktop.single import is_running
from coach.progress.store import open_store
from tests.journeys.screen import ROOT, Screen, screen, wait_for

pytestmark = pytest.mark.slow


def told(desktop: Screen, *words: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "coach", *words],
        cwd=ROOT,
        env=desktop.environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    ).stdout


def status(desktop: Screen) -> dict[str, object]:
    found: dict[str, object] = json.loads(told(desktop, "remind", "status", "--json"))
    return found


def running(home: Path) -> list[int]:
    """The processes of the program, with a window or without, over this folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            words = (place / "cmdline").read_bytes().split(b"\0")
            environ = (place / "environ").read_bytes()
        except OSError:
            continue
        if b"coach" in words and f"POSTURE_COACH_HOME={home}".encode() in environ.split(b"\0"):
            found.append(int(place.name))
    return found


def ended(process: subprocess.Popen[str]) -> int:
    """Its exit code; what it said is no traceback."""
    _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    return process.returncode


def end_all(desktop: Screen, home: Path) -> None:
    for pid in running(home):
        desktop.run("kill", str(pid))
    wait_for("the end of all", lambda: not running(home))


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
    import shutil

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
        told(desktop, "remind", "now", "desk-reset")
        told(desktop, "remind", "snooze", "10m")
        told(desktop, "remind", "pause", "2h")
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
        assert len(running(somebody)) == 1
        end_all(desktop, somebody)
        panel.terminate()
        panel.wait(timeout=10)


def test_a_window_that_dies_on_its_way_leaves_the_resident(somebody: Path) -> None:
    with screen(somebody) as desktop:
        resident = desktop.start("--hidden")
        wait_for("its answer", lambda: status(desktop)["running"])
        window = desktop.start()
        wait_for("a second process", lambda: len(running(somebody)) > 1)
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
        told(desktop, "remind", "resume")  # a look of the desk

        def has_come() -> bool:
            return any(one["id"] == "drink" for one in status(desktop)["reminders"])  # type: ignore[attr-defined]

        wait_for("the new reminder", has_come)
        end_all(desktop, somebody)
        assert ended(resident) == 0
