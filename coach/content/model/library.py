"""What the other files name by an id: areas, safety with its conditions, sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from coach.content.model.text import Text
from coach.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the body; `rated` ones are those that the wall test asks about. Its exercises and routines serve it."""

    id: str
    title: Text
    muscles: tuple[Text, ...] = ()
    rated: bool = False
    exercises: tuple[str, ...] = ()
    routines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tier:
    """How urgent a yes is: what is said of it, and with `lock` that there is no session until it was checked."""

    id: str
    say: Text
    lock: bool = False


@dataclass(frozen=True, slots=True)
class SafetyQuestion:
    """A question before the first session; `id` is what its answer is kept under, `tier` how urgent a yes is.

    With `any_of` it is a list of facts, of which `at_least` must be true for a yes, and `ask` says what they are about.
    With `checkable` a yes no longer stands once a professional has checked what it is about. `only_with`: whom it is
    asked of, those who say that they have pain; everybody without it.
    """

    id: str
    ask: Text
    tier: str
    note: Text | None = None
    checkable: bool = False
    sources: tuple[str, ...] = ()
    any_of: tuple[Text, ...] = ()
    at_least: int = 1
    only_with: Literal["pain"] | None = None


@dataclass(frozen=True, slots=True)
class Safety:
    """`tiers` stand in the file's order, the highest first. `conditions` are what check_first names. `pain` is asked
    before all questions; a no leaves out those that are asked `only_with` pain, and without it nobody is asked less.
    """

    tiers: Mapping[str, Tier]
    questions: tuple[SafetyQuestion, ...]
    conditions: Mapping[str, Text] = field(default_factory=dict)
    disclaimer: Text | None = None
    stop: tuple[Text, ...] = ()  # the stop rules, one a line
    pain: Text | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Something that facts rest on, by the id under which other files cite it."""

    id: str
    title: Text
    authors: str | None = None  # as a text cites them: Slater and colleagues
    where: str | None = None
    year: int | None = None
    doi: str | None = None
    url: str | None = None
    read: str | None = None  # full, abstract or excerpt: how much of it was read
