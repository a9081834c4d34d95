"""What the program asks of the desktop it runs on, and the honest answers of one that tells nothing.

Every call is bounded in time, forks nothing and opens no network connection.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol, get_args

from coach.desktop.how import How
from coach.reminders.quiet import SEEN, SeenReason
from coach.values import dataclass

Service = Literal[
    "idle",
    "do-not-disturb",
    "full-screen",
    "camera",
    "awake",
    "lock",
    "media-keys",
    "screen-reader",
    "reminder-key",
    "less-motion",
]
"""What is asked of a desktop."""

SERVICES: tuple[Service, ...] = get_args(Service)


@dataclass(frozen=True, slots=True)
class Told:
    """Whether this desktop offers `service` now. `how` is who tells it or does it, or why each who could does not; for
    `doctor`.
    """

    service: Service
    is_known: bool
    how: tuple[How, ...]


Watcher = Callable[[int, Callable[[], None]], Callable[[], None]]
"""An event loop's way to watch a file descriptor: what is given is called whenever it can be read, until what comes
back is called. Who hands one over hears in time of what a desktop only tells when it happens."""


class Idle(Protocol):
    """How long nobody has touched this machine."""

    @property
    def why(self) -> tuple[How, ...]:
        """Who tells, or why each who could does not; for `doctor`."""
        ...

    @property
    def is_told(self) -> bool:
        """Whether somebody tells it, even where it is not known yet or not at this moment; asked anew."""
        ...

    def seconds(self) -> float | None:
        """Since the last key or mouse movement. None when that cannot be known, never a made-up 0."""
        ...

    def close(self) -> None:
        """Give back what was opened to ask; harmless where nothing was."""
        ...


class Quiet(Protocol):
    """Whether the person should be left in peace now."""

    def told(self) -> tuple[Told, ...]:
        """For each reason that can be seen whether it is watched now, in their order."""
        ...

    def reasons(self) -> frozenset[SeenReason]:
        """Why the person should not be disturbed now."""
        ...

    def close(self) -> None:
        """Give back what was opened to ask; harmless where nothing was."""
        ...


class Awake(Protocol):
    """Keeps the screen on while somebody exercises before it."""

    def told(self) -> Told:
        """Who keeps it on now; while nothing is held, who would."""
        ...

    def hold(self, reason: str) -> None:
        """Keep the screen on until `release`; harmless when held. Does nothing where the desktop cannot."""
        ...

    def release(self) -> None:
        """Let it go dark again as it likes; harmless when nothing is held."""
        ...

    def close(self) -> None:
        """At the end of the program: as `release`."""
        ...


class Lock(Protocol):
    """Whether the screen is locked, or the machine about to sleep: nobody sits before it then."""

    @property
    def why(self) -> tuple[How, ...]:
        """Who tells, or why each who could does not; for `doctor`."""
        ...

    def is_locked(self) -> bool | None:
        """None where that cannot be known."""
        ...

    def close(self) -> None:
        """Give back what was opened to ask; harmless where nothing was."""
        ...


class ScreenReader(Protocol):
    """Whether a screen reader runs: who listens to one is asked whether it shall speak in a session."""

    @property
    def why(self) -> tuple[How, ...]:
        """Who tells, or why each who could does not; for `doctor`."""
        ...

    def runs(self) -> bool | None:
        """Asked anew. None where that cannot be known."""
        ...

    def close(self) -> None:
        """Give back what was opened to ask; harmless where nothing was."""
        ...


class LessMotion(Protocol):
    """Whether the person asked the whole desktop for less motion: who chose nothing here has it so here, too."""

    @property
    def why(self) -> tuple[How, ...]:
        """Who tells, or why each who could does not; for `doctor`."""
        ...

    def is_wanted(self) -> bool | None:
        """Asked anew. None where that cannot be known."""
        ...

    def close(self) -> None:
        """Give back what was opened to ask; harmless where nothing was."""
        ...


class NullIdle:
    """It is not known whether anybody is there, and why."""

    def __init__(self, why: How) -> None:
        self._why = why

    @property
    def why(self) -> tuple[How, ...]:
        """The reason that it was made with."""
        return (self._why,)

    @property
    def is_told(self) -> bool:
        """Never."""
        return False

    def seconds(self) -> float | None:
        """Always None."""
        return None

    def close(self) -> None:
        """Does nothing."""
        return


class NullQuiet:
    """No reason is ever known, and why."""

    def __init__(self, why: How) -> None:
        self._why = why

    def told(self) -> tuple[Told, ...]:
        """Nothing is watched, by the reason that it was made with."""
        return tuple(Told(reason, False, (self._why,)) for reason in SEEN)

    def reasons(self) -> frozenset[SeenReason]:
        """Always none."""
        return frozenset()

    def close(self) -> None:
        """Does nothing."""
        return


class NullAwake:
    """The screen goes dark as it likes, and why."""

    def __init__(self, why: How) -> None:
        self._why = why

    def told(self) -> Told:
        """That nobody does, by the reason that it was made with."""
        return Told("awake", False, (self._why,))

    def hold(self, reason: str) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing."""
        return

    def release(self) -> None:
        """Does nothing."""
        return

    def close(self) -> None:
        """Does nothing."""
        return


class NullLock:
    """It is not known whether the screen is locked, and why."""

    def __init__(self, why: How) -> None:
        self._why = why

    @property
    def why(self) -> tuple[How, ...]:
        """The reason that it was made with."""
        return (self._why,)

    def is_locked(self) -> bool | None:
        """Always None."""
        return None

    def close(self) -> None:
        """Does nothing."""
        return


class NullScreenReader:
    """It is not known whether a screen reader runs, and why."""

    def __init__(self, why: How) -> None:
        self._why = why

    @property
    def why(self) -> tuple[How, ...]:
        """The reason that it was made with."""
        return (self._why,)

    def runs(self) -> bool | None:
        """Always None."""
        return None

    def close(self) -> None:
        """Does nothing."""
        return


class NullLessMotion:
    """It is not known whether less motion is wanted, and why."""

    def __init__(self, why: How) -> None:
        self._why = why

    @property
    def why(self) -> tuple[How, ...]:
        """The reason that it was made with."""
        return (self._why,)

    def is_wanted(self) -> bool | None:
        """Always None."""
        return None

    def close(self) -> None:
        """Does nothing."""
        return
