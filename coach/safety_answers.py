"""What the answers to the safety questions mean: who may begin, and what is written down. For window and terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, Literal, Protocol, TypeVar

from coach.clock import Clock
from coach.content.model import Safety, SafetyQuestion, Text, Tier
from coach.progress.setting import Setting
from coach.progression.past import SafetyTold
from coach.settings import SAFETY_ANSWERS, SAFETY_PASSED
from coach.today.safety import deciding_tier

T = TypeVar("T")


class Answers(Protocol):
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
        self.has_pain: bool | None = None
        """Whether there is or was pain, as told; None where it was not told, and then nobody is asked less."""
        self._facts: dict[str, set[int]] = {}
        self._as_before: set[str] = set()

    @property
    def pain(self) -> Text | None:
        """What is asked first; None where no question depends on it."""
        return self._safety.pain if any(one.only_with == "pain" for one in self._safety.questions) else None

    @property
    def tiers(self) -> list[Tier]:
        """The tiers that have a question for this person, the highest first."""
        return [tier for tier in self._safety.tiers.values() if self.questions(tier)]

    def questions(self, tier: Tier) -> list[SafetyQuestion]:
        """The questions of one tier that this person is asked, in the file's order."""
        return [one for one in self._safety.questions if one.tier == tier.id and self._is_asked(one)]

    def _is_asked(self, question: SafetyQuestion) -> bool:
        return question.only_with is None or self.has_pain is not False

    def set_yes(self, ident: str, *, is_yes: bool) -> None:
        """Answer one question; without its yes, there is no check of it either."""
        (self.yes.add if is_yes else self.yes.discard)(ident)
        self.checked &= self.yes

    def set_fact(self, question: SafetyQuestion, fact: int, *, is_true: bool) -> None:
        """Say of one fact of a question, counted from 0, whether it is true; enough of them make the yes."""
        facts = self._facts.setdefault(question.id, set())
        (facts.add if is_true else facts.discard)(fact)
        self._judge(question)

    def facts(self, question: SafetyQuestion) -> list[Text]:
        """The facts that were said to be true, in the file's order."""
        true = self._facts.get(question.id, ())
        return [fact for number, fact in enumerate(question.any_of) if number in true]

    def set_as_before(self, question: SafetyQuestion, *, is_so: bool) -> None:
        """Say whether an earlier yes to a question of facts holds; which of them it was is not remembered."""
        (self._as_before.add if is_so else self._as_before.discard)(question.id)
        self._judge(question)

    def is_as_before(self, question: SafetyQuestion) -> bool:
        """Whether the yes to a question of facts is one of earlier that holds."""
        return question.id in self._as_before

    def _judge(self, question: SafetyQuestion) -> None:
        is_yes = self.is_as_before(question) or len(self.facts(question)) >= question.at_least
        self.set_yes(question.id, is_yes=is_yes)

    def set_checked(self, ident: str, *, is_checked: bool) -> None:
        """Say whether a professional has checked what a question is about; it takes a yes to one that is checkable."""
        may_be = any(self.needs_check(question) for question in self._safety.questions if question.id == ident)
        (self.checked.add if is_checked and may_be else self.checked.discard)(ident)

    def needs_check(self, question: SafetyQuestion) -> bool:
        """Whether a yes stands that a professional's check can answer, so that it is worth asking for."""
        return question.checkable and question.id in self.yes

    def _given(self) -> set[str]:
        """The ids with a yes, without those that this person is not asked (any more)."""
        return self.yes - {one.id for one in self._safety.questions if not self._is_asked(one)}

    def deciding(self) -> Tier | None:
        """The highest tier with a yes that stands; a yes that a professional checked does not."""
        return deciding_tier(self._safety, self._given() - self.checked)

    @property
    def may_begin(self) -> bool:
        """Whether no yes stands that locks; one of a lower tier only gives advice."""
        tier = self.deciding()
        return tier is None or not tier.lock

    def keep(self, store: Answers) -> None:
        """Write the answers down, as those given now."""
        yes = self._given()
        store.add_safety(yes, self.checked & yes)

    @classmethod
    def going_on(cls, safety: Safety, told: SafetyTold) -> SafetyAnswers:
        """What was told before, to go on from: a check may answer what locked then."""
        answers = cls(safety)
        answers.yes, answers.checked = set(told.yes), set(told.checked)
        answers._as_before = {one.id for one in safety.questions if one.any_of and one.id in told.yes}
        return answers

    def standing(self, tier: Tier) -> list[SafetyQuestion]:
        """The questions of a tier with a yes that stands."""
        return [question for question in self.questions(tier) if question.id in self.yes - self.checked]


class Kept(Protocol):
    """The part of the store that has the answers of earlier versions, as settings."""

    def get(self, setting: Setting[T]) -> T:
        """What is kept of `setting`, or its default."""
        ...

    def keep(self, setting: Setting[Any], value: Any) -> None:
        """Have `value` found under `setting` from now on."""
        ...

    def add_safety(self, yes: Iterable[str], checked: Iterable[str] = (), at: datetime | None = None) -> None:
        """Note answers, those given now or those of the moment `at`."""
        ...


def take_over(store: Kept, safety: Callable[[], Safety], clock: Clock) -> None:
    """Make a record of what an earlier version kept as settings; once, and nothing where there is nothing.

    Who passed is not asked again before the time is over; where the day of it is not known, it is counted from now.
    What was checked was one answer for all: it counts for every yes that would have locked, where nothing did.
    """
    kept, passed = store.get(SAFETY_ANSWERS), store.get(SAFETY_PASSED)
    if not kept and passed is None:
        return
    found = kept.get("yes")
    yes = [ident for ident in found if isinstance(ident, str)] if isinstance(found, list) else []
    asked, tier = safety(), kept.get("tier", "")
    locking = {question.id for question in asked.questions if asked.tiers[question.tier].lock}
    was_locked = passed is None and tier is not None and (tier not in asked.tiers or asked.tiers[tier].lock)
    checked = [] if was_locked else [ident for ident in yes if ident in locking]
    store.add_safety(yes, checked, at=min(_answered(kept, passed, clock), clock.wall()))
    store.keep(SAFETY_ANSWERS, {})
    store.keep(SAFETY_PASSED, None)


def _answered(kept: Mapping[str, Any], passed: date | Literal[True] | None, clock: Clock) -> datetime:
    try:
        told = datetime.fromisoformat(str(kept.get("answered")))
    except ValueError:
        return clock.wall() if passed is None or passed is True else clock.local(datetime.combine(passed, time()))
    return told if told.tzinfo is not None else clock.local(told)
