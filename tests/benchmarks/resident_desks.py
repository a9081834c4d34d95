"""The program without a window on desks of several kinds, for `bench resident --desks`: with a bus and logind, on
Wayland, and while a reminder is due that something holds back."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from tests.benchmarks.resident_use import Desk
from tests.desktop.real import Peer, a_bus
from tests.desktop.wayland import real as wayland
from tests.journeys.screen import Screen, screen, wait_for

HELD_SECONDS = 45.0
"""So long, at most, something that waits for a pause in the writing still does (reminders/policy.py: a minute)."""

_TYPING = "pause in your typing"
_LOGIND = "org.freedesktop.login1"
_A_KEY_SECONDS = 0.7  # between two: a slow writer
_SOON_MINUTES = 2  # until then the desk runs, and by then it is due
_DUE_SECONDS = 240.0
_SOON = """kind: reminder
format: 1
id: soon
title: Soon
at: ["{moment:%H:%M}"]
messages: [A glass of water.]
"""

Start = Callable[[Screen], int]


def of_all(stack: ExitStack, folder: Path, bare: str) -> Mapping[str, int]:
    """The processes by what their desks are like; of bare icons, too, where the desk makes them heavier."""
    icon = partial(_icon, stack, bare)
    found: dict[str, int] = {}
    with_bus = stack.enter_context(_on_a_bus(stack, folder, "bus"))
    found["a bare PySide6 icon"] = icon(with_bus)
    found["hidden, with a bus, dunst and logind"] = _hidden(stack, with_bus, folder / "bus")
    plain = stack.enter_context(screen(folder))
    found["hidden, without a bus"] = _hidden(stack, plain, folder / "plain")
    if not wayland.absent("sway"):
        sway = stack.enter_context(_on_sway())
        found["a bare PySide6 icon on sway"] = icon(sway)
        found["hidden, on sway"] = _hidden(stack, sway, folder / "sway")
    quiet = stack.enter_context(_on_a_bus(stack, folder, "quiet"))
    typing = stack.enter_context(screen(folder))
    stack.enter_context(_typed_on(typing))
    soon = _SOON.format(moment=datetime.now() + timedelta(minutes=_SOON_MINUTES))  # noqa: DTZ005 - as the wall shows it
    held = {
        "due, held back by do not disturb": (_desk(stack, quiet, folder / "quiet", soon), "do-not-disturb"),
        "due, held back while somebody writes": (_desk(stack, typing, folder / "typing", soon), _TYPING),
    }
    quiet.run("dunstctl", "set-paused", "true")
    for name, (desk, reason) in held.items():
        wait_for(name, partial(_is_held_by, desk, reason), _DUE_SECONDS)
        found[name] = int(str(desk.hidden))
    return found


def _icon(stack: ExitStack, code: str, desktop: Screen) -> int:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, "-c", code], env=desktop.environ, stdout=quiet, stderr=quiet)
    stack.callback(process.wait)
    stack.callback(process.terminate)
    return process.pid


def _desk(stack: ExitStack, desktop: Screen, home: Path, reminder: str = "") -> Desk:
    desk = Desk.of_somebody(desktop, home)
    if reminder:
        reminders = home / "routines" / "reminders"
        reminders.mkdir(parents=True)
        (reminders / "soon.yaml").write_text(reminder, "utf-8")
    stack.callback(desk.end)
    desk.start_hidden()
    return desk


def _hidden(stack: ExitStack, desktop: Screen, home: Path) -> int:
    return int(str(_desk(stack, desktop, home).hidden))


def _is_held_by(desk: Desk, reason: str) -> bool:
    return reason in desk.ask("remind", "status", "--json")


@contextmanager
def _on_a_bus(stack: ExitStack, folder: Path, name: str) -> Iterator[Screen]:
    """A screen with a bus, on which dunst shows notifications and logind tells of the session."""
    with screen(folder) as desktop, a_bus() as bus:
        address = bus["DBUS_SESSION_BUS_ADDRESS"]
        desktop.environ |= {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "DBUS_SYSTEM_BUS_ADDRESS": address,
            "XDG_RUNTIME_DIR": bus["XDG_RUNTIME_DIR"],
            "XDG_SESSION_ID": name,
        }
        logind = Peer(address, _LOGIND)
        logind.answers |= {"GetSession": ("o", ("/session/_32",)), "LockedHint": ("v", (("b", False),))}
        dunst = subprocess.Popen(["dunst"], env=desktop.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield desktop
        finally:
            dunst.terminate()
            dunst.wait()
            logind.close()


@contextmanager
def _on_sway() -> Iterator[Screen]:
    """Wayland without an X server, and a bus."""
    with wayland.running("sway") as desktop, a_bus() as bus:
        environ = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        more = {"DBUS_SESSION_BUS_ADDRESS": bus["DBUS_SESSION_BUS_ADDRESS"], "XDG_SESSION_TYPE": "wayland"}
        yield Screen("", environ | desktop.environ | more | {"SDL_AUDIODRIVER": "dummy"})


@contextmanager
def _typed_on(desktop: Screen) -> Iterator[None]:
    """Somebody writes."""
    over = threading.Event()

    def write() -> None:
        while not over.wait(_A_KEY_SECONDS):
            with suppress(OSError, subprocess.TimeoutExpired):
                desktop.key("a")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        over.set()
        writer.join()
