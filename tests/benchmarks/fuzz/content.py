"""Shipped files, changed, as files of a person's own: read, judged with the whole library, shown, timed and moved."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from coach import resources
from coach.commands.showing import describe, describe_own
from coach.content.assembling import read
from coach.content.document import Document
from coach.content.library import Folders, Library
from coach.content.library_files import look_at
from coach.content.model import Exercise, Figure, Plan, Reminder, Routine, Test
from coach.figure import judge as figure
from coach.progress.folders import Home
from coach.reminders.engine import decide
from coach.reminders.policy import Observation, Policy
from coach.reminders.state import State
from coach.wiring import Parts
from tests.benchmarks.fuzz.mutation import changed_bytes, changed_text
from tests.content.quick_readers import agree
from tests.fakes import FakeClock

NOW = datetime(2026, 5, 14, 9, 0, tzinfo=UTC)


@cache
def library() -> Library:
    """The shipped one, read once for all cases that change something else."""
    return Library(Folders(resources.routines(), resources.media()), None)


class Files:
    """One library of the person's own, in which one file after another is the changed one."""

    def __init__(self, home: Path) -> None:
        self._home = Home(home, home / "cache")
        self._parts = Parts(self._home, FakeClock(NOW), sound=False)
        self._places = {
            path: root / path.relative_to(shipped)
            for shipped, root in (
                (resources.routines(), self._home.routines),
                (resources.media(), self._home.media),
            )
            for path in sorted(shipped.rglob("*"))
            if path.suffix in (".yaml", ".md")
        }
        self._texts = {path: path.read_text("utf-8") for path in self._places}

    def case(self, chance: random.Random) -> str:
        """One file."""
        shipped = chance.choice(list(self._places))
        text = changed_text(self._texts[shipped], chance, self._others(shipped, chance))
        data = text.encode("utf-8", "surrogatepass")
        mine = self._places[shipped]
        mine.parent.mkdir(parents=True, exist_ok=True)
        mine.write_bytes(changed_bytes(data, chance) if chance.random() < 0.1 else data)
        try:
            return self._read(mine)
        finally:
            mine.unlink()

    def _others(self, shipped: Path, chance: random.Random) -> list[str]:
        """Some of its own kind, and one of any."""
        alike = [path for path in self._texts if path.parent == shipped.parent]
        return [self._texts[path] for path in (*chance.choices(alike, k=3), chance.choice(list(self._texts)))]

    def _read(self, mine: Path) -> str:
        library = self._parts.library
        library.refresh()
        look = look_at(self._parts.folders[1])
        (document,) = (read(seen, look) for seen in look.files)
        agree(look.listing.files[0])
        assert (document.value is None) == bool(document.problems), "no value and no problem, or both"
        problems = [one for one in library.catalogue.problems if one.file == mine]
        for problem in problems:
            assert str(problem).isprintable(), repr(str(problem))
            assert problem.line >= 1
            assert problem.column >= 1
        self._use(document)
        return "refused" if problems else "taken"

    def _use(self, document: Document) -> None:
        """As the commands and the window do, of whatever is in force now: this file, or the shipped one."""
        parts, kind, ident = self._parts, document.kind or "", document.id
        value = document.value
        catalogue = parts.library.catalogue
        if document.is_misplaced or not parts.has(kind, ident):
            return
        match value:
            case Routine():
                parts.routine_seconds(ident)
                describe_own(parts.own(ident), parts.timeline(kind, ident), catalogue)
            case Exercise() | Test():
                describe(kind, value, parts.timeline(kind, ident), catalogue)
            case Figure():
                figure.judge(value)
            case Reminder():
                describe(kind, value, None, catalogue)
                policy = Policy((value,))
                state, _ = decide(policy, State(), Observation(1000.0, NOW, idle=0.0))
                decide(policy, state, Observation(5000.0, NOW, idle=0.0))
            case Plan():
                describe(kind, value, None, catalogue)
        parts.today()
