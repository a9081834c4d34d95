"""What follows from a session for the next one of its routine: levels before it beside levels after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from coach.content.laid_doses import exercise_steps
from coach.content.model import Exercise, Progress, Routine
from coach.progression.ladder import LOWEST, Ladders, Rung
from coach.progression.own import Person, course_of, ladders_of, levels_of
from coach.progression.past import Session
from coach.progression.reason import LevelReason
from coach.progression.standing import Standing
from coach.progression.verdict import Colour, Verdict, verdict
from coach.values import dataclass, replace

What = Literal["easier", "easiest", "rises", "some-pain", "harder-than-meant", "unfinished", "held", "well", "same"]


@dataclass(frozen=True, slots=True)
class Follows:
    """The one thing to tell of the next session, what hurts before what rises before what stays.

    named: the exercises of the file that it is about, in its order, and `is_all` where those are all of the session;
    why: what brought them there; rung: what is done next of the one that rises; left: how many more sessions like this
    one until something may rise, None where nothing will; hurting: what stays as it is for its pain beside one that
    rises.
    """

    what: What
    named: tuple[str, ...] = ()
    is_all: bool = False
    why: LevelReason | None = None
    rung: Rung | None = None
    left: int | None = None
    hurting: tuple[str, ...] = ()


def follows(
    file: Routine, exercises: Mapping[str, Exercise], person: Person, session: Session, at: datetime
) -> Follows | None:
    """What `session`, one of the past of `person`, leads to at the moment `at`, by the levels of its routine `file`.

    None where the routine has no levels, or the session tells of none of its exercises.
    """
    progress = file.progress
    if progress is None:
        return None
    named = dict.fromkeys(step.exercise for step in exercise_steps(file.steps))
    told = {one: verdict(session, one, progress) for one in named if one in session.speaks_for}
    if not told:
        return None
    ladders = ladders_of(file, exercises, person.conditions)
    without = replace(person, sessions=[one for one in person.sessions if one is not session])
    before, after = levels_of(file, ladders, without, session.started), levels_of(file, ladders, person, at)
    beside = _Beside(file, progress, ladders, session, told, before.of, after.of)
    return beside.hurt() or beside.risen() or beside.stays()


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a session told of each exercise, and where those stood before it and stand after it."""

    file: Routine
    progress: Progress
    ladders: Ladders
    session: Session
    told: Mapping[str, Verdict]
    before: Mapping[str, Standing]
    after: Mapping[str, Standing]

    def hurt(self) -> Follows | None:
        """What is easier from now on; else what hurt and cannot be any easier."""
        fallen = [one for one in self.told if self.after[one].level < self.before[one].level]
        if fallen:
            return self._about("easier", fallen, self.after[fallen[0]].why)
        lowest = [one for one in self._of("red") if self.after[one].level == LOWEST]
        return self._about("easiest", lowest) if lowest else None

    def risen(self) -> Follows | None:
        """The exercise that rises, with what is done of it next."""
        for one in self.told:
            if self.after[one].level > self.before[one].level:
                step = next(step for step in exercise_steps(self.file.steps) if step.exercise == one)
                first = self.ladders.first(step)
                rung = None if first is None else self.ladders.at(first, self.after[one].level)
                risen = self._about("rises", [one], self.after[one].why)
                return replace(risen, rung=rung, hurting=tuple(each for each in self._hurting() if each != one))
        return None

    def stays(self) -> Follows:
        """Why all is the same next time."""
        up, session = self.progress.up, self.session
        if hurting := self._hurting():
            return self._about("some-pain", hurting)
        if session.effort is not None and session.effort > up.effort_up_to:
            return Follows("harder-than-meant")
        if self._of("good"):
            return self._went_well()
        return Follows("same" if session.how == "finished" and session.effort is None else "unfinished")

    def _hurting(self) -> list[str]:
        """What hurt too much to go well."""
        most = self.progress.up.pain_up_to
        return [one for one, verdict in self.told.items() if verdict.pain > most or verdict.cause]

    def _went_well(self) -> Follows:
        course = course_of(self.file, self.progress, self.ladders)
        now = {one: standing.level for one, standing in self.after.items()}
        able = [one for one in self._counting() if now[one] < course.tops[one]]
        able = [one for one in able if course.fits({**now, one: now[one] + 1})]
        free = [self.after[one] for one in able if not self.after[one].is_held]
        if able and not free:
            return Follows("held")
        left = min((self.progress.up.after - standing.good for standing in free), default=None)
        return Follows("well", left=None if left is None else max(1, left))

    def _of(self, colour: Colour) -> list[str]:
        return [one for one, verdict in self.told.items() if verdict.colour == colour]

    def _counting(self) -> list[str]:
        """What went well and counts towards a rise."""
        course = course_of(self.file, self.progress, self.ladders)
        return [one for one in self._of("good") if course.raises(self.session, one, self.before[one].level)]

    def _about(self, what: What, named: Sequence[str], why: LevelReason | None = None) -> Follows:
        return Follows(what, tuple(named), len(named) == len(self.told), why)
