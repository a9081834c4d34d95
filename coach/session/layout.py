"""A routine's steps become intervals in running order.

The rules 1 to 6 are those of docs/format.md, How a routine becomes a timeline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from coach.content.extent import WAIT_SECONDS, work_seconds
from coach.content.laid_doses import exercise_steps
from coach.content.model import (
    Cue,
    Dose,
    Exercise,
    ExerciseStep,
    RestStep,
    Routine,
    RoutineStep,
    SayStep,
)
from coach.session.timeline import Interval, IntervalKind
from coach.values import dataclass, replace

_TRAILING = ("prepare", "between", "rest", "switch")


@dataclass(frozen=True, slots=True)
class Run:
    """One exercise step as it is run: its settled dose, where in the file's rounds it stands, what the file names where
    this takes its place, its `order` among all runs of the session, from 0, and the step's note and load.
    """

    exercise: Exercise
    dose: Dose
    cues: tuple[Cue, ...]
    step: int
    round: int | None
    rounds: int | None
    named: str | None = None
    order: int = 0
    note: str | None = None
    says_note: bool = False
    load: str | None = None

    def begins_with(self, work: Interval) -> bool:
        """Whether `work` of it is the first of this run."""
        return work.set == 1 and work.side in (None, "alternate", self.dose.first_side)


@dataclass(frozen=True, slots=True)
class Piece:
    """An interval with what its cues need: the exercise at work or to come, and whether it is a rest of the file.

    `is_break` is true for an explicit rest and for the rest between two rounds, false for one between two sets.
    `cues` are those of a test's hold, which has no exercise. `asks_for_a_key`: a routine waits here, which is said.
    """

    interval: Interval
    run: Run | None = None
    is_break: bool = False
    cues: tuple[Cue, ...] = ()
    asks_for_a_key: bool = False


@dataclass(frozen=True, slots=True)
class _Break:
    """An explicit rest, or the one between two rounds."""

    seconds: float
    round: int | None
    rounds: int | None


@dataclass(frozen=True, slots=True)
class _Words:
    """A say step; `seconds` is None until the person goes on."""

    text: str
    seconds: float | None
    round: int | None
    rounds: int | None


_Item = Run | _Break | _Words


def count_exercises(steps: tuple[RoutineStep, ...]) -> int:
    """How many exercise steps a file holds, those inside rounds counted once."""
    return sum(1 for _ in exercise_steps(steps))


def lay_out(routine: Routine, exercises: Mapping[str, Exercise], language: str) -> list[Piece]:
    """The routine's pieces in running order, all still starting at zero."""
    items = list(_Unrolling(exercises, language).run(routine.steps))
    coming = _coming(items)
    pieces: list[Piece] = []
    before: _Item | None = None
    is_prepared = False
    for item, next_run in zip(items, coming, strict=True):
        match item:
            case Run():
                if not is_prepared:
                    pieces.append(towards("prepare", routine.prepare, item))
                elif isinstance(before, Run):
                    pieces.append(towards("between", routine.between, item))
                is_prepared = True
                pieces.extend(sets_of(item))
            case _Break():
                pieces.append(_break(item, next_run))
            case _:
                pieces.append(_words(item))
        before = item
    pieces = [piece for piece in pieces if piece.interval.seconds > 0]
    while pieces and pieces[-1].interval.kind in _TRAILING:
        pieces.pop()
    return list(with_sides(pieces))


def with_sides(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces; what leads to work on one side knows the side to come, as it knows the exercise."""
    works = (piece.interval for piece in pieces if piece.interval.kind == "work")
    coming = next(works, None)
    for piece in pieces:
        if piece.interval.kind == "work":
            coming = next(works, None)
        elif piece.interval.exercise and coming is not None and coming.side in ("left", "right"):
            piece = replace(piece, interval=replace(piece.interval, side=coming.side))  # noqa: PLW2901 - the same piece
        yield piece


class _Unrolling:
    """Walks steps in running order, rounds unrolled; a rest of zero counts as none and is left out."""

    def __init__(self, exercises: Mapping[str, Exercise], language: str) -> None:
        self._exercises = exercises
        self._language = language
        self._orders = count()

    def run(
        self, steps: Sequence[RoutineStep], number: int = 1, round_: int | None = None, rounds: int | None = None
    ) -> Iterator[_Item]:
        """`number` is that of the first exercise step in `steps`; a further round counts the same steps again."""
        for step in steps:
            match step:
                case ExerciseStep():
                    yield self._run(step, number, round_, rounds)
                    number += 1
                case SayStep():
                    yield _Words(step.say.in_language(self._language), step.seconds, round_, rounds)
                case RestStep():
                    if step.seconds > 0:
                        yield _Break(step.seconds, round_, rounds)
                case _:
                    for turn in range(1, step.rounds + 1):
                        if turn > 1 and step.rest > 0:
                            yield _Break(step.rest, turn, step.rounds)
                        yield from self.run(step.steps, number, turn, step.rounds)
                    number += count_exercises(step.steps)

    def _run(self, step: ExerciseStep, number: int, round_: int | None, rounds: int | None) -> Run:
        exercise = self._exercises[step.exercise]
        return Run(
            exercise,
            step.dose.over(exercise.dose).settled(),
            step.cues,
            number,
            round_,
            rounds,
            step.named,
            next(self._orders),
            step.note.in_language(self._language) if step.note else None,
            step.says_note,
            step.load.in_language(self._language) if step.load else None,
        )


def _coming(items: Sequence[_Item]) -> list[Run | None]:
    """For every item, the next exercise at or after it."""
    coming: list[Run | None] = []
    following: Run | None = None
    for item in reversed(items):
        following = item if isinstance(item, Run) else following
        coming.append(following)
    return coming[::-1]


def towards(kind: IntervalKind, seconds: float, run: Run) -> Piece:
    """An interval without work that leads to `run`: prepare, between, a rest between sets, a change of sides."""
    interval = Interval(kind, 0.0, seconds, run.exercise.id, step=run.step, round=run.round, rounds=run.rounds)
    return Piece(replace(interval, note=run.note, load=run.load), run)


def _break(item: _Break, run: Run | None) -> Piece:
    if run is not None:
        piece = towards("rest", item.seconds, run)
        return replace(piece, interval=replace(piece.interval, round=item.round, rounds=item.rounds), is_break=True)
    interval = Interval("rest", 0.0, item.seconds, round=item.round, rounds=item.rounds)
    return Piece(interval, is_break=True)


def _words(item: _Words) -> Piece:
    seconds = WAIT_SECONDS if item.seconds is None else item.seconds
    interval = Interval(
        "say", 0.0, seconds, text=item.text, wait=item.seconds is None, round=item.round, rounds=item.rounds
    )
    return Piece(interval, asks_for_a_key=interval.wait)


def sets_of(run: Run) -> Iterator[Piece]:
    """All sets of one exercise with what stands between them; zero lengths are taken out later."""
    dose = run.dose
    for number in range(1, dose.sets + 1):
        if number > 1:
            yield towards("rest", dose.rest, run)
        if dose.sides == "both":
            yield _work(run, number, "left")
            yield towards("switch", dose.switch, run)
            yield _work(run, number, "right")
        else:
            yield _work(run, number, None if dose.sides == "none" else dose.sides)


def _work(run: Run, number: int, side: str | None) -> Piece:
    dose = run.dose
    interval = Interval(
        "work",
        0.0,
        0.0,
        exercise=run.exercise.id,
        set=number,
        sets=dose.sets,
        side=side,
        step=run.step,
        round=run.round,
        rounds=run.rounds,
        named=run.named,
        note=run.note,
        load=run.load,
    )
    return Piece(_filled(interval, dose), run)


def _filled(interval: Interval, dose: Dose) -> Interval:
    """The work interval with what the dose makes of it: its length, and its repetitions or its period."""
    interval = replace(interval, seconds=work_seconds(dose), reps=dose.reps)
    if dose.reps is None:
        return replace(interval, every=dose.every, open="max" if dose.as_long_as_possible else None)
    if dose.own_pace:
        return replace(interval, open="own")
    return replace(interval, move=dose.move, hold=dose.hold, back=dose.back, pause=dose.pause)
