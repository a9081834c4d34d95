"""What programs play on this machine, whatever the system: what is wanted of it, and who is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from coach.sound.others.protocol import Way
from coach.sound.sdl import APPLICATION
from coach.sound.trouble import TroubledError
from coach.values import dataclass

FULL = 65536
"""The whole number of 100 % volume."""

PHONE, SCREEN_READER, SYSTEM = "phone", "a11y", "system"
"""The roles that are left alone: somebody on the phone, a screen reader's speech, the system's own signals."""

_READERS = ("speech-dispatcher", "nvda.exe", "jfw.exe", "narrator.exe")
"""Programs that read the screen and do not say so: how their names begin, in small letters."""


class StreamsError(TroubledError):
    """They do not answer, or one has ended."""


@dataclass(frozen=True, slots=True)
class Stream:
    """What one program plays.

    `volume` is a whole number a channel, FULL for 100 %. `owner` tells its program and stays the same from one stream
    of it to the next; `index` is this stream's alone. `program` is the file that runs, where the system tells.
    """

    index: str
    volume: tuple[int, ...]
    pid: str = ""
    name: str = ""
    role: str = ""
    owner: str = ""
    program: str = ""
    is_sounding: bool = True

    def may_be_lowered(self, pid: str, program: str = "") -> bool:
        """Whether it is somebody else's sound; `pid` and `program` are our own process and the file that it runs."""
        is_ours = (
            self.pid == pid or self.name == APPLICATION or bool(program and self.program.lower() == program.lower())
        )
        is_needed = self.role in (PHONE, SCREEN_READER, SYSTEM) or self.name.lower().startswith(_READERS)
        return self.is_sounding and not is_ours and not is_needed


class Streams(Protocol):
    """The streams of this machine. Used from one thread at a time, which need not be the one that made it."""

    @property
    def way(self) -> Way:
        """Through what they are reached."""
        ...

    @property
    def program(self) -> str:
        """The file that this very process runs, as `Stream.program` tells it; empty where none does."""
        ...

    @property
    def share(self) -> float:
        """Of the volume that a mixer shows, what sounds 18 dB softer: a clear background that is not silence."""
        ...

    def playing(self) -> Sequence[Stream]:
        """All that there are now, sounding or not. Raises StreamsError."""
        ...

    def set_volume(self, stream: Stream, volume: Sequence[int]) -> None:
        """Raises StreamsError; a stream that has ended meanwhile is one, too."""
        ...
