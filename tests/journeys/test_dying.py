"""What dies around the program while a reminder is on the screen: it goes on, or ends and says why."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.desktop.single import is_running
from coach.progress.desk_store import open_desk_store
from coach.progress.store import open_store
from tests.desktop.real import NotHereError, a_bus, running
from tests.journeys.on_wayland import wayland
from tests.journeys.screen import ROOT, Screen, command, screen, wait_for
from tests.mistakes import has_mistake

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

GONE = "posture-coach: the display went away, so the program ends; all that was done is kept\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Of somebody who has begun, with a reminder that covers the screens."""
    store = open_store(tmp_path, SystemClock())
    store.add_safety(())
    store.close()
    folder = tmp_path / "routines" / "reminders"
    folder.mkdir(parents=True)
    text = "kind: reminder\nformat: 1\nid: rest\ntitle: Rest\nevery: 8h\nshow: full-screen\nmessages: [Sit.]\n"
    (folder / "rest.yaml").write_text(text, "utf-8")
    return tmp_path


class Person:
    """The program in an environment, and what its log says."""

    def __init__(self, home: Path, environ: Mapping[str, str]) -> None:
        self.home, self.environ = home, {**environ, "POSTURE_COACH_HOME": str(home), "SDL_AUDIODRIVER": "dummy"}

        self._begun: list[subprocess.Popen[str]] = []

    def begin(self, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "coach", *words], cwd=ROOT, env=self.environ, stderr=subprocess.PIPE, text=True
        )
        self._begun.append(process)
        return process

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Begun, and it answers."""
        process = self.begin(*words)
        wait_for("its answer", lambda: self.command("remind", "status", "--json").get("running"))
        return process

    def close(self) -> None:
        """Where a test failed, something may still run."""
        for process in self._begun:
            if process.returncode is None:
                process.kill()
                process.communicate()

    def command(self, *words: str) -> dict[str, object]:
        with suppress(ValueError):
            return dict(json.loads(command(self.environ, *words).stdout))
        return {}

    def show(self, is_up: Callable[[], object]) -> None:
        self.command("remind", "now", "rest")
        wait_for("the break", is_up)

    def log(self) -> list[tuple[str, str, str]]:
        store = open_desk_store(self.home, SystemClock())
        now = SystemClock().wall()
        found = [(one.reminder_id, one.what, one.why) for one in store.reminders(now.replace(year=now.year - 1))]
        store.close()
        return found

    def ended(self, process: subprocess.Popen[str]) -> str:
        """Its last words, which are no traceback; nothing of it is left."""
        _, errors = process.communicate(timeout=60)
        assert not has_mistake(errors)
        wait_for("the end of its nudges", lambda: not nudges(self.home))
        assert not is_running(self.home)
        return errors


def nudges(home: Path) -> list[int]:
    """The processes of nudges of this person."""
    return processes(b"coach.ui.nudge.alone", f"POSTURE_COACH_HOME={home}")


def processes(word: bytes, variable: str) -> list[int]:
    """Those with a word on their command line and a variable in their environment."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words, environ = ((place / name).read_bytes().split(b"\0") for name in ("cmdline", "environ"))
            if word in words and variable.encode() in environ:
                found.append(int(place.name))
    return found


def kill(pids: list[int]) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


@contextmanager
def a_desktop(home: Path) -> Iterator[tuple[Screen, Person]]:
    """Of an X server, a window manager, a bus with a notification server, and a panel."""
    if missing := [name for name in ("dunst", "tint2") if shutil.which(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}")
    try:
        with (
            screen(home) as desktop,
            a_bus(DISPLAY=desktop.display) as bus,
            closing(Person(home, desktop.environ | bus)) as person,
        ):
            yield desktop, person
    except NotHereError as why:
        pytest.skip(str(why))


def test_all_of_an_x_desktop_dies_one_after_the_other(home: Path) -> None:
    with a_desktop(home) as (desktop, person):
        resident = person.start("--hidden")
        with running(["dunst"], person.environ) as dunst, running(["tint2"], person.environ) as panel:
            person.show(lambda: desktop.windows("^Rest"))
            dunst.kill()
            panel.kill()
            kill(processes(b"openbox", f"DISPLAY={desktop.display}"))
            # Windows that go while xdotool looks at them end its look.
            wait_for("the break, which stays", lambda: desktop.windows("^Rest"))
            assert person.log()[-1][1] == "shown"
            over = ("rest", "missed", "what showed it ended without an answer")
            # One that was killed before it said that it is seen is followed by another, as a notification.
            wait_for("the end of the break", lambda: kill(nudges(home)) or person.log()[-1] == over)
        kill(processes(b"dbus-daemon", f"DISPLAY={desktop.display}"))
        person.show(lambda: desktop.windows("^Rest"))
        assert desktop.server is not None
        desktop.server.kill()
        assert person.ended(resident).endswith(GONE)
        assert resident.returncode == 3
        assert person.log()[-1] == ("rest", "missed", "the display that it was on went away")


def test_a_program_that_is_killed_takes_its_break_along_and_the_next_one_tells(home: Path) -> None:
    told = ("rest", "missed", "the program ended before anybody answered")
    with a_desktop(home) as (desktop, person):
        program = person.start()
        for _ in ("the one with a window", "the one without"):
            person.show(lambda: desktop.windows("^Rest"))
            program.kill()
            wait_for("a free screen", lambda: not desktop.windows("^Rest"))
            person.ended(program)
            program = person.start("--hidden")
            assert person.log()[-1] == told
        program.terminate()
        assert person.ended(program) == ""
        assert person.log().count(told) == 2


def test_a_resident_that_is_killed_while_a_window_takes_over_leaves_the_window(home: Path) -> None:
    with a_desktop(home) as (desktop, person):
        resident = person.start("--hidden")
        person.show(lambda: desktop.windows("^Rest"))
        window = person.begin()
        wait_for("the break to leave its hands", lambda: not desktop.windows("^Rest"))
        resident.kill()
        resident.communicate(timeout=60)
        wait_for("the window", lambda: desktop.windows("Today - Posture Coach"))
        # It was handed over before the end, or not any more: it is there, or over with a reason.
        wait_for("the break", lambda: desktop.windows("^Rest") or person.log()[-1][1] == "missed")
        window.terminate()
        person.ended(window)


def test_on_wayland_its_x_server_dies_and_then_the_compositor(home: Path) -> None:
    with wayland("sway", with_x=True) as (desktop, environ), closing(Person(home, environ)) as person:
        resident = person.start("--hidden")
        person.show(lambda: "shown" in [what for _, what, _ in person.log()] and nudges(home))
        found = ["xdotool", "search", "--onlyvisible", "--name", "^Rest"]
        wait_for("it on the screen", lambda: not subprocess.run(found, env=environ, check=False).returncode)
        kill(processes(b"Xwayland", f"XDG_RUNTIME_DIR={desktop.folder}"))
        over = ("rest", "missed", "the display that it was on went away")
        wait_for("the end of the break", lambda: person.log()[-1] == over)
        assert resident.poll() is None
        desktop.kill()
        assert "Did the Wayland compositor die?" in person.ended(resident)
