"""Stand-ins that tests share: a clock that only moves when told, devices that remember what was asked of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from coach.content.catalogue import Catalogue, Library


class FakeClock:
    """coach.clock.Clock, moved by `pass_time`. Refuses to go back.

    `tells_sleep` as on Linux and macOS, where the system counts its sleep; `runs_in_sleep` as on Windows, where
    `monotonic` goes on meanwhile.
    """

    def __init__(
        self,
        wall: datetime | None = None,
        *,
        tells_sleep: bool = False,
        runs_in_sleep: bool = False,
        speed: float = 1.0,
    ) -> None:
        self.speed = speed
        self._tells_sleep, self._runs_in_sleep = tells_sleep, runs_in_sleep
        self._monotonic = 1000.0
        self._awake, self._asleep = 500.0, 0.0
        self._wall = wall or datetime(2026, 5, 14, 9, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return self._monotonic

    def wall(self) -> datetime:
        return self._wall

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
        self._wall += timedelta(seconds=seconds / self.speed)

    def sleep_machine(self, seconds: float) -> None:
        """The machine sleeps: people's clock goes on, the one of waking time stands still."""
        self._wall += timedelta(seconds=seconds)
        self._asleep += seconds
        if self._runs_in_sleep:
            self._monotonic += seconds

    def set_wall(self, wall: datetime) -> None:
        """Somebody sets the clock."""
        self._wall = wall


class FakeCues:
    """coach.sound.protocol.Cues that remembers."""

    def __init__(self) -> None:
        self.played: list[str] = []
        self.stopped = 0
        self.is_open = False
        self.volume = 1.0
        self.muted = False
        self.trouble: str | None = None

    def open(self) -> None:
        self.is_open = True

    def play(self, name: str) -> None:
        self.played.append(name)

    def stop(self) -> None:
        self.stopped += 1

    def set_volume(self, volume: float) -> None:
        self.volume = volume

    def set_muted(self, muted: bool) -> None:
        self.muted = muted

    def close(self) -> None:
        self.is_open = False


class FakeLibrary(Library):
    """A library whose catalogue a test may replace."""

    catalogue: Catalogue = None  # type: ignore[assignment]

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.changed = False

    def refresh(self) -> bool:
        changed, self.changed = self.changed, False
        return changed


class FakeIdle:
    """coach.desktop.protocol.Idle of a person whose hands are at the keyboard, until a test says otherwise."""

    why = "a test"

    def __init__(self) -> None:
        self.now: float | None = 0.0

    def seconds(self) -> float | None:
        return self.now


class FakeQuiet:
    """coach.desktop.protocol.Quiet as a test sets it."""

    def __init__(self) -> None:
        self.now: frozenset[str] = frozenset()

    def reasons(self) -> frozenset[str]:
        return self.now


class FakeAwake:
    """coach.desktop.protocol.Awake that remembers: what it is `held` for now, and every call."""

    def __init__(self) -> None:
        self.held: str | None = None
        self.calls: list[str] = []

    def hold(self, reason: str) -> None:
        self.held = reason
        self.calls.append("hold")

    def release(self) -> None:
        self.held = None
        self.calls.append("release")
