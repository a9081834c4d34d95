"""What the program remembers, changed behind its back: rows, bytes of the file, what waits beside it, and what one
program gives to the next one. Then all of it is asked for, by the parts, by commands and by pages.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from coach import cli, settings, strict_json
from coach.clock import SystemClock
from coach.commands.here import Here
from coach.desk_digest import digest_of
from coach.handover import Handover
from coach.history_file import lines_of
from coach.progress.folders import Home
from coach.progress.opening import FILE_NAME
from coach.progress.store import open_store
from coach.reminders import handed
from coach.reminders.engine import decide
from coach.reminders.explain import explain, promises
from coach.reminders.leases import Lease, Leases
from coach.reminders.nudge import Nudge
from coach.reminders.policy import Observation, Policy
from coach.reminders.state import State
from coach.session.timeline import Interval
from coach.wiring import Given, Parts
from coach.wiring.digest import digest
from tests.benchmarks.fuzz.content import library
from tests.benchmarks.fuzz.mutation import VALUES, changed_bytes, changed_value, text_of
from tests.benchmarks.long_past import live_long
from tests.fakes import FakeClock

COMMANDS = (
    ("today",), ("today", "--json"), ("history",), ("history", "--json"), ("you",), ("safety",), ("plan", "status"),
    ("list",), ("remind", "list"), ("remind", "status", "--json"), ("show", "desk-reset"), ("doctor", "--json"),
    ("focus",),
)  # fmt: skip
SESSIONS = 12
_SETTINGS: Mapping[str, Any] = {
    "theme": "dark", "text-size": 1.25, "volume": 0.5, "voice-volume": 0.5, "voice-speed": 1.0, "muted": False,
    "language": "en", "reminders-enabled": {"desk-reset": True},
    "desk-hours": {"days": ["mon"], "from": "09:00", "until": "17:30"},
}  # fmt: skip


def remembered(folder: Path) -> dict[str, Callable[[random.Random], str]]:
    """The targets, by name."""
    life = Life(folder)
    return {
        "rows": life.rows, "settings": life.settings, "file": life.file, "unsaved": life.unsaved, "desk": life.desk,
        "handed": life.handed,
    }  # fmt: skip


class Life:
    """A data folder of somebody who has trained, copied for each case."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._model, self._home = folder, folder / "model", folder / "case"
        folder.mkdir(parents=True, exist_ok=True)
        home = live_long(self._model, sessions=SESSIONS)
        self._now = datetime.now(UTC).replace(microsecond=0)
        parts = Parts(home, FakeClock(self._now), sound=False)
        for key, value in _SETTINGS.items():
            parts.store.set_setting(key, value)
        session = parts.store.begin_session("routine", "desk-reset", "Desk reset", 120.0, 3)
        parts.store.add_interval(session, 0, Interval("work", 0.0, 25.0, "chin-tuck", 1, 2), 24.5, "done", 5)
        parts.store.add_pain(session, "chin-tuck", 3)
        parts.store.add_choice("desk-reset", "chin-tuck", "hold")
        parts.store.add_conditions(["osteoporosis"], [])
        parts.store.add_reminder("change-position", "shown", "30 min at the desk")
        self._policy = Policy(tuple(parts.library.catalogue.reminders.values()))
        parts.desk.tick()
        parts.desk.pause(600.0)
        parts.today()
        parts.fold_past()
        self._state = self._day().as_json()
        self._digest = digest(parts).as_json()
        self._changes = [
            {"do": "SET_SETTING", "values": ["theme", '"dark"']},
            {"do": "ADD_REMINDER", "values": [9, "desk-reset", "shown", "", "2026-05-14T09:00:00.000Z", 0]},
        ]
        parts.close()

    def _day(self) -> State:
        """A state in which much is under way."""
        state = State()
        for minutes in range(0, 120, 7):
            look = Observation(1000.0 + minutes * 60, self._now + timedelta(minutes=minutes), idle=1.0)
            state, _ = decide(self._policy, state, look)
        return replace(state, paused=True, pause_left=600.0)

    # --- the data file

    def _copy(self) -> Path:
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(self._model, self._home)
        return self._home / FILE_NAME

    def rows(self, chance: random.Random) -> str:
        """Some values of some rows."""
        with closing(sqlite3.connect(self._copy(), isolation_level=None)) as file:
            tables = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for _ in range(chance.randrange(1, 4)):
                self._change_row(file, chance.choice(tables), chance)
        return self._ask(chance)

    @staticmethod
    def _change_row(file: sqlite3.Connection, table: str, chance: random.Random) -> None:
        column = chance.choice([row[1] for row in file.execute(f'PRAGMA table_info("{table}")')])
        values = [row[0] for row in file.execute(f'SELECT "{column}" FROM "{table}"')]
        if not values:
            return
        old = chance.choice(values)
        new = chance.choice(VALUES)
        if isinstance(old, str) and chance.random() < 0.5:
            new = changed_bytes(old.encode(), chance).decode("utf-8", "replace")
            with contextlib.suppress(ValueError):
                if old[:1] in "[{":
                    new = text_of(changed_value(strict_json.read(old), chance), chance)
        if not isinstance(new, str | int | float | None) or (isinstance(new, int) and not -(2**63) <= new < 2**63):
            new = chance.randbytes(5)
        if isinstance(new, str):
            new = new.encode("utf-8", "replace").decode()
        with contextlib.suppress(sqlite3.IntegrityError):  # this column refuses it
            file.execute(f'UPDATE OR FAIL "{table}" SET "{column}" = ? WHERE "{column}" IS ?', (new, old))

    def settings(self, chance: random.Random) -> str:
        """One setting that is none, or several."""
        with closing(sqlite3.connect(self._copy(), isolation_level=None)) as file:
            for _ in range(chance.randrange(1, 4)):
                setting = chance.choice(settings.ALL)
                right = dict(file.execute("SELECT key, value FROM setting")).get(setting.name)
                value = chance.choice(VALUES)
                with contextlib.suppress(ValueError):  # it was changed a moment ago
                    value = changed_value(strict_json.read(right), chance) if right else value
                text = text_of(value, chance).encode("utf-8", "replace").decode()
                file.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (setting.name, text))
        return self._ask(chance)

    def file(self, chance: random.Random) -> str:
        """Bytes of it, and of the log beside it where there is one."""
        path = self._copy()
        for one in path.parent.glob(f"{path.name}*"):
            one.write_bytes(changed_bytes(one.read_bytes(), chance))
        return self._ask(chance)

    def unsaved(self, chance: random.Random) -> str:
        """A file of what could not be saved."""
        path = self._copy()
        text = text_of(changed_value(self._changes, chance), chance)
        path.with_name(f"{path.stem}-unsaved-20260514-090000-1.json").write_bytes(text.encode("utf-8", "replace"))
        return self._ask(chance)

    def _ask(self, chance: random.Random) -> str:
        """Everything of it, by one of three who ask."""
        match chance.randrange(3):
            case 0:
                _command(self._home, chance.choice(COMMANDS))
            case 1:
                _window(self._home, self._now)
            case _:
                _parts(self._home, self._now)
        return "taken"

    # --- values from one program to another

    def desk(self, chance: random.Random) -> str:
        """What is kept of the reminders, and a day with it."""
        value = changed_value(self._state, chance)
        with contextlib.suppress(ValueError, OverflowError):
            value = strict_json.read(text_of(value, chance))
        self._live(State.from_json(value))
        return "taken"

    def _live(self, state: State) -> None:
        look = Observation(1.0e6, self._now, idle=1.0)
        for minutes in (0, 1, 31, 60 * 24):
            look = replace(look, monotonic=1.0e6 + minutes * 60, wall=self._now + timedelta(minutes=minutes))
            state, _ = decide(self._policy, state, look)
            strict_json.write(state.as_json())
        explain(self._policy, state, look, promises(self._policy, state, look, FakeClock(self._now).local))

    def handed(self, chance: random.Random) -> str:
        """What a program hands over that ends, of whichever version."""
        day = State.from_json(self._state)
        desk = handed.handed(replace(day, monotonic=5.0), Leases({"a": Lease(9.0, 1.0, 5.0)}), 7.0)
        nudge = {"id": "desk-reset", "title": "Desk reset", "message": "Up.", "snoozes": [600.0]}
        run = {"page": "today", "place": [0, 0, 800, 600], "greeted": True}
        whole = Handover(desk, nudge, ("routine", "desk-reset", 0), run, self._digest).as_json()
        try:
            value = strict_json.read(text_of(changed_value(whole, chance), chance))
            handover = Handover.from_json(value)
        except ValueError:
            return "refused"
        refused = 0
        for use in (
            lambda: self._live(handed.taken(handover.desk, 9.0).state),
            lambda: handover.nudge is None or Nudge.from_json(handover.nudge),
            lambda: handover.digest is None or digest_of(handover.digest),
        ):
            try:
                use()
            except ValueError:
                refused += 1
        return "refused" if refused else "taken"


class _Here(Here):
    """With a library that was read before."""

    def build(self, *, speed: float = 1.0, muted: bool = False) -> Parts:
        parts = Parts(Home.from_environ(self.environ), SystemClock(speed), muted=muted, given=Given(library=library()))
        self.closing.callback(self._give_back, parts)
        return parts


def _parts(folder: Path, now: datetime) -> None:
    parts = Parts(Home(folder, folder / "cache"), FakeClock(now), sound=False, given=Given(library=library()))
    try:
        store = parts.store
        for setting in settings.ALL:
            store.get(setting)
        parts.today()
        parts.week()
        for ident in list(parts.library.catalogue.routines)[:4]:
            parts.own(ident)
            parts.routine_seconds(ident)
        parts.cut_short()
        parts.desk.tick()
        store.history()
        with contextlib.suppress(Exception):
            list(lines_of(store, now))
        parts.mornings.to_ask()
        parts.close()
    finally:
        parts.close()
    open_store(folder, FakeClock(now)).close()


def _command(folder: Path, words: tuple[str, ...]) -> None:
    """A command line, whose last line of defence would be a failure."""

    def escaped(error: Exception, environ: Mapping[str, str]) -> int:
        raise AssertionError(f"{' '.join(words)}: something went wrong that should not") from error

    guard, cli._unexpected = cli._unexpected, escaped
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            cli.main(words, _Here({**os.environ, "POSTURE_COACH_HOME": str(folder), "SDL_AUDIODRIVER": "dummy"}))
    finally:
        cli._unexpected = guard


def _window(folder: Path, now: datetime) -> None:
    """Each page of it, and a session."""
    from tests.benchmarks.fuzz.paged import all_pages

    all_pages(folder, now)
