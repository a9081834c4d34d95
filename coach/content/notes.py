"""What reading one file brings to light besides its value: problems, and what only the whole library can judge."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, NoReturn

from coach.content.amiss import Amiss
from coach.content.model import Cue, DoseLayer
from coach.content.node import Mark, Unsure
from coach.values import dataclass, field

MOST_PROBLEMS = 200  # of one file; our choice
MORE = "there are more problems from here on; mend the ones above first"


class TooMany(Exception):  # noqa: N818  not an error of the program: reading stops here
    """The file has so many problems that reading on helps nobody."""


class Reference(NamedTuple):
    """An id that must be known, of one of `kinds`. `words` might have been meant as well.

    `hard`: without a sound target this file cannot be used. Otherwise it is used without the link.
    """

    kinds: tuple[str, ...]
    id: str
    mark: Mark
    hard: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """A `dose` as written: its readable keys, where each key stands, and the first character of its map."""

    dose: DoseLayer
    keys: dict[str, Mark]
    mark: Mark


@dataclass(frozen=True, slots=True)
class PlacedCue:
    """A cue, and where its `at`, `each` or `every` has its value."""

    cue: Cue
    mark: Mark
    written: str


@dataclass(frozen=True, slots=True)
class StepPlace:
    """An exercise step of a routine: what has to be judged together with the exercise."""

    exercise: str
    mark: Mark
    layer: Layer | None
    cues: tuple[PlacedCue, ...]


@dataclass(frozen=True, slots=True)
class UsePlace:
    """A step that stands for another routine's: its id, where that and the key stand, and how many rounds around it."""

    routine: str
    mark: Mark
    key: Mark
    rounds_deep: int


@dataclass(frozen=True, slots=True)
class PlacedVariant:
    """The exercise `other` in the place of `named`, which stands at `mark`."""

    named: str
    mark: Mark
    other: str


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """A plan's item, to be judged with the exercises of its routine: its dose, and what takes the place of some."""

    routine: str
    layer: Layer | None
    only: tuple[tuple[str, Mark], ...]
    variants: tuple[PlacedVariant, ...] = ()


@dataclass(slots=True)
class Notes:
    """Gathers while one file is read. `defines` are ids that the file defines inside itself, as (kind, id)."""

    problems: list[tuple[Mark, str]] = field(default_factory=list)
    amiss: dict[tuple[Mark, str], Amiss] = field(default_factory=dict)
    """Of the problems that a form can make as well what each says, as a value."""
    references: list[Reference] = field(default_factory=list)
    defines: list[tuple[str, str]] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    cues: list[PlacedCue] = field(default_factory=list)
    steps: list[StepPlace | UsePlace] = field(default_factory=list)
    items: list[ItemPlace] = field(default_factory=list)
    past_days: list[tuple[Mark, date]] = field(default_factory=list)
    """Days on which something was done: who knows what day it is can tell which are yet to come."""
    hints: list[tuple[Mark, str]] = field(default_factory=list)
    """What is right, and yet hardly meant so."""
    rounds_deep: int = 0
    has_replaced: bool = False  # unwanted characters stand as U+FFFD in the text and are already reported

    @property
    def uses(self) -> list[UsePlace]:
        """The steps that stand for other routines'."""
        return [place for place in self.steps if isinstance(place, UsePlace)]

    def continued(self) -> Notes:
        """Notes that go on from here, so that what is noted may be given up; what was noted as a value is shared."""
        return Notes(problems=list(self.problems), amiss=self.amiss, has_replaced=self.has_replaced)

    def add(self, mark: Mark, sentence: str, amiss: Amiss | None = None) -> None:
        """Note a problem, and what it says as a value where a form can make it. Raises TooMany at the limit."""
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append((mark, MORE))
            self.amiss[mark, MORE] = "many-more"
            raise TooMany
        if amiss is not None:
            self.amiss[mark, sentence] = amiss
        self.problems.append((mark, sentence))


class SureNotes(Notes):
    """Notes of a file that is right, all of whose places are the first character; a problem makes its reader Unsure."""

    __slots__ = ()

    def add(self, mark: Mark, sentence: str, amiss: Amiss | None = None) -> NoReturn:  # noqa: ARG002
        """Raises Unsure."""
        raise Unsure
