"""Rules about which keys of a map go together.

`meant` are keys that the map lacks and that a misspelt one stands for: they are told once, as unknown keys.
"""

from __future__ import annotations

from coach.content.node import Mark
from coach.content.notes import Notes
from coach.content.shape import Schema
from coach.content.spelling import one_of
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class OneOf:
    """Of these keys at most one may stand, and one must where `needed`."""

    keys: tuple[str, ...]
    write: str = ""
    needed: bool = True

    def check(self, given: dict[str, Mark], meant: set[str], place: Mark, notes: Notes) -> bool:
        """Whether exactly one of the keys stands, or none where none is needed; each one too many is told."""
        there = [key for key in given if key in self.keys]
        for key in there[1:]:
            notes.add(given[key], f"{there[0]} and {key} exclude each other; keep one of them")
        if not there and self.needed and meant.isdisjoint(self.keys):
            notes.add(place, f"{one_of(self.keys)} is missing; write {self.write}")
        return len(there) == 1 or (not there and not self.needed)

    def schema(self) -> Schema:
        """The same as a condition on an object."""
        one = [{"required": [key]} for key in self.keys]
        return {"oneOf": one if self.needed else [*one, {"not": {"anyOf": one}}]}


@dataclass(frozen=True, slots=True)
class OnlyWith:
    """`key` may stand only beside one of `others`; else it is a problem at the key."""

    key: str
    others: tuple[str, ...]

    def check(self, given: dict[str, Mark], meant: set[str], _place: Mark, notes: Notes) -> bool:
        """Whether `key` is absent, or has one of `others` beside it."""
        if self.key not in given or any(other in given or other in meant for other in self.others):
            return True
        notes.add(
            given[self.key], f"{self.key} goes only with {one_of(self.others)}; take it out, or add {self.others[0]}"
        )
        return False

    def schema(self) -> Schema:
        """The same as a condition on an object."""
        return {"if": {"required": [self.key]}, "then": {"anyOf": [{"required": [other]} for other in self.others]}}


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these keys must stand."""

    keys: tuple[str, ...]
    write: str

    def check(self, given: dict[str, Mark], meant: set[str], place: Mark, notes: Notes) -> bool:
        """Whether one of the keys stands; told at `place` otherwise."""
        if any(key in given or key in meant for key in self.keys):
            return True
        notes.add(place, f"{one_of(self.keys)} is missing; write {self.write}")
        return False

    def schema(self) -> Schema:
        """The same as a condition on an object."""
        return {"anyOf": [{"required": [key]} for key in self.keys]}


Rule = OneOf | OnlyWith | AnyOf
