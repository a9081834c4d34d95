"""What rises next in a routine, and what it still takes: told before it happens, so that the person can have a say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Routine
from coach.progression.ladder import Rung
from coach.progression.own import Person, course_of, ladders_of, levels_of
from coach.values import dataclass


@dataclass(frozen=True, slots=True)
class Coming:
    """The exercise of the file `named` rises from what is done `now` to `then`, after `left` more good sessions.

    good: so many went well already, the hardest of them with this `effort` and `pain`, 0 to 10; effort_up_to and
    pain_up_to: what a session may be at most to count as one that went well.
    """

    named: str
    now: Rung
    then: Rung
    left: int
    good: int
    effort: int
    pain: int
    effort_up_to: int
    pain_up_to: int


def coming(
    file: Routine, exercises: Mapping[str, Exercise], person: Person, at: datetime, waiting: Collection[str] = ()
) -> Coming | None:
    """What rises next by itself if sessions go on going well: of those that are nearest the one that rose longest ago.

    `waiting`: those in whose place a plan has another exercise now. None where the routine has no levels, or nothing in
    it may rise: it is held, left out, at its top, or there is no time for more.
    """
    progress = file.progress
    if progress is None:
        return None
    ladders = ladders_of(file, exercises, person.conditions)
    course, standings = course_of(file, progress, ladders), levels_of(file, ladders, person, at).of
    levels = {ident: standing.level for ident, standing in standings.items()}
    order = {ident: place for place, ident in enumerate(course.exercises)}
    able = [
        ident
        for ident, standing in standings.items()
        if not standing.is_held
        and ident not in waiting
        and standing.level < course.tops[ident]
        and course.fits({**levels, ident: standing.level + 1})
    ]
    left = {ident: max(1, progress.up.after - standings[ident].good) for ident in able}
    for ident in sorted(able, key=lambda one: (left[one], standings[one].rose, order[one])):
        step = next(step for step in exercise_steps(file.steps) if step.exercise == ident)
        first, standing = ladders.first(step), standings[ident]
        if first is not None:
            now, then = ladders.at(first, standing.level), ladders.at(first, standing.level + 1)
            limits = progress.up.effort_up_to, progress.up.pain_up_to
            return Coming(ident, now, then, left[ident], standing.good, *standing.hardest, *limits)
    return None
