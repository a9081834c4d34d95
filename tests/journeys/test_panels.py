"""The icon of the program without a window in each panel, whichever of the two began first; and after a real login."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage

from coach.desktop.single import send
from tests.desktop.real import a_bus, running
from tests.desktop.wayland.real import SOMEBODY
from tests.desktop.wayland.real import running as compositor
from tests.journeys.screen import Screen, processes_of, screen, wait_for
from tests.mistakes import has_mistake

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
pytest.importorskip("jeepney")

PATIENCE = 100.0
TILE = (0x2F, 0x65, 0x60)  # of the icon, while time is counted: UI["light"]["pine"]
NEAR = 12  # a panel may scale it
ENOUGH = 30  # pixels of that colour: the smallest icon, of 16 by 16, has more than twice as many
SHOT = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""
WAYBAR = '{"position": "bottom", "height": 30, "modules-right": ["tray"], "tray": {"icon-size": 22}}'
LXQT = """panels=panel1
[panel1]
plugins=statusnotifier,tray
position=Bottom
desktop=0
[statusnotifier]
type=statusnotifier
[tray]
type=tray
"""
ALWAYS = "kind: reminder\nformat: 1\nid: drink\ntitle: Drink\nevery: 1h\nmessages: [A glass of water.]\n"
PANELS = {  # and tint2, in test_hidden.py
    "trayer": ("--edge", "bottom", "--height", "24"),
    "xfce4-panel": ("--disable-wm-check",),
    "mate-panel": (),
    "lxqt-panel": (),
}


@dataclass
class Desk:
    """A screen with a bus, and the program's person."""

    desktop: Screen
    folder: Path
    somebody: dict[str, Any]

    def __post_init__(self) -> None:
        """One of the person's own is counted at any hour: at night and on a Sunday the tile would be grey."""
        own = self.folder / "routines" / "reminders" / "drink.yaml"
        own.parent.mkdir(parents=True)
        own.write_text(ALWAYS, "utf-8")

    def shows_icon(self) -> bool:
        """Whether the icon's tile is anywhere on the screen."""
        file, environ = self.folder / "screen.png", self.desktop.environ
        file.unlink(missing_ok=True)
        words = [sys.executable, "-c", SHOT] if self.desktop.display else ["grim"]
        subprocess.run([*words, str(file)], env=environ, check=True, timeout=60, capture_output=True)
        image = QImage(str(file))
        assert not image.isNull()
        return count(image, TILE) >= ENOUGH

    @contextmanager
    def resident(self) -> Iterator[None]:
        """The program without a window."""
        program = self.desktop.start("--hidden")
        try:
            yield
        finally:
            end_all(self.folder)
            _, errors = program.communicate(timeout=60)
        assert not has_mistake(errors)

    def panel(self, *words: str) -> AbstractContextManager[object]:
        environ = self.desktop.environ
        return running(words, environ, cwd=environ["HOME"], **self.somebody)

    def shows_icon_first_and_last(self, *panel: str) -> None:
        """The panel comes to the program, and the program to the panel."""
        with ExitStack() as stack:
            with self.resident():
                wait_for("the program", self.answers, PATIENCE)
                assert not self.shows_icon(), "no panel yet"
                stack.enter_context(self.panel(*panel))
                wait_for("the icon in a panel that came later", self.shows_icon, PATIENCE)
            wait_for("the icon to go with the program", lambda: not self.shows_icon(), PATIENCE)
            with self.resident():
                wait_for("the icon in a panel that was there", self.shows_icon, PATIENCE)

    def answers(self) -> object:
        return send(self.folder, {"do": "remind-status"}, timeout=30)


def count(image: QImage, colour: tuple[int, int, int]) -> int:
    """How many of its pixels are about of this colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)  # four bytes a pixel, no padding
    pixels = np.frombuffer(bytes(plain.constBits()), np.uint8).reshape(-1, 4)[:, :3].astype(int)
    return int((abs(pixels - np.array(colour)) <= NEAR).all(axis=1).sum())


def end_all(home: Path) -> None:
    for pid in processes_of(home):
        os.kill(pid, signal.SIGTERM)
    wait_for("the end of all", lambda: not processes_of(home), PATIENCE)


@contextmanager
def on_x(home: Path) -> Iterator[Desk]:
    with screen(home) as desktop, a_bus(DISPLAY=desktop.display) as bus:
        desktop.environ |= bus | {"QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "1"}
        yield Desk(desktop, home, {})


@pytest.mark.parametrize("panel", PANELS)
def test_the_icon_is_in_a_panel_on_x(tmp_path: Path, panel: str) -> None:
    if shutil.which(panel) is None:
        pytest.skip(f"{panel} is not installed")
    with on_x(tmp_path) as desk:
        if panel == "lxqt-panel":  # Debian leaves its first settings where only a session of LXQt looks for them
            settings = Path(desk.desktop.environ["XDG_CONFIG_HOME"]) / "lxqt" / "panel.conf"
            settings.parent.mkdir(parents=True)
            settings.write_text(LXQT)
        desk.shows_icon_first_and_last(panel, *PANELS[panel])


def test_the_icon_is_in_a_panel_on_wayland(tmp_path: Path) -> None:
    if missing := [name for name in ("sway", "waybar", "grim") if shutil.which(name) is None]:
        pytest.skip(f"needs {', '.join(missing)}")
    with compositor("sway") as sway, a_bus(SOMEBODY, WAYLAND_DISPLAY=str(sway.address)) as bus:
        environ = bus | {"POSTURE_COACH_HOME": str(tmp_path), "SDL_AUDIODRIVER": "dummy"}
        config = sway.folder / "waybar"
        config.write_text(WAYBAR)
        Desk(Screen("", environ), tmp_path, SOMEBODY).shows_icon_first_and_last("waybar", "-c", str(config))


LOGIN = "openbox-xdg-autostart"


def test_at_a_login_it_starts_by_itself_and_shows_its_icon(tmp_path: Path) -> None:
    """As openbox-session does it, which has the entries of the person started."""
    runner = next((str(one) for one in Path("/usr/lib").glob(f"*/{LOGIN}")), None) or shutil.which(LOGIN)
    try:
        subprocess.run(["/usr/bin/python3", "-c", "import xdg"], check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.CalledProcessError):
        runner = None
    if runner is None or shutil.which("tint2") is None:
        pytest.skip(f"needs tint2, and {LOGIN} with python3-xdg")
    with on_x(tmp_path) as desk, desk.panel("tint2"):
        done = desk.desktop.command("autostart", "on")
        assert done.returncode == 0, done.stderr
        environ = {name: value for name, value in desk.desktop.environ.items() if name != "POSTURE_COACH_HOME"}
        environ["XDG_CONFIG_DIRS"] = str(tmp_path / "nothing else")  # what this system starts is not ours
        nowhere = subprocess.DEVNULL
        subprocess.run(
            [runner, "OPENBOX"], env=environ, cwd="/", check=True, timeout=60, stdout=nowhere, stderr=nowhere
        )
        wait_for("the icon", desk.shows_icon, PATIENCE)
        assert desk.answers()
        assert not desk.desktop.windows("Posture Coach")
        end_all(tmp_path)
