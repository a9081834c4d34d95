"""What the rest of the program needs of sound. pygame stays behind `mixer`; Null says why there is none."""

from __future__ import annotations

from typing import Protocol

from coach.sound.trouble import Trouble
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """A device that is open: SDL's driver, its rate, and the length of its buffer in frames."""

    driver: str
    rate_hz: int
    channels: int
    frames: int


class Cues(Protocol):
    """Plays the prepared cue sounds. No method raises for a device's sake."""

    @property
    def trouble(self) -> Trouble | None:
        """Why nothing is heard, or None. It appears once the device is gone or was never there."""
        ...

    def describe(self) -> Opened | None:
        """The device, for `doctor`; None while none is open."""
        ...

    def open(self) -> None:
        """Open the device for a sound by itself; harmless when open. 300 ms of silence wake a sleeping device.

        It is given back by itself some seconds after the last sound, unless somebody holds it.
        """
        ...

    def hold(self, by: object) -> None:
        """Open the device, and keep it open until `by`, a session, lets it go; one that is lost is asked for again."""
        ...

    def let_go(self, by: object, after_seconds: float = 0.0) -> None:
        """`by` needs it no more, or not from `after_seconds` on; what still sounds rings out. `hold` takes it back."""
        ...

    def play(self, name: str, late_seconds: float | None = None) -> None:
        """Play media/sounds/NAME.wav (the user's first) now. `tick-3` is a clip of three ticks (countdown.py).

        One that had its moment `late_seconds` ago is heard as far behind it as all those are, if it is not too late.
        """
        ...

    def stop(self) -> None:
        """Fade out what is playing (a pause in the middle of 3-2-1)."""
        ...

    def set_volume(self, volume: float) -> None:
        """0.0 to 1.0."""
        ...

    def set_muted(self, muted: bool) -> None:
        """Whether nothing shall sound; the volume stays as it was for afterwards."""
        ...

    def close(self) -> None:
        """Give the device back at once, for the program's end; what still sounds rings out."""
        ...


class NullCues:
    """No sound, and why."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self._trouble = trouble

    @property
    def trouble(self) -> Trouble | None:
        """What it was made with; None where silence is wanted."""
        return self._trouble

    def describe(self) -> Opened | None:
        """Always None."""
        return None

    def open(self) -> None:
        """Does nothing."""
        return

    def hold(self, by: object) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing."""
        return

    def let_go(self, by: object, after_seconds: float = 0.0) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def play(self, name: str, late_seconds: float | None = None) -> None:  # noqa: ARG002 (the protocol's)
        """Does nothing."""
        return

    def stop(self) -> None:
        """Does nothing."""
        return

    def set_volume(self, volume: float) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def set_muted(self, muted: bool) -> None:  # noqa: ARG002
        """Does nothing."""
        return

    def close(self) -> None:
        """Does nothing."""
        return
