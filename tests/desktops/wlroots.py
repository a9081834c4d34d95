"""sway and labwc without a screen, with waybar, and one after the other the notification servers that one has there."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from coach.desktop.wayland.connection import LostError, connect
from tests.desktop.real import a_bus
from tests.desktop.real import running as started
from tests.desktop.servers import DUNST, MAKO, SWAYNC, Real
from tests.desktop.wayland.real import RealDesktop, wait_for
from tests.desktop.wayland.real import running as compositor
from tests.desktops.desk import Server

BAR = {"position": "top", "modules-left": [], "modules-center": [], "modules-right": ["tray", "clock"]}
JUDGE_SECONDS = 2
LETTER_MILLISECONDS = "25"
CREATE, MOTION, BUTTON, FRAME = 0, 0, 2, 4  # wlr-virtual-pointer-unstable-v1
NO_SEAT = 0
HAND_SECONDS = 0.1
FIXED = 256  # Wayland's fractions
LEFT_BUTTON = 0x110  # evdev's code


class Pointer:
    """A mouse that stays: with the last one that goes, XWayland has none, and begins late with the next."""

    def __init__(self, address: Path) -> None:
        self._connection = connect(address)
        (offer,) = self._connection.offered("zwlr_virtual_pointer_manager_v1")
        maker = self._connection.bind(offer, 1)
        self._pointer = self._connection.new()
        self._connection.request(maker, CREATE, NO_SEAT, self._pointer)
        self.move(1, 1)

    def move(self, x: int, y: int) -> None:
        """So many pixels on."""
        self._tell(MOTION, 0, x * FIXED, y * FIXED)

    def click(self) -> None:
        """The left button."""
        for state in (1, 0):
            self._tell(BUTTON, 0, LEFT_BUTTON, state)
            time.sleep(HAND_SECONDS)

    def _tell(self, *request: int) -> None:
        self._connection.request(self._pointer, *request)
        self._connection.request(self._pointer, FRAME)
        assert wait_for(self._has_dealt_with_it), "the compositor does not answer"

    def _has_dealt_with_it(self) -> bool:
        try:
            self._connection.roundtrip()
        except LostError:  # on a busy machine it may take longer than the program waits
            return False
        return True


class Wlroots:
    """tests.desktops.desk.Desk."""

    terminal = ("foot",)

    def __init__(self, name: str, real: RealDesktop, environ: dict[str, str]) -> None:
        self.name, self.environ, self._folder = name, environ, real.folder
        self._pointer = Pointer(real.address)
        self.servers = [
            Server(server.name, partial(self._serving, server), partial(self._switch, server))
            for server in (MAKO, SWAYNC, DUNST)
        ]

    def type(self, text: str) -> None:
        """As Desk says."""
        words = ["wtype", "-d", LETTER_MILLISECONDS]
        for line in text.splitlines(keepends=True):
            words += [line.rstrip("\n")] * (line != "\n") + ["-k", "Return"] * line.endswith("\n")
        self._do(*words, seconds=200)

    def click(self, x: int, y: int) -> None:
        """As Desk says."""
        self._pointer.move(-9999, -9999)
        self._pointer.move(x - 5, y - 5)
        for _ in range(5):  # as a hand comes; XWayland loses a second click that jumps
            time.sleep(HAND_SECONDS)
            self._pointer.move(1, 1)
        time.sleep(HAND_SECONDS)
        self._pointer.click()

    def touch(self) -> None:
        """As Desk says."""
        self._pointer.move(3, 3)

    def picture(self, file: Path) -> None:
        """As Desk says."""
        self._do("grim", str(file))

    def is_kept_on(self) -> bool:
        """As Desk says: by swayidle, which waits for nobody to be there."""
        idled = self._folder / "idled"
        idled.unlink(missing_ok=True)
        with started(["swayidle", "timeout", str(JUDGE_SECONDS), f"touch {idled}"], self.environ):
            return not wait_for(idled.exists, JUDGE_SECONDS + 3.0)

    def panel(self) -> AbstractContextManager[object]:
        """As Desk says."""
        file = self._folder / "bar.json"
        file.write_text(json.dumps(BAR), "utf-8")
        return started(["waybar", "--config", str(file)], self.environ)

    @contextmanager
    def _serving(self, server: Real) -> Iterator[None]:
        assert server.program, f"{server.name} is not installed"
        with started([server.program], self.environ):
            yield

    def _switch(self, server: Real, is_on: bool) -> None:
        self._do("sh", "-c", server.on if is_on else server.off)

    def _do(self, *words: str, seconds: float = 20.0) -> None:
        subprocess.run(words, env=self.environ, check=True, timeout=seconds, stdout=subprocess.DEVNULL)


@contextmanager
def running(name: str) -> Iterator[Wlroots]:
    """The compositor of this name, with a session bus."""
    with compositor(name, with_x=True) as real:
        on_it = {"WAYLAND_DISPLAY": str(real.address), "DISPLAY": real.display, "XDG_CURRENT_DESKTOP": name}
        with a_bus(None, **on_it) as bus:
            environ = bus | real.environ | on_it
            with started(["wtype", "-s", "9999999"], environ):  # a keyboard that stays
                yield Wlroots(name, real, environ)
