"""What the answers to the safety questions mean: who may begin, and what is written down. For window and terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal, Protocol, TypeVar

from coach.clock import Clock
from coach.content.model import Safety, SafetyQuestion, Tier
from coach.progress.setting import Setting
from coach.settings import SAFETY_ANSWERS, SAFETY_PASSED
from coach.today.safety import deciding_tier

T = TypeVar("T")


class Settings(Protocol):
    """The part of the store that is asked for here."""

    def get(self, setting: Setting[T]) -> T:
        """What is kept of `setting`, or its default."""
        ...

    def keep(self, setting: Setting[Any], value: Any) -> None:
        """Have `value` found under `setting` from now on, in later runs of the program as well."""
        ...


def passed_on(store: Settings) -> date | Literal[True] | None:
    """When the questions were passed; True where it is not known when, None where they were not."""
    return store.get(SAFETY_PASSED)


def has_passed(store: Settings) -> bool:
    """Whether a session or a test may begin without the questions, which were passed once."""
    return passed_on(store) is not None


class Answers(Settings, Protocol):
    """The part of the store that answers are written to."""

    def add_safety(self, yes: Iterable[str], checked: Iterable[str] = ()) -> None:
        """Note the answers given now: the ids with a yes, and of those the ones that a professional has checked."""
        ...


class SafetyAnswers:
    """The answers so far: ids with a yes, and of those the ones that a professional has checked."""

    def __init__(self, safety: Safety) -> None:
        self._safety = safety
        self.yes: set[str] = set()
        self.checked: set[str] = set()
        asked = {question.tier for question in safety.questions}
        self.tiers: list[Tier] = [tier for tier in safety.tiers.values() if tier.id in asked]

    def questions(self, tier: Tier) -> list[SafetyQuestion]:
        """The questions of one tier, in the file's order."""
        return [question for question in self._safety.questions if question.tier == tier.id]

    def set_yes(self, ident: str, *, is_yes: bool) -> None:
        """Answer one question; without its yes, there is no check of it either."""
        (self.yes.add if is_yes else self.yes.discard)(ident)
        self.checked &= self.yes

    def set_checked(self, ident: str, *, is_checked: bool) -> None:
        """Say whether a professional has checked what a question is about; it takes a yes to one that is checkable."""
        may_be = any(self.needs_check(question) for question in self._safety.questions if question.id == ident)
        (self.checked.add if is_checked and may_be else self.checked.discard)(ident)

    def needs_check(self, question: SafetyQuestion) -> bool:
        """Whether a yes stands that a professional's check can answer, so that it is worth asking for."""
        return question.checkable and question.id in self.yes

    def deciding(self) -> Tier | None:
        """The highest tier with a yes that stands; a yes that a professional checked does not."""
        return deciding_tier(self._safety, self.yes - self.checked)

    @property
    def may_begin(self) -> bool:
        """Whether no yes stands that locks; one of a lower tier only gives advice."""
        tier = self.deciding()
        return tier is None or not tier.lock

    def keep(self, store: Answers, clock: Clock) -> None:
        """Write the answers down. A yes that locks takes an earlier pass back."""
        tier = self.deciding()
        kept = {
            "answered": clock.wall().isoformat(),
            "yes": sorted(self.yes),
            "checked": bool(self.checked),
            "tier": tier.id if tier else None,
        }
        store.keep(SAFETY_ANSWERS, kept)
        store.add_safety(self.yes, self.checked)
        if not self.may_begin:
            store.keep(SAFETY_PASSED, None)

    def pass_now(self, store: Settings, clock: Clock) -> None:
        """The person may begin, and wants to: write down the day."""
        assert self.may_begin, "a yes that locks cannot pass"
        store.keep(SAFETY_PASSED, clock.wall().date().isoformat())
