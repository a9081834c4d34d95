"""Somebody at a desk with the program: what the walk does, asks and looks at."""

from __future__ import annotations

import subprocess
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from coach.clock import SystemClock
from coach.desktop.single import send
from coach.progress.store import open_store
from tests.desktop.real import running
from tests.desktops.desk import Desk
from tests.journeys.screen import Screen, processes_of, wait_for
from tests.mistakes import has_mistake

REMINDER = "kind: reminder\nformat: 1\nid: {id}\ntitle: {id}\nmessages: [Time to shift.]\n{rest}\n"
ASKED, NOTED, TIMED = "asked-for", "noted", "timed"
PACE_SECONDS = 0.5  # the program looks at all there is whenever it is asked
ANSWER_SECONDS = 20.0
CARD = (380, 200, 60, 90)
"""Well within a card: its left, upper, right and lower edge, from the lower right corner of the screen. coach.ui.nudge
has it 384 by 196, 20 from the corner; a panel may be below it."""
SHARE = 0.3
"""How much of that is otherwise when a card has come: far more than a letter or a clock, less than all of it."""
NOTE_SHARE = 0.01
"""How much of the screen a notification covers, and no clock."""


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
        self.have(NOTED, "every: 8h\nshow: notification")

    def told(self, what: str, is_so: object, seen: object = "") -> None:
        """One check."""
        if not is_so:
            self.failures += 1
        print(f"ok {what}" if is_so else f"NOT {what}: {seen}", flush=True)

    def comes(self, what: str, condition: Callable[[], object], seconds: float = 200.0) -> bool:
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
        """`remind status`, when the program has one; `anew` has the desk looked at first. It is asked for it over its
        socket: a program for each question would be half of what a small machine has to do."""
        time.sleep(PACE_SECONDS)
        if anew:
            send(self.home, {"do": "remind-resume"}, ANSWER_SECONDS)
        answer = wait_for("an answer of the program", self._told_now)
        assert isinstance(answer, dict)
        return answer

    def _told_now(self) -> dict[str, Any] | None:
        answer = send(self.home, {"do": "remind-status"}, ANSWER_SECONDS)
        return answer if answer is not None and "running" in answer else None  # else it says that it is busy

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
            if process.returncode or has_mistake(errors):
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

            middle = self.picture("terminal").rect().center()

            def arrives() -> bool:
                self.desk.click(middle.x(), middle.y())
                self.desk.type("\n")
                return bool(file.read_text())

            wait_for("a key in the terminal", arrives)
            yield file


def changed(before: QImage, after: QImage, *, is_all: bool = False) -> float:
    """The share of the card's place that is otherwise, or of the whole screen."""
    left, top, right, bottom = CARD
    width, height = after.width(), after.height()
    if is_all:
        left, top, right, bottom = width, height, 0, 0
    places = [(x, y) for x in range(width - left, width - right, 4) for y in range(height - top, height - bottom, 4)]
    return sum(before.pixel(*place) != after.pixel(*place) for place in places) / len(places)
