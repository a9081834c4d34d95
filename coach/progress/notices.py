"""What a person should know of the data file, as values: coach/words/data_file.py says each in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from coach.values import dataclass, field

Cause = Literal["full", "busy", "not-writable", "not-opened", "damaged", "disk", "file", "folder"]
"""Of what fails: `file` and `folder` are none of the others, and only the system's own words say more."""

Kind = Literal["session", "interval", "test", "reminder", "note"]
"""Of what is kept; a note is whatever is no other."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the data file at `path` cannot be used. `detail` is what SQLite or the system says, in its own words."""

    cause: Cause
    path: Path | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class KeptInMemory:
    """What is done goes on in memory, and is saved once that works again."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class NotChanged:
    """What had to be made whole was not made at all."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer version of the program wrote the file: in the form `found`, where this one knows `known`."""

    path: Path | None
    found: int
    known: int


@dataclass(frozen=True, slots=True)
class Lost:
    """At the end nothing could be written into the folder, either; `detail` as a Fault's."""

    folder: Path
    detail: str


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """What could not be saved until the end waits in this file for the next start."""

    path: Path


@dataclass(frozen=True, slots=True)
class NotTakenIn:
    """What waits in this file cannot be understood, and stays there."""

    path: Path


@dataclass(frozen=True, slots=True)
class Refused:
    """One change contradicts the file; `detail` as a Fault's."""

    detail: str


@dataclass(frozen=True, slots=True)
class Begun:
    """The file was there and empty: a new one was begun in its place."""

    path: Path


@dataclass(frozen=True, slots=True)
class CutOff:
    """A file that ends after so many bytes."""

    count: int


@dataclass(frozen=True, slots=True)
class KeptAside:
    """A file that cannot be read lies under the name `kept` now, and a new one was begun: with `copied`, so many of
    each table, or with nothing, and `problem` where nothing could be written into it. `why` and `problem` as a Fault's
    detail.
    """

    kept: Path
    why: str | CutOff
    copied: Mapping[str, int] = field(default_factory=dict)
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """At least one of this kind cannot be read, and is left out."""

    kind: Kind


Word = Literal["saved", "saved-last", "closed", "always-written", "session-deleted", "wrong-setting"]
"""What has nothing more to tell: what waited is saved now, or what waited since the last end; the file was closed, or
is written all the time; the session that goes on was deleted; what was set is none of what it may be.
"""

Notice = (
    Word
    | KeptInMemory
    | NotChanged
    | Newer
    | Lost
    | WrittenDown
    | NotTakenIn
    | Refused
    | Begun
    | KeptAside
    | Unreadable
)
