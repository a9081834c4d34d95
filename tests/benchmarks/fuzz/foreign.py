"""What others wrote: history files, settings of other programs that remind, messages to the running program."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coach import strict_json
from coach.coming_from.looking import look
from coach.coming_from.proposal import proposals
from coach.history_file import HistoryFileError, load, save, take
from coach.progress.store import open_store
from coach.words import history_file
from coach.words.language import ENGLISH
from tests.benchmarks.fuzz.content import library
from tests.benchmarks.fuzz.mutation import changed_bytes, changed_text, changed_value, text_of
from tests.desktop.dconf_file import FALSE, TRUE, gvdb_file, integer
from tests.fakes import FakeClock
from tests.progress.portable.histories import lines_of, lived_in

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
WORKRAVE = "[timers]\nmicro_pause.limit=300\nmicro_pause.auto_reset=30\nrest_break.limit=2700\n[gui]\n"
JSON = {
    ".config/safeeyes/safeeyes.json": {
        "short_break_interval": 15, "long_break_interval": 75, "short_break_duration": 15, "allow_skip": True,
        "short_breaks": [{"name": "x"}], "long_breaks": [{"name": "x", "duration": 60}], "idle_time": 5,
    },
    ".config/Stretchly/config.json": {
        "microbreakInterval": 600000, "microbreakDuration": 20000, "breakInterval": 2, "break": True,
        "microbreak": True,
    },
}  # fmt: skip
DCONF = gvdb_file(
    {
        "/org/workrave/timers/micro-pause/limit": integer(420),
        "/org/workrave/breaks/micro-pause/enabled": TRUE,
        "/org/workrave/breaks/rest-break/enabled": FALSE,
    }
)


def foreign(folder: Path) -> dict[str, Callable[[random.Random], str]]:
    """The targets, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    others = Others(folder)
    return {"history": others.history, "breaks": others.breaks, "messages": others.messages}


class Others:
    """Each case in its own file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reminders = library().catalogue.reminders.values()
        self._asked: Any = None
        store = lived_in()
        path = folder / "history.jsonl"
        save(store, NOW, path, with_settings=True)
        self._history = path.read_text("utf-8")
        self._records = lines_of(store)
        store.close()

    def history(self, chance: random.Random) -> str:
        """A file of what the program remembers, taken in, and written again."""
        first, *lines = self._history.splitlines()
        if chance.random() < 0.7:
            at = chance.randrange(len(lines))
            lines[at] = text_of(changed_value(strict_json.read(lines[at]), chance), chance)
            text = "\n".join((first, *lines))
        else:
            text = changed_text(self._history, chance)
        data = text.encode("utf-8", "surrogatepass")
        path = self._folder / "taken.jsonl"
        path.write_bytes(changed_bytes(data, chance) if chance.random() < 0.1 else data)
        home = self._folder / "data"
        home.mkdir(exist_ok=True)
        store = open_store(home, FakeClock(NOW))
        try:
            file = load(path)
            assert take(store, file)
            save(store, NOW, self._folder / "again.jsonl", with_settings=True)
            assert not load(self._folder / "again.jsonl").left_out, "what was written cannot be read"
            store.history()
        except HistoryFileError as error:
            return "refused" if history_file.problem(ENGLISH, error.problem) else "no sentence"
        finally:
            store.close()
            for one in home.iterdir():
                one.unlink()
        return "refused" if file.left_out else "taken"

    def breaks(self, chance: random.Random) -> str:
        """The settings of another program that reminds of breaks, and what is proposed of them."""
        home = self._folder / "person"
        name = chance.choice([*JSON, ".workrave/workrave.ini", ".config/dconf/user"])
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name in JSON:
            path.write_bytes(text_of(changed_value(JSON[name], chance), chance).encode("utf-8", "replace"))
        elif name.endswith(".ini"):
            path.write_bytes(changed_text(WORKRAVE, chance).encode("utf-8", "surrogatepass"))
        else:
            path.write_bytes(changed_bytes(DCONF, chance))
        try:
            found = look({}, home)
            for one in found:
                for proposal in proposals(one, self._reminders):
                    proposal.keys()
            return "taken" if any(one.is_set for one in found) else "refused"
        finally:
            path.unlink()

    def messages(self, chance: random.Random) -> str:
        """What a second start asks, or whoever gets at the socket."""
        from tests.benchmarks.fuzz.messages import answered

        if self._asked is None:
            self._asked = answered()
        with contextlib.suppress(ValueError):
            return str(self._asked(chance))
        return "refused"
