"""Stand-ins that tests share: a clock that only moves when told, devices that remember what was asked of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import NamedTuple

from coach.clock import Clock
from coach.content.catalogue import Catalogue
from coach.content.library import Folders, Library
from coach.content.model import Coaching, Safety
from coach.desktop.at_login import AtLoginState, Entry
from coach.desktop.global_key import GlobalKey, KeyState
from coach.desktop.how import How
from coach.desktop.media import MediaCommand, MediaControls, Playing
from coach.desktop.protocol import Awake, Idle, Lock, Quiet, Told
from coach.reminders.quiet import SEEN, SeenReason
from coach.sound.protocol import Cues, Opened
from coach.sound.trouble import Trouble
from coach.sound.voice.amount import Amount
from coach.sound.voice.protocol import Output, Utterance, Voice
from coach.sound.voice.turns import LATEST_SECONDS

A_TEST = How("said", "a test")
"""Who tells what a stand-in for the desktop tells."""


def troubled(words: str) -> Trouble:
    """A trouble with sound or voice that is told in these words."""
    return Trouble("said", why=words)


NO_FOLDERS = Folders(Path("no routines"), Path("no media"))
EMPTY = Catalogue(
    exercises={}, routines={}, tests={}, reminders={}, plans={}, lessons={}, figures={}, coaching=Coaching({}),
    areas={}, safety=Safety({}, ()), sources={}, pronunciations={}, sounds={}, problems=(), origins={},
)  # fmt: skip
"""A library with nothing in it."""


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """As coach.clock.Clock.local does in `zone`: with the offset of its own day, and no zone that would hide one."""
    there = (moment.replace(tzinfo=zone) if moment.tzinfo is None else moment).astimezone(UTC).astimezone(zone)
    offset = there.utcoffset()
    assert offset is not None
    return there.replace(tzinfo=timezone(offset), fold=0)


class FakeClock:
    """coach.clock.Clock, moved by `pass_time`. Refuses to go back.

    `tells_sleep` as on Linux and macOS, where the system counts its sleep; `runs_in_sleep` as on Windows, where
    `monotonic` goes on meanwhile. Without a `zone` the offset of `wall` holds all the time.
    """

    def __init__(
        self,
        wall: datetime | None = None,
        *,
        tells_sleep: bool = False,
        runs_in_sleep: bool = False,
        speed: float = 1.0,
        zone: tzinfo | None = None,
    ) -> None:
        self.speed, self._zone = speed, zone
        self._tells_sleep, self._runs_in_sleep = tells_sleep, runs_in_sleep
        self._monotonic = 1000.0
        self._awake, self._asleep = 500.0, 0.0
        self.set_wall(wall or datetime(2026, 5, 14, 9, 0, tzinfo=zone or UTC))

    def monotonic(self) -> float:
        return self._monotonic

    def wall(self) -> datetime:
        return self._wall

    def local(self, moment: datetime) -> datetime:
        return in_zone(moment, self.local_zone)

    @property
    def local_zone(self) -> tzinfo:
        """The one that `local` goes by."""
        return self._zone or self._wall.tzinfo or UTC

    def awake(self) -> float:
        return self._awake

    def asleep(self) -> float | None:
        return self._asleep if self._tells_sleep else None

    def pass_time(self, seconds: float) -> None:
        """`seconds` of `monotonic` go by; at a higher speed fewer real ones."""
        if seconds < 0:
            raise ValueError("time does not go back")
        self._monotonic += seconds
        self._awake += seconds / self.speed
        self.set_wall(self._wall + timedelta(seconds=seconds / self.speed))

    def sleep_machine(self, seconds: float) -> None:
        """The machine sleeps: people's clock goes on, the one of waking time stands still."""
        self.set_wall(self._wall + timedelta(seconds=seconds))
        self._asleep += seconds
        if self._runs_in_sleep:
            self._monotonic += seconds

    def set_wall(self, wall: datetime) -> None:
        """Somebody sets the clock."""
        self._wall = wall if self._zone is None else in_zone(wall, self._zone)

    def travel(self, zone: tzinfo) -> None:
        """The machine is in another zone; it is the same moment."""
        self._zone = zone
        self.set_wall(self._wall)


# What a FakeClock can be told of sleep, as systems differ in it.
EVERY_SYSTEM = {
    "Linux and macOS": {"tells_sleep": True},
    "Windows": {"runs_in_sleep": True},
    "one that tells nothing": {},
}


class FakeCues:
    """coach.sound.protocol.Cues that remembers. `held` is by whom it is held, and for how much longer."""

    def __init__(self) -> None:
        self.played: list[str] = []
        self.late: list[float | None] = []
        self.stopped = 0
        self.is_open = False
        self.held: dict[object, float] = {}
        self.volume = 1.0
        self.muted = False
        self.trouble: Trouble | None = None

    def describe(self) -> Opened | None:
        return None

    def open(self) -> None:
        self.is_open = True

    def hold(self, by: object) -> None:
        self.open()
        self.held[by] = float("inf")

    def let_go(self, by: object, after_seconds: float = 0.0) -> None:
        if by in self.held:
            self.held[by] = after_seconds

    def play(self, name: str, late_seconds: float | None = None) -> None:
        self.played.append(name)
        self.late.append(late_seconds)

    def stop(self) -> None:
        self.stopped += 1

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def set_muted(self, muted: bool) -> None:
        self.muted = muted

    def close(self) -> None:
        self.is_open = False


class Said(NamedTuple):
    """A sentence as it was handed to a voice, at a second of its clock."""

    at: float
    text: str
    rank: int
    room: float | None
    late: float
    patience: float


class FakeVoice:
    """coach.sound.voice.protocol.Voice that remembers: each call by its name and what it was about, in `calls`."""

    def __init__(self, amount: Amount = "all", clock: Clock | None = None) -> None:
        self.trouble: Trouble | None = None
        self.amount: Amount = amount
        self.calls: list[tuple[str, object]] = []
        self.prepared: list[tuple[Utterance, ...]] = []
        self.said: list[Said] = []
        self.passing: list[str] = []
        self._clock = clock or FakeClock()

    def prepare(self, lines: Sequence[Utterance]) -> None:
        self.prepared.append(tuple(lines))
        self.calls.append(("prepare", [line.text for line in lines]))

    def say(
        self,
        text: str,
        rank: int = 0,
        room: float | None = None,
        late: float = 0.0,
        patience: float = LATEST_SECONDS,
        *,
        is_passing: bool = False,
    ) -> None:
        self.said.append(Said(self._clock.monotonic(), text, rank, room, late, patience))
        self.passing += [text] if is_passing else []
        self.calls.append(("say", text))

    def hush(self) -> None:
        self.calls.append(("hush", self._clock.monotonic()))

    def set_volume(self, volume: float) -> None:
        self.calls.append(("volume", volume))

    def set_speed(self, speed: float) -> None:
        self.calls.append(("speed", speed))

    def set_amount(self, amount: Amount) -> None:
        self.amount = amount
        self.calls.append(("amount", amount))

    def close(self) -> None:
        self.calls.append(("close", None))


class FakeOutput:
    """coach.sound.voice.protocol.Output that remembers, with a clock of its own."""

    def __init__(self) -> None:
        self.now = 0.0
        self.log: list[object] = []
        self.cue = (float("-inf"), 0.0)
        self.volume = -1.0
        self.awake_at = 0.0

    def speak(self, path: Path, after_seconds: float = 0.0) -> bool:
        self.log.append((path.name, round(self.now + after_seconds, 3)))
        return True

    def hush(self) -> None:
        self.log.append("hush")

    def set_speech_volume(self, volume: float) -> None:
        self.volume = volume

    def wakes_in(self) -> float:
        return max(0.0, self.awake_at - self.now)

    def since_cue(self) -> tuple[float, float]:
        return self.now - self.cue[0], self.cue[1]


class FakeLibrary(Library):
    """A library whose catalogue a test may replace."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(NO_FOLDERS)
        self._catalogue = catalogue
        self.changed = False

    @property
    def catalogue(self) -> Catalogue:
        """The one that it was given last."""
        return self._catalogue

    @catalogue.setter
    def catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def refresh(self) -> bool:
        changed, self.changed = self.changed, False
        return changed


class FakeIdle:
    """coach.desktop.protocol.Idle of a person at the desk, whose hands rest just now, until a test says otherwise."""

    why = (A_TEST,)

    def __init__(self) -> None:
        self.now: float | None = 4.0
        self.tells = False  # though it is not known now

    @property
    def is_told(self) -> bool:
        return self.tells or self.now is not None

    def seconds(self) -> float | None:
        return self.now

    def close(self) -> None:
        return


class FakeLock:
    """coach.desktop.protocol.Lock as a test sets it."""

    why = (A_TEST,)

    def __init__(self) -> None:
        self.now: bool | None = False

    def is_locked(self) -> bool | None:
        return self.now

    def close(self) -> None:
        return


class FakeScreenReader:
    """coach.desktop.protocol.ScreenReader as a test sets it: none runs until it says so."""

    why = (A_TEST,)

    def __init__(self) -> None:
        self.now: bool | None = False

    def runs(self) -> bool | None:
        return self.now

    def close(self) -> None:
        return


class FakeLessMotion:
    """coach.desktop.protocol.LessMotion as a test sets it: not wanted until it says so."""

    why = (A_TEST,)

    def __init__(self) -> None:
        self.now: bool | None = False

    def is_wanted(self) -> bool | None:
        return self.now

    def close(self) -> None:
        return


class FakeQuiet:
    """coach.desktop.protocol.Quiet as a test sets it."""

    def __init__(self) -> None:
        self.now: frozenset[SeenReason] = frozenset()

    def told(self) -> tuple[Told, ...]:
        return tuple(Told(reason, True, (A_TEST,)) for reason in SEEN)

    def reasons(self) -> frozenset[SeenReason]:
        return self.now

    def close(self) -> None:
        return


class FakeAtLogin:
    """coach.desktop.at_login.AtLogin that remembers its `now`; a `trouble` is raised by every change."""

    def __init__(self) -> None:
        self.now = Entry("off", "a file")
        self.trouble: OSError | None = None

    def entry(self) -> Entry:
        return self.now

    def switch_on(self) -> None:
        self._change("on")

    def switch_off(self) -> None:
        self._change("off")

    def _change(self, state: AtLoginState) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.now = Entry(state, "a file", "/bin/posture-coach")


class FakeAwake:
    """coach.desktop.protocol.Awake that remembers: what it is `held` for now, and every call."""

    def __init__(self) -> None:
        self.held: str | None = None
        self.calls: list[str] = []

    def told(self) -> Told:
        return Told("awake", True, (A_TEST,))

    def hold(self, reason: str) -> None:
        self.held = reason
        self.calls.append("hold")

    def release(self) -> None:
        self.held = None
        self.calls.append("release")

    def close(self) -> None:
        self.release()


class FakeMedia:
    """coach.desktop.media.MediaControls as a desktop would have it: `shown` is what it was told last, `ask` a key."""

    def __init__(self) -> None:
        self.shown: Playing | None = None
        self.told: list[Playing] = []
        self._now: Callable[[], Playing | None] = lambda: None
        self._obey: Callable[[MediaCommand], None] | None = None
        self._asked: list[MediaCommand] = []

    @property
    def is_there(self) -> bool:
        return self._obey is not None

    def shown_by(self) -> Told:
        return Told("media-keys", True, (A_TEST,))

    def ask(self, command: MediaCommand) -> None:
        """Heard at once, as with an event loop."""
        assert self._obey is not None
        self._obey(command)

    def press(self, command: MediaCommand) -> None:
        """Heard at the next `answer`, as without one."""
        self._asked.append(command)

    def begin(self, now: Callable[[], Playing | None], obey: Callable[[MediaCommand], None]) -> None:
        self._now, self._obey, self.told = now, obey, []

    def tell(self) -> None:
        self.shown = self._now()
        if self.shown is not None:
            self.told.append(self.shown)

    def answer(self) -> None:
        while self._asked and self._obey is not None:
            self._obey(self._asked.pop(0))

    def end(self) -> None:
        self.shown, self._obey = None, None

    def close(self) -> None:
        self.end()


class FakeKey:
    """coach.desktop.global_key.GlobalKey on a desktop that asks when it is told to: `answer` is the person's."""

    def __init__(self) -> None:
        self.pressed: Callable[[str], None] = lambda _token: None
        self.changed: Callable[[], None] = lambda: None
        self.state: KeyState = "off"
        self.trigger = ""
        self.can_change = False
        self.is_offered = True
        self.calls: list[str] = []

    def answer(self, state: KeyState, trigger: str = "") -> None:
        """The desktop says how it stands."""
        self.state, self.trigger = state, trigger
        self.changed()

    def told(self) -> Told:
        return Told("reminder-key", self.is_offered, (A_TEST,))

    def restore(self, what: str) -> None:
        self.state = "waiting"
        self.calls.append(f"restore {what}")

    def choose(self, what: str) -> None:
        self.state = "waiting"
        self.calls.append(f"choose {what}")

    def change(self) -> None:
        self.calls.append("change")

    def end(self) -> None:
        self.state, self.trigger = "off", ""
        self.calls.append("end")

    def close(self) -> None:
        self.end()


def as_the_program_wants_them() -> tuple[
    Clock, Cues, Voice, Output, Idle, Lock, Quiet, Awake, MediaControls, GlobalKey
]:
    """Each stand-in can do all that its protocol asks: the type checker judges it here, wherever else it is used."""
    return (
        FakeClock(),
        FakeCues(),
        FakeVoice(),
        FakeOutput(),
        FakeIdle(),
        FakeLock(),
        FakeQuiet(),
        FakeAwake(),
        FakeMedia(),
        FakeKey(),
    )
