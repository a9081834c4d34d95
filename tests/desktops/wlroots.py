"""sway and labwc without a screen, with waybar, and one after the other the notification servers that one has there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

from tests.desktop.real import a_bus
from tests.desktop.real import running as started
from tests.desktop.servers import DUNST, MAKO, SWAYNC, Real
from tests.desktop.wayland.real import RealDesktop, wait_for
from tests.desktop.wayland.real import running as compositor
from tests.desktops.desk import Server

BAR = {"position": "top", "modules-left": [], "modules-center": [], "modules-right": ["tray", "clock"]}
JUDGE_SECONDS = 2
LETTER_MILLISECONDS = "25"


class Wlroots:
    """tests.desktops.desk.Desk."""

    terminal = ("foot",)

    def __init__(self, name: str, real: RealDesktop, environ: dict[str, str]) -> None:
        self.name, self.environ, self._folder = name, environ, real.folder
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
        self._do("wlrctl", "pointer", "move", "-9999", "-9999")
        self._do("wlrctl", "pointer", "move", str(x), str(y))
        self._do("wlrctl", "pointer", "click", "left")

    def touch(self) -> None:
        """As Desk says."""
        self._do("wlrctl", "pointer", "move", "3", "3")

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
            yield Wlroots(name, real, bus | real.environ | on_it)
