"""The course of a test, one thing at a time: what is said, held and asked, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.content.model import (
    CheckStep,
    ContactPoint,
    HoldStep,
    MeasureStep,
    RateStep,
    RecheckStep,
    SayStep,
    Test,
    TestStep,
)
from coach.values import dataclass
from coach.walltest.answers import Answers

Reply = int | float | Mapping[str, int | Sequence[int]] | None


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to say, to hold or to ask. `point` is set for check and recheck: `number` of `of` in its step."""

    index: int
    step_index: int  # in test.steps
    step: TestStep
    point: ContactPoint | None = None
    number: int = 1
    of: int = 1

    @property
    def is_question(self) -> bool:
        """Whether the person answers it and may change the answer (a sentence or a hold is over when it is over)."""
        return not isinstance(self.step, SayStep | HoldStep)


class Course:
    """Where in the test the person is, and the answers so far.

    `answer(value)` takes, by the step of `current`:
    say: None; check and recheck: the index of the answer; hold: seconds; rate: area -> number or (left, right), areas
    left out count as the scale's lowest; measure: a number, or None if it is optional. ValueError otherwise.
    """

    def __init__(self, test: Test) -> None:
        self.test = test
        self.asks = _asks(test)
        self._at = self._reached = 0
        self._given: dict[int, Reply] = {}

    @property
    def current(self) -> Ask | None:
        """What is to be said, held or asked now; None at the end."""
        return self.asks[self._at] if self._at < len(self.asks) else None

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to be said, held or asked, so that the result can be reckoned."""
        return self._at >= len(self.asks)

    @property
    def given(self) -> Reply:
        """The answer given to the current question before going back, to show it; None where there is none."""
        return self._given.get(self._at)

    @property
    def can_go_back(self) -> bool:
        """Whether a question was answered before this one, in whatever step: its answer may be changed. From what is
        said or held nothing is gone back to, for that goes by the clock."""
        current = self.current
        return current is not None and current.is_question and self._before() is not None

    def answer(self, value: Reply = None) -> Ask | None:
        """Keep the answer and go on; the next thing, None at the end. Who has gone back comes by the questions alone:
        a sentence is not heard again, and a hold not tried again."""
        ask = self.current
        if ask is None:
            raise ValueError("the test is complete")
        self._given[self._at] = _checked(ask, value)
        self._at += 1
        while self._at < self._reached and not self.asks[self._at].is_question:
            self._at += 1
        self._reached = max(self._reached, self._at)
        return self.current

    def back(self) -> Ask | None:
        """Return to the question before, where `can_go_back`."""
        before = self._before()
        if self.can_go_back and before is not None:
            self._at = before
        return self.current

    def _before(self) -> int | None:
        return next((ask.index for ask in reversed(self.asks[: self._at]) if ask.is_question), None)

    @property
    def answers(self) -> Answers:
        """All answers up to here, and beyond where the person has gone back."""
        checks: dict[str, dict[str, int]] = {}
        rechecks: dict[str, dict[str, int]] = {}
        holds: dict[str, float] = {}
        ratings: dict[str, dict[str, tuple[int, int]]] = {}
        measures: dict[str, float | None] = {}
        for ask in self.asks[: self._reached]:
            value, step = self._given[ask.index], ask.step
            if isinstance(step, CheckStep | RecheckStep):
                assert isinstance(value, int)
                assert ask.point is not None
                into = checks if isinstance(step, CheckStep) else rechecks
                into.setdefault(step.id, {})[ask.point.id] = value
            elif isinstance(step, HoldStep):
                assert isinstance(value, float)
                holds[step.id] = value
            elif isinstance(step, RateStep):
                assert isinstance(value, Mapping)
                ratings[step.id] = {area: pair_of(value.get(area, step.scale[0])) for area in step.areas}
            elif isinstance(step, MeasureStep):
                assert value is None or isinstance(value, float)
                measures[step.id] = value
        return Answers(checks, holds, rechecks, ratings, measures)


def _asks(test: Test) -> tuple[Ask, ...]:
    checks = {step.id: step for step in test.steps if isinstance(step, CheckStep)}
    found: list[Ask] = []
    for step_index, step in enumerate(test.steps):
        if isinstance(step, CheckStep | RecheckStep):
            points = (step if isinstance(step, CheckStep) else checks[step.of]).points
            for number, point in enumerate(points, start=1):
                found.append(Ask(len(found), step_index, step, point, number, len(points)))
        else:
            found.append(Ask(len(found), step_index, step))
    return tuple(found)


def _checked(ask: Ask, value: Reply) -> Reply:
    step = ask.step
    if isinstance(step, SayStep):
        return None
    if isinstance(step, HoldStep):
        return min(max(_number(value), 0.0), step.seconds)
    if isinstance(step, MeasureStep):
        if value is None and step.optional:
            return None
        return _within(_number(value), step.from_, step.to)
    if isinstance(step, RateStep):
        return _ratings(step, value)
    assert ask.point is not None
    if not isinstance(value, int) or not 0 <= value < len(ask.point.answers):
        raise ValueError(f"{value!r} is not one of the {len(ask.point.answers)} answers, counted from 0")
    return value


def _ratings(step: RateStep, value: Reply) -> Reply:
    if not isinstance(value, Mapping):
        raise ValueError("a rating is a map from area to a number or (left, right)")
    unknown = sorted(set(value) - set(step.areas))
    if unknown:
        raise ValueError(f"{unknown[0]} is not among the areas of {step.id}")
    for rating in value.values():
        for side in pair_of(rating):
            _within(side, *step.scale)
    return dict(value)


def pair_of(value: int | Sequence[int]) -> tuple[int, int]:
    """A rating of one number, which stands for both sides, or of two, as left and right."""
    return (value, value) if isinstance(value, int) else (value[0], value[1])


def _number(value: Reply) -> float:
    if isinstance(value, int | float):
        return float(value)
    raise ValueError(f"{value!r} is not a number")


def _within(value: float, low: float, high: float) -> float:
    if not low <= value <= high:
        raise ValueError(f"{value:g} is not between {low:g} and {high:g}")
    return value
