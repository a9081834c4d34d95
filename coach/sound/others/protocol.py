"""What a session needs to be heard over other programs. Null says why there is none."""

from __future__ import annotations

from typing import Literal, Protocol

from coach.sound.trouble import Trouble

Way = Literal["", "pactl", "windows-mixer"]
"""Through what others are lowered; empty where they are not."""


class Others(Protocol):
    """Lowers what other programs play. No method raises, and only `close` waits."""

    @property
    def why_not(self) -> Trouble | None:
        """Why this system cannot do it; None where it can."""
        ...

    @property
    def way(self) -> Way:
        """Through what it is done."""
        ...

    @property
    def trouble(self) -> Trouble | None:
        """What went wrong last, or None."""
        ...

    def make_good(self) -> None:
        """Give back what a crash of ours may have left lowered; returns at once."""
        ...

    def set_wanted(self, wanted: bool) -> None:
        """Whether the person wants it; what is lowered is given back when they do not."""
        ...

    def lower(self, seconds: float) -> None:
        """Keep others soft for this long from now, and a little longer, so that nothing pumps between sentences."""
        ...

    def release(self) -> None:
        """The coach is silent: give back soon."""
        ...

    def close(self) -> None:
        """Give back what is lowered, and wait for that a second or two at most."""
        ...


class NullOthers:
    """Others play on as they do, and why."""

    way: Way = ""

    def __init__(self, why_not: Trouble | None = None) -> None:
        self.why_not = why_not
        self.trouble: Trouble | None = None

    def make_good(self) -> None:
        """Does nothing."""
        return

    def set_wanted(self, wanted: bool) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing."""
        return

    def lower(self, seconds: float) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def release(self) -> None:
        """Does nothing."""
        return

    def close(self) -> None:
        """Does nothing."""
        return
