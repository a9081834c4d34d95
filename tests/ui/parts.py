"""The real parts with fake devices: the shipped library, a store in memory, a clock that stands."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from coach import resources
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, Library
from coach.progress.folders import Home
from coach.progress.store import Store
from coach.session.compiled import CompiledRoutines
from coach.sound.others.protocol import NullOthers
from coach.sound.voice.choose import Choice
from coach.sound.voice.protocol import NullVoice, Voice
from coach.wiring import Given, Parts
from tests.fakes import (
    FakeAtLogin,
    FakeAwake,
    FakeClock,
    FakeCues,
    FakeIdle,
    FakeKey,
    FakeLessMotion,
    FakeLibrary,
    FakeLock,
    FakeMedia,
    FakeQuiet,
    FakeScreenReader,
)
from tests.stores import memory_store

COMPILED = CompiledRoutines()
HOME = Home(Path("the data folder"), Path("the data folder/cache"))
TUESDAY = datetime(2026, 5, 12, 11, 48, tzinfo=timezone(timedelta(hours=2)))


@cache
def shipped() -> Catalogue:
    """The shipped library, read once."""
    return Library(Folders(resources.routines(), resources.media()), None).catalogue


class FakeParts(Parts):
    """The real parts over the shipped library, with a clock that stands, a store in memory and no device."""

    clock: FakeClock
    library: FakeLibrary
    store: Store
    cues: FakeCues
    quiet: FakeQuiet
    idle: FakeIdle
    lock: FakeLock
    awake: FakeAwake
    at_login: FakeAtLogin
    media: FakeMedia
    screen_reader: FakeScreenReader
    reminder_key: FakeKey
    less_motion: FakeLessMotion

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        store: Store | None = None,
        clock: FakeClock | None = None,
        *,
        muted: bool = False,
        voice: Voice | None = None,
    ) -> None:
        clock = clock or FakeClock(TUESDAY)
        given = Given(
            library=FakeLibrary(catalogue or shipped()),
            store=store or memory_store(clock),
            cues=FakeCues(),
            voice=voice or NullVoice(),
            voice_choice=Choice("hibari", "a voice", "a voice"),
            others=NullOthers(),
            idle=FakeIdle(),
            lock=FakeLock(),
            quiet=FakeQuiet(),
            awake=FakeAwake(),
            at_login=FakeAtLogin(),
            media=FakeMedia(),
            screen_reader=FakeScreenReader(),
            reminder_key=FakeKey(),
            less_motion=FakeLessMotion(),
        )
        super().__init__(HOME, clock, muted=muted, given=given)
        self._compiled = COMPILED

    @classmethod
    def at_home(cls, folder: Path, clock: FakeClock | None = None) -> FakeParts:
        """With a data folder of their own, in which files may be written: the library is read from disk."""
        parts = cls(clock=clock)
        parts.home = Home(folder, folder / "cache")
        parts.folders = (parts.folders[0], Folders(parts.home.routines, parts.home.media))
        parts.__dict__["library"] = Library(*parts.folders)
        return parts

    # --- a past ---

    def finish(
        self, target: str, *, days_ago: int = 0, minutes: float = 2, effort: int | None = 2, pain: int = 1
    ) -> int:
        """A session of `target` that was finished."""
        session = self.begin(target, days_ago=days_ago, minutes=minutes)
        self.store.finish_session(session, "finished")
        self.store.rate_session(session, effort, pain)
        return session

    def begin(self, target: str, *, days_ago: int = 0, minutes: float = 2) -> int:
        """A session of `target` with its first interval done and no end."""
        now = self.clock.wall()
        self.clock.set_wall(now - timedelta(days=days_ago, hours=1))
        title = str(self.library.catalogue.routines[target].title)
        session = self.store.begin_session("routine", target, title, minutes * 60, 5)
        first = self.timeline("routine", target).intervals[0]
        self.store.add_interval(session, 0, first, minutes * 60, "done", 8)
        self.clock.set_wall(now)
        return session

    def tested(self, *, days_ago: int, hold: float, focus: tuple[str, ...] = ("between-blades", "neck")) -> None:
        """A wall test that was done."""
        now = self.clock.wall()
        self.clock.set_wall(now - timedelta(days=days_ago))
        result = {
            "test_id": "wall-test", "contact": 9, "contact_most": 14, "hold_seconds": hold, "hold_most": 30.0,
            "carry_over": 5, "carry_over_most": 7, "tension": {"neck": 4, "between-blades": 6}, "focus": list(focus),
        }  # fmt: skip
        self.store.add_test("wall-test", result)
        self.clock.set_wall(now)
