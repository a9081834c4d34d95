"""A stage for terminal tests: keys that are pressed at set moments, a screen to look at, a small library, a store."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Self

from coach.conductor import Conductor
from coach.content.model import Area, Coaching, CoachingEvent, DoseLayer, Exercise, ExerciseStep, Routine, SayStep, Text
from coach.progress.store import Store
from coach.session.compile import compile_routine
from coach.session.timeline import Timeline
from coach.terminal.ask import Asker
from coach.terminal.screen import Screen, Size
from coach.terminal.session import Session, Surface
from tests.fakes import FakeClock, FakeCues
from tests.stores import memory_store

COACHING = Coaching(
    events={
        "prepare": CoachingEvent(say=(Text("First: {exercise}."),)),
        "next": CoachingEvent(say=(Text("Next: {exercise}."),)),
        "go": CoachingEvent(sound="go"),
        "countdown": CoachingEvent(sound="tick", last=3.0),
        "stop": CoachingEvent(sound="stop"),
        "done": CoachingEvent(sound="done", say=(Text("Well done."),)),
    }
)


PATIENCE_SECONDS = 3600.0
NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


class FakeKeys:
    """Presses `script`, (second, key) by the clock since the first wait; time passes only while somebody waits."""

    def __init__(self, clock: FakeClock, script: Sequence[tuple[float, str]] = ()) -> None:
        self._clock = clock
        self._script = list(script)
        self._start: float | None = None
        self.entered = 0

    def __enter__(self) -> Self:
        self.entered += 1
        return self

    def __exit__(self, *unused: object) -> None:
        self.entered -= 1

    def wait(self, seconds: float) -> str | None:
        now = self._clock.monotonic()
        self._start = now if self._start is None else self._start
        assert now - self._start < PATIENCE_SECONDS, "nobody presses any key any more"
        until_key = self._script[0][0] + self._start - now if self._script else float("inf")
        if until_key > seconds:
            self._clock.pass_time(seconds)
            return None
        self._clock.pass_time(max(0.0, until_key))
        return self._script.pop(0)[1]


class FakeSound:
    """The sound as Parts switches it."""

    def __init__(self, cues: FakeCues) -> None:
        self._cues = cues

    @property
    def muted(self) -> bool:
        return self._cues.muted

    def toggle_muted(self) -> None:
        self._cues.set_muted(not self.muted)


def typed(*keys: str) -> list[tuple[float, str]]:
    """Keys pressed one after the other, a second apart."""
    return [(float(second), key) for second, key in enumerate(keys, start=1)]


class Out(io.StringIO):
    """Output that remembers, in an encoding of its own."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding


def picture(written: str) -> list[str]:
    """What stands on a terminal after `written`: its rows, the empty ones at the end left off."""
    rows: dict[int, str] = {}
    row = 0
    for place, erase, text in re.findall(r"\x1b\[(\d+);1H|(\x1b\[2J)|([^\x1b]+)|\x1b\[[^a-zA-Z]*[a-zA-Z]", written):
        if place:
            row = int(place)
            rows[row] = ""
        elif erase:
            rows = {}
        else:
            rows[row] = rows.get(row, "") + text
    last = max((number for number, text in rows.items() if text), default=0)
    return [rows.get(number, "") for number in range(1, last + 1)]


def exercise(ident: str, dose: DoseLayer) -> Exercise:
    title = ident.replace("-", " ").capitalize()
    return Exercise(ident, Text(title), ("neck",), "standing", Text("Do it."), dose)


@dataclass
class Library:
    exercises: dict[str, Exercise]
    coaching: Coaching = COACHING
    areas: dict[str, Area] = field(default_factory=dict)
    routines: dict[str, Routine] = field(default_factory=dict)


LIBRARY = Library(
    {
        e.id: e
        for e in (
            exercise("chin-tuck", DoseLayer(reps=3, move=2.0, hold=1.0, back=2.0)),
            exercise("wall-sit", DoseLayer(for_seconds=20.0)),
            exercise("plank", DoseLayer(as_long_as_possible=True, up_to=60.0, sides="both")),
            exercise("row", DoseLayer(reps=8, own_pace=True)),
        )
    }
)


def timeline(*steps: str | SayStep) -> Timeline:
    """A routine of these exercises, ten seconds before each."""
    items = tuple(ExerciseStep(step) if isinstance(step, str) else step for step in steps)
    return compile_routine(Routine("short", Text("A short one"), items), LIBRARY)


def ends(store: Store) -> list[str | None]:
    """How each session of the store ended, the last one first; None for one that is open."""
    return [record.how for record in store.sessions()]


CLASSIC = Size(80, 24)


class Stage:
    """A session of `what` with `script` pressed, in a terminal of 80 by 24."""

    def __init__(
        self,
        what: Timeline,
        script: Sequence[tuple[float, str]] = (),
        *,
        size: Size = CLASSIC,
        encoding: str = "utf-8",
    ) -> None:
        self.clock, self.cues = FakeClock(), FakeCues()
        self.store = memory_store(self.clock)
        self.out = Out(encoding)
        self.size = size
        self.keys = FakeKeys(self.clock, script)
        self.screen = Screen(self.out, lambda: self.size)
        self.conductor = Conductor(what, self.clock, self.cues, self.store)
        surface = Surface(self.keys, self.screen, self.clock)
        self.session = Session(self.conductor, LIBRARY, surface, FakeSound(self.cues))
        self.asker = Asker(self.keys, self.screen)
        self._began: float | None = None

    def until(self, second: float) -> list[str]:
        """The picture `second` seconds into the session."""
        if self._began is None:
            self._began = self.clock.monotonic()
            self.session.begin()
        while self.conductor.ended is None and self.clock.monotonic() < self._began + second - 1e-6:
            self.session.step()
        return picture(self.out.getvalue())

    def seconds(self) -> float:
        """How long the session has run by the clock."""
        return self.clock.monotonic() - (self._began or 1000.0)
