"""Parts to build a window from: the shipped library, a store in memory, a clock that stands, no device at all."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import cache
from types import SimpleNamespace

from coach import resources
from coach.content.catalogue import Catalogue, Folders, Library
from coach.content.model import Routine
from coach.desk import Desk
from coach.progress.lengths import keep_length, with_kept_length
from coach.progress.store import Store
from coach.session.compile import compile_test
from coach.session.compiled import CompiledRoutines
from coach.session.planned import find_routine
from coach.session.timeline import Interval, Timeline
from coach.sound.others.protocol import NullOthers
from coach.sound.voice.choose import Choice
from coach.sound.voice.protocol import NullVoice
from tests.fakes import FakeClock, FakeCues
from tests.stores import memory_store

COMPILED = CompiledRoutines()
TUESDAY = datetime(2026, 5, 12, 11, 48, tzinfo=timezone(timedelta(hours=2)))


@cache
def shipped() -> Catalogue:
    """The shipped library, read once."""
    return Library(Folders(resources.routines(), resources.media()), None).catalogue


class FakeLibrary:
    """A library whose catalogue a test may replace."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.changed = False

    def refresh(self) -> bool:
        changed, self.changed = self.changed, False
        return changed


class FakeQuiet:
    def __init__(self) -> None:
        self.now: frozenset[str] = frozenset()

    def reasons(self) -> frozenset[str]:
        return self.now


class FakeParts:
    """What coach.wiring.Parts offers to the window."""

    def __init__(self, catalogue: Catalogue | None = None, store: Store | None = None) -> None:
        self.clock = FakeClock(TUESDAY)
        self.library = FakeLibrary(catalogue or shipped())
        self.store = store or memory_store(self.clock)
        self.cues = FakeCues()
        self.voice = NullVoice()
        self.others = NullOthers()
        self.voice_choice = Choice("hibari", "a voice", "a voice")
        self.voice_amount, self.voice_speed = "all", 1.0
        self.openings = 0
        self.quiet = FakeQuiet()
        self.idle = SimpleNamespace(seconds=lambda: 0.0)
        self.awake = SimpleNamespace(hold=lambda _reason: None, release=lambda: None)
        self.single = SimpleNamespace()
        self.home = SimpleNamespace(data="the data folder")
        self.desk = Desk(self.clock, self.library, self.store, self.idle, self.quiet)

    def routine(self, ident: str) -> Routine:
        return with_kept_length(find_routine(ident, self.library.catalogue), self.store)

    def choose_length(self, ident: str, seconds: float) -> None:
        keep_length(self.library.catalogue.routines[ident], seconds, self.store)

    def timeline(self, kind: str, ident: str, language: str = "en") -> Timeline:
        catalogue = self.library.catalogue
        if kind == "routine":
            return COMPILED.timeline(self.routine(ident), catalogue, language)
        return compile_test(catalogue.tests[ident], catalogue, language)

    def prepare_voice(self, timeline: Timeline) -> None:
        """Nobody speaks here."""

    def prepare_openings(self) -> None:
        """Nor here."""
        self.openings += 1

    def conductor(self, timeline: Timeline, first: int = 0, session: int | None = None):
        from coach.conductor import Conductor

        return Conductor(timeline, self.clock, self.cues, self.store, first=first, session=session)

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
        work = Interval("work", 0.0, minutes * 60, exercise="chin-tuck")
        self.store.add_interval(session, 0, work, minutes * 60, "done", 8)
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
