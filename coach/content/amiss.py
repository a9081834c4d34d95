"""What is wrong with a value that a form lets somebody type, as a value: coach/words/amiss.py says it.

Who writes a file is told in English by the line of `check`; who fills in a form wrote no file, and is told in their
own language.
"""

from __future__ import annotations

from typing import Literal

from coach.content.model.reminder import Position
from coach.values import dataclass

Plain = Literal["empty-text", "empty-list", "no-position", "too-large", "many-more"]
"""A text of nothing but blanks, a list of nothing; a message that asks for no position among others that do; more than
a file may hold; and more faults than are told.
"""


@dataclass(frozen=True, slots=True)
class LongText:
    """So many characters where `most` may stand."""

    characters: int
    most: int


@dataclass(frozen=True, slots=True)
class Unseen:
    """A character of this number that nobody can see."""

    code: int


@dataclass(frozen=True, slots=True)
class Twice:
    """What stands in a list twice, as the file has it."""

    written: str


@dataclass(frozen=True, slots=True)
class NobodyAsks:
    """No message asks for this position, and others ask for the other one."""

    position: Position


Amiss = Plain | LongText | Unseen | Twice | NobodyAsks
