"""What the levels of a routine depend on besides the past, as a short text that is equal where they are equal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import coach
from coach.content.kept.catalogue import packed_of
from coach.content.kept.values import packed
from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Routine
from coach.progression.past import Choice

EDITION = 2
"""To be raised when what is here decides otherwise: what was folded by other rules does not hold then."""


def rules_of(file: Routine, exercises: Mapping[str, Exercise], conditions: Collection[str]) -> str:
    """Of a routine, the exercises that it may come to have, and those of the conditions that bar one of them.

    All of them goes in, words as well: what was folded once too often is only slow.
    """
    reached = {one.id: one for one in _reached(file, exercises)}
    barring = sorted({name for one in reached.values() for name in one.check_first} & set(conditions))
    texts = [packed_of(exercises, ident) for ident in sorted(reached)]
    return _digest(EDITION, coach.__version__, packed(file), texts, barring)


def choices_of(choices: Collection[Choice]) -> str:
    """The same of choices, in any order."""
    return _digest(sorted((one.at.timestamp(), one.routine, one.exercise, one.what) for one in choices))


def _reached(file: Routine, exercises: Mapping[str, Exercise]) -> Iterator[Exercise]:
    ahead, seen = [step.exercise for step in exercise_steps(file.steps)], set[str]()
    while ahead:
        found = exercises.get(ahead.pop())
        if found is not None and found.id not in seen:
            seen.add(found.id)
            ahead += [one for one in (found.easier, found.harder, *found.instead.values()) if one is not None]
            yield found


def _digest(*values: object) -> str:
    import hashlib  # and with it the libraries of OpenSSL, which most commands do without

    return hashlib.sha256(repr(values).encode("utf-8", "replace")).hexdigest()[:32]
