"""A test's questions as they are read to somebody who stands at the wall and cannot see the screen."""

from __future__ import annotations

from coach.content.model import CheckStep, Test
from coach.walltest.course import Ask, Course


def question_aloud(test: Test, ask: Ask) -> str | None:
    """A point of contact, and the keys of its answers: "Buttocks. 1: Easily. 2: With effort. 3: No."

    The keys are told where they mean something else than at the point before, what is asked where it is not the
    question of all points, which the timeline says. None for anything but a point of contact.
    """
    if ask.point is None:
        return None
    check = next(step for step in test.steps if isinstance(step, CheckStep) and ask.point in step.points)
    before = check.points[ask.number - 2] if ask.number > 1 else None
    sentences = [str(ask.point.title)]
    if ask.point.ask != check.ask:
        sentences.append(str(ask.point.ask))
    if before is None or before.answers != ask.point.answers:
        sentences += [f"{key}: {answer.say}" for key, answer in enumerate(ask.point.answers, start=1)]
    return " ".join(sentence if sentence.endswith((".", "?", "!")) else f"{sentence}." for sentence in sentences)


def questions_aloud(test: Test) -> tuple[str, ...]:
    """Every such sentence of the test, each once, in order."""
    aloud = (question_aloud(test, ask) for ask in Course(test).asks)
    return tuple(dict.fromkeys(sentence for sentence in aloud if sentence is not None))
