"""The program without a window beside each real notification server: its reminder waits while do not disturb is on,
comes as a notification when that is over, and the answer given there is kept.

Each desktop is a bus and a person of its own. They stand beside each other, since what takes long is to wait.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from coach.desktop.single import send
from tests.desktop.real import NotHereError, a_bus, running
from tests.desktop.servers import REAL, Real
from tests.desktop.wayland.real import SOMEBODY
from tests.desktop.wayland.real import running as compositor
from tests.journeys.screen import Screen, processes_of, screen, wait_for
from tests.mistakes import has_mistake

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
pytest.importorskip("jeepney")

PATIENCE = 100.0  # all of them begin at once
ID = "stretch"
WAITS = ("deferred", "waits: do not disturb is on")
COMES = ("shown", "waited while do not disturb is on")
STRETCH = """
kind: reminder
format: 1
id: stretch
title: Stretch
every: 1s
at_most: 1
show: notification
messages: [Reach up.]
"""
GNOME = Real(
    "gnome-shell",
    "",  # it is a whole desktop, which does not run here: its setting holds all the same
    "dconf write /org/gnome/desktop/notifications/show-banners false",
    "dconf write /org/gnome/desktop/notifications/show-banners true",
)
SETTING_HOLDS = {"mate-notification-daemon": "MATE", "": "GNOME"}  # which ends when it has had nothing to show for long
EVERY = [*(one for one in REAL if one.on), GNOME]
CLOSED = ("swaync", "mate-notification-daemon", "lxqt-notificationd")
PLACES = {  # in their notification: what is clicked at, from its left and top, or (negative) its right
    "xfce4-notifyd": ("Xfce4-notifyd", 0.5, 0.72),  # of three buttons the second
    "mate-notification-daemon": ("Mate-notification-daemon", -32, 27),
    "lxqt-notificationd": ("lxqt-notificationd", -23, 24),
}


@dataclass
class Desk:
    """A desktop with this server, and the program on it without a window."""

    real: Real
    desktop: Screen
    somebody: dict[str, Any] = field(default_factory=dict)

    def do(self, command: str) -> None:
        """As somebody at this desk."""
        environ, nowhere = self.desktop.environ, subprocess.DEVNULL
        subprocess.run(
            ["sh", "-c", command],
            env=environ,
            check=True,
            timeout=30,
            cwd=environ["HOME"],
            stdout=nowhere,
            stderr=nowhere,
            **self.somebody,
        )

    @property
    def home(self) -> Path:
        return Path(self.desktop.environ["POSTURE_COACH_HOME"])

    def ask(self, what: str) -> dict[str, Any]:
        """The program, as its command line does; empty while it does not answer."""
        return send(self.home, {"do": f"remind-{what}"}, timeout=30) or {}

    @property
    def log(self) -> list[tuple[str, str]]:
        """What came of the reminder so far, and why."""
        return [(entry["what"], entry["why"]) for entry in self.ask("status").get("today", []) if entry["id"] == ID]

    def try_to(self, command: str) -> bool:
        """As `do`; whether it went well."""
        try:
            self.do(command)
        except subprocess.CalledProcessError:
            return False
        return True

    def says_that_it_waits(self) -> bool:
        """On the command line, with the reason."""
        said = json.loads(self.desktop.command("remind", "status", "--json").stdout)
        (reasons,) = [one["reasons"] for one in said["reminders"] if one["id"] == ID]
        return "do-not-disturb" in said["quiet"] and "do-not-disturb" in reasons

    @property
    def answer(self) -> str:
        """What is kept of what `try_to_answer` does."""
        return "skipped" if self.real.command in CLOSED else "done"

    def is_answered(self) -> bool:
        """Tried as this server lets somebody do it without a mouse, else by a click; it may not be up yet."""
        command = self.real.command
        if command == "mako":
            self.try_to("makoctl invoke done")
        elif command == "swaync":
            self.try_to("swaync-client --close-latest")
        elif command in PLACES:
            self.click(*PLACES[command])
        elif command == "dunst":  # it has but one, which leads to the reminder in the window
            self.try_to("dunstctl action")
            if self.desktop.windows("Posture Coach"):
                self.ask("done")
        else:
            self.ask("done")
        return bool(self.log[2:])

    def click(self, name: str, x: float, y: float) -> None:
        """At a place in the notification, if it is there."""
        for window in self.desktop.run("xdotool", "search", "--onlyvisible", "--class", name).split():
            told = self.desktop.run("xdotool", "getwindowgeometry", "--shell", window)
            size = dict(line.split("=") for line in told.splitlines())
            width, height = int(size.get("WIDTH", 0)), int(size.get("HEIGHT", 0))
            place = [str(round(one)) for one in (width + x if x < 0 else width * x, y if y > 1 else height * y)]
            self.desktop.run("xdotool", "mousemove", "--window", window, *place, "sleep", "0.3", "click", "1")


def missing(real: Real) -> bool:
    """Whether this server, or what switches it, is not installed."""
    return (bool(real.command) and real.program is None) or shutil.which(real.on.split(" ", 1)[0]) is None


@contextmanager
def desk(real: Real, home: Path, wayland: str | None) -> Iterator[Desk]:
    """Its do not disturb is on, and the program has begun. `wayland` is the socket of what both stand on, if not X."""
    somebody = SOMEBODY if wayland else {}
    (home / "routines" / "reminders").mkdir(parents=True)
    (home / "routines" / "reminders" / "stretch.yaml").write_text(STRETCH, "utf-8")
    with ExitStack() as stack:
        if wayland:
            desktop = Screen("", {"POSTURE_COACH_HOME": str(home), "SDL_AUDIODRIVER": "dummy"})
            bus = a_bus(somebody, WAYLAND_DISPLAY=wayland)
        else:
            desktop = stack.enter_context(screen(home))
            bus = a_bus(DISPLAY=desktop.display)
        desktop.environ |= stack.enter_context(bus)
        desktop.environ["XDG_CURRENT_DESKTOP"] = SETTING_HOLDS.get(real.command, "")
        made = Desk(real, desktop, somebody)
        if real.program is not None:
            starts_by_itself(real.program, made)
            stack.enter_context(running([real.program], desktop.environ, cwd=desktop.environ["HOME"], **somebody))
        wait_for(real.name, lambda: made.try_to(real.on))  # one that has only just started may not take it
        program = desktop.start("--hidden")
        stack.callback(end, program, home)
        yield made


def starts_by_itself(server: str, made: Desk) -> None:
    """One that has nothing to show may end; the bus starts it with what comes next: this one, of all that are here."""
    folder = Path(made.desktop.environ["XDG_RUNTIME_DIR"]) / "dbus-1" / "services"
    folder.mkdir(parents=True, exist_ok=True)
    told = f"[D-BUS Service]\nName=org.freedesktop.Notifications\nExec={server}\n"
    (folder / "org.freedesktop.Notifications.service").write_text(told)
    made.do("dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ReloadConfig")


def end(program: subprocess.Popen[str], home: Path) -> None:
    """It and the window that took over from it."""
    for pid in processes_of(home):
        os.kill(pid, signal.SIGTERM)
    wait_for("the end of all", lambda: not processes_of(home))
    _, errors = program.communicate(timeout=60)
    assert not has_mistake(errors)


@pytest.fixture
def wayland() -> Iterator[str]:
    """Where a compositor listens that needs no screen; nothing where there is none."""
    if shutil.which("sway") is None:
        yield ""
        return
    with compositor("sway") as found:
        yield str(found.address)


def test_each_keeps_a_reminder_back_and_then_shows_it_and_brings_the_answer(tmp_path: Path, wayland: str) -> None:
    wanted = [one for one in EVERY if not missing(one) and (wayland or one.screen == "X")]
    try:
        with ExitStack() as stack:
            desks = [
                stack.enter_context(desk(one, tmp_path / one.name, wayland if one.screen == "Wayland" else None))
                for one in wanted
            ]
            for one in desks:
                wait_for(f"{one.real.name} to keep it back", lambda one=one: one.log == [WAITS], PATIENCE)
                assert one.says_that_it_waits(), one.real.name
            for one in desks:
                one.do(one.real.off)
                one.ask("resume")  # a look of the desk, from which the grace counts
            for one in desks:
                wait_for(f"{one.real.name} to show it", lambda one=one: one.log[1:] == [COMES], PATIENCE)
                wait_for(f"the answer to {one.real.name}", one.is_answered, PATIENCE)
                assert (one.real.name, one.log[2][0]) == (one.real.name, one.answer)
                assert not one.desktop.display or not one.desktop.windows("^Stretch$")
    except NotHereError as why:
        pytest.skip(str(why))
    if len(wanted) < len(EVERY):
        pytest.skip(f"not installed: {', '.join(one.name for one in EVERY if one not in wanted)}")
