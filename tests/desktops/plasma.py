"""Plasma as a whole session: on Wayland with KWin in a window of Xvfb's, and on X11."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from jeepney import DBusAddress, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
from jeepney.wrappers import unwrap_msg
from PySide6.QtGui import QImage

from tests.desktop.real import a_bus
from tests.desktop.real import running as process
from tests.desktops.desk import Server
from tests.journeys.screen import wait_for

SIZE = (1280, 800)
START_SECONDS = 300.0  # the machine may have much else to do
PANEL, LIGHT = (640, 772), 215  # the middle of the panel, which is light; nothing else there is
LETTER_MS = "100"  # as many people type; three nudges have to come meanwhile, also where the machine is busy
_SETTINGS = {
    "startkderc": "[General]\nsystemdBoot=false\n",  # there is no systemd to start it by
    "ksplashrc": "[KSplash]\nEngine=none\n",
    "kscreenlockerrc": "[Daemon]\nAutolock=false\nLockOnResume=false\n",
    "kwalletrc": "[Wallet]\nEnabled=false\n",
    "baloofilerc": "[Basic Settings]\nIndexing-Enabled=false\n",
}
_POLICY = DBusAddress(
    "/org/kde/Solid/PowerManagement/PolicyAgent",
    "org.kde.Solid.PowerManagement.PolicyAgent",
    "org.kde.Solid.PowerManagement.PolicyAgent",
)


class Plasma:
    """A Plasma that runs. `outer` is the environment of its keyboard, mouse and picture."""

    def __init__(self, name: str, outer: Mapping[str, str], bus: str) -> None:
        self.name, self.outer, self.bus = name, outer, bus
        self._wait_for_the_shell()
        self.environ: Mapping[str, str] = self._environ()
        self.terminal: Sequence[str] = ["konsole", "--separate", "-e"] if name.endswith("x11") else ["foot"]
        self.servers: Sequence[Server] = [Server("Plasma", nullcontext, self.set_do_not_disturb)]
        self.panel: Callable[[], AbstractContextManager[object]] | None = self._panel

    def owner(self, name: str) -> int:
        """The process that has a name on the bus; 0 where nobody has."""
        with open_dbus_connection(self.bus) as connection:
            proxy = Proxy(message_bus, connection)
            return int(proxy.GetConnectionUnixProcessID(name)[0]) if proxy.NameHasOwner(name)[0] else 0

    @contextmanager
    def _panel(self) -> Iterator[None]:
        """plasmashell, which may run already; ended with this."""
        if not self.owner("org.kde.plasmashell"):
            words = ["setsid", "plasmashell"]
            subprocess.Popen(words, env=self.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self._wait_for_the_shell()
        try:
            yield
        finally:
            os.kill(self.owner("org.kde.plasmashell"), signal.SIGTERM)
            wait_for("the end of plasmashell", lambda: not self.owner("org.kde.plasmashell"))

    def _wait_for_the_shell(self) -> None:
        wait_for("plasmashell", lambda: self.owner("org.kde.plasmashell"), START_SECONDS)
        wait_for("its notifications", lambda: self.owner("org.freedesktop.Notifications"), START_SECONDS)
        wait_for("its panel, with all that is in it", self._is_painted, START_SECONDS)

    def _is_painted(self) -> bool:
        """Whether there is a panel, and the screen stands still."""
        with tempfile.TemporaryDirectory() as folder:
            seen = []
            for number in range(2):
                file = Path(folder) / f"{number}.png"
                self.picture(file)
                seen.append(QImage(str(file)))
                time.sleep(2 * (1 - number))
        is_light = seen[0].pixelColor(*PANEL).lightness() > LIGHT
        return is_light and seen[0] == seen[1]

    def _environ(self) -> dict[str, str]:
        """What the session gave its shell."""
        told = Path(f"/proc/{self.owner('org.kde.plasmashell')}/environ").read_bytes().decode().split("\0")
        return dict(one.split("=", 1) for one in told if "=" in one)

    def run(self, *words: str) -> str:
        """A tool outside of the session: its hands and eyes."""
        result = subprocess.run(words, env=dict(self.outer), capture_output=True, text=True, timeout=60, check=False)
        return result.stdout.strip()

    def type(self, text: str) -> None:
        words = ["xdotool"]
        for line in text.splitlines(keepends=True):
            if line.rstrip("\n"):
                words += ["type", "--args", "1", "--delay", LETTER_MS, line.rstrip("\n")]
            if line.endswith("\n"):
                words += ["key", "Return"]
        subprocess.run(words, env=dict(self.outer), check=True, timeout=300)

    def click(self, x: int, y: int) -> None:
        self.run("xdotool", "mousemove", str(x), str(y), "sleep", "0.2", "click", "1")

    def point(self, x: int, y: int) -> None:
        """The pointer goes there."""
        self.run("xdotool", "mousemove", str(x), str(y), "sleep", "0.2")

    def key(self, key: str) -> None:
        """One key, by its name in X11."""
        self.run("xdotool", "key", key)

    def touch(self) -> None:
        self.run("xdotool", "mousemove_relative", "--", "3", "3", "mousemove_relative", "--", "-3", "-3")

    def picture(self, file: Path) -> None:
        self.run("import", "-window", "root", str(file))

    def set_do_not_disturb(self, is_on: bool) -> None:
        """By the file of its own widget, and told to the shell as that is."""
        words = ["kwriteconfig6", "--notify", "--file", "plasmanotifyrc", "--group", "DoNotDisturb", "--key", "Until"]
        words += ["2037,1,1,0,0,0"] if is_on else ["--delete", ""]
        subprocess.run(words, env=self.environ, check=True, timeout=30)

    def press_shortcut(self, name: str) -> None:
        """One of the shell's global shortcuts, as by its keys."""
        component = DBusAddress("/component/plasmashell", "org.kde.kglobalaccel", "org.kde.kglobalaccel.Component")
        with open_dbus_connection(self.bus) as connection:
            unwrap_msg(connection.send_and_get_reply(new_method_call(component, "invokeShortcut", "s", (name,))))

    def inhibitions(self) -> list[tuple[str, str]]:
        """Who keeps the screen on, and why, as PowerDevil knows it."""
        with open_dbus_connection(self.bus) as connection:
            (found,) = unwrap_msg(connection.send_and_get_reply(new_method_call(_POLICY, "ListInhibitions")))
            return [(str(who), str(why)) for who, why in found]

    def is_kept_on(self) -> bool:
        return bool(self.inhibitions())


@contextmanager
def an_x_server(folder: Path) -> Iterator[dict[str, str]]:
    """A screen; the environment of a program on it."""
    reading, writing = os.pipe()
    size = "{}x{}x24".format(*SIZE)
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with process(command, os.environ, pass_fds=[writing]):
        os.close(writing)
        with os.fdopen(reading) as pipe:
            yield {"DISPLAY": f":{pipe.readline().strip()}"}


@contextmanager
def running(name: str) -> Iterator[Plasma]:
    """`plasma` on Wayland or `plasma-x11`, with everything that a session of it starts."""
    with a_bus() as environ:
        settle(Path(environ["HOME"]))
        with session(name, environ) as desk:
            yield desk


def settle(home: Path) -> None:
    """What somebody has settled before the first login."""
    config = home / ".config"
    config.mkdir()
    for file, text in _SETTINGS.items():
        (config / file).write_text(text, "utf-8")


def _kwin_of_our_own(folder: Path) -> Path:
    """Without the capability of its file, which a container may not have to give; under its name, which it looks at."""
    own, copies = folder / "bin", folder / "kwin"
    for name, words in (("kwin_wayland", "--width {} --height {}".format(*SIZE)), ("kwin_x11", "")):
        own.mkdir(exist_ok=True)
        copies.mkdir(exist_ok=True)
        shutil.copyfile(f"/usr/bin/{name}", copies / name)
        (own / name).write_text(f'#!/bin/sh\nexec {copies}/{name} {words} "$@"\n', "utf-8")
        (copies / name).chmod(0o755)
        (own / name).chmod(0o755)
    return own


@contextmanager
def session(name: str, environ: Mapping[str, str]) -> Iterator[Plasma]:
    """A login on this bus, with this HOME; its end is a logout."""
    folder = Path(environ["HOME"])
    with an_x_server(folder) as display:
        own = _kwin_of_our_own(folder)
        given = {
            **environ,
            **display,
            "PATH": f"{own}:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "QT_QUICK_BACKEND": "software",
            "XDG_CURRENT_DESKTOP": "KDE",
            "XDG_SESSION_DESKTOP": "KDE",
        }
        if name == "plasma":
            given["KWIN_COMPOSE"] = "Q"
        command = ["startplasma-wayland" if name == "plasma" else "startplasma-x11"]
        with (folder / "session.log").open("ab") as log, process(command, given, stdout=log, stderr=log, cwd=folder):
            yield Plasma(name, given, environ["DBUS_SESSION_BUS_ADDRESS"])
