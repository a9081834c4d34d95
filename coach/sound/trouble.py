"""What keeps sound or voice from being heard, or others from being softer: values, never a sentence.
`coach/words/sound.py` says them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OfDevice = Literal[
    "device-gone", "device-silent", "device-lost", "no-device", "no-pygame", "pygame-fails", "unprepared", "unplayable"
]
"""gone, silent: it comes back by itself. unplayable: the file `name`."""

OfMixer = Literal["program-muted", "program-at-zero", "output-muted", "output-at-zero"]
"""The system's own; `name` is the output's."""

OfVoice = Literal[
    "voice-unloaded",
    "voice-unstarted",
    "voice-stopped",
    "unspoken",
    "soundless",
    "unkept",
    "no-place",
    "script-unread",
    "script-left-out",
]
"""unkept: speech cannot be kept in the folder `name`; script-left-out: of a file to take along."""

OfOthers = Literal[
    "not-on-macos", "no-pycaw", "no-pactl", "mixer-unreachable", "mixer-closed", "mixer-silent", "program-fails",
    "stream-ended", "not-lowered", "not-given-back",
]  # fmt: skip
"""program-fails: the command `name`. not-lowered, not-given-back: `because` of another trouble, or `why` alone."""

OfFile = Literal["unknown-kind", "needs-package", "unwritten"]
"""Of a file of sound to write: `name` is its ending or path, `more` what helps."""

What = OfDevice | OfMixer | OfVoice | OfOthers | OfFile | Literal["said"]
"""said: `why` is somebody else's own sentence."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """`why` is the words of the system, or of another's program, as they came."""

    what: What
    name: str = ""
    why: str = ""
    more: str = ""
    because: Trouble | None = None


class TroubledError(Exception):
    """Something that cannot be done, and why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(" ".join(filter(None, (trouble.what, trouble.name, trouble.why))))
        self.trouble = trouble
