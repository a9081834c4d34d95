"""Which exercises nothing may ask a person for at a moment, by their conditions and the safety questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from coach.content.model import Exercise, Safety
from coach.progression.barred import Barred
from coach.progression.conditions import barred_by
from coach.progression.past import ConditionsTold
from coach.today.past import last_told
from coach.today.standing import Remembered, standing_of


class Library(Protocol):
    """The part of a catalogue that says what is asked and for what."""

    @property
    def safety(self) -> Safety: ...

    @property
    def exercises(self) -> Mapping[str, Exercise]: ...


class RemembersConditions(Remembered, Protocol):
    """What this needs of the store."""

    def conditions(self) -> tuple[ConditionsTold, ...]:
        """All that was told of conditions."""
        ...


def barred_of(library: Library, store: RemembersConditions, at: datetime) -> Barred:
    """By what was told until the moment `at`: the exercises that a condition which nobody has cleared bars, and all of
    them while the answers lock.
    """
    told = last_told(store.conditions(), at)
    conditions = told.barring if told is not None else frozenset()
    locked = standing_of(library.safety, store, at).locked is not None
    return Barred(barred_by(conditions, library.exercises), locked)
