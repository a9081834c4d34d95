"""What the program asks of the desktop it runs on, and the honest answers of one that tells nothing.

Every call is bounded in time, forks nothing and opens no network connection.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from coach.reminders.quiet import SeenReason

Watcher = Callable[[int, Callable[[], None]], Callable[[], None]]
"""An event loop's way to watch a file descriptor: what is given is called whenever it can be read, until what comes
back is called. Who hands one over hears in time of what a desktop only tells when it happens."""


class Idle(Protocol):
    """How long nobody has touched this machine."""

    @property
    def why(self) -> str:
        """Who tells, or why nobody does; for `doctor`."""
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

    @property
    def why(self) -> str:
        """What is watched, and what is not; for `doctor`."""
        ...

    def reasons(self) -> frozenset[SeenReason]:
        """Why the person should not be disturbed now."""
        ...

    def close(self) -> None:
        """Give back what was opened to ask; harmless where nothing was."""
        ...


class Awake(Protocol):
    """Keeps the screen on while somebody exercises before it."""

    def hold(self, reason: str) -> None:
        """Keep the screen on until `release`; harmless when held. Does nothing where the desktop cannot."""
        ...

    def release(self) -> None:
        """Let it go dark again as it likes; harmless when nothing is held."""
        ...

    def close(self) -> None:
        """At the end of the program: as `release`."""
        ...


class NullIdle:
    """It is not known whether anybody is there, and why."""

    def __init__(self, why: str) -> None:
        self._why = why

    @property
    def why(self) -> str:
        """The sentence that it was made with."""
        return self._why

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

    def __init__(self, why: str) -> None:
        self._why = why

    @property
    def why(self) -> str:
        """The sentence that it was made with."""
        return self._why

    def reasons(self) -> frozenset[SeenReason]:
        """Always none."""
        return frozenset()

    def close(self) -> None:
        """Does nothing."""
        return


class NullAwake:
    """The screen goes dark as it likes."""

    def hold(self, reason: str) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing."""
        return

    def release(self) -> None:
        """Does nothing."""
        return

    def close(self) -> None:
        """Does nothing."""
        return
