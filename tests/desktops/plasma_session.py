"""What a whole Plasma has beside the walk: login, menu, styles: python -m tests.desktops.plasma_session NAME FOLDER.

NAME is plasma or plasma-x11. Somebody has the program start with the computer, logs out and in again, and finds it.
Prints as the walk does; pictures go to FOLDER, and are to be looked at: what the task bar calls the program is there.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

from tests.desktop.real import a_bus
from tests.desktops import walk
from tests.desktops.plasma import Plasma, session, settle
from tests.desktops.walk import LINES, Steps
from tests.desktops.walking import ASKED
from tests.journeys.screen import processes_of

LIFE_SECONDS = 40.0  # coach.ui.nudge.between
DONE = (1040, 670)  # on the card, by 1280 and 800 pixels; the pointer rests there
STYLES = ("full-screen", "notification")


class Evening(Steps):
    """After the second login."""

    def __init__(self, desk: Plasma, home: Path, pictures: Path, failures: int = 0) -> None:
        super().__init__(desk, home, pictures)
        self.plasma, self.failures = desk, failures

    def is_resident(self) -> bool:
        """Whether what runs is the program without a window, and alone."""
        found = [Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0") for pid in processes_of(self.home)]
        return len(found) == 1 and b"--hidden" in found[0]

    def the_login_started_it(self) -> None:
        self.comes("the login started it, without a window", self.is_resident)
        self.comes("it answers", lambda: self.status().get("running"))
        self.comes("its icon is there", self.has_icon)
        self.picture("login")

    def forty_lines_typed_while_the_other_styles_come(self) -> None:
        for style in STYLES:
            with self.terminal() as file:
                self._typed_while_it_comes(style, file)

    def _typed_while_it_comes(self, style: str, file: Path) -> None:
        before, begins = self.picture("style-before"), len(file.read_text())
        hands = threading.Thread(target=lambda: self.desk.type("\n".join([*LINES, ""])))
        hands.start()
        self.remind("now", style)
        self.comes(f"{style} is seen", lambda: self.shows_a_card(before, style))
        self.told("it came while it was typed", hands.is_alive())
        hands.join()
        self.remind("skip")
        self.comes("all 40 lines arrived", lambda: file.read_text()[begins:].splitlines() == LINES, 20.0)

    def a_pointer_that_was_there_long_ago(self) -> None:
        """XWayland goes on telling it of a window of its own that comes there; the card has its time all the same."""
        with self.terminal():
            before = self.picture("pointer-before")
            self.remind("now", ASKED)
            self.comes("a card under the pointer is seen", lambda: self.shows_a_card(before, "pointer-there"))
            for further in range(4):
                self.plasma.point(DONE[0] + further, DONE[1])
            self.remind("done")
            self.comes("it goes", lambda: not self.shows_a_card(before, "pointer-gone"))
            self.plasma.point(300, 60)
            self.remind("now", ASKED)
            self.comes("one comes where the pointer was", lambda: self.shows_a_card(before, "pointer-was"))
            since = time.monotonic()
            gone = self.comes("its time ends", lambda: not self.shows_a_card(before, "pointer-over"), 2 * LIFE_SECONDS)
            self.told("and not before", gone and time.monotonic() - since > LIFE_SECONDS / 2, time.monotonic() - since)

    def do_not_disturb_by_its_shortcut(self) -> None:
        for is_on in (True, False):
            self.plasma.press_shortcut("toggle do not disturb")
            self.comes(f"the shortcut switched it {'on' if is_on else 'off'}", partial(self._is_quiet, is_on))

    def _is_quiet(self, is_so: bool) -> bool:
        return ("do-not-disturb" in self.status(anew=True)["quiet"]) is is_so

    def from_the_menu(self) -> None:
        """Twice: from the icon alone, then from behind another window."""
        self._chosen_in_the_menu()
        self.comes("the window came from the menu", lambda: processes_of(self.home) and not self.is_resident())
        time.sleep(5)  # what the task bar calls it is to be seen
        self.plasma.point(268, 772)
        time.sleep(3)
        self.picture("task-bar")
        with self.terminal() as file:
            self.picture("behind")
            said = "".join(self.program.start().communicate(timeout=60))
            self.told(f"started from a terminal it says: {said.strip()}", "running already" in said, said)
            self.picture("started-in-a-terminal")
            if self.plasma.name.endswith("x11"):  # on Wayland nobody is told what is in front
                in_front = self.plasma.run("xdotool", "getactivewindow", "getwindowname")
                self.told("it says what is so", ("is shown" in said) is ("Posture Coach" in in_front), in_front)
            self._chosen_in_the_menu()
            time.sleep(5)
            self.picture("in-front-again")
            self.plasma.key("ctrl+w")  # closes it, if it has the keyboard
            self.comes("it came to the front, and closes at a key", self.is_resident)
            self.told("the terminal is left alone", "\x17" not in file.read_text())
        self.comes("its icon is there after that", self.has_icon)

    def what_keeps_the_screen_on_says_so(self) -> None:
        with self.started("play", "desk-reset"):
            self.comes("a session keeps the screen on", self.plasma.is_kept_on)
            found = self.plasma.inhibitions()
            self.told(f"under our name, with a reason: {found}", found == [("Posture Coach", "Desk reset")], found)

    def _chosen_in_the_menu(self) -> None:
        self.plasma.key("super")
        time.sleep(3)
        self.desk.type("Posture Coach")
        time.sleep(4)
        self.picture("menu")
        self.plasma.key("Return")
        time.sleep(3)


def main(name: str, folder: Path) -> int:
    """The walk, then that; the exit code."""
    return max(walk.main(name, folder), logins(name, folder))


def logins(name: str, folder: Path) -> int:
    """A first login, at which it is set up, and a second one; the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="person-") as person:
        home = Path(person) / "coach"
        home.mkdir()
        own = {"HOME": person, "XDG_CONFIG_HOME": f"{person}/.config", "POSTURE_COACH_HOME": str(home)}
        own["SDL_AUDIODRIVER"] = "dummy"
        settle(Path(person))
        with a_bus(None, **own) as environ, session(name, environ) as desk:
            evening = Evening(desk, home, folder)
            for style in STYLES:
                evening.have(style, f"every: 8h\nshow: {style}")
            for words in (("autostart", "on"), ("install-desktop",)):
                done = evening.program.command(*words)
                evening.told(" ".join(words), done.returncode == 0, done)
        with a_bus(None, **own) as environ, session(name, environ) as desk:
            evening = Evening(desk, home, folder, evening.failures)
            evening.go(evening.the_login_started_it)
            evening.go(evening.do_not_disturb_by_its_shortcut)
            evening.go(evening.forty_lines_typed_while_the_other_styles_come)
            evening.go(evening.a_pointer_that_was_there_long_ago)
            evening.go(evening.from_the_menu)
            evening.end_all()
            evening.go(evening.what_keeps_the_screen_on_says_so)
    print(f"{name}: {evening.failures} not as promised")
    return 1 if evening.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
