"""An hour at the desk, for `bench resident --hour`: windows opened and closed, sessions played and ended, reminders
shown and answered, files of the person's own saved."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from coach.clock import SystemClock
from coach.progress.store import open_store
from coach.settings import WELCOMED
from tests.journeys.screen import ROOT, Screen, wait_for

HOUR_SECONDS = 3600.0
ROUND_SECONDS = 60.0
_SESSION_SECONDS = 20.0
_GENEROUS_SECONDS = 120.0  # on a machine that does other things, too
_WINDOW = "Posture Coach$"
_END = ("Escape", "Tab", "space", "Escape", "ctrl+w")  # end it? yes; no questions; close

_OWN = "kind: reminder\nformat: 1\nid: drink\ntitle: Drink {round}\nevery: 50m\nmessages: [A glass of water.]\n"


@dataclass
class Desk:
    """The program of one person on a screen."""

    desktop: Screen
    home: Path
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @classmethod
    def of_somebody(cls, desktop: Screen, home: Path) -> Desk:
        """Who has answered what a new person is asked."""
        home.mkdir(exist_ok=True)
        store = open_store(home, SystemClock())
        store.add_safety(())
        store.keep(WELCOMED, True)
        store.close()
        return cls(desktop, home)

    @property
    def environ(self) -> dict[str, str]:
        """What its processes are started with."""
        return {**self.desktop.environ, "POSTURE_COACH_HOME": str(self.home)}

    def start(self, *words: str) -> None:
        """The program, which goes on."""
        command = [sys.executable, "-m", "coach", *words]
        self.started.append(subprocess.Popen(command, cwd=ROOT, env=self.environ, stderr=subprocess.DEVNULL))

    def start_hidden(self) -> None:
        """Without a window; until its reminders run."""
        self.start("--hidden")
        wait_for("the desk", lambda: self.runs, _GENEROUS_SECONDS)

    def ask(self, *words: str) -> str:
        """What a command prints."""
        command = [sys.executable, "-m", "coach", *words]
        return subprocess.run(
            command, cwd=ROOT, env=self.environ, capture_output=True, text=True, check=False, timeout=_GENEROUS_SECONDS
        ).stdout

    @property
    def runs(self) -> bool:
        """Whether the reminders do."""
        told = self.ask("remind", "status", "--json")
        return bool(told) and json.loads(told)["running"] is True

    @property
    def hidden(self) -> int | None:
        """The process without a window that is there for this person."""
        wanted = f"POSTURE_COACH_HOME={self.home}".encode()
        for place in Path("/proc").glob("[0-9]*"):
            try:
                words = (place / "cmdline").read_bytes().split(b"\0")
                environ = (place / "environ").read_bytes().split(b"\0")
            except OSError:
                continue
            if b"--hidden" in words and wanted in environ:
                return int(place.name)
        return None

    def window(self) -> str:
        """Its id, when it is there."""
        wait_for("the window", lambda: self.desktop.windows(_WINDOW), _GENEROUS_SECONDS)
        return self.desktop.windows(_WINDOW)[0]

    def close(self) -> None:
        """End the session, if one runs, and close the window; until the program goes on without."""
        until = time.monotonic() + _GENEROUS_SECONDS
        while (windows := self.desktop.windows(_WINDOW)) and time.monotonic() < until:
            for key in _END:
                self.desktop.run("xdotool", "windowactivate", "--sync", windows[0])
                self.desktop.key(key)
                time.sleep(1)
        wait_for("the desk without its window", lambda: self.hidden is not None and self.runs, _GENEROUS_SECONDS)

    def end(self) -> None:
        """End what was started."""
        if (pid := self.hidden) is not None:
            os.kill(pid, 15)
        for process in self.started:
            if process.poll() is None:
                process.terminate()
            process.wait(timeout=_GENEROUS_SECONDS)


def window_round(desk: Desk, number: int) -> None:
    """A window takes over and is closed: by turns one that plays fast to its end, and one that a reminder opens."""
    if number % 2:
        desk.start("play", "desk-reset", "--speed", "20")
    else:
        desk.ask("remind", "now", "desk-reset")
        desk.ask("remind", "start")
    desk.window()
    time.sleep(_SESSION_SECONDS)
    desk.close()


def desk_round(desk: Desk, number: int) -> None:
    """The same process all along: a card is shown and answered, the reminders wait and go on, a file is saved."""
    desk.ask("remind", "now", "change-position" if number % 2 else "desk-reset")
    time.sleep(3)
    desk.ask("remind", "done")
    desk.ask("remind", "pause", "1m")
    desk.ask("remind", "resume")
    desk.ask("remind", "list", "--json")
    folder = desk.home / "routines" / "reminders"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "drink.yaml").write_text(_OWN.format(round=number), "utf-8")


def use(rounds: list[Callable[[int], None]], seconds: float) -> int:
    """One after the other, a minute each, for as long; how many there were."""
    began, number = time.monotonic(), 0
    while time.monotonic() - began < seconds:
        then = time.monotonic()
        for one in rounds:
            one(number)
        number += 1
        time.sleep(max(0.0, ROUND_SECONDS - (time.monotonic() - then)))
    return number
