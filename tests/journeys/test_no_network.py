"""The program at its main jobs, in a network of its own that has nothing in it, and watched call by call: every socket
it makes is one of this machine, and it starts no program but itself and the sound server's tool.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.clock import SystemClock
from coach.progress.store import open_store
from coach.settings import WELCOMED
from tests.desktop.real import NotHereError, a_bus
from tests.journeys.screen import ROOT, command, screen, wait_for
from tests.mistakes import has_mistake

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

APART = ("unshare", "--net") if os.name == "posix" and os.geteuid() == 0 else ("unshare", "--map-root-user", "--net")
CALLS = "socket,execve,execveat"
MADE = re.compile(r"\bsocket\((\w+),.*= \d+$", re.MULTILINE)
STARTED = re.compile(r'\bexecve(?:at)?\((?:\w+, )?"([^"]+)".*= 0$', re.MULTILINE)
BESIDE = [one for name in ("pactl",) if (one := shutil.which(name)) is not None]
"""The sound server's own tool, by which other programs are made quieter during speech."""
JOBS = {
    "doctor": ("doctor",),
    "list": ("list",),
    "today": ("today", "--json"),
    "check": ("check",),
    "a session in the terminal": ("play", "desk-reset", "--terminal", "--speed", "300"),
    "speech": ("export", "desk-reset", "{home}/a.wav"),
    "a calendar": ("export", "desk-reset", "{home}/a.ics"),
    "paper": ("export", "desk-reset", "{home}/a.pdf"),
    "history": ("data", "export", "{home}/history.jsonl"),
}


@dataclass
class Watched:
    """The command that runs the program so, and what it did."""

    trace: Path
    home: Path

    @property
    def command(self) -> list[str]:
        watch = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={CALLS}", "-o", str(self.trace)]
        return [*APART, "--", *watch, sys.executable, "-m", "coach"]

    @property
    def families(self) -> set[str]:
        return set(MADE.findall(self.trace.read_text("utf-8", "replace")))

    @property
    def programs(self) -> set[str]:
        return {os.path.realpath(one) for one in STARTED.findall(self.trace.read_text("utf-8", "replace"))}


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    """Of somebody who has begun."""
    missing = [name for name in ("strace", "unshare") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    tried = subprocess.run([*APART, "--", "strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("needs the right to make a network of its own, and to watch a process")
    home = tmp_path / "home"
    store = open_store(home, SystemClock())
    store.add_safety(())
    store.keep(WELCOMED, True)
    store.close()
    return Watched(tmp_path / "trace", home)


def test_the_watch_sees_what_it_is_to_see(watched: Watched) -> None:
    """Else nothing found would say nothing."""
    script = "import socket, subprocess; socket.socket(); socket.socket(socket.AF_INET6); subprocess.run(['true'])"
    subprocess.run([*watched.command[:-2], "-c", script], check=True, timeout=60)
    assert watched.families >= {"AF_INET", "AF_INET6"}
    assert os.path.realpath(str(shutil.which("true"))) in watched.programs


@pytest.mark.parametrize("job", JOBS)
def test_a_command_asks_nobody_outside(watched: Watched, job: str) -> None:
    words = [one.format(home=watched.home) for one in JOBS[job]]
    outside = {name: value for name, value in os.environ.items() if name != "CI"}  # where some libraries behave
    environ = {**outside, "POSTURE_COACH_HOME": str(watched.home), "SDL_AUDIODRIVER": "dummy"}
    ran = subprocess.run(
        [*watched.command, *words], cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    stays_here(watched)


def test_the_window_asks_nobody_outside(watched: Watched) -> None:
    with screen(watched.home) as desktop, bus(desktop.environ) as environ, \
         running(watched, environ, "play", "desk-reset", "--speed", "40"):  # fmt: skip
        wait_for("the window", lambda: desktop.windows("Posture Coach$"), 120)
        wait_for("the end of the session", lambda: finished(watched.home), 240)
        desktop.key("Escape")
        for page in range(1, 8):
            desktop.key(f"ctrl+{page}")
        # a socket of the file system is found from this network, too
        assert '"running": true' in command(environ, "remind", "status", "--json").stdout
        assert command(environ, "remind", "now", "desk-reset").returncode == 0
        assert command(environ, "remind", "done").returncode == 0
    stays_here(watched)


@contextmanager
def bus(environ: dict[str, str]) -> Iterator[dict[str, str]]:
    """With a message bus, as every desktop has one: without, Qt has D-Bus start one."""
    try:
        with a_bus() as given:
            yield {**environ, "DBUS_SESSION_BUS_ADDRESS": given["DBUS_SESSION_BUS_ADDRESS"]}
    except NotHereError as reason:
        pytest.skip(str(reason))


def stays_here(watched: Watched) -> None:
    """AF_UNIX is a socket of this machine: the display, the message bus, the sound server, the program's own."""
    assert watched.families <= {"AF_UNIX"}
    assert watched.programs <= {os.path.realpath(one) for one in (sys.executable, *BESIDE)}


@contextmanager
def running(watched: Watched, environ: dict[str, str], *words: str) -> Iterator[None]:
    """The program, ended as a session manager does."""
    process = subprocess.Popen([*watched.command, *words], cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True)
    try:
        yield
    finally:
        for one in children(process.pid):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGTERM)
        _, errors = process.communicate(timeout=120)
    assert not has_mistake(errors)


def children(pid: int) -> list[int]:
    """Who it watches."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(one) for one in found]


def finished(home: Path) -> bool:
    store = open_store(home, SystemClock())
    try:
        return any(one.how == "finished" for one in store.sessions())
    finally:
        store.close()
