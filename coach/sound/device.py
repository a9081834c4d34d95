"""What is wanted of a sound device: coach.sound.sdl.Device, or a test's."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from coach.sound.protocol import Opened


class Device(Protocol):
    """An open sound device, as coach.sound.sdl.Device is one."""

    def load(self, path: Path) -> Any:
        """The file as a clip for `play` and `speak`; raises SoundError naming the file."""
        ...

    def three_a_second_apart(self, clip: Any) -> Any:
        """One clip of three, a second from the beginning of each to the next."""
        ...

    def play(self, clip: Any, amplitude: float, after_seconds: float = 0.0) -> None:
        """Begin a cue `after_seconds` from now; `amplitude` is 0.0 to 1.0. Never waits."""
        ...

    def look(self) -> None:
        """Compare the device's clock with the machine's, if it can; cheap, never waits."""
        ...

    def fade_out(self, seconds: float) -> None:
        """Let the cues die away within `seconds`, not what is being said."""
        ...

    def speak(self, clip: Any, amplitude: float, after_seconds: float) -> None:
        """Begin a sentence `after_seconds` from now; one that is just ending is not cut."""
        ...

    def set_speech_amplitude(self, amplitude: float) -> None:
        """Of what is being said now, 0.0 to 1.0."""
        ...

    def fade_speech(self, seconds: float) -> None:
        """Let what is being said die away within `seconds`, not the cues."""
        ...

    def seconds(self, clip: Any) -> float:
        """How long a clip is."""
        ...

    def is_sounding(self) -> bool:
        """Whether a cue or a sentence is under way, as far as the device has taken it."""
        ...

    def is_gone(self) -> bool:
        """Whether the device was taken away; cheap, never waits."""
        ...

    def halt(self) -> None:
        """Cut off all that sounds; `is_sounding` until the device has moved on."""
        ...

    def describe(self) -> Opened:
        """What was opened."""
        ...

    def close(self) -> None:
        """Give the device back; may take as long as the sound server likes."""
        ...
