"""Which exercises a routine may come to, by whatever level, condition or choice of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Routine


def comes_to_the_same(file: Routine, before: Mapping[str, Exercise], now: Mapping[str, Exercise]) -> bool:
    """Whether all of them are the very same in both; a plan may name others besides."""
    return all(one is now.get(ident) for ident, one in _reached(file, before))


def _reached(file: Routine, exercises: Mapping[str, Exercise]) -> Iterator[tuple[str, Exercise | None]]:
    """The exercises of its steps and, from each, the easier, the harder, and what takes its place."""
    waiting = [ident for step in exercise_steps(file.steps) for ident in (step.exercise, step.named) if ident]
    seen: set[str] = set()
    while waiting:
        ident = waiting.pop()
        if ident in seen:
            continue
        seen.add(ident)
        one = exercises.get(ident)
        yield ident, one
        if one is not None:
            waiting += [other for other in (one.easier, one.harder, *one.instead.values()) if other]
