"""Before the first session: the disclaimer, the stop rules and the questions that may mean "not today"."""

from __future__ import annotations

from typing import Any, Protocol, TextIO, TypeVar

from coach.clock import Clock
from coach.content.model import Safety, SafetyQuestion
from coach.progress.setting import Setting
from coach.safety_answers import SafetyAnswers
from coach.settings import SAFETY_PASSED
from coach.terminal.ask import Asker

T = TypeVar("T")

TITLE = "Before you begin"
YES_NO = (("y", "yes"), ("n", "no"))
CHECKED = "Has a professional checked this?"


class Settings(Protocol):
    """The part of the store that is asked for here."""

    def get(self, setting: Setting[T]) -> T: ...

    def keep(self, setting: Setting[Any], value: Any) -> None: ...


def opening(safety: Safety) -> list[str]:
    """The disclaimer and the stop rules, a paragraph each."""
    rules = [f"- {rule}" for rule in safety.stop]
    head = [str(safety.disclaimer)] if safety.disclaimer else []
    return [*head, *(["Stop at once with any of these:"] if rules else []), *rules]


def ask_first(asker: Asker, safety: Safety, store: Settings, clock: Clock) -> bool:
    """Whether the session may begin. Asked until it was passed once. Left where the person goes.

    All questions of the tiers that lock are asked, the gravest first, and the first yes that stands decides and says
    what to do instead. Those of the other tiers come with the full conduct.
    """
    if store.get(SAFETY_PASSED) is not None:
        return True
    asker.read(TITLE, opening(safety))
    answers = SafetyAnswers(safety)
    for question in (q for tier in answers.tiers if tier.lock for q in answers.questions(tier)):
        _ask(asker, question, answers)
        tier = answers.deciding()
        if tier is not None:
            answers.keep(store, clock)
            asker.read(TITLE, [str(tier.say), *([str(question.note)] if question.note else [])])
            return False
    answers.keep(store, clock)
    answers.pass_now(store, clock)
    return True


def _ask(asker: Asker, question: SafetyQuestion, answers: SafetyAnswers) -> None:
    note = str(question.note or "")
    if asker.choose(TITLE, str(question.ask), YES_NO, note=note) == "y":
        answers.set_yes(question.id, is_yes=True)
        if question.id in answers.checkable:
            answers.is_checked = asker.choose(TITLE, CHECKED, YES_NO, note=note) == "y"


def print_first(out: TextIO, safety: Safety, store: Settings) -> None:
    """Where nobody can answer: the disclaimer and the stop rules, until the questions were passed elsewhere."""
    if store.get(SAFETY_PASSED) is not None:
        return
    out.writelines(paragraph + "\n" for paragraph in opening(safety))
    out.flush()
