"""The program on a whole desktop, gone through as somebody at that desk: python -m tests.desktops.walk NAME FOLDER.

Prints a line a check, "ok WHAT" or "NOT WHAT: what was seen", and ends with 1 where one is NOT. Pictures of the screen
go to FOLDER. What it needs of a desktop is in desk.py; docs/desktops.md says what came of it.
"""

from __future__ import annotations

import json
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from coach.clock import SystemClock
from coach.desktop.choose import choose_awake
from coach.session.exercised import LET_GO_SECONDS
from tests.desktops.desk import Desk, Server
from tests.desktops.walking import ASKED, NOTE_SHARE, NOTED, TIMED, Walk, changed
from tests.journeys.screen import processes_of, wait_for

DESKS = {"gnome": "gnome", "labwc": "wlroots", "plasma": "plasma", "plasma-x11": "plasma", "sway": "wlroots"}
"""The module of each, whose `running(name)` gives it."""

LINES = [f"line {number} of what is typed" for number in range(40)]
BLIND = "not while a program keeps the screen on"  # what `doctor` says where only that is told
AT_ONCE = 10
AWAY_SECONDS = 8  # more than the five of which Wayland tells


class Steps(Walk):
    """The way, one step after the other."""

    def panel_first_and_panel_later(self) -> None:
        if self.desk.panel is None:
            print("-- no panel that shows icons", flush=True)
            return
        with self.desk.panel(), self.started("--hidden"):
            self.comes("a panel that was there first shows the icon", self.has_icon)
            self.picture("panel-first")
        with self.started("--hidden"):
            with self.desk.panel():
                self.comes("a panel that comes later shows the icon", self.has_icon)
                self.picture("panel-later")
            with self.desk.panel():
                self.comes("a panel that is started anew shows it again", self.has_icon)

    def has_icon(self) -> bool:
        """Whether a host of icons has one of a process of ours."""
        from jeepney import DBusAddress, Properties
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import Proxy, open_dbus_connection

        name = "org.kde.StatusNotifierWatcher"
        ours = processes_of(self.home)
        with open_dbus_connection(self.desk.environ["DBUS_SESSION_BUS_ADDRESS"]) as connection:
            bus = Proxy(message_bus, connection)
            if not bus.NameHasOwner(name)[0]:
                return False
            watcher = Properties(DBusAddress("/StatusNotifierWatcher", bus_name=name, interface=name))
            has_host = connection.send_and_get_reply(watcher.get("IsStatusNotifierHostRegistered")).body[0][1]
            items = connection.send_and_get_reply(watcher.get("RegisteredStatusNotifierItems")).body[0][1]
            owners = [item.partition("/")[0] for item in items]
            return bool(has_host) and any(
                bus.GetConnectionUnixProcessID(owner)[0] in ours for owner in owners if bus.NameHasOwner(owner)[0]
            )

    def forty_lines_typed_while_three_nudges_come(self) -> None:
        with self.terminal() as file:
            before = self.picture("before")
            begun = len(file.read_text())
            with self.typing() as lines:
                for number, answer in enumerate((("done",), ("skip",), ("snooze", "5m")), start=1):
                    self.remind("now", ASKED)
                    self.comes(f"nudge {number} is seen", partial(self.shows_a_card, before, f"nudge-{number}"))
                    self.remind(*answer)
                    self.comes(f"nudge {number} goes", lambda: not self.shows_a_card(before, "gone"))
            with suppress(AssertionError):
                wait_for("the last line", lambda: file.read_text().endswith(f"{lines[-1]}\n"), 20.0)
            arrived = file.read_text()[begun:].splitlines()
            is_whole = arrived == lines and len(lines) >= len(LINES)
            self.told(f"all {len(lines)} lines arrived, no letter lost", is_whole, arrived)
            answers = [what for what, _ in self.log(ASKED) if what != "shown"]
            self.told("its answers are stored", answers == ["done", "skipped", "snoozed"], self.log(ASKED))
            self.clicked(before, file)

    @contextmanager
    def typing(self) -> Iterator[list[str]]:
        """Lines are typed all the while, forty at least; those that were."""
        lines: list[str] = []
        may_end = threading.Event()

        def type_on() -> None:
            while not may_end.is_set() or len(lines) < len(LINES):
                some = [f"line {number} of what is typed" for number in range(len(lines), len(lines) + AT_ONCE)]
                self.desk.type("".join(f"{line}\n" for line in some))
                lines.extend(some)

        hands = threading.Thread(target=type_on)
        hands.start()
        try:
            yield lines
        finally:
            may_end.set()
            hands.join()

    def clicked(self, before: QImage, file: Path) -> None:
        """By the mouse, and who types goes on typing."""
        self.remind("now", ASKED)
        if not self.comes("a nudge to be clicked is seen", lambda: self.shows_a_card(before, "click")):
            return
        screen = self.picture("click")
        for up in (134, 90):  # Done where a panel of 44 is below the card, and there is the message elsewhere; Done
            if self.log(ASKED)[-1][0] == "shown":
                self.desk.click(screen.width() - 213, screen.height() - up)
                self.picture(f"clicked-{up}")
                with suppress(AssertionError):
                    wait_for("the answer", lambda: self.log(ASKED)[-1][0] != "shown", 5.0)
        self.comes("a click on it is an answer, and stored", lambda: self.log(ASKED)[-1][0] == "done", 60.0)
        self.desk.type("after the click\n")
        self.comes("after a click the keyboard is where it was", lambda: "after the click\n" in file.read_text(), 20.0)

    def do_not_disturb(self) -> None:
        for server in self.desk.servers:
            with server.serving():
                self._deferred_and_released(server)
                self._notified(server)

    def _deferred_and_released(self, server: Server) -> None:
        before = self.picture("quiet-before")
        known = f"{server.name} tells"
        self.comes(f"do not disturb is known: {known}", lambda: known in self.doctor("do_not_disturb")["text"])
        server.set_do_not_disturb(True)
        self.comes("it is seen", lambda: "do-not-disturb" in self.status(anew=True)["quiet"])
        begun = len(self.log(TIMED))
        soon = SystemClock().wall() + timedelta(seconds=75)
        self.have(TIMED, f"at: ['{soon:%H:%M}']")
        self.comes("it is known", lambda: any(one["id"] == TIMED for one in self.status(anew=True)["reminders"]))
        reason = ("deferred", "waits: do not disturb is on")
        self.comes("a reminder that falls due waits for its end", lambda: reason in self.log(TIMED)[begun:])
        self.told("nothing is seen of it", not self.shows_a_card(before, f"quiet-{server.name}"))
        server.set_do_not_disturb(False)
        if self.comes("then it comes", lambda: self.log(TIMED)[begun:][-1][0] == "shown"):
            self.comes("and is seen", lambda: self.shows_a_card(before, f"released-{server.name}"))
            self.remind("done")
            self.told("its answer is stored", self.log(TIMED)[-1][0] == "done", self.log(TIMED)[-1])
        (self.home / "routines" / "reminders" / f"{TIMED}.yaml").unlink()

    def _notified(self, server: Server) -> None:
        """As a notification, wherever this server draws it."""
        before = self.picture("noted-before")
        self.remind("now", NOTED)
        name = f"noted-{server.name}"
        self.comes("a notification is seen", lambda: changed(before, self.picture(name), is_all=True) >= NOTE_SHARE)
        self.remind("done")
        self.comes("answered it goes", lambda: changed(before, self.picture("noted-gone"), is_all=True) < NOTE_SHARE)

    def doctor(self, name: str) -> dict[str, Any]:
        """What `doctor` says of it."""
        found: dict[str, Any] = json.loads(self.program.command("doctor", "--json").stdout)[name]
        return found

    def time_away(self) -> None:
        found = self.doctor("idle")
        self.told(f"time away: {found['text']}", found["ok"], found)
        self.have("away", f"every: 8h\naway_counts: {AWAY_SECONDS}s")
        self.desk.touch()
        self.comes("who touched it lately is there", lambda: self.status(anew=True)["away"] is False)
        self.comes("who touches nothing is away", lambda: self.status(anew=True)["away"] is True)
        self.desk.touch()
        self.comes("who comes back is there", lambda: self.status(anew=True)["away"] is False)
        self.told("it is known all the time", self.status()["idle_known"] is True, self.status())
        if BLIND not in found["text"]:
            self._away_at_a_film()
        (self.home / "routines" / "reminders" / "away.yaml").unlink()

    def _away_at_a_film(self) -> None:
        film = choose_awake(self.desk.environ, "linux")
        film.hold("a film")
        self.comes("a film keeps the screen on", self.desk.is_kept_on)
        self.desk.touch()
        self.comes("who comes to a film is there", lambda: self.status(anew=True)["away"] is False)
        self.comes("who touches nothing during a film is away", lambda: self.status(anew=True)["away"] is True)
        film.close()

    def session(self) -> None:
        found = self.doctor("awake")
        self.told(f"the screen in a session: {found['text']}", found["ok"], found)
        self.told("without one nothing keeps it on", not self.desk.is_kept_on())
        with self.started("play", "desk-reset"):
            self.comes("it plays", lambda: self.player("status") == "Playing")
            self.comes("it keeps the screen on", self.desk.is_kept_on)
            self.picture("session")
            self.player("pause")
            self.comes("it is paused", lambda: self.player("status") == "Paused")
            patience = LET_GO_SECONDS + 100.0
            self.comes("a paused one lets go, in the end", lambda: not self.desk.is_kept_on(), patience)
            self.player("play")
            self.comes("going on it keeps it on again", self.desk.is_kept_on)
        self.told("ended, it lets go", not self.desk.is_kept_on())

    def player(self, word: str) -> str:
        """As a media key does it."""
        return self.program.run("playerctl", "--player=posture_coach", word)


def main(name: str, folder: Path) -> int:
    """The whole way; the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="walk-")))
        desk: Desk = stack.enter_context(import_module(f"tests.desktops.{DESKS[name]}").running(name))
        walk = Steps(desk, home, folder)
        walk.go(walk.panel_first_and_panel_later)
        with ExitStack() as resident:
            if desk.panel is not None:
                resident.enter_context(desk.panel())
            resident.enter_context(walk.started("--hidden"))
            walk.go(walk.forty_lines_typed_while_three_nudges_come)
            walk.go(walk.do_not_disturb)
            walk.go(walk.time_away)
        walk.go(walk.session)
        for line in dict.fromkeys(walk.said):
            print(f"-- it said: {line}")
    print(f"{name}: {walk.failures} not as promised, {time.monotonic() - begun:.0f} s")
    return 1 if walk.failures else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended from outside"))  # with all that was started
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
