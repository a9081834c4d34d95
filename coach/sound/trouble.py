"""What keeps sound or voice from being heard, or others from being softer: values, never a sentence.
`coach/words/sound.py` says them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args

from coach.values import dataclass

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

OfEngine = Literal["no-command", "command-speaks-another", "command-fails", "networked", "wrong-bits"]
"""Of what makes speech, as half a sentence: the command `name`; a voice that would have used the network; a file of
sound `name` whose samples have `more` bits."""

OfOthers = Literal[
    "not-on-macos", "no-pycaw", "no-pactl", "mixer-unreachable", "mixer-closed", "mixer-silent", "program-fails",
    "stream-ended", "not-lowered", "not-given-back",
]  # fmt: skip
"""program-fails: the command `name`. not-lowered, not-given-back: `because` of another trouble, or `why` alone."""

OfFile = Literal["unknown-kind", "needs-package", "unwritten"]
"""Of a file of sound to write: `name` is its ending or path, `more` what helps."""

What = OfDevice | OfMixer | OfVoice | OfEngine | OfOthers | OfFile | Literal["said"]
"""said: `why` is somebody else's own sentence."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """`why` is the words of the system, or of another's program, as they came."""

    what: What
    name: str = ""
    why: str = ""
    more: str = ""
    because: Trouble | None = None

    def as_json(self) -> dict[str, Any]:
        """For another process of ours."""
        told = {"what": self.what, "name": self.name, "why": self.why, "more": self.more}
        return told | ({} if self.because is None else {"because": self.because.as_json()})

    @classmethod
    def from_json(cls, told: object) -> Trouble:
        """What `as_json` gave. ValueError for anything else."""
        if not isinstance(told, Mapping) or told.get("what") not in KNOWN:
            raise ValueError(told)
        because = told.get("because")
        name, why, more = (str(told.get(part, "")) for part in ("name", "why", "more"))
        return cls(told["what"], name, why, more, None if because is None else cls.from_json(because))


KNOWN: frozenset[What] = frozenset(what for kind in get_args(What) for what in get_args(kind))


class TroubledError(Exception):
    """Something that cannot be done, and why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(" ".join(filter(None, (trouble.what, trouble.name, trouble.why))))
        self.trouble = trouble
