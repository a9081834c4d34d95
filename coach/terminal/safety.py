"""Before the first session: the disclaimer, the stop rules and the questions that may mean "not today"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TextIO

from coach.clock import Clock
from coach.content.model import Safety, SafetyQuestion
from coach.terminal.ask import Asker

PASSED = "safety-passed"
"""The store's setting that holds when the questions were passed; window and terminal share it."""

TITLE = "Before you begin"
YES_NO = (("y", "yes"), ("n", "no"))


class Settings(Protocol):
    """The part of the store that is asked for here."""

    def setting(self, key: str, default: object) -> object: ...

    def set_setting(self, key: str, value: object) -> None: ...


def opening(safety: Safety) -> list[str]:
    """The disclaimer and the stop rules, a paragraph each."""
    rules = [f"- {rule}" for rule in safety.stop]
    head = [str(safety.disclaimer)] if safety.disclaimer else []
    return [*head, *(["Stop at once with any of these:"] if rules else []), *rules]


def ask_first(asker: Asker, safety: Safety, store: Settings, clock: Clock) -> bool:
    """Whether the session may begin. Asked once; a yes that locks says what to do instead. Left where the person goes.

    All questions of the tiers that lock are asked, the gravest first, and the first yes decides. Those of the other
    tiers come with the full conduct.
    """
    if store.setting(PASSED, None):
        return True
    asker.read(TITLE, opening(safety))
    for question in locking(safety):
        if asker.choose(TITLE, str(question.ask), YES_NO, note=str(question.note or "")) == "y":
            asker.read(TITLE, [str(safety.tiers[question.tier].say), *([str(question.note)] if question.note else [])])
            return False
    store.set_setting(PASSED, clock.wall().isoformat())
    return True


def locking(safety: Safety) -> Sequence[SafetyQuestion]:
    """The questions whose yes means no session today, tier by tier as the file ranks them."""
    return [q for tier in safety.tiers.values() if tier.lock for q in safety.questions if q.tier == tier.id]


def print_first(out: TextIO, safety: Safety, store: Settings) -> None:
    """Where nobody can answer: the disclaimer and the stop rules, until the questions were passed elsewhere."""
    if store.setting(PASSED, None):
        return
    out.writelines(paragraph + "\n" for paragraph in opening(safety))
    out.flush()
