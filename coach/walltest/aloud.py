"""A test's points of contact as they are read to somebody who stands at the wall and cannot see the screen."""

from __future__ import annotations

from coach.content.model import CheckStep, ContactPoint, RecheckStep, Test
from coach.walltest.course import Ask


def question_aloud(test: Test, ask: Ask, language: str) -> str | None:
    """A point of contact: "Buttocks.", and what is asked where it is not the question of all points, which the
    timeline says, and was not asked before the hold. None for anything but a point of contact. In `language`, as the
    answers below: a tag like `de`.
    """
    if ask.point is None:
        return None
    sentences = [ask.point.title.in_language(language)]
    if ask.point.ask != _check(test, ask.point).ask and not isinstance(ask.step, RecheckStep):
        sentences.append(ask.point.ask.in_language(language))
    return " ".join(map(ended, sentences))


def answers_aloud(test: Test, ask: Ask, language: str) -> tuple[str, ...]:
    """The answers of a point of contact, each as it is read when its turn has come: with its key, "1: Easily.", where
    the keys mean something else than at the point before, and else alone. Nothing for anything else.
    """
    if ask.point is None:
        return ()
    before = _check(test, ask.point).points[ask.number - 2] if ask.number > 1 else None
    answers = [ended(answer.say.in_language(language)) for answer in ask.point.answers]
    if before is not None and before.answers == ask.point.answers:
        return tuple(answers)
    return tuple(f"{key}: {answer}" for key, answer in enumerate(answers, start=1))


def _check(test: Test, point: ContactPoint) -> CheckStep:
    return next(step for step in test.steps if isinstance(step, CheckStep) and point in step.points)


def ended(sentence: str) -> str:
    """With a full stop, where it has no sign at its end."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
