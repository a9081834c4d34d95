"""The program itself, worked without a break: `python -m tests.benchmarks.soaked LOG SEED [WORDS of the command]`.

It starts as a person starts it; then, in rounds, every page is shown, a session is played with keys pressed at random,
a reminder is shown and answered, a file of the person's own is saved over, the look is changed, and what was done is
deleted. After each round, with Today shown and nothing under way, it writes a line of JSON to LOG: what it holds, and
what was done so far.
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach import cli
from coach.handover import Handover
from coach.settings import WELCOMED
from coach.ui import app
from coach.ui.app import Program, Start
from coach.ui.pages.session.page import SessionPage
from coach.ui.routes import ROUTES

_TICK_MS = 50
_REST_SECONDS = 2.2  # what is made after the paint is made, and the window has looked around
_SESSION_SECONDS = 6.0  # then it is cut short: some are long at any speed
_CARD_SECONDS = 0.6
_QUIET_SECONDS = 20.0  # longer than any device is kept for the next sound
_SEARCHED = "rowneck"
_SOUNDING = "SDLAudio"  # SDL's threads that play
_POOLED = "Thread (pooled)"  # as Qt names them, and the system cuts a name after 15 characters
_KEYS = (
    Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Return, Qt.Key.Key_M, Qt.Key.Key_R,
    Qt.Key.Key_E, Qt.Key.Key_D, Qt.Key.Key_T, Qt.Key.Key_V, Qt.Key.Key_W, Qt.Key.Key_F1, Qt.Key.Key_Escape,
)  # fmt: skip
_OWN = "kind: reminder\nformat: 1\nid: drink\ntitle: Drink {number}\nevery: 1m\nmessages: [A glass of water.]\n"
_OWN_ROUTINE = (
    "kind: routine\nformat: 1\nid: my-own\ntitle: My own {number}\n"
    "steps: [{{exercise: chin-tuck, dose: {{sets: 1, reps: {reps}}}}}]\n"
)

Steps = Iterator[None]
"""Goes on a tick later."""


class Worked(Program):
    """A program that works itself; the folder of the person's own files is that of its data."""

    log: Path
    chance: random.Random

    def begin(self, start: Start | None = None, handover: Handover | None = None) -> None:
        super().begin(start, handover)
        self._did: Counter[str] = Counter()
        self._steps = self._rounds()
        catalogue = self.parts.library.catalogue
        self._same = {
            name: next(iter(things))
            for name, things in (
                ("routine", catalogue.routines), ("exercise", catalogue.exercises), ("plan", catalogue.plans),
                ("reminder", catalogue.reminders), ("routines", [""]),
            )
        }.items()  # fmt: skip
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(lambda: next(self._steps, None))
        self._tick.start()

    def _rounds(self) -> Steps:
        while True:
            yield from self._pages()
            yield from self._session()
            yield from self._reminder()
            self._save()
            self.look.set_theme(self.chance.choice(("light", "dark", "contrast", "system")))
            self._did["looks"] += 1
            yield from self._wait(0.3)
            self._forget()
            # what is kept of a page is that of the last one shown, and some are longer than others
            for name, about in (("reminders", ""), ("progress", ""), *self._same):
                self.window.go(name, about)
                yield
            self.window.go("today")
            yield from self._wait(_REST_SECONDS)
            yield from self._quiet()
            self._did["rounds"] += 1
            self._tell()

    def _pages(self) -> Steps:
        catalogue = self.parts.library.catalogue
        about = {
            "routine": tuple(catalogue.routines), "exercise": tuple(catalogue.exercises),
            "plan": tuple(catalogue.plans), "reminder": tuple(catalogue.reminders),
        }  # fmt: skip
        for name in ROUTES:
            self.window.go(name, self.chance.choice(about[name]) if name in about else "")
            self._did["pages"] += 1
            if name == "routines":
                self._press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
                QTest.keyClicks(self.window.focusWidget() or self.window, self.chance.choice(_SEARCHED))
            yield from self._wait(0.2)

    def _session(self) -> Steps:
        self.play("routine", self.chance.choice(tuple(self.parts.library.catalogue.routines)))
        self._did["sessions begun"] += self.window.is_covered
        until = time.monotonic() + _SESSION_SECONDS
        while self.window.is_covered and time.monotonic() < until:
            page = self.window.covers.page
            if isinstance(page, SessionPage) and page.finish is not None:
                break
            if self.chance.random() < 0.1:  # two keys a second
                self._press(self.chance.choice(_KEYS))
            yield
        else:
            self._did["sessions cut short"] += self.window.is_covered
            self.window.leave_session()
        yield from self._finish()

    def _finish(self) -> Steps:
        """A session at its end: what it asks is passed over."""
        if self.window.is_covered:
            self._did["sessions finished"] += 1
            yield from self._wait(0.3)
            self._press(Qt.Key.Key_Escape)
            yield from self._wait(0.3)
        self.window.leave_session()
        yield from self._wait(0.2)

    def _reminder(self) -> Steps:
        wanted = self.chance.choice([one.id for one in self.parts.desk.reminders])
        self.nudging.show_now(wanted)
        yield from self._wait(_CARD_SECONDS)
        what = self.chance.choice(("done", "skipped", "snoozed"))
        self.nudging.answer(wanted, what, 600.0)
        self._did[f"reminders {what}"] += 1
        yield from self._wait(_CARD_SECONDS)

    def _save(self) -> None:
        """Over what is there."""
        own, number = self.parts.home.data / "routines", self._did["files saved"]
        for folder, name, text in (("reminders", "drink", _OWN), ("guided", "my-own", _OWN_ROUTINE)):
            (own / folder).mkdir(parents=True, exist_ok=True)
            (own / folder / f"{name}.yaml").write_text(text.format(number=number, reps=number % 5 + 3), "utf-8")
            self._did["files saved"] += 1

    def _forget(self) -> None:
        """All that was done, as a person may: what the pages list of a day would be more with each round."""
        store = self.parts.store
        store.forget_all()
        store.add_safety(())
        store.keep(WELCOMED, True)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Where the keyboard is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifier)
        self._did["keys"] += 1

    @staticmethod
    def _quiet() -> Steps:
        """Until the sound device is given back, which a reminder or a session may have left a moment ago."""
        until = time.monotonic() + _QUIET_SECONDS
        while any(name.startswith(_SOUNDING) for name in _threads()) and time.monotonic() < until:
            yield

    @staticmethod
    def _wait(seconds: float) -> Steps:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            yield

    def _tell(self) -> None:
        gc.collect()
        told = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
        held = {
            "megabytes": next(int(line.split()[1]) for line in told if line.startswith("Pss:")) / 1024,
            "handles": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
            "threads": sum(1 for _ in _threads()),
            "widgets": len(QApplication.allWidgets()),
            "objects": len(gc.get_objects()),
        }
        every = QApplication.allWidgets()  # `findChildren` would keep what Qt made for as long as the page
        pages = {name: sum(map(page.isAncestorOf, every)) for name, page in self.window.pages.items()}
        with self.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps({"seconds": time.monotonic(), **held, "pages": pages, "did": self._did}) + "\n")


def _threads() -> Iterator[str]:
    """The names of those that are not of Qt's pool: it has at most one for each processor, made when there is work
    and ended after half a minute without.
    """
    for one in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # it ended meanwhile
            if (name := (one / "comm").read_text("ascii").strip()) != _POOLED:
                yield name


def main(arguments: list[str]) -> int:
    """The exit code of the program."""
    Worked.log, Worked.chance = Path(arguments[0]), random.Random(int(arguments[1]))
    run: Callable[..., int] = cli.main
    app.Program = Worked  # type: ignore[misc]
    return run(arguments[2:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
