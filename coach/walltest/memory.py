"""A test whose questions are all asked at its end, from memory: at the wall one only notices. Pure."""

from __future__ import annotations

from collections.abc import Callable

from coach.content.model import CheckStep, HoldStep, RecheckStep, SayStep, Test, TestStep
from coach.values import replace

Notice = Callable[[CheckStep], SayStep]
"""What is said at the wall in place of the questions of a check."""


def asked_afterwards(test: Test, notice: Notice) -> Test:
    """The same test in the order of somebody who answers afterwards: first all that is said and held, a `notice` where
    points are asked for; then the questions, in their own order. It has the same result.
    """
    checks = {step.id: step for step in test.steps if isinstance(step, CheckStep)}
    at_the_wall: list[TestStep] = []
    for step in test.steps:
        match step:
            case SayStep() | HoldStep():
                at_the_wall.append(step)
            case CheckStep():
                at_the_wall.append(notice(step))
            case RecheckStep():
                at_the_wall.append(notice(checks[step.of]))
            case _:
                pass
    questions = [step for step in test.steps if not isinstance(step, SayStep | HoldStep)]
    return replace(test, steps=(*at_the_wall, *questions))
