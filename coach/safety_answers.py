"""What the answers to the safety questions mean: who may begin, and what is written down. For window and terminal."""

from __future__ import annotations

from typing import Any, Protocol

from coach.clock import Clock
from coach.content.model import Safety, SafetyQuestion, Tier
from coach.progress.setting import Setting
from coach.settings import SAFETY_ANSWERS, SAFETY_PASSED

CHECKABLE = frozenset({"upper-back-unchecked"})
"""Questions of a locking tier that a professional's check answers: nearly everybody who needs this program has that
pain, and the advice is to have it checked, not to stay away for good (sources: nhs-red-flags)."""


class Settings(Protocol):
    """The part of the store that is written to."""

    def keep(self, setting: Setting[Any], value: Any) -> None:
        """Have `value` found under `setting` from now on, in later runs of the program as well."""
        ...


class SafetyAnswers:
    """The answers so far: ids with a yes, and whether a professional has checked what can be checked."""

    def __init__(self, safety: Safety, checkable: frozenset[str] = CHECKABLE) -> None:
        self._safety, self.checkable = safety, checkable
        self.yes: set[str] = set()
        self.is_checked = False
        asked = {question.tier for question in safety.questions}
        self.tiers: list[Tier] = [tier for tier in safety.tiers.values() if tier.id in asked]

    def questions(self, tier: Tier) -> list[SafetyQuestion]:
        """The questions of one tier, in the file's order."""
        return [question for question in self._safety.questions if question.tier == tier.id]

    def set_yes(self, ident: str, *, is_yes: bool) -> None:
        """Answer one question; without a yes to check, there is no check either."""
        (self.yes.add if is_yes else self.yes.discard)(ident)
        self.is_checked = self.is_checked and self.needs_check

    @property
    def needs_check(self) -> bool:
        """Whether a yes stands that a professional's check can answer, so that it is worth asking for."""
        return bool(self.checkable & self.yes)

    def deciding(self) -> Tier | None:
        """The highest tier with a yes that stands; a yes that a professional checked does not."""
        for tier in self.tiers:
            for question in self.questions(tier):
                if question.id in self.yes and not (self.is_checked and question.id in self.checkable):
                    return tier
        return None

    @property
    def may_begin(self) -> bool:
        """Whether no yes stands that locks; one of a lower tier only gives advice."""
        tier = self.deciding()
        return tier is None or not tier.lock

    def keep(self, store: Settings, clock: Clock) -> None:
        """Write the answers down. A yes that locks takes an earlier pass back."""
        tier = self.deciding()
        kept = {
            "answered": clock.wall().isoformat(),
            "yes": sorted(self.yes),
            "checked": self.is_checked,
            "tier": tier.id if tier else None,
        }
        store.keep(SAFETY_ANSWERS, kept)
        if not self.may_begin:
            store.keep(SAFETY_PASSED, None)

    def pass_now(self, store: Settings, clock: Clock) -> None:
        """The person may begin, and wants to: write down the day."""
        assert self.may_begin, "a yes that locks cannot pass"
        store.keep(SAFETY_PASSED, clock.wall().date().isoformat())
