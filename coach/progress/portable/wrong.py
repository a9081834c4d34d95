"""What is wrong with a history file or a line of it, as values: coach/words/portable.py says each in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from coach.progress.notices import Notice
from coach.unfit import Unfit
from coach.values import dataclass

Plain = Literal["time", "date", "text", "name", "seconds", "list", "map", "result"]
"""What a value has to be; a `name` is a text that is not empty, and a `result` a test's."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number in these bounds."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these words."""

    words: tuple[str, ...]


Wanted = Plain | Whole | OneOf


@dataclass(frozen=True, slots=True)
class UnknownType:
    """A record of a type that there is not; `shown` is it as JSON."""

    shown: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrongUid:
    """A setting under a uid that no setting has."""

    uid: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A key that has to be there."""

    key: str


@dataclass(frozen=True, slots=True)
class WrongValue:
    """A key's value is none of what is wanted."""

    key: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class WrongSetting:
    """A setting's value is none that it may have; what it is, where more can be told."""

    key: str
    unfit: Unfit | None = None


@dataclass(frozen=True, slots=True)
class WrongPart:
    """One of the parts in a key is wrong."""

    key: str
    wrong: Wrong


Wrong = Literal["no-json", "no-object"] | UnknownType | WrongUid | Missing | WrongValue | WrongSetting | WrongPart
"""With a line."""


class WrongRecordError(ValueError):
    """A record that cannot be used."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong)
        self.wrong = wrong


class WantedError(ValueError):
    """A value that is none of what is wanted."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that cannot be used, by its number from 1, and why."""

    number: int
    why: Wrong


class NoHistoryError(Exception):
    """The file is no history; `is_newer`: it is one of a newer version of the program."""

    def __init__(self, *, is_newer: bool) -> None:
        super().__init__(is_newer)
        self.is_newer = is_newer


@dataclass(frozen=True, slots=True)
class OfFile:
    """What is the matter with the file at `path`: it cannot be written or read (`detail` is what the system says), is
    too large, no history, or one of a newer version.
    """

    what: Literal["not-written", "not-read", "too-large", "no-history", "newer"]
    path: Path
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unusable:
    """The data file cannot be used; the last that is known of it."""

    notice: Notice | None


FileProblem = OfFile | Unusable | Notice
