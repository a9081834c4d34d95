"""GNOME's shell without a screen, on a bus of its own: its keyboard and pointer are those of a remote desktop."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from tests.desktop.real import a_bus
from tests.desktop.real import running as started
from tests.desktop.wayland.real import wait_for
from tests.desktops.desk import Server

WIDTH, HEIGHT = 1280, 800
START_SECONDS = 60.0
LETTER_SECONDS = 0.02
RETURN, SHIFT = 0xFF0D, 0xFFE1  # X11's keysyms
LEFT_BUTTON = 0x110  # evdev's code
IDLE = 8  # GsmInhibitorFlag
REMOTE = "org.gnome.Mutter.RemoteDesktop"
NEEDED = (REMOTE, "org.gnome.Shell", "org.gnome.Shell.Screenshot")


class Gnome:
    """tests.desktops.desk.Desk."""

    terminal = ("foot",)
    panel = None  # GNOME shows no icons of programs

    def __init__(self, environ: dict[str, str]) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.name, self.environ = "gnome", dict(environ)
        self.servers = [Server("gnome-shell", nullcontext, self._set_do_not_disturb)]
        self._one_at_a_time = threading.Lock()
        self._connection = open_dbus_connection(environ["DBUS_SESSION_BUS_ADDRESS"])
        assert wait_for(lambda: self.is_on_the_bus(*NEEDED), START_SECONDS)
        (self._hands,) = self._ask(REMOTE, "/org/gnome/Mutter/RemoteDesktop", REMOTE, "CreateSession")
        self._hand("Start")
        # a shell that is busy with a picture hears late that a key is up
        self._set("org.gnome.desktop.peripherals.keyboard", "repeat", False)
        self._key(SHIFT)  # a terminal that comes before there is a keyboard has none until it is clicked
        self._shell("Main.overview.hide()")  # it begins with the overview of the windows
        assert wait_for(lambda: self._shell("Main.overview.visible") == "false")
        for name in ("DISPLAY", "XAUTHORITY"):
            self.environ[name] = json.loads(self._shell(f"imports.gi.GLib.getenv('{name}')"))

    def type(self, text: str) -> None:
        """As Desk says."""
        for letter in text:
            self._key(RETURN if letter == "\n" else ord(letter))

    def click(self, x: int, y: int) -> None:
        """As Desk says."""
        self._hand("NotifyPointerMotionRelative", "dd", 9999.0, -9999.0)  # the other upper corner opens the overview
        self._hand("NotifyPointerMotionRelative", "dd", float(x - WIDTH + 1), float(y))
        for is_down in (True, False):
            time.sleep(LETTER_SECONDS)
            self._hand("NotifyPointerButton", "ib", LEFT_BUTTON, is_down)

    def touch(self) -> None:
        """As Desk says."""
        self._hand("NotifyPointerMotionRelative", "dd", 3.0, 3.0)

    def picture(self, file: Path) -> None:
        """As Desk says."""
        place = ("org.gnome.Shell.Screenshot", "/org/gnome/Shell/Screenshot", "org.gnome.Shell.Screenshot")
        is_taken, _ = self._ask(*place, "Screenshot", "bbs", False, False, str(file))
        assert is_taken, file

    def is_kept_on(self) -> bool:
        """As Desk says: by the session manager."""
        place = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
        return bool(self._ask(*place, "IsInhibited", "u", IDLE)[0])

    def _set_do_not_disturb(self, is_on: bool) -> None:
        self._set("org.gnome.desktop.notifications", "show-banners", not is_on)

    def _set(self, schema: str, key: str, value: bool) -> None:
        words = ["gsettings", "set", schema, key, str(value).lower()]
        subprocess.run(words, env=self.environ, check=True, timeout=60)

    def is_on_the_bus(self, *names: str) -> bool:
        """Whether each of them is."""
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy

        bus = Proxy(message_bus, self._connection)
        return all(bus.NameHasOwner(name)[0] for name in names)

    def _shell(self, code: str) -> str:
        """What a line of the shell's own language gives, as JSON."""
        is_done, answer = self._ask("org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell", "Eval", "s", code)
        assert is_done, answer
        return str(answer)

    def _key(self, sign: int) -> None:
        for is_down in (True, False):
            self._hand("NotifyKeyboardKeysym", "ub", sign, is_down)
            time.sleep(LETTER_SECONDS)

    def _hand(self, method: str, signature: str = "", *body: object) -> None:
        self._ask(REMOTE, self._hands, f"{REMOTE}.Session", method, signature, *body)

    def _ask(self, name: str, path: str, interface: str, method: str, signature: str = "", *body: object) -> Any:
        from jeepney import DBusAddress, new_method_call
        from jeepney.wrappers import unwrap_msg

        call = new_method_call(DBusAddress(path, name, interface), method, signature or None, body)
        with self._one_at_a_time:  # who types is a thread
            return unwrap_msg(self._connection.send_and_get_reply(call, timeout=60))


@contextmanager
def running(_name: str) -> Iterator[Gnome]:
    """The shell, with GNOME's session manager beside it: what keeps the screen on asks that one."""
    own = {
        "XDG_CURRENT_DESKTOP": "GNOME",
        "XDG_SESSION_TYPE": "wayland",
        "WAYLAND_DISPLAY": "wayland-0",
        "LANG": "C.UTF-8",
        "LIBGL_ALWAYS_SOFTWARE": "1",
    }
    with a_bus() as system, a_bus(None, **own, DBUS_SYSTEM_BUS_ADDRESS=system["DBUS_SESSION_BUS_ADDRESS"]) as environ:
        folder = Path(environ["XDG_RUNTIME_DIR"])
        shell = ["gnome-shell", "--headless", "--wayland", "--unsafe-mode", "--virtual-monitor", f"{WIDTH}x{HEIGHT}"]
        with (folder / "log").open("wb") as log, started(shell, environ, cwd=folder, stdout=log, stderr=log):
            assert wait_for((folder / "wayland-0").exists, START_SECONDS), (folder / "log").read_text(errors="replace")
            yield from _with_a_session_manager(Gnome(environ))


def _with_a_session_manager(desk: Gnome) -> Iterator[Gnome]:
    """Which keeps the screen on: of a session that starts nothing more."""
    folder = Path(desk.environ["XDG_CONFIG_HOME"]) / "gnome-session" / "sessions"
    folder.mkdir(parents=True)
    (folder / "walk.session").write_text("[GNOME Session]\nName=walk\nRequiredComponents=\n", "utf-8")
    with started(["/usr/libexec/gnome-session-binary", "--session=walk"], desk.environ):
        assert wait_for(lambda: desk.is_on_the_bus("org.gnome.SessionManager"), START_SECONDS)
        yield desk
