"""The program on a whole desktop, gone through as somebody at that desk: python -m tests.desktops.walk NAME FOLDER.

Prints a line a check, "ok WHAT" or "NOT WHAT: what was seen", and ends with 1 where one is NOT. Pictures of the screen
go to FOLDER. What it needs of a desktop is in desk.py; docs/desktops.md says what came of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from coach.clock import SystemClock
from coach.progress.store import open_store
from tests.desktop.real import running
from tests.desktops.desk import Desk, Server
from tests.journeys.screen import Screen, processes_of, wait_for

DESKS = {"gnome": "gnome", "labwc": "wlroots", "plasma": "plasma", "plasma-x11": "plasma", "sway": "wlroots"}
"""The module of each, whose `running(name)` gives it."""

LINES = [f"line {number} of what is typed" for number in range(40)]
REMINDER = "kind: reminder\nformat: 1\nid: {id}\ntitle: {id}\nmessages: [Time to shift.]\n{rest}\n"
ASKED, OFTEN = "asked-for", "comes-often"
CARD = (380, 200, 60, 90)
"""Well within a card: its left, upper, right and lower edge, from the lower right corner of the screen. coach.ui.nudge
has it 384 by 196, 20 from the corner; a panel may be below it."""
SHARE = 0.3
"""How much of that is otherwise when a card has come: far more than a letter or a clock, less than all of it."""
AWAY_SECONDS = 8  # more than the five of which Wayland tells


class Walk:
    """Somebody's first evening: the program, its data in a folder of its own, and what was found."""

    def __init__(self, desk: Desk, home: Path, pictures: Path) -> None:
        self.desk, self.home, self.pictures = desk, home, pictures
        self.failures = 0
        self.program = Screen(
            "", dict(desk.environ) | {"POSTURE_COACH_HOME": str(home), "SDL_AUDIODRIVER": "dummy", "LANG": "C.UTF-8"}
        )
        self.said: list[str] = []
        store = open_store(home, SystemClock())
        store.add_safety(())
        store.close()
        self.have(ASKED, "every: 8h\nsnooze: [5m]")

    def told(self, what: str, is_so: object, seen: object = "") -> None:
        """One check."""
        if not is_so:
            self.failures += 1
        print(f"ok {what}" if is_so else f"NOT {what}: {seen}", flush=True)

    def comes(self, what: str, condition: Callable[[], object], seconds: float = 100.0) -> bool:
        """One check, waited for."""
        try:
            found = wait_for(what, condition, seconds)
        except AssertionError as late:
            self.told(what, False, late)
            return False
        self.told(what, found)
        return True

    def go(self, step: Callable[[], None]) -> None:
        """One part of the way; where it falls, the next one is tried all the same."""
        try:
            step()
        except Exception:  # noqa: BLE001 - the way goes on
            self.told(step.__name__.replace("_", " "), False, traceback.format_exc())

    # --- the program

    def have(self, ident: str, rest: str) -> None:
        """A reminder of the person's own."""
        folder = self.home / "routines" / "reminders"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{ident}.yaml").write_text(REMINDER.format(id=ident, rest=rest), "utf-8")

    def remind(self, *words: str) -> str:
        """What it answers."""
        return self.program.command("remind", *words).stdout

    def status(self, *, anew: bool = False) -> dict[str, Any]:
        """`remind status`, when the program has one; `anew` has the desk looked at first."""
        if anew:
            self.remind("resume")
        answer = wait_for("an answer of the program", lambda: self.remind("status", "--json"))
        found: dict[str, Any] = json.loads(str(answer))
        return found

    def log(self, ident: str) -> list[tuple[str, str]]:
        """What became of a reminder today, and why."""
        return [(one["what"], one["why"]) for one in self.status()["today"] if one["id"] == ident]

    @contextmanager
    def started(self, *words: str) -> Iterator[subprocess.Popen[str]]:
        """The program, which answers; ended as the session ends it."""
        process = self.program.start(*words)
        try:
            wait_for("the program's answer", lambda: self.status().get("running"))
            yield process
        finally:
            self.end_all()
            _, errors = process.communicate(timeout=60)
            if process.returncode or "Traceback" in errors:
                self.told("the program ends well", False, (process.returncode, errors))
            self.said += errors.splitlines()

    def end_all(self) -> None:
        """Every process of it."""
        for pid in processes_of(self.home):
            self.program.run("kill", str(pid))
        wait_for("the end of all", lambda: not processes_of(self.home))

    # --- the screen

    def picture(self, name: str) -> QImage:
        """Of the screen, kept."""
        file = self.pictures / f"{self.desk.name}-{name}.png"
        self.desk.picture(file)
        return QImage(str(file))

    def shows_a_card(self, before: QImage, name: str) -> bool:
        """Whether the corner of the card is another one than before."""
        return changed(before, self.picture(name)) >= SHARE

    @contextmanager
    def terminal(self) -> Iterator[Path]:
        """Something to type into; the file where it arrives. It has the keyboard."""
        folder = Path(tempfile.mkdtemp(prefix="typed-", dir=self.home))
        file = folder / "lines"
        with running([*self.desk.terminal, "sh", "-c", f"cat > {file}"], self.desk.environ, cwd=folder):
            wait_for("the terminal", file.exists)

            def arrives() -> bool:
                self.desk.type("\n")
                return bool(file.read_text())

            wait_for("a key in the terminal", arrives)
            yield file


def changed(before: QImage, after: QImage) -> float:
    """The share of the card's place that is otherwise."""
    left, top, right, bottom = CARD
    width, height = after.width(), after.height()
    places = [(x, y) for x in range(width - left, width - right, 4) for y in range(height - top, height - bottom, 4)]
    return sum(before.pixel(*place) != after.pixel(*place) for place in places) / len(places)


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
            hands = threading.Thread(target=lambda: self.desk.type("\n".join([*LINES, ""])))
            hands.start()
            for number, answer in enumerate((("done",), ("skip",), ("snooze", "5m")), start=1):
                self.remind("now", ASKED)
                self.comes(f"nudge {number} is seen", partial(self.shows_a_card, before, f"nudge-{number}"))
                during = hands.is_alive()
                self.remind(*answer)
                self.comes(f"nudge {number} goes", lambda: not self.shows_a_card(before, "gone"))
                self.told(f"nudge {number} came while it was typed", during)
            hands.join()
            with suppress(AssertionError):
                wait_for("the last line", lambda: file.read_text().endswith(f"{LINES[-1]}\n"), 20.0)
            arrived = file.read_text()[begun:].splitlines()
            self.told("all 40 lines arrived, no letter lost", arrived == LINES, arrived)
            answers = [what for what, _ in self.log(ASKED) if what != "shown"]
            self.told("its answers are stored", answers == ["done", "skipped", "snoozed"], self.log(ASKED))
            self.clicked(before, file)

    def clicked(self, before: QImage, file: Path) -> None:
        """By the mouse, and who types goes on typing."""
        self.remind("now", ASKED)
        if not self.comes("a nudge to be clicked is seen", lambda: self.shows_a_card(before, "click")):
            return
        screen = self.picture("click")
        for y in range(screen.height() - 130, screen.height() - 60, 12):  # where Done is, by the length of the message
            self.desk.click(screen.width() - 200, y)
            if self.log(ASKED)[-1][0] != "shown":
                break
        self.told("a click on it is an answer, and stored", self.log(ASKED)[-1][0] == "done", self.log(ASKED)[-1])
        self.desk.type("after the click\n")
        self.comes("after a click the keyboard is where it was", lambda: "after the click\n" in file.read_text(), 20.0)

    def do_not_disturb(self) -> None:
        for server in self.desk.servers:
            with server.serving():
                self._deferred_and_released(server)

    def _deferred_and_released(self, server: Server) -> None:
        before = self.picture("quiet-before")
        known = f"{server.name} tells"
        self.comes(f"do not disturb is known: {known}", lambda: known in self.doctor("do_not_disturb")["text"])
        server.set_do_not_disturb(True)
        self.comes("it is seen", lambda: "do-not-disturb" in self.status(anew=True)["quiet"])
        begun = len(self.log(OFTEN))
        self.have(OFTEN, "every: 1m")
        reason = ("deferred", "waits: do not disturb is on")
        self.comes("a reminder that falls due waits for its end", lambda: reason in self.log(OFTEN)[begun:])
        self.told("nothing is seen of it", not self.shows_a_card(before, f"quiet-{server.name}"))
        server.set_do_not_disturb(False)
        if self.comes("then it comes", lambda: self.log(OFTEN)[begun:][-1][0] == "shown"):
            self.comes("and is seen", lambda: self.shows_a_card(before, f"released-{server.name}"))
            self.remind("done")
            self.told("its answer is stored", self.log(OFTEN)[-1][0] == "done", self.log(OFTEN)[-1])
        (self.home / "routines" / "reminders" / f"{OFTEN}.yaml").unlink()

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
        (self.home / "routines" / "reminders" / "away.yaml").unlink()

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
            self.comes("a paused one lets go", lambda: not self.desk.is_kept_on())
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
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
