"""From answers to a score and focus areas. A focus area is a place to start, never a finding about a person.

The parts and their meaning: the test file; what counts as change, when to stop: Ostelo 2008 by analogy, and this
project's own choice (docs: sources, own-choice).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coach.content.model import CheckStep, ContactPoint, HoldStep, RateStep, RecheckStep, Test
from coach.values import dataclass, field
from coach.walltest import kept
from coach.walltest.answers import Answers


@dataclass(frozen=True, slots=True)
class Result:
    """A test's outcome.

    contact of contact_most: points; hold_seconds of hold_most; carry_over of carry_over_most: points still answered
    like the first answer after the hold; tension: area -> 0 to 10, the stronger side; lost: ids of the contact points
    answered with nothing, then `effort` those with less than all points; focus: areas, the strongest first.
    """

    test_id: str
    contact: int = 0
    contact_most: int = 0
    hold_seconds: float = 0.0
    hold_most: float = 0.0
    carry_over: int = 0
    carry_over_most: int = 0
    tension: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    effort: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    answers: Answers = field(default_factory=Answers)

    @property
    def sides(self) -> dict[str, tuple[int, int]]:
        """Tension by area, 0 to 10, left and right; the same on both where the sides were not asked for."""
        rated = {area: pair for ratings in self.answers.ratings.values() for area, pair in ratings.items()}
        return {area: rated.get(area, (points, points)) for area, points in self.tension.items()}

    def as_json(self) -> dict[str, Any]:
        """The result as JSON values, for `store.add_test`."""
        return {
            "test_id": self.test_id,
            "contact": self.contact,
            "contact_most": self.contact_most,
            "hold_seconds": self.hold_seconds,
            "hold_most": self.hold_most,
            "carry_over": self.carry_over,
            "carry_over_most": self.carry_over_most,
            "tension": dict(self.tension),
            "lost": list(self.lost),
            "effort": list(self.effort),
            "focus": list(self.focus),
            "answers": self.answers.as_json(),
        }

    @classmethod
    def from_json(cls, value: Any) -> Result:
        """The result that `as_json` made; an older one may lack parts. ValueError where a part is something else."""
        if not isinstance(value, dict) or "test_id" not in value:
            raise ValueError("no result of a test")
        return cls(**{name: read(value[name]) for name, read in _READERS.items() if name in value})


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "test_id": kept.word,
    **dict.fromkeys(("contact", "contact_most", "carry_over", "carry_over_most"), kept.whole),
    **dict.fromkeys(("hold_seconds", "hold_most"), kept.amount),
    "tension": kept.table(kept.whole),
    **dict.fromkeys(("lost", "effort", "focus"), kept.words),
    "answers": Answers.from_json,
}


def score(test: Test, answers: Answers) -> Result:
    """The result of `answers` to `test`. What was not answered adds nothing and is not called lost."""
    checks = [step for step in test.steps if isinstance(step, CheckStep)]
    holds = [step for step in test.steps if isinstance(step, HoldStep)]
    points_of = {step.id: step.points for step in checks}
    rechecks = [step for step in test.steps if isinstance(step, RecheckStep)]
    answered = [
        (point, point.answers[answers.checks[step.id][point.id]].points)
        for step in checks
        for point in step.points
        if point.id in answers.checks.get(step.id, {})
    ]
    tension = _tension(test, answers)
    lost = tuple(point.id for point, points in answered if points == _least(point) < _most(point))
    effort = tuple(point.id for point, points in answered if _least(point) < points < _most(point))
    return Result(
        test.id,
        contact=sum(points for _, points in answered),
        contact_most=sum(_most(point) for step in checks for point in step.points),
        hold_seconds=sum(answers.holds.get(step.id, 0.0) for step in holds),
        hold_most=sum(step.seconds for step in holds),
        carry_over=sum(chosen == 0 for step in rechecks for chosen in answers.rechecks.get(step.id, {}).values()),
        carry_over_most=sum(len(points_of[step.of]) for step in rechecks),
        tension=tension,
        lost=lost,
        effort=effort,
        focus=_focus(test, tension, lost, effort),
        answers=answers,
    )


def focus(test: Test, result: Result) -> tuple[str, ...]:
    """The areas with the most tension, as many as the file's advice says, of those at its `from` or more.

    Of two as tense, the one at a contact that was lost comes first, then one at a contact held with effort, then the
    one that the file names first.
    """
    return _focus(test, result.tension, result.lost, result.effort)


def _focus(test: Test, tension: Mapping[str, int], lost: tuple[str, ...], effort: tuple[str, ...]) -> tuple[str, ...]:
    points = [point for step in test.steps if isinstance(step, CheckStep) for point in step.points]
    near_lost = {point.area for point in points if point.id in lost}
    near_effort = {point.area for point in points if point.id in effort}
    order = {area: number for number, area in enumerate(tension)}

    def rank(area: str) -> tuple[int, int, int]:
        nearness = 0 if area in near_lost else 1 if area in near_effort else 2
        return -tension[area], nearness, order[area]

    tense = [area for area in tension if tension[area] >= test.advice.from_]
    return tuple(sorted(tense, key=rank)[: test.advice.areas])


def _tension(test: Test, answers: Answers) -> dict[str, int]:
    found: dict[str, int] = {}
    for step in test.steps:
        if isinstance(step, RateStep):
            rated = answers.ratings.get(step.id, {})
            for area in step.areas:
                if area in rated:
                    found[area] = max(*rated[area], found.get(area, step.scale[0]))
    return found


def _most(point: ContactPoint) -> int:
    return max(answer.points for answer in point.answers)


def _least(point: ContactPoint) -> int:
    return min(answer.points for answer in point.answers)
