"""The level of every exercise of a routine, from what was done and chosen up to a moment.

Sessions and choices are looked at in the order of their moments. The same past gives the same levels, whether all of it
is looked at or only what came after a part that was folded before (standing.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from coach.content.model import Progress
from coach.progression.ladder import LOWEST
from coach.progression.past import Choice, Session
from coach.progression.reason import Chosen, FellAmber, FellRed, LevelReason, Paused, Rose
from coach.progression.standing import Folded, Standing
from coach.progression.verdict import Verdict, verdict
from coach.session.planned import is_planned
from coach.values import dataclass, replace

SHORT_PAUSE_DAYS, LONG_PAUSE_DAYS = 7, 14
"""Whole days without the routine that cost a level, and that halve the next session besides (our choice)."""


@dataclass(frozen=True, slots=True)
class Course:
    """What the levels of a routine depend on besides the past.

    progress: its rules; exercises: the ids in the file's order; tops: the highest level of each; harder: the first
    level of each that has a harder exercise, where there is one; fits: whether the routine with these levels is short
    enough to be risen to; done_at: the exercises that a level of each has.
    """

    progress: Progress
    exercises: Sequence[str]
    tops: Mapping[str, int]
    harder: Mapping[str, int]
    fits: Callable[[Mapping[str, int]], bool]
    done_at: Callable[[str, int], Collection[str]] = lambda ident, _level: (ident,)

    def raises(self, session: Session, ident: str, level: int) -> bool:
        """Whether a session that went well counts towards a rise from this level. One of a plan does not where another
        exercise than the level's was done: the plan had it so, and the level waits.
        """
        if level <= LOWEST or not is_planned(session.target):
            return True
        return any(work.exercise in self.done_at(ident, level) for work in session.work if work.named == ident)


@dataclass(frozen=True, slots=True)
class Levels:
    """Every exercise's standing; and how many days were paused where the next session is at half volume, else None."""

    of: Mapping[str, Standing]
    half_after_days: int | None = None


def levels(
    course: Course,
    sessions: Sequence[Session],
    choices: Sequence[Choice],
    at: datetime,
    begun: Folded | None = None,
) -> Levels:
    """The levels at the moment `at` (aware, in the person's zone). What is later than it does not count; nor does what
    `begun` holds already: what all of the past until a moment before `at` has come to, by an equal course.
    """
    fold = _Fold(course, begun)
    for moment in _in_order(sessions, choices, begun, at):
        fold.take(moment)
    days = fold.pause(at)
    return Levels(dict(fold.standings), days if days >= LONG_PAUSE_DAYS else None)


def folded(
    course: Course,
    sessions: Sequence[Session],
    choices: Sequence[Choice],
    until: Callable[[int, datetime], bool],
    begun: Folded | None = None,
) -> list[Folded]:
    """What the past has come to where `until` wants it, asked with the number of sessions and choices by then and the
    moment of the last of them: all of that moment are in it. `begun` as in `levels`.
    """
    fold, found = _Fold(course, begun), list[Folded]()
    moments = _in_order(sessions, choices, begun, None)
    for place, moment in enumerate(moments, start=1):
        fold.take(moment)
        is_last_of_it = place == len(moments) or _when(moments[place]) > _when(moment)
        if is_last_of_it and until(fold.count, _when(moment)):
            found.append(fold.by_now(_when(moment)))
    return found


def _in_order(
    sessions: Sequence[Session], choices: Sequence[Choice], begun: Folded | None, at: datetime | None
) -> list[Session | Choice]:
    every: tuple[Session | Choice, ...] = (*sessions, *choices)
    past = [one for one in every if (at is None or _when(one) <= at) and (begun is None or _when(one) > begun.until)]
    return sorted(past, key=lambda one: (_when(one), isinstance(one, Choice)))


def _when(one: Session | Choice) -> datetime:
    return one.at if isinstance(one, Choice) else one.started


class _Fold:
    """The past looked at so far."""

    def __init__(self, course: Course, begun: Folded | None) -> None:
        self._course = course
        of = begun.of if begun is not None else {}
        self.standings = {ident: of.get(ident, Standing()) for ident in course.exercises}
        self._last = begun.last if begun is not None else None  # a session that counts
        self._rises = begun.rises if begun is not None else 0
        self.count = begun.count if begun is not None else 0

    def by_now(self, until: datetime) -> Folded:
        """Where it stands, `until` being the moment of the last that was taken."""
        return Folded(until, dict(self.standings), self._last, self._rises, self.count)

    def take(self, moment: Session | Choice) -> None:
        """Look at the next of them."""
        self.count += 1
        if isinstance(moment, Choice):
            self.choose(moment)
        else:
            self.session(moment)

    def pause(self, until: datetime) -> int:
        """Take a level for the days without the routine before `until`; how many whole ones there were."""
        if self._last is None:
            return 0
        days = max(0, (until.date() - self._last.date()).days - 1)
        if days >= SHORT_PAUSE_DAYS:
            for ident, standing in self.standings.items():
                self.standings[ident] = _lowered(standing, Paused(days))
        return days

    def session(self, session: Session) -> None:
        """Judge a session of the routine."""
        self._cap()
        if session.counts:
            self.pause(session.started)
            self._last = session.started
        good, spoken_for = [], session.speaks_for
        for ident in self._course.exercises:
            if ident in spoken_for:
                told = self._verdict(session, ident)
                if told is not None:
                    self.standings[ident] = _judged(self.standings[ident], told, session, self._course.progress)
                    good += [ident] if told.colour == "good" else []
        self._raise_one(good)

    def _verdict(self, session: Session, ident: str) -> Verdict | None:
        told = verdict(session, ident, self._course.progress)
        waits = told.colour == "good" and not self._course.raises(session, ident, self.standings[ident].level)
        return None if waits else told

    def choose(self, choice: Choice) -> None:
        """Do as the person chose."""
        standing = self.standings.get(choice.exercise)
        if standing is None:
            return
        self._cap()
        standing = self.standings[choice.exercise]
        if choice.what == "hold":
            self.standings[choice.exercise] = replace(standing, is_held=True)
            return
        top = self._course.tops[choice.exercise]
        level = {
            "up": min(standing.level + 1, top),
            "down": max(standing.level - 1, LOWEST),
            "easier": LOWEST,
            "harder": self._course.harder.get(choice.exercise, standing.level),
            "reset": 0,
        }[choice.what]
        is_held = standing.is_held and choice.what != "up"
        rose = standing.rose
        if level > standing.level:
            self._rises += 1
            rose = self._rises
        self.standings[choice.exercise] = Standing(level, is_held=is_held, rose=rose, why=Chosen(choice.what))

    def _cap(self) -> None:
        """A level above the top, as today's file has it, counts as the top."""
        for ident, standing in self.standings.items():
            top = self._course.tops[ident]
            if standing.level > top:
                self.standings[ident] = replace(standing, level=top)

    def _raise_one(self, good: Sequence[str]) -> None:
        """One thing at a time: of those that may rise the one that rose longest ago (our choice)."""
        able = [ident for ident in good if self._may_rise(ident)]
        if not able:
            return
        first = min(able, key=lambda ident: (self.standings[ident].rose, self._course.exercises.index(ident)))
        standing = self.standings[first]
        self._rises += 1
        why = Rose(standing.good, *standing.hardest)
        self.standings[first] = replace(
            standing, level=standing.level + 1, good=0, hardest=(0, 0), rose=self._rises, why=why
        )

    def _may_rise(self, ident: str) -> bool:
        standing = self.standings[ident]
        if standing.is_held or standing.good < self._course.progress.up.after:
            return False
        if standing.level >= self._course.tops[ident]:
            return False
        after = {other: one.level for other, one in self.standings.items()}
        return self._course.fits({**after, ident: standing.level + 1})


def _judged(standing: Standing, told: Verdict, session: Session, progress: Progress) -> Standing:
    match told.colour:
        case "red":
            fallen = _lowered(standing, FellRed(told.cause or "pain", told.pain))
            return replace(fallen, good=0, amber=0, hardest=(0, 0))
        case "amber":
            times = standing.amber + 1
            counted = replace(standing, good=0, hardest=(0, 0), amber=times)
            if times < progress.down.amber_times:
                return counted
            return replace(_lowered(counted, FellAmber(times, told.pain)), amber=0)
        case "good":
            effort, pain = standing.hardest
            hardest = max(effort, session.effort or 0), max(pain, told.pain)
            return replace(standing, amber=0, good=standing.good + 1, hardest=hardest)
        case _:
            return replace(standing, good=0, hardest=(0, 0))


def _lowered(standing: Standing, why: LevelReason) -> Standing:
    if standing.level <= LOWEST:
        return standing
    return replace(standing, level=standing.level - 1, why=why)
